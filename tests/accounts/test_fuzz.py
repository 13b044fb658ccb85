"""Schemathesis by somebody who may do everything: no answer to a moderator is a fault or breaks its model."""

import asyncio
import itertools
from pathlib import Path

import pytest
from schemathesis import GenerationMode

from graph.connection import Connection
from graph.store import Store
from tests.accounts.conftest import Site
from tests.api.conftest import serving
from tests.api.test_fuzz import EXAMPLES, fuzz
from tests.conftest import settings_for


@pytest.mark.filterwarnings("default")  # of the libraries that make the requests
@pytest.mark.parametrize("mode", EXAMPLES, ids=str)
async def test_no_input_of_a_moderator_breaks_the_interface(
    world: Connection, server: Store, tmp_path: Path, mode: GenerationMode
) -> None:
    site = Site(settings_for(tmp_path, imports="off"), server)
    loop, numbers = asyncio.get_running_loop(), itertools.count()

    async def enter() -> dict[str, str]:
        browser = await site.made(f"m{next(numbers)}", role="moderator")
        return {name: browser.headers[name] for name in ("Cookie", "Sec-Fetch-Site")}

    def headers() -> dict[str, str]:
        return asyncio.run_coroutine_threadsafe(enter(), loop).result(60)

    async with serving(site.app) as port:
        called = await asyncio.to_thread(fuzz, f"http://127.0.0.1:{port}/api/openapi.json", mode, headers)
    for visitor in site.visitors:
        await visitor.aclose()
    await site.accounts.close()
    assert called >= 20
