"""Any sequence of steps with claims ends as the machine in `api.accounts.claiming` says, and has its line of audit."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from api.accounts import claiming, deciding, moments
from api.accounts.accounts import Accounts
from api.accounts.answers_claims import Decision
from api.accounts.errors import Conflict, Forbidden
from api.accounts.joined import owner_of
from api.accounts.present import Me
from api.accounts.tables import Audit, Claim, User
from graph.answers import Ref
from graph.connection import Connection
from graph.errors import NotFound
from tests.accounts.conftest import Site

IDS = {"ann": "0000-0002-1825-0097", "ben": None, "cal": "0000-0001-5109-3700"}
"""Who claims, and the ORCID iD that each has proved."""
RECORDS = {each: Ref(id=f"toy:{each}", kind="Person", label=each) for each in ("fay", "ann")}
"""A record that states no ORCID iD, and one that states that of ann."""
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
    st.tuples(
        st.sampled_from(["claim", "claim", "withdraw", *claiming.STEPS]),
        st.sampled_from(list(IDS)),
        st.sampled_from(list(RECORDS)),
    ),
    max_size=16,
)


@dataclass
class Model:
    """What should be: of each user and record the state of the last claim, and what was written down of it."""

    states: dict[tuple[str, str], str] = field(default_factory=dict)
    audit: list[str] = field(default_factory=list)

    def step(self, what: str, who: str, record: str) -> bool:
        """Take a step; return whether it can be taken."""
        now = self.states.get((who, record), "")
        owned = any(state in OWNING for (other, of), state in self.states.items() if of == record and other != who)
        if what == "claim":
            return self.claim(who, record, now, owned)
        if what == "withdraw":
            after = "withdrawn" if now in ("pending", *OWNING) else None
        else:
            after = AFTER.get((now, what))  # type: ignore[call-overload]
            after = None if after == "verified" and now == "pending" and owned else after
        if after:
            self.states[who, record] = after
            self.audit.append(f"claim.{after}")
        return after is not None

    def claim(self, who: str, record: str, now: str, owned: bool) -> bool:
        """Claim; whoever has proved the ORCID iD that the record states owns it at once, another one never."""
        if record == "ann" and IDS[who] not in (None, IDS["ann"]):
            return False
        if now not in ("pending", *OWNING):
            at_once = record == "ann" and who == "ann" and not owned
            self.states[who, record] = "verified" if at_once else "pending"
            self.audit += ["claim.made", "claim.verified"] if at_once else ["claim.made"]
        return True


async def take(accounts: Accounts, graph: Connection, what: str, who: str, record: str) -> bool:
    """Take a step for real; return whether it was taken."""
    me, person = Me(who, who, None, IDS[who], "user"), RECORDS[record]
    try:
        if what == "claim":
            await claiming.claim(accounts, graph, me, person, "")
        elif what == "withdraw":
            await claiming.withdraw(accounts, me, person.id)
        else:
            mine = select(Claim.id).where(Claim.user_id == who, Claim.person_id == person.id)
            async with accounts.store.read() as db:
                last = mine.order_by(Claim.created_at.desc()).limit(1)
                id = (await db.execute(last)).scalar_one_or_none() or "none"
            moderator = Me("mod", "mod", None, None, "moderator")
            await deciding.decide(accounts, graph, moderator, id, what, "Seen.")  # type: ignore[arg-type]
    except (Conflict, NotFound, Forbidden):
        return False
    return True


@pytest.fixture
async def accounts(site: Site) -> Accounts:
    """Accounts with those who claim."""
    async with site.accounts.store.write() as db:
        db.add_all(User(id=name, name=name, role="user", created_at=moments.now()) for name in IDS)
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
    accounts: Accounts, world: Connection, taken: list[tuple[str, str, str]]
) -> None:
    async with accounts.store.write() as db:
        await db.execute(delete(Claim))
        await db.execute(delete(Audit))
    model = Model()
    for what, who, record in taken:
        did = await take(accounts, world, what, who, record)
        assert did == model.step(what, who, record), (what, who, record, model.states)
        async with accounts.store.read() as db:
            rows = (await db.execute(select(Claim).order_by(Claim.created_at))).scalars().all()
            lines = (await db.execute(select(Audit).order_by(Audit.id))).scalars().all()
        assert {(row.user_id, row.person_id.removeprefix("toy:")): row.state for row in rows} == model.states
        assert [line.action for line in lines] == model.audit
        # The history of each claim begins where it was made and ends where it stands.
        for row in rows:
            story = [line.action for line in lines if line.about == row.id]
            assert (story[0], story[-1]) == ("claim.made", f"claim.{row.state}".replace("pending", "made"))
        for record, person in RECORDS.items():
            owners = [state for (_, of), state in model.states.items() if of == record and state in OWNING]
            assert len(owners) == ((await owner_of(accounts, [person.id])) is not None)
