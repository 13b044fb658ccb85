"""Logging in with ORCID: OAuth 2 with an authorization code, bound to the browser that began, with PKCE where offered.

An ORCID iD is known in no other way: one that is typed proves nothing.
"""

import secrets as chance
from datetime import timedelta
from typing import Any

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.accounts import Accounts, Provider
from api.accounts.audit import note
from api.accounts.cookies import ORCID_SECONDS
from api.accounts.entering import DISABLED, Entered
from api.accounts.errors import AccountsUnavailable, Conflict, Expired, Forbidden
from api.accounts.present import Me, begin
from api.accounts.secrets import digest, new_id, secret
from api.accounts.tables import OrcidLogin, User
from api.logs import LOG
from graph.errors import NotAllowed
from graph.identifiers import orcid as checked

CALLBACK = "api/account/orcid/callback"
_SECONDS = 10.0
_DISCOVERY = "/.well-known/openid-configuration"
_FAILED = "ORCID did not answer as it should: try again later."


async def start(accounts: Accounts, me: Me | None, next: str) -> tuple[str, str]:
    """Return the address to which the browser goes, and the secret that it keeps until it is back.

    Who is logged in adds the ORCID iD to the account. Raises `NotAllowed`, `AccountsUnavailable`.
    """
    found = await provider(accounts)
    made, verifier = secret(), chance.token_urlsafe(64) if found.pkce else ""
    at = moments.now()
    login = OrcidLogin(digest=digest(made), user_id=me and me.id, verifier=verifier, next=next)
    login.expires_at = at + timedelta(seconds=ORCID_SECONDS)
    async with accounts.store.write() as db:
        await db.execute(delete(OrcidLogin).where(OrcidLogin.expires_at <= at))
        db.add(login)
    async with _client(accounts, found) as client:
        address, _ = client.create_authorization_url(found.authorize, state=made, code_verifier=verifier or None)
    return str(address), made


async def finish(
    accounts: Accounts, me: Me | None, state: str, kept: str | None, code: str | None, agent: str, before: str | None
) -> tuple[Entered, str]:
    """Log in the browser that is back from ORCID with `state` and `code`; return also where to go on.

    Raises `Expired` when it is not the one that went, or comes a second time; `NotAllowed` when the owner of the iD
    has refused; `Conflict` when the iD belongs to another account; `Forbidden`, `AccountsUnavailable`.
    """
    login = await _use(accounts, state, kept)
    if login.user_id != (me and me.id):
        raise Expired("Somebody else is logged in now than when this was begun: begin again.")
    if code is None:
        raise NotAllowed("ORCID was not allowed to tell who you are.")
    iD, name = await _proved(accounts, code, login.verifier)
    try:
        async with accounts.store.write() as db:
            user = await (_add(db, me.id, iD) if me else _find(db, iD, name))
            if user.disabled_at:
                raise Forbidden(DISABLED)
            note(db, user.id, "account.orcid_proved", user.id)
            return (user, await begin(db, user, agent, before)), login.next
    except IntegrityError as error:
        raise Conflict("This ORCID iD belongs to another account.") from error


async def provider(accounts: Accounts) -> Provider:
    """Return what ORCID says of itself, asked once. Raises `NotAllowed`, `AccountsUnavailable`."""
    issuer = accounts.settings.orcid_issuer
    if not accounts.settings.orcid_client_id:
        raise NotAllowed("Nobody can log in with ORCID here (BZPEER_ORCID_CLIENT_ID).")
    if accounts.orcid is None:
        try:
            async with httpx2.AsyncClient(timeout=_SECONDS) as client:
                said: dict[str, Any] = (await client.get(issuer + _DISCOVERY)).raise_for_status().json()
            if said["issuer"].rstrip("/") != issuer:
                raise ValueError("it calls itself by another name")
            methods = said.get("code_challenge_methods_supported") or ()
            accounts.orcid = Provider(said["authorization_endpoint"], said["token_endpoint"], "S256" in methods)
        except (httpx2.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise _failed(error) from error
    return accounts.orcid


async def _use(accounts: Accounts, state: str, kept: str | None) -> OrcidLogin:
    """Take away the login that was begun, so that it is finished once. Raises `Expired`."""
    mine = OrcidLogin.digest == digest(state), OrcidLogin.expires_at > moments.now()
    login = None
    if kept and chance.compare_digest(digest(kept), digest(state)):
        async with accounts.store.write() as db:
            login = (await db.execute(delete(OrcidLogin).where(*mine).returning(OrcidLogin))).scalar_one_or_none()
    if login is None:
        raise Expired("This login was not begun in this browser, or is too old: begin again.")
    return login


async def _proved(accounts: Accounts, code: str, verifier: str) -> tuple[str, str]:
    """Return the ORCID iD and the name for which ORCID gives `code`. Raises `AccountsUnavailable`."""
    found = await provider(accounts)
    try:
        async with _client(accounts, found) as client:
            said = await client.fetch_token(found.token, code=code, code_verifier=verifier or None)
        iD = checked(said["orcid"])
        if iD is None:
            raise ValueError("it gave no ORCID iD")
    except (OAuthError, httpx2.HTTPError, ValueError, KeyError, TypeError) as error:
        raise _failed(error) from error
    short = iD.removeprefix("orcid:")
    return short, " ".join(str(said.get("name") or short).split())[:200]


def _client(accounts: Accounts, found: Provider) -> Any:
    settings = accounts.settings
    return AsyncOAuth2Client(
        settings.orcid_client_id,
        settings.orcid_client_secret and settings.orcid_client_secret.get_secret_value(),
        token_endpoint_auth_method="client_secret_post",  # noqa: S106 - a method, as ORCID asks for it
        redirect_uri=accounts.site + CALLBACK,
        scope="openid",
        code_challenge_method="S256" if found.pkce else None,
        timeout=_SECONDS,
    )


async def _add(db: AsyncSession, id: str, iD: str) -> User:
    """Add an ORCID iD to the user. Raises `Conflict` when there is another one."""
    user = await db.get(User, id)
    if user is None or user.orcid not in (None, iD):
        raise Conflict("Your account has another ORCID iD.")
    user.orcid = iD
    await db.flush()
    return user


async def _find(db: AsyncSession, iD: str, name: str) -> User:
    """Return the user with an ORCID iD, made when there is none."""
    user = (await db.execute(select(User).where(User.orcid == iD))).scalar_one_or_none()
    if user is None:
        user = User(id=new_id(), orcid=iD, name=name, role="user", created_at=moments.now())
        db.add(user)
        await db.flush()
        note(db, user.id, "account.registered", user.id)
    return user


def _failed(error: Exception) -> AccountsUnavailable:
    """Log what ORCID did wrong by its kind only, since its words may hold codes, and return the sentence of it."""
    LOG.error("logging in with ORCID failed: %s", type(error).__name__)
    return AccountsUnavailable(_FAILED)
