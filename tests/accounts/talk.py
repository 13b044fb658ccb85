"""What the tests of invitations and conversations share: two users, and what each of them does."""

from dataclasses import dataclass
from typing import Any

import httpx2
from sqlalchemy import update

from api.accounts import moments
from api.accounts.secrets import new_id
from api.accounts.tables import Claim
from api.accounts.tables_talk import Invitation
from tests.accounts.conftest import Site

BEN = {"person": "toy:ben", "purpose": "co-author", "message": "Shall we?"}


@dataclass
class Two:
    """Somebody who asks, and the owner of toy:ben."""

    site: Site
    ann: httpx2.AsyncClient
    ben: httpx2.AsyncClient

    async def invited(self, **more: Any) -> str:
        """Let ann invite ben; return the id of the invitation."""
        made = await self.ann.post("/api/invitations", json=BEN | more)
        assert made.status_code == 201, made.text
        return str(made.json()["id"])

    async def talk(self, **more: Any) -> str:
        """Let ben accept; return the id of the conversation."""
        done = await step(self.ben, await self.invited(**more), "accept")
        assert done.status_code == 200, done.text
        return str(done.json()["conversation"])


async def step(browser: httpx2.AsyncClient, id: str, what: str) -> httpx2.Response:
    return await browser.post(f"/api/invitations/{id}", json={"step": what})


async def say(browser: httpx2.AsyncClient, talk: str, text: str, key: str = "") -> httpx2.Response:
    body = {"text": text, "key": key or f"key-{new_id()}"}
    return await browser.post(f"/api/conversations/{talk}/messages", json=body)


async def read(browser: httpx2.AsyncClient, talk: str, **params: Any) -> dict[str, Any]:
    answer = await browser.get(f"/api/conversations/{talk}", params=params)
    assert answer.headers["cache-control"] == "no-store"
    return dict(answer.json())


async def box(browser: httpx2.AsyncClient, which: str) -> list[dict[str, Any]]:
    return list((await browser.get("/api/invitations", params={"box": which})).json()["items"])


async def own(site: Site, user: str, person: str, state: str = "verified") -> None:
    """Make a user the owner of a record."""
    at = moments.now()
    row = Claim(id=new_id(), person_id=person, user_id=user, state=state, message="", evidence=[], reason="")
    row.created_at = row.changed_at = at
    async with site.accounts.store.write() as db:
        db.add(row)


async def too_late(site: Site) -> None:
    """Let the time be over in which invitations can be answered."""
    async with site.accounts.store.write() as db:
        await db.execute(update(Invitation).values(expires_at=moments.now()))
