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


class ConsoleTerms(Answer):
    """Whether this client may ask in Cypher, and how much."""

    allowed: bool
    reason: str | None = Field(description="Why not, and what to do.")
    seconds: float = Field(description="Time that a table may take.")
    rows: int = Field(description="Rows of a table at most.")
    stream_rows: int = Field(description="Rows of a stream (NDJSON, CSV, Parquet) at most.")
    forms: list[str] = Field(description="Media types in which rows are given here.")


class SchemaProperty(Answer):
    """A property of nodes of a label, or of edges of a type."""

    name: str
    types: list[str] = Field(description="As `valueType()` tells them.")
    have: int = Field(description="How many of the sample have it.")
    example: Any = Field(description="A value, times as ISO 8601 text; long ones are cut.")


class SchemaNode(Answer):
    """A label of nodes."""

    name: str
    number: int
    sample: int = Field(description="Nodes that were looked at for the properties.")
    properties: list[SchemaProperty]


class SchemaEdge(Answer):
    """A type of edges between two labels."""

    name: str
    source: str | None = Field(description="Label at its beginning; null where it may be one of several.")
    target: str | None = Field(description="Label at its end; null where it may be one of several.")
    number: int
    sample: int = Field(description="Edges that were looked at for the properties.")
    properties: list[SchemaProperty]


class GraphSchema(Answer):
    """What the graph holds, for whoever writes a query: facts first, the most numerous first."""

    nodes: list[SchemaNode]
    edges: list[SchemaEdge]
    dataset: str
