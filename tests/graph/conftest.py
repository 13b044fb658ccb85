"""The small graph of `tests/world.py`, loaded once per module; tests that use it only read."""

import pytest

from graph.connection import Connection
from graph.store import Store
from tests.conftest import WIPE
from tests.world import load_world


@pytest.fixture(scope="module")
async def world(server: Store) -> Connection:
    """A connection to the small graph."""
    await server.connection.implicit(WIPE)
    await load_world(server.connection)
    return server.connection
