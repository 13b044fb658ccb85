"""How a background load goes."""

from typing import Literal

from pydantic import Field

from graph.answers.parts import Answer, Ref

ImportState = Literal["queued", "running", "deriving", "done", "failed"]


class ImportProgress(Answer):
    """How far it is."""

    read: int = Field(description="Records fetched or loaded so far, whichever it is doing.")
    total: int | None = Field(description="Of how many; null while that is not known.")


class Import(Answer):
    """A load of one person or paper that was asked for on a page."""

    id: str
    state: ImportState
    subject: str = Field(description="The identifier that is brought in, in its usual spelling.")
    progress: ImportProgress
    says: str = Field(description="What it is doing, what it did, or why it failed: one sentence.")
    node: Ref | None = Field(description="What it ended with; null until it is done.")
