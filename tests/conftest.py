"""What all tests share: the database that `--graph` names, one server per run, an empty graph per test.

- `--graph managed` (default): the embedded server of the locked release; `managed:VERSION`: of another one;
- `--graph container`: Neo4j in a container (image: `BZPEER_NEO4J_IMAGE`, default `neo4j:5.26-community`);
- `--graph bolt://user:password@host:port`: any Neo4j; it must be empty.

`BZPEER_NEO4J_URI` is ignored, so that no test ever writes into a database that somebody works with.
"""

import os
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from graph.errors import ForeignDatabase
from graph.schema import is_empty
from graph.settings import Settings, load_settings
from graph.store import Store, open_store
from tests.containers import engine, neo4j_image

KEPT = ("BZPEER_CACHE_DIR", "BZPEER_NEO4J_JARS", "BZPEER_NEO4J_IMAGE", "BZPEER_PYTHON_IMAGE")
for _name in [name for name in os.environ if name.startswith("BZPEER_")]:
    if not _name.startswith("BZPEER_TEST_") and _name not in KEPT:
        del os.environ[_name]  # the settings of whoever runs the tests are not those of the tests

WIPE = "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--graph", default="managed", help="managed | managed:VERSION | container | bolt://…")
    parser.addoption("--newest", action="store_true", help="Also run what fetches the newest Neo4j release.")
    parser.addoption("--may-skip", help="Markers, commas between, whose tests may be skipped; any other skip fails.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what needs a second download to `--newest`."""
    if not config.getoption("--newest"):
        left = [item for item in items if item.get_closest_marker("newest")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip that this machine could have run into a failure."""
    report = yield
    allowed = item.config.getoption("--may-skip")
    if report.skipped and allowed is not None and not any(map(item.get_closest_marker, allowed.split(","))):
        report.outcome = "failed"
        report.longrepr = f"skipped, and not one of what may be skipped ({allowed}): {report.longrepr}"
    return report


def settings_for(data_dir: Path, **values: Any) -> Settings:
    """Return settings for one test: no `.env` file, a data folder of its own, the user's cache of jars."""
    return load_settings(_env_file=None, data_dir=data_dir, **values)


@pytest.fixture(scope="session")
def settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The settings of the database under test."""
    choice = str(request.config.getoption("--graph"))
    folder = tmp_path_factory.mktemp("data")
    if choice == "container":
        with _container(folder) as given:
            yield given
    elif choice.partition(":")[0] == "managed":
        version = choice.partition(":")[2]
        yield settings_for(folder, **({"neo4j_version": version} if version else {}))
    else:
        yield _given(folder, choice)


def _given(folder: Path, address: str) -> Settings:
    """Return settings for an address such as `bolt://neo4j:secret@localhost:7687`."""
    parts = urlsplit(address)
    if not parts.hostname:
        raise pytest.UsageError(
            f"--graph {address}: say managed, managed:VERSION, container or bolt://user:password@host"
        )
    uri = f"{parts.scheme}://{parts.hostname}:{parts.port or 7687}"
    return settings_for(folder, neo4j_uri=uri, neo4j_user=parts.username or "neo4j", neo4j_password=parts.password)


@contextmanager
def _container(folder: Path) -> Iterator[Settings]:
    """Run Neo4j in a container with the limits of docker-compose.yml; skip where there is no engine or no image."""
    from testcontainers.community.neo4j import Neo4jContainer
    from testcontainers.core.config import testcontainers_config

    helpers = [] if testcontainers_config.ryuk_disabled else [testcontainers_config.ryuk_image]
    with engine(neo4j_image(), *helpers):
        container = Neo4jContainer(neo4j_image(), username="neo4j", password="only-for-tests").with_envs(**_limits())
        try:
            container.start()
            yield settings_for(folder, neo4j_uri=container.get_connection_url(), neo4j_password=container.password)
        finally:
            container.stop()


def _limits() -> dict[str, str]:
    """Return the limits of memory and time that docker-compose.yml sets for Neo4j."""
    services = yaml.safe_load((Path(__file__).parents[1] / "docker-compose.yml").read_text(encoding="utf-8"))[
        "services"
    ]
    environment = services["neo4j"]["environment"]
    return {name: value for name, value in environment.items() if "memory" in name or "timeout" in name}


@pytest.fixture
def make_settings(tmp_path: Path) -> Callable[..., Settings]:
    """A function that makes settings for a server of one test's own: `make_settings(neo4j_heap="256m")`."""
    return lambda **values: settings_for(**{"data_dir": tmp_path / "data", **values})


@pytest.fixture(scope="session")
async def server(settings: Settings) -> AsyncIterator[Store]:
    """One open graph for the whole run; its database must be empty when the run begins."""
    try:
        async with open_store(settings) as store:
            if not store.managed and not await is_empty(store.connection):
                raise ForeignDatabase(f"The database at {store.address} is not empty: tests would delete its data.")
            yield store
    except ForeignDatabase as error:
        pytest.exit(str(error), returncode=4)


@pytest.fixture
async def store(server: Store) -> Store:
    """The open graph, emptied; constraints and indexes stay."""
    await server.connection.implicit(WIPE)
    return server
