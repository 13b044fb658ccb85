"""Works as files over HTTP: which works, their number, the names of the files."""

import csv
import io
import json
from urllib.parse import unquote

import bibtexparser
import httpx2
import networkx as nx
import orjson
import pytest
import rispy

from api.files import disposition
from api.middleware import BODY_LIMIT
from api.routes import exports


async def test_all_works_of_a_person_in_each_format(client: httpx2.AsyncClient) -> None:
    listed = (await client.get("/api/people/toy:ann/works?limit=100")).json()
    ids, titles = ([each[name] for each in listed["items"]] for name in ("id", "title"))
    answers = {
        each: await client.get(f"/api/people/toy:ann/works.{each}") for each in ("bib", "ris", "csl.json", "csv")
    }
    for answer in answers.values():
        assert answer.status_code == 200
        assert (answer.headers["x-works-shown"], answer.headers["x-works-total"]) == (str(len(ids)),) * 2
    assert {each: answer.headers["content-type"] for each, answer in answers.items()} == {
        "bib": "application/x-bibtex; charset=utf-8",
        "ris": "application/x-research-info-systems; charset=utf-8",
        "csl.json": "application/vnd.citationstyles.csl+json; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
    }
    rows = list(csv.DictReader(io.StringIO(answers["csv"].content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == ids
    assert [each["title"] for each in rispy.loads(answers["ris"].text)] == titles
    assert [each["title"] for each in answers["csl.json"].json()] == titles
    assert len(bibtexparser.parse_string(answers["bib"].text).entries) == len(ids)


async def test_the_filters_of_the_list_are_those_of_the_file(client: httpx2.AsyncClient) -> None:
    filters = "sort=oldest&from=2017&to=2020&type=preprint&topic=toy:graphs&text=beta"
    listed = (await client.get(f"/api/people/toy:ben/works?{filters}")).json()
    found = (await client.get(f"/api/people/toy:ben/works.csl.json?{filters}")).json()
    assert [each["title"] for each in found] == [each["title"] for each in listed["items"]] == ["Beta graphs"]


async def test_more_works_than_a_file_holds_are_counted(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_OF_A_PERSON", 2)
    answer = await client.get("/api/people/toy:ben/works.csl.json")
    assert (len(answer.json()), answer.headers["x-works-shown"], answer.headers["x-works-total"]) == (2, "2", "4")


async def test_named_works_in_the_order_named(client: httpx2.AsyncClient) -> None:
    ids = ["toy:p3", "doi:10.1000/a/b", "toy:p1", "toy:none", "toy:ann"]
    answer = await client.post("/api/works/export", json={"ids": ids, "format": "csl-json"})
    assert [each["title"] for each in answer.json()] == ["Alpha graphs", "On $k$-Graphs"]
    assert (answer.headers["x-works-shown"], answer.headers["x-works-total"]) == ("2", "5")
    none = await client.post("/api/works/export", json={"ids": ["toy:none"]})
    assert (none.status_code, none.json()["type"]) == (404, "urn:bzpeer:not-found")
    assert (await client.post("/api/works/export", json={"ids": ["x"] * 1001})).status_code == 422


async def test_one_paper(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/api/papers/doi:10.1000%2Fa%2Fb/citation?format=ris")
    assert rispy.loads(answer.text)[0]["doi"] == "10.1000/a/b"
    assert (await client.get("/api/papers/toy:p1/citation")).text.startswith("@article{garcia2018graphs-")
    assert (await client.get("/api/papers/toy:ann/citation")).status_code == 404
    wrong = (await client.get("/api/papers/toy:p1/citation?format=docx")).json()
    assert wrong["detail"] == "'format' must be one of 'bibtex', 'ris', 'csl-json' or 'csv'; it is 'docx'."


async def test_the_name_of_the_file(client: httpx2.AsyncClient) -> None:
    named = (await client.get("/api/people/toy:ann/works.bib")).headers["content-disposition"]
    plain, encoded = named.removeprefix("attachment; ").split("; ")
    assert plain == 'filename="Ann Garcia - works.bib"'
    assert unquote(encoded.removeprefix("filename*=UTF-8''")) == "Ann García - works.bib"


async def test_a_shown_graph_as_a_file(client: httpx2.AsyncClient) -> None:
    shown = (await client.get("/api/people/toy:ann/slice?budget=20")).json()
    body = {"nodes": shown["nodes"], "edges": shown["edges"], "title": "Ann & Ben", "recipe": ["toy:ann"]}
    for format, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        answer = await client.post("/api/graph/export", json={**body, "format": format})
        assert answer.status_code == 200
        assert f'filename="Ann & Ben.{format}"'.replace("&", "") in answer.headers["content-disposition"]
        found = read(io.BytesIO(answer.content))
        assert set(found) == {each["id"] for each in shown["nodes"]}
        assert {(a, b) for a, b in found.edges} == {(each["source"], each["target"]) for each in shown["edges"]}
    lost = await client.post("/api/graph/export", json={**body, "nodes": shown["nodes"][:1]})
    assert (lost.status_code, lost.json()["type"]) == (422, "urn:bzpeer:invalid-value")


@pytest.mark.parametrize(
    "recipe", ["[" * 300 + "]" * 300, str(2**70), r'"\ud800"'], ids=["deep", "large number", "half a character"]
)
async def test_a_recipe_that_cannot_be_written_is_refused(client: httpx2.AsyncClient, recipe: str) -> None:
    node = '{"id": "toy:a", "kind": "Person", "label": "A", "x": 0, "y": 0}'
    body = f'{{"nodes": [{node}], "edges": [], "recipe": {recipe}}}'
    answer = await client.post("/api/graph/export", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["detail"][:26]) == (422, "'recipe' cannot be written")


async def test_places_are_numbers(client: httpx2.AsyncClient) -> None:
    body = '{"nodes": [{"id": "toy:a", "kind": "Person", "label": "A", "x": NaN, "y": 0}], "edges": []}'
    answer = await client.post("/api/graph/export", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "'nodes.x' must be a finite number" in answer.json()["detail"]


async def test_a_large_picture_may_be_sent_and_a_huge_one_not(client: httpx2.AsyncClient) -> None:
    nodes = [{"id": f"toy:{at}", "kind": "Person", "label": "x" * 200, "x": 0, "y": 0} for at in range(3000)]
    large = orjson.dumps({"nodes": nodes, "edges": []})
    assert len(large) > BODY_LIMIT
    sent = {"Content-Type": "application/json"}
    assert (await client.post("/api/graph/export", content=large, headers=sent)).status_code == 200
    huge = await client.post("/api/graph/export", content=b" " * (16 * 2**20 + 1), headers=sent)
    assert (huge.status_code, huge.json()["detail"][:34]) == (413, "The body is larger than the 16384 ")
    assert (await client.post("/api/works/export", content=large, headers=sent)).status_code == 413


@pytest.mark.parametrize("name", ['../a"b\r\nX: y', "何安", "\u202egpj.exe", "", ".", "x" * 500, "a/b\\c:d", "😀"])
def test_no_name_breaks_out_of_its_header(name: str) -> None:
    header = disposition(name, "csv")
    assert header.isascii()
    assert header.count('"') == 2
    assert not set("\r\n") & set(header)
    for file in (header.split('"')[1], unquote(header.partition("UTF-8''")[2])):
        assert file.endswith(".csv")
        assert not set('/\\:"') & set(file)
        assert not file.startswith(".")
        assert len(file) <= 100
    assert json.dumps(header)
