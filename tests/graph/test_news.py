"""What is new around things that are followed: what a load first brought, with its reason, and nothing else."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graph.answers import News, NewsItem, Ref
from graph.connection import Connection
from graph.errors import InvalidValue, TimeLimitExceeded
from graph.models import AnyRecord
from graph.news import Recent, Watch, news
from graph.store import Store
from loaders.pipeline import load
from tests.conftest import WIPE
from tests.toy import institution, paper, person, topic, toy

BEFORE: list[AnyRecord] = [
    topic("graphs"),
    institution("lab"),
    *(person(each) for each in ("ann", "ben", "cal", "dee", "eve")),
    *(paper(f"r{n}", 2000, by="eve") for n in (1, 2, 3)),
    paper("p1", 2018, by="ann ben", cites="r1 r2 r3", topics="graphs", at="lab"),
    paper("p2", 2019, by="ben cal"),
]
AFTER: list[AnyRecord] = [
    paper("n1", 1998, by="ann dee", topics="graphs"),
    paper("n2", 2020, by="dee", cites="p1", at="lab"),
    paper("n3", 2021, by="eve", cites="r1 r2 r3"),
    paper("n4", 2022, by="ben"),
    paper("p1", 2018, by="ann ben", cites="r1 r2 r3", topics="graphs", at="lab", title="Another title"),
]
ANN = Ref(id="toy:ann", kind="Person", label="Ann")
GRAPHS = Ref(id="toy:graphs", kind="Topic", label="Graphs")
LAB = Ref(id="toy:lab", kind="Institution", label="Lab")


@pytest.fixture(scope="module")
async def between(server: Store) -> datetime:
    """When the first of two loads had ended."""
    await server.connection.implicit(WIPE)
    await load(server.connection, toy(*BEFORE, key="before"))
    (row,) = await server.connection.read("MATCH (r:LoadRun) RETURN r.finished_at.epochMillis AS at")
    await load(server.connection, toy(*BEFORE[:6], *AFTER, key="after"))
    return datetime.fromtimestamp(row["at"] / 1000, UTC)


async def _news(connection: Connection, since: datetime, *followed: Ref, **more: object) -> News:
    return await news(connection, [Watch(each, since) for each in followed], Recent(), **more)  # type: ignore[arg-type]


def _told(item: NewsItem) -> tuple[str, str, list[str]]:
    return item.what, item.node.id, [reason.text for reason in item.reasons]


async def test_each_piece_has_its_reasons(server: Store, between: datetime) -> None:
    told = await _news(server.connection, between, ANN, GRAPHS, LAB)
    assert [_told(each) for each in told.items] == [
        ("work", "toy:n2", ["dee is known to have been there.", "this work cites 1 work of theirs."]),
        ("work", "toy:n1", ["they are an author.", "this work is on it."]),
        ("collaborator", "toy:dee", ["1 joint work, and none before."]),
        ("adjacent", "toy:n4", ["this work is by ben, with whom they work closely."]),
        ("adjacent", "toy:n3", ["this work cites 3 works that they cite too."]),
    ]
    assert [each.year for each in told.items[1:3]] == [1998, 1998]
    assert told.items[0].work is not None
    assert (told.total, told.shown, told.next, told.cut, told.follows) == (5, 5, None, [], 3)


async def test_institution_tells_of_who_was_there(server: Store, between: datetime) -> None:
    (only,) = (await _news(server.connection, between, LAB)).items
    assert _told(only) == ("work", "toy:n2", ["dee is known to have been there."])


async def test_nothing_is_new_after_the_last_load_and_all_is_before_the_first(server: Store, between: datetime) -> None:
    since = (await _news(server.connection, between, ANN)).until
    assert since is not None
    assert (await _news(server.connection, since, ANN, GRAPHS, LAB)).items == []
    first = await _news(server.connection, between - timedelta(days=1), ANN, until=between)
    assert [each.node.id for each in first.items if each.what == "work"] == ["toy:p1"]
    assert first.until == between
    assert (await _news(server.connection, between)).items == []


async def test_pages_follow_each_other(server: Store, between: datetime) -> None:
    whole = await _news(server.connection, between, ANN, GRAPHS)
    first = await _news(server.connection, between, ANN, GRAPHS, limit=2)
    rest = await _news(server.connection, between, ANN, GRAPHS, limit=9, after=first.next, until=first.until)
    assert first.items + rest.items == whole.items
    assert rest.next is None
    with pytest.raises(InvalidValue, match="begin again"):
        await _news(server.connection, between, ANN, after="toy:none")


async def test_what_was_found_is_kept_until_something_is_loaded(
    server: Store, between: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked, recent = server.connection.read, [], Recent()

    async def counting(statement: Any, **params: Any) -> Any:
        asked.append(statement.name)
        if statement.name == "read/news_citing":
            raise TimeLimitExceeded("It took too long.")
        return await read(statement, **params)

    monkeypatch.setattr(server.connection, "read", counting)
    watched = [Watch(ANN, between)]
    first = await news(server.connection, watched, recent)
    assert [(each.followed, each.what, each.total) for each in first.cut] == [(None, "adjacent", None)]
    assert {"toy:n1", "toy:n4"} < {each.node.id for each in first.items}
    asked.clear()
    assert await news(server.connection, watched, recent) == first
    assert [each for each in asked if "news" in each] == ["read/news_loads"]
    await news(server.connection, [*watched, Watch(LAB, between)], recent)
    assert "read/news_institutions" in asked
    asked.clear()
    await load(server.connection, toy(paper("p2", 2019, by="ben cal", title="Mended"), key="more"))
    assert (await news(server.connection, watched, recent)).dataset != first.dataset
    assert "read/news_people" in asked


async def test_two_papers_that_become_one_are_as_old_as_the_older(server: Store) -> None:
    await server.connection.implicit(WIPE)
    await load(server.connection, toy(person("ann"), paper("a", by="ann", ids=("doi:10.1000/1",)), key="one"))
    await load(server.connection, toy(paper("b", scheme="bare", ids=("arxiv:2001.00001",)), name="bare", key="two"))
    between = (await _news(server.connection, datetime.now(UTC), ANN)).until
    assert between is not None
    both = paper("c", scheme="third", ids=("doi:10.1000/1", "arxiv:2001.00001"))
    await load(server.connection, toy(both, name="third", key="three"))
    told = await _news(server.connection, between, ANN)
    assert told.items == []
    (row,) = await server.connection.read("MATCH (p:Paper) RETURN collect(p.added_run) AS runs")
    assert len(row["runs"]) == 1
    assert row["runs"][0].startswith("toy-")
