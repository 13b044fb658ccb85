"""The owners of records that a correction is about."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts.accounts import Accounts
from api.accounts.errors import Conflict
from api.accounts.tables import OWNED, Claim, User


async def owners(db: AsyncSession, people: Iterable[str]) -> Sequence[User]:
    """Return the users who own one of these records (ids of persons and of what was joined to them), each once."""
    mine = select(Claim.user_id).where(Claim.person_id.in_(sorted(set(people))), text(OWNED))
    return (await db.execute(select(User).where(User.id.in_(mine)).order_by(User.id))).scalars().all()


async def check_one_owner(accounts: Accounts, people: Iterable[str]) -> None:
    """Raise `Conflict` when two users own what is to become one record."""
    async with accounts.store.read() as db:
        if len(await owners(db, people)) > 1:
            raise Conflict("Both records have owners, who are two users: their claims have to be decided on first.")
