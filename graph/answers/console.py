"""Answers to analysts: the table of a query, its plan, and the queries that have a name."""

from typing import Any, Literal

from pydantic import Field

from graph.answers.parts import Answer


class PlanStep(Answer):
    """A step of the plan of a query, with the steps that feed it."""

    operator: str
    details: str = Field(description="What it does, in the server's words.")
    estimated_rows: float | None = Field(description="Rows that the planner expects.")
    rows: int | None = Field(description="Rows that there were (PROFILE only).")
    hits: int | None = Field(description="Accesses to the store (PROFILE only).")
    steps: list["PlanStep"]


class Table(Answer):
    """The rows of a query; values that JSON has not are objects with one key that begins with `$`."""

    fields: list[str]
    rows: list[list[Any]]
    count: int
    cut: Literal["rows", "bytes"] | None = Field(description="The limit at which rows were left out.")
    limit: int = Field(description="Rows at most.")
    milliseconds: float
    params: dict[str, Any]
    plan: PlanStep | None = Field(description="The plan, when the query began with EXPLAIN or PROFILE.")


class Parameter(Answer):
    """A parameter of a query that has a name."""

    name: str
    type: str = Field(description="As in `int` or `list of string`; with `?` when it may be left out.")
    example: Any = None


class NamedQuery(Answer):
    """A query that has a name."""

    name: str
    group: Literal["examples", "read", "own"] = Field(
        description="An example for analysts, a query behind a page, or one of the folder of this installation."
    )
    purpose: str
    params: list[Parameter]
    returns: list[str]
    why: str | None = Field(description="The reason for its limits.")
    text: str


class NamedQueries(Answer):
    """All queries that have a name."""

    items: list[NamedQuery]
