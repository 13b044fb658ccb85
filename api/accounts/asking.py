"""Corrections of who is who, as they are asked for: by a user, or by anybody who confirms it by mail."""

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from api.accounts import letters, moments
from api.accounts.accounts import Accounts
from api.accounts.audit import note
from api.accounts.errors import Conflict, Expired
from api.accounts.owners import check_one_owner
from api.accounts.present import Me
from api.accounts.secrets import digest, new_id, secret
from api.accounts.tables import Correction, CorrectionKind, CorrectionState
from graph.connection import Connection
from graph.decisions import families
from graph.errors import BadRequest, InvalidValue
from graph.identity import joins, preview
from graph.resolve import resolve

WAITING = 10
"""Proposals of one user that may wait for a decision at a time."""
_CONFIRM = timedelta(days=1)


async def propose_join(
    accounts: Accounts, connection: Connection, me: Me, keep: str, alias: str, reason: str
) -> Correction:
    """Ask a moderator to join two records. Raises as `graph.identity.join`, and `Conflict` when it is asked already."""
    seen = await preview(connection, keep, alias)
    if seen.obstacles:
        raise BadRequest(" ".join(seen.obstacles))
    await check_one_owner(accounts, await families(connection, [seen.keep.id, seen.alias.id]))
    return await _propose(accounts, me, "join", seen.keep.id, seen.alias.id, reason)


async def propose_split(
    accounts: Accounts, connection: Connection, me: Me, person: str, alias: str, reason: str
) -> Correction:
    """Ask a moderator to undo a join: `alias`, the id of a record that is joined to `person`, is somebody else.

    Raises `NotFound`, `InvalidValue` when it is not joined to them, and `Conflict` as `propose_join` does.
    """
    who = await resolve(connection, person, "Person")
    if alias not in {each.id for each in await joins(connection, who.id)}:
        raise InvalidValue(f"'{alias[:80]}' is not joined to {who.label}: name the id of a record that is.")
    return await _propose(accounts, me, "split", who.id, alias, reason)


async def _propose(
    accounts: Accounts, me: Me, kind: CorrectionKind, person: str, alias: str, reason: str
) -> Correction:
    row = _asked(kind, "open", person, reason)
    row.alias_id, row.user_id = alias, me.id
    mine = select(Correction.id).where(Correction.state == "open", Correction.user_id == me.id)
    try:
        async with accounts.store.write() as db:
            db.add(row)
            await db.flush()
            if len((await db.execute(mine)).all()) > WAITING:
                raise Conflict(f"{WAITING} proposals of yours wait for a decision: wait until one is decided.")
            note(db, me.id, "correction.asked", row.id, kind=kind)
    except IntegrityError as error:
        raise Conflict("Somebody has asked for this already; a moderator will decide.") from error
    return row


async def ask_by_mail(
    accounts: Accounts, connection: Connection, kind: CorrectionKind, person: str, email: str, reason: str
) -> None:
    """Write to who asks to take a person out, or tells of a fault; the link confirms it. Raises `NotFound`."""
    who = await resolve(connection, person, "Person")
    made, row = secret(), _asked(kind, "unconfirmed", who.id, reason)
    row.email, row.digest = email, digest(made)
    async with accounts.store.write() as db:
        old = Correction.state == "unconfirmed", Correction.created_at <= moments.now() - _CONFIRM
        await db.execute(delete(Correction).where(*old))
        db.add(row)
        note(db, None, "correction.asked", row.id, kind=kind)
    letter = letters.to_confirm_opt_out if kind == "opt-out" else letters.to_confirm_fault
    accounts.post.later(accounts.post.send(letter(email, accounts.site, made)))


async def confirm(accounts: Accounts, made: str) -> None:
    """Confirm what was asked for by the link of the letter, which works once. Raises `Expired`."""
    at = moments.now()
    mine = Correction.digest == digest(made), Correction.created_at > at - _CONFIRM
    done = update(Correction).where(*mine).values(state="open", digest=None, changed_at=at).returning(Correction.id)
    async with accounts.store.write() as db:
        id = (await db.execute(done)).scalar_one_or_none()
        if id is None:
            raise Expired("This link was used already or is too old: ask again.")
        note(db, None, "correction.confirmed", id)


def _asked(kind: CorrectionKind, state: CorrectionState, person: str, reason: str) -> Correction:
    at = moments.now()
    return Correction(
        id=new_id(), kind=kind, state=state, person_id=person, reason=reason, decision="", created_at=at, changed_at=at
    )
