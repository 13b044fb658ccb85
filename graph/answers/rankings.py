"""Rankings and suggestions, each with its evidence."""

from typing import Literal

from pydantic import Field

from graph.answers.parts import Answer, Formula, PaperRef, Ref, SharedTopic, Work


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
    total: int = Field(description="People within reach of the walk.")
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
