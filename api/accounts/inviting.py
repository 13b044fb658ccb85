"""Invitations: a user asks the owner of a record to collaborate, and the owner answers.

::

    open ── accept ───> accepted, and a conversation of the two is there
      ├──── decline ──> declined
      ├──── withdraw ─> withdrawn, by its sender
      └──── lapsed: a month went by, or the record lost its owner

That one has one open invitation to the same person is a constraint of the database. Somebody whom the owner has
blocked goes through the same, and reaches nobody: the invitation is kept for its sender only, and lapses.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import blocking, lapsing, letters, moments, talking
from api.accounts.accounts import Accounts
from api.accounts.answers_talk import InvitationStep
from api.accounts.audit import note
from api.accounts.errors import Conflict
from api.accounts.joined import claimed_record
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import OWNED, Claim, User, Words
from api.accounts.tables_talk import WAITS, Invitation, InvitationPurpose, InvitationState
from graph.answers import Ref
from graph.connection import Connection
from graph.errors import NotFound, TooMany

WAITS_FOR = timedelta(days=30)
"""How long an invitation can be answered."""
PER_DAY = 10
"""Invitations that a user may send in a day, withdrawn ones too."""
WORKS = 5
"""Works that an invitation may be about."""
_DAY = timedelta(days=1)
_INVITED = "You have invited them already: wait for an answer, or withdraw that invitation first."
_AFTER: dict[InvitationStep, InvitationState] = {"accept": "accepted", "decline": "declined", "withdraw": "withdrawn"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an invitation says."""

    purpose: InvitationPurpose
    message: str
    topic: str | None = None
    works: tuple[str, ...] = ()


async def invite(accounts: Accounts, me: Me, person: Ref, wanted: Wanted) -> Invitation:
    """Invite the owner of a record, who is told by mail. Raises `Conflict`, and `TooMany` for too many in a day."""
    try:
        async with accounts.store.write() as db:
            await blocking.lock(db, me.id)
            owner = await _owner(db, me, person)
            await _check(db, me, owner)
            row = _new(me, owner, person, wanted)
            row.delivered = not await blocking.blocks(db, owner.id, me.id)
            db.add(row)
            await db.flush()
            note(db, me.id, "invitation.sent", row.id)
    except IntegrityError as error:
        raise Conflict(_INVITED) from error
    if row.delivered and owner.email:
        accounts.post.later(accounts.post.send(letters.invited(owner.email, accounts.site)))
    return row


async def answer(accounts: Accounts, connection: Connection, me: Me, id: str, step: InvitationStep) -> Invitation:
    """Take one step with an invitation. Raises `NotFound`, and `Conflict` when it is too late."""
    if step == "accept":
        await _check_undisputed(accounts, connection, me, id)
    try:
        async with accounts.store.write() as db:
            row = await _change(db, me, id, step)
            if step == "accept":
                await _check_owner(db, me, row)
                row.conversation_id = await talking.begin(db, row.from_id, me.id)
            note(db, me.id, f"invitation.{row.state}", id)
            sender = await db.get(User, row.from_id)
    except IntegrityError as error:  # both accepted an invitation of the other at once
        raise Conflict("You are in a conversation with them already: load your messages again.") from error
    if step == "accept" and sender and sender.email:
        accounts.post.later(accounts.post.send(letters.invitation_accepted(sender.email, accounts.site)))
    return row


def state_of(row: Invitation) -> InvitationState:
    """Return the state of an invitation as it is now: what was not answered in time has lapsed."""
    late = row.state == "open" and row.expires_at <= moments.now()
    state: InvitationState = "lapsed" if late else row.state  # type: ignore[assignment]
    return state


def mine(me: Me, id: str) -> ColumnElement[bool]:
    """Return the condition that an invitation is one that the user has sent, or that has reached them."""
    reached = (Invitation.to_id == me.id) & Invitation.delivered
    return (Invitation.id == id) & (reached | (Invitation.from_id == me.id))


async def _check_undisputed(accounts: Accounts, connection: Connection, me: Me, id: str) -> None:
    """Raise `Conflict` while somebody else owns a record that was joined to the one of the invitation."""
    async with accounts.store.read() as db:
        record = (await db.execute(select(Invitation.person_id).where(mine(me, id)))).scalar_one_or_none()
    if record:
        await claimed_record(accounts, connection, Ref(id=record, kind="Person", label=""))


async def _owner(db: AsyncSession, me: Me, person: Ref) -> User:
    """Return who owns a record. Raises `Conflict` when nobody can be invited there."""
    owners = select(Claim, User, Words.open).join(User, User.id == Claim.user_id)
    owners = owners.outerjoin(Words, Words.claim_id == Claim.id)
    found = (await db.execute(owners.where(Claim.person_id == person.id, text(OWNED)))).one_or_none()
    if found is None:
        raise Conflict("Nobody has claimed this record yet, so that there is nobody to invite.")
    if found.User.id == me.id:
        raise Conflict("This record is your own: others can invite you here.")
    if found.Claim.state == "disputed":
        raise Conflict("Whose this record is, is disputed: try again when a moderator has decided.")
    if found.open is False:
        raise Conflict("Its owner says that they are not open to collaborate now.")
    owner: User = found.User
    return owner


async def _check(db: AsyncSession, me: Me, owner: User) -> None:
    """Raise `Conflict` or `TooMany` when the user may not invite `owner` now."""
    if await blocking.blocks(db, me.id, owner.id):
        raise Conflict("You have blocked them: take that back first.")
    if await talking.between(db, me.id, owner.id):
        raise Conflict("You are in a conversation with them already: write to them there.")
    both = Invitation.from_id == me.id, Invitation.to_id == owner.id
    await lapsing.lapse(db, *both, Invitation.expires_at <= moments.now())
    if (await db.execute(select(Invitation.id).where(*both, text(WAITS)))).first():
        raise Conflict(_INVITED)
    lately = select(Invitation.created_at).where(Invitation.from_id == me.id).order_by(Invitation.created_at.desc())
    times = (await db.execute(lately.limit(PER_DAY))).scalars().all()
    wait = (times[-1] + _DAY - moments.now()).total_seconds() if len(times) == PER_DAY else 0
    if wait > 0:
        raise TooMany(f"You have sent {PER_DAY} invitations in a day, as many as one may: try again tomorrow.", wait)


def _new(me: Me, owner: User, person: Ref, wanted: Wanted) -> Invitation:
    at = moments.now()
    return Invitation(
        id=new_id(),
        from_id=me.id,
        to_id=owner.id,
        person_id=person.id,
        purpose=wanted.purpose,
        topic_id=wanted.topic,
        works=list(wanted.works),
        message=wanted.message,
        state="open",
        created_at=at,
        changed_at=at,
        expires_at=at + WAITS_FOR,
    )


async def _change(db: AsyncSession, me: Me, id: str, step: InvitationStep) -> Invitation:
    """Bring an invitation that waits into the state after `step`, if it is the user's to do."""
    whose = Invitation.from_id if step == "withdraw" else Invitation.to_id
    waits = mine(me, id), whose == me.id, text(WAITS), Invitation.expires_at > moments.now()
    values = {"state": _AFTER[step], "changed_at": moments.now()}
    changed = update(Invitation).where(*waits).values(values).returning(Invitation)
    row = (await db.execute(changed, execution_options={"populate_existing": True})).scalar_one_or_none()
    if row is not None:
        return row
    there = (await db.execute(select(Invitation).where(mine(me, id), whose == me.id))).scalar_one_or_none()
    if there is None:
        raise NotFound("No such invitation of yours waits.")
    raise Conflict(f"This invitation is {state_of(there)}, so that nothing can be done with it any more.")


async def _check_owner(db: AsyncSession, me: Me, row: Invitation) -> None:
    """Raise `Conflict` unless the user owns the record, undisputed."""
    own = Claim.person_id == row.person_id, Claim.user_id == me.id, Claim.state == "verified"
    if not (await db.execute(select(Claim.id).where(*own))).first():
        raise Conflict("Whose this record is, is disputed: accept when a moderator has decided.")
