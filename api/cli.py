"""The command line: `bzpeer serve`, `bzpeer query`, `bzpeer mcp`, `bzpeer load …`, `bzpeer db …`, `bzpeer users …`."""

import asyncio
import sys
from typing import Annotated

import typer

from api import logs
from api.app import create_app, runaways
from api.db_commands import db_app, fetching, sentences
from api.guard import guarding
from api.identity_commands import identity_app
from api.load_commands import load_app
from api.mcp_command import mcp_command
from api.progress import reporter
from api.query_command import query_command
from api.serving import ServerName, check_address, serve
from api.user_commands import users_app
from api.warm import warming
from graph.settings import Settings, load_settings
from graph.store import open_store
from loaders.start import prepare

cli = typer.Typer(
    help="BZPEER: a research-graph explorer.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
cli.add_typer(db_app, name="db")
cli.add_typer(load_app, name="load")
cli.add_typer(users_app, name="users")
cli.add_typer(identity_app, name="identity")
cli.command("query")(query_command)
cli.command("mcp")(mcp_command)


@cli.callback()
def _root() -> None:
    """BZPEER: see any researcher in context. All settings are `BZPEER_…` variables of the environment."""
    logs.quiet()


@cli.command("serve")
def serve_command(
    server: Annotated[ServerName, typer.Option(help="The web server to run on.")] = "granian",
) -> None:
    """Open the graph, load the demo when it is empty, and serve the pages until Ctrl-C."""
    with sentences():
        settings = load_settings()
        check_address(settings.host, settings.port)
        logs.configure(settings.log_format)
        asyncio.run(_serve(settings, server))


async def _serve(settings: Settings, server: ServerName) -> None:
    with fetching() as fetched:
        async with open_store(settings, fetched) as store:
            with reporter(settings.log_format) as report:
                await prepare(store, settings, report)
            app = create_app(settings, store)
            async with guarding(store, settings, lambda: runaways(app)), warming(store.connection):
                await serve(app, settings.host, settings.port, server, lambda: _ready(settings))


def _ready(settings: Settings) -> None:
    """Say where the pages are: on standard output, or as a line of the log where that is JSON."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{settings.port}{settings.root_path}"
    if settings.log_format == "json":
        logs.LOG.info("BZPEER is ready at %s", address, extra={"fields": {"address": address}})
    else:
        print(f"BZPEER is ready at {address}", flush=True)


def main() -> None:
    """Run the command line; Ctrl-C ends it without a stack trace."""
    try:
        cli(prog_name="bzpeer")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
