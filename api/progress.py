"""Progress of a load: a bar with an estimate on a terminal, plain lines elsewhere, both on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from loaders.pipeline import Progress

EVERY = 5.0
"""Seconds between two plain lines that say the same thing with another number."""

Report = Callable[[Progress], None]


@contextmanager
def reporter() -> Iterator[Report]:
    """Yield what a load reports its progress to."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(progress: Progress) -> None:
            bar.update(task, description=progress.doing, completed=progress.done, total=progress.total)

        yield show


def _lines() -> Report:
    """Return a report that prints a line when the step changes, and else not too often."""
    last: tuple[float, str] = (0.0, "")

    def show(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.doing == last[1] and now - last[0] < EVERY:
            return
        last = (now, progress.doing)
        of = f" of {progress.total:,}" if progress.total else ""
        print(f"{progress.done:,}{of} records: {progress.doing}", file=sys.stderr, flush=True)

    return show
