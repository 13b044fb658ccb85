"""Derivation: what reading needs beyond what sources state, computed inside the database for what changed.

Nodes that a load touched carry the label `Stale`; each step of `cypher/derive/` works on these, in transactions of
its own. The marks go last, so that a derivation that was killed starts again and ends with the same graph.
"""

from collections.abc import Callable

from graph.catalogue import Query, catalogue, query
from graph.connection import Connection

STEP_LIMIT = 3600.0
"""Seconds that one step may take; the server's own limit is for pages."""


def steps() -> list[Query]:
    """Return the steps in the order of their names."""
    return list(catalogue("derive").values())


async def derive(connection: Connection, run: str, say: Callable[[str], None]) -> None:
    """Run every step for the load `run`; `say` gets the first sentence of each before it starts.

    The load records each step when it is done: it is part of the version that cached answers are keyed by.
    """
    for step in steps():
        say(step.purpose.partition(". ")[0].removesuffix("."))
        await connection.implicit(step, timeout=STEP_LIMIT)
        await connection.write(query("load/checkpoint"), id=run, state={"step": step.name.removeprefix("derive/")})
