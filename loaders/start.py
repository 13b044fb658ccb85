"""What `bzpeer serve` does before the first page: the demo into an empty graph."""

from collections.abc import Callable

from graph.schema import is_empty
from graph.settings import Settings
from graph.store import Store
from loaders.demo import DemoSource
from loaders.pipeline import Progress, load, silent
from loaders.tally import Outcome


async def prepare(store: Store, settings: Settings, report: Callable[[Progress], None] = silent) -> Outcome | None:
    """Load the demo when the graph is empty and `BZPEER_DEMO` allows it; return its tally, or None."""
    if settings.demo == "off" or not await is_empty(store.connection):
        return None
    return await load(store.connection, DemoSource(), report=report)
