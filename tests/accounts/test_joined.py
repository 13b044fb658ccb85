"""What accounts keep about a record counts for the person that it was joined to, until the two are split."""

import httpx2
import pytest
from sqlalchemy import text

from api.accounts import moments
from api.accounts.following import followed
from api.accounts.tables import Claim
from graph.connection import Connection
from graph.store import Store
from graph.tombstones import Vault
from loaders import identity
from loaders.pipeline import load
from tests.accounts.conftest import Site
from tests.conftest import WIPE
from tests.toy import paper, person, toy

ANN, ANNA = "/api/follows/person/toy:ann", "/api/follows/person/toy:anna"
RECORDS = [
    *(person(each) for each in ("ann", "anna", "anne", "ben", "benny")),
    *(paper("p1", by="ann"), paper("p2", by="anna"), paper("p5", by="ann ben"), paper("p6", by="anna ben")),
]
BY = {"by": "moderator", "why": "One person, two spellings."}


@pytest.fixture
async def graph(server: Store) -> Connection:
    """Two records of one person, each with a work, and somebody else; and the same of a co-author."""
    await server.connection.implicit(WIPE)
    await load(server.connection, toy(*RECORDS))
    return server.connection


async def test_followers_of_both_are_followers_of_one(site: Site, graph: Connection) -> None:
    one, both, other, visitor = *[await site.made(each) for each in ("one", "both", "other")], site.browser()
    await one.post(ANNA)
    await both.post(ANN)
    await both.post(ANNA)
    await identity.join(graph, "toy:anne", "toy:anna", **BY)
    await identity.join(graph, "toy:ann", "toy:anne", **BY)
    assert (await visitor.get(ANN)).json()["followers"] == 2
    assert (await visitor.get("/api/people/toy:anna/standing")).json()["followers"] == 2
    assert (await one.get(ANN)).json()["following"] is True
    assert (await one.post(ANN)).json()["followers"] == 2  # they follow already
    assert (await other.post(ANNA)).json()["followers"] == 3  # whatever id is named, the person is followed
    (only,) = await followed(site.accounts, graph, "both")
    assert (only.node.id, only.node.label) == ("toy:ann", "ann")
    assert len((await one.get("/api/account/export")).json()["follows"]) == 1
    await identity.split(graph, "toy:anna")
    seen = [(await visitor.get(each)).json()["followers"] for each in (ANN, ANNA)]
    assert seen == [2, 2]
    assert [each.node.id for each in await followed(site.accounts, graph, "one")] == ["toy:anna"]
    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    assert (await both.delete(ANN)).json() == (await visitor.get(ANN)).json() | {"followers": 2}
    assert await followed(site.accounts, graph, "both") == []


async def test_news_of_a_joined_record_are_news_of_the_person(site: Site, graph: Connection) -> None:
    reader = await site.made("reader")
    await reader.post(ANNA)
    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    await load(graph, toy(paper("p3", by="anna"), paper("p4", by="ann"), key="more"))
    told = (await reader.get("/api/me/news")).json()
    assert {each["id"] for each in told["items"]} == {"toy:p3", "toy:p4"}
    assert {each["reasons"][0]["followed"]["id"] for each in told["items"]} == {"toy:ann"}
    await identity.split(graph, "toy:anna")
    assert [each["id"] for each in (await reader.get("/api/me/news")).json()["items"]] == ["toy:p3"]


async def test_an_opt_out_takes_the_follows_of_joined_records_too(
    site: Site, graph: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "vault", Vault(site.settings))
    reader, moderator = await site.made("reader"), await site.made("mod", role="moderator")
    await reader.post(ANNA)
    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    await site.browser().post("/api/opt-outs", json={"person": "toy:ann", "email": "ann@example.org"})
    await site.browser().post("/api/opt-outs/confirm", json={"token": await site.link()})
    (asked,) = (await moderator.get("/api/desk/corrections", params={"state": "open"})).json()["items"]
    done = await moderator.post(f"/api/desk/corrections/{asked['id']}", json={"accept": True, "words": "Yes."})
    assert done.status_code == 200, done.text
    async with site.accounts.store.read() as db:
        assert (await db.execute(text("SELECT count(*) FROM follows"))).scalar_one() == 0


async def _owns(site: Site, name: str, record: str) -> httpx2.AsyncClient:
    """Return the browser of somebody who owns a record."""
    browser = await site.made(name)
    at = moments.now()
    claim = Claim(id=f"claim-{name}", person_id=record, user_id=name, state="verified", message="", evidence=[])
    claim.reason, claim.created_at, claim.changed_at = "", at, at
    async with site.accounts.store.write() as db:
        db.add(claim)
    return browser


async def _standing(browser: httpx2.AsyncClient, record: str = "toy:ann") -> tuple[str, str | None]:
    claim = (await browser.get(f"/api/people/{record}/standing")).json()["claim"]
    return claim["state"], claim["mine"]


async def test_the_owner_of_a_joined_record_owns_the_person(site: Site, graph: Connection) -> None:
    anna, visitor = await _owns(site, "anna", "toy:anna"), site.browser()
    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    assert [await _standing(each) for each in (anna, visitor)] == [("claimed", "verified"), ("claimed", None)]
    assert (await visitor.get("/api/people/toy:ann/trust")).json()["claim"] == "claimed"
    other = await site.made("other")
    made = (await other.post("/api/people/toy:ann/claim", json={})).json()
    assert made["state"] == "pending"
    rival, moderator = await site.made("rival", role="moderator"), await site.made("mod", role="moderator")
    assert (await rival.post("/api/people/toy:ann/claim", json={})).json()["state"] == "pending"
    for browser, status in ((rival, 403), (moderator, 409)):  # whose record it is, and which one, counts over the join
        assert (await _decide(browser, made["id"], "verify")).status_code == status
    assert (await _decide(rival, "claim-anna", "dispute")).status_code == 403
    seen = (await moderator.get("/api/desk/claims")).json()["items"]
    assert {each["owner"]["id"] for each in seen} == {"anna"}
    await rival.delete("/api/people/toy:ann/claim")
    assert (await _decide(rival, made["id"], "refuse")).status_code == 200
    assert (await anna.post("/api/people/toy:ann/claim", json={})).json()["id"] == "claim-anna"  # theirs already
    invitation = {"person": "toy:ann", "purpose": "other", "message": "Shall we?"}
    invited = await other.post("/api/invitations", json=invitation)
    assert (invited.status_code, invited.json()["person"]["id"]) == (201, "toy:ann"), invited.text
    assert (
        await anna.post("/api/people/toy:ann/disowned", json={"work": "toy:p2", "reason": "No."})
    ).status_code == 200
    await anna.delete("/api/people/toy:ann/disowned", params={"work": "toy:p2"})
    await identity.split(graph, "toy:anna")
    assert await _standing(anna) == ("unclaimed", None)
    assert await _standing(anna, "toy:anna") == ("claimed", "verified")
    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    assert (await anna.delete("/api/people/toy:ann/claim")).json()["state"] == "withdrawn"
    assert await _standing(anna) == ("unclaimed", None)


async def test_works_come_back_when_a_claim_was_wrong_and_stay_away_when_it_was_given_up(
    site: Site, graph: Connection
) -> None:
    moderator, visitor = await site.made("mod", role="moderator"), site.browser()
    first = await _owns(site, "first", "toy:ann")
    await _disown(first, "toy:p1")
    assert (await first.delete("/api/people/toy:ann/claim")).status_code == 200
    eve = await _owns(site, "eve", "toy:ann")
    await _disown(eve, "toy:p5")
    await load(graph, toy(*RECORDS, key="again"))
    await site.app.state.answers.version(fresh=True)
    assert await _works_of_ann(visitor) == (set(), set())
    (kept,) = (await eve.get("/api/account/export")).json()["disowned"]
    assert (kept["work"]["id"], kept["why"]) == ("toy:p5", "A namesake's.")
    story = (await _decide(moderator, "claim-eve", "revoke")).json()["history"]
    assert [each["action"] for each in story] == ["work.disowned", "claim.revoked", "work.owned"]
    assert await _works_of_ann(visitor) == ({"toy:p5"}, {"toy:ben"})
    (left,) = (await visitor.get("/api/people/toy:ann/disowned")).json()["items"]
    assert left["work"]["id"] == "toy:p1"
    gone = {"work": "toy:p1"}
    assert (await eve.delete("/api/people/toy:ann/disowned", params=gone)).status_code == 403
    owner = await _owns(site, "owner", "toy:ann")
    assert (await moderator.delete("/api/people/toy:ann/disowned", params=gone)).json()["items"] == []
    assert "put a work back" in (await site.letters())[-1].get_content()
    assert await _works_of_ann(visitor) == ({"toy:p1", "toy:p5"}, {"toy:ben"})
    told = (await owner.get("/api/account/export")).json()["audit"]
    assert [(each["action"], each["by"]) for each in told] == [("work.owned", None)]


async def _disown(browser: httpx2.AsyncClient, work: str) -> None:
    answer = await browser.post("/api/people/toy:ann/disowned", json={"work": work, "reason": "A namesake's."})
    assert answer.status_code == 200, answer.text


async def _works_of_ann(browser: httpx2.AsyncClient) -> tuple[set[str], set[str]]:
    """Return the works of the slice around ann, and the people of their ranking."""
    seen = (await browser.get("/api/people/toy:ann/slice")).json()["nodes"]
    ranked = (await browser.get("/api/people/toy:ann/collaborators")).json()["items"]
    return {each["id"] for each in seen if each["kind"] == "Paper"}, {each["person"]["id"] for each in ranked}


async def _decide(browser: httpx2.AsyncClient, id: str, decision: str) -> httpx2.Response:
    return await browser.post(f"/api/desk/claims/{id}", json={"decision": decision, "reason": "Seen."})


async def test_two_owners_of_one_person_are_a_dispute_until_one_is_left(site: Site, graph: Connection) -> None:
    ann, anna = await _owns(site, "ann", "toy:ann"), await _owns(site, "anna", "toy:anna")
    moderator = await site.made("mod", role="moderator")
    early = {"person": "toy:ann", "purpose": "other", "message": "Shall we?"}
    invited = (await moderator.post("/api/invitations", json=early)).json()["id"]
    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    assert (await _standing(moderator))[0] == "disputed"
    assert (await ann.post(f"/api/invitations/{invited}", json={"step": "accept"})).status_code == 409
    assert (await moderator.post("/api/invitations", json=early)).status_code == 409
    for each in (ann, anna):
        refused = await each.post("/api/people/toy:ann/disowned", json={"work": "toy:p1", "reason": "No."})
        assert refused.status_code == 403
    waiting = (await moderator.get("/api/desk/claims", params={"state": "disputed"})).json()
    assert (waiting["total"], {each["claim"]["id"] for each in waiting["items"]}) == (2, {"claim-ann", "claim-anna"})
    assert {(each["claim"]["id"], each["owner"]["id"]) for each in waiting["items"]} == {
        ("claim-ann", "anna"),
        ("claim-anna", "ann"),
    }
    await identity.split(graph, "toy:anna")
    assert [await _standing(ann), await _standing(anna, "toy:anna")] == [("claimed", "verified")] * 2
    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    decided = await moderator.post("/api/desk/claims/claim-ann", json={"decision": "revoke", "reason": "Not theirs."})
    assert decided.status_code == 200, decided.text
    assert [await _standing(ann), await _standing(anna)] == [("claimed", None), ("claimed", "verified")]
    assert (await moderator.get("/api/desk/claims", params={"state": "disputed"})).json()["total"] == 0


async def test_a_confirmation_of_joined_records_counts_once_and_not_while_its_giver_is_disputed(
    site: Site, graph: Connection
) -> None:
    ben, visitor = await _owns(site, "ben", "toy:ben"), site.browser()
    await _owns(site, "benny", "toy:benny")
    at = "/api/people/toy:ann/confirmations"
    for each in ("ann", "anna"):
        assert (await ben.post(f"/api/people/toy:{each}/confirmations", json={})).status_code == 200

    async def seen() -> tuple[list[int], int, bool]:
        points = (await visitor.get("/api/people/toy:ann/trust")).json()["points"]
        said = (await ben.get(at)).json()
        return [each["points"] for each in points if each["fact"] == "confirmation"], len(said["items"]), said["may"]

    await identity.join(graph, "toy:ann", "toy:anna", **BY)
    assert await seen() == ([5], 1, True)
    await identity.join(graph, "toy:ben", "toy:benny", **BY)
    assert await seen() == ([], 0, False)
    assert (await ben.post(at, json={})).status_code == 403
    await identity.split(graph, "toy:benny")
    assert await seen() == ([5], 1, True)
