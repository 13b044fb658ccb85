"""docker-compose.yml as text: what the second Neo4j may, and that nobody gets it without asking."""

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]


def test_the_consoles_neo4j_is_read_only_and_has_the_limits_of_the_first() -> None:
    first, second = SERVICES["neo4j"]["environment"], SERVICES["neo4j-console"]["environment"]
    own = {"NEO4J_AUTH", "NEO4J_db_transaction_timeout", "NEO4J_server_databases_default__to__read__only"}
    assert second["NEO4J_server_databases_default__to__read__only"] == "true"
    assert {name: value for name, value in second.items() if name not in own} == {
        name: value for name, value in first.items() if name not in own
    }
    assert "NEO4J_CONSOLE_PASSWORD" in second["NEO4J_AUTH"]


def test_only_the_page_is_published_and_two_services_are_started_by_default() -> None:
    assert [name for name, service in SERVICES.items() if "profiles" not in service] == ["neo4j", "app"]
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["app"]


def test_the_two_share_no_folder() -> None:
    first, second = ({each.partition(":")[0] for each in SERVICES[n]["volumes"]} for n in ("neo4j", "neo4j-console"))
    assert not first & second
