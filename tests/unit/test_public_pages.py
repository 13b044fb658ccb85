"""Pages that the server reads for somebody whom it does not trust: what is not public is never asked."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Sequence

import httpx2
import pytest

from api.accounts import public_pages
from api.accounts.domains import FREE_MAIL, domain, host_of, within
from api.accounts.public_pages import MOST_BYTES, Reader, is_public
from graph.errors import InvalidValue

PUBLIC = "93.184.215.14"
HOST = "people.uni.example"
PAGE = f"https://{HOST}/ann"
NOT_PUBLIC = [
    "127.0.0.1",
    "127.1.2.3",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.215.14",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "2002:7f00:1::",
    "fc00::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
]


class World(httpx2.AsyncBaseTransport):
    """What answers: for each path a response; it remembers where connections would have gone."""

    def __init__(self, *addresses: Sequence[str], **answers: httpx2.Response) -> None:
        self.addresses = list(addresses) or [[PUBLIC]]
        self.answers = answers
        self.looked_up: list[str] = []
        self.asked: list[httpx2.Request] = []

    async def resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        return list(self.addresses[min(len(self.looked_up), len(self.addresses)) - 1])

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        return self.answers[request.url.path.strip("/")]

    async def read(self, address: str = PAGE) -> bytes:
        reader = Reader(self.resolve, self)
        return (await reader.read(address, lambda host: within(host, {"uni.example"}), "claim-4f")).content


def page(content: bytes = b"word", **headers: str) -> httpx2.Response:
    async def parts() -> AsyncIterator[bytes]:
        yield content

    return httpx2.Response(200, headers={"content-type": "text/html", **headers}, content=parts())


def to(location: str) -> httpx2.Response:
    return httpx2.Response(302, headers={"location": location})


async def test_the_address_that_was_looked_at_is_the_one_that_is_asked() -> None:
    world = World([PUBLIC, "2606:2800:21f::1"], ["127.0.0.1"], ann=page())
    assert await world.read() == b"word"
    (asked,) = world.asked
    assert (asked.url.host, asked.headers["host"], asked.extensions["sni_hostname"]) == (PUBLIC, HOST, HOST)
    assert world.looked_up == [HOST]  # a second look would have led inside
    assert not {"cookie", "authorization"} & {name.lower() for name in asked.headers}
    assert asked.headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("address", NOT_PUBLIC)
async def test_what_is_not_public_is_not_asked(address: str) -> None:
    assert not is_public(address)
    for found in ([address], [PUBLIC, address], []):
        world = World(found, ann=page())
        with pytest.raises(InvalidValue, match="no public page"):
            await world.read()
        assert world.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "ftp://people.uni.example/ann",
        "file:///etc/passwd",
        "gopher://people.uni.example/",
        "https://people.uni.example:8443/ann",
        "http://people.uni.example:443/ann",
        "https://me@people.uni.example/ann",
        "https://me:secret@people.uni.example/ann",
        "https://127.0.0.1/ann",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://localhost/",
        "https://uni.example.evil.example/ann",
        "https://evil.example/people.uni.example",
        "https://evil.example\\@people.uni.example/",
        "https://people.uni.example@evil.example/",
        "https://evil.example#@people.uni.example/",
        "https://[people.uni.example/",
        f"{PAGE}?q=claim-4f",
        f"{PAGE}?",
        f"{PAGE}# of Uni holds",
        f"{PAGE} of Uni holds",
        f"{PAGE}\n",
        f"{PAGE}/ü",
        f"{PAGE}/claim-4f",
        f"{PAGE}/CLAIM%2d4f",
        f"{PAGE}/claim%25252d4f",
        "https://claim-4f.uni.example/",
        f"{PAGE}/{'a' * 2000}",
        "//people.uni.example/ann",
        "nothing",
    ],
)
async def test_other_addresses_are_not_even_looked_up(address: str) -> None:
    world = World(ann=page())
    with pytest.raises(InvalidValue):
        await world.read(address)
    assert (world.looked_up, world.asked) == ([], [])


async def test_a_redirect_is_followed_within_the_institution_only() -> None:
    within_it = World(ann=to("/b"), b=to("https://www.uni.example/c"), c=page(b"there"))
    assert await within_it.read() == b"there"
    assert within_it.looked_up == [HOST, HOST, "www.uni.example"]
    for away in (
        "https://evil.example/",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "http://people.uni.example:22/",
        "/b?q",
        "/claim%2d4f",
        "http://[x",
    ):
        with pytest.raises(InvalidValue):
            await (world := World(ann=to(away))).read()
        assert len(world.asked) == 1
    inside = World([PUBLIC], ["10.0.0.1"], ann=to("/b"), b=page())
    with pytest.raises(InvalidValue, match="no public page"):
        await inside.read()
    assert [each.url.path for each in inside.asked] == ["/ann"]
    with pytest.raises(InvalidValue, match="too often"):
        await World(ann=to("/ann")).read()


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (httpx2.Response(404), "answers 404"),
        (httpx2.Response(500), "answers 500"),
        (page(b"%PDF", **{"content-type": "application/pdf"}), "text or HTML"),
        (page(gzip.compress(b"0" * 1000), **{"content-encoding": "gzip"}), "compressed"),
    ],
)
async def test_other_answers_are_said(answer: httpx2.Response, says: str) -> None:
    with pytest.raises(InvalidValue, match=says):
        await World(ann=answer).read()


async def test_a_bomb_is_not_unpacked_and_what_is_endless_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while True:
            given += 1
            yield b"0" * 10_000

    async def slow() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(0.01)
            yield b"0"

    text = {"content-type": "text/plain"}
    with pytest.raises(InvalidValue, match="longer than 500 KB"):
        await World(ann=httpx2.Response(200, headers=text, content=endless())).read()
    assert given == MOST_BYTES // 10_000 + 1
    monkeypatch.setattr(public_pages, "MOST_SECONDS", 0.05)
    with pytest.raises(InvalidValue, match="did not come within"):
        await World(ann=httpx2.Response(200, headers=text, content=slow())).read()


async def test_what_fails_on_the_way_is_said_without_words_of_others() -> None:
    class Broken(World):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            raise httpx2.ConnectError("marker of the inside")

    with pytest.raises(InvalidValue, match="does not answer") as caught:
        await Broken().read()
    assert "marker" not in str(caught.value)


async def test_the_real_way_goes_to_the_address_that_was_looked_at() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nSet-Cookie: a=b\r\nContent-Length: 4\r\n\r\nword")
        await writer.drain()
        writer.close()

    class Here(httpx2.AsyncHTTPTransport):
        """The real one, with the public address of this test leading to this machine."""

        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            assert request.url.host == PUBLIC
            request.url = request.url.copy_with(host="127.0.0.1", port=port)
            return await super().handle_async_request(request)

    seen: list[bytes] = []
    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader = Reader(World().resolve, Here())
        for _ in range(2):
            found = await reader.read(f"http://{HOST}/ann", lambda host: host == HOST, "claim-4f")
    assert (found.address, found.content) == (f"http://{HOST}/ann", b"word")
    assert all(each.startswith(b"GET /ann HTTP/1.1\r\n") for each in seen)
    assert all(f"Host: {HOST}\r\n".encode() in each and b"ookie" not in each for each in seen)


@pytest.mark.parametrize(
    ("home_page", "own"),
    [
        ("https://www.uni.example/", "uni.example"),
        ("http://cs.uni.example/people/", "cs.uni.example"),
        ("http://www2.UNI.example", "uni.example"),
        ("http://www.ac.uk", "www.ac.uk"),
        ("https://en.uni.edu.cn/index.htm", "uni.edu.cn"),
        ("http://edu.cn/", None),
        ("https://münchen.example", "xn--mnchen-3ya.example"),
        ("https://ann.github.io/", None),
        ("https://sites.google.com/view/lab", None),
        ("http://127.0.0.1/", None),
        ("http://[::1", None),
        ("no address", None),
        ("", None),
    ],
)
def test_the_domain_of_a_home_page(home_page: str, own: str | None) -> None:
    assert domain(home_page) == own


def test_free_mail_is_of_nobody_and_names_are_names() -> None:
    assert all(host_of(each) == each for each in FREE_MAIL)
    assert within("mail.gmail.com", FREE_MAIL)
    assert not within("notgmail.com", FREE_MAIL)
