"""The fetch of the server's jars, from a small Maven repository on this machine."""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import jgo.maven._core
import pytest

from graph import jars
from graph.errors import ChecksumMismatch, FetchFailed, InvalidSetting
from graph.jars import Jar, jar_folder, locked_versions, read_lock
from graph.settings import Settings

CONTENT = {"first": b"one" * 1000, "second": b"two" * 50_000}


BREAKS: set[str] = set()  # jars whose transfer breaks off half-way


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, notes what was asked for, and says nothing on the terminal."""

    def __init__(self, *arguments: Any, asked: list[str], **named: Any) -> None:
        self.asked = asked
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        if self.path.endswith(".jar"):
            self.asked.append(self.path.rsplit("/", 1)[1])
        if self.path.rsplit("/", 1)[1] in BREAKS:
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            self.wfile.write(b"half of it")
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def jar(name: str) -> Jar:
    content = CONTENT[name]
    return Jar("org.example", name, "1.0", "", hashlib.sha256(content).hexdigest(), len(content))


def published(folder: Path, name: str) -> Path:
    path = folder / "org" / "example" / name / "1.0" / f"{name}-1.0.jar"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


@pytest.fixture
def asked() -> list[str]:
    """The names of the jars that were asked for over the network."""
    return []


@pytest.fixture
def repository(tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a Maven repository served on this machine, and a lock of its two jars."""
    folder = tmp_path / "repository"
    for name, content in CONTENT.items():
        published(folder, name).write_bytes(content)
    monkeypatch.setattr(jars, "read_lock", lambda version: [jar(name) for name in CONTENT])
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder), asked=asked)) as http:
        remotes = {"central": f"http://127.0.0.1:{http.server_port}"}
        monkeypatch.setattr(jgo.maven._core, "DEFAULT_REMOTE_REPOS", remotes)
        Thread(target=http.serve_forever, daemon=True).start()
        yield folder
        http.shutdown()


@pytest.fixture
def own(make_settings: Callable[..., Settings], tmp_path: Path) -> Settings:
    """Settings with a cache of their own."""
    return make_settings(cache_dir=tmp_path / "cache")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.jar")}


WHOLE = {f"{name}-1.0.jar": content for name, content in CONTENT.items()}


def test_all_jars_are_fetched_once(repository: Path, own: Settings, asked: list[str]) -> None:
    steps: list[tuple[int, int]] = []
    total = sum(len(content) for content in CONTENT.values())
    assert contents(jar_folder(own, lambda done, of: steps.append((done, of)))) == WHOLE
    assert steps[0] == (0, total)
    assert steps[-1] == (total, total)
    assert sorted(asked) == sorted(WHOLE)
    assert contents(jar_folder(own)) == WHOLE
    assert len(asked) == len(WHOLE)


def test_an_interrupted_fetch_goes_on_where_it_stopped(
    repository: Path, own: Settings, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.BREAKS", {"second-1.0.jar"})
    with pytest.raises(FetchFailed):
        jar_folder(own)
    assert contents(own.cache_dir / "neo4j" / own.neo4j_version) == {"first-1.0.jar": CONTENT["first"]}
    monkeypatch.setattr(f"{__name__}.BREAKS", set())
    asked.clear()
    assert contents(jar_folder(own)) == WHOLE
    assert asked == ["second-1.0.jar"]


def test_a_wrong_jar_is_refused_and_not_kept(repository: Path, own: Settings) -> None:
    wrong = bytearray(CONTENT["first"])
    wrong[0] ^= 1
    published(repository, "first").write_bytes(bytes(wrong))
    with pytest.raises(ChecksumMismatch, match=r"first-1\.0\.jar is not the file"):
        jar_folder(own)
    folder = own.cache_dir / "neo4j" / own.neo4j_version
    assert "first-1.0.jar" not in contents(folder)
    assert not (folder / "complete").exists()
    published(repository, "first").write_bytes(CONTENT["first"])
    assert contents(jar_folder(own)) == WHOLE


def test_without_network_one_sentence_names_the_ways_on(
    repository: Path, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jgo.maven._core, "DEFAULT_REMOTE_REPOS", {"central": "http://127.0.0.1:9"})
    with pytest.raises(FetchFailed, match=r"BZPEER_NEO4J_URI.*BZPEER_NEO4J_JARS") as caught:
        jar_folder(own)
    assert "\n" not in str(caught.value)


def test_a_cache_that_cannot_be_written_is_named(repository: Path, own: Settings) -> None:
    own.cache_dir.write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(FetchFailed, match="BZPEER_CACHE_DIR"):
        jar_folder(own)


def test_a_folder_of_jars_needs_no_network(
    repository: Path, make_settings: Callable[..., Settings], tmp_path: Path, asked: list[str]
) -> None:
    given = tmp_path / "given"
    given.mkdir()
    settings = make_settings(neo4j_jars=given)
    (given / "first-1.0.jar").write_bytes(CONTENT["first"])
    with pytest.raises(FetchFailed, match=r"lacks second-1\.0\.jar"):
        jar_folder(settings)
    (given / "second-1.0.jar").write_bytes(CONTENT["second"][::-1])
    with pytest.raises(ChecksumMismatch, match=r"second-1\.0\.jar"):
        jar_folder(settings)
    (given / "second-1.0.jar").write_bytes(CONTENT["second"])
    assert jar_folder(settings) == given
    assert asked == []


@pytest.mark.parametrize("version", locked_versions())
def test_a_lock_file_names_each_jar_once(version: str) -> None:
    locked = read_lock(version)
    names = [item.name for item in locked]
    assert len(set(names)) == len(names)
    assert f"neo4j-{version}.jar" in names
    assert all(len(item.sha256) == 64 and item.size > 0 for item in locked)


def test_an_unknown_release_is_refused(make_settings: Callable[..., Settings]) -> None:
    with pytest.raises(InvalidSetting, match=r"'4\.4\.0', but only"):
        jar_folder(make_settings(neo4j_version="4.4.0"))
