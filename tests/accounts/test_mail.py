"""Letters to a mail server that speaks the protocol, and to a folder."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from api.accounts.mail import Letter, Post, _server
from graph.settings import Settings
from tests.accounts.conftest import Site, read_letter, register
from tests.conftest import settings_for

LETTER = Letter("ann@example.org", "Ünïcode", "Two lines\n.with a dot, and a secret: marker\n")


@dataclass
class MailServer:
    """A server that takes letters; it refuses the first `busy` connections."""

    busy: int = 0
    port: int = 0
    letters: list[bytes] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.busy -= 1
        writer.write(b"421 busy\r\n" if self.busy >= 0 else b"220 ready\r\n")
        while line := await reader.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                writer.write(b"354 go on\r\n")
                found = b""
                while (line := await reader.readline()) != b".\r\n":
                    found += line.removeprefix(b".") if line.startswith(b"..") else line
                self.letters.append(found)
            writer.write({b"QUIT": b"221 bye\r\n", b"EHLO": b"250-here\r\n250 8BITMIME\r\n"}.get(word, b"250 ok\r\n"))
            if word == b"QUIT":
                break
        writer.close()


@pytest.fixture
async def mail_server() -> AsyncIterator[MailServer]:
    """A mail server on this machine."""
    made = MailServer()
    listening = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.port = listening.sockets[0].getsockname()[1]
    yield made
    listening.close()
    await listening.wait_closed()


def settings(folder: Path, mail_server: MailServer) -> Settings:
    return settings_for(folder, smtp_url=f"smtp://127.0.0.1:{mail_server.port}", mail_from="site@example.org")


@pytest.mark.parametrize("busy", [0, 2])
async def test_a_letter_reaches_the_mail_server(tmp_path: Path, mail_server: MailServer, busy: int) -> None:
    mail_server.busy = busy
    await Post(settings(tmp_path, mail_server)).send(LETTER)
    (content,) = mail_server.letters
    found = read_letter(content)
    assert (found["To"], found["From"], found["Subject"]) == ("ann@example.org", "site@example.org", "Ünïcode")
    assert found.get_content().replace("\r\n", "\n") == LETTER.text
    assert list(tmp_path.iterdir()) == []


async def test_a_mail_server_that_fails_is_logged_without_the_letter(
    tmp_path: Path, mail_server: MailServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.logs.LOG.propagate", True)
    mail_server.busy = 99
    post = Post(settings(tmp_path, mail_server))
    post.later(post.send(LETTER))
    await post.settled()
    assert "a letter could not be sent: SMTP" in caplog.text
    assert "marker" not in caplog.text
    assert "ann@" not in caplog.text


async def test_an_answer_does_not_wait_for_the_mail_server(
    make_site: Callable[..., Site], mail_server: MailServer
) -> None:
    site = make_site(smtp_url=f"smtp://127.0.0.1:{mail_server.port}")
    await register(site.browser(), "ann")
    assert mail_server.letters == []
    await site.accounts.post.settled()
    assert len(mail_server.letters) == 1


async def test_letters_in_the_folder_are_their_owners_alone(tmp_path: Path) -> None:
    await Post(settings_for(tmp_path)).send(LETTER)
    folder = tmp_path / "mail"
    (path,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, path.stat().st_mode & 0o777, path.suffix) == (0o700, 0o600, ".eml")
    assert read_letter(path.read_bytes())["Subject"] == "Ünïcode"


@pytest.mark.parametrize(
    ("address", "port", "use_tls", "start_tls"),
    [
        ("smtp://mail.example", 25, False, None),
        ("smtp://user:p%40ss@mail.example:587", 587, False, True),
        ("smtp://user:pass@localhost:25", 25, False, None),
        ("smtps://user:pass@mail.example", 465, True, None),
    ],
)
def test_a_password_is_sent_encrypted(address: str, port: int, use_tls: bool, start_tls: bool | None) -> None:
    how = _server(address)
    assert (how["port"], how["use_tls"], how["start_tls"]) == (port, use_tls, start_tls)
    assert how["password"] in (None, "pass", "p@ss")
