"""Claims as they are shown: to everybody, to their user, and on the moderators' desk."""

from collections.abc import Iterable, Sequence
from typing import get_args

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts.accounts import Accounts
from api.accounts.answers import ClaimStanding, Decision, DeskClaim, DeskClaims, DeskUser, Standing, UserClaim
from api.accounts.audit import line
from api.accounts.claiming import STEPS, my_claim, owner
from api.accounts.following import following
from api.accounts.present import Me
from api.accounts.tables import OWNED, Audit, Claim, ClaimState, User
from graph.answers import Ref
from graph.connection import Connection
from graph.resolve import refs_of


async def standing(accounts: Accounts, me: Me | None, person: Ref) -> Standing:
    """Return what accounts have to do with a person's record, as the user sees it."""
    seen = await following(accounts, me, person)
    owned = await owner(accounts, person.id)
    mine = await my_claim(accounts, me, person.id) if me else None
    claim = ClaimStanding(
        state="unclaimed" if owned is None else "disputed" if owned.state == "disputed" else "claimed",
        since=owned and owned.changed_at,
        orcid=owned and owned.orcid,
        mine=mine and _state(mine),
    )
    return Standing(person=person, followers=seen.followers, following=seen.following, claim=claim)


async def my_claims(accounts: Accounts, connection: Connection, me: Me) -> list[UserClaim]:
    """Return all claims of the user, the newest first."""
    async with accounts.store.read() as db:
        mine = select(Claim).where(Claim.user_id == me.id).order_by(Claim.created_at.desc(), Claim.id)
        rows = (await db.execute(mine)).scalars().all()
    return await shown(connection, rows)


async def shown(connection: Connection, rows: Iterable[Claim]) -> list[UserClaim]:
    """Return claims as their users see them."""
    rows = list(rows)
    people = await refs_of(connection, (row.person_id for row in rows))
    return [
        UserClaim(
            id=row.id,
            person=people.get(row.person_id),
            state=_state(row),
            orcid=row.orcid,
            message=row.message,
            reason=row.reason,
            created_at=row.created_at,
            changed_at=row.changed_at,
        )
        for row in rows
    ]


async def desk(accounts: Accounts, connection: Connection, state: ClaimState, limit: int) -> DeskClaims:
    """Return the claims that are in a state, as a moderator sees them."""
    async with accounts.store.read() as db:
        found = select(Claim).where(Claim.state == state).order_by(Claim.changed_at, Claim.id).limit(limit)
        rows = (await db.execute(found)).scalars().all()
        number = select(func.count()).select_from(Claim).where(Claim.state == state)
        total = (await db.execute(number)).scalar_one()
    return DeskClaims(items=await on_desk(accounts, connection, rows), total=total)


async def on_desk(accounts: Accounts, connection: Connection, rows: Sequence[Claim]) -> list[DeskClaim]:
    """Return claims as a moderator sees them."""
    claims = await shown(connection, rows)
    async with accounts.store.read() as db:
        return [await _on_desk(db, row, claim) for row, claim in zip(rows, claims, strict=True)]


async def _on_desk(db: AsyncSession, row: Claim, claim: UserClaim) -> DeskClaim:
    lines = (await db.execute(select(Audit).where(Audit.about == row.id).order_by(Audit.id))).scalars()
    owners = select(User).join(Claim, Claim.user_id == User.id).where(Claim.person_id == row.person_id, text(OWNED))
    return DeskClaim(
        claim=claim,
        user=_user(await db.get(User, row.user_id) if row.user_id else None),
        evidence=list(row.evidence),
        owner=_user((await db.execute(owners)).scalar_one_or_none()),
        decisions=[each for each in get_args(Decision) if row.state in STEPS[each][0]],
        history=[line(each) for each in lines],
    )


def _user(user: User | None) -> DeskUser | None:
    return DeskUser(id=user.id, name=user.name, email=user.email, orcid=user.orcid) if user else None


def _state(row: Claim) -> ClaimState:
    state: ClaimState = next(each for each in get_args(ClaimState) if each == row.state)
    return state
