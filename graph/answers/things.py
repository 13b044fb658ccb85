"""Papers, topics and institutions; what a search and a path find; what the data set holds."""

from pydantic import Field

from graph.answers.parts import Answer, Count, Identifier, PaperRef, Provenance, Ref, TopicShare, Work
from graph.models import Kind


class PaperFacts(Answer):
    """A paper's page."""

    work: Work
    affiliations: list[Ref]
    references: list[PaperRef] = Field(description="Works it cites inside this graph.")
    citing: list[PaperRef] = Field(description="Works inside this graph that cite it.")
    references_total: Count = Field(description="References stated by its sources, inside this graph or not.")
    provenance: list[Provenance]
    note: str | None
    versions: list[str]
    dataset: str


class ActivePerson(Answer):
    """A person active on a topic or at an institution."""

    person: Ref
    papers: int
    last_year: int | None


class TopicFacts(Answer):
    """A topic's page."""

    id: str
    name: str
    scheme: str
    level: str | None
    description: str | None
    parents: list[Ref]
    children: list[Ref]
    papers: int
    people: list[ActivePerson]
    works: list[PaperRef] = Field(description="The latest works.")
    provenance: list[Provenance]
    dataset: str


class InstitutionFacts(Answer):
    """An institution's page."""

    id: str
    name: str
    names: list[str]
    country: str | None
    city: str | None
    types: list[str]
    status: str | None
    established: int | None
    url: str | None
    identifiers: list[Identifier]
    parents: list[Ref]
    children: list[Ref]
    people_total: int
    people: list[ActivePerson]
    topics: list[TopicShare]
    provenance: list[Provenance]
    dataset: str


class SearchHit(Answer):
    """A thing found by name or title."""

    id: str
    kind: Kind
    label: str
    detail: str | None = Field(description="What tells it apart: works and years, venue and year, scheme, country.")
    score: float


class SearchResult(Answer):
    """What a search found, best first."""

    query: str
    items: list[SearchHit]
    dataset: str


class PathHop(Answer):
    """One step of a path: two people and their joint works."""

    source: Ref
    target: Ref
    papers: list[PaperRef] = Field(description="Newest first, at most five.")
    total: int


class CoauthorPath(Answer):
    """A chain of co-authorships."""

    people: list[Ref]
    hops: list[PathHop]
    length: int


class Paths(Answer):
    """Shortest co-authorship paths between two people."""

    source: Ref
    target: Ref
    items: list[CoauthorPath]
    rule: str
    reason: str | None = Field(default=None, description="Why there is none, when there is none.")
    dataset: str


class LoadSummary(Answer):
    """A load that ran into this graph."""

    id: str
    source: str
    state: str
    started_at: str | None
    finished_at: str | None
    read: int
    written: int
    unchanged: int
    rejected: int


class Completeness(Answer):
    """Of one kind of fact, how much was imported."""

    fact: str = Field(description="What is counted, such as `papers with an abstract`.")
    have: int
    of: int


class Dataset(Answer):
    """What the data set holds, and how fresh it is."""

    version: str
    latest_year: int | None
    counts: dict[str, int] = Field(description="Nodes by kind and edges by type.")
    sources: list[str]
    loads: list[LoadSummary]
    completeness: list[Completeness]
    imports: bool = Field(description="Whether readers may bring in people and papers, see `POST /api/imports`.")
