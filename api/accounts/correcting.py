"""Corrections of who is who: asked for, decided by a moderator, told to who asked, undone.

A decision is carried out in the graph first and written down after it; the graph refuses what was done already.
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import claiming, letters, moments
from api.accounts.accounts import Accounts
from api.accounts.answers import AuditLine, DeskCorrection
from api.accounts.audit import note
from api.accounts.errors import Conflict, Expired
from api.accounts.present import Me
from api.accounts.secrets import digest, new_id, secret
from api.accounts.tables import Audit, Correction, CorrectionKind, CorrectionState, User
from graph.answers import Ref
from graph.connection import Connection
from graph.errors import BadRequest, LoadRunning, NotFound
from graph.identity import preview
from graph.resolve import resolve
from loaders import identity

OFFICE = "moderator"
"""Who decides, as the graph tells it; who it was stands in the audit only."""
_CONFIRM = timedelta(days=1)
_BUSY = "Other data is being loaded here just now: decide again when that is done."
_LATER = "This was decided already, or was never asked for: load the list again."


async def propose_join(
    accounts: Accounts, connection: Connection, me: Me, keep: str, alias: str, reason: str
) -> Correction:
    """Ask a moderator to join two records. Raises as `graph.identity.join`, and `Conflict` when it is asked already."""
    seen = await preview(connection, keep, alias)
    if seen.obstacles:
        raise BadRequest(" ".join(seen.obstacles))
    row = _asked("join", "open", seen.keep.id, reason)
    row.alias_id, row.user_id = seen.alias.id, me.id
    async with accounts.store.write() as db:
        same = Correction.person_id == row.person_id, Correction.alias_id == row.alias_id, Correction.state == "open"
        if (await db.execute(select(Correction.id).where(*same))).first():
            raise Conflict("Somebody has asked for this already; a moderator will decide.")
        db.add(row)
        note(db, me.id, "correction.asked", row.id, kind="join")
    return row


async def ask_opt_out(accounts: Accounts, connection: Connection, person: str, email: str, reason: str) -> None:
    """Write to who asks that a person be taken out; the link confirms it. Raises `NotFound`."""
    who = await resolve(connection, person, "Person")
    made, row = secret(), _asked("opt-out", "unconfirmed", who.id, reason)
    row.email, row.digest = email, digest(made)
    async with accounts.store.write() as db:
        old = Correction.state == "unconfirmed", Correction.created_at <= moments.now() - _CONFIRM
        await db.execute(delete(Correction).where(*old))
        db.add(row)
        note(db, None, "correction.asked", row.id, kind="opt-out")
    accounts.post.later(accounts.post.send(letters.to_confirm_opt_out(email, accounts.site, made)))


def _asked(kind: CorrectionKind, state: CorrectionState, person: str, reason: str) -> Correction:
    at = moments.now()
    return Correction(
        id=new_id(), kind=kind, state=state, person_id=person, reason=reason, decision="", created_at=at, changed_at=at
    )


async def confirm(accounts: Accounts, made: str) -> None:
    """Confirm an opt-out by the link of the letter, which works once. Raises `Expired`."""
    at = moments.now()
    mine = Correction.digest == digest(made), Correction.created_at > at - _CONFIRM
    done = update(Correction).where(*mine).values(state="open", digest=None, changed_at=at).returning(Correction.id)
    async with accounts.store.write() as db:
        id = (await db.execute(done)).scalar_one_or_none()
        if id is None:
            raise Expired("This link was used already or is too old: ask again.")
        note(db, None, "correction.confirmed", id)


async def decide(
    accounts: Accounts, connection: Connection, me: Me, id: str, *, accept: bool, words: str
) -> Correction:
    """Carry out what was asked for, or refuse it, and tell who asked.

    Raises `NotFound`, `Conflict` when it was decided already or a load runs, and what the graph refuses.
    """
    row = await _find(accounts, id, "open")
    to = row.email or await _address(accounts, row.user_id)
    done = await _carry_out(connection, row) if accept else None
    state = "accepted" if accept else "refused"
    values = {"state": state, "decision": words, "opt_out": done, "email": None}
    if done:  # nothing stays that says who is gone
        values |= {"person_id": "", "reason": ""}
        async with accounts.store.write() as db:
            await claiming.forget(db, row.person_id)
    row = await _step(accounts, me, row, values)
    if to:
        what = "was done" if accept else "was refused"
        accounts.post.later(accounts.post.send(letters.correction_decided(to, accounts.site, what, words)))
    return row


async def _carry_out(connection: Connection, row: Correction) -> str | None:
    """Change the graph; return the id of an opt-out."""
    try:
        if row.kind == "opt-out":
            return (await identity.opt_out(connection, row.person_id)).id
        await identity.join(connection, row.person_id, row.alias_id or "", by=OFFICE, why=row.reason)
    except LoadRunning as error:  # whose words are for those who run this
        raise Conflict(_BUSY) from error
    return None


async def undo(accounts: Accounts, connection: Connection, me: Me, id: str) -> Correction:
    """Undo what was accepted. Raises as `decide`, and `BadRequest` when the time to undo an opt-out is over."""
    row = await _find(accounts, id, "accepted")
    values: dict[str, str | None] = {"state": "undone"}
    try:
        if row.opt_out:
            values["person_id"] = await identity.undo_opt_out(connection, row.opt_out)
        else:
            await identity.split(connection, row.alias_id or "")
    except LoadRunning as error:
        raise Conflict(_BUSY) from error
    return await _step(accounts, me, row, values)


async def _find(accounts: Accounts, id: str, state: CorrectionState) -> Correction:
    async with accounts.store.read() as db:
        row = await db.get(Correction, id)
    if row is None:
        raise NotFound("No correction has this id.")
    if row.state != state:
        raise Conflict(_LATER)
    return row


async def _step(accounts: Accounts, me: Me, row: Correction, values: dict[str, str | None]) -> Correction:
    async with accounts.store.write() as db:
        mine = Correction.id == row.id, Correction.state == row.state
        changed = update(Correction).where(*mine).values(**values, changed_at=moments.now()).returning(Correction)
        found = (await db.execute(changed, execution_options={"populate_existing": True})).scalar_one_or_none()
        if found is None:
            raise Conflict(_LATER)
        note(db, me.id, f"correction.{values['state']}", row.id)
        return found


async def _address(accounts: Accounts, user: str | None) -> str | None:
    async with accounts.store.read() as db:
        found = await db.get(User, user) if user else None
    return found.email if found else None


async def corrections(accounts: Accounts, me: Me, state: CorrectionState, limit: int) -> Sequence[Correction]:
    """Return the corrections in a state, those that wait longest first: a moderator sees all, others their own."""
    wanted = select(Correction).where(Correction.state == state)
    if me.role != "moderator":
        wanted = wanted.where(Correction.user_id == me.id)
    async with accounts.store.read() as db:
        return (await db.execute(wanted.order_by(Correction.changed_at, Correction.id).limit(limit))).scalars().all()


async def shown(accounts: Accounts, connection: Connection, rows: Sequence[Correction]) -> list[DeskCorrection]:
    """Return corrections as they are shown to who may see them."""
    async with accounts.store.read() as db:
        return [await _shown(db, connection, row) for row in rows]


async def _shown(db: AsyncSession, connection: Connection, row: Correction) -> DeskCorrection:
    lines = (await db.execute(select(Audit).where(Audit.about == row.id).order_by(Audit.id))).scalars()
    return DeskCorrection.model_validate(
        {
            "id": row.id,
            "kind": row.kind,
            "state": row.state,
            "person": await _named(connection, row.person_id),
            "alias": await _named(connection, row.alias_id),
            "reason": row.reason,
            "decision": row.decision,
            "created_at": row.created_at,
            "changed_at": row.changed_at,
            "history": [AuditLine(at=x.at, action=x.action, about=x.about, details=x.details) for x in lines],
        }
    )


async def _named(connection: Connection, id: str | None) -> Ref | None:
    """Return a person by id; None when there is none, or none any more."""
    try:
        return await resolve(connection, id, "Person") if id else None
    except NotFound:
        return None
