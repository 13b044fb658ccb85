"""Who is logged in: sessions of browsers and tokens of programs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.answers import AccountUser
from api.accounts.secrets import digest, new_id, secret
from api.accounts.store import AccountStore
from api.accounts.tables import ApiToken, Role, Session, User

IDLE = timedelta(days=14)
"""A session ends when it was not used for so long …"""
LONGEST = timedelta(days=60)
"""… and so long after its login, used or not."""
_NOTED = timedelta(minutes=5)
"""How exact it is known when a session or token was used last: a write for each request would be too many."""
_AGENT = 200


@dataclass(frozen=True, slots=True)
class Me:
    """The present user; `scopes` is None for a session, which may do all that the user may."""

    id: str
    name: str
    email: str | None
    orcid: str | None
    role: Role
    session: str | None = None
    scopes: frozenset[str] | None = None


async def begin(db: AsyncSession, user: User, agent: str, before: str | None) -> str:
    """Begin a session of `user` and return its secret; `before` is that of the browser's last one, which ends."""
    at = moments.now()
    if before:
        await db.execute(delete(Session).where(Session.digest == digest(before)))
    ended = or_(Session.expires_at <= at, Session.seen_at <= at - IDLE)
    await db.execute(delete(Session).where(Session.user_id == user.id, ended))
    made = secret()
    db.add(
        Session(
            id=new_id(),
            digest=digest(made),
            user_id=user.id,
            agent=agent[:_AGENT],
            created_at=at,
            seen_at=at,
            expires_at=at + LONGEST,
        )
    )
    return made


async def by_session(store: AccountStore, made: str) -> Me | None:
    """Return whose session has the secret `made`; None when it has ended, or its user is disabled."""
    at = moments.now()
    question = select(Session, User).join(User, User.id == Session.user_id).where(Session.digest == digest(made))
    async with store.read() as db:
        found = (await db.execute(question)).one_or_none()
    if found is None or found.User.disabled_at:
        return None
    session: Session = found.Session
    if session.expires_at <= at or session.seen_at <= at - IDLE:
        return None
    if session.seen_at <= at - _NOTED:
        await _seen(store, Session, session.id, at)
    return _me(found.User, session=session.id)


async def by_token(store: AccountStore, made: str) -> Me | None:
    """Return whose token for programs has the secret `made`; None when there is none that holds."""
    at = moments.now()
    question = select(ApiToken, User).join(User, User.id == ApiToken.user_id).where(ApiToken.digest == digest(made))
    async with store.read() as db:
        found = (await db.execute(question)).one_or_none()
    if found is None or found.User.disabled_at:
        return None
    token: ApiToken = found.ApiToken
    if token.expires_at and token.expires_at <= at:
        return None
    if token.used_at is None or token.used_at <= at - _NOTED:
        await _seen(store, ApiToken, token.id, at)
    return _me(found.User, scopes=frozenset(token.scopes.split()))


async def _seen(store: AccountStore, table: type[Session] | type[ApiToken], id: str, at: datetime) -> None:
    """Write down when a session or token was used last, unless it was revoked meanwhile."""
    async with store.write() as db:
        row = await db.get(table, id)
        if isinstance(row, Session):
            row.seen_at = at
        elif isinstance(row, ApiToken):
            row.used_at = at


def _me(user: User, session: str | None = None, scopes: frozenset[str] | None = None) -> Me:
    return Me(user.id, user.name, user.email, user.orcid, _role(user), session, scopes)


def _role(user: User) -> Role:
    return "moderator" if user.role == "moderator" else "user"


def described(user: User) -> AccountUser:
    """Return a user as they see themselves."""
    return AccountUser(
        id=user.id,
        name=user.name,
        email=user.email,
        orcid=user.orcid,
        password=user.password is not None,
        role=_role(user),
        created_at=user.created_at,
    )
