"""Progress of a load: a bar with an estimate on a terminal, lines elsewhere (plain or JSON), all on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Literal

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from api import logs
from loaders.pipeline import Progress

EVERY = 5.0
"""Seconds between two plain lines that say the same thing with another number."""

Report = Callable[[Progress], None]


@contextmanager
def reporter(form: Literal["plain", "json"]) -> Iterator[Report]:
    """Yield what a load reports its progress to; `form` is that of the log lines."""
    if form == "json" or not sys.stderr.isatty():
        yield _lines(_logged if form == "json" else _printed)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(progress: Progress) -> None:
            bar.update(task, description=progress.doing, completed=progress.done, total=progress.total)

        yield show


def _lines(tell: Report) -> Report:
    """Return a report that tells when the step changes, and else not too often."""
    last: tuple[float, str] = (0.0, "")

    def show(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.doing == last[1] and now - last[0] < EVERY:
            return
        last = (now, progress.doing)
        tell(progress)

    return show


def _printed(progress: Progress) -> None:
    print(_text(progress), file=sys.stderr, flush=True)


def _logged(progress: Progress) -> None:
    logs.LOG.info(_text(progress), extra={"fields": asdict(progress)})


def _text(progress: Progress) -> str:
    of = f" of {progress.total:,}" if progress.total else ""
    return f"{progress.done:,}{of} records: {progress.doing}"
