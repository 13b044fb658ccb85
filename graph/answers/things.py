"""Papers, topics and institutions; what a search and a path find; what the data set holds."""

from typing import Literal

from pydantic import Field

from graph.answers.parts import Answer, Count, Formula, Identifier, PaperRef, Provenance, Ref, TopicShare, Work
from graph.models import Kind


class Cited(PaperRef):
    """A work at the other end of a citation."""

    inferred: bool = Field(description="True when no reference list states the citation.")


class PaperTopic(Answer):
    """A topic of a paper with its weight."""

    topic: Ref
    scheme: str
    score: float | None = Field(description="How sure the source is of it, 0 to 1; null where it does not say.")
    primary: bool = Field(description="True for the paper's main topic.")


class PaperFacts(Answer):
    """A paper's page."""

    work: Work
    topics: list[PaperTopic] = Field(description="By scheme, the main one and the surest first.")
    affiliations: list[Ref]
    references: list[Cited] = Field(description="Works it cites inside this graph, newest first.")
    references_graph: int = Field(description="How many these are in all.")
    citing: list[Cited] = Field(description="Works inside this graph that cite it, newest first.")
    citing_total: int = Field(description="How many these are in all.")
    references_total: Count = Field(description="References stated by its sources, inside this graph or not.")
    provenance: list[Provenance]
    note: str | None
    versions: list[str]
    dataset: str


class ActivePerson(Answer):
    """A person active on a topic or at an institution."""

    person: Ref
    papers: int = Field(description="Works of the person on the topic, or at the institution.")
    last_year: int | None = Field(description="Year of the latest of them.")
    weight: float = Field(description="Sum over these works by the formula `activity`.")


class RisingWork(PaperRef):
    """A recent work that is much cited for its age."""

    citations_graph: int = Field(description="Citations from works inside this graph.")


class NeighbourTopic(Answer):
    """A topic that many works have together with another."""

    topic: Ref
    scheme: str
    joint: int = Field(description="Works on both, among the works looked at.")
    share: float = Field(description="Works on both over works on either, 0 to 1.")


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
    people_total: int = Field(description="People with works on it.")
    people: list[ActivePerson] = Field(description="The most active people, by `activity`.")
    activity: Formula
    works: list[PaperRef] = Field(description="The latest works.")
    rising: list[RisingWork] = Field(
        description="Cited works of the data set's last three years, by citations inside this graph per year."
    )
    neighbours: list[NeighbourTopic] = Field(description="Topics nearest to it, wholes and parts left out.")
    neighbours_total: int = Field(description="How many these are in all.")
    neighbours_read: int = Field(description="Works of the topic that were looked at for its neighbours.")
    provenance: list[Provenance]
    dataset: str


class Partner(Answer):
    """An institution that works state together with another."""

    institution: Ref
    country: str | None = Field(description="Country, ISO 3166-1 alpha-2.")
    papers: int = Field(description="Works that state both, among the works looked at.")
    last_year: int | None


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
    parts: Literal["with", "without"] = Field(description="Whether what follows counts all its parts too.")
    parts_total: int = Field(description="Parts of it, their parts among them.")
    papers: int | None = Field(description="Works that state it; null where too many people are there to count them.")
    people_total: int
    people: list[ActivePerson] = Field(description="The most active people, by `activity`.")
    works_read: int = Field(description="Works that were looked at for topics and partners.")
    activity: Formula
    topics_total: int
    topics: list[TopicShare]
    partners_total: int
    partners: list[Partner] = Field(description="Other institutions on its works, but for its wholes and parts.")
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
