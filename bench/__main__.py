"""`make bench`: measure what is named (everything by default), print tables, keep the results in `bench/results/`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from bench import cached, console, explorer, load, parse, ranking, slices
from bench.packages import folder
from bench.report import Result, keep, page

WHAT = ("parse", "load", "slices", "cached", "ranking", "explorer", "console")


def main() -> None:
    """Run the measurements one after another; nothing else should run on the machine meanwhile."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("what", nargs="*", help=f"some of {', '.join(WHAT)}; all when none is named")
    options.add_argument(
        "--graph", type=Path, help="folder of a graph to keep for `slices`, `cached`, `explorer`, `console`"
    )
    options.add_argument("--cuts", type=int, nargs="+", help="last years to learn from, for `ranking`")
    options.add_argument("--times", type=int, default=load.TIMES, help="runs of `load`")
    options.add_argument("--own", action="store_true", help="`ranking` of the graph of your settings, printed only")
    given = options.parse_args()
    if unknown := sorted(set(given.what) - set(WHAT)):
        options.error(f"{unknown[0]} is none of {', '.join(WHAT)}")
    if given.own:
        print(page(ranking.measure(given.cuts, own=True)))
        return
    folder()
    measures: dict[str, Callable[[], Result]] = {
        "parse": parse.measure,
        "load": lambda: load.measure(given.times),
        "slices": lambda: slices.measure(given.graph),
        "cached": lambda: cached.measure(given.graph),
        "ranking": lambda: ranking.measure(given.cuts),
        "explorer": lambda: explorer.measure(given.graph),
        "console": lambda: console.measure(given.graph),
    }
    for name in given.what or WHAT:
        keep(measures[name]())


if __name__ == "__main__":
    main()
