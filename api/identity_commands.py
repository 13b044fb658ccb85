"""`bzpeer identity …`: join and split the records of people, disown works, and take people out of the graph."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from api.accounts import correcting
from api.accounts.accounts import Accounts
from api.db_commands import fetching, say, sentences
from graph import identity as known
from graph.answers.identity import JoinPreview
from graph.connection import Connection
from graph.optout import UNDO_DAYS, OptOut, opt_outs
from graph.settings import load_settings
from graph.store import open_store
from loaders import identity

OFFICE = "administrator"
"""Who decides on the command line, as the graph tells it."""

identity_app = typer.Typer(
    help="Join and split the records of people, disown works, take people out.", no_args_is_help=True
)
T = TypeVar("T")
Person = Annotated[str, typer.Argument(help="Any identifier of a person.")]
Work = Annotated[str, typer.Argument(help="Any identifier of a work.")]
Why = Annotated[str, typer.Option(prompt=True, help="The reason; whoever may query the graph can read it.")]


@identity_app.command()
def preview(keep: Person, alias: Person) -> None:
    """Say what joining ALIAS to KEEP would move, and what forbids it. Exit code 3 when something does."""
    seen = _done(lambda connection: known.preview(connection, keep, alias))
    _tell(seen)
    if seen.obstacles:
        raise typer.Exit(3)


def _tell(seen: JoinPreview) -> None:
    say(f"{seen.alias.label} ({seen.alias.id}) would become part of {seen.keep.label} ({seen.keep.id}).")
    say(f"It would bring {seen.works} works and the identifiers {', '.join(seen.identifiers)}.")
    say(f"Both have {seen.shared_coauthors} co-authors and {seen.shared_topics} topics in common.")
    for each in seen.obstacles:
        say(each)


@identity_app.command()
def join(keep: Person, alias: Person, why: Why) -> None:
    """Make ALIAS part of the person KEEP; `bzpeer identity split` undoes it."""
    moved = _done(lambda connection: identity.join(connection, keep, alias, by=OFFICE, why=why))
    say(f"{moved.alias} is part of {moved.keep} now: {moved.works} works and {moved.identifiers} identifiers moved.")


@identity_app.command()
def split(alias: Annotated[str, typer.Argument(help="Any identifier of the record that was joined.")]) -> None:
    """Undo a join."""
    moved = _done(lambda connection: identity.split(connection, alias))
    say(f"{moved.alias} stands for itself again: {moved.works} works and {moved.identifiers} identifiers moved back.")


@identity_app.command()
def disown(person: Person, work: Work, why: Why) -> None:
    """Set aside that PERSON is an author of WORK; `bzpeer identity own` undoes it."""
    _done(lambda connection: identity.disown(connection, person, work, why=why))
    say("The work does not count as theirs any more.")


@identity_app.command()
def own(person: Person, work: Work) -> None:
    """Take back that PERSON has disowned WORK."""
    _done(lambda connection: identity.own(connection, person, work))
    say("The work counts as theirs again.")


@identity_app.command()
def opt_out(
    person: Person,
    yes: Annotated[bool, typer.Option("--yes", prompt="Take this person out of the graph?", help="Do not ask.")],
) -> None:
    """Take PERSON out of the graph: name, identifiers and words; and out of claims, follows, proposals and reports."""

    async def take_out(connection: Connection) -> OptOut:
        accounts = Accounts(load_settings())
        try:
            return await correcting.take_out(accounts, connection, person)
        finally:
            await accounts.close()

    done: OptOut = _done(take_out) if yes else _stop()
    say(f"The person is gone; {done.works} works name an anonymous author. For {UNDO_DAYS} days")
    say(f"  bzpeer identity undo-opt-out {done.id}")
    say("brings them back. docs/identity.md says what the files of the database still hold, and how to clear them.")


@identity_app.command()
def undo_opt_out(id: Annotated[str, typer.Argument(help="Id of the opt-out.")]) -> None:
    """Bring back a person who had opted out."""
    say(f"{_done(lambda connection: identity.undo_opt_out(connection, id))} is back.")


@identity_app.command("list")
def list_decisions() -> None:
    """List joins, disowned works and opt-outs, the latest first."""

    async def ask(connection: Connection) -> list[tuple[str, str, str, str]]:
        joins = [(each.at, "join", f"{each.id} to {each.of}", each.why) for each in await known.joins(connection)]
        aside = await known.disowned(connection)
        works = [(each.at, "disowned", f"{each.work.id} by {each.person}", each.why) for each in aside]
        gone = [(each.at, "opt-out", each.id, f"until {each.until[:10]}") for each in await opt_outs(connection)]
        return sorted([*joins, *works, *gone], reverse=True)

    table = Table("When", "What", "Whom", "Why")
    for at, *rest in _done(ask):
        table.add_row(at[:10], *rest)
    Console().print(table)


def _stop() -> OptOut:
    raise typer.Abort


def _done(work: Callable[[Connection], Awaitable[T]]) -> T:
    """Return what `work` gives on the graph of the settings."""

    async def run() -> T:
        with fetching() as fetched:
            async with open_store(load_settings(), fetched) as store:
                return await work(store.connection)

    with sentences():
        return asyncio.run(run())
