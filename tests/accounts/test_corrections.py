"""Corrections of who is who through the API: asked for, decided, told, undone; and what is left of an opt-out."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from sqlalchemy import select, update

from api.accounts import correcting, forgetting, people
from api.accounts.accounts import Accounts
from api.accounts.tables import Claim, Correction, Follow, Table, Words
from api.app import create_app
from graph.connection import Connection
from graph.digest import digest
from graph.errors import LoadRunning
from graph.store import Store
from graph.tombstones import Vault
from loaders import identity
from loaders.pipeline import load
from tests.accounts.conftest import Site, together
from tests.accounts.test_managing import everything
from tests.toy import paper, person, toy

RECORDS = [*(person(each) for each in ("ann", "anna", "ben")), paper("p1", by="ann ben"), paper("p2", by="anna")]
JOIN = {"keep": "toy:ann", "alias": "toy:anna", "reason": "One person, two spellings."}
SPLIT = {"person": "toy:ann", "alias": "toy:anna", "reason": "Two people."}
WORDS = {"words": "As you wish."}
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
    assert (await user.post(at, json={"accept": True, "words": "Yes."})).status_code == 403
    assert (await mod.post(at, json={"accept": True})).status_code == 422  # words are for those concerned
    answers = await together(*(mod.post(at, json={"accept": True, "words": "Yes."}) for _ in range(5)))
    assert [each.status_code for each in answers].count(200) == 1
    assert (await visitor.get("/api/people/toy:anna")).json()["id"] == "toy:ann"
    assert "was done" in (await desk.letters())[-1].get_content()
    assert (await mod.post(at, json={"accept": False, "words": "No."})).status_code == 409
    (listed,) = (await mod.get("/api/desk/corrections", params={"state": "accepted"})).json()["items"]
    assert [(line["action"], line["by"]) for line in listed["history"]] == [
        ("correction.asked", "una"),
        ("correction.accepted", "mod"),
    ]
    assert (listed["user"]["email"], listed["decisions"]) == ("una@example.org", ["undo"])
    (own,) = (await user.get("/api/corrections")).json()["items"]
    assert (own["state"], own["alias"]["label"], own["user"], own["decisions"]) == ("accepted", "anna", None, [])
    assert {line["by"] for line in own["history"]} == {None}
    assert (await user.post(f"{at}/undo", json=WORDS)).status_code == 403
    assert (await mod.post(f"{at}/undo", json=WORDS)).json()["state"] == "undone"
    assert "was undone" in (await desk.letters())[-1].get_content()
    assert (await visitor.get("/api/people/toy:anna")).json()["id"] == "toy:anna"
    assert await digest(store.connection) == before


async def test_what_many_propose_at_once_is_asked_for_once(desk: Site) -> None:
    users = [await desk.made(f"u{number}") for number in range(20)]
    answers = await together(*(each.post("/api/desk/joins", json=JOIN) for each in users))
    assert sorted(each.status_code for each in answers) == [201, *[409] * 19]


async def test_an_opt_out_is_confirmed_by_mail_decided_and_undone(
    desk: Site, mod: httpx2.AsyncClient, store: Store
) -> None:
    before = await digest(store.connection)
    visitor = desk.browser("192.0.2.5")
    assert (await visitor.get("/api/people/toy:anna")).status_code == 200  # kept in memory until …
    fan = await desk.made("fan")
    assert (await fan.post("/api/follows/person/toy:anna")).status_code == 200
    assert (await fan.post("/api/people/toy:anna/claim", json={"message": "I am anna."})).status_code == 200
    (claim,) = (await fan.get("/api/claims")).json()["items"]
    decided = {"decision": "verify", "reason": "Seen."}
    assert (await mod.post(f"/api/desk/claims/{claim['id']}", json=decided)).status_code == 200
    words = {"about": "I am anna.", "name": "anna", "links": ["https://example.org/anna"]}
    assert (await fan.put("/api/people/toy:anna/words", json=words)).status_code == 200
    assert (await fan.post("/api/people/toy:anna/confirmed", json={"work": "toy:p2"})).status_code == 200
    assert (await mod.post("/api/people/toy:anna/confirmations", json={})).status_code == 200
    assert (await visitor.post("/api/opt-outs", json=OPT_OUT | {"person": "toy:nobody"})).status_code == 404
    assert (await visitor.post("/api/opt-outs", json=OPT_OUT)).status_code == 202
    assert (await mod.get("/api/desk/corrections")).json()["items"] == []
    link = {"token": await desk.link()}
    assert (await visitor.post("/api/opt-outs/confirm", json=link)).status_code == 200
    assert (await visitor.post("/api/opt-outs/confirm", json=link)).status_code == 410
    (asked,) = (await mod.get("/api/desk/corrections")).json()["items"]
    assert (asked["kind"], asked["person"]["label"], asked["reason"]) == ("opt-out", "anna", "Please.")
    at = f"/api/desk/corrections/{asked['id']}"
    assert (asked["email"], [each["name"] for each in asked["owners"]]) == ("anna@example.org", ["fan"])
    told = await fan.post("/api/reports", json={"about": "person:toy:anna", "reason": "other", "words": "anna?"})
    assert told.status_code == 201
    proposed = await fan.post("/api/desk/joins", json=JOIN | {"reason": "anna is ann."})
    assert proposed.status_code == 201
    done = (await mod.post(at, json={"accept": True, "words": "Goodbye, anna."})).json()
    assert (done["state"], done["person"], done["reason"], done["decision"]) == ("accepted", None, "", "")
    assert (done["decisions"], bool(done["until"])) == (["undo"], True)
    assert (await visitor.get("/api/people/toy:anna")).status_code == 404
    found = (await visitor.get("/api/search", params={"q": "anna"})).json()["items"]
    assert "toy:anna" not in {each["id"] for each in found}
    left = [each["To"] for each in await desk.letters() if "anna" in each["To"] + each.get_content()]
    assert sorted(left) == ["anna@example.org", "fan@example.org"]  # what was decided; all before is gone
    listed = (await mod.get("/api/desk/corrections", params={"state": "accepted"})).text
    assert "toy:anna" not in listed
    assert "anna@example.org" not in listed
    assert "anna" not in await everything(desk)
    assert [each["person"] for each in (await fan.get("/api/claims")).json()["items"]] == [None]
    assert [each["state"] for each in (await fan.get("/api/corrections")).json()["items"]] == ["refused"]
    assert [each["state"] for each in (await fan.get("/api/reports")).json()["items"]] == ["closed"]
    assert (await mod.post(f"{at}/undo", json=WORDS)).json()["person"]["id"] == "toy:anna"
    assert await digest(store.connection) == before


async def test_a_link_is_too_old_after_a_day(desk: Site, later: Callable[[timedelta], None]) -> None:
    visitor = desk.browser()
    assert (await visitor.post("/api/opt-outs", json=OPT_OUT)).status_code == 202
    link = {"token": await desk.link()}
    later(timedelta(days=2))
    assert (await visitor.post("/api/opt-outs/confirm", json=link)).status_code == 410


async def test_a_join_is_split_and_told_to_the_owner(desk: Site, mod: httpx2.AsyncClient, store: Store) -> None:
    user, ann, anna = await desk.made("una"), await desk.made("annowner"), await desk.made("annaowner")
    assert (await user.post("/api/desk/splits", json=SPLIT)).status_code == 422  # it is joined to nobody yet
    assert (await user.post("/api/desk/joins", json=JOIN | {"reason": " \t"})).status_code == 422
    made = (await user.post("/api/desk/joins", json=JOIN)).json()
    claims = [
        (await who.post(f"/api/people/toy:{name}/claim", json={})).json()["id"]
        for who, name in ((ann, "ann"), (anna, "anna"))
    ]
    yes = {"decision": "verify", "reason": "Yes."}
    assert [(await mod.post(f"/api/desk/claims/{each}", json=yes)).status_code for each in claims] == [200, 200]
    at = f"/api/desk/corrections/{made['id']}"
    refused = await mod.post(at, json={"accept": True, "words": "Yes."})
    assert (refused.status_code, "two users" in refused.json()["detail"]) == (409, True)
    assert (await anna.delete("/api/people/toy:anna/claim")).status_code == 200
    assert (await mod.post(at, json={"accept": True, "words": "One person."})).status_code == 200
    await desk.accounts.post.settled()
    told = {each["To"]: each.get_content() for each in await desk.letters()}
    assert "was joined with another one" in told["annowner@example.org"]
    assert "One person." in told["una@example.org"]
    joined = await digest(store.connection)
    (alias,) = (await desk.browser().get("/api/people/toy:ann/aliases")).json()["items"]
    assert (alias["id"], alias["name"], alias["why"]) == ("toy:anna", "anna", JOIN["reason"])
    asked = await user.post("/api/desk/splits", json=SPLIT)
    assert (asked.status_code, asked.json()["alias"]["label"]) == (201, "anna")
    assert (await mod.get("/api/desk")).json()["records"] == 1
    at = f"/api/desk/corrections/{asked.json()['id']}"
    assert (await mod.post(at, json={"accept": True, "words": "Two people."})).status_code == 200
    assert [each["state"] for each in (await user.get("/api/corrections")).json()["items"]] == ["accepted", "undone"]
    claim = (await anna.post("/api/people/toy:anna/claim", json={})).json()["id"]
    assert (await mod.post(f"/api/desk/claims/{claim}", json=yes)).status_code == 200
    refused = await mod.post(f"{at}/undo", json=WORDS)
    assert (refused.status_code, "two users" in refused.json()["detail"]) == (409, True)
    assert (await anna.delete("/api/people/toy:anna/claim")).status_code == 200
    assert (await mod.post(f"{at}/undo", json=WORDS)).json()["state"] == "undone"
    assert (await desk.browser().get("/api/people/toy:anna")).json()["id"] == "toy:ann"
    assert await digest(store.connection) != joined  # the join is another decision, with a reason of its own
    (alias,) = (await desk.browser().get("/api/people/toy:ann/aliases")).json()["items"]
    assert "undone" in alias["why"]


async def test_a_fault_is_told_by_anybody_and_answered(desk: Site, mod: httpx2.AsyncClient) -> None:
    visitor = desk.browser()
    fault = {"person": "toy:ann", "email": "eve@example.org", "reason": "Her name has two n."}
    assert (await visitor.post("/api/corrections", json=fault | {"reason": " "})).status_code == 422
    assert (await visitor.post("/api/corrections", json=fault)).status_code == 202
    assert "/correct#" in (await desk.letters())[-1].get_content()
    link = {"token": await desk.link()}
    assert [(await visitor.post("/api/corrections/confirm", json=link)).status_code for _ in "12"] == [200, 410]
    (asked,) = (await mod.get("/api/desk/corrections", params={"kind": "fault"})).json()["items"]
    assert (asked["reason"], asked["email"]) == ("Her name has two n.", "eve@example.org")
    at = f"/api/desk/corrections/{asked['id']}"
    done = (await mod.post(at, json={"accept": True, "words": "Mended at the source."})).json()
    assert (done["state"], done["email"], done["decisions"]) == ("accepted", None, [])
    assert (await mod.post(f"{at}/undo", json=WORDS)).status_code == 409
    last = (await desk.letters())[-1]
    assert (last["To"], "Mended at the source." in last.get_content()) == ("eve@example.org", True)


async def test_a_report_is_made_once_closed_and_told(desk: Site, mod: httpx2.AsyncClient) -> None:
    user, other = await desk.made("una"), await desk.made("vera")
    body = {"about": "person:toy:ann", "reason": "impersonation", "words": "She is not who she says."}
    for bad in ({"about": "paper:toy:p1"}, {"reason": "spite"}, {"words": " "}):
        assert (await user.post("/api/reports", json=body | bad)).status_code == 422
    assert (await user.post("/api/reports", json=body | {"about": "person:toy:nobody"})).status_code == 404
    answers = await together(*(user.post("/api/reports", json=body) for _ in range(5)))
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409, 409]
    assert (await other.post("/api/reports", json=body)).status_code == 201
    page = (await mod.get("/api/desk/reports", params={"limit": 1})).json()
    assert (page["total"], page["items"][0]["user"]["id"]) == (2, "una")
    rest = (await mod.get("/api/desk/reports", params={"limit": 1, "offset": 1})).json()
    assert rest["items"][0]["user"]["id"] == "vera"
    at = f"/api/desk/reports/{page['items'][0]['report']['id']}"
    assert [(await mod.post(at, json=WORDS)).status_code for _ in "12"] == [200, 409]
    last = (await desk.letters())[-1]
    assert (last["To"], "As you wish." in last.get_content()) == ("una@example.org", True)
    (mine,) = (await user.get("/api/reports")).json()["items"]
    assert (mine["state"], mine["decision"], mine["person"]["id"]) == ("closed", "As you wish.", "toy:ann")
    assert (await user.get("/api/account/export")).json()["reports"] == [mine]
    assert (await user.post("/api/reports", json=body)).status_code == 201
    assert "As you wish." in await everything(desk)
    assert (await user.post("/api/account/delete", json={})).status_code == 200
    assert "As you wish." not in await everything(desk)
    assert (await mod.get("/api/desk")).json()["reports"] == 1


async def test_the_command_line_takes_a_person_out_of_accounts_too(desk: Site, store: Store) -> None:
    fan = await desk.made("fan")
    assert (await fan.post("/api/follows/person/toy:anna")).status_code == 200
    assert (await fan.post("/api/people/toy:anna/claim", json={"message": "I am anna."})).status_code == 200
    assert (await fan.post("/api/desk/joins", json=JOIN)).status_code == 201
    assert (await fan.post("/api/people/toy:ben/claim", json={})).status_code == 200
    async with desk.accounts.store.write() as db:
        await db.execute(update(Claim).where(Claim.person_id == "toy:ben").values(state="verified"))
    said = {"about": "I work with anna.", "links": ["https://example.org/anna", "https://example.org/ben"]}
    assert (await fan.put("/api/people/toy:ben/words", json=said)).status_code == 200
    before = await rows(desk)
    assert "anna" in await everything(desk)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identity, "_derive", broken_off)
        with pytest.raises(LoadRunning):
            await correcting.take_out(desk.accounts, store.connection, "toy:anna")
    done = await correcting.take_out(desk.accounts, store.connection, "toy:anna")
    assert done.works == 1
    assert "anna" not in await everything(desk)
    words = (await fan.get("/api/people/toy:ben/words")).json()["words"]
    assert (words["about"], words["links"]) == ("", ["https://example.org/ben"])
    vault = store.connection.vault
    for days in (0, 40):  # while it can be undone, and when only hashes are known
        assert vault
        vault.forget_expired(datetime.now(UTC) + timedelta(days=days))
        await restore(desk, before)
        assert "anna" in await everything(desk)
        assert await forgetting.obey(desk.accounts, vault)
        assert "anna" not in await everything(desk)
        assert not await forgetting.obey(desk.accounts, vault)


async def rows(desk: Site) -> list[Table]:
    """Return what accounts say of people."""
    async with desk.accounts.store.read() as db:
        found = [
            each for table in (Follow, Claim, Correction, Words) for each in (await db.execute(select(table))).scalars()
        ]
        db.expunge_all()
    return found


async def restore(desk: Site, kept: list[Table]) -> None:
    """Bring back what accounts said of people, as an older dump does."""
    async with desk.accounts.store.write() as db:
        for each in kept:
            await db.merge(each)


async def broken_off(connection: Connection) -> None:
    """Stand in for what follows from a decision, and lose the place for a load."""
    raise LoadRunning("Another process has begun a load.")


async def asked_to_leave(desk: Site, mod: httpx2.AsyncClient) -> str:
    """Ask for an opt-out of somebody who has a follower and a claim, and return the address to decide on it."""
    fan = await desk.made("fan")
    assert (await fan.post("/api/follows/person/toy:anna")).status_code == 200
    assert (await fan.post("/api/people/toy:anna/claim", json={"message": "I am anna."})).status_code == 200
    assert (await fan.post("/api/opt-outs", json=OPT_OUT)).status_code == 202
    assert (await fan.post("/api/opt-outs/confirm", json={"token": await desk.link()})).status_code == 200
    (asked,) = (await mod.get("/api/desk/corrections", params={"kind": "opt-out"})).json()["items"]
    return f"/api/desk/corrections/{asked['id']}"


async def test_decisions_that_were_broken_off_are_taken_again(
    desk: Site, mod: httpx2.AsyncClient, store: Store
) -> None:
    before = await digest(store.connection)
    joined = (await (await desk.made("una")).post("/api/desk/joins", json=JOIN)).json()["id"]
    for at in (f"/api/desk/corrections/{joined}", await asked_to_leave(desk, mod)):
        for step, state in ((at, "accepted"), (f"{at}/undo", "undone")):
            body = WORDS | ({"accept": True} if step == at else {})
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(identity, "_derive", broken_off)
                assert (await mod.post(step, json=body)).status_code == 409
            if step == at:
                refused = await mod.post(at, json=WORDS | {"accept": False})
                assert (refused.status_code, "accept it" in refused.json()["detail"]) == (409, True)
            done = await mod.post(step, json=body)
            assert (done.status_code, done.json().get("state")) == (200, state), done.text
            if step == at and done.json()["kind"] == "opt-out":
                assert "anna" not in await everything(desk)
    assert await digest(store.connection) == before


async def test_who_was_faster_to_refuse_what_was_carried_out_changes_nothing(
    desk: Site, mod: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, carry_out = await asked_to_leave(desk, mod), correcting._carry_out

    async def overtaken(accounts: Accounts, connection: Connection, row: Correction, there: bool) -> str | None:
        gone = await carry_out(accounts, connection, row, there)
        async with desk.accounts.store.write() as db:  # another process
            await db.execute(update(Correction).where(Correction.id == row.id).values(state="refused", decision="anna"))
        return gone

    monkeypatch.setattr(correcting, "_carry_out", overtaken)
    done = (await mod.post(at, json=WORDS | {"accept": True})).json()
    assert (done["state"], done["decisions"]) == ("accepted", ["undo"])
    assert "anna" not in await everything(desk)


async def test_nobody_decides_in_their_own_cause(desk: Site, mod: httpx2.AsyncClient) -> None:
    user = await desk.made("una")
    other = await desk.made("other", role="moderator")
    made = (await mod.post("/api/desk/joins", json=JOIN)).json()
    at, accept = f"/api/desk/corrections/{made['id']}", {"accept": True, "words": "Yes."}
    assert (await mod.post(at, json=accept)).status_code == 403
    claim = (await mod.post("/api/people/toy:anna/claim", json={})).json()["id"]
    decided = {"decision": "verify", "reason": "Yes."}
    assert (await other.post(f"/api/desk/claims/{claim}", json=decided)).status_code == 200
    assert (await other.post(at, json=accept)).status_code == 200
    assert (await mod.post(f"{at}/undo", json=WORDS)).status_code == 403
    told = {"about": "person:toy:ann", "reason": "spam", "words": "Look."}
    report = (await user.post("/api/reports", json=told)).json()["id"]
    seen = [
        ((await who.get("/api/desk/reports")).json()["total"], (await who.get("/api/desk")).json()["reports"])
        for who in (mod, other)
    ]
    assert seen == [(0, 0), (1, 1)]  # what is joined with one's record is one's own too
    closed = [(await who.post(f"/api/desk/reports/{report}", json=WORDS)).status_code for who in (mod, other)]
    assert closed == [403, 200]
