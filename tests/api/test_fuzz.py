"""Schemathesis: whatever fits or misses the OpenAPI document, no answer is a fault or breaks its model."""

import asyncio

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as effort
from schemathesis.checks import CHECKS

from api.app import create_app
from graph.connection import Connection
from graph.settings import Settings
from graph.store import Store
from tests.api.conftest import serving

EXAMPLES = 15
NAMES = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]


def fuzz(address: str) -> int:
    """Call every operation with made-up parameters; return how many operations there were."""
    schema = schemathesis.openapi.from_url(address)
    checks = CHECKS.get_by_names(NAMES)
    number = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        number += 1

        @effort(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def check(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=checks)

        check()
    return number


@pytest.mark.filterwarnings("default")  # of the libraries that make the requests
async def test_no_input_breaks_the_interface(world: Connection, server: Store, settings: Settings) -> None:
    quiet = settings.model_copy(update={"imports": "off"})  # they would ask other services
    async with serving(create_app(quiet, server)) as port:
        assert await asyncio.to_thread(fuzz, f"http://127.0.0.1:{port}/api/openapi.json") >= 20
