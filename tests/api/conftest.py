"""What the tests of the HTTP interface share: a client of the application on the small graph."""

from collections.abc import AsyncIterator

import httpx2
import pytest

from api.app import create_app
from graph.connection import Connection
from graph.settings import Settings
from graph.store import Store
from tests.world import world

__all__ = ["client", "world"]


@pytest.fixture
async def client(server: Store, world: Connection, settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of a fresh application, without a socket between."""
    app = create_app(settings, server)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as made:
        yield made
