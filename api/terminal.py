"""Rows as text: a drawn table on a terminal, bare lines with tabs where a pipe or a file is."""

import io
import re
import shutil
import sys
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.answers import PlanStep
from graph.console.formats import cell
from graph.console.run import Result
from graph.console.table import step

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""What would break a line, or drive the terminal: text of the graph comes from strangers."""


async def as_text(result: Result, params: Mapping[str, Any]) -> AsyncIterator[bytes]:
    """Yield the rows in one piece, and below them the plan when it was asked for."""
    rows = []
    async for row in result.rows():
        rows.append(row)
        result.wrote(sum(len(_shown(value)) for value in row))
    if rows or not result.plan:
        yield drawn(result.fields, rows).encode()
    if result.plan:
        yield "".join(_steps(PlanStep.model_validate(step(result.plan)))).encode()


def drawn(fields: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return rows under their field names, for whatever standard output is."""
    if not sys.stdout.isatty():
        return "".join("\t".join(map(_shown, each)) + "\n" for each in (fields, *rows))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for at, field in enumerate(fields):
        numbers = all(isinstance(row[at], int | float) for row in rows)
        table.add_column(Text(_shown(field)), justify="right" if numbers and rows else "left")
    for row in rows:
        table.add_row(*(Text(_shown(value)) for value in row))
    page = Console(file=io.StringIO(), force_terminal=True, width=shutil.get_terminal_size().columns)
    with page.capture() as captured:
        page.print(table)
    return captured.get()


def _shown(value: Any) -> str:
    """Return a value as text of one line."""
    return _CONTROL.sub(" ", value if isinstance(value, str) else str(cell(value)))


def _steps(plan: PlanStep, depth: int = 0) -> Iterator[str]:
    """Yield a line per step of a plan, each below the one that it feeds."""
    counted = [] if plan.estimated_rows is None else [f"about {plan.estimated_rows:,.0f} rows expected"]
    if plan.rows is not None:
        counted.append(f"{plan.rows:,} rows, {plan.hits or 0:,} accesses")
    said = "; ".join([*counted, *([_shown(plan.details)] if plan.details else [])])
    yield f"{'  ' * depth}{plan.operator} ({said})\n"
    for each in plan.steps:
        yield from _steps(each, depth + 1)
