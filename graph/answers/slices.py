"""Slices of the graph and their expansion."""

from typing import Literal

from pydantic import Field

from graph.answers.parts import Answer, PaperRef, Ref
from graph.models import Kind


class SliceNode(Answer):
    """A node of a slice, placed."""

    id: str
    kind: Kind
    label: str
    x: float = Field(description="Seeded position, within [-1, 1].")
    y: float
    center: bool = False
    year: int | None = Field(default=None, description="Papers: year. Others: last year seen in the slice.")
    works: int | None = Field(default=None, description="People, topics, institutions: works in the graph.")
    citations_graph: int | None = Field(default=None, description="Papers: citations inside this graph.")
    type: str | None = Field(default=None, description="Papers: type of work. Topics: scheme.")
    joint: int | None = Field(default=None, description="People: works joint with the centre.")
    weight: float | None = Field(default=None, description="Rank weight by which it was chosen, 0 to 1 per kind.")


EdgeKind = Literal["AUTHORED", "COAUTHORED", "HAS_TOPIC", "CITES", "AFFILIATED_WITH", "PART_OF"]


class SliceEdge(Answer):
    """An edge among the nodes shown."""

    source: str
    target: str
    kind: EdgeKind
    papers: int | None = Field(default=None, description="Co-authorship: number of joint works.")
    first_year: int | None = None
    last_year: int | None = None
    basis: str | None = Field(default=None, description="Citation: `stated` or `inferred`.")
    score: float | None = Field(default=None, description="Topic: the source's confidence.")


class Slice(Answer):
    """A bounded, deterministic neighbourhood, with what was left out."""

    center: list[str] = Field(description="Ids of the seeds.")
    nodes: list[SliceNode]
    edges: list[SliceEdge]
    shown: dict[Kind, int] = Field(description="Nodes shown, by kind.")
    total: dict[Kind, int] = Field(description="Nodes that there are after the filters, by kind.")
    rule: str = Field(description="How it was cut, in one or two sentences.")
    next: dict[Kind, str | None] = Field(description="Cursor by kind for the next ones; null when all are shown.")
    dataset: str


class Edges(Answer):
    """All edges among some nodes."""

    edges: list[SliceEdge]
    unknown: list[str] = Field(description="Identifiers, as given, that lead to no node.")
    dataset: str


class Evidence(Answer):
    """The works on which an edge of a person rests."""

    source: Ref
    target: Ref
    papers: list[PaperRef] = Field(description="Newest first, at most as many as asked for.")
    total: int
    first_year: int | None
    last_year: int | None
    dataset: str


class Neighbours(Answer):
    """The next neighbours of a node, of one kind, best first; or only the counts when no kind is asked for."""

    id: str
    counts: dict[Kind, int] = Field(description="Neighbours by kind, before anything is fetched.")
    kind: Kind | None
    nodes: list[SliceNode]
    edges: list[SliceEdge]
    next: str | None
    rule: str
    dataset: str
