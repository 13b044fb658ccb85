"""The jars of the managed Neo4j: fetched once, checked against a lock file, kept in the user's cache.

A lock file `graph/neo4j-VERSION.lock` names every jar with its SHA-256 and its size. A folder of the
cache is complete when it holds the mark `complete`; an interrupted fetch goes on where it stopped.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import requests
from filelock import FileLock
from jgo.maven import MavenContext

from graph.errors import ChecksumMismatch, DiskFull, FetchFailed, InvalidSetting
from graph.settings import Settings

THREADS = 6
CONNECT_TIMEOUT = 20  # seconds without an answer, per file
Progress = Callable[[int, int], None]  # bytes that are here, bytes of all


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of a lock file: Maven coordinates, checksum and size."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """Return the file's name, as Maven writes it."""
        return "-".join(part for part in (self.artifact, self.version, self.classifier) if part) + ".jar"


def locked_versions() -> list[str]:
    """Return the releases of Neo4j that have a lock file."""
    return sorted(path.stem.removeprefix("neo4j-") for path in Path(__file__).parent.glob("neo4j-*.lock"))


def read_lock(version: str) -> list[Jar]:
    """Return the jars of one release; raise `InvalidSetting` when there is no lock file for it."""
    path = Path(__file__).with_name(f"neo4j-{version}.lock")
    if version not in locked_versions():
        known = " or ".join(locked_versions())
        raise InvalidSetting(f"BZPEER_NEO4J_VERSION is {version!r}, but only {known} can be run: choose one of these.")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_parse(line) for line in lines if line and not line.startswith("#")]


def _parse(line: str) -> Jar:
    coordinates, sha256, size = line.split()
    group, artifact, version, *classifier = coordinates.split(":")
    return Jar(group, artifact, version, "".join(classifier), sha256, int(size))


def jar_folder(settings: Settings, progress: Progress | None = None) -> Path:
    """Return a folder that holds all jars of the chosen release, fetching what is missing.

    Raises `FetchFailed` without network, `ChecksumMismatch` for a wrong file, `DiskFull`.
    """
    jars = read_lock(settings.neo4j_version)
    if settings.neo4j_jars is not None:
        return _given_folder(settings.neo4j_jars, jars, settings.neo4j_version)
    folder = settings.cache_dir / "neo4j" / settings.neo4j_version
    if (folder / "complete").exists():
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            if not (folder / "complete").exists():
                _fetch_all(jars, settings.cache_dir / "maven", folder, progress or _silent)
                (folder / "complete").touch()
    except OSError as error:
        raise _disk_error(error, folder) from error
    return folder


def _given_folder(folder: Path, jars: list[Jar], version: str) -> Path:
    """Return the user's own folder of jars, once every jar of the lock file is in it unchanged."""
    for jar in jars:
        path = folder / jar.name
        if not path.is_file():
            raise FetchFailed(
                f"BZPEER_NEO4J_JARS names {folder}, which lacks {jar.name}: it must hold all "
                f"{len(jars)} jars of Neo4j {version}; copy them from a machine that has fetched them."
            )
        if not _intact(path, jar):
            raise ChecksumMismatch(
                f"{path} is not the file that the lock file names (its SHA-256 differs): copy it again."
            )
    return folder


def _fetch_all(jars: list[Jar], repository: Path, folder: Path, progress: Progress) -> None:
    total, done = sum(jar.size for jar in jars), 0
    progress(done, total)
    with ThreadPoolExecutor(THREADS, thread_name_prefix="jars") as pool:
        waiting: dict[Future[None], Jar] = {pool.submit(_fetch, jar, repository, folder): jar for jar in jars}
        try:
            for future in as_completed(waiting):
                future.result()
                done += waiting[future].size
                progress(done, total)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch(jar: Jar, repository: Path, folder: Path) -> None:
    """Put one jar into `folder`, unless it is there. A file that a killed fetch left behind is fetched again."""
    target = folder / jar.name
    if target.exists():
        return
    path = _resolve(jar, repository)
    if not _intact(path, jar):
        path.unlink()
        path = _resolve(jar, repository)
        if not _intact(path, jar):
            path.unlink()
            raise ChecksumMismatch(
                f"The fetched {jar.name} is not the file that the lock file names (its SHA-256 differs), so it was "
                "removed: try again, or check what stands between this machine and Maven Central."
            )
    _link(path, target)


def _resolve(jar: Jar, repository: Path) -> Path:
    """Return the path of the jar in the local repository, where jgo downloads it when it is not there."""
    context = MavenContext(repo_cache=repository, timeout=CONNECT_TIMEOUT)
    component = context.project(jar.group, jar.artifact).at_version(jar.version)
    try:
        return Path(component.artifact(classifier=jar.classifier).resolve())
    except (requests.RequestException, RuntimeError) as error:
        raise FetchFailed(
            "The Neo4j server could not be fetched from Maven Central: connect this machine to the network and try "
            "again (it goes on where it stopped), or set BZPEER_NEO4J_URI to the address of a Neo4j, "
            "or BZPEER_NEO4J_JARS to a folder that holds its jars."
        ) from error


def _intact(path: Path, jar: Jar) -> bool:
    if path.stat().st_size != jar.size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256


def _link(path: Path, target: Path) -> None:
    """Make `target` appear whole or not at all: a hard link, or a copy where links are not to be had."""
    try:
        os.link(path, target)
    except OSError:
        partial = target.with_suffix(".part")
        shutil.copyfile(path, partial)
        partial.replace(target)


def _disk_error(error: OSError, folder: Path) -> FetchFailed | DiskFull:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"No room is left for the Neo4j server in {folder}: free about 300 MB, or set BZPEER_CACHE_DIR."
        )
    return FetchFailed(f"The Neo4j server could not be written to {folder} ({error.strerror}): set BZPEER_CACHE_DIR.")


def _silent(done: int, total: int) -> None:
    """Take progress without showing it."""
