"""What is new around the things that somebody follows."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from graph.answers.parts import Answer, Ref, Work

Novelty = Literal["work", "collaborator", "adjacent"]


class NewsReason(Answer):
    """Why something is told to this reader. With `Because you follow X: ` before it, `text` is a sentence."""

    followed: Ref = Field(description="What the reader follows.")
    text: str = Field(description="What it has to do with that.")
    count: int = Field(description="How many works, references or people there are like those in `through`.")
    inferred: bool = Field(description="True when it rests on inferred citations.")
    through: list[Ref] = Field(description="The works or people meant, three at most.")


class NewsItem(Answer):
    """A work, or a tie between two people, that a load first brought into the graph."""

    id: str = Field(description="Tells it apart from all others; the same in every answer to this reader.")
    what: Novelty = Field(
        description="`work`: by or on what is followed; `collaborator`: of a person followed, from their first joint "
        "work; `adjacent`: near the works of a person followed."
    )
    node: Ref
    year: int | None = Field(description="Year of the work, or of a joint one: what is new here may be old.")
    at: datetime = Field(description="When the load ended that brought it.")
    reasons: list[NewsReason]
    work: Work | None = Field(description="The work; null for a collaborator.")


class NewsCut(Answer):
    """Of what more is new than is told, or may be."""

    followed: Ref | None = Field(description="Null for all that is followed: looking for it took too long.")
    what: Novelty
    shown: int
    total: int | None = Field(description="Null where it is not known, since looking for it took too long.")


class News(Answer):
    """What is new around what somebody follows, the latest load first, in pages."""

    items: list[NewsItem]
    shown: int
    total: int = Field(description="On all pages together.")
    next: str | None = Field(description="Cursor of the next page: `after`, together with `since` and `until`.")
    since: datetime | None = Field(description="Loads that ended later are news; null for all since one follows.")
    until: datetime | None = Field(description="When the last load ended that is told of; null without any.")
    visited_at: datetime | None = Field(description="When the reader saw the news last; null for never.")
    follows: int = Field(description="How much is followed.")
    cut: list[NewsCut]
    rule: str = Field(description="What counts as new, and what is looked at.")
    dataset: str
