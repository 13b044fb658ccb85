"""Ways in with a mail address and a password: register, log in, choose a new password.

No answer shows whether an address is known: what depends on it is done after the answer, or takes as long.
"""

import hmac
import re
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import letters, moments
from api.accounts.accounts import Accounts
from api.accounts.audit import note
from api.accounts.errors import Expired, Forbidden, NotLoggedIn
from api.accounts.present import begin
from api.accounts.secrets import digest, hashed, matches, new_id, proof_of_login, secret
from api.accounts.tables import ApiToken, MailToken, Purpose, Session, User
from graph.errors import InvalidValue

DISABLED = "This account is disabled: write to those who run this site."
_ADDRESS = re.compile(r"[^@\s\x00-\x1f\x7f<>,;:\"()\[\]\\]{1,64}@(?:[\w-]{1,63}\.)*[\w-]{1,63}")
_LIVES: dict[Purpose, timedelta] = {"register": timedelta(days=1), "reset": timedelta(hours=1)}
_USED = "This link was used already or is too old: ask for a new one."
Entered = tuple[User, str]
"""A user who has just logged in, and the secret of the session."""


def address(text: str) -> str:
    """Return a mail address as it is kept: without spaces around, in small letters. Raises `InvalidValue`."""
    found = text.strip().lower()
    if len(found) > 254 or not _ADDRESS.fullmatch(found):
        raise InvalidValue("'email' must be one mail address, such as name@example.org.")
    return found


def local(path: str | None) -> str:
    """Return the path at which to go on: as given when it is one of this site, else that of the start page.

    >>> [local(each) for each in ("/people/a?b#c", "//evil.example", "/\\\\evil.example", "https://evil.example", None)]
    ['/people/a?b#c', '/', '/', '/', '/']
    """
    fits = path and len(path) <= 500 and re.fullmatch(r"/(?![/\\])[^\\\x00-\x20\x7f]*", path)
    return path if path and fits else "/"


async def register(accounts: Accounts, email: str, password: str, name: str, next: str) -> None:
    """Write to a new user; to one who is known, that there is an account."""
    hash = await hashed(password)
    accounts.post.later(_register(accounts, MailToken(email=email, name=name, password=hash, next=next)))


async def _register(accounts: Accounts, asked: MailToken) -> None:
    made = None
    async with accounts.store.write() as db:
        if not await _known(db, asked.email):
            made = await _link(db, "register", asked)
    site = accounts.site
    known = letters.already_registered(asked.email, site)
    await accounts.post.send(letters.to_register(asked.email, site, made) if made else known)


async def verify(accounts: Accounts, made: str, agent: str, before: str | None) -> tuple[Entered, str]:
    """Make the user that a link registers, and log in; return also where to go on. Raises `Expired`."""
    try:
        async with accounts.store.write() as db:
            link = await _use(db, "register", made)
            at = moments.now()
            user = User(id=new_id(), email=link.email, name=link.name, password=link.password, created_at=at)
            user.role = "user"
            db.add(user)
            await db.flush()
            await db.execute(delete(MailToken).where(MailToken.email == link.email, MailToken.purpose == "register"))
            note(db, user.id, "account.registered", user.id)
            return (user, await begin(db, user, agent, before)), link.next
    except IntegrityError as error:
        raise Expired("This address has an account already: log in.") from error


async def log_in(accounts: Accounts, email: str, password: str, agent: str, before: str | None) -> Entered:
    """Log in. Raises `NotLoggedIn`, which does not say whether the address is known, and `Forbidden`."""
    async with accounts.store.read() as db:
        user = await _known(db, email)
    if not await matches(password, user.password if user else None) or user is None:
        raise NotLoggedIn(
            "This address and this password do not belong together. Whoever has just registered opens the link in "
            "the letter first."
        )
    if user.disabled_at:
        raise Forbidden(DISABLED)
    async with accounts.store.write() as db:
        note(db, user.id, "account.entered", user.id, by="password")
        return user, await begin(db, user, agent, before)


async def was_here(accounts: Accounts, email: str, proof: str | None) -> bool:
    """Tell whether a browser shows that the user with this address has logged in there with the present password."""
    if not proof:
        return False
    async with accounts.store.read() as db:
        user = await _known(db, email)
    hash = user.password if user else None
    return user is not None and hash is not None and hmac.compare_digest(proof, proof_of_login(user.id, hash))


async def ask_reset(accounts: Accounts, email: str) -> None:
    """Write to the user with this address, when there is one."""
    accounts.post.later(_ask_reset(accounts, email))


async def _ask_reset(accounts: Accounts, email: str) -> None:
    async with accounts.store.write() as db:
        user = await _known(db, email)
        if user is None or user.disabled_at:
            return
        made = await _link(db, "reset", MailToken(email=email, name="", next="/"))
        note(db, user.id, "account.reset_asked", user.id)
    await accounts.post.send(letters.to_reset(email, accounts.site, made))


async def reset(accounts: Accounts, made: str, password: str, agent: str) -> Entered:
    """Set the password by a link, end all sessions, revoke all tokens, and log in. Raises `Expired`, `Forbidden`."""
    hash = await hashed(password)
    async with accounts.store.write() as db:
        link = await _use(db, "reset", made)
        user = await _known(db, link.email)
        if user is None:
            raise Expired(_USED)
        if user.disabled_at:
            raise Forbidden(DISABLED)
        await set_password(db, user, hash)
        await db.execute(delete(ApiToken).where(ApiToken.user_id == user.id))
        entered = user, await begin(db, user, agent, None)
    accounts.post.later(accounts.post.send(letters.password_changed(link.email, accounts.site)))
    return entered


async def set_password(db: AsyncSession, user: User, hash: str, but: str | None = None) -> None:
    """Set a password; all sessions end but that with the id `but`, and so do all links that would set another."""
    await db.execute(update(User).where(User.id == user.id).values(password=hash))
    await db.execute(delete(Session).where(Session.user_id == user.id, Session.id != (but or "")))
    await db.execute(delete(MailToken).where(MailToken.email == user.email, MailToken.purpose == "reset"))
    note(db, user.id, "account.password_set", user.id)


async def _known(db: AsyncSession, email: str) -> User | None:
    return (await db.execute(select(User).where(User.email == email))).scalar_one_or_none()


async def _link(db: AsyncSession, purpose: Purpose, link: MailToken) -> str:
    """Keep a link, and return its secret."""
    at, made = moments.now(), secret()
    await db.execute(delete(MailToken).where(MailToken.expires_at <= at))
    link.id, link.digest, link.purpose = new_id(), digest(made), purpose
    link.created_at, link.expires_at = at, at + _LIVES[purpose]
    db.add(link)
    return made


async def _use(db: AsyncSession, purpose: Purpose, made: str) -> MailToken:
    """Take a link away, so that it is used once. Raises `Expired` when there is none."""
    mine = MailToken.digest == digest(made), MailToken.purpose == purpose, MailToken.expires_at > moments.now()
    link = (await db.execute(delete(MailToken).where(*mine).returning(MailToken))).scalar_one_or_none()
    if link is None:
        raise Expired(_USED)
    return link
