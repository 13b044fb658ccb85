"""Letters: to the mail server of the settings, or as files into a folder while there is none."""

import asyncio
import contextlib
import os
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import aiosmtplib
import stamina

from api.accounts.secrets import new_id
from api.logs import LOG
from graph.settings import Settings

FOLDER = "mail"
_ATTEMPTS = 3
_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent to one address."""

    to: str
    subject: str
    text: str


class Post:
    """Does what follows an answer that must not show how long it takes: looking somebody up, and writing to them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = settings.data_dir / FOLDER
        self._under_way: set[asyncio.Task[None]] = set()

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do `work` after the answer; what goes wrong is logged."""
        task = asyncio.create_task(_logged(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settled(self) -> None:
        """Wait until all that was to be done later is done."""
        while self._under_way:
            await asyncio.gather(*self._under_way)

    async def send(self, letter: Letter) -> None:
        """Send one letter; a mail server that fails is tried again a few times. Raises what the last attempt did."""
        message = _message(letter, self._settings.mail_from)
        if self._settings.smtp_url is None:
            await asyncio.to_thread(_write, self._folder, message)
            LOG.info("a letter was written into %s: set BZPEER_SMTP_URL to send letters", self._folder)
            return
        how = _server(self._settings.smtp_url.get_secret_value())
        async for attempt in stamina.retry_context((aiosmtplib.SMTPException, OSError), attempts=_ATTEMPTS):
            with attempt:
                await aiosmtplib.send(message, timeout=_SECONDS, **how)

    async def forget(self, named: Callable[[str], bool]) -> None:
        """Delete the letters in the folder, where they are written there, that `named` says speak of somebody."""
        await self.settled()
        await asyncio.to_thread(_forget, self._folder, named)


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    """Do some work; log what goes wrong by its kind only, since its words may hold addresses and links."""
    try:
        await work
    except Exception as error:
        LOG.error("a letter could not be sent: %s", type(error).__name__)


def _message(letter: Letter, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2] or None)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


def _write(folder: Path, message: EmailMessage) -> None:
    """Write a letter into a file that only its owner can read; its name sorts by time."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{time.time_ns()}-{new_id()}.eml"
    part = path.with_suffix(".part")
    with contextlib.ExitStack() as stack:
        stack.callback(part.unlink, missing_ok=True)
        with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
            file.write(message.as_bytes())
        part.rename(path)


def _forget(folder: Path, named: Callable[[str], bool]) -> None:
    for path in sorted(folder.glob("*.eml")):
        letter = message_from_bytes(path.read_bytes(), policy=default)
        if named(f"{letter['To']} {letter['Subject']} {letter.get_content()}"):
            path.unlink()


def _server(address: str) -> dict[str, Any]:
    """Return how to reach a mail server; a password travels encrypted only, unless it stays on this machine."""
    parts = urlsplit(address)
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    user = unquote(parts.username) if parts.username else None
    whole = parts.scheme == "smtps"
    return {
        "hostname": parts.hostname,
        "port": parts.port or (465 if whole else 25),
        "username": user,
        "password": unquote(parts.password) if parts.password else None,
        "use_tls": whole,
        "start_tls": True if user and not whole and not here else None,
    }
