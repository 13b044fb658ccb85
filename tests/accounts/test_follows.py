"""Following: one follow of one account however often it is asked for, counts for all, names for nobody."""

import httpx2
import pytest

from graph.connection import Connection
from tests.accounts.conftest import Site, together

ANN = "/api/follows/person/toy:ann"


@pytest.mark.parametrize("address", [ANN, "/api/follows/topic/toy:graphs", "/api/follows/institution/ror:05gq02987"])
async def test_one_follows_and_follows_no_more(site: Site, world: Connection, address: str) -> None:
    ann, ben, visitor = await site.made("ann"), await site.made("ben"), site.browser()
    assert (await visitor.get(address)).json()["followers"] == 0
    assert (await ann.post(address)).json()["following"] is True
    found = (await ben.post(address)).json()
    assert (found["followers"], found["following"]) == (2, True)
    seen = await visitor.get(address)
    assert (seen.json()["followers"], seen.json()["following"], seen.headers["cache-control"]) == (2, False, "no-store")
    assert "example.org" not in seen.text
    for _ in range(2):
        assert (await ann.delete(address)).json()["followers"] == 1


async def test_fifty_follows_at_once_are_one(site: Site, world: Connection) -> None:
    ann = await site.made("ann")
    answers = await together(*(ann.post(ANN) for _ in range(50)))
    assert {each.status_code for each in answers} == {200}
    assert (await ann.get(ANN)).json()["followers"] == 1


async def test_all_names_of_a_thing_are_one(site: Site, world: Connection) -> None:
    ann = await site.made("ann")
    await ann.post("/api/follows/person/orcid:0000-0002-1825-0097")
    await ann.post(ANN)
    (only,) = (await ann.get("/api/follows")).json()["items"]
    assert (only["node"]["id"], only["node"]["label"]) == ("toy:ann", "Ann García")


async def test_what_is_not_there_or_of_another_kind_is_not_followed(site: Site, world: Connection) -> None:
    ann = await site.made("ann")
    for address, status in (("person/toy:none", 404), ("topic/toy:ann", 404), ("paper/toy:p1", 422)):
        assert (await ann.post(f"/api/follows/{address}")).status_code == status


async def test_a_token_follows_by_its_scope(site: Site, world: Connection) -> None:
    ann = await site.made("ann")

    async def program(*scopes: str) -> httpx2.AsyncClient:
        made = (await ann.post("/api/account/tokens", json={"name": "t", "scopes": list(scopes)})).json()
        return site.browser(Authorization=f"Bearer {made['secret']}")

    assert (await (await program("account:read")).post(ANN)).status_code == 403
    assert (await (await program("follow")).post(ANN)).status_code == 200


async def test_followers_do_not_raise_trust(site: Site, world: Connection) -> None:
    visitor = site.browser()
    before = (await visitor.get("/api/people/toy:ben/trust")).content
    for name in ("ann", "ben", "cal"):
        await (await site.made(name)).post("/api/follows/person/toy:ben")
    assert (await visitor.get("/api/people/toy:ben/standing")).json()["followers"] == 3
    assert (await visitor.get("/api/people/toy:ben/trust")).content == before


async def test_who_leaves_is_counted_no_more(site: Site, world: Connection) -> None:
    ann, visitor = await site.made("ann"), site.browser()
    await ann.post(ANN)
    export = (await ann.get("/api/account/export")).json()
    assert [each["node"]["id"] for each in export["follows"]] == ["toy:ann"]
    await ann.post("/api/account/delete", json={})
    assert (await visitor.get(ANN)).json()["followers"] == 0
