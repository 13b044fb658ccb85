"""A local HTTP server that stands in for the services of sources, and the folder of real data."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Asked:
    """One request that the stand-in received."""

    path: str
    parameters: dict[str, str]
    agent: str
    at: float


@dataclass
class StandIn:
    """Answers each request with what `answer` returns for it, and remembers all requests."""

    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    answer: Callable[[Asked], Reply] = lambda asked: (500, {}, b"")

    def in_turn(self, *replies: Reply) -> None:
        """Answer the requests with `replies`, one after another."""
        waiting = list(replies)
        self.answer = lambda asked: waiting.pop(0)


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """Run a stand-in on a free port of this machine."""
    service = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            parameters = {name: values[-1] for name, values in parse_qs(url.query).items()}
            asked = Asked(url.path, parameters, self.headers["User-Agent"], time.monotonic())
            service.asked.append(asked)
            status, headers, body = service.answer(asked)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield service
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Return the folder of the unpacked real data packages, or skip."""
    folder = os.environ.get("BZPEER_TEST_DATA")
    if not folder:
        pytest.skip("BZPEER_TEST_DATA names no folder of real data")
    return Path(folder)
