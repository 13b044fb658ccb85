"""The account of whoever asks: register, log in, and what is one's own."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel

from api.accounts import addresses, entering, managing, rates
from api.accounts.answers import (
    Account,
    AccountExport,
    AccountSessions,
    AccountTokens,
    AccountUser,
    LoggedIn,
    NewToken,
    Said,
)
from api.accounts.cookies import before_cookie, drop_session, session_cookie, set_before, set_session
from api.accounts.present import LONGEST, Me, described
from api.accounts.questions import (
    NO_NUL,
    Credentials,
    Goodbye,
    MailLink,
    NewName,
    NewPassword,
    NewTokenWanted,
    PasswordByLink,
    Registration,
    SomebodysAddress,
)
from api.accounts.secrets import proof_of_login
from api.accounts.who import accounts_of, client_of, graph_of, user, visitor
from api.documents import problems
from api.limits import network

router = APIRouter(prefix="/api/account", tags=["account"])
User = Annotated[Me, user()]
Id = Annotated[str, Path(max_length=64, pattern=NO_NUL, examples=["4f0c1de2a7b39658"])]
_LETTER = "When this address can be used, a letter is on its way to it: open the link in it."


@router.get("", operation_id="account", response_model=Account, responses=problems(401))
async def account(request: Request, me: Annotated[Me | None, visitor("account:read")]) -> Response:
    """Who is logged in, null for a visitor and a token that may not read it; and the ways to log in here."""
    accounts = accounts_of(request)
    found = await managing.user_of(accounts, me) if me else None
    response = private(Account(user=found, ways=accounts.ways))
    if me is None and session_cookie(request):
        drop_session(request, response)
    return response


@router.post(
    "/register", operation_id="register", status_code=202, response_model=Said, responses=problems(403, 422, 429)
)
async def register(request: Request, body: Registration) -> Response:
    """Register with a mail address and a password; a letter with a link comes next, or says that one is registered."""
    email = entering.address(body.email)
    _mail(request, "register", email)
    password = body.password.get_secret_value()
    await entering.register(accounts_of(request), email, password, body.name, entering.local(body.next))
    return private(Said(says=_LETTER), 202)


@router.post("/verify", operation_id="verify", response_model=LoggedIn, responses=problems(403, 410, 422, 429))
async def verify(request: Request, body: MailLink) -> Response:
    """Finish registering by the link of the letter, which works once; one is logged in then."""
    _link(request)
    made, agent, before = body.token.get_secret_value(), _agent(request), session_cookie(request)
    entered, next = await entering.verify(accounts_of(request), made, agent, before)
    return _entered(request, entered, next)


@router.post("/login", operation_id="log_in", response_model=LoggedIn, responses=problems(401, 403, 422, 429))
async def log_in(request: Request, body: Credentials) -> Response:
    """Log in with a mail address and a password; the session before it in this browser ends."""
    accounts, email = accounts_of(request), entering.address(body.email)
    client = network(client_of(request))
    accounts.rates.take(rates.LOGIN_CLIENT, "login", client)
    if await entering.was_here(accounts, email, before_cookie(request)):
        accounts.rates.take(rates.LOGIN_ADDRESS, "login again", email)
    else:
        accounts.rates.take(rates.LOGIN_ADDRESS, "login", client, email)
        accounts.rates.take(rates.LOGIN_EVERYWHERE, "login", email)
    password, before = body.password.get_secret_value(), session_cookie(request)
    entered = await entering.log_in(accounts, email, password, _agent(request), before)
    return _entered(request, entered, entering.local(body.next))


@router.post("/logout", operation_id="log_out", response_model=Said, responses=problems(403))
async def log_out(request: Request) -> Response:
    """Log out in this browser; nothing happens when nobody is logged in."""
    made = session_cookie(request)
    if made:
        await managing.log_out(accounts_of(request), made)
    response = private(Said(says="You are logged out."))
    drop_session(request, response)
    return response


@router.post(
    "/reset", operation_id="ask_reset", status_code=202, response_model=Said, responses=problems(403, 422, 429)
)
async def ask_reset(request: Request, body: SomebodysAddress) -> Response:
    """Ask for a letter with which a new password can be chosen."""
    email = entering.address(body.email)
    _mail(request, "reset", email)
    await entering.ask_reset(accounts_of(request), email)
    return private(Said(says=_LETTER), 202)


@router.post(
    "/reset/password", operation_id="reset_password", response_model=LoggedIn, responses=problems(403, 410, 422, 429)
)
async def reset_password(request: Request, body: PasswordByLink) -> Response:
    """Choose a new password by the link of the letter, which works once; all sessions end, all tokens are revoked."""
    _link(request)
    made, password = body.token.get_secret_value(), body.password.get_secret_value()
    entered = await entering.reset(accounts_of(request), made, password, _agent(request))
    return _entered(request, entered, "/")


@router.patch("", operation_id="rename_account", response_model=AccountUser, responses=problems(401, 403, 422))
async def rename(request: Request, body: NewName, me: User) -> Response:
    """Change how one is called."""
    return private(await managing.rename(accounts_of(request), me, body.name))


@router.post(
    "/email",
    operation_id="ask_address",
    status_code=202,
    response_model=Said,
    responses=problems(401, 403, 409, 422, 429),
)
async def ask_address(request: Request, body: SomebodysAddress, me: User) -> Response:
    """Add a mail address to an account that has none: a letter with a link comes to it."""
    email = entering.address(body.email)
    _mail(request, "address", email)
    await addresses.ask(accounts_of(request), me, email)
    return private(Said(says=_LETTER), 202)


@router.post(
    "/email/confirm",
    operation_id="add_address",
    response_model=AccountUser,
    responses=problems(401, 403, 409, 410, 422, 429),
)
async def add_address(request: Request, body: MailLink, me: User) -> Response:
    """Show by the link of the letter, which works once, that the address is one's own; from now on it counts."""
    _link(request)
    return private(await addresses.add(accounts_of(request), me, body.token.get_secret_value()))


@router.post("/password", operation_id="change_password", response_model=Said, responses=problems(401, 403, 409, 429))
async def change_password(request: Request, body: NewPassword, me: User) -> Response:
    """Change the password; other browsers are logged out."""
    _guess(request, me)
    old, new = body.old.get_secret_value() if body.old else "", body.password.get_secret_value()
    await managing.change_password(accounts_of(request), me, old, new)
    return private(Said(says="Your password was changed, and other browsers were logged out."))


@router.get("/sessions", operation_id="sessions", response_model=AccountSessions, responses=problems(401, 403))
async def sessions(request: Request, me: User) -> Response:
    """The browsers in which one is logged in."""
    return private(AccountSessions(items=await managing.sessions(accounts_of(request), me)))


@router.delete("/sessions", operation_id="end_sessions", response_model=Said, responses=problems(401, 403))
async def end_sessions(request: Request, me: User) -> Response:
    """Log out in all other browsers."""
    await managing.end_other_sessions(accounts_of(request), me)
    return private(Said(says="All other browsers were logged out."))


@router.delete("/sessions/{id}", operation_id="end_session", response_model=Said, responses=problems(401, 403, 404))
async def end_session(request: Request, id: Id, me: User) -> Response:
    """Log out in one browser."""
    await managing.end_session(accounts_of(request), me, id)
    return private(Said(says="That browser was logged out."))


@router.get("/tokens", operation_id="tokens", response_model=AccountTokens, responses=problems(401, 403))
async def tokens(request: Request, me: User) -> Response:
    """One's tokens for programs, without their secrets."""
    return private(AccountTokens(items=await managing.tokens(accounts_of(request), me)))


@router.post(
    "/tokens",
    operation_id="make_token",
    status_code=201,
    response_model=NewToken,
    responses=problems(401, 403, 409, 422, 429),
)
async def make_token(request: Request, body: NewTokenWanted, me: User) -> Response:
    """Make a token for programs; its secret is shown this once."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.TOKEN_USER, "token", me.id)
    return private(await managing.make_token(accounts, me, body.name, body.scopes, body.days), 201)


@router.delete("/tokens/{id}", operation_id="revoke_token", response_model=Said, responses=problems(401, 403, 404))
async def revoke_token(request: Request, id: Id, me: User) -> Response:
    """Revoke a token: it works no more at once."""
    await managing.revoke_token(accounts_of(request), me, id)
    return private(Said(says="The token was revoked."))


@router.get("/export", operation_id="export_account", response_model=AccountExport, responses=problems(401, 403))
async def export(request: Request, me: Annotated[Me, user("account:read")]) -> Response:
    """All that is stored about oneself, as a file."""
    response = private(await managing.export(accounts_of(request), graph_of(request), me))
    response.headers["Content-Disposition"] = 'attachment; filename="bzpeer-account.json"'
    return response


@router.post("/delete", operation_id="delete_account", response_model=Said, responses=problems(401, 403, 429))
async def delete(request: Request, body: Goodbye, me: User) -> Response:
    """Delete the account with all that is private; what is in the graph stays as its sources state it."""
    accounts = accounts_of(request)
    _guess(request, me)
    await managing.confirm(accounts, me, body.password.get_secret_value() if body.password else None)
    await managing.remove(accounts, me)
    response = private(Said(says="Your account was deleted."))
    drop_session(request, response)
    return response


def private(answer: BaseModel, status: int = 200) -> Response:
    """Return an answer that nobody keeps."""
    return Response(answer.model_dump_json(), status, {"Cache-Control": "no-store"}, media_type="application/json")


def _entered(request: Request, entered: entering.Entered, next: str) -> Response:
    who, made = entered
    response = private(LoggedIn(user=described(who), next=next))
    set_session(request, response, made, int(LONGEST.total_seconds()))
    if who.password:
        set_before(request, response, proof_of_login(who.id, who.password))
    return response


def _agent(request: Request) -> str:
    return request.headers.get("user-agent", "")


def _mail(request: Request, kind: str, email: str) -> None:
    """Count a letter, each kind by itself. Raises `TooMany`, for an address that is known and one that is not alike."""
    counted = accounts_of(request).rates
    counted.take(rates.MAIL_CLIENT, "mail", network(client_of(request)))
    counted.take(rates.MAIL_ADDRESS, kind, email)


def _link(request: Request) -> None:
    """Count a link that is tried. Raises `TooMany`."""
    accounts_of(request).rates.take(rates.LINK_CLIENT, "link", network(client_of(request)))


def _guess(request: Request, me: Me) -> None:
    """Count a password that a user is asked for. Raises `TooMany`."""
    accounts_of(request).rates.take(rates.LOGIN_ADDRESS, "confirm", me.id)
