"""Dumps of the account store: a copy of its SQLite, made while others may use it, beside the dump of the graph."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from api.accounts.store import store_file
from graph.errors import DumpFailed
from graph.settings import Settings

_PATIENCE = 30.0
"""Seconds to wait for somebody who writes."""
ELSEWHERE = "The accounts are in the PostgreSQL of BZPEER_DATABASE_URL: dump and restore them with pg_dump and psql."


def beside(graph: Path) -> Path:
    """Return the file of the accounts that belongs to the dump `graph`."""
    return graph.with_name(f"{graph.name}.accounts")


def has_accounts(settings: Settings) -> bool:
    """Tell whether there is an account store of ours to dump."""
    path = store_file(settings)
    return path is not None and path.is_file() and path.stat().st_size > 0


def dump_accounts(settings: Settings, target: Path) -> int:
    """Copy the account store to the file `target`, whole or not at all; return its bytes. Raises `DumpFailed`."""
    if target.exists():
        raise DumpFailed(f"{target} exists already: choose another name, or move it away.")
    if not target.parent.is_dir():
        raise DumpFailed(f"There is no folder {target.parent}: make it first, or choose another.")
    source = store_file(settings)
    assert source is not None
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
        _copy(source, part)
        with closing(sqlite3.connect(part)) as made:
            made.execute("PRAGMA journal_mode=DELETE")  # one file, that can be read where nothing can be written
        part.rename(target)
    except sqlite3.Error as error:
        raise DumpFailed(f"The accounts could not be dumped: {error}.") from error
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size


def check_accounts(settings: Settings, source: Path, *, replace: bool) -> None:
    """Raise `DumpFailed` when `source` is no dump of accounts, or when there are accounts and not `replace`."""
    try:
        with closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as dump:
            whole = dump.execute("PRAGMA quick_check").fetchone() == ("ok",)
            dump.execute("SELECT version_num FROM alembic_version").fetchone()
            dump.execute("SELECT count(*) FROM users").fetchone()
    except sqlite3.Error:
        whole = False
    if not whole:
        raise DumpFailed(f"{source} is damaged, or no dump of accounts: the accounts are as they were.")
    if not replace and _users(settings):
        raise DumpFailed("There are accounts already: dump them first, then restore with --replace.")


def restore_accounts(settings: Settings, source: Path) -> None:
    """Make the account store what the dump `source` holds, which was checked. Raises `DumpFailed`."""
    target = store_file(settings)
    assert target is not None
    target.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(target, os.O_CREAT | os.O_RDWR, 0o600))
    try:
        _copy(source, target)
    except sqlite3.Error as error:
        raise DumpFailed(f"The accounts could not be restored: {error}.") from error


def _copy(source: Path, target: Path) -> None:
    """Copy one database into another in one transaction, whoever else reads or writes them."""
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as giving,
        closing(sqlite3.connect(target, timeout=_PATIENCE)) as taking,
    ):
        giving.backup(taking)


def _users(settings: Settings) -> int:
    if not has_accounts(settings):
        return 0
    path = store_file(settings)
    assert path is not None
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as there:
            return int(there.execute("SELECT count(*) FROM users").fetchone()[0])
    except sqlite3.Error:
        return 0
