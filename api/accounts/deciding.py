"""What moderators decide on claims; who has claimed the record themselves decides nothing about it."""

from collections.abc import Sequence

from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import lapsing, letters
from api.accounts.accounts import Accounts
from api.accounts.answers_claims import Decision
from api.accounts.audit import note
from api.accounts.claiming import STEPS, change
from api.accounts.disowning import give_back
from api.accounts.errors import Conflict, Forbidden
from api.accounts.joined import last_claim
from api.accounts.present import Me
from api.accounts.tables import OWNED, Claim, User
from graph.connection import Connection
from graph.decisions import family
from graph.errors import NotFound

_OTHERS = "Somebody else owns this record, or one that was joined to it: decide on their claim first."


async def decide(accounts: Accounts, connection: Connection, me: Me, id: str, decision: Decision, reason: str) -> Claim:
    """Take one step with a claim, and write to its user. Raises `NotFound`, `Conflict`, `Forbidden`.

    A claim that is revoked gives the works back that were disowned by it.
    """
    async with accounts.deciding:
        row, user = await _decide(accounts, connection, me, id, decision, reason)
    if user and user.email:
        letter = letters.claim_decided(user.email, accounts.site, row.state, reason)
        accounts.post.later(accounts.post.send(letter))
    return row


async def _decide(
    accounts: Accounts, connection: Connection, me: Me, id: str, decision: Decision, reason: str
) -> tuple[Claim, User | None]:
    before, after = STEPS[decision]
    async with accounts.store.read() as db:
        found = await db.get(Claim, id)
    if found is None:
        raise NotFound("No claim has this id.")
    records = await family(connection, found.person_id)
    await _check_cause(accounts, me, found, records)
    back = await give_back(accounts, connection, found) if after == "revoked" and found.state in before else []
    try:
        async with accounts.store.write() as db:
            if after == "verified" and await _others_own(db, found, records):
                raise Conflict(_OTHERS)
            row = await change(db, (Claim.id == id, Claim.state.in_(before)), after, reason)
            if row is None:
                raise Conflict(f"This claim is {found.state}, so that it cannot be decided so.")
            if after == "revoked":
                await lapsing.disown(db, row.person_id, row.user_id)
            note(db, me.id, f"claim.{after}", id, reason=reason)
            for work in back:
                note(db, me.id, "work.owned", id, work=work)
            return row, await db.get(User, row.user_id) if row.user_id else None
    except IntegrityError as error:
        raise Conflict(_OTHERS) from error


async def _check_cause(accounts: Accounts, me: Me, found: Claim, records: Sequence[str]) -> None:
    """Raise `Forbidden` when the claim, or another one of the same person that was not withdrawn, is the user's own."""
    mine = await last_claim(accounts, me, records)
    if found.user_id == me.id or (mine and mine.state != "withdrawn"):
        raise Forbidden("Another moderator has to decide on your own claim, and on a record that you have claimed.")


async def _others_own(db: AsyncSession, found: Claim, records: Sequence[str]) -> bool:
    """Tell whether somebody else than the user of the claim owns one of the records."""
    owned = Claim.person_id.in_(records), text(OWNED), Claim.user_id != found.user_id
    return (await db.execute(select(Claim.id).where(*owned))).first() is not None
