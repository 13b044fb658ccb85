"""Any sequence of steps with claims ends as the machine in `api.accounts.claiming` says, and has its line of audit."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from api.accounts import claiming, moments
from api.accounts.accounts import Accounts
from api.accounts.answers import Decision
from api.accounts.errors import Conflict
from api.accounts.present import Me
from api.accounts.tables import Audit, Claim, User
from graph.answers import Ref
from graph.connection import Connection
from graph.errors import NotFound
from tests.accounts.conftest import Site

NAMES = ("ann", "ben", "cal")
RECORD = Ref(id="toy:fay", kind="Person", label="fay")
OWNING = ("verified", "disputed")
AFTER: dict[tuple[str, Decision], str] = {
    ("pending", "verify"): "verified",
    ("pending", "refuse"): "refused",
    ("verified", "dispute"): "disputed",
    ("disputed", "uphold"): "verified",
    ("verified", "revoke"): "revoked",
    ("disputed", "revoke"): "revoked",
}
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["claim", "withdraw"]), st.sampled_from(NAMES)),
        st.tuples(st.sampled_from(list(claiming.STEPS)), st.sampled_from(NAMES)),
    ),
    max_size=14,
)


@dataclass
class Model:
    """What should be: of each user the state of the last claim, and what was written down."""

    states: dict[str, str] = field(default_factory=dict)
    audit: list[str] = field(default_factory=list)

    def step(self, what: str, who: str) -> bool:
        """Take a step; return whether it can be taken."""
        now = self.states.get(who, "")
        if what == "claim":
            if now not in ("pending", *OWNING):
                self.states[who] = "pending"
                self.audit.append("claim.made")
            return True
        if what == "withdraw":
            after = "withdrawn" if now in ("pending", *OWNING) else None
        else:
            after = AFTER.get((now, what))  # type: ignore[call-overload]
            owned = any(state in OWNING for other, state in self.states.items() if other != who)
            after = None if after == "verified" and now == "pending" and owned else after
        if after:
            self.states[who] = after
            self.audit.append(f"claim.{after}")
        return after is not None


async def take(accounts: Accounts, graph: Connection, what: str, who: str) -> bool:
    """Take a step for real; return whether it was taken."""
    me = Me(who, who, None, None, "user")
    try:
        if what == "claim":
            await claiming.claim(accounts, graph, me, RECORD, "")
        elif what == "withdraw":
            await claiming.withdraw(accounts, me, RECORD.id)
        else:
            async with accounts.store.read() as db:
                last = select(Claim.id).where(Claim.user_id == who).order_by(Claim.created_at.desc()).limit(1)
                id = (await db.execute(last)).scalar_one_or_none() or "none"
            moderator = Me("mod", "mod", None, None, "moderator")
            await claiming.decide(accounts, moderator, id, what, "Seen.")  # type: ignore[arg-type]
    except (Conflict, NotFound):
        return False
    return True


@pytest.fixture
async def accounts(site: Site) -> Accounts:
    """Accounts with those who claim."""
    async with site.accounts.store.write() as db:
        db.add_all(User(id=name, name=name, role="user", created_at=moments.now()) for name in NAMES)
    return site.accounts


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(taken=steps)
async def test_any_steps_end_as_the_machine_says(
    accounts: Accounts, world: Connection, taken: list[tuple[str, str]]
) -> None:
    async with accounts.store.write() as db:
        await db.execute(delete(Claim))
        await db.execute(delete(Audit))
    model = Model()
    for what, who in taken:
        assert await take(accounts, world, what, who) == model.step(what, who), (what, who, model.states)
        async with accounts.store.read() as db:
            rows = (await db.execute(select(Claim).order_by(Claim.created_at))).scalars().all()
            lines = (await db.execute(select(Audit.action).order_by(Audit.id))).scalars().all()
        assert {row.user_id: row.state for row in rows} == model.states
        assert list(lines) == model.audit
        owned = await claiming.owner(accounts, RECORD.id)
        assert (owned is not None) == any(state in OWNING for state in model.states.values())
