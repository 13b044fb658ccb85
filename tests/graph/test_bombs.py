"""What takes too much: seen by the gate, or ended by the server within its limit, so that it is idle soon after."""

import time

import pytest

from graph.connection import Connection
from graph.console.gate import check
from graph.console.run import Console, Limits
from graph.errors import MemoryLimitExceeded, QueryNotAllowed, QueryRefused, TimeLimitExceeded
from tests.graph.test_console import PARAMS, until
from tests.unit.gate.corpus import read

LIMIT = Limits(seconds=1.0, rows=1000, bytes=2**20)
BUSY = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.mark <> '' RETURN count(*) AS n"


@pytest.mark.parametrize(("title", "query"), [pytest.param(*each, id=each[0]) for each in read("bombs")])
async def test_what_takes_too_much_is_refused_or_ended(world: Connection, title: str, query: str) -> None:
    if title.startswith("seen"):
        with pytest.raises(QueryNotAllowed, match=r"^Line \d+, column \d+: .{30,200}\.$"):
            check(query, PARAMS)
        return
    console, started = Console(world), time.monotonic()
    with pytest.raises((TimeLimitExceeded, MemoryLimitExceeded, QueryRefused)):
        async with console.run(query, PARAMS, LIMIT) as result:
            assert [row async for row in result.rows()] == []
    assert time.monotonic() - started < LIMIT.seconds + 9

    async def idle() -> bool:
        return (await world.read(BUSY))[0]["n"] == 0

    await until(idle, 20)
    assert console.runaways == 0
