"""The Cypher and the values that the queries of the catalogue count on."""

import datetime as dt

import pytest

from graph.connection import Connection, Tx
from graph.errors import QueryRefused
from graph.store import Store


@pytest.fixture
def graph(store: Store) -> Connection:
    return store.connection


async def test_full_text_search_folds_accents_and_forgives_typos(graph: Connection) -> None:
    await graph.implicit(
        "CREATE FULLTEXT INDEX probe_text IF NOT EXISTS FOR (n:Probe) ON EACH [n.name] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"
    )
    try:
        await graph.implicit("CALL db.awaitIndex('probe_text', 60)")
        await graph.write("CREATE (:Probe {name: 'José García-Molina'}), (:Probe {name: 'Ana Müller'})")
        found = {term: await _search(graph, term) for term in ("garcia", "GARCÍA", "mull*", "garsia~1", "jose molina")}
        assert found == {
            "garcia": ["José García-Molina"],
            "GARCÍA": ["José García-Molina"],
            "mull*": ["Ana Müller"],
            "garsia~1": ["José García-Molina"],
            "jose molina": ["José García-Molina"],
        }
    finally:
        await graph.implicit("DROP INDEX probe_text")


async def _search(graph: Connection, term: str) -> list[str]:
    text = "CALL db.index.fulltext.queryNodes('probe_text', $term) YIELD node RETURN node.name AS name"
    return [row["name"] for row in await graph.read(text, term=term)]


async def test_a_subquery_in_transactions_runs_alone_only(graph: Connection) -> None:
    text = "UNWIND range(1, 10) AS i CALL (i) { CREATE (:Probe {id: i}) } IN TRANSACTIONS OF 3 ROWS"
    await graph.implicit(text)
    assert await graph.read("MATCH (n:Probe) RETURN count(n) AS n") == [{"n": 10}]
    with pytest.raises(QueryRefused):
        await graph.write(text)


async def test_schema_and_data_need_two_transactions(graph: Connection) -> None:
    async def work(tx: Tx) -> None:
        await tx.run("CREATE (:Probe {id: 1})")
        await tx.run("CREATE INDEX probe FOR (n:Probe) ON (n.id)")

    with pytest.raises(QueryRefused):
        await graph.write_in(work)
    assert await graph.read("MATCH (n:Probe) RETURN n") == []


async def test_values_come_back_as_plain_python(graph: Connection) -> None:
    await graph.write("CREATE (:Probe {id: 'p1'})-[:KNOWS {since: 2001}]->(:Probe {id: 'p2'})")
    [row] = await graph.read(
        "MATCH path = (a:Probe {id: 'p1'})-[edge:KNOWS]->(b) RETURN a, edge, path, date('2020-02-03') AS day, "
        "datetime('2020-02-03T04:05:06Z') AS moment, [1, null, {x: 2.5}] AS list, $given AS given",
        given={"a": ["ä", True]},
    )
    assert row == {
        "a": {"id": "p1"},
        "edge": {"since": 2001},
        "path": [{"id": "p1"}, {"id": "p2"}],
        "day": dt.date(2020, 2, 3),
        "moment": dt.datetime(2020, 2, 3, 4, 5, 6, tzinfo=dt.UTC),
        "list": [1, None, {"x": 2.5}],
        "given": {"a": ["ä", True]},
    }


async def test_shortest_paths_and_map_projections_are_understood(graph: Connection) -> None:
    await graph.write("CREATE (:Probe {id: 1})-[:KNOWS]->(:Probe {id: 2})-[:KNOWS]->(:Probe {id: 3})")
    rows = await graph.read(
        "MATCH p = SHORTEST 1 (a:Probe {id: 1})-[:KNOWS]-{1,6}(b:Probe {id: 3}) "
        "RETURN [n IN nodes(p) | n {.id}] AS path, COUNT { (a)-[:KNOWS]-() } AS degree"
    )
    assert rows == [{"path": [{"id": 1}, {"id": 2}, {"id": 3}], "degree": 1}]
