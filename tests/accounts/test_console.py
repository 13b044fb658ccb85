"""Cypher for who is logged in (`BZPEER_CONSOLE=accounts`), and for nobody else."""

import logging
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from graph.connection import Connection
from tests.accounts.conftest import Site


@pytest.fixture
def site(make_site: Callable[..., Site], world: Connection) -> Site:
    return make_site(console="accounts")


async def ask(client: httpx2.AsyncClient, query: str = "RETURN 1 AS one") -> httpx2.Response:
    return await client.post("/api/cypher", json={"query": query})


async def terms(client: httpx2.AsyncClient) -> dict[str, Any]:
    return dict((await client.get("/api/console")).json())


async def test_who_is_logged_in_may_ask(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    visitor, user = site.browser(), await site.made("ann")
    for refused in (await ask(visitor), await visitor.get("/api/queries/strongest_pairs/run?limit=1")):
        assert (refused.status_code, refused.json()["type"]) == (401, "urn:bzpeer:not-logged-in")
    assert (await terms(visitor))["reason"] == "Log in to do this."
    assert (await terms(user))["allowed"]
    logging.getLogger("bzpeer").propagate = True
    with caplog.at_level(logging.INFO, "bzpeer.console"):
        assert (await ask(user)).json()["rows"] == [[1]]
    assert caplog.records[-1].fields["client"] == "user ann"  # type: ignore[attr-defined]
    assert (await ask(await site.made("ben"), "CREATE (n)")).status_code == 400
    assert (await user.get("/api/console", headers={"Sec-Fetch-Site": "cross-site"})).json()["allowed"] is False


async def test_a_program_needs_a_token_for_it(site: Site) -> None:
    user = await site.made("ann")
    for scope, status in (("query", 200), ("follow", 403)):
        made = (await user.post("/api/account/tokens", json={"name": scope, "scopes": [scope]})).json()
        program = site.browser(Authorization=f"Bearer {made['secret']}")
        assert (await ask(program)).status_code == status, scope
    assert (await ask(site.browser(Authorization="Bearer bzp_none"))).status_code == 401


async def test_users_have_quotas_of_their_own_wherever_they_are(site: Site) -> None:
    ann, ben = await site.made("ann"), await site.made("ben")
    for _ in range(30):
        assert (await ask(ann, "CREATE (n)")).status_code == 400
    assert (await ask(ann)).status_code == 429
    assert (await ask(ben)).status_code == 200  # from the same address
