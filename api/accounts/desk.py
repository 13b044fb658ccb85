"""Claims as they are shown: to everybody, to their user, and on the moderators' desk."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from sqlalchemy import ColumnElement, Select, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts.accounts import Accounts
from api.accounts.answers import DeskClaim, DeskClaims, DeskUser, DeskWaiting
from api.accounts.answers_claims import ClaimStanding, Decision, Standing, UserClaim
from api.accounts.audit import history
from api.accounts.claiming import STEPS
from api.accounts.following import following
from api.accounts.joined import contested, last_claim, owner_of
from api.accounts.present import Me
from api.accounts.reporting import concerning
from api.accounts.tables import OPEN_STATES, OWNED, Claim, ClaimState, Correction, Report, User
from graph.answers import Ref
from graph.connection import Connection
from graph.decisions import families, family, same_person
from graph.resolve import refs_of


async def standing(accounts: Accounts, connection: Connection, me: Me | None, person: Ref) -> Standing:
    """Return what accounts have to do with a person's record, as the user sees it."""
    records = await family(connection, person.id)
    seen = await following(accounts, me, person, records)
    owned = await owner_of(accounts, records)
    last = await last_claim(accounts, me, records) if me else None
    if last and last.state == "verified" and owned:
        last.state = owned.state  # disputed, where somebody else owns a record that was joined
    claim = ClaimStanding(
        state="unclaimed" if owned is None else "disputed" if owned.state == "disputed" else "claimed",
        since=owned and owned.changed_at,
        orcid=owned and owned.orcid,
        mine=_state(last) if last and last.state in OPEN_STATES else None,
        last=last and _shown(last, person),
    )
    return Standing(person=person, followers=seen.followers, following=seen.following, claim=claim)


async def my_claims(accounts: Accounts, connection: Connection, me: Me) -> list[UserClaim]:
    """Return all claims of the user, the newest first."""
    async with accounts.store.read() as db:
        mine = select(Claim).where(Claim.user_id == me.id).order_by(Claim.created_at.desc(), Claim.id)
        rows = (await db.execute(mine)).scalars().all()
    against = await contested(accounts, connection, {row.person_id for row in rows})
    found = await shown(connection, rows)
    return [each.model_copy(update={"state": "disputed"}) if each.id in against else each for each in found]


async def shown(connection: Connection, rows: Iterable[Claim]) -> list[UserClaim]:
    """Return claims as their users see them."""
    rows = list(rows)
    people = await refs_of(connection, (row.person_id for row in rows))
    return [_shown(row, people.get(row.person_id)) for row in rows]


async def waiting(accounts: Accounts, connection: Connection, me: Me) -> DeskWaiting:
    """Return how much waits for a moderator, by queue."""
    pending, disputed = Claim.state == "pending", await _in_state(accounts, connection, "disputed")
    theirs = Report.state == "open", ~await concerning(accounts, connection, me)
    async with accounts.store.read() as db:
        claims = [await _number(db, Claim, which) for which in (pending, disputed)]
        asked = select(Correction.kind, func.count()).where(Correction.state == "open").group_by(Correction.kind)
        corrections = dict(await _counts(db, asked))
        reports = await _number(db, Report, *theirs)
    kinds: dict[str, int] = {
        "claims": claims[0],
        "disputes": claims[1],
        "records": corrections.get("join", 0) + corrections.get("split", 0),
        "faults": corrections.get("fault", 0),
        "opt_outs": corrections.get("opt-out", 0),
        "reports": reports,
    }
    return DeskWaiting(**kinds, total=sum(kinds.values()))


async def _counts(db: AsyncSession, question: Select[str, int]) -> list[tuple[str, int]]:
    return [(row[0], row[1]) for row in await db.execute(question)]


async def _number(db: AsyncSession, table: type[Claim | Report], *where: ColumnElement[bool]) -> int:
    return (await db.execute(select(func.count()).select_from(table).where(*where))).scalar_one()


async def _in_state(accounts: Accounts, connection: Connection, state: ClaimState) -> ColumnElement[bool]:
    """Return the condition that a claim is in a state on the desk: a join of two owners' records is a dispute."""
    against = await contested(accounts, connection) if state == "disputed" else ()
    return or_(Claim.state == state, Claim.id.in_(against))


async def desk(
    accounts: Accounts, connection: Connection, state: ClaimState, limit: int, offset: int = 0
) -> DeskClaims:
    """Return the claims that are in a state, as a moderator sees them; a join of two owners' records is a dispute."""
    these = await _in_state(accounts, connection, state)
    async with accounts.store.read() as db:
        found = select(Claim).where(these).order_by(Claim.changed_at, Claim.id)
        rows = (await db.execute(found.limit(limit).offset(offset))).scalars().all()
        total = await _number(db, Claim, these)
    return DeskClaims(items=await on_desk(accounts, connection, rows), total=total)


async def on_desk(accounts: Accounts, connection: Connection, rows: Sequence[Claim]) -> list[DeskClaim]:
    """Return claims as a moderator sees them."""
    claims = await shown(connection, rows)
    kept = await families(connection, (row.person_id for row in rows))
    async with accounts.store.read() as db:
        return [await _on_desk(db, row, claim, kept) for row, claim in zip(rows, claims, strict=True)]


def _shown(row: Claim, person: Ref | None) -> UserClaim:
    return UserClaim(
        id=row.id,
        person=person,
        state=_state(row),
        orcid=row.orcid,
        message=row.message,
        evidence=list(row.evidence),
        reason=row.reason,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )


async def _on_desk(db: AsyncSession, row: Claim, claim: UserClaim, kept: Mapping[str, str]) -> DeskClaim:
    records = same_person(kept, [row.person_id])
    owned = select(Claim).where(Claim.person_id.in_(records), Claim.person_id != "", text(OWNED))
    others_first = owned.order_by(Claim.user_id == row.user_id, Claim.created_at, Claim.id)
    owner = (await db.execute(others_first.limit(1))).scalar_one_or_none()
    return DeskClaim(
        claim=claim,
        user=desk_user(await db.get(User, row.user_id) if row.user_id else None),
        evidence=list(row.evidence),
        owner=desk_user(await db.get(User, owner.user_id) if owner and owner.user_id else None),
        owned=owner and owner.id,
        decisions=[each for each in get_args(Decision) if row.state in STEPS[each][0]],
        history=await history(db, row.id, named=True),
    )


def desk_user(user: User | None) -> DeskUser | None:
    """Return a user as a moderator sees them; None for nobody."""
    return DeskUser(id=user.id, name=user.name, email=user.email, orcid=user.orcid) if user else None


def _state(row: Claim) -> ClaimState:
    state: ClaimState = next(each for each in get_args(ClaimState) if each == row.state)
    return state
