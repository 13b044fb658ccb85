"""`open_store`: the one way to the graph. After it nobody asks how the server was started."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from graph.connection import Connection, connect
from graph.jars import Progress
from graph.schema import apply
from graph.server import Endpoint, join
from graph.settings import Settings
from graph.tombstones import Vault


@dataclass(frozen=True, slots=True)
class Store:
    """The open graph: its connection, its address, and whether the program runs the server itself."""

    connection: Connection
    managed: bool
    address: str


@asynccontextmanager
async def open_store(
    settings: Settings, progress: Progress | None = None, *, adopt: bool = False
) -> AsyncIterator[Store]:
    """Open the graph: the Neo4j that the settings name, or else the managed one, started when it does not run.

    The schema is applied when it is missing; a database that holds other data is refused unless `adopt`.
    `progress` is told the bytes fetched and the bytes of all when the server is fetched for the first time.
    Raises the errors of `graph.connection.connect`, `graph.server.join` and `graph.schema.apply`.
    """
    async with _endpoint(settings, progress) as endpoint:
        password = None if endpoint.password is None else endpoint.password.get_secret_value()
        async with connect(
            endpoint.uri, endpoint.user, password, endpoint.database, read_timeout=settings.read_timeout
        ) as connection:
            store = Store(connection, settings.neo4j_uri is None, endpoint.uri)
            connection.vault = Vault(settings)
            await apply(connection, adopt=adopt)
            yield store


@asynccontextmanager
async def _endpoint(settings: Settings, progress: Progress | None) -> AsyncIterator[Endpoint]:
    """Yield where the database is; a managed server runs as long as this context."""
    if settings.neo4j_uri is not None:
        yield Endpoint(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password, settings.neo4j_database)
        return
    use = await asyncio.to_thread(join, settings, progress)
    try:
        yield use.endpoint
    finally:
        use.leave()
