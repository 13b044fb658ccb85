"""Corrections of who is who through the API: asked for, decided, told, undone; and what is left of an opt-out."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import httpx2
import pytest

from api.accounts import people
from api.app import create_app
from graph.digest import digest
from graph.store import Store
from graph.tombstones import Vault
from loaders.pipeline import load
from tests.accounts.conftest import Site, together
from tests.accounts.test_managing import everything
from tests.toy import paper, person, toy

RECORDS = [*(person(each) for each in ("ann", "anna", "ben")), paper("p1", by="ann ben"), paper("p2", by="anna")]
JOIN = {"keep": "toy:ann", "alias": "toy:anna", "reason": "One person, two spellings."}
OPT_OUT = {"person": "toy:anna", "email": "anna@example.org", "reason": "Please."}


@pytest.fixture
async def desk(make_site: Callable[..., Site], store: Store, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Site]:
    """A site with a graph."""
    site = make_site()
    site.app = create_app(site.settings, store)
    async with site.app.router.lifespan_context(site.app):
        monkeypatch.setattr(store.connection, "vault", Vault(site.settings))
        await load(store.connection, toy(*RECORDS))
        yield site


@pytest.fixture
async def mod(desk: Site) -> httpx2.AsyncClient:
    """The browser of a moderator."""
    browser = await desk.user("mod", ip="192.0.2.9")
    await people.set_role(desk.accounts, "mod@example.org", "moderator")
    return browser


async def test_a_join_is_proposed_decided_told_and_undone(desk: Site, mod: httpx2.AsyncClient, store: Store) -> None:
    before = await digest(store.connection)
    user, visitor = await desk.user("una"), desk.browser()
    seen = await user.get("/api/desk/joins/preview", params={"keep": "toy:ann", "alias": "toy:anna"})
    assert (seen.status_code, seen.json()["works"]) == (200, 1)
    refused = await user.post("/api/desk/joins", json=JOIN | {"alias": "toy:ben"})
    assert (refused.status_code, "different authors" in refused.json()["detail"]) == (400, True)
    made = await user.post("/api/desk/joins", json=JOIN)
    assert made.status_code == 201, made.text
    assert (await user.post("/api/desk/joins", json=JOIN)).status_code == 409
    at = f"/api/desk/corrections/{made.json()['id']}"
    assert (await visitor.post("/api/desk/joins", json=JOIN)).status_code == 401
    assert (await user.post(at, json={"accept": True})).status_code == 403
    answers = await together(*(mod.post(at, json={"accept": True, "words": "Yes."}) for _ in range(5)))
    assert [each.status_code for each in answers].count(200) == 1
    assert (await visitor.get("/api/people/toy:anna")).json()["id"] == "toy:ann"
    assert "was done" in (await desk.letters())[-1].get_content()
    assert (await mod.post(at, json={"accept": False})).status_code == 409
    (listed,) = (await user.get("/api/desk/corrections", params={"state": "accepted"})).json()["items"]
    assert [line["action"] for line in listed["history"]] == ["correction.asked", "correction.accepted"]
    assert (await user.post(f"{at}/undo", json={})).status_code == 403
    assert (await mod.post(f"{at}/undo", json={})).json()["state"] == "undone"
    assert (await visitor.get("/api/people/toy:anna")).json()["id"] == "toy:anna"
    assert await digest(store.connection) == before


async def test_an_opt_out_is_confirmed_by_mail_decided_and_undone(
    desk: Site, mod: httpx2.AsyncClient, store: Store
) -> None:
    before = await digest(store.connection)
    visitor = desk.browser("192.0.2.5")
    assert (await visitor.get("/api/people/toy:anna")).status_code == 200  # kept in memory until …
    fan = await desk.made("fan")
    assert (await fan.post("/api/follows/person/toy:anna")).status_code == 200
    assert (await fan.post("/api/people/toy:anna/claim", json={"message": "I am anna."})).status_code == 200
    assert (await visitor.post("/api/opt-outs", json=OPT_OUT | {"person": "toy:nobody"})).status_code == 404
    assert (await visitor.post("/api/opt-outs", json=OPT_OUT)).status_code == 202
    assert (await mod.get("/api/desk/corrections")).json()["items"] == []
    link = {"token": await desk.link()}
    assert (await visitor.post("/api/opt-outs/confirm", json=link)).status_code == 200
    assert (await visitor.post("/api/opt-outs/confirm", json=link)).status_code == 410
    (asked,) = (await mod.get("/api/desk/corrections")).json()["items"]
    assert (asked["kind"], asked["person"]["label"], asked["reason"]) == ("opt-out", "anna", "Please.")
    at = f"/api/desk/corrections/{asked['id']}"
    done = (await mod.post(at, json={"accept": True})).json()
    assert (done["state"], done["person"], done["reason"]) == ("accepted", None, "")
    assert (await visitor.get("/api/people/toy:anna")).status_code == 404
    found = (await visitor.get("/api/search", params={"q": "anna"})).json()["items"]
    assert "toy:anna" not in {each["id"] for each in found}
    assert (await desk.letters())[-1]["To"] == "anna@example.org"
    listed = (await mod.get("/api/desk/corrections", params={"state": "accepted"})).text
    assert "toy:anna" not in listed
    assert "anna@example.org" not in listed
    assert "anna" not in await everything(desk)
    assert [each["person"] for each in (await fan.get("/api/claims")).json()["items"]] == [None]
    assert (await mod.post(f"{at}/undo", json={})).json()["person"]["id"] == "toy:anna"
    assert await digest(store.connection) == before


async def test_a_link_is_too_old_after_a_day(desk: Site, later: Callable[[timedelta], None]) -> None:
    visitor = desk.browser()
    assert (await visitor.post("/api/opt-outs", json=OPT_OUT)).status_code == 202
    link = {"token": await desk.link()}
    later(timedelta(days=2))
    assert (await visitor.post("/api/opt-outs/confirm", json=link)).status_code == 410
