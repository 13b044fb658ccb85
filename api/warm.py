"""Asks the graph what the first pages will ask, so that no reader waits for it to plan its queries.

A database that has just started takes seconds for the first run of each query, and milliseconds from then on.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from graph import adjacent, collaborators, dataset, people, potential, search, slice, trust, works
from graph.connection import Connection
from graph.errors import BzpeerError


@asynccontextmanager
async def warming(connection: Connection) -> AsyncIterator[None]:
    """Warm the graph up in the background, as long as the context lasts at most."""
    task = asyncio.create_task(_warm(connection))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _warm(connection: Connection) -> None:
    """Ask about the best-known person, the most asked questions first; a reader's own request shows any error."""
    with suppress(BzpeerError):
        for person in (await people.featured(connection, 1)).items:
            await people.profile(connection, person.id)
            await slice.person_slice(connection, person.id)
            await works.person_works(connection, person.id)
            await collaborators.collaborators(connection, person.id)
            await trust.trust(connection, person.id)
            await search.search(connection, person.label)
            await dataset.dataset(connection)
            await slice.neighbours(connection, person.id)
            await adjacent.adjacent_to_person(connection, person.id)
            await potential.potential_collaborators(connection, person.id)
