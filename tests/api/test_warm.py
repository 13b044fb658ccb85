"""Warming up: what the first pages ask has been asked before."""

import asyncio

from api.warm import _warm, warming
from graph.connection import Connection


async def test_the_first_questions_are_asked(world: Connection) -> None:
    asked: list[str] = []
    world.observe = lambda name, _: asked.append(name)
    try:
        await _warm(world)
    finally:
        world.observe = None
    assert {"read/person", "read/slice", "read/collaborators", "read/search", "read/dataset_counts"} <= set(asked)


async def test_it_ends_with_its_context(world: Connection) -> None:
    before = asyncio.all_tasks()
    async with warming(world):
        assert asyncio.all_tasks() > before
    assert asyncio.all_tasks() == before
