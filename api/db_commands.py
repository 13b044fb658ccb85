"""`bzpeer db …`: start, stop, look at, dump, restore and copy the graph's server."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from api import backups
from api.accounts import forgetting
from api.accounts.accounts import Accounts
from api.accounts.backup import has_accounts
from graph import offline, readonly, server
from graph import rewrite as rewriting
from graph.connection import connect
from graph.errors import BzpeerError
from graph.server_home import server_folder
from graph.settings import Settings, load_settings
from graph.store import open_store
from graph.tombstones import Vault
from loaders.identity import enforce

db_app = typer.Typer(help="Start, stop, look at, dump, restore and copy the graph's server.", no_args_is_help=True)


@contextmanager
def sentences() -> Iterator[None]:
    """Show an error that is written for a user as its sentence, and end with exit code 1."""
    try:
        yield
    except BzpeerError as error:
        Console(stderr=True, highlight=False).print(f"[bold red]Error:[/] {_escaped(str(error))}", soft_wrap=True)
        raise typer.Exit(1) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        Console(stderr=True, highlight=False).print(
            f"[bold red]Error:[/] {_escaped(where + (error.strerror or str(error)))}.", soft_wrap=True
        )
        raise typer.Exit(1) from error


@contextmanager
def fetching() -> Iterator[Callable[[int, int], None]]:
    """Yield a callback that shows on standard error how much of the server is fetched; silent when nothing is."""
    columns = (TextColumn("Fetching Neo4j (once)"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True))
    task = bar.add_task("")

    def show(done: int, total: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield show
    finally:
        if bar.live.is_started:
            bar.stop()


@db_app.command()
def start() -> None:
    """Start the managed server and keep it running until `bzpeer db stop`."""
    with sentences(), fetching() as progress:
        settings = _managed_settings()
        server.pin(settings, progress)
    now = server.status(settings)
    say(f"Neo4j runs in {now.folder}" + (f" on port {now.running.port}." if now.running else "."))


@db_app.command()
def stop() -> None:
    """Stop the managed server, or let it end with the last process that uses it."""
    with sentences():
        settings = _managed_settings()
        before = server.status(settings)
        left = server.unpin(settings)
    if before.running is None:
        say("No managed server was running.")
    elif left.running is None:
        say("The managed server has stopped.")
    else:
        say(f"The managed server is in use by process {_words(left.users)}: it stops when that ends.")


@db_app.command()
def status() -> None:
    """Say which Neo4j holds the graph, whether it answers, and who uses it. Exit code 3 when none runs."""
    with sentences():
        settings = load_settings()
        if settings.neo4j_uri is not None:
            say(f"{asyncio.run(_agent(settings))} answers at {settings.neo4j_uri}.")
            return
        now = server.status(settings)
        copied = server.status(readonly.copy_settings(settings)).running
    if copied:
        say(f"The read-only copy runs on port {copied.port} until `bzpeer db copy --stop`.")
    if now.running is None:
        say(f"No managed server runs in {now.folder}; it starts when it is needed.")
        raise typer.Exit(3)
    kept = "kept until `bzpeer db stop`" if now.pinned else "ends with its last user"
    say(f"Neo4j {now.running.version} runs in {now.folder} on port {now.running.port} (process {now.running.pid}).")
    say(f"Used by {f'process {_words(now.users)}' if now.users else 'no process'}; {kept}.")


@db_app.command()
def dump(file: Annotated[Path, typer.Argument(help="File to write; it must not exist.")]) -> None:
    """Write the graph of the managed server into one file, and the accounts into a second beside it."""
    with sentences(), fetching() as progress:
        for done in backups.dump(load_settings(), file.expanduser().absolute(), progress):
            say(done)


@db_app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="File that `bzpeer db dump` has written.")],
    replace: Annotated[bool, typer.Option("--replace", help="Replace graph and accounts that are there.")] = False,
) -> None:
    """Read the graph of the managed server from one file, and the accounts from the one beside it."""
    with sentences(), fetching() as progress:
        settings = load_settings()
        for done in backups.restore(settings, file.expanduser().absolute(), replace=replace, progress=progress):
            say(done)
        if any(Vault(settings).files()) and asyncio.run(_obey(settings)):
            say("Who opted out since it was dumped was taken out of it again.")


@db_app.command()
def copy(
    start: Annotated[bool, typer.Option("--start", help="Start the copy as it is, not brought up to date.")] = False,
    stop: Annotated[bool, typer.Option("--stop", help="Stop the copy.")] = False,
) -> None:
    """Make a read-only copy of the graph for other programs, or bring it up to date, and keep it running."""
    if start and stop:
        raise typer.BadParameter("--start and --stop exclude each other: choose one.")
    with sentences(), fetching() as progress:
        settings = _managed_settings()
        if stop:
            say("The copy has stopped." if readonly.stop(settings) else "No copy was running.")
            return
        reached = readonly.start(settings) if start else readonly.refresh(settings, progress)
        folder = server_folder(readonly.copy_settings(settings))
    say(f"A read-only copy of the graph answers until `bzpeer db copy --stop`:\n  address   {reached.uri}")
    say(f"  database  {reached.database}\n  user      {reached.user}\n  password  in {folder / 'password'}")


@db_app.command()
def rewrite() -> None:
    """Write the managed graph anew, so that its files hold nothing that was deleted; needs room for it twice."""
    with sentences(), fetching() as progress:
        settings = _managed_settings()
        with tempfile.TemporaryDirectory(dir=settings.data_dir, prefix=".rewrite-") as room:
            fresh = settings.model_copy(update={"data_dir": Path(room)})
            try:
                with Console(stderr=True).status("Copying") as shown:
                    nodes, edges = asyncio.run(
                        rewriting.copied(settings, fresh, lambda done: shown.update(f"Copying: {done}"))
                    )
                rewriting.take_over(settings, fresh, progress)
            finally:
                server.unpin(fresh)
    say(f"The graph was written anew: {nodes:,} nodes and {edges:,} edges.")


@db_app.command()
def adopt() -> None:
    """Let BZPEER add its schema and its data to a database that already holds other data."""

    async def apply_schema() -> str:
        async with open_store(load_settings(), adopt=True) as store:
            return store.address

    with sentences():
        address = asyncio.run(apply_schema())
    say(f"BZPEER may now load into the database at {address}; what was there is left alone.")


def _managed_settings() -> Settings:
    """Return the settings; raise `BadRequest` when the graph is at an address that somebody else runs."""
    settings = load_settings()
    offline.check_managed(settings)
    return settings


async def _agent(settings: Settings) -> str:
    password = settings.neo4j_password
    async with connect(
        settings.neo4j_uri or "",
        settings.neo4j_user,
        password.get_secret_value() if password else None,
        settings.neo4j_database,
        read_timeout=settings.read_timeout,
    ) as connection:
        return connection.server


async def _obey(settings: Settings) -> bool:
    """Let a graph and accounts that were restored obey the opt-outs that are known here; say whether they did not."""
    changed = False
    if settings.neo4j_uri is None:
        async with open_store(settings) as store:
            changed = await enforce(store.connection)
    if has_accounts(settings):
        accounts = Accounts(settings)
        changed |= await forgetting.obey(accounts, Vault(settings))
        await accounts.close()
    return changed


def _words(pids: list[int]) -> str:
    return ", ".join(str(pid) for pid in pids) or "none"


def _escaped(text: str) -> str:
    return text.replace("[", r"\[")


def say(text: str) -> None:
    """Print one line of text as it is."""
    Console(highlight=False).print(_escaped(text), soft_wrap=True)
