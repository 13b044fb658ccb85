"""What only the owner of a record may do: their claim of it, which must be verified and not disputed."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts.accounts import Accounts
from api.accounts.errors import Forbidden
from api.accounts.joined import last_claim, owner_of
from api.accounts.present import Me
from api.accounts.tables import Claim
from graph.answers import Ref
from graph.connection import Connection
from graph.decisions import family
from graph.resolve import resolve

FROZEN = "This record is disputed: nothing of it can be changed until a moderator has decided."


async def owned(accounts: Accounts, connection: Connection, me: Me, id: str, what: str) -> tuple[Ref, Claim]:
    """Return the person with the identifier `id` and the claim by which the user owns the record.

    A claim of what was joined to it serves too. Raises `NotFound`, and `Forbidden` for any other record, saying that
    only its owner may do `what`, and while it is disputed.
    """
    person = await resolve(connection, id, "Person")
    records = await family(connection, person.id)
    claim = await owner_of(accounts, records)
    mine = await last_claim(accounts, me, records)
    if claim is None or mine is None or mine.state not in ("verified", "disputed"):
        raise Forbidden(f"Only the owner of a record may {what}: claim it first.")
    if claim.state != "verified":
        raise Forbidden(FROZEN)
    return person, claim


async def hold(db: AsyncSession, claim: Claim) -> None:
    """Let nobody end the claim before what is written on it is kept. Raises `Forbidden` when somebody has."""
    still = select(Claim.id).where(Claim.id == claim.id, Claim.state == "verified").with_for_update()
    if (await db.execute(still)).scalar_one_or_none() is None:
        raise Forbidden("This record is yours no more: load the page again.")
