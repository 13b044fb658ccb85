"""Claims: who becomes the owner of a record, how, and that it is one at a time."""

from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from api.accounts import claiming
from api.accounts.tables import Audit
from graph.connection import Connection
from tests.accounts.conftest import Site, together

ORCID = "0000-0002-1825-0097"
OTHER = "0000-0001-5109-3700"
ANN, BEN = "/api/people/toy:ann", "/api/people/toy:ben"


async def claim(browser: httpx2.AsyncClient, person: str, message: str = "") -> httpx2.Response:
    return await browser.post(f"{person}/claim", json={"message": message})


async def state(browser: httpx2.AsyncClient, person: str) -> tuple[str, str | None]:
    """Return the public state of a record, and that of the browser's own claim."""
    found = (await browser.get(f"{person}/standing")).json()["claim"]
    return found["state"], found["mine"]


async def decide(browser: httpx2.AsyncClient, id: str, decision: str) -> httpx2.Response:
    return await browser.post(f"/api/desk/claims/{id}", json={"decision": decision, "reason": "Seen."})


async def trusted(browser: httpx2.AsyncClient, person: str) -> dict[str, Any]:
    found: dict[str, Any] = (await browser.get(f"{person}/trust")).json()
    return found


async def test_the_proved_orcid_of_the_record_makes_the_owner_at_once(site: Site, world: Connection) -> None:
    ann, visitor = await site.made("ann", orcid=ORCID), site.browser()
    before = await trusted(visitor, ANN)
    tag = {"If-None-Match": (await visitor.get(f"{ANN}/trust")).headers["etag"]}
    assert (await visitor.get(f"{ANN}/trust", headers=tag)).status_code == 304
    made = await claim(ann, ANN)
    assert (made.status_code, made.json()["state"], made.json()["orcid"]) == (200, "verified", ORCID)
    assert (await state(visitor, ANN), await state(ann, ANN)) == (("claimed", None), ("claimed", "verified"))
    assert (await visitor.get(f"{ANN}/trust", headers=tag)).status_code == 200
    after = await trusted(visitor, ANN)
    assert (before["claim"], after["claim"], after["score"] - before["score"]) == ("unclaimed", "claimed", 25)
    assert ("L3" in [gate["level"] for gate in after["gates"] if gate["passed"]]) is True
    assert (await ann.delete(f"{ANN}/claim")).json()["state"] == "withdrawn"
    assert (await trusted(visitor, ANN))["score"] == before["score"]
    assert await state(visitor, ANN) == ("unclaimed", None)


async def test_a_claim_that_ends_with_its_account_or_its_record_says_so(site: Site, world: Connection) -> None:
    ann, ben = await site.made("ann", orcid=ORCID), await site.made("ben")
    owned, pending = [(await claim(*each)).json()["id"] for each in ((ann, ANN), (ben, BEN))]
    await ann.post("/api/account/delete", json={})
    async with site.accounts.store.write() as db:
        await claiming.forget(db, "toy:ben")
    async with site.accounts.store.read() as db:
        lines = (await db.execute(select(Audit.about, Audit.action).order_by(Audit.id))).all()
    assert [action for about, action in lines if about == owned] == ["claim.made", "claim.verified", "claim.withdrawn"]
    assert [action for about, action in lines if about == pending] == ["claim.made", "claim.revoked"]


async def test_another_orcid_than_that_of_the_record_claims_nothing(site: Site, world: Connection) -> None:
    refused = await claim(await site.made("eve", orcid=OTHER), ANN)
    assert (refused.status_code, ORCID in refused.json()["detail"]) == (403, True)


async def test_a_moderator_sees_the_evidence_and_decides(site: Site, world: Connection) -> None:
    ben, desk = await site.made("ben", orcid=OTHER), await site.made("mod", role="moderator")
    made = (await claim(ben, BEN, "My page says so.")).json()
    assert made["state"] == "pending"
    assert (await state(site.browser(), BEN), await state(ben, BEN)) == (
        ("unclaimed", None),
        ("unclaimed", "pending"),
    )
    listed = (await desk.get("/api/desk/claims")).json()
    (seen,) = listed["items"]
    assert (seen["user"]["email"], seen["claim"]["message"]) == ("ben@example.org", "My page says so.")
    assert seen["evidence"] == [
        f"The user has logged in with the ORCID iD {OTHER}; the record states none.",
        "No record here states that iD, so that no works can be compared.",
        "The user reads mail at example.org.",
    ]
    assert (seen["decisions"], seen["claim"]["person"]["label"]) == (["verify", "refuse"], "ben")
    before = await trusted(ben, BEN)
    done = (await decide(desk, made["id"], "verify")).json()
    assert (done["claim"]["state"], done["owner"]["name"]) == ("verified", "ben")
    assert [each["action"] for each in done["history"]] == ["claim.made", "claim.verified"]
    assert (await trusted(ben, BEN))["score"] - before["score"] == 15
    assert "was accepted" in (await site.letters())[-1].get_content()
    assert (await decide(desk, made["id"], "verify")).status_code == 409  # sent twice
    for decision, public in (("dispute", "disputed"), ("uphold", "claimed"), ("dispute", "disputed")):
        await decide(desk, made["id"], decision)
        assert (await state(site.browser(), BEN))[0] == public
    disputed = await trusted(site.browser(), BEN)
    assert (disputed["score"], disputed["claim"]) == (before["score"], "disputed")
    last = (await decide(desk, made["id"], "revoke")).json()
    assert len(last["history"]) == 6
    told = (await ben.get(f"{BEN}/standing")).json()["claim"]["last"]
    assert (told["state"], told["reason"]) == ("revoked", "Seen.")
    assert (await site.browser().get(f"{BEN}/standing")).json()["claim"]["last"] is None
    assert (await state(site.browser(), BEN), (await claim(ben, BEN)).json()["state"]) == (
        ("unclaimed", None),
        "pending",
    )


async def test_fifty_claims_of_one_at_once_are_one(site: Site, world: Connection) -> None:
    ann = await site.made("ann", orcid=ORCID)
    answers = await together(*(claim(ann, ANN) for _ in range(50)))
    assert {each.status_code for each in answers} == {200}
    assert len({each.json()["id"] for each in answers}) == 1
    async with site.accounts.store.read() as db:
        lines = (await db.execute(select(Audit.action).order_by(Audit.id))).scalars().all()
    assert list(lines) == ["claim.made", "claim.verified"]


async def test_of_fifty_claims_that_are_verified_at_once_one_is(site: Site, world: Connection) -> None:
    desk = await site.made("mod", role="moderator")
    users = [await site.made(f"u{number}") for number in range(50)]
    made = [each.json()["id"] for each in await together(*(claim(each, BEN) for each in users))]
    answers = await together(*(decide(desk, id, "verify") for id in made))
    assert sorted(each.status_code for each in answers) == [200, *[409] * 49]
    mine = [(await state(each, BEN))[1] for each in users]
    assert sorted(each or "" for each in mine) == [*["pending"] * 49, "verified"]


async def test_an_owned_record_is_claimed_by_another_only_through_a_moderator(site: Site, world: Connection) -> None:
    desk, ben = await site.made("mod", role="moderator"), await site.made("ben")
    first = (await claim(ben, ANN)).json()
    await decide(desk, first["id"], "verify")
    ann = await site.made("ann", orcid=ORCID)
    second = (await claim(ann, ANN)).json()
    assert second["state"] == "pending"
    assert (await decide(desk, second["id"], "verify")).status_code == 409
    await decide(desk, first["id"], "revoke")
    assert (await decide(desk, second["id"], "verify")).json()["claim"]["orcid"] == ORCID


async def test_nobody_decides_on_their_own_claim(site: Site, world: Connection) -> None:
    desk = await site.made("mod", role="moderator")
    made = (await claim(desk, BEN)).json()
    assert (await decide(desk, made["id"], "verify")).status_code == 403


async def test_who_leaves_owns_nothing(site: Site, world: Connection) -> None:
    ann, desk = await site.made("ann", orcid=ORCID), await site.made("mod", role="moderator")
    id = (await claim(ann, ANN, "marker")).json()["id"]
    assert (await ann.get("/api/account/export")).json()["claims"][0]["message"] == "marker"
    await ann.post("/api/account/delete", json={})
    assert await state(site.browser(), ANN) == ("unclaimed", None)
    left = (await desk.get("/api/desk/claims?state=withdrawn")).json()["items"]
    assert [(each["claim"]["id"], each["user"], each["claim"]["message"]) for each in left] == [(id, None, "")]


async def test_only_so_many_claims_wait_at_a_time(site: Site, world: Connection) -> None:
    user = await site.made("u")
    people = [f"/api/people/toy:{name}" for name in ("ben", "cal", "dee", "eve", "fay", "hal")]
    answers = [(await claim(user, each)).status_code for each in people]
    assert answers == [*[200] * 5, 409]
    assert (await user.delete(f"{people[0]}/claim")).status_code == 200
    assert (await claim(user, people[5])).status_code == 200
    assert (await user.delete(f"{people[0]}/claim")).status_code == 404


@pytest.mark.parametrize("body", [{"decision": "verify"}, {"decision": "verify", "reason": "  "}, {"decision": "own"}])
async def test_a_decision_has_its_reason(site: Site, world: Connection, body: dict[str, str]) -> None:
    desk, ben = await site.made("mod", role="moderator"), await site.made("ben")
    made = (await claim(ben, BEN)).json()
    assert (await desk.post(f"/api/desk/claims/{made['id']}", json=body)).status_code == 422
