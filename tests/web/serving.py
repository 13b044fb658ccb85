"""The program as a user starts it, in a process of its own, and the browser that looks at it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
READY_WITHIN = 180.0


@contextmanager
def demo(folder: Path, **settings: str) -> Iterator[str]:
    """Serve the demo from `folder`, with more settings as they are named in the environment; yield the base address."""
    with program(folder, **settings) as (address, _):
        yield address


@contextmanager
def program(folder: Path, **settings: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve as `demo` does; yield the base address and the process."""
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "serve.log"
    with log.open("wb") as out:
        command = [sys.executable, "-m", "api.cli", "serve"]
        env = {**_environment(folder), "BZPEER_PORT": str(port), **settings}
        served = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(f"http://127.0.0.1:{port}/readyz", served, log)
        yield f"http://127.0.0.1:{port}", served
    finally:
        served.terminate()
        served.wait(timeout=30)


def load_works(folder: Path, records: Iterable[dict[str, Any]]) -> None:
    """Load records as OpenAlex tells them into the graph of `folder`, which may be served meanwhile."""
    path = folder / f"works-{time.monotonic_ns()}.jsonl"
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
    load(folder, "openalex", path)


def load(folder: Path, source: str, path: Path) -> None:
    """Load a file or folder of a source, every record of it, into the graph of `folder`."""
    told = bzpeer(folder, "load", source, str(path))
    if "+ 0 rejected" not in told:
        raise RuntimeError(f"{path.name} was not loaded whole:\n{told[-2000:]}")


def bzpeer(folder: Path, *words: str) -> str:
    """Run a command of the program on the data in `folder`; return what it says."""
    command = [sys.executable, "-m", "api.cli", *words]
    done = subprocess.run(command, cwd=ROOT, env=_environment(folder), capture_output=True, text=True, check=False)
    return done.stderr + done.stdout


def launch_args() -> dict[str, Any]:
    """Return how to start the system's Chromium: drawing WebGL in software, quiet on the network."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
    drawing = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": CHROMIUM, "args": [*quiet, *drawing, *sandbox, "--no-first-run"]}


def _environment(folder: Path) -> dict[str, str]:
    mine = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_NEO4J_U")}
    patient = {"BZPEER_READ_TIMEOUT": "60"}  # the first questions of a cold database, on a machine with much else to do
    return {**mine, **patient, "BZPEER_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, served: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and served.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"bzpeer serve was not ready:\n{log.read_text()[-2000:]}")
