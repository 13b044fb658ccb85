"""Unloading a source: what only it said goes, the rest is as if it had never been there, and twice is once."""

import pytest

from graph.digest import digest
from graph.errors import BadRequest
from graph.models import Authorship, InstitutionRecord, PaperRecord, PersonRecord, Reference, TopicLink, TopicRecord
from graph.store import Store
from loaders.pipeline import load
from loaders.source import Source
from loaders.unload import unload
from tests.toy import paper, person, toy
from tests.world import TOY

DOI = ("doi:10.1000/a/b",)
"""Of paper p1 of the first source."""


def apart() -> Source:
    """A source that shares nothing with the first, but cites a work of it and brings one that it cites."""
    cited = PaperRecord(id="toy:never", title="Cited by p1")
    return toy(person("yan", scheme="b"), paper("b1", by="yan", cites="p1", scheme="b"), cited, name="b", key="b")


def shared(name: str) -> Source:
    """A source called `name` that knows papers, people, topics and institutions of the first, and some of its own."""
    first = PaperRecord(
        id="b:b1",
        ids=DOI,
        title="The same",
        year=2018,
        abstract="Other words.",
        citations=9,
        authors=(
            Authorship(name="A. G.", person="b:ann", position=1, institutions=("toy:lab",)),
            Authorship(name="Y", person="b:yan", position=2),
        ),
        topics=(TopicLink(topic="toy:graphs", score=0.2), TopicLink(topic="b:own", score=1.0)),
        references=(Reference(id="toy:p3"), Reference(id="b:b2")),
    )
    return toy(
        InstitutionRecord(id="toy:lab", name="The Lab", country="FR", parents=("b:sky",)),
        InstitutionRecord(id="b:sky", name="Sky"),
        TopicRecord(id="b:own", name="Own", scheme="b"),
        PersonRecord(id="b:ann", ids=("orcid:0000-0002-1825-0097",), name="Anna"),
        person("yan", scheme="b"),
        first,
        paper("b2", by="yan", scheme="b"),
        name=name,
        key=name,
    )


async def test_what_shares_nothing_goes_without_a_trace(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    alone = await digest(store.connection)
    await load(store.connection, apart())
    assert await digest(store.connection) != alone
    steps, again = await unload(store.connection, "b")
    assert await digest(store.connection) == alone
    assert (steps["nodes"], again) == (3, [])


@pytest.mark.parametrize("name", ["b", "acl", "openalex"])
async def test_after_the_others_are_loaded_again_it_is_as_if_it_had_never_been_there(store: Store, name: str) -> None:
    """`b` is a source like the first; the others are preferred, so that facts of the first give way to theirs."""
    await load(store.connection, toy(*TOY))
    alone = await digest(store.connection)
    await load(store.connection, shared(name))
    steps, again = await unload(store.connection, name)
    assert (steps["nodes"] >= 3, again) == (True, ["toy"])
    assert not await store.connection.read("MATCH (n:Stale|Recount) RETURN n.id AS id")
    await load(store.connection, toy(*TOY))
    assert await digest(store.connection) == alone


async def test_twice_is_once(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    await load(store.connection, shared("acl"))
    await unload(store.connection, "acl")
    state = await digest(store.connection), await store.connection.read("MATCH (d:Dataset) RETURN d.version AS version")
    steps, _ = await unload(store.connection, "acl")
    assert not any(steps.values())
    assert state == (
        await digest(store.connection),
        await store.connection.read("MATCH (d:Dataset) RETURN d.version AS version"),
    )


class Stopped(Exception):
    """What ends an unloading in the middle."""


async def test_an_unloading_that_was_stopped_goes_on(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    await load(store.connection, shared("acl"))
    await unload(store.connection, "acl")
    wanted = await digest(store.connection)
    await load(store.connection, toy(*TOY))
    await load(store.connection, shared("acl"))

    for at in range(1, 12):
        left = at

        def stop(_: object) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise Stopped

        with pytest.raises(Stopped):
            await unload(store.connection, "acl", stop)
    await unload(store.connection, "acl")
    assert await digest(store.connection) == wanted


async def test_the_only_source_leaves_nothing(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    await unload(store.connection, "toy")
    left = await store.connection.read("MATCH (n) WHERE NOT n:Migration RETURN DISTINCT labels(n)[0] AS label")
    assert {row["label"] for row in left} == {"LoadRun", "Dataset", "Lock"}
    outcome = await load(store.connection, toy(*TOY))
    assert outcome.resumed_at == 0
    assert outcome.tally.written == len(TOY)


async def test_a_source_that_was_never_loaded_is_refused(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    with pytest.raises(BadRequest, match="Sources of this graph: toy"):
        await unload(store.connection, "tou")
