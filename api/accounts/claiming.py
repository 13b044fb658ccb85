"""Claims: a user says that a record is about them; an ORCID iD or a moderator decides.

::

    pending ── verify ──> verified ── dispute ──> disputed ── uphold ──> verified
       └────── refuse ──> refused      └─ revoke ─┴─ revoke ──> revoked
    what is pending, verified or disputed can be withdrawn by its user, and ends there

Each step is one change of a row that is still in the state before it, together with its line of the audit. That a
record has one owner is a constraint of the database.
"""

from collections.abc import Sequence

from sqlalchemy import case, delete, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import letters, moments
from api.accounts.accounts import Accounts
from api.accounts.answers import Decision
from api.accounts.audit import note
from api.accounts.errors import Conflict, Forbidden
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import OPEN, OWNED, Claim, ClaimState, Follow, User
from graph.answers import Assertion, Ref
from graph.connection import Connection
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
    try:
        async with accounts.store.write() as db:
            there = await _open(db, me, person.id)
            if there:
                return there
            owned = await _owner(db, person.id)
            await _check_waiting(db, me)
            row = _new(me, person, message, proved, _evidence(me, stated))
            row.state = "verified" if proved and owned is None else "pending"
            db.add(row)
            await db.flush()
            note(db, me.id, "claim.made", row.id)
            if row.state == "verified":
                note(db, me.id, "claim.verified", row.id, by="orcid")
            return row
    except IntegrityError as error:
        open_one = await my_claim(accounts, me, person.id)
        if open_one is None:
            raise Conflict(_OWNED_ALREADY) from error
        return open_one


async def withdraw(accounts: Accounts, me: Me, person: str) -> Claim:
    """End the user's open claim of a record. Raises `NotFound`."""
    async with accounts.store.write() as db:
        mine = Claim.person_id == person, Claim.user_id == me.id, text(OPEN)
        row = await _change(db, mine, "withdrawn", "")
        if row is None:
            raise NotFound("You have no open claim of this record.")
        note(db, me.id, "claim.withdrawn", row.id)
        return row


async def decide(accounts: Accounts, me: Me, id: str, decision: Decision, reason: str) -> Claim:
    """Take one step with a claim, and write to its user. Raises `NotFound`, `Conflict`, `Forbidden`."""
    before, after = STEPS[decision]
    try:
        async with accounts.store.write() as db:
            found = await db.get(Claim, id)
            if found is None:
                raise NotFound("No claim has this id.")
            if found.user_id == me.id:
                raise Forbidden("Another moderator has to decide on your own claim.")
            row = await _change(db, (Claim.id == id, Claim.state.in_(before)), after, reason)
            if row is None:
                raise Conflict(f"This claim is {found.state}, so that it cannot be decided so.")
            note(db, me.id, f"claim.{after}", id, reason=reason)
            user = await db.get(User, row.user_id) if row.user_id else None
    except IntegrityError as error:
        raise Conflict(_OWNED_ALREADY) from error
    if user and user.email:
        letter = letters.claim_decided(user.email, accounts.site, after, reason)
        accounts.post.later(accounts.post.send(letter))
    return row


async def my_claim(accounts: Accounts, me: Me, person: str) -> Claim | None:
    """Return the user's open claim of a record, None when there is none."""
    async with accounts.store.read() as db:
        return await _open(db, me, person)


async def owner(accounts: Accounts, person: str) -> Claim | None:
    """Return the claim that makes somebody the owner of a record; None for an unclaimed one."""
    async with accounts.store.read() as db:
        return await _owner(db, person)


async def forget(db: AsyncSession, person: str) -> None:
    """Take away all that names a record that has left the graph: its followers, and of its claims all but the state."""
    await db.execute(delete(Follow).where(Follow.node_id == person))
    ended = case((text(OPEN), "revoked"), else_=Claim.state)
    left = update(Claim).where(Claim.person_id == person).values(state=ended, person_id="", orcid=None)
    await db.execute(left.values(message="", evidence=[], reason=""))


def asserted(row: Claim) -> list[Assertion]:
    """Return what a claim adds to the trust in its record; nothing while it is disputed."""
    if row.state != "verified":
        return []
    at = row.changed_at.isoformat(timespec="seconds").replace("+00:00", "Z")
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


def _evidence(me: Me, stated: Sequence[str]) -> list[str]:
    """Return in sentences what a moderator should know."""
    found = []
    if me.orcid and stated:
        found.append(f"The user has logged in with the ORCID iD {me.orcid}, which the record states.")
    elif me.orcid:
        found.append(f"The user has logged in with the ORCID iD {me.orcid}; the record states none.")
    elif stated:
        found.append(f"The record states the ORCID iD {stated[0]}, with which the user has not logged in.")
    if me.email:
        found.append(f"The user reads mail at {me.email.rpartition('@')[2]}.")
    return found


async def _check_waiting(db: AsyncSession, me: Me) -> None:
    mine = select(Claim.id).where(Claim.user_id == me.id, Claim.state == "pending")
    if len((await db.execute(mine)).all()) >= WAITING:
        raise Conflict(f"{WAITING} claims of yours wait for a decision: wait until one is decided, or withdraw one.")


async def _open(db: AsyncSession, me: Me, person: str) -> Claim | None:
    mine = select(Claim).where(Claim.person_id == person, Claim.user_id == me.id, text(OPEN))
    return (await db.execute(mine)).scalar_one_or_none()


async def _owner(db: AsyncSession, person: str) -> Claim | None:
    return (await db.execute(select(Claim).where(Claim.person_id == person, text(OWNED)))).scalar_one_or_none()


async def _change(db: AsyncSession, where: Sequence[object], state: ClaimState, reason: str) -> Claim | None:
    """Bring the claim that is `where` into another state; None when there is none, as when somebody was faster."""
    values = {"state": state, "reason": reason, "changed_at": moments.now()}
    changed = update(Claim).where(*where).values(values).returning(Claim)  # type: ignore[arg-type]
    populate = {"populate_existing": True}
    return (await db.execute(changed, execution_options=populate)).scalar_one_or_none()
