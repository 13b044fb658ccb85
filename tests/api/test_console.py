"""Queries of analysts over HTTP: forms, values, refusals, limits, who may ask."""

import csv
import io
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from pyarrow import parquet

from graph.answers import GraphSchema, Table
from graph.connection import Connection
from graph.errors import InvalidSetting
from tests.api.conftest import ask, client_of

VALUES = """RETURN 9007199254740993 AS large, -9007199254740991 AS small, 1.5 AS float, 1.0 / 0 AS infinite,
0.0 / 0 AS nan, true AS yes, null AS nothing, 'a' AS text, [1, 'b', null] AS list, {a: {b: 1}} AS map, {`$a`: 1} AS odd,
date('2024-02-29') AS date, time('12:00+01:00') AS time, localtime('12:00:01.5') AS localtime,
datetime('2024-02-29T12:00:00[Europe/Berlin]') AS datetime, localdatetime('2024-02-29T12:00') AS localdatetime,
duration('P1Y2M3DT4H') AS duration, point({latitude: 48.1, longitude: 11.6}) AS point"""
ENCODED = {
    "large": {"$int": "9007199254740993"},
    "small": -9007199254740991,
    "float": 1.5,
    "infinite": {"$float": "Infinity"},
    "nan": {"$float": "NaN"},
    "yes": True,
    "nothing": None,
    "text": "a",
    "list": [1, "b", None],
    "map": {"a": {"b": 1}},
    "odd": {"$map": {"$a": 1}},
    "date": {"$date": "2024-02-29"},
    "time": {"$time": "12:00:00.000000000+01:00"},
    "localtime": {"$localtime": "12:00:01.500000000"},
    "datetime": {"$datetime": "2024-02-29T12:00:00.000000000+01:00[Europe/Berlin]"},
    "localdatetime": {"$localdatetime": "2024-02-29T12:00:00.000000000"},
    "duration": {"$duration": "P1Y2M3DT4H"},
    "point": {"$point": {"srid": 4326, "coordinates": [11.6, 48.1]}},
}


async def test_a_table(here: httpx2.AsyncClient) -> None:
    query = "MATCH (p:Person) WHERE p.works >= $least RETURN p.name AS name, p.works AS works ORDER BY works DESC, name"
    answer = await ask(here, query, least=2)
    table = Table.model_validate_json(answer.content)
    assert table.fields == ["name", "works"]
    assert table.rows[:2] == [["ben", 4], ["Ann García", 3]]
    assert (table.count, table.cut, table.params, table.plan) == (len(table.rows), None, {"least": 2}, None)
    assert table.milliseconds > 0
    assert answer.headers["cache-control"] == "no-store"


async def test_every_value_has_its_encoding(here: httpx2.AsyncClient) -> None:
    answer = (await ask(here, VALUES)).json()
    assert dict(zip(answer["fields"], answer["rows"][0], strict=True)) == ENCODED


async def test_values_go_in_as_they_come_out(here: httpx2.AsyncClient) -> None:
    given = {name: value for name, value in ENCODED.items() if name not in ("point",)}
    answer = (await ask(here, "RETURN " + ", ".join(f"${name} AS {name}" for name in given), **given)).json()
    assert dict(zip(answer["fields"], answer["rows"][0], strict=True)) == given


async def test_nodes_edges_and_paths(here: httpx2.AsyncClient) -> None:
    query = "MATCH p = (a:Person {id: 'toy:ann'})-[r:AUTHORED]->(w:Paper {id: 'toy:p1'}) RETURN a, r, p"
    node, edge, path = (await ask(here, query)).json()["rows"][0]
    assert node["$node"]["labels"] == ["Person"]
    assert node["$node"]["properties"]["id"] == "toy:ann"
    assert edge["$edge"]["type"] == "AUTHORED"
    assert edge["$edge"]["source"] == node["$node"]["element"]
    assert [each["properties"]["id"] for each in path["$path"]["nodes"]] == ["toy:ann", "toy:p1"]
    assert path["$path"]["edges"] == [edge["$edge"]]


async def test_lines(here: httpx2.AsyncClient) -> None:
    answer = await ask(here, "UNWIND [1, 2] AS x RETURN x, 'é' AS y", "application/x-ndjson")
    assert answer.headers["content-type"] == "application/x-ndjson"
    first, second, last = answer.text.splitlines()
    assert (first, second) == ('{"x":1,"y":"é"}', '{"x":2,"y":"é"}')
    assert last.startswith('{"$end":{"rows":2,"cut":null,')


async def test_lines_say_when_they_break_off(here: httpx2.AsyncClient) -> None:
    answer = await ask(here, "UNWIND range(1, 20000) AS x RETURN 1 / (15000 - x) AS y", "application/x-ndjson")
    assert answer.status_code == 200
    assert answer.text.splitlines()[-1].startswith('{"$error":{"type":"urn:bzpeer:query-refused"')


async def test_csv_is_safe_for_spreadsheets(here: httpx2.AsyncClient) -> None:
    texts = "['=1+1', '+1', '-1', '@x', 'a,\"b\"\\nc', 'é']"
    query = f"UNWIND {texts} AS x RETURN x AS `=x`, -1 AS n, null AS z, [1] AS l, date('2024-02-29') AS d"
    answer = await ask(here, query, "text/csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert rows[0] == ["'=x", "n", "z", "l", "d"]
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'+1", "'-1", "'@x", 'a,"b"\nc', "é"]
    assert rows[1][1:] == ["-1", "", "[1]", "2024-02-29"]


async def test_a_map_with_one_text_is_json_in_csv(here: httpx2.AsyncClient) -> None:
    answer = await ask(here, "RETURN {name: '=1'} AS m, 'x' AS t", "text/csv")
    assert list(csv.reader(io.StringIO(answer.text)))[1] == ['{"name":"=1"}', "x"]


async def test_what_is_no_text_is_safe_for_spreadsheets_too(here: httpx2.AsyncClient) -> None:
    answer = await ask(here, "RETURN $b AS b", "text/csv", b={"$bytes": "+AAA"})
    assert answer.text.splitlines()[1] == "'+AAA"


async def test_parquet(here: httpx2.AsyncClient) -> None:
    query = "UNWIND range(1, 50000) AS x RETURN x, x / 2.0 AS half, toString(x) AS text, x > 2 AS large, [x] AS list"
    answer = await ask(here, query, "application/vnd.apache.parquet")
    table = parquet.read_table(io.BytesIO(answer.content))
    assert table.num_rows == 50000
    assert table.slice(49999).to_pylist() == [
        {"x": 50000, "half": 25000.0, "text": "50000", "large": True, "list": "[50000]"}
    ]


async def test_a_plan(here: httpx2.AsyncClient) -> None:
    plan = Table.model_validate_json((await ask(here, "EXPLAIN MATCH (p:Person) RETURN p.name")).content).plan
    assert plan
    assert plan.operator == "ProduceResults"
    assert plan.steps[0].estimated_rows is not None


async def test_a_plan_without_a_word_for_it(here: httpx2.AsyncClient) -> None:
    async def planned(query: str) -> httpx2.Response:
        return await here.post("/api/cypher", json={"query": query, "params": {"n": 1}, "plan": True})

    for query in (
        "// first\nCYPHER 5 MATCH (p:Person) RETURN p.name LIMIT $n",
        "PROFILE MATCH (p:Person) RETURN p.name",
    ):
        table = Table.model_validate_json((await planned(query)).content)
        assert table.plan
        assert (table.plan.operator, table.plan.hits, table.rows) == ("ProduceResults", None, [])
    assert (await planned("MATCH (p:Person)\nRETURN q")).json()["place"] == {"line": 2, "column": 8, "offset": 24}
    assert (await planned("CREATE (n)")).json()["type"] == "urn:bzpeer:query-not-allowed"


async def test_terms_say_who_may_ask_and_how_much(app_with: Callable[..., FastAPI]) -> None:
    async with client_of(app_with(console_rows=7)) as client:
        terms = (await client.get("/api/console")).json()
    assert (terms["allowed"], terms["reason"], terms["rows"]) == (True, None, 7)
    assert "text/csv" in terms["forms"]
    for app, word in ((app_with(console="off"), "off"), (app_with(), "localhost")):
        async with client_of(app, "http://bzpeer.example", "192.0.2.1") as client:
            terms = (await client.get("/api/console")).json()
        assert (terms["allowed"], word in terms["reason"]) == (False, True)


async def test_the_schema_names_all_that_can_be_asked_for(here: httpx2.AsyncClient) -> None:
    schema = GraphSchema.model_validate_json((await here.get("/api/schema")).content)
    inner = {"Migration", "Lock", "Stale", "Recount"}
    for names, pattern, told in (
        ("db.labels() YIELD label AS name", "(:{})", {each.name for each in schema.nodes} | inner),
        ("db.relationshipTypes() YIELD relationshipType AS name", "()-[:{}]->()", {each.name for each in schema.edges}),
    ):
        rows = (await ask(here, f"CALL {names} RETURN name")).json()["rows"]
        assert {name for (name,) in rows if await _count(here, pattern.format(name))} <= told
    person = next(each for each in schema.nodes if each.name == "Person")
    assert person.number == await _count(here, "(:Person)")
    works = next(each for each in person.properties if each.name == "works")
    assert (works.types, works.have <= person.sample, type(works.example)) == (["INTEGER"], True, int)
    wrote = next(each for each in schema.edges if each.name == "AUTHORED")
    assert (wrote.source, wrote.target) == ("Person", "Paper")
    assert {"position", "name"} <= {each.name for each in wrote.properties}


async def _count(client: httpx2.AsyncClient, pattern: str) -> int:
    found: int = (await ask(client, f"RETURN COUNT {{ {pattern} }} AS n")).json()["rows"][0][0]
    return found


@pytest.mark.parametrize(
    ("query", "status", "kind", "said", "place"),
    [
        ("MATCH (n)\nSET n.x = 1", 400, "query-not-allowed", "Line 2, column 1: SET changes the graph", [2, 1, 10]),
        ("RETURN x", 400, "query-refused", "Line 1, column 8: Variable `x` not defined.", [1, 8, 7]),
        ("RETURN $none", 400, "query-refused", "none", None),
        ("RETURN 1 / 0", 400, "query-refused", "/ by zero", None),
        ("UNWIND range(1, 200000000) AS i RETURN size(collect(i))", 503, "memory-limit", "more memory", None),
    ],
)
async def test_refusals(
    here: httpx2.AsyncClient, query: str, status: int, kind: str, said: str, place: list[int] | None
) -> None:
    for accept in ("application/json", "application/x-ndjson", "text/csv"):
        answer = await ask(here, query, accept)
        problem = answer.json()
        assert answer.headers["content-type"] == "application/problem+json"
        assert (answer.status_code, problem["type"]) == (status, f"urn:bzpeer:{kind}")
        assert said in problem["detail"]
        assert problem["place"] == (dict(zip(("line", "column", "offset"), place, strict=True)) if place else None)


async def test_forms_that_there_are_not(here: httpx2.AsyncClient) -> None:
    answer = await ask(here, "RETURN 1", "text/html")
    assert answer.status_code == 406
    assert "text/csv" in answer.json()["detail"]
    assert (await ask(here, "RETURN 1", "text/html, */*;q=0.1")).status_code == 200


async def test_parameters_that_cannot_be_read(here: httpx2.AsyncClient) -> None:
    for value in ({"$date": "yesterday"}, {"$node": {}}, 2**70, {"$int": "x"}):
        answer = await ask(here, "RETURN $v", v=value)
        assert answer.status_code == 422, value


async def test_a_date_that_cannot_be_read_is_told(here: httpx2.AsyncClient, world: Connection) -> None:
    await world.write("CREATE (:Probe {day: date({year: 10000})})")
    zone = "datetime({year: 2024, timezone: 'SystemV/AST4'})"
    values = [f"RETURN {value} AS d" for value in ("date({year: 10000})", "[{a: date({year: -1})}]", zone)]
    for query in (*values, "MATCH (p:Probe) RETURN p"):
        answer = await ask(here, query)
        assert (answer.status_code, answer.json()["type"]) == (400, "urn:bzpeer:query-refused"), query
        assert "return it with toString()" in answer.json()["detail"]


async def test_rows_and_time_are_limited(app_with: Callable[..., FastAPI]) -> None:
    async with client_of(app_with(console_rows=3, stream_rows=4)) as client:
        table = (await ask(client, "UNWIND range(1, 9) AS x RETURN x")).json()
        assert (table["count"], table["cut"], table["limit"]) == (3, "rows", 3)
        lines = (await ask(client, "UNWIND range(1, 9) AS x RETURN x", "application/x-ndjson")).text.splitlines()
        assert (len(lines), '"cut":"rows"' in lines[-1]) == (5, True)
    async with client_of(app_with(console_timeout=0.5, stream_timeout=0.5)) as client:
        bomb = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n"
        for accept in ("application/json", "text/csv"):
            answer = await ask(client, bomb, accept)
            assert (answer.status_code, answer.json()["type"]) == (504, "urn:bzpeer:time-limit")


async def test_who_may_ask(app_with: Callable[..., FastAPI]) -> None:
    async def status(app: FastAPI, base: str, host: str, **headers: str) -> int:
        async with client_of(app, base, host) as client:
            return (await client.post("/api/cypher", json={"query": "RETURN 1"}, headers=headers)).status_code

    local, public, off = app_with(), app_with(console="public"), app_with(console="off")
    assert await status(local, "http://localhost", "127.0.0.1") == 200
    assert await status(local, "http://[::1]:8000", "::1") == 200
    assert await status(local, "http://localhost", "192.0.2.1") == 403
    assert await status(local, "http://bzpeer.example", "127.0.0.1") == 403
    assert await status(local, "http://localhost", "127.0.0.1", **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert await status(local, "http://localhost", "127.0.0.1", **{"Sec-Fetch-Site": "same-origin"}) == 200
    for header in ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Via"):
        assert await status(local, "http://localhost", "127.0.0.1", **{header: "x"}) == 403
    assert await status(public, "http://bzpeer.example", "192.0.2.1") == 200
    assert await status(off, "http://localhost", "127.0.0.1") == 403


async def test_a_client_that_takes_too_much_is_told_when_to_come_back(app_with: Callable[..., FastAPI]) -> None:
    async with client_of(app_with()) as client:
        for _ in range(30):
            assert (await ask(client, "CREATE (n)")).status_code == 400
        answer = await ask(client, "RETURN 1")
    assert (answer.status_code, answer.json()["type"]) == (429, "urn:bzpeer:too-many")
    assert 50 <= int(answer.headers["Retry-After"]) <= 61


async def test_every_query_leaves_a_line_in_the_log(here: httpx2.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("bzpeer").propagate = True
    with caplog.at_level(logging.INFO, "bzpeer.console"):
        await ask(here, "UNWIND [1, 2] AS x RETURN x")
        await ask(here, "RETURN 1", "text/html")
        await ask(here, "CREATE (:Probe)\n")
    done, turned_away, refused = (each.fields for each in caplog.records if each.name == "bzpeer.console")  # type: ignore[attr-defined]
    assert (done["query"], done["outcome"], done["rows"]) == ("UNWIND [1, 2] AS x RETURN x", "done", 2)
    assert (turned_away["query"], turned_away["outcome"]) == ("RETURN 1", "NotAcceptable")
    assert (done["client"], refused["outcome"]) == ("127.0.0.1", "QueryNotAllowed")
    assert "\n" not in caplog.records[-1].getMessage()


async def test_named_queries(here: httpx2.AsyncClient) -> None:
    every = (await here.get("/api/queries")).json()["items"]
    assert {each["group"] for each in every} >= {"read"}
    (one,) = [each for each in every if each["name"] == "people_of_a_topic"]
    assert (await here.get("/api/queries/people_of_a_topic")).json() == one
    assert (await here.get("/api/queries/examples%2Fpeople_of_a_topic")).json() == one
    answer = await here.get("/api/queries/people_of_a_topic/run", params={"topic": "toy:graphs", "limit": "2"})
    assert answer.json()["fields"] == one["returns"]
    assert answer.json()["params"] == {"topic": "toy:graphs", "limit": 2}
    lost = await here.get("/api/queries/none/run")
    assert (lost.status_code, "/api/queries" in lost.json()["detail"]) == (404, True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"topic": "x"}, "The parameter limit (int) is missing"),
        ({"topic": "x", "limit": "many"}, "The parameter limit must be a whole number; it is 'many'."),
        ({"topic": "x", "limit": "1", "more": "1"}, "'more' is no parameter of this query: it has topic, limit."),
        ({"topic": ["x", "y"], "limit": "1"}, "The parameter topic is given 2 times: give it once."),
    ],
)
async def test_wrong_parameters_of_named_queries(here: httpx2.AsyncClient, given: dict[str, Any], said: str) -> None:
    answer = await here.get("/api/queries/people_of_a_topic/run", params=given)
    assert answer.status_code == 422
    assert said in answer.json()["detail"]


OWN = """// People of a name.
// mode: read
// param name: string
// returns: id
MATCH (p:Person {name: $name}) RETURN p.id AS id
"""


async def test_a_folder_of_ones_own(app_with: Callable[..., FastAPI], tmp_path: Path) -> None:
    (tmp_path / "by_name.cypher").write_text(OWN)
    async with client_of(app_with(queries=tmp_path)) as client:
        assert (await client.get("/api/queries/by_name")).json()["group"] == "own"
        assert (await client.get("/api/queries/by_name/run", params={"name": "ben"})).json()["rows"] == [["toy:ben"]]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("x", OWN.replace("RETURN p.id AS id", "SET p.x = 1"), "SET changes the graph"),
        ("x", OWN.replace("mode: read", "mode: write"), "x is a write query; only reading ones are allowed."),
        ("x", OWN.replace("// param name: string\n", ""), "undeclared parameters: name"),
        ("people_of_a_topic", OWN, "the name people_of_a_topic is taken"),
    ],
)
def test_a_folder_of_ones_own_is_checked(
    app_with: Callable[..., FastAPI], tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / f"{name}.cypher").write_text(text)
    with pytest.raises(InvalidSetting, match="BZPEER_QUERIES") as caught:
        app_with(queries=tmp_path)
    assert said in str(caught.value)


@pytest.mark.parametrize("word", ["[" * 101 + "]" * 101, "[" * 10_000 + "]" * 10_000])
async def test_json_in_an_address_is_bounded(app_with: Callable[..., FastAPI], tmp_path: Path, word: str) -> None:
    (tmp_path / "any.cypher").write_text(OWN.replace("name: string", "name: any"))
    async with client_of(app_with(queries=tmp_path)) as client:
        assert (await client.get("/api/queries/any/run", params={"name": word})).status_code == 422
