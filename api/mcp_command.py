"""`bzpeer mcp`: the tools of `api.tools` over standard input and output."""

import asyncio
import signal

from api import logs
from api.app import version
from api.db_commands import fetching, sentences
from api.tools import Tools, tools_server
from graph.console.named import Named
from graph.console.run import open_console
from graph.settings import Settings, load_settings
from graph.store import open_store


def mcp_command() -> None:
    """Serve the graph's questions as tools for assistants (Model Context Protocol), until standard input ends.

    Standard output carries the protocol alone; log lines go to standard error.
    """
    with sentences():
        settings = load_settings()
        logs.configure(settings.log_format)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a thread that waits for standard input cannot be told to stop
        asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    named = Named(settings.queries)
    with fetching() as fetched:
        async with open_store(settings, fetched) as store, open_console(settings, store.connection) as console:
            logs.LOG.info("BZPEER answers the Model Context Protocol on the graph at %s", store.address)
            await tools_server(Tools(store.connection, console, named, settings), version()).run_stdio_async()
