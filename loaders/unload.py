"""Unloading: what only one source said leaves the graph, and what follows from it is derived anew.

Where facts of several sources met, only those of the preferred one are kept. So after a source has gone, things that
others know too may lack facts until these are loaded again; the records that are needed for it are marked for that.
"""

import uuid
from collections.abc import Callable

from graph.catalogue import catalogue, query
from graph.connection import Connection
from graph.errors import BadRequest
from loaders.derive import STEP_LIMIT, derive
from loaders.pipeline import Progress, silent
from loaders.place import load_place

INPUT = "unload"
"""What stands in place of a fingerprint in the record of an unloading."""


async def unload(
    connection: Connection, source: str, report: Callable[[Progress], None] = silent
) -> tuple[dict[str, int], list[str]]:
    """Take `source` out of the graph; return how many rows each step changed, and which sources to load again.

    One that was stopped goes on when it is called again; a second one changes nothing. Raises `BadRequest` for a
    source that never was loaded, `LoadRunning` while a load runs.
    """
    async with load_place(connection):
        others = await _others(connection, source)
        fresh = f"{source}-{INPUT}-{uuid.uuid4().hex[:6]}"
        (row,) = await connection.write(query("load/run_open"), id=fresh, source=source, input=INPUT, resume=True)
        steps: dict[str, int] = {}
        for step in catalogue("unload").values():
            name = step.name.removeprefix("unload/")
            report(Progress(0, None, step.purpose.partition(". ")[0].removesuffix(".")))
            await connection.write(
                query("load/checkpoint"), id=row["id"], state={"state": "deriving", "records": 1, "step": name}
            )
            (done,) = await connection.implicit(step, source=source, timeout=STEP_LIMIT)
            steps[name.partition("_")[2]] = done["rows"]
        changed = bool((await connection.read(query("load/due")))[0]["due"])
        if changed:
            await derive(connection, row["id"], lambda doing: report(Progress(0, None, doing)))
        await connection.write(query("load/finish"), id=row["id"], state="unloaded", changed=changed)
    return steps, others if steps["others"] or steps["fields"] else []


async def _others(connection: Connection, source: str) -> list[str]:
    """Return the other sources that were loaded; raise `BadRequest` when `source` never was."""
    rows = await connection.read(query("load/sources"))
    known = [row["source"] for row in rows]
    if source not in known:
        named = ", ".join(known) or "none"
        raise BadRequest(f"Nothing was ever loaded from a source called {source!r}. Sources of this graph: {named}.")
    return [row["source"] for row in rows if row["loaded"] and row["source"] != source]
