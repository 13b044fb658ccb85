"""Any sequence of joins, disowned works, opt-outs and loads, undone in any order, leaves the graph as it was."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.digest import digest
from graph.errors import BadRequest, NotFound
from graph.settings import Settings
from graph.store import Store
from graph.tombstones import Vault
from loaders import identity
from loaders.pipeline import load
from tests.conftest import WIPE
from tests.toy import paper, person, toy

PEOPLE = ("ann", "anna", "ben", "cal")
WORKS = ("p1", "p2", "p3")
RECORDS = [
    *map(person, PEOPLE),
    paper("p1", 2018, by="ann ben"),
    paper("p2", 2019, by="anna ben cal"),
    paper("p3", 2021, by="anna"),
]
Step = tuple[str, str, str]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("join"), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)),
        st.tuples(st.just("disown"), st.sampled_from(PEOPLE), st.sampled_from(WORKS)),
        st.tuples(st.just("opt out"), st.sampled_from(PEOPLE), st.just("")),
        st.tuples(st.just("load again"), st.just(""), st.just("")),
    ),
    min_size=2,
    max_size=8,
)
Undo = Callable[[], Coroutine[Any, Any, Any]]


async def take(store: Store, step: Step) -> Undo | None:
    """Take a step; return what undoes it, or None when there is nothing to undo."""
    at, (what, first, second) = store.connection, step
    if what == "join":
        moved = await identity.join(at, f"toy:{first}", f"toy:{second}", by="moderator", why="One person.")
        return lambda: identity.split(at, moved.alias)
    if what == "disown":
        await identity.disown(at, f"toy:{first}", f"toy:{second}", why="Not mine.")
        return lambda: identity.own(at, f"toy:{first}", f"toy:{second}")
    if what == "opt out":
        gone = await identity.opt_out(at, f"toy:{first}")
        return lambda: identity.undo_opt_out(at, gone.id)
    await load(at, toy(*RECORDS, key=str(asyncio.get_running_loop().time())))
    return None


@pytest.fixture
async def graph(store: Store, make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(store.connection, "vault", Vault(make_settings()))
    return store


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, data=st.data())
async def test_any_sequence_is_undone_in_any_order(graph: Store, steps: list[Step], data: st.DataObject) -> None:
    await graph.connection.implicit(WIPE)
    await load(graph.connection, toy(*RECORDS))
    before = await digest(graph.connection)
    undoing = []
    for step in steps:
        try:
            undo = await take(graph, step)
        except (BadRequest, NotFound):  # refused, and nothing changed: people on one byline, or somebody who is gone
            continue
        undoing += [undo] if undo else []
    left = data.draw(st.permutations(undoing[::-1]))
    while left:
        waits = [undo for undo in left if not await done(undo)]
        assert len(waits) < len(left)
        left = waits
    if any(what == "load again" for what, *_ in steps):  # what was read while somebody was gone is due to be read anew
        await load(graph.connection, toy(*RECORDS, key="at the end"))
    assert await digest(graph.connection) == before


async def done(undo: Undo) -> bool:
    """Undo a step, unless another one has to be undone first."""
    try:
        await undo()
    except (BadRequest, NotFound):
        return False
    return True
