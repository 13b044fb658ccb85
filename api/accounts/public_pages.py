"""Reads one page of an institution for somebody whom we do not trust: nothing that is not public can be reached so.

The host must be allowed, its name is resolved once, all its addresses must be public, and the connection goes to the
address that was looked at: a name that leads elsewhere the next time leads nowhere. Each redirect is a page of its
own. No cookies, no credentials, no proxy, no compression (so nothing unpacks), and limits of size and of time.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

import httpx2

from api.accounts.domains import host_of
from graph.errors import InvalidValue

MOST_BYTES = 500_000
MOST_SECONDS = 10.0
_HOPS = 4
_PORTS = {"http": 80, "https": 443}
_ACCEPTED = ("text/html", "text/plain", "application/xhtml+xml")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST = 2000
_NOT_PLAIN = frozenset(' "<>\\^`{|}?#')
_IPV6 = ipaddress.ip_network("2000::/3")
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""From a host and a port to its addresses."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read, and where it stands after all redirects."""

    address: str
    content: bytes


async def _lookup(host: str, port: int) -> list[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


class Reader:
    """Reads pages; tests give it addresses of hosts and a way to them of their own."""

    def __init__(self, resolve: Resolve = _lookup, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        self._resolve = resolve
        self._transport = transport

    async def read(self, address: str, allowed: Callable[[str], bool], word: str) -> Page:
        """Return the page at `address`, on which `word` is looked for. Raises `InvalidValue`.

        Every host on the way must be `allowed`, and no address may hold the word, which the page could only repeat.
        """
        try:
            async with asyncio.timeout(MOST_SECONDS):
                for _ in range(_HOPS):
                    _check_plain(address, word)
                    found = await self._hop(address, allowed)
                    if isinstance(found, Page):
                        return found
                    address = found
        except TimeoutError as error:
            raise InvalidValue(f"The page did not come within {MOST_SECONDS:.0f} seconds: try again later.") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            raise InvalidValue("The page cannot be read: its server does not answer, or not as it should.") from error
        raise InvalidValue("The page redirects too often: give the address at which it ends.")

    async def _hop(self, address: str, allowed: Callable[[str], bool]) -> Page | str:
        """Return what stands at an address, or where it sends on."""
        host, port = _checked(address, allowed)
        to = _public(await self._resolve(host, port))
        url = httpx2.URL(address).copy_with(host=to, fragment=None)
        headers = {"Host": host, "User-Agent": "BZPEER", "Accept": ", ".join(_ACCEPTED), "Accept-Encoding": "identity"}
        async with (
            httpx2.AsyncClient(transport=self._transport, trust_env=False, follow_redirects=False) as client,
            client.stream("GET", url, headers=headers, extensions={"sni_hostname": host}) as answer,
        ):
            if answer.status_code in _REDIRECTS:
                return urljoin(address, answer.headers.get("location", ""))
            _check_answer(answer)
            return Page(address, await _content(answer))


def _check_plain(address: str, word: str) -> None:
    """Raise `InvalidValue` for an address that says more than where a page stands: it becomes part of the evidence."""
    plain = len(address) <= _LONGEST and address.isascii() and address.isprintable()
    if not plain or set(address) & _NOT_PLAIN:
        raise InvalidValue(
            "'address' must be, and lead to, the address of a page in plain letters, without blanks and without ? or #."
        )
    while (meant := unquote(address)) != address:
        address = meant
    if word.lower() in address.lower():
        raise InvalidValue(f"'address' must not hold {word} itself, nor lead to one that does: put it on the page.")


def _checked(address: str, allowed: Callable[[str], bool]) -> tuple[str, int]:
    """Return host and port of an address that may be asked. Raises `InvalidValue`."""
    try:
        parts = urlsplit(address)
        given = parts.port
    except ValueError as error:
        raise InvalidValue("'address' must be the address of a page, such as https://uni.example/page.") from error
    port = _PORTS.get(parts.scheme)
    if port is None or parts.username is not None or parts.password is not None or given not in (None, port):
        raise InvalidValue("'address' must begin with http:// or https://, without a port, a user or a password.")
    host = host_of(parts.hostname)
    if host is None or not allowed(host):
        raise InvalidValue(
            f"'address' must lead to a page of the institution; {(parts.hostname or '')[:80]!r} is none."
        )
    return host, port


def _public(addresses: list[str]) -> str:
    """Return the address to connect to, when all of a host are public. Raises `InvalidValue`."""
    if not addresses or not all(map(is_public, addresses)):
        raise InvalidValue("'address' leads to no public page: nothing was read.")
    return addresses[0]


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public network, and no other one in disguise."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and (ip not in _IPV6 or ip.sixtofour or ip.teredo):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _check_answer(answer: httpx2.Response) -> None:
    if answer.status_code != 200:
        raise InvalidValue(f"The page cannot be read: its server answers {answer.status_code}.")
    if not answer.headers.get("content-type", "").lower().startswith(_ACCEPTED):
        raise InvalidValue("The page must be text or HTML.")
    if answer.headers.get("content-encoding", "identity").lower() != "identity":
        raise InvalidValue("The page comes compressed without being asked to: give one that does not.")


async def _content(answer: httpx2.Response) -> bytes:
    """Return the body, as long as it is not too long."""
    read = bytearray()
    async for part in answer.aiter_raw():
        read += part
        if len(read) > MOST_BYTES:
            raise InvalidValue(f"The page is longer than {MOST_BYTES // 1000} KB: use a shorter one.")
    return bytes(read)
