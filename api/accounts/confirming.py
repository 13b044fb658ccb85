"""Confirmations: an owner says that works are theirs, a co-author or a moderator that a record is who it says.

A confirmation of a co-author rests on their own verified claim of a record that has a joint work with the other: it
counts as long as both are so, and is gone when the claim has ended. While it is in dispute it counts for nothing.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, delete, func, or_, select, text
from sqlalchemy.exc import IntegrityError

from api.accounts import claiming, moments
from api.accounts.accounts import Accounts
from api.accounts.answers_claims import Confirmations, Confirmed, ConfirmedWorks, OwnedWork, RecordConfirmation
from api.accounts.audit import note
from api.accounts.errors import Conflict, Forbidden
from api.accounts.joined import contested, owner_of
from api.accounts.owning import hold
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import OPEN, Claim, Confirmation, ConfirmedWork
from graph.answers import Assertion, Ref
from graph.answers.trust import Fact
from graph.collaborators import joint_with
from graph.connection import Connection
from graph.decisions import family
from graph.errors import NotFound
from graph.resolve import refs_of
from graph.works import work_of

MOST = 1000
"""Works that an owner may confirm."""
Given = Sequence[Row[Confirmation, str | None]]
"""Confirmations of a record, each with the id of the record whose owner gave it; None for a moderator."""


async def confirm_work(
    accounts: Accounts, connection: Connection, me: Me, claim: Claim, person: Ref, work: Ref
) -> None:
    """Confirm a work as the owner's own; once more changes nothing. Raises `NotFound` for one of others, `Conflict`."""
    byline = (await work_of(connection, work.id)).byline
    if person.id not in {entry.id for entry in byline}:
        raise NotFound(f"{person.label} is not known here as an author of '{work.label}'.")
    async with accounts.store.write() as db:
        await hold(db, claim)
        if await db.get(ConfirmedWork, (claim.id, work.id)):
            return
        number = select(func.count()).select_from(ConfirmedWork).where(ConfirmedWork.claim_id == claim.id)
        if (await db.execute(number)).scalar_one() >= MOST:
            raise Conflict(f"You have confirmed {MOST} works, as many as one may; ten count.")
        db.add(ConfirmedWork(claim_id=claim.id, paper_id=work.id, created_at=moments.now()))
        note(db, me.id, "work.confirmed", claim.id, work=work.id)


async def withdraw_work(accounts: Accounts, me: Me, claim: Claim, work: Ref) -> None:
    """Take back that a work was confirmed; nothing happens when it was not."""
    mine = ConfirmedWork.claim_id == claim.id, ConfirmedWork.paper_id == work.id
    async with accounts.store.write() as db:
        if (await db.execute(delete(ConfirmedWork).where(*mine).returning(ConfirmedWork.paper_id))).first():
            note(db, me.id, "work.confirmation_withdrawn", claim.id, work=work.id)


async def confirmed_works(accounts: Accounts, connection: Connection, person: Ref) -> ConfirmedWorks:
    """Return the works that the owner of a record has confirmed, the latest first; none while it is disputed."""
    found = await _works(accounts, connection, await owner_of(accounts, await family(connection, person.id)))
    return ConfirmedWorks(person=person, items=[OwnedWork(work=work, at=at) for work, at in found])


async def _works(accounts: Accounts, connection: Connection, owned: Claim | None) -> list[tuple[Ref, datetime]]:
    if owned is None or owned.state != "verified":
        return []
    mine = select(ConfirmedWork).where(ConfirmedWork.claim_id == owned.id)
    async with accounts.store.read() as db:
        ordered = mine.order_by(ConfirmedWork.created_at.desc(), ConfirmedWork.paper_id)
        rows = (await db.execute(ordered)).scalars().all()
    works = await refs_of(connection, (row.paper_id for row in rows)) if rows else {}
    return [(works[row.paper_id], row.created_at) for row in rows if row.paper_id in works]


async def confirm(accounts: Accounts, connection: Connection, me: Me, person: Ref) -> None:
    """Confirm the record of another; once more changes nothing. Raises `Forbidden` for who may not."""
    claim = await _right(accounts, connection, me, person)
    row = Confirmation(id=new_id(), person_id=person.id, user_id=me.id, created_at=moments.now())
    row.claim_id = claim.id if claim else None
    try:
        async with accounts.store.write() as db:
            if claim:
                await hold(db, claim)
            db.add(row)
            note(db, me.id, "record.confirmed", row.id, by="co-author" if claim else "moderator")
    except IntegrityError:
        pass  # they have confirmed it already


async def withdraw(accounts: Accounts, connection: Connection, me: Me, person: Ref) -> None:
    """Take back that the user confirmed a record, or one that was joined to it; nothing happens when they did not."""
    mine = Confirmation.person_id.in_(await family(connection, person.id)), Confirmation.user_id == me.id
    async with accounts.store.write() as db:
        for done in (await db.execute(delete(Confirmation).where(*mine).returning(Confirmation.id))).scalars().all():
            note(db, me.id, "record.confirmation_withdrawn", done)


async def confirmations(accounts: Accounts, connection: Connection, me: Me | None, person: Ref) -> Confirmations:
    """Return who confirmed a record, whether the user may, and whether they did."""
    given = await _given(accounts, connection, await family(connection, person.id))
    return Confirmations(
        person=person,
        items=[RecordConfirmation(by=by, at=at) for by, at in await _standing(connection, person.id, given)],
        may=me is not None and await _may(accounts, connection, me, person),
        mine=me is not None and any(row.user_id == me.id for row, _ in given),
    )


async def _may(accounts: Accounts, connection: Connection, me: Me, person: Ref) -> bool:
    try:
        await _right(accounts, connection, me, person)
    except Forbidden:
        return False
    return True


async def _right(accounts: Accounts, connection: Connection, me: Me, person: Ref) -> Claim | None:
    """Return the claim by which the user may confirm a record, None for a moderator. Raises `Forbidden`."""
    async with accounts.store.read() as db:
        mine = select(Claim).where(Claim.user_id == me.id, text(OPEN)).order_by(Claim.created_at)
        claims = (await db.execute(mine)).scalars().all()
    records = await refs_of(connection, (each.person_id for each in claims)) if claims else {}
    if person.id in {each.id for each in records.values()}:
        raise Forbidden("Nobody confirms a record that they claim themselves.")
    against = await contested(accounts, connection, records)
    holds = (each for each in claims if each.state == "verified" and each.id not in against)
    own = {records[each.person_id].id: each for each in holds if each.person_id in records}
    joint = await joint_with(connection, person.id, own) if own else []
    if joint:
        return own[joint[0]]
    if me.role == "moderator":
        return None
    raise Forbidden("Only a co-author who owns their own record, or a moderator, may confirm a record.")


async def _given(accounts: Accounts, connection: Connection, records: Sequence[str]) -> Given:
    """Return the confirmations of a person's records that rest on a claim that holds, or on a moderator's word."""
    found = select(Confirmation, Claim.person_id).outerjoin(Claim, Claim.id == Confirmation.claim_id)
    holds = or_(Confirmation.claim_id.is_(None), Claim.state == "verified")
    ordered = found.where(Confirmation.person_id.in_(records), holds).order_by(Confirmation.created_at, Confirmation.id)
    async with accounts.store.read() as db:
        rows = (await db.execute(ordered)).all()
    against = await contested(accounts, connection, (record for _, record in rows if record))
    return [row for row in rows if row[0].claim_id not in against]


async def _standing(connection: Connection, person: str, given: Given) -> list[tuple[Ref | None, datetime]]:
    """Return confirmations with the record of the co-author who gave each; those without a joint work are left out.

    Whoever confirmed several records that are one person now has confirmed one.
    """
    named = [record for _, record in given if record]
    people = await refs_of(connection, named) if named else {}
    joint = await joint_with(connection, person, {each.id for each in people.values()}) if people else []
    found: dict[str, tuple[Ref | None, datetime]] = {}
    for row, record in given:
        by = people.get(record) if record else None
        if row.claim_id is None or (by and by.id in joint):
            found.setdefault(row.user_id, (by, row.created_at))
    return list(found.values())


async def asserted(
    accounts: Accounts, connection: Connection, person: str, records: Sequence[str], owned: Claim | None
) -> list[Assertion]:
    """Return what accounts add to the trust in the record of `person` (id): its owner, by the claim, and others.

    `records` are the ids of all records that were joined to it, and its own.
    """
    found = claiming.asserted(owned) if owned else []
    for work, at in await _works(accounts, connection, owned):
        found.append(_assertion("work_confirmed", work, "owner", at))
    for by, at in await _standing(connection, person, await _given(accounts, connection, records)):
        if by:
            found.append(_assertion("confirmation", by, "co-author", at))
        else:
            label = "A moderator of this site"
            as_of = moments.stamp(at)
            found.append(
                Assertion(fact="confirmation", id="moderator", kind=None, label=label, source="moderator", as_of=as_of)
            )
    return found


def _assertion(fact: Fact, about: Ref, source: str, at: datetime) -> Assertion:
    as_of = moments.stamp(at)
    return Assertion(fact=fact, id=about.id, kind=about.kind, label=about.label, source=source, as_of=as_of)


async def my_confirmations(accounts: Accounts, connection: Connection, me: Me) -> list[Confirmed]:
    """Return all that the user has confirmed, for the export: works of their own, and records of others."""
    works = select(Claim.person_id, ConfirmedWork.paper_id, ConfirmedWork.created_at).join(Claim)
    records = select(Confirmation.person_id, Confirmation.created_at).where(Confirmation.user_id == me.id)
    async with accounts.store.read() as db:
        own = (await db.execute(works.where(Claim.user_id == me.id).order_by(ConfirmedWork.created_at))).all()
        others = (await db.execute(records.order_by(Confirmation.created_at))).all()
    nodes = await refs_of(connection, [id for row in own for id in row[:2]] + [row[0] for row in others])
    mine = [Confirmed(person=nodes.get(person), work=nodes.get(work), at=at) for person, work, at in own]
    return mine + [Confirmed(person=nodes.get(person), work=None, at=at) for person, at in others]
