"""What is said of one person: profile and works."""

from pydantic import Field

from graph.answers.parts import AffiliationSpan, Answer, Count, Identifier, Provenance, Ref, TopicShare, Work


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
    first_year: Count = Field(description="Year of the first work in this graph.")
    last_year: Count = Field(description="Year of the last work in this graph.")


class PersonProfile(Answer):
    """What a profile says of a person."""

    id: str
    name: str
    names: list[str] = Field(description="Other spellings, from the source and from bylines.")
    identifiers: list[Identifier]
    affiliation: AffiliationSpan | None = Field(description="Latest stated institution; null when not imported.")
    affiliations: list[AffiliationSpan]
    counts: PersonCounts
    years: list[YearCount] = Field(description="One entry per year from the first to the last, empty years too.")
    topics: list[TopicShare] = Field(description="Topics of each scheme, the strongest first; at most 300 of each.")
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
