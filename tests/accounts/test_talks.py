"""Invitations, conversations and blocks through the API: who may, what each sees, and that nobody else does."""

import logging
from time import perf_counter

import pytest
from sqlalchemy import select

from api.accounts import mailbox, reported
from api.accounts.links import named
from api.accounts.people import set_role
from api.accounts.tables import Audit
from graph.connection import Connection
from tests.accounts.conftest import Site, together
from tests.accounts.talk import BEN, Two, box, own, read, say, step, too_late
from tests.accounts.test_managing import everything


@pytest.fixture
async def two(site: Site, world: Connection) -> Two:
    made = Two(site, await site.made("ann"), await site.made("ben"))
    await own(site, "ben", "toy:ben")
    return made


async def test_an_invitation_is_accepted_and_opens_a_conversation(two: Two) -> None:
    works = ["doi:10.1000/a/b", "toy:p2", "toy:p1"]
    id = await two.invited(topic="toy:graphs", works=works, purpose="review")
    (letter,) = await two.site.letters()
    assert (letter["To"], "/messages" in letter.get_content()) == ("ben@example.org", True)
    (seen,) = await box(two.ben, "received")
    assert (seen["other"]["name"], seen["person"]["id"], seen["message"]) == ("ann", "toy:ben", "Shall we?")
    assert (seen["topic"]["label"], [each["id"] for each in seen["works"]]) == ("Graph Theory", ["toy:p1", "toy:p2"])
    assert (await two.ben.get("/api/conversations/unread")).json() == {"messages": 0, "invitations": 1}
    assert (await step(two.ann, id, "accept")).status_code == 404
    done = (await step(two.ben, id, "accept")).json()
    assert (done["state"], (await step(two.ben, id, "decline")).status_code) == ("accepted", 409)
    talk = done["conversation"]
    assert (await two.site.letters())[-1]["Subject"] == "Your invitation was accepted"
    (mine,) = await box(two.ann, "sent")
    assert (mine["conversation"], mine["other"]["name"], mine["other"]["person"]["id"]) == (talk, "ben", "toy:ben")
    text = "See toy:p3, $k$ and (http://127.0.0.1:8000/people/toy:cal). Not toy:nothing."
    assert (await say(two.ann, talk, text)).status_code == 201
    found = await read(two.ben, talk)
    assert (found["head"]["unread"], found["messages"][0]["text"], found["messages"][0]["mine"]) == (1, text, False)
    links = {each["text"]: each["node"]["label"] for each in found["links"]}
    assert links == {"toy:p3": "Alpha graphs", "http://127.0.0.1:8000/people/toy:cal": "cal"}
    assert found["invitation"]["purpose"] == "review"
    assert (await two.ann.post("/api/invitations", json=BEN)).status_code == 409  # they talk already


async def test_reading_muting_and_closing(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = await two.talk()
    at = f"/api/conversations/{talk}"
    letters = len(await two.site.letters())
    for number in range(1, 121):
        answer = await say(two.ann, talk, f"number {number}")
        if answer.status_code == 429:
            assert int(answer.headers["retry-after"]) > 0
            break
    assert number == 61
    assert len(await two.site.letters()) == letters + 1  # one a day
    assert (await two.ben.get("/api/conversations/unread")).json()["messages"] == 60
    assert (await two.ben.patch(at, json={"read": 58})).json()["unread"] == 2
    assert (await two.ben.patch(at, json={"read": 3})).json()["unread"] == 2  # what was read stays read
    monkeypatch.setattr(mailbox, "PAGE", 50)
    found = await read(two.ben, talk)
    assert (len(found["messages"]), found["messages"][0]["number"], found["earlier"]) == (50, 11, True)
    found = await read(two.ben, talk, before=11)
    assert (len(found["messages"]), found["messages"][-1]["number"], found["earlier"]) == (10, 10, False)
    found = await read(two.ben, talk, before=3)
    assert ([each["number"] for each in found["messages"]], found["earlier"]) == ([1, 2], False)
    assert [each["number"] for each in (await read(two.ben, talk, after=58))["messages"]] == [59, 60]
    head = (await two.ben.patch(at, json={"muted": True})).json()
    assert (head["muted"], head["unread"]) == (True, 2)
    assert (await two.ben.get("/api/conversations/unread")).json()["messages"] == 0
    assert (await read(two.ann, talk))["head"]["muted"] is False
    assert (await two.ann.patch(at, json={"closed": True})).json()["closed"]
    assert (await say(two.ben, talk, "Too late")).status_code == 409
    assert (await read(two.ben, talk))["head"]["closed"]
    assert (await two.ann.post("/api/invitations", json=BEN)).status_code == 201  # they can begin anew


async def test_a_muted_conversation_sends_no_letters(two: Two) -> None:
    talk = await two.talk()
    await two.ben.patch(f"/api/conversations/{talk}", json={"muted": True})
    before = len(await two.site.letters())
    await say(two.ann, talk, "Are you there?")
    assert len(await two.site.letters()) == before


async def test_what_is_sent_twice_stands_once(two: Two) -> None:
    answers = await together(*(two.ann.post("/api/invitations", json=BEN) for _ in range(20)))
    assert sorted(each.status_code for each in answers) == [201, *[409] * 19]
    id = (await box(two.ben, "received"))[0]["id"]
    done = await together(*(step(two.ben, id, "accept") for _ in range(20)))
    assert sorted(each.status_code for each in done) == [200, *[409] * 19]
    (talk,) = (await two.ben.get("/api/conversations")).json()["items"]
    said = await together(*(say(two.ann, talk["id"], "Hello", "the-same-key") for _ in range(20)))
    assert {(each.status_code, each.json()["number"]) for each in said} == {(201, 1)}
    assert len((await read(two.ben, talk["id"]))["messages"]) == 1
    both = await together(*(say(each, talk["id"], "At once") for each in (two.ann, two.ben) for _ in range(10)))
    assert sorted(each.json()["number"] for each in both) == list(range(2, 22))


async def test_nobody_else_reads_it(two: Two) -> None:
    talk, other = await two.talk(), await two.site.made("cal", role="moderator")
    at = f"/api/conversations/{talk}"
    assert (await other.get(at)).status_code == 404
    assert (await say(other, talk, "Let me in")).status_code == 404
    assert (await other.patch(at, json={"closed": True})).status_code == 404
    assert (await other.post("/api/blocks", json={"conversation": talk})).status_code == 404
    made = (await two.ben.post("/api/account/tokens", json={"name": "t", "scopes": ["account:read"]})).json()
    program = two.site.browser(Authorization=f"Bearer {made['secret']}")
    assert (await program.get(at)).status_code == 403


async def test_who_is_blocked_sees_no_difference(two: Two) -> None:
    talk = await two.talk()
    block = await two.ben.post("/api/blocks", json={"conversation": talk})
    assert (block.status_code, block.json()["name"]) == (201, "ann")
    closed = await read(two.ann, talk)
    assert (closed["head"]["closed"], closed["head"]["other"]["name"]) == (True, "ben")
    letters = len(await two.site.letters())
    free = await two.site.made("free")
    await own(two.site, "free", "toy:fay")
    shadow, normal = [
        (await two.ann.post("/api/invitations", json=BEN | {"person": person})).json()
        for person in ("toy:ben", "toy:fay")
    ]
    hidden = {"id", "other", "person", "created_at", "expires_at"}
    assert {k: v for k, v in shadow.items() if k not in hidden} == {k: v for k, v in normal.items() if k not in hidden}
    assert (await two.ann.post("/api/invitations", json=BEN)).status_code == 409
    assert [each["id"] for each in await box(two.ben, "received")] != [shadow["id"]]
    assert len(await two.site.letters()) == letters + 1  # to free
    assert (await two.ben.get("/api/conversations/unread")).json()["invitations"] == 0
    for what in ("accept", "decline"):
        assert (await step(two.ben, shadow["id"], what)).status_code == 404
    assert shadow["id"] not in (await two.ben.get("/api/account/export")).text
    own_export = (await two.ann.get("/api/account/export")).text
    assert "block" not in own_export.replace('"blocks":[]', "")
    await too_late(two.site)
    assert {each["state"] for each in await box(two.ann, "sent")} == {"accepted", "lapsed"}
    assert (await free.get("/api/blocks")).json()["items"] == []
    (mine,) = (await two.ben.get("/api/blocks")).json()["items"]
    assert (await two.ann.delete(f"/api/blocks/{mine['id']}")).status_code == 404
    assert (await two.ben.delete(f"/api/blocks/{mine['id']}")).status_code == 200
    assert (await two.ann.post("/api/invitations", json=BEN)).status_code == 201
    assert len([each for each in await box(two.ben, "received") if each["state"] == "open"]) == 1


async def test_what_somebody_writes_is_reported_by_who_received_it(two: Two) -> None:
    id, desk = await two.invited(message="marker"), await two.site.made("mod", role="moderator")
    report = {"about": f"invitation:{id}", "reason": "spam", "words": "They sell something."}
    assert (await two.ann.post("/api/reports", json=report)).status_code == 404
    assert (await two.ben.post("/api/reports", json=report)).status_code == 201
    talk = (await step(two.ben, id, "accept")).json()["conversation"]
    await say(two.ann, talk, "marker")
    report["about"] = f"conversation:{talk}"
    assert (await desk.post("/api/reports", json=report)).status_code == 404
    assert (await two.ben.post("/api/reports", json=report)).status_code == 201
    seen = await desk.get("/api/desk/reports")
    assert [(each["report"]["about"], each["owners"][0]["id"]) for each in seen.json()["items"]] == [
        ("invitation", "ann"),
        ("conversation", "ann"),
    ]
    assert "marker" not in seen.text


async def test_moderators_read_a_conversation_while_a_report_of_it_is_open(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, desk = await two.talk(message="marker-invited"), await two.site.made("mod", role="moderator")
    for at in range(3):
        assert (await say(two.ann, talk, f"marker {at}")).status_code == 201
    body = {"about": f"conversation:{talk}", "reason": "spam", "words": "They sell something."}
    id = (await two.ben.post("/api/reports", json=body)).json()["id"]
    at = f"/api/desk/reports/{id}/messages"
    assert [(await each.get(at)).status_code for each in (two.ann, two.ben)] == [403, 403]
    seen = (await desk.get(at)).json()
    assert ([each["text"] for each in seen["messages"]], seen["earlier"]) == (
        ["marker 0", "marker 1", "marker 2"],
        False,
    )
    assert {each["by"]["id"] for each in seen["messages"]} == {"ann"}
    monkeypatch.setattr(reported, "PAGE", 2)
    first = (await desk.get(at)).json()
    assert ([each["number"] for each in first["messages"]], first["earlier"]) == ([2, 3], True)
    rest = (await desk.get(at, params={"before": 2})).json()
    assert ([each["number"] for each in rest["messages"]], rest["earlier"]) == ([1], False)
    (told,) = (await desk.get("/api/desk/reports")).json()["items"]
    assert [(each["action"], each["by"]) for each in told["history"]] == [
        ("report.made", "ben"),
        *[("report.read", "mod")] * 3,
    ]
    await set_role(two.site.accounts, "ann@example.org", "moderator")
    assert (await two.ann.get(at)).status_code == 403  # nobody reads what is said of oneself
    assert (await desk.post(f"/api/desk/reports/{id}", json={"words": "Seen."})).status_code == 200
    assert (await desk.get(at)).status_code == 409
    record = (await two.ann.post("/api/reports", json=body | {"about": "person:toy:cal"})).json()["id"]
    assert (await desk.get(f"/api/desk/reports/{record}/messages")).status_code == 404


async def test_who_leaves_takes_their_words_along(two: Two) -> None:
    talk = await two.talk(message="marker-1")
    await say(two.ann, talk, "marker-2")
    await say(two.ben, talk, "My own words")
    export = (await two.ben.get("/api/account/export")).json()
    assert [each["text"] for each in export["conversations"][0]["messages"]] == ["marker-2", "My own words"]
    assert export["invitations"][0]["message"] == "marker-1"
    await two.ann.post("/api/account/delete", json={})
    stored = await everything(two.site)
    assert "marker" not in stored
    left = await read(two.ben, talk)
    assert (left["head"]["other"], left["head"]["closed"], left["invitation"]) == (None, True, None)
    assert [each["text"] for each in left["messages"]] == ["My own words"]
    assert (await two.ben.post("/api/blocks", json={"conversation": talk})).status_code == 404
    await two.ben.post("/api/account/delete", json={})
    assert "My own words" not in await everything(two.site)


async def test_private_words_are_told_nowhere(
    two: Two, world: Connection, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("bzpeer"), "propagate", True)
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "bzpeer")
    talk = await two.talk(message="marker-invited")
    await say(two.ann, talk, "marker-said toy:marker-id")
    errors = [
        await two.ann.post("/api/invitations", json=BEN | {"message": ["marker"]}),
        await two.ann.post("/api/invitations", json=BEN | {"message": "marker" * 999}),
        await say(two.ann, talk, "marker" * 999),
        await two.ann.post(f"/api/conversations/{talk}/messages", json={"text": {"marker": 1}, "key": "12345678"}),
        await two.ann.post(f"/api/conversations/{talk}/messages", content=b'{"text": "marker"'),
    ]
    assert {each.status_code for each in errors} <= {415, 422}
    assert "marker" not in "".join(each.text for each in errors)
    letters = [each.get_content() + each["Subject"] for each in await two.site.letters()]
    assert len(letters) == 3
    assert "marker" not in "".join(letters)
    assert "ann" not in "".join(letters)
    assert "marker" not in caplog.text
    answer = await two.site.browser("127.0.0.1", "http://localhost").post(
        "/api/cypher", json={"query": "MATCH (n) RETURN properties(n) AS p"}
    )
    assert (answer.status_code, "Alpha graphs" in answer.text, "marker" in answer.text) == (200, True, False)
    async with two.site.accounts.store.read() as db:
        lines = (await db.execute(select(Audit.action, Audit.details).order_by(Audit.id))).all()
    assert {action for action, _ in lines} == {"invitation.sent", "invitation.accepted"}
    assert "marker" not in repr(lines)


async def test_numbers_and_signs_that_the_store_cannot_keep_are_refused(two: Two) -> None:
    talk = await two.talk()
    for params in ({"after": 2**31}, {"before": 2**63}):
        assert (await two.ben.get(f"/api/conversations/{talk}", params=params)).status_code == 422
    assert (await two.ben.get("/api/conversations/%00")).status_code == 404
    for body in ({"invitation": "\x00"}, {"conversation": "\x00"}):
        assert (await two.ben.post("/api/blocks", json=body)).status_code == 422
    report = {"about": "invitation:\x00", "reason": "spam", "words": "Spam."}
    assert (await two.ben.post("/api/reports", json=report)).status_code == 422


def test_a_long_message_without_links_is_read_once() -> None:
    begun = perf_counter()
    assert list(named(["a" * 50_000, "See a/ and b: or a:b/."], "http://here/")) == ["a:b/"]
    assert perf_counter() - begun < 10  # with a second look at each sign it takes minutes
