"""Evidence for a claim: mail and pages at the domain of a stated institution, works in common; none of it decides."""

from collections.abc import Callable
from datetime import timedelta

import httpx2
import pytest

from api.accounts.public_pages import Reader
from graph.connection import Connection
from graph.models import InstitutionRecord
from graph.store import Store
from loaders import identity
from loaders.pipeline import load
from tests.accounts.conftest import Site, secret_of
from tests.conftest import WIPE
from tests.toy import institution, paper, person, toy

ORCID = "0000-0002-1825-0097"
KIM, LEE = "/api/people/toy:kim", "/api/people/toy:lee"
PUBLIC = "93.184.215.14"
LONG = "A Long Title of some Words"
UNI = InstitutionRecord(id="toy:uni", name="Uni", url="http://www.uni.example/en/")
OURS = (UNI, institution("part", "uni"), person("kim"), person("lee"), paper("p1", by="kim", at="part", title=LONG))
MORE = (
    paper("p2", by="kim", title="Preface"),
    paper("p3", by="kim", title="Of one's own making"),
    paper("q", by="lee"),
)
THEIRS = (
    person("kim", f"orcid:{ORCID}", scheme="other"),
    paper("o1", by="kim", scheme="other", title="A long title, of some words!"),
    paper("o2", by="kim", scheme="other", title="Preface"),
)


@pytest.fixture(scope="module")
async def records(server: Store) -> Connection:
    """A person at a part of an institution with a home page, one nowhere, one with an ORCID iD who may be the first."""
    await server.connection.implicit(WIPE)
    await load(server.connection, toy(*OURS, *MORE))
    await load(server.connection, toy(*THEIRS, name="other", key="other"))
    return server.connection


async def claimed(browser: httpx2.AsyncClient, person: str = KIM) -> list[str]:
    """Claim a record and return what is known for it."""
    answer = await browser.post(f"{person}/claim", json={"message": "It is me."})
    assert (answer.status_code, answer.json()["state"]) == (200, "pending"), answer.text
    found: list[str] = answer.json()["evidence"]
    return found


async def ask_mail(browser: httpx2.AsyncClient, email: str, person: str = KIM) -> httpx2.Response:
    return await browser.post(f"{person}/claim/mail", json={"email": email})


async def test_works_in_common_with_the_record_of_the_proved_orcid(site: Site, records: Connection) -> None:
    _, compared, _ = await claimed(kim := await site.made("kim", orcid=ORCID))
    assert compared == (
        f"The record here that states that iD lists 1 of the works of the claimed one: {LONG} (toy:p1)."
    )
    assert (await claimed(kim, LEE))[1].endswith("that iD lists none of the works of the claimed one.")
    other = await site.made("other", orcid="0000-0001-5109-3700")
    assert (await claimed(other))[1].startswith("No record here states that iD")


async def test_the_address_of_the_account_counts_when_it_is_at_the_institution(site: Site, records: Connection) -> None:
    browser = await site.user("kim")
    assert await claimed(browser) == ["The user reads mail at example.org."]


async def test_a_letter_to_the_institution_is_evidence_once_and_decides_nothing(
    site: Site, records: Connection
) -> None:
    kim, eve, desk = await site.made("kim"), await site.made("eve"), await site.made("mod", role="moderator")
    assert (await ask_mail(kim, "kim@uni.example")).status_code == 404  # nothing is claimed
    await claimed(kim)
    await claimed(eve)
    shown = (await kim.get(f"{KIM}/claim")).json()
    assert [(each["institution"]["label"], each["domain"]) for each in shown["places"]] == [("Uni", "uni.example")]
    for wrong in ("kim@gmail.com", "kim@myuni.example", "kim@uni.example.evil.example", "kim@example"):
        refused = await ask_mail(kim, wrong)
        assert (refused.status_code, "domain of an institution" in refused.json()["detail"]) == (422, True)
    assert await site.letters() == []
    assert (await ask_mail(kim, "Kim@CS.uni.example")).status_code == 202
    (letter,) = await site.letters()
    assert letter["To"] == "kim@cs.uni.example"
    link = {"token": secret_of(letter)}
    for other in (eve, site.browser()):  # forwarded, or opened by whom it was sent to
        assert (await other.post("/api/claims/mail", json=link)).status_code in (401, 410)
    done = await kim.post("/api/claims/mail", json=link)
    assert (done.status_code, done.json()["state"]) == (200, "pending")
    assert (
        "The user reads mail at kim@cs.uni.example, an address of Uni (toy:uni): seen " in done.json()["evidence"][-1]
    )
    assert (await kim.post("/api/claims/mail", json=link)).status_code == 410
    seen = (await desk.get("/api/desk/claims")).json()["items"][0]
    assert seen["evidence"] == done.json()["evidence"]
    assert [each["action"] for each in seen["history"]][1:] == ["claim.mail_asked", "claim.evidence_added"]
    assert (await kim.get("/api/account/export")).json()["claims"][0]["evidence"] == seen["evidence"]
    assert "cs.uni" not in str((await site.browser().get(f"{KIM}/standing")).json())


async def test_an_old_letter_and_one_of_an_ended_claim_lead_nowhere(
    site: Site, records: Connection, later: Callable[[timedelta], None]
) -> None:
    kim = await site.made("kim")
    await claimed(kim)
    await ask_mail(kim, "kim@uni.example")
    first = {"token": await site.link()}
    await ask_mail(kim, "kim@uni.example")
    second = {"token": await site.link()}
    assert (await kim.post("/api/claims/mail", json=first)).status_code == 410  # the later letter counts
    await kim.delete(f"{KIM}/claim")
    assert (await kim.post("/api/claims/mail", json=second)).status_code == 410
    await claimed(kim)
    await ask_mail(kim, "kim@uni.example")
    third = {"token": await site.link()}
    later(timedelta(days=1, seconds=1))
    assert (await kim.post("/api/claims/mail", json=third)).status_code == 410


class Pages(httpx2.AsyncBaseTransport):
    """The pages of the institution."""

    def __init__(self) -> None:
        self.text = "nothing"
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(f"{request.url} of {request.headers['host']}")

        async def parts() -> object:
            yield self.text.encode()

        return httpx2.Response(200, headers={"content-type": "text/html"}, content=parts())  # type: ignore[arg-type]


async def test_a_page_of_the_institution_is_evidence_and_decides_nothing(site: Site, records: Connection) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host.startswith("inside") else [PUBLIC]

    pages = Pages()
    site.accounts.pages = Reader(resolve, pages)
    kim, lee = await site.made("kim"), await site.made("lee")
    there = {"address": "https://people.uni.example/kim"}
    assert (await kim.post(f"{KIM}/claim/page", json=there)).status_code == 404
    await claimed(kim)
    await claimed(lee, LEE)
    token = (await kim.get(f"{KIM}/claim")).json()["token"]
    for wrong in (
        "https://uni.example.evil.example/",
        "http://inside.uni.example/",
        "https://127.0.0.1/",
        f"{there['address']}?{token}",
    ):
        assert (await kim.post(f"{KIM}/claim/page", json={"address": wrong})).status_code == 422
    assert pages.asked == []
    missing = await kim.post(f"{KIM}/claim/page", json=there)
    assert (missing.status_code, token in missing.json()["detail"]) == (422, True)
    pages.text = f"<p>My record: {token}</p>"
    done = (await kim.post(f"{KIM}/claim/page", json=there)).json()
    assert pages.asked[-1] == f"https://{PUBLIC}/kim of people.uni.example"
    assert done["state"] == "pending"
    says = "The page https://people.uni.example/kim of Uni (toy:uni) holds the word of this claim: seen "
    assert done["evidence"][-1].startswith(says)
    nowhere = await lee.post(f"{LEE}/claim/page", json=there)
    assert (nowhere.status_code, "No home page" in nowhere.json()["detail"]) == (422, True)


async def test_who_leaves_takes_the_evidence_along(site: Site, records: Connection) -> None:
    kim, desk = await site.made("kim"), await site.made("mod", role="moderator")
    await claimed(kim)
    await ask_mail(kim, "kim@uni.example")
    await kim.post("/api/claims/mail", json={"token": await site.link()})
    await ask_mail(kim, "kim@uni.example")
    await kim.post("/api/account/delete", json={})
    (left,) = (await desk.get("/api/desk/claims?state=withdrawn")).json()["items"]
    assert (left["evidence"], left["claim"]["evidence"], left["user"]) == ([], [], None)


async def test_the_desk_is_shown_which_claim_owns_the_record(site: Site, records: Connection) -> None:
    kim, eve, desk = await site.made("kim"), await site.made("eve"), await site.made("mod", role="moderator")
    await claimed(eve)
    (first,) = (await desk.get("/api/desk/claims")).json()["items"]
    assert first["owned"] is None
    first_id = first["claim"]["id"]
    await desk.post(f"/api/desk/claims/{first_id}", json={"decision": "verify", "reason": "Seen."})
    await claimed(kim)
    (second,) = (await desk.get("/api/desk/claims")).json()["items"]
    assert (second["owner"]["name"], second["owned"]) == ("eve", first_id)
    await desk.post(f"/api/desk/claims/{second['owned']}", json={"decision": "dispute", "reason": "Two say so."})
    assert (await site.browser().get(f"{KIM}/standing")).json()["claim"]["state"] == "disputed"
    refused = await eve.post(f"{KIM}/disowned", json={"work": "toy:p1", "reason": "?"})
    assert refused.status_code == 403  # frozen


async def test_evidence_is_added_to_the_claim_of_a_record_that_was_joined(site: Site, records: Connection) -> None:
    lee = await site.made("lee")
    await claimed(lee, LEE)
    await identity.join(records, "toy:kim", "toy:lee", by="moderator", why="One person, two spellings.")
    for each in (KIM, LEE):
        assert (await lee.get(f"{each}/claim")).json()["places"][0]["domain"] == "uni.example"
    assert (await ask_mail(lee, "lee@uni.example")).status_code == 202
    done = await lee.post("/api/claims/mail", json={"token": await site.link()})
    await identity.split(records, "toy:lee")
    assert (done.status_code, "lee@uni.example" in done.json()["evidence"][-1]) == (200, True), done.text
