"""The answers about following, and about reading the news of what one follows."""

from datetime import datetime

from pydantic import Field

from graph.answers import Answer, Ref


class Following(Answer):
    """How many follow something, and whether the user does."""

    node: Ref = Field(description="What is followed.")
    followers: int
    following: bool = Field(description="Whether the one who asks follows it; false for a visitor.")


class Followed(Answer):
    """Something that the user follows."""

    node: Ref
    since: datetime


class Follows(Answer):
    """All that the user follows, the newest first."""

    items: list[Followed]


class NewsReading(Answer):
    """What is stored about reading the news."""

    visited_at: datetime | None = Field(description="When the news were seen last; null for never.")
    seen_until: datetime | None = Field(description="When the last load had ended that the user was told of.")
    feed_made_at: datetime | None = Field(description="When the address of the feed was made; null without one.")


class NewFeed(Answer):
    """The private address of a feed, which is shown this once."""

    address: str = Field(description="Whoever knows it can read the feed. Copy it now: it is not kept.")
    made_at: datetime
