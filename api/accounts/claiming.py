"""Claims: a user says that a record is about them; an ORCID iD or a moderator decides.

::

    pending ── verify ──> verified ── dispute ──> disputed ── uphold ──> verified
       └────── refuse ──> refused      └─ revoke ─┴─ revoke ──> revoked
    what is pending, verified or disputed can be withdrawn by its user, and ends there

Each step is one change of a row that is still in the state before it, together with its line of the audit. That a
record has one owner is a constraint of the database.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, delete, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import lapsing, moments
from api.accounts.accounts import Accounts
from api.accounts.answers_claims import Decision
from api.accounts.audit import note
from api.accounts.errors import Conflict, Forbidden
from api.accounts.evidence import known
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import (
    OPEN,
    OWNED,
    Claim,
    ClaimMail,
    ClaimState,
    Confirmation,
    ConfirmedWork,
    Follow,
    Words,
)
from graph.answers import Assertion, Ref
from graph.connection import Connection
from graph.decisions import family
from graph.errors import NotFound
from graph.resolve import orcids_of

STEPS: dict[Decision, tuple[tuple[ClaimState, ...], ClaimState]] = {
    "verify": (("pending",), "verified"),
    "refuse": (("pending",), "refused"),
    "dispute": (("verified",), "disputed"),
    "uphold": (("disputed",), "verified"),
    "revoke": (("verified", "disputed"), "revoked"),
}
"""What a moderator may decide: from which states, to which."""
ENDED: tuple[ClaimState, ...] = ("refused", "revoked", "withdrawn")
WAITING = 5
"""Claims of one user that may wait for a decision at a time."""
_OWNED_ALREADY = "This record has an owner already: a moderator has to decide between you."


async def claim(accounts: Accounts, connection: Connection, me: Me, person: Ref, message: str) -> Claim:
    """Claim a record: verified at once when the user has proved the ORCID iD on it, else for a moderator to decide.

    Once more gives the claim that is open. Raises `Forbidden` when the record states the ORCID iD of somebody else,
    `Conflict` for too many.
    """
    stated = [each.removeprefix("orcid:") for each in await orcids_of(connection, person.id)]
    if me.orcid and stated and me.orcid not in stated:
        raise Forbidden(f"This record states another ORCID iD ({stated[0]}) than yours ({me.orcid}).")
    proved = me.orcid if me.orcid in stated else None
    evidence = await known(connection, me, person.id, stated)
    records = await family(connection, person.id)
    try:
        async with accounts.store.write() as db:
            there = await _open(db, me, records)
            if there:
                return there
            owned = (await db.execute(select(Claim.id).where(Claim.person_id.in_(records), text(OWNED)))).first()
            await _check_waiting(db, me)
            row = _new(me, person, message, proved, evidence)
            row.state = "verified" if proved and owned is None else "pending"
            db.add(row)
            await db.flush()
            note(db, me.id, "claim.made", row.id)
            if row.state == "verified":
                note(db, me.id, "claim.verified", row.id, by="orcid")
            return row
    except IntegrityError as error:
        async with accounts.store.read() as db:
            there = await _open(db, me, records)
        if there is None:
            raise Conflict(_OWNED_ALREADY) from error
        return there


async def withdraw(accounts: Accounts, me: Me, person: str) -> Claim:
    """End the user's open claim of a record. Raises `NotFound`."""
    async with accounts.store.write() as db:
        mine = Claim.person_id == person, Claim.user_id == me.id, text(OPEN)
        row = await change(db, mine, "withdrawn", "")
        if row is None:
            raise NotFound("You have no open claim of this record.")
        await lapsing.disown(db, person, me.id)
        note(db, me.id, "claim.withdrawn", row.id)
        return row


async def forget(db: AsyncSession, person: str) -> None:
    """Take away all that names a record that has left the graph: its followers, its owner's words, confirmations.

    Of its claims nothing is left but the state.
    """
    await lapsing.forget(db, person)
    await db.execute(delete(Follow).where(Follow.node_id == person))
    await db.execute(delete(Confirmation).where(Confirmation.person_id == person))
    await clear(db, Claim.person_id == person)
    for id in (await db.scalars(select(Claim.id).where(Claim.person_id == person, text(OPEN)))).all():
        note(db, None, "claim.revoked", id)
    ended = case((text(OPEN), "revoked"), else_=Claim.state)
    left = update(Claim).where(Claim.person_id == person).values(state=ended, person_id="", orcid=None)
    await db.execute(left.values(message="", evidence=[], reason=""))


async def clear(db: AsyncSession, which: ColumnElement[bool]) -> None:
    """Take away what hangs on claims that come to their end: links, the owner's words, what they have confirmed."""
    ended = select(Claim.id).where(which)
    for table in (ClaimMail, Words, ConfirmedWork, Confirmation):
        await db.execute(delete(table).where(table.claim_id.in_(ended)))


def asserted(row: Claim) -> list[Assertion]:
    """Return what a claim adds to the trust in its record; nothing while it is disputed."""
    if row.state != "verified":
        return []
    at = moments.stamp(row.changed_at)
    how = "with the ORCID iD on it" if row.orcid else "with evidence that a moderator has seen"
    found = [Assertion(fact="claim", id=row.person_id, kind=None, label=f"Claimed {how}", source="owner", as_of=at)]
    if row.orcid:
        label = f"Logged in with {row.orcid}"
        id = f"orcid:{row.orcid}"
        found.append(Assertion(fact="orcid_proved", id=id, kind=None, label=label, source="orcid", as_of=at))
    return found


def _new(me: Me, person: Ref, message: str, orcid: str | None, evidence: list[str]) -> Claim:
    at = moments.now()
    row = Claim(id=new_id(), person_id=person.id, user_id=me.id, orcid=orcid, message=message, evidence=evidence)
    row.reason, row.created_at, row.changed_at = "", at, at
    return row


async def _check_waiting(db: AsyncSession, me: Me) -> None:
    mine = select(Claim.id).where(Claim.user_id == me.id, Claim.state == "pending")
    if len((await db.execute(mine)).all()) >= WAITING:
        raise Conflict(f"{WAITING} claims of yours wait for a decision: wait until one is decided, or withdraw one.")


async def _open(db: AsyncSession, me: Me, records: Sequence[str]) -> Claim | None:
    mine = select(Claim).where(Claim.person_id.in_(records), Claim.user_id == me.id, text(OPEN))
    return (await db.execute(mine)).scalars().first()


async def change(db: AsyncSession, where: Sequence[object], state: ClaimState, reason: str) -> Claim | None:
    """Bring the claim that is `where` into another state; None when there is none, as when somebody was faster."""
    values = {"state": state, "reason": reason, "changed_at": moments.now()}
    changed = update(Claim).where(*where).values(values).returning(Claim)  # type: ignore[arg-type]
    populate = {"populate_existing": True}
    row = (await db.execute(changed, execution_options=populate)).scalar_one_or_none()
    if row and state in ENDED:
        await clear(db, Claim.id == row.id)
    return row
