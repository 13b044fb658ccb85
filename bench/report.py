"""Results: a table on the terminal, and `bench/results/NAME.md` and `.json` with what they were measured on."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: its value, that of its peer in the same run, their ratio, and the aim for it."""

    what: str
    value: float
    unit: str
    peer: float | None = None
    ratio: float | None = None
    aim: str = ""
    met: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of one measurement; `busy` is the load of the machine when it began."""

    name: str
    says: str
    rows: Sequence[Row]
    neo4j: str | None
    busy: float


def machine(result: Result) -> dict[str, str | int | float | None]:
    """Return what the numbers depend on: no name of a host, no path."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "python": platform.python_version(),
        "system": platform.system(),
        "neo4j": result.neo4j,
        "load_average_before": round(result.busy, 2),
    }


def busy() -> float:
    """Return the load average of the last minute: above half the cores, times are worth little."""
    return os.getloadavg()[0]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| | measured | peer | ratio | aim | met | |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        met = {True: "yes", False: "**no**", None: ""}[row.met]
        peer = "" if row.peer is None else f"{number(row.peer)} {row.unit}"
        ratio = "" if row.ratio is None else number(row.ratio)
        lines.append(
            f"| {row.what} | {number(row.value)} {row.unit} | {peer} | {ratio} | {row.aim} | {met} | {row.note} |"
        )
    return "\n".join(lines)


def number(value: float) -> str:
    """Return `value` with three significant digits, or whole from 1,000 on."""
    if abs(value) >= 1000 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


def page(result: Result) -> str:
    """Return a result as a page of Markdown."""
    told = ", ".join(
        f"{name.replace('_', ' ')} {value}" for name, value in machine(result).items() if value is not None
    )
    return f"# {result.name}\n\n{result.says}\n\n{table(result.rows)}\n\nMeasured on: {told}.\n"


def keep(result: Result) -> None:
    """Print the table and write both files."""
    facts, text = machine(result), page(result)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{result.name}.md").write_text(text)
    whole = {"name": result.name, "machine": facts, "rows": [asdict(row) for row in result.rows]}
    (RESULTS / f"{result.name}.json").write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n")
