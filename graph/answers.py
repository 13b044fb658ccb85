"""The answers: one pydantic model per thing that the HTTP interface promises. Null means not known, never zero."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.models import Kind


class Answer(BaseModel):
    """Base of every answer: immutable, no surprise fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Provenance(Answer):
    """Which source said it, and when it was fetched."""

    source: str = Field(description="Name of the source, such as `acl`.")
    id: str = Field(description="Id under which the source knows the thing.")
    fetched_at: str | None = Field(description="When the record was read into this graph (ISO 8601, UTC).")
    updated: str | None = Field(description="When the source last changed it; null where the source does not say.")


class Count(Answer):
    """A number that explains itself: null with a reason where nothing was ever imported."""

    value: int | None = Field(description="The number; null when it was never imported.")
    sources: list[str] = Field(description="Sources that it is counted from.")
    as_of: str | None = Field(description="Latest fetch time among these sources (ISO 8601, UTC).")
    reason: str | None = Field(default=None, description="Why `value` is null.")


class Ref(Answer):
    """A node named: enough to show and to link."""

    id: str = Field(description="Id of the node.")
    kind: Kind = Field(description="Kind of node.")
    label: str = Field(description="Name or title; the id where there is none.")


class Identifier(Answer):
    """An id by which the world knows a thing, with an address where one exists."""

    scheme: str = Field(description="`doi`, `arxiv`, `orcid`, `ror`, `openalex`, `acl`, …")
    value: str = Field(description="The id without its scheme.")
    url: str | None = Field(description="Where it leads; null where the scheme has no public address.")


class TopicShare(Answer):
    """A topic of a person with its weight."""

    id: str = Field(description="Id of the topic.")
    name: str = Field(description="Name of the topic.")
    scheme: str = Field(description="Scheme that the topic belongs to.")
    papers: int = Field(description="Works of the person on it.")
    last_year: int | None = Field(description="Year of the latest of them.")


class AffiliationSpan(Answer):
    """An institution of a person, with the years in which papers state it."""

    id: str = Field(description="Id of the institution.")
    name: str = Field(description="Name of the institution.")
    country: str | None = Field(description="Country, ISO 3166-1 alpha-2.")
    first_year: int | None = Field(description="First year in which a paper states it.")
    last_year: int | None = Field(description="Last year in which a paper states it.")


class YearCount(Answer):
    """Works and citations of one year."""

    year: int = Field(description="Calendar year.")
    works: int = Field(description="Works of that year.")
    citations: int = Field(description="Citations from works of that year inside this graph.")


class PersonCounts(Answer):
    """The counts of a profile."""

    works: Count = Field(description="Works in this graph.")
    topics: dict[str, Count] = Field(description="Topics by scheme; empty when none was imported.")
    institutions: Count = Field(description="Institutions stated on the works.")
    coauthors: Count = Field(description="People with at least one joint work.")
    close_collaborators: Count = Field(
        description="Co-authors of at least 0.3 of the strongest tie (see collaborators)."
    )
    citations_source: Count = Field(description="Citations as counted by the source, summed over the works.")
    citations_graph: Count = Field(description="Citations from works inside this graph, stated and inferred.")


class PersonProfile(Answer):
    """What a profile says of a person."""

    id: str
    name: str
    names: list[str] = Field(description="Other spellings, from the source and from bylines.")
    identifiers: list[Identifier]
    affiliation: AffiliationSpan | None = Field(description="Latest stated institution; null when not imported.")
    affiliations: list[AffiliationSpan]
    counts: PersonCounts
    first_year: int | None
    last_year: int | None
    years: list[YearCount] = Field(description="One entry per year from the first to the last, empty years too.")
    topics: list[TopicShare] = Field(description="The strongest topics of each scheme.")
    top_coauthors: list[Ref] = Field(description="Up to three closest co-authors, for a sentence about the person.")
    provenance: list[Provenance]
    dataset: str = Field(description="Version of the data set that this was read from.")


class FeaturedPerson(Answer):
    """A person to begin with."""

    id: str
    label: str
    works: int
    coauthors: int
    first_year: int | None
    last_year: int | None


class People(Answer):
    """The best-known people, those with the most works first."""

    items: list[FeaturedPerson]
    dataset: str


class BylineEntry(Answer):
    """One name of a byline."""

    name: str
    id: str | None = Field(description="Id of the person; null where the source gives none.")


class PaperRef(Answer):
    """A paper as evidence: what a list needs."""

    id: str
    title: str | None
    year: int | None
    authors: int | None = Field(description="Declared number of authors.")


class Work(Answer):
    """A work in a list."""

    id: str
    title: str | None
    type: str | None
    year: int | None
    year_basis: str | None = Field(description="What the year is based on.")
    revised_year: int | None
    date: str | None
    venue: str | None
    byline: list[BylineEntry]
    author_count: int | None
    topics: list[Ref]
    identifiers: list[Identifier]
    abstract: str | None = Field(description="The authors' abstract; null when not imported.")
    abstract_source: str | None
    summary: str | None = Field(description="Summary by the editors of the data set.")
    open_access: bool | None
    retracted: bool | None
    license: str | None
    citations_source: int | None = Field(description="Citations as counted by the source; null when not imported.")
    citations_graph: int = Field(description="Citations from works inside this graph.")
    source: str | None = Field(description="Source of the bibliographic fields.")
    url: str | None


class Works(Answer):
    """A page of a person's works."""

    items: list[Work]
    shown: int
    total: int = Field(description="Works that meet the filters.")
    total_unfiltered: int
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    years: list[int] = Field(description="Years that occur, newest first, for the filter.")
    types: list[str] = Field(description="Kinds of work that occur, for the filter.")
    dataset: str


class SliceNode(Answer):
    """A node of a slice, placed."""

    id: str
    kind: Kind
    label: str
    x: float = Field(description="Seeded position, within [-1, 1].")
    y: float
    center: bool = False
    year: int | None = Field(default=None, description="Papers: year. Others: last year seen in the slice.")
    works: int | None = Field(default=None, description="People, topics, institutions: works in the graph.")
    citations_graph: int | None = Field(default=None, description="Papers: citations inside this graph.")
    type: str | None = Field(default=None, description="Papers: type of work. Topics: scheme.")
    joint: int | None = Field(default=None, description="People: works joint with the centre.")
    weight: float | None = Field(default=None, description="Rank weight by which it was chosen, 0 to 1 per kind.")


EdgeKind = Literal["AUTHORED", "COAUTHORED", "HAS_TOPIC", "CITES", "AFFILIATED_WITH", "PART_OF"]


class SliceEdge(Answer):
    """An edge among the nodes shown."""

    source: str
    target: str
    kind: EdgeKind
    papers: int | None = Field(default=None, description="Co-authorship: number of joint works.")
    first_year: int | None = None
    last_year: int | None = None
    basis: str | None = Field(default=None, description="Citation: `stated` or `inferred`.")
    score: float | None = Field(default=None, description="Topic: the source's confidence.")


class Slice(Answer):
    """A bounded, deterministic neighbourhood, with what was left out."""

    center: list[str] = Field(description="Ids of the seeds.")
    nodes: list[SliceNode]
    edges: list[SliceEdge]
    shown: dict[Kind, int] = Field(description="Nodes shown, by kind.")
    total: dict[Kind, int] = Field(description="Nodes that there are after the filters, by kind.")
    rule: str = Field(description="How it was cut, in one or two sentences.")
    next: dict[Kind, str | None] = Field(description="Cursor by kind for the next ones; null when all are shown.")
    dataset: str


class Neighbours(Answer):
    """The next neighbours of a node, of one kind, best first; or only the counts when no kind is asked for."""

    id: str
    counts: dict[Kind, int] = Field(description="Neighbours by kind, before anything is fetched.")
    kind: Kind | None
    nodes: list[SliceNode]
    edges: list[SliceEdge]
    next: str | None
    rule: str
    dataset: str


class SharedTopic(Answer):
    """A topic on which both people have works."""

    id: str
    name: str
    papers: int = Field(description="The smaller of the two people's numbers of works on it.")


class Collaborator(Answer):
    """A co-author with the evidence."""

    person: Ref
    score: float = Field(description="Weight of the tie under the formula in the answer.")
    close: bool = Field(description="At least `threshold` of the strongest tie (by the default weight).")
    joint_papers: list[PaperRef] = Field(description="Every joint work, newest first.")
    joint: int = Field(description="Number of joint works.")
    first_year: int | None
    last_year: int | None
    shared_topics: list[SharedTopic]


class Formula(Answer):
    """The formula of a ranking, with its parameters."""

    name: str = Field(description="`recency`, `newman`, `count` or `association`.")
    text: str = Field(description="The formula in words and symbols.")
    source: str = Field(description="Where it comes from.")
    parameters: dict[str, float]


class Collaborators(Answer):
    """The ranking of a person's co-authors."""

    person: Ref
    items: list[Collaborator]
    shown: int
    total: int = Field(description="Co-authors that meet `min_joint`.")
    close: int = Field(description="Close collaborators among all co-authors.")
    threshold: float = Field(description="Share of the strongest tie from which a tie is called close.")
    order: str
    formula: Formula
    latest_year: int | None = Field(description="The data set's latest year, from which recency counts.")
    dataset: str


class Via(Answer):
    """A way of two or three steps to a person never worked with."""

    people: list[Ref] = Field(description="The one or two people in between, in order.")
    share: float = Field(description="Share of the whole score that runs through them, 0 to 1.")
    years: list[list[int]] = Field(description="Per step: first and last year of the joint works.")


class Potential(Answer):
    """A person never worked with, with through whom and why."""

    person: Ref
    score: float
    works: int | None
    via: list[Via]
    shared_topics: list[SharedTopic]
    papers: list[PaperRef] = Field(description="Recent works of theirs on shared topics.")


class PotentialCollaborators(Answer):
    """Suggestions of new people; never a co-author."""

    person: Ref
    items: list[Potential]
    shown: int
    formula: Formula
    rule: str
    dataset: str


Signal = Literal["shared_references", "co_citation", "shared_topic", "close_collaborator"]


class Reason(Answer):
    """Why a work is adjacent."""

    signal: Signal
    text: str = Field(description="The reason in words.")
    count: int | None = Field(default=None, description="How many references, citing works or topics are shared.")
    inferred: bool = Field(default=False, description="True when it rests on inferred citations.")
    through: list[Ref] = Field(default_factory=list, description="The works, topics or people that link them.")


class AdjacentWork(Answer):
    """A work near somebody's own, with its reasons."""

    work: Work
    score: float = Field(description="Reciprocal rank fusion of the signals (k = 60).")
    reasons: list[Reason]


class Adjacent(Answer):
    """Adjacent works, never the person's own."""

    center: list[str]
    order: Literal["closest", "foundational", "recent"]
    items: list[AdjacentWork]
    shown: int
    total: int
    rule: str
    reason: str | None = Field(default=None, description="Why the list is empty, when it is.")
    dataset: str


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


class Problem(Answer):
    """An error as RFC 9457 problem+json."""

    type: str = Field(description="Stable name of the error, a URI reference.")
    title: str
    status: int
    detail: str = Field(description="A sentence that says what to do.")
    instance: str | None = None
    request_id: str
