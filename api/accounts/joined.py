"""Whose record a person is: a person stands for all records that were joined to theirs, and so do the claims of these.

A claim stays under the record that was claimed. Where owners of different records find them joined, that is a dispute,
whatever is kept of each claim: neither can change anything until a moderator revokes one, or the records are split.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select, text

from api.accounts.accounts import Accounts
from api.accounts.errors import Conflict
from api.accounts.present import Me
from api.accounts.tables import OPEN_STATES, OWNED, Claim
from graph.answers import Ref
from graph.connection import Connection
from graph.decisions import families, family


async def owner_of(accounts: Accounts, records: Sequence[str]) -> Claim | None:
    """Return the claim that makes somebody the owner of a person, in the state that counts; None without an owner.

    `records` are the ids of all records of the person, as `graph.decisions.family` gives them. What is returned is no
    row any more: what is changed of it is not kept.
    """
    rows = await _claims(accounts, records, OWNED)
    disputed = [row for row in rows if row.state == "disputed"]
    found = next(iter(disputed or rows), None)
    if found and len({row.user_id for row in rows}) > 1:
        found.state = "disputed"
    return found


async def claimed_record(accounts: Accounts, connection: Connection, person: Ref) -> Ref:
    """Return the person under the id of the record that its owner has claimed; the same without an owner.

    Raises `Conflict` while it is disputed.
    """
    owned = await owner_of(accounts, await family(connection, person.id))
    if owned and owned.state == "disputed":
        raise Conflict("Whose this record is, is disputed: try again when a moderator has decided.")
    return person.model_copy(update={"id": owned.person_id}) if owned else person


async def records_of(accounts: Accounts, connection: Connection, me: Me) -> list[str]:
    """Return the ids of the records that the user owns, and of those that are joined with them."""
    async with accounts.store.read() as db:
        mine = select(Claim.person_id).where(Claim.user_id == me.id, text(OWNED))
        own = (await db.execute(mine)).scalars().all()
    return sorted(await families(connection, own))


async def last_claim(accounts: Accounts, me: Me, records: Sequence[str]) -> Claim | None:
    """Return the claim of a person that the user made last, an open one before others; it is no row any more.

    `records` as in `owner_of`.
    """
    mine = [row for row in await _claims(accounts, records) if row.user_id == me.id]
    return max(mine, key=lambda row: (row.state in OPEN_STATES, row.created_at), default=None)


async def contested(accounts: Accounts, connection: Connection, records: Iterable[str] | None = None) -> set[str]:
    """Return the ids of claims that make different users the owners of one person, since their records were joined.

    Of all claims, or of those of the persons to whom some records belong.
    """
    if records is None:
        rows = await _claims(accounts, None, OWNED)
        kept = await families(connection, (row.person_id for row in rows))
    else:
        kept = await families(connection, records)
        rows = await _claims(accounts, sorted(kept), OWNED)
    owned: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        owned[kept[row.person_id]].append(row)
    return {row.id for rows in owned.values() if len({row.user_id for row in rows}) > 1 for row in rows}


async def _claims(accounts: Accounts, records: Sequence[str] | None, states: str = "1 = 1") -> list[Claim]:
    """Return the claims of some records, or of all, the oldest first."""
    found = select(Claim).where(text(states)).order_by(Claim.created_at, Claim.id)
    async with accounts.store.read() as db:
        these = found if records is None else found.where(Claim.person_id.in_(records))
        rows = list((await db.execute(these)).scalars())
        db.expunge_all()
    return rows
