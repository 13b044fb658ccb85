"""What an answer rests on: the queries that gave it."""

from typing import Any, Literal

from pydantic import Field

from graph.answers.parts import Answer


class RanQuery(Answer):
    """A query of the catalogue as it ran."""

    name: str = Field(description="Its file below `cypher/`, without the ending.")
    purpose: str = Field(description="What it is for.")
    mode: Literal["read", "write", "schema"] = Field(description="What it may do.")
    text: str = Field(description="Cypher text.")
    params: dict[str, Any] = Field(description="Values of its parameters.")


class Queries(Answer):
    """The queries behind an answer, in the order in which they ran."""

    queries: list[RanQuery]
    dataset: str = Field(description="Version of the data set that they read.")
