"""Works that the owner of a record says are not theirs, and what becomes of that when the claim was wrong.

The graph is changed first; the audit then says by which claim. What was disowned stays so when an owner gives the
record up, for they knew best; it is taken back when a moderator revokes the claim, for then they were not the owner.
"""

import orjson
from sqlalchemy import select

from api.accounts import letters
from api.accounts.accounts import Accounts
from api.accounts.audit import note
from api.accounts.confirming import withdraw_work
from api.accounts.errors import Conflict, Forbidden
from api.accounts.joined import last_claim, owner_of
from api.accounts.owning import owned
from api.accounts.present import Me
from api.accounts.tables import Audit, Claim, User
from graph import identity as known
from graph.answers import Ref
from graph.answers.identity import DisownedWork
from graph.connection import Connection
from graph.decisions import family
from graph.errors import LoadRunning
from graph.resolve import refs_of, resolve
from loaders import identity

_BUSY = "Other data is being loaded here just now: try again when that is done."
_WHAT = "disown its works"


async def disown(accounts: Accounts, connection: Connection, me: Me, id: str, work: str, reason: str) -> Ref:
    """Disown a work as the owner of the record `id` (any identifiers); return the person.

    Raises as `owned` and `loaders.identity.disown`, and `Conflict` while a load runs.
    """
    person, claim = await owned(accounts, connection, me, id, _WHAT)
    what = await resolve(connection, work, "Paper")
    try:
        await identity.disown(connection, person.id, what.id, why=reason)
    except LoadRunning as error:
        raise Conflict(_BUSY) from error
    await withdraw_work(accounts, me, claim, what)
    await _write_down(accounts, me, "work.disowned", claim, what)
    return person


async def own(accounts: Accounts, connection: Connection, me: Me, id: str, work: str) -> Ref:
    """Take back that a work was disowned, as the owner of the record or as a moderator; return the person.

    The owner is told of what a moderator does. Raises as `disown`.
    """
    person, claim = await _whose(accounts, connection, me, id)
    what = await resolve(connection, work, "Paper")
    try:
        await identity.own(connection, person.id, what.id)
    except LoadRunning as error:
        raise Conflict(_BUSY) from error
    await _write_down(accounts, me, "work.owned", claim, what)
    if claim and claim.user_id != me.id:
        async with accounts.store.read() as db:
            owner = await db.get(User, claim.user_id)
        if owner and owner.email:
            accounts.post.later(accounts.post.send(letters.work_put_back(owner.email, accounts.site)))
    return person


async def give_back(accounts: Accounts, connection: Connection, claim: Claim) -> list[str]:
    """Let the works count again that were disowned by a claim; return their ids. Raises `Conflict`."""
    told = select(Audit.details).where(Audit.about == claim.id, Audit.action == "work.disowned")
    async with accounts.store.read() as db:
        works = {orjson.loads(each).get("work") for each in (await db.execute(told)).scalars()} - {None}
    if not works:
        return []
    now = {each.id for each in (await refs_of(connection, works)).values()}
    standing = {each.work.id for each in await known.disowned(connection, claim.person_id)}

    async def change() -> None:
        for work in sorted(now & standing):
            await known.own(connection, claim.person_id, work)

    try:
        await identity.settled(connection, change)
    except LoadRunning as error:
        raise Conflict(_BUSY) from error
    return sorted(now & standing)


async def my_disowned(accounts: Accounts, connection: Connection, me: Me) -> list[DisownedWork]:
    """Return the works that the user has disowned and that stay so, with the reasons, for the export."""
    told = select(Claim.person_id, Audit.details).join(Audit, Audit.about == Claim.id)
    async with accounts.store.read() as db:
        rows = (await db.execute(told.where(Audit.actor == me.id, Audit.action == "work.disowned"))).all()
    works = {orjson.loads(details).get("work") for _, details in rows}
    people = (await refs_of(connection, {person for person, _ in rows})).values() if rows else ()
    found = {each.id: each for person in people for each in await known.disowned(connection, person.id)}
    return [each for each in found.values() if each.work.id in works]


async def _whose(accounts: Accounts, connection: Connection, me: Me, id: str) -> tuple[Ref, Claim | None]:
    """Return the person whose work the user may own again, and the owner's claim. Raises as `owned`."""
    if me.role == "moderator":
        person = await resolve(connection, id, "Person")
        records = await family(connection, person.id)
        mine = await last_claim(accounts, me, records)
        if mine is None or mine.state == "withdrawn":
            return person, await owner_of(accounts, records)
        if mine.state not in ("verified", "disputed"):
            raise Forbidden("Another moderator has to decide on a record that you have claimed yourself.")
    return await owned(accounts, connection, me, id, _WHAT)


async def _write_down(accounts: Accounts, me: Me, action: str, claim: Claim | None, work: Ref) -> None:
    async with accounts.store.write() as db:
        note(db, me.id, action, claim.id if claim else "", work=work.id)
