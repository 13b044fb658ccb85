"""Any sequence of steps between three users ends as the model says: one open invitation to the same person, no message
in a closed conversation, and nothing from somebody who is blocked."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from api.accounts import blocking, inviting, lapsing, mailbox, moments, talking
from api.accounts.accounts import Accounts
from api.accounts.answers_talk import InvitationStep
from api.accounts.errors import Conflict
from api.accounts.inviting import Wanted
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import Claim, User
from api.accounts.tables_talk import Block, Conversation, Invitation, Message
from graph.answers import Ref
from graph.connection import Connection
from graph.errors import NotFound
from tests.accounts.conftest import Site

NAMES = ("ann", "ben", "cal")
WHAT = ("invite", "accept", "decline", "withdraw", "say", "close", "block", "unblock", "age", "revoke")
PAIRS = [(one, other) for one in NAMES for other in NAMES if one != other]
steps = st.lists(st.tuples(st.sampled_from(WHAT), st.sampled_from(PAIRS)), max_size=25)
Way = tuple[str, str]


@dataclass
class Model:
    """What should be. `last` holds the state of the last invitation from one to another, and whether it has arrived."""

    last: dict[Way, tuple[str, bool]] = field(default_factory=dict)
    talks: dict[frozenset[str], int] = field(default_factory=dict)
    blocks: set[Way] = field(default_factory=set)
    arrived: dict[Way, int] = field(default_factory=dict)

    def step(self, what: str, one: str, other: str) -> bool:
        """Let `one` do something about `other`; return whether it can be done."""
        return bool(getattr(self, what)((one, other), (other, one), frozenset((one, other))))

    def invite(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        if way in self.blocks or both in self.talks or self.last.get(way, ("",))[0] == "open":
            return False
        self.last[way] = ("open", back not in self.blocks)
        return True

    def accept(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        done = self._end(back, "accepted")
        if done:
            self.talks.setdefault(both, 0)
        return done

    def decline(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        return self._end(back, "declined")

    def withdraw(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        return self._end(way, "withdrawn", seen=False)

    def say(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        if both in self.talks:
            self.talks[both] += 1
            self.arrived[way] = self.arrived.get(way, 0) + 1
        return both in self.talks

    def close(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        return self.talks.pop(both, None) is not None

    def block(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        if both not in self.talks and not self._open(back):
            return False
        self.blocks.add(way)
        self.talks.pop(both, None)
        self._end(way, "withdrawn", seen=False)
        if self._open(back):
            self.last[back] = ("open", False)
        return True

    def unblock(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        there = way in self.blocks
        self.blocks.discard(way)
        return there

    def age(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        return self._end(way, "lapsed", seen=False)

    def revoke(self, way: Way, back: Way, both: frozenset[str]) -> bool:
        waits = [each for each in self.last if each[1] == way[0] and self.last[each][0] == "open"]
        for each in waits:
            self._end(each, "lapsed", seen=False)
        return True

    def _open(self, way: Way) -> bool:
        return self.last.get(way) == ("open", True)

    def _end(self, way: Way, state: str, *, seen: bool = True) -> bool:
        now, arrived = self.last.get(way, ("", False))
        if now != "open" or (seen and not arrived):
            return False
        self.last[way] = (state, arrived)
        return True


class Real:
    """The same steps with the accounts."""

    def __init__(self, accounts: Accounts, graph: Connection) -> None:
        self.accounts, self.graph = accounts, graph

    async def step(self, what: str, one: str, other: str) -> bool:
        """Take a step; return whether it was taken."""
        me, do = Me(one, one, None, None, "user"), self.__getattribute__(f"_{what}")
        taken: Callable[[Me, str], Awaitable[bool | None]] = do
        try:
            return await taken(me, other) is not False
        except (Conflict, NotFound):
            return False

    async def _invite(self, me: Me, other: str) -> None:
        record = Ref(id=f"toy:{other}", kind="Person", label=other)
        await inviting.invite(self.accounts, me, record, Wanted("other", "Shall we?"))

    async def _accept(self, me: Me, other: str) -> None:
        await self._answer(me, other, me.id, "accept")

    async def _decline(self, me: Me, other: str) -> None:
        await self._answer(me, other, me.id, "decline")

    async def _withdraw(self, me: Me, other: str) -> None:
        await self._answer(me, me.id, other, "withdraw")

    async def _answer(self, me: Me, sender: str, to: str, step: InvitationStep) -> None:
        await inviting.answer(self.accounts, self.graph, me, await self._last(sender, to), step)

    async def _say(self, me: Me, other: str) -> None:
        await talking.say(self.accounts, me, await self._talk(me.id, other), new_id(), f"from {me.id} to {other}")

    async def _close(self, me: Me, other: str) -> None:
        async with self.accounts.store.read() as db:
            id = await talking.between(db, me.id, other) or "none"
        await talking.change(self.accounts, me, id, read=None, muted=None, close=True)

    async def _block(self, me: Me, other: str) -> None:
        async with self.accounts.store.read() as db:
            talk = await talking.between(db, me.id, other)
        invitation = None if talk else await self._last(other, me.id, waits=True)
        await blocking.block(self.accounts, me, conversation=talk, invitation=invitation)

    async def _unblock(self, me: Me, other: str) -> None:
        async with self.accounts.store.read() as db:
            found = select(Block.id).where(Block.user_id == me.id, Block.blocked_id == other)
            id = (await db.execute(found)).scalar_one_or_none() or "none"
        await blocking.unblock(self.accounts, me, id)

    async def _age(self, me: Me, other: str) -> bool:
        old = {"expires_at": moments.now() - timedelta(seconds=1)}
        waits = Invitation.from_id == me.id, Invitation.to_id == other, Invitation.state == "open"
        fresh = Invitation.expires_at > moments.now()
        async with self.accounts.store.write() as db:
            aged = await db.execute(update(Invitation).where(*waits, fresh).values(old).returning(Invitation.id))
            return aged.first() is not None

    async def _revoke(self, me: Me, other: str) -> None:
        async with self.accounts.store.write() as db:
            await lapsing.disown(db, f"toy:{me.id}", me.id)

    async def _last(self, sender: str, to: str, *, waits: bool = False) -> str:
        found = select(Invitation).where(Invitation.from_id == sender, Invitation.to_id == to)
        async with self.accounts.store.read() as db:
            row = (await db.execute(found.order_by(Invitation.created_at.desc()).limit(1))).scalar_one_or_none()
        return "none" if row is None or (waits and inviting.state_of(row) != "open") else row.id

    async def _talk(self, one: str, other: str) -> str:
        async with self.accounts.store.read() as db:
            return await talking.between(db, one, other) or await self._closed(one, other)

    async def _closed(self, one: str, other: str) -> str:
        """Return a conversation that was closed, which takes no message."""
        found = select(Conversation.id).where(Conversation.pair == blocking.pair(one, other)).limit(1)
        async with self.accounts.store.read() as db:
            return (await db.execute(found)).scalar_one_or_none() or "none"


@pytest.fixture
async def accounts(site: Site, monkeypatch: pytest.MonkeyPatch) -> Accounts:
    """Accounts with users of whom each owns a record, and may invite often."""
    monkeypatch.setattr(inviting, "PER_DAY", 1000)
    at = moments.now()
    async with site.accounts.store.write() as db:
        db.add_all(User(id=name, name=name, role="user", created_at=at) for name in NAMES)
        await db.flush()
        for name in NAMES:
            row = Claim(id=name, person_id=f"toy:{name}", user_id=name, state="verified", message="", evidence=[])
            row.reason, row.created_at, row.changed_at = "", at, at
            db.add(row)
    return site.accounts


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(taken=steps)
async def test_any_steps_end_as_the_model_says(
    accounts: Accounts, world: Connection, taken: list[tuple[str, Way]]
) -> None:
    async with accounts.store.write() as db:
        for table in (Invitation, Conversation, Block):
            await db.execute(delete(table))
    model, real = Model(), Real(accounts, world)
    for what, (one, other) in taken:
        assert await real.step(what, one, other) == model.step(what, one, other), (what, one, other, model)
    async with accounts.store.read() as db:
        talks = (await db.execute(select(Conversation).where(Conversation.closed_at.is_(None)))).scalars().all()
        texts = (await db.execute(select(Message.text))).scalars().all()
    assert {frozenset(each.pair.split()) for each in talks} == set(model.talks)
    assert {way: texts.count(f"from {way[0]} to {way[1]}") for way in model.arrived} == model.arrived
    for one in NAMES:
        me = Me(one, one, None, None, "user")
        received = (await mailbox.invitations(accounts, world, me, "received", 100)).items
        waits = sorted(each.other.name for each in received if each.state == "open" and each.other)
        assert waits == sorted(sender for (sender, to) in model.last if to == one and model._open((sender, to)))
        sent = (await mailbox.invitations(accounts, world, me, "sent", 100)).items
        now = {each.person.id: each.state for each in reversed(sent) if each.person}
        assert now == {f"toy:{to}": state for (sender, to), (state, _) in model.last.items() if sender == one}
