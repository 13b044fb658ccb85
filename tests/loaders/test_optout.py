"""Opting out: nothing of the person is left in the graph, loads and restores do not bring them back, undoing does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.connection import Connection
from graph.digest import digest
from graph.errors import BadRequest, InvalidValue, NotFound
from graph.identity import disowned, joins
from graph.models import Affiliation, AnyRecord, Authorship, PaperRecord, PersonRecord
from graph.optout import LEFT_OUT, opt_outs, undo
from graph.people import profile
from graph.search import search
from graph.settings import Settings
from graph.store import Store
from graph.tombstones import ANONYMOUS, Vault
from graph.works import work_of
from loaders import fetched, identity
from loaders.dead_letters import WITHHELD, folder
from loaders.live import find_subject
from loaders.pipeline import Options, load
from loaders.source import Reject
from loaders.unload import unload
from tests.toy import institution, paper, person, topic, toy

NAME = "Zyxqvut Plantée"
PLANTED = ("zyxqvut", "plant", "0000-0002-1825-0097", "planted-slug")
ORCID = "orcid:0000-0002-1825-0097"
AT = (Affiliation(institution="toy:lab", first_year=2011), Affiliation(institution="toy:other"))
WHO = PersonRecord(id="toy:planted-slug", ids=(ORCID,), name=NAME, names=("Z. Plantée", "Zyxqvut P."), affiliations=AT)
OTHER = PersonRecord(id="toy:planted-slug2", name="Zyxqvut Plantee")


def by(*slots: tuple[str, str | None], raw: str | None = None) -> tuple[Authorship, ...]:
    return tuple(
        Authorship(name=name, person=id, position=at, raw_affiliation=raw, institutions=("toy:lab",))
        for at, (name, id) in enumerate(slots, start=1)
    )


P1 = paper("p1", 2018, topics="t1", note="Zyxqvut Plantée is named twice.", ids=("doi:10.1000/p1",)).model_copy(
    update={
        "authors": by(("ben", "toy:ben"), ("Z. Plantee", "toy:planted-slug"), ("cal", "toy:cal"), raw="c/o Zyxqvut P.")
    }
)
P2 = paper("p2", 2020).model_copy(update={"authors": by((NAME, "toy:planted-slug2"), ("ben", "toy:ben"))})
RECORDS: list[AnyRecord] = [
    institution("lab"),
    topic("t1"),
    person("ben"),
    person("cal"),
    person("cal2"),
    WHO,
    OTHER,
    P1,
    P2,
    paper("p3", 2021, by="ben cal"),
]


async def everything(connection: Connection) -> str:
    """Return every property of every node and edge as one folded text."""
    rows = await connection.read("MATCH (n) RETURN properties(n) AS facts, labels(n) AS labels")
    rows += await connection.read("MATCH ()-[e]->() RETURN properties(e) AS facts, type(e) AS labels")
    return orjson.dumps(rows).decode().lower()


async def is_gone(store: Store) -> None:
    text = await everything(store.connection)
    assert not [word for word in PLANTED if word in text]
    assert not await store.connection.read("MATCH (n:Stale|Recount) RETURN n.id AS id")


@pytest.fixture(autouse=True)
def vault(store: Store, make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch) -> Vault:
    """A vault of the test's own, in place of the one that all tests of the run share."""
    own = Vault(make_settings())
    monkeypatch.setattr(store.connection, "vault", own)
    return own


async def tell_of_them(connection: Connection) -> None:
    """Let others name the person in the reasons of their decisions, which everybody can read."""
    await identity.disown(connection, "toy:ben", "toy:p3", why="By Zyxqvut Plantée, not by me.")
    await identity.join(connection, "toy:cal", "toy:cal2", by="moderator", why="As planted-slug says.")


async def reasons(connection: Connection) -> list[str]:
    """Return the reasons of others that are public."""
    works, joined = await disowned(connection, "toy:ben"), await joins(connection, "toy:cal")
    return [each.why for each in (*works, *joined)]


async def both(store: Store) -> str:
    """Load, join the two records of the person, and let them opt out; return the id of the opt-out."""
    await load(store.connection, toy(*RECORDS))
    await identity.join(store.connection, WHO.id, OTHER.id, by="moderator", why="The same.")
    return (await identity.opt_out(store.connection, ORCID)).id


async def test_nothing_of_the_person_is_left_and_the_bylines_keep_their_places(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    await identity.join(store.connection, WHO.id, OTHER.id, by="moderator", why="The same.")
    await identity.disown(store.connection, WHO.id, "toy:p2", why="Not mine.")
    await tell_of_them(store.connection)
    done = await identity.opt_out(store.connection, OTHER.id)
    assert done.works == 2
    await is_gone(store)
    assert await reasons(store.connection) == [LEFT_OUT, LEFT_OUT]
    work = await work_of(store.connection, "toy:p1")
    assert [(each.name, each.id) for each in work.byline] == [
        ("ben", "toy:ben"),
        (ANONYMOUS, None),
        ("cal", "toy:cal"),
    ]
    assert work.author_count == 3
    assert (await work_of(store.connection, "toy:p2")).byline[0].name == ANONYMOUS
    assert (await profile(store.connection, "toy:ben")).counts.coauthors.value == 1
    assert not (await search(store.connection, "Zyxqvut")).items
    with pytest.raises(NotFound):
        await profile(store.connection, ORCID)


async def test_neither_unreadable_records_nor_fetched_files_name_them(store: Store, vault: Vault) -> None:
    """Neither those that were rejected before, nor those that a later load rejects; a file of others stays."""
    naming = [
        '{"title": "?", "authors": [{"name": "Zyxqvut Plant\\u00e9e"}]}',
        "@article{x, author = {Plant{\\'e}e, Zyxqvut}, title = }",
        "<author><first>Zyxqvut</first><last>Plant&#233;e</last></author>",
        '{"orcid": "https://orcid.org/0000-0002-1825-0097"',
    ]
    bad = [Reject(f"works:{at}", f"unreadable: {raw}", raw) for at, raw in enumerate(naming)]
    other = Reject("works:9", "it has no id", '{"authors": [{"name": "Ben"}]}')
    options = Options(dead_letters=folder(vault.data_dir))
    await load(store.connection, toy(*RECORDS, *bad, other), options)
    await identity.join(store.connection, WHO.id, OTHER.id, by="moderator", why="The same.")
    fetched.folder(vault.data_dir).mkdir()
    for at, raw in enumerate(("\n".join(naming), other.raw)):
        (fetched.folder(vault.data_dir) / f"toy-{at}").write_text(raw)
    assert left_in(vault.data_dir).lower().count("zyxqvut") == 9
    await identity.opt_out(store.connection, ORCID)
    await load(store.connection, toy(*bad, other, key="again"), options)
    text = left_in(vault.data_dir).lower()
    assert [word for word in PLANTED if word in text] == []
    assert (text.count(WITHHELD.lower()), text.count("it has no id")) == (2 * len(bad), 2)
    assert text.count("works:0") == 2
    assert [each.name for each in fetched.folder(vault.data_dir).iterdir()] == ["toy-1"]


def left_in(data: Path) -> str:
    """Return all that the folder of data holds, but for what is kept to undo an opt-out."""
    files = [each for each in data.rglob("*") if each.is_file() and each.parent.name != "opt-outs"]
    return "\n".join(each.read_text() for each in files)


async def test_undoing_it_leaves_the_graph_as_it_was(store: Store, vault: Vault) -> None:
    await load(store.connection, toy(*RECORDS))
    await identity.join(store.connection, WHO.id, OTHER.id, by="moderator", why="The same.")
    before = await digest(store.connection)
    done = await identity.opt_out(store.connection, WHO.id)
    (path,) = vault.folder.glob("*.json")
    assert {each.stat().st_mode & 0o777 for each in (path, vault.folder / "key")} == {0o600}
    assert await identity.undo_opt_out(store.connection, done.id) == WHO.id
    assert await digest(store.connection) == before
    assert NAME.encode() not in path.read_bytes()
    with pytest.raises(NotFound, match="undone already"):
        await identity.undo_opt_out(store.connection, done.id)


async def test_opt_outs_of_two_on_one_work_are_undone_in_any_order(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    before = await digest(store.connection)
    first = await identity.opt_out(store.connection, WHO.id)
    second = await identity.opt_out(store.connection, "toy:cal")
    await identity.undo_opt_out(store.connection, first.id)
    assert [each.name for each in (await work_of(store.connection, "toy:p1")).byline] == [
        "ben",
        "Z. Plantee",
        ANONYMOUS,
    ]
    await identity.undo_opt_out(store.connection, second.id)
    assert (await load(store.connection, toy(*RECORDS))).tally.written == 1  # what one's affiliation said of the other
    assert await digest(store.connection) == before


async def test_loads_do_not_bring_them_back(store: Store) -> None:
    await both(store)
    outcome = await load(store.connection, toy(*RECORDS, key="again"))
    assert outcome.tally.adds_up
    await is_gone(store)
    assert (await load(store.connection, toy(*RECORDS, key="more"))).tally.written == 0
    await unload(store.connection, "toy")
    await load(store.connection, toy(*RECORDS))
    await is_gone(store)
    assert (await work_of(store.connection, "toy:p1")).author_count == 3


async def test_other_sources_do_not_bring_them_back(store: Store) -> None:
    """By an id that came beside a known one, in a work that is new, and by name alone in a work that is known."""
    await both(store)
    theirs = PersonRecord(id="b:planted-slug", ids=(ORCID,), name=NAME, embedded=True)
    new = PaperRecord(
        id="b:new", ids=("doi:10.1000/new",), title="New", authors=by((NAME, "b:planted-slug"), ("Y", None))
    )
    await load(store.connection, toy(theirs, name="b", key="people"))
    await load(store.connection, toy(new, name="b", key="works"))
    await is_gone(store)
    for id, doi in (("acl:x", "doi:10.1000/p1"), ("acl:y", "doi:10.1000/new")):
        bare = PaperRecord(
            id=id, ids=(doi,), title="By name", authors=by(("Zyxqvut Plantee", None), ("Z. Plantée", None))
        )
        await load(store.connection, toy(bare, name="acl", key=id))
        assert (await work_of(store.connection, id)).byline[0].name == ANONYMOUS
    text = await everything(store.connection)
    assert "zyxqvut" not in text


async def test_undoing_after_a_reload_leaves_the_rest_to_the_next_load(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    before = await digest(store.connection)
    done = await identity.opt_out(store.connection, WHO.id)
    await load(store.connection, toy(*RECORDS, key="again"))
    await identity.undo_opt_out(store.connection, done.id)
    assert (await profile(store.connection, ORCID)).counts.works.value == 1
    await load(store.connection, toy(*RECORDS, key="more"))
    assert await digest(store.connection) == before


async def test_a_restore_does_not_bring_them_back(store: Store, vault: Vault) -> None:
    """Here the graph is made anew, and holds nothing of the opt-out, as after a restore of an older dump."""
    id = await both(store)
    restored: Any = [toy(*RECORDS), toy(*RECORDS, key="again")]
    store.connection.vault = None
    await store.connection.implicit("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await load(store.connection, restored[0])
    assert "zyxqvut" in await everything(store.connection)
    store.connection.vault = vault
    await identity.enforce(store.connection)
    assert WHO.id not in await everything(store.connection)
    assert [each.id for each in await opt_outs(store.connection)] == [id]
    await load(store.connection, restored[1])
    await is_gone(store)
    await identity.undo_opt_out(store.connection, id)
    tombstone = {"id": id, "at": "2020-01-01T00:00:00Z", "until": "2020-02-01T00:00:00Z", "hashes": []}
    await store.connection.write(
        "CREATE (t:Tombstone) SET t = $t RETURN 1 AS n", t=tombstone | {"key": vault.fingerprint}
    )
    await identity.enforce(store.connection)  # of a dump from before it was undone
    assert await opt_outs(store.connection) == []


async def test_without_the_key_nothing_is_loaded(store: Store, make_settings: Callable[..., Settings]) -> None:
    await both(store)
    store.connection.vault = Vault(make_settings(optout_key="another"))
    with pytest.raises(BadRequest, match="BZPEER_OPTOUT_KEY"):
        await load(store.connection, toy(*RECORDS))
    store.connection.vault = None
    with pytest.raises(BadRequest, match="with its settings"):
        await load(store.connection, toy(*RECORDS))


async def test_the_time_to_undo_it_ends(store: Store, vault: Vault) -> None:
    id = await both(store)
    later = datetime.now(UTC) + timedelta(days=31)
    with pytest.raises(BadRequest, match="could be undone until"):
        await undo(store.connection, id, now=later)
    vault.forget_expired(later)
    (path,) = vault.folder.glob("*.json")
    assert NAME.encode() not in path.read_bytes()


async def test_they_cannot_be_brought_in(store: Store) -> None:
    await both(store)
    with pytest.raises(InvalidValue, match="cannot be brought in here"):
        await find_subject(store.connection, ORCID)
