"""`bzpeer users …`: who may log in, and who moderates."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from api.accounts import people
from api.accounts.accounts import Accounts
from api.accounts.tables import User
from api.db_commands import say, sentences
from graph.settings import load_settings

users_app = typer.Typer(help="Add, list, promote and disable those who can log in.", no_args_is_help=True)
T = TypeVar("T")
Who = Annotated[str, typer.Argument(help="Mail address, ORCID iD or id of a user.")]


@users_app.command()
def add(
    email: Annotated[str, typer.Argument(help="Mail address, which is not asked to confirm.")],
    name: Annotated[str, typer.Option(help="How the user wants to be called; the address when left out.")] = "",
    password: Annotated[
        str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True, help="Asked for when left out.")
    ] = "",
) -> None:
    """Add a user, who can log in at once."""
    user = _done(lambda accounts: people.add(accounts, email, name or email, password))
    say(f"{user.email} can log in (id {user.id}).")


@users_app.command("list")
def list_users() -> None:
    """List all users."""
    table = Table("Id", "Name", "Mail address", "ORCID iD", "Role", "Since")
    for user in _done(people.all_users):
        role = "disabled" if user.disabled_at else user.role
        table.add_row(user.id, user.name, user.email or "", user.orcid or "", role, f"{user.created_at:%Y-%m-%d}")
    Console().print(table)


@users_app.command()
def make_moderator(
    who: Who, undo: Annotated[bool, typer.Option("--undo", help="Make a moderator a user again.")] = False
) -> None:
    """Let a user decide on claims, reports and corrections."""
    user: User = _done(lambda accounts: people.set_role(accounts, who, "user" if undo else "moderator"))
    say(f"{user.name} is a {user.role} now.")


@users_app.command()
def disable(
    who: Who, undo: Annotated[bool, typer.Option("--undo", help="Let a disabled user log in again.")] = False
) -> None:
    """Log a user out everywhere, revoke the tokens, and refuse to log them in."""
    user: User = _done(lambda accounts: people.set_disabled(accounts, who, disabled=not undo))
    say(f"{user.name} {'can log in again' if undo else 'is disabled'}.")


def _done(work: Callable[[Accounts], Awaitable[T]]) -> T:
    """Return what `work` gives on the accounts of the settings."""

    async def run() -> T:
        accounts = Accounts(load_settings())
        try:
            return await work(accounts)
        finally:
            await accounts.close()

    with sentences():
        return asyncio.run(run())
