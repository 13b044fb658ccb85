"""What owners say of themselves: written by the owner alone, shown as theirs, gone with the claim."""

from typing import Any

import httpx2
import pytest
from sqlalchemy import func, select

from api.accounts.tables import Words
from graph.connection import Connection
from tests.accounts.conftest import Site, together

ORCID = "0000-0002-1825-0097"
ANN, BEN = "/api/people/toy:ann", "/api/people/toy:ben"
SAID = {
    "about": "I study  $k$-graphs.",
    "name": "Anna García",
    "links": ["https://example.org/ann"],
    "open": True,
    "topics": ["toy:graphs"],
    "kinds": ["data", "co-author"],
}


async def owner(site: Site) -> httpx2.AsyncClient:
    """Return the browser of the owner of toy:ann."""
    ann = await site.made("ann", orcid=ORCID)
    assert (await ann.post(f"{ANN}/claim", json={})).json()["state"] == "verified"
    return ann


async def words(browser: httpx2.AsyncClient, person: str = ANN) -> dict[str, Any] | None:
    """Return what a browser is shown as the owner's words."""
    answer = await browser.get(f"{person}/words")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    found: dict[str, Any] | None = answer.json()["words"]
    return found


async def test_the_owner_writes_and_everybody_reads(site: Site, world: Connection) -> None:
    ann, visitor = await owner(site), site.browser()
    assert await words(visitor) is None
    written = await ann.put(f"{ANN}/words", json=SAID)
    assert (written.status_code, written.json()["mine"]) == (200, True)
    seen = await words(visitor)
    assert seen is not None
    assert (seen["about"], seen["name"], seen["links"], seen["open"]) == (
        "I study $k$-graphs.",
        "Anna García",
        ["https://example.org/ann"],
        True,
    )
    assert ([each["label"] for each in seen["topics"]], seen["kinds"]) == (["Graph Theory"], ["data", "co-author"])
    assert (await visitor.get(f"{ANN}/words")).json()["mine"] is False
    profile = (await visitor.get(ANN)).json()
    assert (profile["name"], "Anna" in str(profile)) == ("Ann García", False)  # never mixed with what is imported
    closed = {"open": False}
    again = (await ann.put(f"{ANN}/words", json=closed)).json()["words"]
    assert (again["open"], again["about"], again["kinds"], again["since"]) == (False, "", [], seen["since"])
    assert (await ann.put(f"{ANN}/words", json={})).json()["words"] is None
    assert await words(visitor) is None


@pytest.mark.parametrize(
    "bad",
    [
        {"about": "x" * 301},
        {"name": "a\u202eb"},
        {"links": ["http://example.org"]},
        {"links": ["https://user@example.org"]},
        {"links": ["https://localhost"]},
        {"links": ['https://example.org/"><b>']},
        {"links": ["javascript:alert(1)"]},
        {"links": ["https://example.org"] * 6},
        {"open": True, "kinds": ["dinner"]},
        {"open": False, "kinds": ["review"]},
        {"kinds": ["review"]},
        {"more": 1},
    ],
    ids=str,
)
async def test_what_cannot_be_written_is_one_sentence(site: Site, world: Connection, bad: dict[str, Any]) -> None:
    ann = await owner(site)
    answer = await ann.put(f"{ANN}/words", json=bad)
    assert (answer.status_code, answer.json()["detail"].endswith((".", "…", "'"))) == (422, True), answer.text
    assert await words(ann) is None


async def test_a_topic_that_is_not_here_is_told(site: Site, world: Connection) -> None:
    ann = await owner(site)
    for id in ("toy:none", "toy:ben"):
        assert (await ann.put(f"{ANN}/words", json={"open": True, "topics": [id]})).status_code == 404


async def test_words_are_frozen_by_a_dispute_and_end_with_the_claim(site: Site, world: Connection) -> None:
    ann, desk, visitor = await owner(site), await site.made("mod", role="moderator"), site.browser()
    await ann.put(f"{ANN}/words", json=SAID)
    id = (await ann.get("/api/claims")).json()["items"][0]["id"]

    async def decide(decision: str) -> None:
        done = await desk.post(f"/api/desk/claims/{id}", json={"decision": decision, "reason": "Seen."})
        assert done.status_code == 200

    await decide("dispute")
    assert await words(visitor) is None
    refused = await ann.put(f"{ANN}/words", json=SAID)
    assert (refused.status_code, "disputed" in refused.json()["detail"]) == (403, True)
    await decide("uphold")
    assert await words(visitor) is not None
    await decide("revoke")
    assert await words(visitor) is None
    assert (await ann.put(f"{ANN}/words", json=SAID)).status_code == 403
    assert (await ann.get("/api/account/export")).json()["words"] == []
    async with site.accounts.store.read() as db:
        assert (await db.execute(select(func.count()).select_from(Words))).scalar_one() == 0


async def test_fifty_writings_at_once_are_one_row(site: Site, world: Connection) -> None:
    ann = await owner(site)
    answers = await together(*(ann.put(f"{ANN}/words", json={"about": f"Line {at}."}) for at in range(50)))
    assert {each.status_code for each in answers} == {200}
    async with site.accounts.store.read() as db:
        assert (await db.execute(select(func.count()).select_from(Words))).scalar_one() == 1


async def test_what_is_said_is_exported_and_deleted_with_the_account(site: Site, world: Connection) -> None:
    ann, visitor = await owner(site), site.browser()
    await ann.put(f"{ANN}/words", json=SAID)
    (mine,) = (await ann.get("/api/account/export")).json()["words"]
    assert (mine["person"]["id"], mine["words"]["name"]) == ("toy:ann", "Anna García")
    await ann.post("/api/account/delete", json={})
    assert await words(visitor) is None
    async with site.accounts.store.read() as db:
        assert (await db.execute(select(func.count()).select_from(Words))).scalar_one() == 0
