"""docker-compose.yml, brought up for real on empty volumes under a project name of its own, and taken down again."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.containers import engine, neo4j_image, python_image

ROOT = Path(__file__).parents[2]
WAIT = 300.0  # seconds for two services to start on a busy machine, the demo load included
PERSON = "/api/people/demo:yuxiong-he"

pytestmark = pytest.mark.docker


@dataclass(frozen=True, slots=True)
class Project:
    """A project of Compose: how to call it, its environment, the address of its page, the engine's client."""

    command: list[str]
    environment: dict[str, str]
    url: str
    engine: Any

    def run(self, *arguments: str, timeout: float = 1800) -> str:
        """Run a command of Compose and return what it said; fail with all of it when it fails."""
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout,
            check=False,
        )
        assert done.returncode == 0, f"compose {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}"
        return done.stdout

    def get(self, path: str) -> httpx2.Response:
        return httpx2.get(self.url + path, timeout=10)

    def until_served(self) -> None:
        """Wait until the person of the demo is served; fail with the last log lines when that takes too long."""
        deadline, last = time.monotonic() + WAIT, ""
        while time.monotonic() < deadline:
            try:
                response = self.get(PERSON)
            except httpx2.TransportError as error:
                last = repr(error)
            else:
                if response.status_code == 200:
                    return
                last = response.text
            time.sleep(0.5)
        pytest.fail(f"{PERSON} is not served after {WAIT:.0f} s: {last}\n{self.run('logs', '--tail=40')}")

    def container(self, service: str) -> Any:
        """Return the engine's container of a service."""
        labels = [f"com.docker.compose.project={self.environment['COMPOSE_PROJECT_NAME']}"]
        labels.append(f"com.docker.compose.service={service}")
        [container] = self.engine.containers.list(all=True, filters={"label": labels})
        return container


@pytest.fixture(scope="module")
def compose() -> list[str]:
    """The command of Compose: the plugin of Docker, or the program of its own."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) and not subprocess.run([*command, "version"], capture_output=True).returncode:
            return command
    pytest.skip("neither `docker compose` nor `docker-compose` is installed")


@pytest.fixture(scope="module")
def project(compose: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The services, up and serving; afterwards nothing of them is left."""
    empty = tmp_path_factory.mktemp("compose") / "no.env"  # not the .env file of whoever runs the tests
    empty.touch()
    port = _free_port()
    environment = {
        **os.environ,
        "COMPOSE_PROJECT_NAME": f"bzpeer-test-{secrets.token_hex(4)}",
        "NEO4J_PASSWORD": secrets.token_hex(16),
        "BZPEER_PORT": str(port),
    }
    files = ["--file", str(ROOT / "docker-compose.yml"), "--env-file", str(empty)]
    with engine(neo4j_image(), python_image()) as client:
        project = Project([*compose, *files], environment, f"http://127.0.0.1:{port}", client)
        try:
            project.run("up", "--detach", "--build")
            project.until_served()
            yield project
        finally:
            project.run("down", "--volumes", "--rmi", "local")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_page_and_the_demo_are_served(project: Project) -> None:
    assert '<div id="root">' in project.get("/").text
    person = project.get(PERSON).json()
    assert person["name"] == "Yuxiong He"
    assert project.get("/readyz").status_code == 200


def test_the_application_starts_once_the_database_answers(project: Project) -> None:
    assert project.container("app").attrs["RestartCount"] == 0
    assert project.container("neo4j").attrs["State"]["Health"]["Status"] == "healthy"


def test_the_application_is_not_root_and_can_do_little(project: Project) -> None:
    status = dict(line.split(":\t", 1) for line in _in_app(project, "cat", "/proc/1/status").splitlines())
    assert set(status["Uid"].split()) == {"10001"}
    assert int(status["CapBnd"], 16) == 0
    assert status["NoNewPrivs"] == "1"
    writable = "import os, sys; sys.exit(os.access('/venv', os.W_OK) or not os.access('/data', os.W_OK))"
    _in_app(project, "python", "-c", writable)


def _in_app(project: Project, *command: str) -> str:
    code, output = project.container("app").exec_run(list(command))
    assert code == 0, output
    return str(output.decode())


def test_only_the_page_is_published_and_only_on_this_machine(project: Project) -> None:
    assert not any(project.container("neo4j").ports.values())
    [published] = project.container("app").ports.values()
    assert [(each["HostIp"], each["HostPort"]) for each in published] == [("127.0.0.1", project.url.rpartition(":")[2])]


def test_the_image_carries_no_secret_and_nothing_that_only_building_needs(project: Project) -> None:
    container = project.container("app")
    assert not [each for each in container.image.attrs["Config"]["Env"] if "PASSWORD" in each or "KEY" in each]
    history = json.dumps(container.image.history())
    assert project.environment["NEO4J_PASSWORD"] not in history
    found = _in_app(project, "find", "/venv", "/data", "-name", "node", "-o", "-name", "java", "-o", "-name", ".env")
    assert found == ""


def test_a_stop_is_clean_and_the_graph_outlives_its_containers(project: Project) -> None:
    before = project.get("/api/dataset").json()
    assert before["version"] != "0"
    project.run("stop", "app")
    assert project.container("app").attrs["State"]["ExitCode"] == 0
    project.run("down")
    project.run("up", "--detach")
    project.until_served()
    after = project.get("/api/dataset").json()
    assert (after["version"], after["loads"]) == (before["version"], before["loads"])
