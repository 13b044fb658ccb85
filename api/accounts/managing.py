"""What users do with their own account: sessions, tokens for programs, password, export, deletion."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import lapsing, moments
from api.accounts.accounts import Accounts
from api.accounts.answers import AccountExport, AccountSession, AccountToken, AccountUser, NewToken, Scope
from api.accounts.audit import line, note
from api.accounts.blocking import blocked
from api.accounts.claiming import clear
from api.accounts.confirming import my_confirmations
from api.accounts.desk import my_claims
from api.accounts.disowning import my_disowned
from api.accounts.entering import set_password
from api.accounts.errors import Conflict, Forbidden, NotLoggedIn
from api.accounts.following import followed
from api.accounts.mailbox import everything
from api.accounts.news import reading
from api.accounts.present import IDLE, Me, described
from api.accounts.proposals import my_corrections, my_reports
from api.accounts.secrets import TOKEN_PREFIX, digest, hashed, matches, new_id, secret
from api.accounts.tables import OPEN, ApiToken, Audit, Claim, Correction, MailToken, Report, Session, User
from api.accounts.words import my_words
from graph.connection import Connection
from graph.errors import NotFound

TOKENS = 20
"""Tokens that a user may have."""


async def myself(db: AsyncSession, me: Me) -> User:
    """Return the row of the present user. Raises `NotLoggedIn` when the account was deleted meanwhile."""
    user = await db.get(User, me.id)
    if user is None:
        raise NotLoggedIn("This account is no more.")
    return user


async def user_of(accounts: Accounts, me: Me) -> AccountUser:
    """Return the present user as they see themselves."""
    async with accounts.store.read() as db:
        return described(await myself(db, me))


async def rename(accounts: Accounts, me: Me, name: str) -> AccountUser:
    """Give the present user another name."""
    async with accounts.store.write() as db:
        user = await myself(db, me)
        user.name = name
        note(db, me.id, "account.renamed", me.id)
        return described(user)


async def change_password(accounts: Accounts, me: Me, old: str, new: str) -> None:
    """Set another password; other browsers are logged out. Raises `Forbidden`, `Conflict`."""
    await confirm(accounts, me, old)
    hash = await hashed(new)
    async with accounts.store.write() as db:
        user = await myself(db, me)
        if user.email is None:
            raise Conflict("This account has no mail address, so that nobody could log in with a password.")
        await set_password(db, user, hash, but=me.session)


async def confirm(accounts: Accounts, me: Me, password: str | None) -> None:
    """Make sure that it is the user who asks, where a password is set. Raises `Forbidden`."""
    async with accounts.store.read() as db:
        hash = (await myself(db, me)).password
    if hash is not None and not await matches(password or "", hash):
        raise Forbidden("The password is not right: type it again.")


async def sessions(accounts: Accounts, me: Me) -> list[AccountSession]:
    """Return the browsers in which the user is logged in."""
    async with accounts.store.read() as db:
        return await _sessions(db, me)


async def end_session(accounts: Accounts, me: Me, id: str) -> None:
    """End one session of the user. Raises `NotFound`."""
    async with accounts.store.write() as db:
        mine = delete(Session).where(Session.id == id, Session.user_id == me.id)
        if not (await db.execute(mine.returning(Session.id))).scalar_one_or_none():
            raise NotFound("No session of yours has this id; it may have ended.")
        note(db, me.id, "account.session_ended", id)


async def end_other_sessions(accounts: Accounts, me: Me) -> None:
    """End all sessions of the user but the present one."""
    async with accounts.store.write() as db:
        await db.execute(delete(Session).where(Session.user_id == me.id, Session.id != me.session))
        note(db, me.id, "account.sessions_ended", me.id)


async def log_out(accounts: Accounts, made: str) -> None:
    """End the session with this secret, when there is one."""
    async with accounts.store.write() as db:
        await db.execute(delete(Session).where(Session.digest == digest(made)))


async def tokens(accounts: Accounts, me: Me) -> list[AccountToken]:
    """Return the user's tokens for programs."""
    async with accounts.store.read() as db:
        return await _tokens(db, me)


async def make_token(accounts: Accounts, me: Me, name: str, scopes: Sequence[Scope], days: int | None) -> NewToken:
    """Make a token for programs. Raises `Conflict` when the user has too many."""
    at, made = moments.now(), TOKEN_PREFIX + secret()
    token = ApiToken(id=new_id(), digest=digest(made), user_id=me.id, name=name, created_at=at)
    token.scopes = " ".join(sorted(set(scopes)))
    token.expires_at = at + timedelta(days=days) if days else None
    async with accounts.store.write() as db:
        if len(await _tokens(db, me)) >= TOKENS:
            raise Conflict(f"You have {TOKENS} tokens, as many as one may have: revoke one first.")
        db.add(token)
        note(db, me.id, "account.token_made", token.id, scopes=token.scopes)
    return NewToken(token=_token(token), secret=made)


async def revoke_token(accounts: Accounts, me: Me, id: str) -> None:
    """Revoke a token of the user. Raises `NotFound`."""
    async with accounts.store.write() as db:
        mine = delete(ApiToken).where(ApiToken.id == id, ApiToken.user_id == me.id)
        if not (await db.execute(mine.returning(ApiToken.id))).scalar_one_or_none():
            raise NotFound("No token of yours has this id; it may be revoked.")
        note(db, me.id, "account.token_revoked", id)


async def export(accounts: Accounts, connection: Connection, me: Me) -> AccountExport:
    """Return all that is stored about the user."""
    follows = await followed(accounts, connection, me.id)
    claims = await my_claims(accounts, connection, me)
    words = await my_words(accounts, connection, me)
    confirmed = await my_confirmations(accounts, connection, me)
    disowned = await my_disowned(accounts, connection, me)
    corrections = await my_corrections(accounts, connection, me)
    reports = await my_reports(accounts, connection, me)
    blocks = await blocked(accounts, me)
    async with accounts.store.read() as db:
        invitations, conversations = await everything(db, connection, me)
        own = (select(each.id).where(each.user_id == me.id) for each in (Claim, Correction, Report))
        about = or_(Audit.actor == me.id, Audit.about == me.id, *(Audit.about.in_(ids) for ids in own))
        lines = (await db.execute(select(Audit).where(about).order_by(Audit.id))).scalars()
        return AccountExport(
            made_at=moments.now(),
            user=described(await myself(db, me)),
            sessions=await _sessions(db, me),
            tokens=await _tokens(db, me),
            follows=follows,
            claims=claims,
            words=words,
            confirmed=confirmed,
            disowned=disowned,
            corrections=corrections,
            reports=reports,
            invitations=invitations,
            conversations=conversations,
            blocks=blocks,
            news=await reading(db, me),
            audit=[line(row) for row in lines],
        )


async def remove(accounts: Accounts, me: Me) -> None:
    """Delete the user and all that is theirs; the audit keeps ids only, a record that was theirs has no owner."""
    async with accounts.store.write() as db:
        user = await myself(db, me)
        await db.execute(delete(MailToken).where(MailToken.email == user.email))
        mine = Claim.user_id == me.id
        await clear(db, mine)
        for id in (await db.scalars(select(Claim.id).where(mine, text(OPEN)))).all():
            note(db, me.id, "claim.withdrawn", id)
        await db.execute(update(Claim).where(mine, text(OPEN)).values(state="withdrawn", changed_at=moments.now()))
        await db.execute(update(Claim).where(mine).values(message="", evidence=[], orcid=None, reason=""))
        told = select(Claim.id).where(mine).union_all(select(Report.id).where(Report.user_id == me.id))
        await db.execute(update(Audit).where(Audit.about.in_(told)).values(details="{}"))
        await lapsing.leave(db, me.id)
        await db.execute(delete(User).where(User.id == me.id))
        note(db, me.id, "account.deleted", me.id)


async def _sessions(db: AsyncSession, me: Me) -> list[AccountSession]:
    at = moments.now()
    alive = Session.user_id == me.id, Session.expires_at > at, Session.seen_at > at - IDLE
    rows = (await db.execute(select(Session).where(*alive).order_by(Session.seen_at.desc(), Session.id))).scalars()
    return [
        AccountSession(
            id=row.id,
            agent=row.agent,
            created_at=row.created_at,
            seen_at=row.seen_at,
            expires_at=row.expires_at,
            current=row.id == me.session,
        )
        for row in rows
    ]


async def _tokens(db: AsyncSession, me: Me) -> list[AccountToken]:
    mine = select(ApiToken).where(ApiToken.user_id == me.id).order_by(ApiToken.created_at.desc(), ApiToken.id)
    return [_token(row) for row in (await db.execute(mine)).scalars()]


def _token(row: ApiToken) -> AccountToken:
    return AccountToken.model_validate(
        {
            "id": row.id,
            "name": row.name,
            "scopes": row.scopes.split(),
            "created_at": row.created_at,
            "used_at": row.used_at,
            "expires_at": row.expires_at,
        }
    )
