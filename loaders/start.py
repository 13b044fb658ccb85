"""What `bzpeer serve` does before the first page: the demo into an empty graph, and nobody who opted out."""

import logging
from collections.abc import Callable

from graph.catalogue import query
from graph.connection import Connection
from graph.errors import LoadRunning
from graph.schema import is_empty
from graph.settings import Settings
from graph.store import Store
from loaders.demo import DemoSource
from loaders.identity import enforce
from loaders.pipeline import Progress, load, silent
from loaders.tally import Outcome

_log = logging.getLogger(__name__)


async def prepare(store: Store, settings: Settings, report: Callable[[Progress], None] = silent) -> Outcome | None:
    """Load the demo when `BZPEER_DEMO` allows it and the graph is empty, or holds a part of it; return its tally.

    Return None when there is nothing to load, and when another process is loading already. Raises `BadRequest` when
    people opted out of this graph under a key that is not here.
    """
    source = DemoSource()
    try:
        if settings.demo != "off" and (await is_empty(store.connection) or await _unfinished(store.connection, source)):
            return await load(store.connection, source, report=report)
        await enforce(store.connection)
    except LoadRunning as error:  # which takes out who opted out, before it begins
        _log.warning("Another load runs, so nothing is loaded now. %s", error)
    return None


async def _unfinished(connection: Connection, source: DemoSource) -> bool:
    """Say whether a load of the demo was stopped before its end, for example with Ctrl-C."""
    return bool(await connection.read(query("load/unfinished"), source=source.name, input=source.key))
