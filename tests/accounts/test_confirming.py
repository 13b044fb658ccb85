"""Works that owners confirm and records that others confirm: what they add to trust, and until when."""

from typing import Any

import httpx2
import pytest

from graph.connection import Connection
from tests.accounts.conftest import Site, together

ORCID = "0000-0002-1825-0097"
ANN, BEN, CAL, FAY = (f"/api/people/toy:{name}" for name in ("ann", "ben", "cal", "fay"))


async def given(browser: httpx2.AsyncClient, person: str) -> dict[str, dict[str, Any]]:
    """Return the points of each rule of a record."""
    answer = await browser.get(f"{person}/trust")
    return {each["fact"]: each for each in answer.json()["points"]}


async def owner(site: Site, name: str) -> httpx2.AsyncClient:
    """Return the browser of the owner of the record toy:name."""
    orcid = ORCID if name == "ann" else None
    browser = await site.made(name, orcid=orcid)
    made = (await browser.post(f"/api/people/toy:{name}/claim", json={})).json()
    if orcid is None:
        desk = await site.made(f"mod-{name}", role="moderator")
        decided = {"decision": "verify", "reason": "Seen."}
        assert (await desk.post(f"/api/desk/claims/{made['id']}", json=decided)).status_code == 200
    return browser


async def test_works_that_the_owner_confirms_raise_trust_and_say_who_and_when(site: Site, world: Connection) -> None:
    ann, visitor = await owner(site, "ann"), site.browser()
    before = (await visitor.get(f"{ANN}/trust")).json()["score"]
    for work in ("toy:p1", "arxiv:1910.02054", "toy:p2"):  # the second is the first by another name
        assert (await ann.post(f"{ANN}/confirmed", json={"work": work})).status_code == 200
    after = (await visitor.get(f"{ANN}/trust")).json()
    assert after["score"] == before + 2
    (rule,) = [each for each in after["points"] if each["fact"] == "work_confirmed"]
    assert {(each["id"], each["kind"], each["source"]) for each in rule["assertions"]} == {
        ("toy:p1", "Paper", "owner"),
        ("toy:p2", "Paper", "owner"),
    }
    assert all(each["as_of"].endswith("Z") for each in rule["assertions"])
    assert len((await visitor.get(f"{ANN}/confirmed")).json()["items"]) == 2
    left = (await ann.delete(f"{ANN}/confirmed", params={"work": "toy:p1"})).json()
    assert [each["work"]["id"] for each in left["items"]] == ["toy:p2"]
    assert (await visitor.get(f"{ANN}/trust")).json()["score"] == before + 1
    (mine,) = (await ann.get("/api/account/export")).json()["confirmed"]
    assert (mine["person"]["id"], mine["work"]["id"]) == ("toy:ann", "toy:p2")
    assert (await ann.delete(f"{ANN}/claim")).json()["state"] == "withdrawn"
    assert "work_confirmed" not in await given(visitor, ANN)
    assert (await visitor.get(f"{ANN}/confirmed")).json()["items"] == []


async def test_only_works_of_the_record_are_confirmed(site: Site, world: Connection) -> None:
    ann = await owner(site, "ann")
    for work in ("toy:p4", "toy:none", "toy:ben"):
        assert (await ann.post(f"{ANN}/confirmed", json={"work": work})).status_code == 404
    assert (await ann.post(f"{ANN}/confirmed", json={"work": ""})).status_code == 422


async def test_a_co_author_confirms_and_the_record_reaches_l4(site: Site, world: Connection) -> None:
    ann, ben, visitor = await owner(site, "ann"), await owner(site, "ben"), site.browser()
    before = (await visitor.get(f"{ANN}/trust")).json()
    assert before["level"] == "L3"
    assert (await ben.get(f"{ANN}/confirmations")).json()["may"] is True
    answers = await together(*(ben.post(f"{ANN}/confirmations", json={}) for _ in range(20)))
    assert {each.status_code for each in answers} == {200}
    after = (await visitor.get(f"{ANN}/trust")).json()
    assert (after["score"] - before["score"], after["level"]) == (5, "L4")
    ((said,),) = [each["assertions"] for each in after["points"] if each["fact"] == "confirmation"]
    assert (said["kind"], said["id"], said["label"], said["source"]) == ("Person", "toy:ben", "ben", "co-author")
    seen = (await visitor.get(f"{ANN}/confirmations")).json()
    assert ([each["by"]["id"] for each in seen["items"]], seen["may"], seen["mine"]) == (["toy:ben"], False, False)
    assert (await ann.get(f"{ANN}/confirmations")).json()["may"] is False
    (mine,) = (await ben.get("/api/account/export")).json()["confirmed"]
    assert (mine["person"]["id"], mine["work"]) == ("toy:ann", None)
    taken = (await ben.delete(f"{ANN}/confirmations")).json()
    assert (taken["items"], taken["may"], taken["mine"]) == ([], True, False)
    assert (await visitor.get(f"{ANN}/trust")).json()["score"] == before["score"]


@pytest.mark.parametrize("how", ["dispute", "revoke", "withdraw", "leave"])
async def test_a_confirmation_ends_with_the_claim_on_which_it_rests(site: Site, world: Connection, how: str) -> None:
    ben, desk, visitor = await owner(site, "ben"), await site.made("mod", role="moderator"), site.browser()
    await ben.post(f"{ANN}/confirmations", json={})
    assert (await given(visitor, ANN))["confirmation"]["points"] == 5
    id = (await ben.get("/api/claims")).json()["items"][0]["id"]
    if how == "withdraw":
        await ben.delete(f"{BEN}/claim")
    elif how == "leave":
        await ben.post("/api/account/delete", json={})
    else:
        await desk.post(f"/api/desk/claims/{id}", json={"decision": how, "reason": "Seen."})
    assert "confirmation" not in await given(visitor, ANN)
    assert (await visitor.get(f"{ANN}/confirmations")).json()["items"] == []
    if how == "dispute":
        await desk.post(f"/api/desk/claims/{id}", json={"decision": "uphold", "reason": "Seen."})
        assert "confirmation" in await given(visitor, ANN)


async def test_nobody_confirms_their_own_record_nor_that_of_a_stranger(site: Site, world: Connection) -> None:
    ann, user = await owner(site, "ann"), await site.made("user")
    desk = await site.made("mod", role="moderator")
    for browser, person in ((ann, ANN), (ann, CAL), (user, ANN)):
        assert (await browser.post(f"{person}/confirmations", json={})).status_code == 403
    assert (await desk.post(f"{FAY}/claim", json={})).json()["state"] == "pending"
    assert (await desk.post(f"{FAY}/confirmations", json={})).status_code == 403  # the record that they claim


async def test_moderators_count_once_and_are_not_named(site: Site, world: Connection) -> None:
    visitor = site.browser()
    for name in ("one", "two"):
        answer = await (await site.made(name, role="moderator")).post(f"{FAY}/confirmations", json={})
        assert answer.status_code == 200
    rule = (await given(visitor, FAY))["confirmation"]
    assert (rule["points"], [(each["id"], each["source"]) for each in rule["assertions"]]) == (
        5,
        [("moderator", "moderator")],
    )
    seen = await visitor.get(f"{FAY}/confirmations")
    assert ([each["by"] for each in seen.json()["items"]], "example.org" in seen.text) == ([None, None], False)
