"""What own data would be matched with: a table on a terminal, lines with tabs elsewhere."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from loaders.own_matches import Match, Outcome

COLOURS: dict[Outcome, str] = {"matched": "green", "new": "cyan", "ambiguous": "yellow", "rejected": "red"}
HEADINGS = ("where", "what", "outcome", "matched by", "in the graph", "remark")


def print_matches(matches: Sequence[Match]) -> None:
    """Print one line per record on standard output; nothing when there is none."""
    if not matches:
        return
    if not sys.stdout.isatty():
        for row in (HEADINGS, *map(_cells, matches)):
            print("\t".join(row))
        return
    table = Table(*HEADINGS, header_style="bold")
    for match in matches:
        where, what, outcome, *others = map(Text, _cells(match))
        outcome.stylize(COLOURS[match.outcome])
        table.add_row(where, what, outcome, *others)
    Console().print(table)


def _cells(match: Match) -> tuple[str, ...]:
    """Return the cells of one line, without line ends, tabs and signs that steer a terminal."""
    cells = match.place, match.name, match.outcome, match.by or "", match.node or "", match.reason or ""
    return tuple("".join(sign for sign in " ".join(cell.split()) if sign.isprintable()) for cell in cells)
