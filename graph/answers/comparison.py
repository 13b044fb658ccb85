"""Two people side by side."""

from pydantic import Field

from graph.answers.parts import Answer, PaperRef, Ref


class Totals(Answer):
    """How many there are, whatever is shown."""

    shared: int
    only_a: int
    only_b: int


class ComparedThing(Answer):
    """A co-author, a topic or an institution of one of two people, or of both."""

    id: str
    label: str
    scheme: str | None = Field(description="Topics: the scheme that it belongs to.")
    works_a: int = Field(description="Works of the first person with it; 0 where it is not theirs.")
    works_b: int = Field(description="Works of the second person with it.")
    last_year: int | None = Field(description="Year of the latest of these works.")


class ComparedWorks(Answer):
    """Works of both, of the first alone, of the second alone; the weightiest first, as in a slice."""

    shared: list[PaperRef]
    only_a: list[PaperRef]
    only_b: list[PaperRef]
    totals: Totals


class ComparedThings(Answer):
    """Things of both, of the first alone, of the second alone; what is strongest for whom it is weaker comes first."""

    shared: list[ComparedThing]
    only_a: list[ComparedThing]
    only_b: list[ComparedThing]
    totals: Totals


class Comparison(Answer):
    """What two people share, and what each has alone."""

    a: Ref
    b: Ref
    distance: int | None = Field(
        description="1 when they wrote together, 2 when a co-author joins them; null when it is farther (see paths)."
    )
    first_year: int | None = Field(description="Year of their first joint work.")
    last_year: int | None = Field(description="Year of their last joint work.")
    works: ComparedWorks
    coauthors: ComparedThings = Field(description="Co-authors, by the recency weight of the ties.")
    topics: ComparedThings = Field(description="Topics, by works.")
    institutions: ComparedThings = Field(description="Institutions, by the works that state them.")
    dataset: str
