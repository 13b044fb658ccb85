"""Dependencies of routes: who asks.

::

    @router.get("/…")
    async def route(me: Annotated[Me | None, visitor()]): ...      # anybody; None without a login in a browser
    async def route(me: Annotated[Me | None, visitor("account:read")]): ...  # the same, or a token with this scope
    async def route(me: Annotated[Me, user()]): ...                # logged in, in a browser
    async def route(me: Annotated[Me, user("follow")]): ...        # the same, or a token with this scope
    async def route(me: Annotated[Me, moderator()]): ...           # a moderator, in a browser
"""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Depends, Request

from api.accounts.accounts import Accounts
from api.accounts.answers import Scope
from api.accounts.cookies import session_cookie
from api.accounts.errors import Forbidden, NotLoggedIn
from api.accounts.present import Me, by_session, by_token
from api.answers import Answers
from graph.connection import Connection


async def present(request: Request) -> Me | None:
    """Return who asks, by token or by session; None for a visitor. Raises `NotLoggedIn` for a token that is wrong."""
    accounts = accounts_of(request)
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        me = await by_token(accounts.store, token.strip())
        if me is None:
            raise NotLoggedIn("This token is unknown, revoked or too old: make a new one on the page of your account.")
        return me
    made = session_cookie(request)
    return await by_session(accounts.store, made) if made else None


def visitor(scope: Scope | None = None) -> Any:
    """Return the dependency that gives who is logged in, or None; a token serves when it has the `scope`.

    Another token is answered as a visitor: it may not read what is its user's own.
    """

    async def anybody(request: Request) -> Me | None:
        me = await present(request)
        return me if me is None or me.scopes is None or scope in me.scopes else None

    return Depends(anybody)


def user(scope: Scope | None = None) -> Any:
    """Return the dependency that gives who is logged in; a token serves when it has the `scope`.

    Without a scope nothing but a session in a browser serves.
    """
    return Depends(_users(scope))


def moderator() -> Any:
    """Return the dependency that gives the moderator who is logged in."""
    return Depends(_moderator)


def _users(scope: Scope | None) -> Callable[[Request], Awaitable[Me]]:
    async def logged_in(request: Request) -> Me:
        return await known(request, scope)

    return logged_in


async def known(request: Request, scope: Scope | None) -> Me:
    """Return who is logged in, or whose token with this `scope` it is. Raises `NotLoggedIn`, `Forbidden`."""
    me = await present(request)
    if me is None:
        raise NotLoggedIn("Log in to do this.")
    if me.scopes is not None and scope not in me.scopes:
        needed = f"This needs a token with the scope {scope}." if scope else "This can be done in a browser only."
        raise Forbidden(needed)
    return me


async def _moderator(request: Request) -> Me:
    me = await _users(None)(request)
    if me.role != "moderator":
        raise Forbidden("Only moderators may do this.")
    return me


def accounts_of(request: Request) -> Accounts:
    """Return the accounts of the application that serves `request`."""
    accounts: Accounts = request.app.state.accounts
    return accounts


def graph_of(request: Request) -> Connection:
    """Return the connection to the graph of the application that serves `request`."""
    answers: Answers = request.app.state.answers
    return answers.connection


def client_of(request: Request) -> str:
    """Return the address of who asks."""
    return request.client.host if request.client else ""
