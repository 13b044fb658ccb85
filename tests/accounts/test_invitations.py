"""Invitations: who may invite whom, how often, and what ends one without an answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from api.accounts import claiming
from api.accounts.inviting import PER_DAY
from api.accounts.tables import Claim
from graph.connection import Connection
from tests.accounts.conftest import Site
from tests.accounts.talk import BEN, Two, box, own, step, too_late


@pytest.fixture
async def two(site: Site, world: Connection) -> Two:
    made = Two(site, await site.made("ann"), await site.made("ben"))
    await own(site, "ben", "toy:ben")
    return made


@pytest.mark.parametrize(
    ("person", "status", "words"),
    [("toy:ann", 409, "claimed"), ("toy:cal", 409, "disputed"), ("toy:dee", 409, "your own"), ("toy:none", 404, "")],
)
async def test_only_the_undisputed_owner_of_a_record_is_invited(two: Two, person: str, status: int, words: str) -> None:
    await own(two.site, "ben", "toy:cal", "disputed")
    await own(two.site, "ann", "toy:dee")
    refused = await two.ann.post("/api/invitations", json=BEN | {"person": person})
    assert (refused.status_code, words in refused.json()["detail"]) == (status, True)


async def test_who_is_not_open_to_it_is_not_invited(two: Two) -> None:
    words = {"about": "", "name": "", "links": [], "open": False, "topics": [], "kinds": []}
    said = await two.ben.put("/api/people/toy:ben/words", json=words)
    assert said.status_code == 200, said.text
    refused = await two.ann.post("/api/invitations", json=BEN)
    assert (refused.status_code, "not open" in refused.json()["detail"]) == (409, True)


async def test_an_invitation_that_waits_is_hidden_by_a_block(two: Two) -> None:
    id = await two.invited()
    assert (await two.ben.post("/api/blocks", json={"invitation": id})).status_code == 201
    assert await box(two.ben, "received") == []
    report = {"about": f"invitation:{id}", "reason": "spam", "words": "Who blocks first can report too."}
    assert (await two.ben.post("/api/reports", json=report)).status_code == 201
    assert [each["state"] for each in await box(two.ann, "sent")] == ["open"]
    assert (await step(two.ann, id, "withdraw")).json()["state"] == "withdrawn"
    await own(two.site, "ann", "toy:ann")
    refused = await two.ben.post("/api/invitations", json=BEN | {"person": "toy:ann"})
    assert (refused.status_code, "blocked" in refused.json()["detail"]) == (409, True)


async def test_so_many_in_a_day(two: Two, later: Callable[[timedelta], None]) -> None:
    for _ in range(PER_DAY):
        await step(two.ann, await two.invited(), "withdraw")
    refused = await two.ann.post("/api/invitations", json=BEN)
    assert (refused.status_code, 86_000 < int(refused.headers["retry-after"]) <= 86_400) == (429, True)
    later(timedelta(days=1, seconds=1))
    await two.invited()


async def test_what_is_not_answered_lapses(two: Two) -> None:
    id = await two.invited()
    await too_late(two.site)
    assert [each["state"] for each in await box(two.ben, "received")] == ["lapsed"]
    for what, browser in (("accept", two.ben), ("withdraw", two.ann)):
        late = await step(browser, id, what)
        assert (late.status_code, "lapsed" in late.json()["detail"]) == (409, True)
    await two.invited()


@pytest.mark.parametrize("how", ["revoke", "give up", "opt out", "leave"])
async def test_it_lapses_with_the_claim(two: Two, how: str) -> None:
    id = await two.invited()
    async with two.site.accounts.store.read() as db:
        claim = (await db.execute(select(Claim.id))).scalar_one()
    if how == "revoke":
        desk = await two.site.made("mod", role="moderator")
        await desk.post(f"/api/desk/claims/{claim}", json={"decision": "revoke", "reason": "No."})
    elif how == "give up":
        await two.ben.delete("/api/people/toy:ben/claim")
    elif how == "leave":
        await two.ben.post("/api/account/delete", json={})
    else:
        async with two.site.accounts.store.write() as db:
            await claiming.forget(db, "toy:ben")
    states = [each["state"] for each in await box(two.ann, "sent")]
    assert states == ([] if how == "opt out" else ["lapsed"])
    assert (await step(two.ben, id, "accept")).status_code == (401 if how == "leave" else 404 if states == [] else 409)


async def test_while_it_is_disputed_whose_record_it_is_nothing_is_accepted(two: Two) -> None:
    id = await two.invited()
    async with two.site.accounts.store.write() as db:
        (await db.execute(select(Claim))).scalar_one().state = "disputed"
    assert (await step(two.ben, id, "accept")).status_code == 409
    assert (await box(two.ben, "received"))[0]["state"] == "open"
    assert (await step(two.ben, id, "decline")).status_code == 200
