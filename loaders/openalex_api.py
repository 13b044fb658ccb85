"""OpenAlex's API: the works of an author or institution, of a search, or named ones, into a file for `OpenAlexSource`.

Single objects cost nothing there and lists little: so an author or institution is looked up first (which also tells
whether it exists), then its works come in pages of 100. A list stops every byline at 100 names; such works are asked
for again one by one.
"""

import logging
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from urllib.parse import quote

import httpx2
import msgspec

from graph import identifiers
from graph.errors import InvalidValue, NotFound
from graph.settings import Settings
from loaders.http import Client, Progress, polite_client, spool_file
from loaders.openalex_records import ADDRESS

PER_PAGE = 100
_FIELDS = (
    "id,doi,title,publication_year,publication_date,updated_date,type,language,cited_by_count,is_retracted,open_access,"
    "authorships,primary_location,locations,primary_topic,topics,referenced_works,abstract_inverted_index"
)
_LONGEST_BYLINE = 100
"""Names after which a list of works cuts a byline; a single work has them all."""
_PAUSE = 0.1
_log = logging.getLogger(__name__)


class _Meta(msgspec.Struct):
    count: int | None = None
    next_cursor: str | None = None


class _Page(msgspec.Struct):
    meta: _Meta
    results: list[msgspec.Raw]


class _Head(msgspec.Struct):
    id: str
    authorships: list[msgspec.Raw] | None = None


async def fetch_works(
    settings: Settings,
    *,
    author: str | None = None,
    orcid: str | None = None,
    institution: str | None = None,
    search: str | None = None,
    ids: Sequence[str] = (),
    limit: int | None = None,
    spool: Path,
    progress: Progress | None = None,
) -> Path:
    """Fetch works into `spool` as JSON Lines and return it; name exactly one of the five ways to choose them.

    `author` is an OpenAlex id (`A…`), `institution` one (`I…`) or a ROR id, `ids` are OpenAlex ids, DOIs or arXiv ids.
    Raises `InvalidValue` for an id of no known form, `NotFound` when OpenAlex knows none, `SourceFailed` when it cannot
    be asked. Ids that it does not know, beside others that it does, are named in the log.
    """
    if sum(bool(each) for each in (author, orcid, institution, search, ids)) != 1:
        raise InvalidValue("Name exactly one of author, ORCID, institution, search or ids for OpenAlex.")
    key = settings.openalex_key
    refused = (
        "Check BZPEER_OPENALEX_KEY: OpenAlex does not accept it, or its allowance is used up."
        if key
        else "Get a free key at openalex.org/settings/api and set BZPEER_OPENALEX_KEY to it."
    )
    async with polite_client(settings, "OpenAlex", settings.openalex_url, pause=_PAUSE, refused=refused) as client:
        api = _Api(client, key.get_secret_value() if key else None, settings.mailto)
        if ids:
            objects = api.named([_work_path(each) for each in ids[:limit]])
        elif search:
            objects = api.listed({"search": search}, limit)
        else:
            objects = api.works_of(*_subject(author, orcid, institution), limit)
        with spool_file(spool) as lines:
            done = 0
            async for raw, total in objects:
                lines.write(msgspec.json.format(raw, indent=-1) + b"\n")
                done += 1
                if progress:
                    progress(done, total)
    return spool


def _subject(author: str | None, orcid: str | None, institution: str | None) -> tuple[str, str]:
    """Return the path of the author or institution, and the filter that finds the works."""
    if author or orcid:
        name = identifiers.openalex(author) if author else identifiers.orcid(orcid)
        if name is None or (author and not name.startswith("openalex:A")):
            raise InvalidValue(
                f"{author or orcid!r} is no {'OpenAlex id of an author (A…)' if author else 'ORCID iD'}. Check it."
            )
        return f"authors/{name.removeprefix('openalex:')}", "author.id"
    name = identifiers.ror(institution) or identifiers.openalex(institution)
    if name is None or not name.startswith(("ror:", "openalex:I")):
        raise InvalidValue(f"{institution!r} is neither a ROR id nor an OpenAlex id of an institution (I…). Check it.")
    return f"institutions/{name.removeprefix('openalex:')}", "authorships.institutions.lineage"


def _work_path(text: str) -> str:
    name = identifiers.openalex(text)
    if name and name.startswith("openalex:W"):
        return f"works/{name.removeprefix('openalex:')}"
    arxiv = identifiers.arxiv(text)
    doi = f"doi:10.48550/{arxiv.replace(':', '.')}" if arxiv else identifiers.doi(text)
    if doi is None:
        raise InvalidValue(f"{text!r} is no OpenAlex id of a work (W…), DOI or arXiv id. Check it.")
    return f"works/{quote(doi, safe=':/')}"


class _Api:
    """The three ways to ask OpenAlex; each yields JSON objects with the number of all, where it is known."""

    def __init__(self, client: Client, key: str | None, mailto: str | None) -> None:
        self.client = client
        self.common = {name: value for name, value in (("api_key", key), ("mailto", mailto)) if value}

    async def works_of(self, path: str, filter_by: str, limit: int | None) -> AsyncIterator[tuple[bytes, int | None]]:
        """Yield the author or institution at `path`, then its works."""
        subject = await self._object(path)
        yield subject, None
        own = msgspec.json.decode(subject, type=_Head).id.removeprefix(ADDRESS)
        async for work, total in self.listed({"filter": f"{filter_by}:{own}"}, limit):
            yield work, None if total is None else total + 1

    async def named(self, paths: Sequence[str]) -> AsyncIterator[tuple[bytes, int | None]]:
        """Yield the works at `paths`. Raises `NotFound` when there is none of them."""
        unknown: list[str] = []
        for path in paths:
            try:
                yield await self._object(path), len(paths)
            except NotFound:
                unknown.append(path.removeprefix("works/"))
        if len(unknown) == len(paths):
            raise NotFound(f"OpenAlex knows no work {', '.join(unknown)}.")
        if unknown:
            _log.warning("OpenAlex knows no work %s; the others were fetched.", ", ".join(unknown))

    async def listed(self, query: dict[str, str], limit: int | None) -> AsyncIterator[tuple[bytes, int | None]]:
        """Yield the works that `query` finds, page by page until the cursor ends."""
        cursor: str | None = "*"
        done = 0
        while cursor and (limit is None or done < limit):
            page = await self._page({**query, "select": _FIELDS, "per-page": str(PER_PAGE), "cursor": cursor})
            total = page.meta.count if limit is None or page.meta.count is None else min(limit, page.meta.count)
            for raw in page.results[: None if limit is None else limit - done]:
                yield await self._whole(bytes(raw)), total
                done += 1
            cursor = page.meta.next_cursor if page.results else None

    async def _whole(self, work: bytes) -> bytes:
        """Return the work with its whole byline; what is no work stays as it is, for the load to reject."""
        try:
            head = msgspec.json.decode(work, type=_Head)
        except msgspec.DecodeError:
            return work
        if len(head.authorships or ()) < _LONGEST_BYLINE:
            return work
        return await self._object(f"works/{head.id.removeprefix(ADDRESS)}", {"select": _FIELDS})

    async def _page(self, parameters: dict[str, str]) -> _Page:
        def read(answer: httpx2.Response) -> _Page:
            try:
                return msgspec.json.decode(answer.content, type=_Page)
            except msgspec.DecodeError as error:
                raise self.client.wrong_content(answer, "a page of JSON") from error

        return await self.client.get("works", {**parameters, **self.common}, read)

    async def _object(self, path: str, parameters: dict[str, str] | None = None) -> bytes:
        def read(answer: httpx2.Response) -> bytes:
            try:
                msgspec.json.decode(answer.content, type=_Head)
            except msgspec.DecodeError as error:
                raise self.client.wrong_content(answer, "JSON") from error
            return answer.content

        return await self.client.get(path, {**(parameters or {}), **self.common}, read)
