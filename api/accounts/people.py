"""All users, as those who run the program manage them."""

from sqlalchemy import delete, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.audit import note
from api.accounts.entering import address
from api.accounts.errors import Conflict
from api.accounts.questions import LONGEST_PASSWORD, SHORTEST_PASSWORD
from api.accounts.secrets import hashed, new_id
from api.accounts.tables import ApiToken, Role, Session, User
from graph.errors import InvalidValue, NotFound


async def add(accounts: Accounts, email: str, name: str, password: str) -> User:
    """Add a user whose address is believed. Raises `InvalidValue`, `Conflict`."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise InvalidValue(f"The password must have {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.")
    user = User(id=new_id(), email=address(email), name=name[:200], role="user", created_at=moments.now())
    user.password = await hashed(password)
    try:
        async with accounts.store.write() as db:
            db.add(user)
            note(db, None, "account.added", user.id)
    except IntegrityError as error:
        raise Conflict(f"{user.email} has an account already.") from error
    return user


async def all_users(accounts: Accounts) -> list[User]:
    """Return all users, the oldest first."""
    async with accounts.store.read() as db:
        return list((await db.execute(select(User).order_by(User.created_at, User.id))).scalars())


async def set_role(accounts: Accounts, who: str, role: Role) -> User:
    """Make somebody a moderator, or a user again. Raises `NotFound`."""
    async with accounts.store.write() as db:
        user = await _find(db, who)
        user.role = role
        note(db, None, "account.role_set", user.id, role=role)
        return user


async def set_disabled(accounts: Accounts, who: str, *, disabled: bool) -> User:
    """Disable somebody, or undo it; sessions end and tokens are revoked. Raises `NotFound`."""
    async with accounts.store.write() as db:
        user = await _find(db, who)
        user.disabled_at = moments.now() if disabled else None
        await db.execute(delete(Session).where(Session.user_id == user.id))
        await db.execute(delete(ApiToken).where(ApiToken.user_id == user.id))
        note(db, None, "account.disabled" if disabled else "account.enabled", user.id)
        return user


async def _find(db: AsyncSession, who: str) -> User:
    text = who.strip()
    named = or_(User.id == text, User.email == text.lower(), User.orcid == text.upper())
    user = (await db.execute(select(User).where(named))).scalar_one_or_none()
    if user is None:
        raise NotFound(f"No user has the mail address, ORCID iD or id {text}: see bzpeer users list.")
    return user
