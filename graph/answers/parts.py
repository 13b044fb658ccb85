"""What several answers are made of: references, counts that explain themselves, identifiers, works."""

from pydantic import BaseModel, ConfigDict, Field

from graph.models import Kind


class Answer(BaseModel):
    """Base of every answer: immutable, no surprise fields."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_serialization_defaults_required=True,  # every field is in every answer
    )


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
    citations_graph: int | None = Field(
        description="Citations from works inside this graph; null while no work came with its references."
    )
    source: str | None = Field(description="Source of the bibliographic fields.")
    url: str | None


class SharedTopic(Answer):
    """A topic on which both people have works."""

    id: str
    name: str
    papers: int = Field(description="The smaller of the two people's numbers of works on it.")


class Formula(Answer):
    """The formula of a ranking, with its parameters."""

    name: str = Field(description="`recency`, `newman`, `count`, `association` or `activity`.")
    text: str = Field(description="The formula in words and symbols.")
    source: str = Field(description="Where it comes from.")
    parameters: dict[str, float]


class QueryPlace(Answer):
    """A place in a query."""

    line: int = Field(description="From 1.")
    column: int = Field(description="From 1.")
    offset: int = Field(description="Characters before it.")


class Problem(Answer):
    """An error as RFC 9457 problem+json."""

    type: str = Field(description="Stable name of the error, a URI reference.")
    title: str
    status: int
    detail: str = Field(description="A sentence that says what to do.")
    instance: str | None = None
    request_id: str
    place: QueryPlace | None = Field(None, description="Where in a query, when it is about one.")
