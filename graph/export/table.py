"""CSV as RFC 4180 has it, which a spreadsheet opens without running anything that stands in it."""

import csv
import io
from collections.abc import Iterable, Sequence

from graph.answers import Work
from graph.export.text import one_line

MARK = "\ufeff"
"""At the start of a file tells spreadsheets that it is UTF-8; else they guess, and break every accent."""
COLUMNS = (
    "id",
    "type",
    "title",
    "authors",
    "year",
    "date",
    "venue",
    "doi",
    "arxiv",
    "url",
    "topics",
    "citations_source",
    "citations_graph",
    "open_access",
    "retracted",
    "source",
    "abstract",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula."""
Cell = str | int | float | bool | None


def works_csv(works: Iterable[Work]) -> str:
    """Return `works` as the text of a `.csv` file with the columns `COLUMNS`; several values are joined by `; `."""
    return MARK + csv_text(COLUMNS, map(_row, works))


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table as CSV; None is an empty cell, and text that a spreadsheet would calculate gets an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _row(work: Work) -> list[Cell]:
    ids = {each.scheme: each.value for each in reversed(work.identifiers)}
    return [
        work.id,
        work.type,
        one_line(work.title or ""),
        "; ".join(one_line(each.name) for each in work.byline),
        work.year,
        work.date,
        one_line(work.venue or ""),
        ids.get("doi"),
        ids.get("arxiv"),
        work.url,
        "; ".join(one_line(each.label) for each in work.topics),
        work.citations_source,
        work.citations_graph,
        work.open_access,
        work.retracted,
        work.source,
        one_line(work.abstract or ""),
    ]
