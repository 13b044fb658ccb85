"""The web server around the application: one process, one event loop, the graph's connection in it.

Granian serves; uvicorn can stand in for it. Several processes run with either server's own command line and
`api.app:create_app` as the factory.
"""

import asyncio
import errno
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import uvicorn
from fastapi import FastAPI
from granian.constants import Interfaces
from granian.server.embed import Server as Granian

from graph.errors import InvalidSetting

ServerName = Literal["granian", "uvicorn"]


async def serve(app: FastAPI, host: str, port: int, server: ServerName, ready: Callable[[], None]) -> None:
    """Serve `app` until the process is told to end (SIGINT, SIGTERM); call `ready` once requests are answered.

    Raises `InvalidSetting` when the address cannot be used.
    """
    check_address(host, port)
    stopped = asyncio.Event()
    with _told_to_end(stopped):
        await SERVERS[server](app, host, port, stopped, ready)


async def _granian(app: FastAPI, host: str, port: int, stopped: asyncio.Event, ready: Callable[[], None]) -> None:
    server = Granian(app, host, port, interface=Interfaces.ASGI, websockets=False, log_enabled=False)
    serving = asyncio.ensure_future(server.serve())
    await _until_open(host, port, serving)
    ready()
    stop = asyncio.ensure_future(stopped.wait())
    await asyncio.wait((serving, stop), return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not serving.done():
        server.stop()  # type: ignore[no-untyped-call]
    await serving


async def _uvicorn(app: FastAPI, host: str, port: int, stopped: asyncio.Event, ready: Callable[[], None]) -> None:
    config = uvicorn.Config(app, host, port, log_config=None, access_log=False, ws="none", server_header=False)
    server = uvicorn.Server(config)
    serving = asyncio.ensure_future(server.serve())
    await _until_open(host, port, serving)
    ready()
    stop = asyncio.ensure_future(stopped.wait())
    await asyncio.wait((serving, stop), return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    server.should_exit = True
    await serving


Run = Callable[[FastAPI, str, int, asyncio.Event, Callable[[], None]], Awaitable[None]]
SERVERS: dict[ServerName, Run] = {"granian": _granian, "uvicorn": _uvicorn}
"""Each serves an application on a host and a port until the event is set, and says when it is ready."""


async def _until_open(host: str, port: int, serving: asyncio.Future[None]) -> None:
    """Wait until the address takes connections, or `serving` ends."""
    while not serving.done():
        try:
            _, writer = await asyncio.open_connection(_reachable(host), port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return


def _reachable(host: str) -> str:
    """Return an address at which this machine reaches a server that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104


def check_address(host: str, port: int) -> None:
    """Raise `InvalidSetting` when nothing can listen on `host` and `port`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                text = f"Port {port} is used by another program: end that one, or set BZPEER_PORT to a free port."
            else:
                text = f"BZPEER_HOST {host} with BZPEER_PORT {port} cannot be listened on: {error.strerror}."
            raise InvalidSetting(text) from error


@contextmanager
def _told_to_end(stopped: asyncio.Event) -> Iterator[None]:
    """Set `stopped` at the first SIGINT or SIGTERM."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    for each in signals:
        loop.add_signal_handler(each, stopped.set)
    try:
        yield
    finally:
        for each in signals:
            loop.remove_signal_handler(each)
