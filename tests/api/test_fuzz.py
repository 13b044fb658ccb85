"""Schemathesis: whatever fits or misses the OpenAPI document, no answer is a fault or breaks its model."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as effort
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from api.app import create_app
from graph.connection import Connection
from graph.settings import Settings
from graph.store import Store
from tests.api.conftest import serving

EXAMPLES = {GenerationMode.POSITIVE: 10, GenerationMode.NEGATIVE: 7}
"""Per operation."""
NAMES = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]


def fuzz(address: str, mode: GenerationMode, headers: Callable[[], dict[str, str]] = dict) -> int:
    """Call every operation with made-up data, which fits or which does not; return how many were called.

    `headers` are asked for once per operation: one may end the session of who calls it.
    """
    number = 0
    for found in schemathesis.openapi.from_url(address).get_all_operations():
        with suppress(Unsatisfiable):  # an operation that takes nothing has no data that could not fit
            call(found.ok(), mode, headers())
            number += 1
    return number


def call(operation: Any, mode: GenerationMode, headers: dict[str, str]) -> None:
    """Call one operation with all its made-up data."""
    checks = CHECKS.get_by_names(NAMES)

    @effort(
        max_examples=EXAMPLES[mode],
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: schemathesis.Case) -> None:
        answer = case.call(headers=headers)
        if answer.status_code != 414:  # an address too long for the web server, which asks no route
            case.validate_response(answer, checks=checks)

    check()


@pytest.mark.filterwarnings("default")  # of the libraries that make the requests
@pytest.mark.parametrize("mode", EXAMPLES, ids=str)
async def test_no_input_breaks_the_interface(
    world: Connection, server: Store, settings: Settings, mode: GenerationMode
) -> None:
    quiet = settings.model_copy(update={"imports": "off"})  # they would ask other services
    async with serving(create_app(quiet, server)) as port:
        assert await asyncio.to_thread(fuzz, f"http://127.0.0.1:{port}/api/openapi.json", mode) >= 20
