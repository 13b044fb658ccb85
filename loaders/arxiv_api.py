"""arXiv's API: papers by id or author, fetched as one Atom feed, and the reading of such a feed.

The feed gives the day of the first version (`published`) and the number and day of the last (`updated`), nothing of
those between. Where a DOI is stated, it is that of the published version.
"""

import logging
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import httpx2
from lxml import etree
from pydantic import ValidationError

from graph import identifiers
from graph.errors import InvalidValue, LoadInputError, NotFound
from graph.settings import Settings
from loaders.arxiv import Entry, mentioned_topic, paper
from loaders.files import fingerprint, open_bytes
from loaders.http import Client, Progress, TryAgain, polite_client, spool_file
from loaders.source import Item, Reject, rejected

PER_PAGE = 100
_PAUSE = 3.0
"""Seconds between requests that arXiv asks for."""
_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_ARXIV: Final = "{http://arxiv.org/schemas/atom}"
_TOTAL: Final = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
_CODE = re.compile(r"[a-z-]+(?:\.[A-Za-z-]{2,})?$")
_VERSION = re.compile(r"v(\d+)$")
_log = logging.getLogger(__name__)


async def fetch_arxiv(
    settings: Settings,
    *,
    ids: Sequence[str] = (),
    author: str | None = None,
    limit: int | None = None,
    spool: Path,
    progress: Progress | None = None,
) -> Path:
    """Fetch papers into `spool` as one Atom feed and return it; name either `ids` or an `author`.

    `author` is a name, for arXiv knows no ids of people: namesakes come too. Raises `InvalidValue` for what is no arXiv
    id, `NotFound` when arXiv has none of the papers, `SourceFailed` when it cannot be asked. Ids that it does not know,
    beside others that it does, are named in the log.
    """
    if bool(ids) == bool(author):
        raise InvalidValue("Name either ids or an author for arXiv.")
    wanted = [_bare_id(each) for each in ids[:limit]]
    refused = "It may have had too many requests from here; try again later."
    async with polite_client(settings, "arXiv", settings.arxiv_url, pause=_PAUSE, refused=refused) as client:
        entries = _by_id(client, wanted) if wanted else _by_author(client, author or "", limit)
        with spool_file(spool) as feed:
            feed.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n')
            found: set[str] = set()
            async for entry, total in entries:
                feed.write(etree.tostring(entry, encoding="utf-8").strip() + b"\n")
                found.add(identifiers.arxiv(entry.findtext(f"{_ATOM}id")) or "")
                if progress:
                    progress(len(found), total)
            feed.write(b"</feed>\n")
            _report(wanted, found, author)
    return spool


def _bare_id(text: str) -> str:
    name = identifiers.arxiv(text)
    if name is None:
        raise InvalidValue(f"{text!r} is no arXiv id, such as 1910.02054 or cs/0112017. Check it.")
    return name.removeprefix("arxiv:")


def _report(wanted: Sequence[str], found: set[str], author: str | None) -> None:
    unknown = [each for each in wanted if f"arxiv:{each}" not in found]
    if not found:
        raise NotFound(f"arXiv has no paper {', '.join(unknown)}." if wanted else f"arXiv has no paper by {author!r}.")
    if unknown:
        _log.warning("arXiv has no paper %s; the others were fetched.", ", ".join(unknown))


async def _by_id(client: Client, wanted: Sequence[str]) -> AsyncIterator[tuple[etree._Element, int | None]]:
    for start in range(0, len(wanted), PER_PAGE):
        some = wanted[start : start + PER_PAGE]
        entries, _ = await _page(client, {"id_list": ",".join(some), "max_results": str(len(some))}, due=False)
        for entry in entries:
            yield entry, len(wanted)


async def _by_author(client: Client, name: str, limit: int | None) -> AsyncIterator[tuple[etree._Element, int | None]]:
    query = {"search_query": f'au:"{name}"', "sortBy": "submittedDate", "sortOrder": "descending"}
    start, total = 0, None
    while (total is None or start < total) and (limit is None or start < limit):
        count = PER_PAGE if limit is None else min(PER_PAGE, limit - start)
        parameters = {**query, "start": str(start), "max_results": str(count)}
        entries, found = await _page(client, parameters, due=total is not None)
        total = found if limit is None else min(limit, found)
        for entry in entries:
            yield entry, total
        start += len(entries)
        if not entries:
            return


async def _page(client: Client, parameters: dict[str, str], *, due: bool) -> tuple[list[etree._Element], int]:
    """Return the papers of one answer and the number of all; an empty one is asked for again where some are `due`."""

    def read(answer: httpx2.Response) -> tuple[list[etree._Element], int]:
        try:
            feed = etree.fromstring(answer.content, _parser())
        except etree.XMLSyntaxError as error:
            raise client.wrong_content(answer, "an Atom feed") from error
        if feed.tag != f"{_ATOM}feed":
            raise client.wrong_content(answer, "an Atom feed")
        entries = [entry for entry in feed.iterfind(f"{_ATOM}entry") if identifiers.arxiv(entry.findtext(f"{_ATOM}id"))]
        total = int(feed.findtext(_TOTAL) or len(entries))
        if not entries and (due or (total and "start" in parameters)):
            raise TryAgain("it sends an empty page where papers are due")
        return entries, total

    return await client.get("query", parameters, read)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


class ArxivAtomSource:
    """An Atom feed of arXiv's API, as `fetch_arxiv` leaves it or as saved from a browser."""

    name = "arxiv"

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def key(self) -> str:
        """Fingerprint of the file."""
        return fingerprint((self.path,))

    @property
    def total(self) -> int:
        """Number of papers in the feed."""
        with open_bytes(self.path) as stream:
            return stream.read().count(b"</entry>")

    def items(self) -> Iterator[Item | Reject]:
        """Yield every paper with its categories. Raises `LoadInputError` where the feed stops being XML."""
        with open_bytes(self.path) as stream:
            events = etree.iterparse(
                stream, tag=f"{_ATOM}entry", resolve_entities=False, no_network=True, huge_tree=False
            )
            try:
                for _, entry in events:
                    yield _read(f"{self.path.name}:{entry.sourceline}", entry)
                    entry.clear()
            except etree.XMLSyntaxError as error:
                raise LoadInputError(
                    f"{self.path} is no whole Atom feed ({error}). Fetch it again, then repeat the load."
                ) from error


def _read(place: str, element: etree._Element) -> Item | Reject:
    try:
        entry = _entry(element)
        return Item(place, (*map(mentioned_topic, entry.categories), paper(entry)))
    except ValidationError as error:
        return rejected(place, error, etree.tostring(element, encoding="unicode"))
    except ValueError as error:
        return Reject(place, str(error), etree.tostring(element, encoding="unicode"))


def _entry(element: etree._Element) -> Entry:
    """Return what an entry states. Raise `ValueError` with a sentence when it is an error of arXiv or lacks a part."""

    def text(tag: str) -> str:
        return (element.findtext(tag) or "").strip()

    address = text(f"{_ATOM}id")
    name = identifiers.arxiv(address)
    if name is None:
        raise ValueError(f"The entry is no paper of arXiv: {text(f'{_ATOM}summary') or address or 'it has no id'}.")
    created, updated = _moment(text(f"{_ATOM}published")), _moment(text(f"{_ATOM}updated"))
    version = _VERSION.search(address)
    number = int(version[1]) if version else 1
    published_as = text(f"{_ARXIV}journal_ref")
    remarks = [text(f"{_ARXIV}comment"), f"Published as: {published_as}" if published_as else ""]
    primary = element.find(f"{_ARXIV}primary_category")
    return Entry(
        id=name.removeprefix("arxiv:"),
        title=text(f"{_ATOM}title"),
        abstract=text(f"{_ATOM}summary"),
        authors=list(_authors(element)),
        categories=list(dict.fromkeys(_categories(element))),
        primary=primary.get("term", "") if primary is not None else "",
        created=created.date(),
        updated=updated,
        latest=f"v{number} {updated.date()}" if number > 1 else None,
        doi=text(f"{_ARXIV}doi"),
        comment=" ".join(each for each in remarks if each),
    )


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"The entry has no date where one belongs: {text!r}.") from None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _authors(element: etree._Element) -> Iterator[tuple[str, str | None]]:
    for author in element.iterfind(f"{_ATOM}author"):
        name = (author.findtext(f"{_ATOM}name") or "").strip()
        affiliations = [each.text.strip() for each in author.iterfind(f"{_ARXIV}affiliation") if each.text]
        if name:
            yield name, "; ".join(affiliations) or None


def _categories(element: etree._Element) -> Iterator[str]:
    """Yield arXiv's own categories, the primary one too; those of ACM (`I.2.7`) and MSC (`68T50`) are none."""
    for category in (*element.iterfind(f"{_ARXIV}primary_category"), *element.iterfind(f"{_ATOM}category")):
        code = category.get("term") or ""
        if _CODE.match(code):
            yield code
