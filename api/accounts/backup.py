"""Dumps of the account store: an SQLite with all of it, made while others may use it, beside the dump of the graph.

A dump is the same file whatever keeps the accounts: it moves them from SQLite into a PostgreSQL too, and back.
"""

import asyncio
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import func, select

from api.accounts.errors import AccountsUnavailable
from api.accounts.moving import move
from api.accounts.store import FILE, AccountStore, store_file
from api.accounts.tables import User
from graph.errors import DumpFailed
from graph.settings import Settings

_PATIENCE = 30.0
"""Seconds to wait for somebody who writes."""
_SECRETS = {
    "sessions": "DELETE FROM sessions",
    "mail_tokens": "DELETE FROM mail_tokens",
    "address_links": "DELETE FROM address_links",
    "claim_mails": "DELETE FROM claim_mails",
    "orcid_logins": "DELETE FROM orcid_logins",
    "api_tokens": "DELETE FROM api_tokens",
    "corrections": "DELETE FROM corrections WHERE state = 'unconfirmed'",
    "news_readers": "UPDATE news_readers SET feed = NULL, feed_made_at = NULL",
}
"""What takes out of a table the digests by which somebody could come in who was shut out since the dump."""


def beside(graph: Path) -> Path:
    """Return the file of the accounts that belongs to the dump `graph`."""
    return graph.with_name(f"{graph.name}.accounts")


def has_accounts(settings: Settings) -> bool:
    """Tell whether there is an account store of ours to dump."""
    path = store_file(settings)
    return path is None or (path.is_file() and path.stat().st_size > 0)


def dump_accounts(settings: Settings, target: Path) -> int:
    """Copy the account store to the file `target`, whole or not at all; return its bytes. Raises `DumpFailed`."""
    if target.exists():
        raise DumpFailed(f"{target} exists already: choose another name, or move it away.")
    if not target.parent.is_dir():
        raise DumpFailed(f"There is no folder {target.parent}: make it first, or choose another.")
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
        with _as_file(settings, target.parent) as source:
            _copy(source, part)
        with closing(sqlite3.connect(part)) as made:
            made.execute("PRAGMA journal_mode=DELETE")  # one file, that can be read where nothing can be written
        part.rename(target)
    except (sqlite3.Error, AccountsUnavailable) as error:
        raise DumpFailed(f"The accounts could not be dumped: {error}") from error
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
    """Make the account store what the dump `source` holds, which was checked, but for its secrets.

    Sessions, tokens, feeds and links of letters may have been revoked or used since: none is restored. Raises
    `DumpFailed`.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    target = store_file(settings)
    try:
        with tempfile.TemporaryDirectory(dir=settings.data_dir, prefix=".restore-") as room:
            harmless = Path(room) / FILE
            _copy(source, harmless)
            _take_secrets(harmless)
            if target:
                os.close(os.open(target, os.O_CREAT | os.O_RDWR, 0o600))
                _copy(harmless, target)
            else:
                asyncio.run(_moved(_in_folder(settings, Path(room)), settings))
    except (sqlite3.Error, AccountsUnavailable) as error:
        raise DumpFailed(f"The accounts could not be restored: {error}") from error


@contextmanager
def _as_file(settings: Settings, beside: Path) -> Iterator[Path]:
    """Yield an SQLite with the accounts: where a PostgreSQL keeps them, one that is made for it."""
    if path := store_file(settings):
        yield path
        return
    with tempfile.TemporaryDirectory(dir=beside, prefix=".dump-") as room:
        asyncio.run(_moved(settings, _in_folder(settings, Path(room))))
        yield Path(room) / FILE


def _in_folder(settings: Settings, folder: Path) -> Settings:
    """Return the settings of a store that is a file in a folder of its own."""
    return settings.model_copy(update={"database_url": None, "data_dir": folder})


async def _moved(giving: Settings, taking: Settings) -> None:
    stores = AccountStore(giving), AccountStore(taking)
    try:
        await move(*stores)
    finally:
        for store in stores:
            await store.close()


def _take_secrets(path: Path) -> None:
    """Take the secrets out of a copy, which may be of an earlier release that had fewer tables."""
    with closing(sqlite3.connect(path)) as copy, copy:
        here = {row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table, statement in _SECRETS.items():
            if table in here:
                copy.execute(statement)


def _copy(source: Path, target: Path) -> None:
    """Copy one database into another in one transaction, whoever else reads or writes them."""
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as giving,
        closing(sqlite3.connect(target, timeout=_PATIENCE)) as taking,
    ):
        giving.backup(taking)


def _users(settings: Settings) -> int:
    """Return how many users there are; 0 where there is no store, or none that can be read."""
    path = store_file(settings)
    if path is None:
        return asyncio.run(_users_there(settings))
    if not has_accounts(settings):
        return 0
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as there:
            return int(there.execute("SELECT count(*) FROM users").fetchone()[0])
    except sqlite3.Error:
        return 0


async def _users_there(settings: Settings) -> int:
    store = AccountStore(settings)
    try:
        async with store.read() as db:
            return (await db.execute(select(func.count()).select_from(User))).scalar_one()
    finally:
        await store.close()
