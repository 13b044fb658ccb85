"""Every question over HTTP: the answers fit their models, and say what the typed functions say."""

from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from graph import answers, people
from graph.connection import Connection

ANSWERS: list[tuple[str, type[answers.Answer]]] = [
    ("/api/people", answers.People),
    ("/api/people/toy:ann", answers.PersonProfile),
    ("/api/people/bare:zoe", answers.PersonProfile),
    (
        "/api/people/toy:ben/works?sort=cited&from=2017&to=2022&type=article&topic=toy:graphs&text=on&limit=1",
        answers.Works,
    ),
    ("/api/people/toy:ann/slice?budget=7&kinds=Paper,Topic&from=2018", answers.Slice),
    ("/api/people/toy:ann/collaborators?order=newman&min_joint=1&limit=3", answers.Collaborators),
    ("/api/people/toy:ann/collaborators?half_life=2&team=1", answers.Collaborators),
    ("/api/people/toy:ann/potential-collaborators?limit=5", answers.PotentialCollaborators),
    ("/api/people/toy:ann/adjacent?order=recent&limit=3", answers.Adjacent),
    ("/api/people/toy:ann/adjacent", answers.Adjacent),
    ("/api/nodes/toy:ann/neighbours", answers.Neighbours),
    ("/api/nodes/toy:ann/neighbours?kind=Paper&limit=1", answers.Neighbours),
    ("/api/papers/toy:p1", answers.PaperFacts),
    ("/api/papers/doi:10.1000%2Fa%2Fb", answers.PaperFacts),
    ("/api/papers/doi:10.1000%2Fa%2Fb/slice", answers.Slice),
    ("/api/topics/toy:graphs", answers.TopicFacts),
    ("/api/topics/toy:graphs/slice?budget=4", answers.Slice),
    ("/api/institutions/ror:05gq02987", answers.InstitutionFacts),
    ("/api/institutions/toy:uni?parts=with", answers.InstitutionFacts),
    ("/api/institutions/ror:05gq02987/slice", answers.Slice),
    ("/api/search?q=gar", answers.SearchResult),
    ("/api/search?q=graphs&kind=Paper&limit=2", answers.SearchResult),
    ("/api/paths?from=toy:ann&to=toy:eve&k=2&exclude=toy:hal&exclude=toy:fay&via=toy:ben", answers.Paths),
    ("/api/edges/evidence?source=toy:ann&target=toy:ben&limit=1", answers.Evidence),
    ("/api/edges/evidence?source=toy:ann&target=toy:lab", answers.Evidence),
    ("/api/compare?a=toy:dee&b=orcid:0000-0002-1825-0097&limit=2", answers.Comparison),
    ("/api/dataset", answers.Dataset),
]


@pytest.mark.parametrize(("address", "model"), ANSWERS)
async def test_answers_fit_their_models(client: httpx2.AsyncClient, address: str, model: type[answers.Answer]) -> None:
    answer = await client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    model.model_validate_json(answer.content)


async def test_the_answer_is_that_of_the_question(client: httpx2.AsyncClient, world: Connection) -> None:
    profile = await people.profile(world, "toy:ann")
    assert (await client.get("/api/people/orcid:0000-0002-1825-0097")).content == profile.model_dump_json().encode()


async def test_parameters_reach_the_question(client: httpx2.AsyncClient) -> None:
    works = (await client.get("/api/people/toy:ben/works?sort=oldest&from=2018&limit=1")).json()
    assert ([each["id"] for each in works["items"]], works["total"]) == (["toy:p1"], 3)
    page = (await client.get(f"/api/people/toy:ben/works?sort=oldest&from=2018&limit=1&after={works['next']}")).json()
    assert [each["id"] for each in page["items"]] == ["toy:p2"]
    slice_ = (await client.get("/api/people/toy:ann/slice?kinds=Paper&kinds=Person&budget=4")).json()
    assert len(slice_["nodes"]) == 4
    assert {each["kind"] for each in slice_["nodes"]} == {"Paper", "Person"}
    paths = (await client.get("/api/paths?from=toy:ben&to=toy:eve&via=toy:cal")).json()
    assert [each["id"] for each in paths["items"][0]["people"]] == ["toy:ben", "toy:cal", "toy:dee", "toy:eve"]


async def test_a_slice_around_several_seeds(client: httpx2.AsyncClient) -> None:
    body = {"seeds": ["toy:ann", "toy:p4"], "budget": 9, "kinds": ["Person", "Paper"], "from": 2018}
    answer = await client.post("/api/slice", json=body)
    assert answer.status_code == 200
    found = answers.Slice.model_validate_json(answer.content)
    assert found.center == ["toy:ann", "toy:p4"]
    assert len(found.nodes) <= 9


async def test_works_near_several_papers(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/adjacent", json={"papers": ["arxiv:1910.02054", "toy:p3"], "limit": 3})
    assert answer.status_code == 200
    found = answers.Adjacent.model_validate_json(answer.content)
    assert found.center == ["toy:p1", "toy:p3"]
    assert not {"toy:p1", "toy:p3"} & {each.work.id for each in found.items}


async def test_the_same_question_gets_the_same_bytes(client: httpx2.AsyncClient) -> None:
    address = "/api/people/toy:ann/slice?budget=8"
    assert (await client.get(address)).content == (await client.get(address)).content


BAD: list[tuple[str, int, str]] = [
    ("/api/people/toy:ann/slice?budget=0", 422, "'budget' must be at least 1; it is 0."),
    ("/api/people/toy:ann/slice?budget=10000000", 422, "'budget' must be at most 500; it is 10000000."),
    ("/api/people/toy:ann/slice?budget=many", 422, "'budget' must be a whole number; it is 'many'."),
    ("/api/people/toy:ann/slice?kinds=Paper,Dog", 422, "'kinds' must be one of 'Person', 'Paper', 'Topic' or"),
    ("/api/people/toy:ann/works?sort=best", 422, "'sort' must be one of 'newest', 'oldest', 'cited' or 'title'; it is"),
    ("/api/people/toy:ann/works?from=0", 422, "'from' must be at least 1000; it is 0."),
    (
        "/api/people/toy:ann/works?from=2020&to=2010",
        422,
        "The years run from 2020 to 2010; give the earlier year first.",
    ),
    (
        "/api/people/toy:ann/works?after=toy:p8",
        422,
        "The cursor 'after' fits none of these works: begin again without it.",
    ),
    ("/api/people/toy:ann/collaborators?half_life=nan", 422, "'half_life' must be at most 100.0; it is 'nan'."),
    ("/api/people/toy:nobody", 404, "No person has the identifier 'toy:nobody'; look it up by name in the search."),
    ("/api/people/toy:p1", 404, "'toy:p1' is the identifier of a paper, not of a person; ask for it as a paper."),
    ("/api/papers/doi:10.1%2Fslice", 404, "No paper has the identifier 'doi:10.1/slice'; look it up by name"),
    ("/api/papers/" + "x" * 600, 422, "'id' cannot be used: no identifier is longer than 512 characters."),
    ("/api/search", 422, "'q' is missing: add it."),
    ("/api/paths?from=toy:ann&to=toy:ann", 422, "A path needs different people: 'from', 'to' and 'via' must not"),
    ("/api/compare?a=toy:ann&b=toy:ann", 422, "'a' and 'b' are one and the same person: name two different people."),
    ("/api/edges/evidence?source=toy:ann", 422, "'target' is missing: add it."),
    ("/api/nothing", 404, "There is nothing at this address; see /api/openapi.json for all addresses."),
    ("/api", 404, "There is nothing at this address"),
    ("/api/papers/doi:10.1000/a/b", 404, "In an identifier, write a slash as %2F."),
    ("/nothing", 404, "There is nothing at this address"),
]


@pytest.mark.parametrize(("address", "status", "detail"), BAD)
async def test_bad_input_gets_one_sentence(client: httpx2.AsyncClient, address: str, status: int, detail: str) -> None:
    answer = await client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answers.Problem.model_validate_json(answer.content)
    assert detail in problem.detail
    assert problem.type.startswith("urn:bzpeer:")
    assert problem.status == status
    assert problem.instance == address.partition("?")[0]
    assert problem.request_id == answer.headers["x-request-id"]


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b"{", "The body is not valid JSON: correct it and send it again."),
        (b"{}", "'seeds' is missing: add it."),
        (b'{"seeds": []}', "'seeds' must be a list of at least 1; it is []."),
        (b'{"seeds": ["toy:ann"], "bugdet": 5}', "'bugdet' is not known here: leave it out."),
        (b'{"seeds": ["toy:ann"], "budget": 0}', "'budget' must be at least 1; it is 0."),
        (b'{"seeds": "toy:ann"}', "'seeds' must be a list; it is 'toy:ann'."),
    ],
)
async def test_bad_bodies_get_one_sentence(client: httpx2.AsyncClient, body: bytes, detail: str) -> None:
    answer = await client.post("/api/slice", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["detail"]) == (422, detail)


async def test_methods_and_sizes(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/dataset")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["type"] == "urn:bzpeer:method-not-allowed"
    assert (await client.post("/api/nothing")).status_code == 404

    async def stream() -> Any:
        for _ in range(40):
            yield b" " * 10_000

    for content in (b" " * 300_000, stream()):  # declared, and not declared
        answer = await client.post("/api/slice", content=content, headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["type"]) == (413, "urn:bzpeer:too-large")


async def test_head_is_get_without_the_body(client: httpx2.AsyncClient) -> None:
    address = "/api/people/toy:ann"
    head, get = await client.head(address), await client.get(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == get.headers["etag"]


async def test_a_request_id_is_kept_when_it_is_one(client: httpx2.AsyncClient) -> None:
    given = await client.get("/healthz", headers={"X-Request-Id": "abc-1"})
    assert given.headers["x-request-id"] == "abc-1"
    foul = await client.get("/healthz", headers={"X-Request-Id": "a b\tc"})
    assert foul.headers["x-request-id"] != "a b\tc"


async def test_any_id_in_any_encoding(client: httpx2.AsyncClient) -> None:
    for id in ("doi:10.1000/A/B", "https://doi.org/10.1000/a/b", "arXiv:1910.02054v2"):
        assert (await client.get(f"/api/papers/{quote(id, safe='')}")).json()["work"]["id"] == "toy:p1"
