"""arXiv's API: papers by id or author, fetched into one Atom feed for `ArxivAtomSource`."""

import logging
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Final

import httpx2
from lxml import etree

from graph import identifiers
from graph.errors import InvalidValue, NotFound
from graph.settings import Settings
from loaders.arxiv import ATOM
from loaders.http import Client, Progress, TryAgain, polite_client, spool_file

PER_PAGE = 100
_PAUSE = 3.0
"""Seconds between requests that arXiv asks for."""
_TOTAL: Final = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
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
                found.add(identifiers.arxiv(entry.findtext(f"{ATOM}id")) or "")
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
        if feed.tag != f"{ATOM}feed":
            raise client.wrong_content(answer, "an Atom feed")
        entries = [entry for entry in feed.iterfind(f"{ATOM}entry") if identifiers.arxiv(entry.findtext(f"{ATOM}id"))]
        total = int(feed.findtext(_TOTAL) or len(entries))
        if not entries and (due or (total and "start" in parameters)):
            raise TryAgain("it sends an empty page where papers are due")
        return entries, total

    return await client.get("query", parameters, read)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
