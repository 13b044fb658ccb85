"""One person or paper straight from the service that knows it: which service, fetching, loading, what it ended with."""

import re
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph import identifiers
from graph.answers import Ref
from graph.catalogue import query
from graph.connection import Connection
from graph.decisions import hiding
from graph.errors import InvalidValue, LoadInputError, NotFound
from graph.models import Kind
from graph.resolve import resolve
from graph.settings import Settings
from loaders import dead_letters
from loaders.arxiv import ArxivAtomSource
from loaders.arxiv_api import fetch_arxiv
from loaders.openalex import OpenAlexSource
from loaders.openalex_api import fetch_works
from loaders.pipeline import Options, Progress, load
from loaders.source import Item, Source
from loaders.tally import Outcome

MOST = 2_000
"""Works that are fetched of one person at most."""
BATCH = 500
"""Items per transaction: small, for pages are served beside it."""
FETCHING = "fetching from"
_ARXIV_AUTHOR = re.compile(r"(?:au|arxiv author|arxiv:author)\s*[:/]\s*(\S.*)|(?:https?://)?arxiv\.org/a/(\w+)", re.I)
_WANTED = (
    "Give an ORCID iD (0000-0002-1825-0097), an OpenAlex id of a person or work (A…, W…), a DOI, an arXiv id "
    "(1910.02054), or an arXiv author (au:Family, Given)."
)
_SCHEMES: dict[Kind, tuple[str, ...]] = {
    "Person": ("openalex:A", "orcid:"),
    "Paper": ("openalex:W", "arxiv:", "doi:"),
}
"""Beginnings of the identifiers by which a node can be fetched again, the fullest source first."""
Report = Callable[[Progress], None]
Fetch = Callable[..., Awaitable[Path]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What to bring in: its identifier in one spelling, the service that knows it, and how to ask."""

    id: str
    service: str
    fetch: Fetch
    asked: dict[str, Any]
    source: Callable[[Path], Source]


@dataclass(frozen=True, slots=True)
class Brought:
    """What a load of one subject ended with."""

    node: Ref
    outcome: Outcome


async def find_subject(connection: Connection, text: str) -> Subject:
    """Return what `text` asks for: an identifier that a service knows, or one of a node here that has such a one.

    Raises `InvalidValue` with a sentence for what no service can be asked for.
    """
    found = subject(text)
    hidden = await hiding(connection)
    if found and hidden and hidden.hides(found.id):
        raise InvalidValue(f"{found.id} cannot be brought in here.")
    if found:
        return found
    try:
        node = await resolve(connection, text)
    except NotFound as error:
        raise InvalidValue(f"'{text[:80]}' is no identifier that can be brought in. {_WANTED}") from error
    rows = await connection.read(query("read/identifiers_of"), id=node.id)
    return _refreshed(node, [row["id"] for row in rows])


def _refreshed(node: Ref, ids: list[str]) -> Subject:
    """Return the best way to fetch again what a node here stands for."""
    for scheme in _SCHEMES.get(node.kind, ()):
        for id in ids:
            if id.startswith(scheme) and (found := subject(id)):
                return found
    raise InvalidValue(
        f"'{node.label}' has no identifier that a live source knows, so it cannot be fetched again. {_WANTED}"
    )


def subject(text: str) -> Subject | None:
    """Return what an identifier in any spelling asks for; None when no service here knows ids of that form."""
    text = text.strip()
    author = _ARXIV_AUTHOR.fullmatch(text)
    if author:
        name = " ".join((author[1] or author[2]).replace('"', " ").split())
        return _of_arxiv(f"au:{name}", author=name)
    openalex = identifiers.openalex(text) or ""
    if openalex.startswith("openalex:A"):
        return _of_openalex(openalex, author=openalex)
    if openalex.startswith("openalex:W"):
        return _of_openalex(openalex, ids=[openalex])
    if doi := identifiers.doi(text):
        return _of_openalex(doi, ids=[doi])
    if arxiv := identifiers.arxiv(text):
        return _of_arxiv(arxiv, ids=[arxiv])
    orcid = identifiers.orcid(text)
    return _of_openalex(orcid, orcid=orcid) if orcid else None


def _of_openalex(id: str, **asked: Any) -> Subject:
    return Subject(id, "OpenAlex", fetch_works, asked, lambda path: OpenAlexSource([path]))


def _of_arxiv(id: str, **asked: Any) -> Subject:
    return Subject(id, "arXiv", fetch_arxiv, asked, ArxivAtomSource)


async def bring(connection: Connection, settings: Settings, wanted: Subject, report: Report) -> Brought:
    """Fetch and load `wanted`; return the node that its first record became.

    Of an author of arXiv, which knows no ids of people, that is the latest paper. Raises `NotFound` when the service
    does not know it, `SourceFailed` when it cannot be asked, `LoadRunning` while another load runs.
    """
    fetched = 0

    def fetching(done: int, total: int | None) -> None:
        nonlocal fetched
        fetched = done
        report(Progress(done, total, f"{FETCHING} {wanted.service}"))

    def loading(progress: Progress) -> None:
        report(replace(progress, total=progress.total or fetched))

    spool = settings.cache_dir / "imports" / uuid.uuid4().hex
    fetching(0, None)
    try:
        await wanted.fetch(settings, **wanted.asked, limit=MOST, spool=spool, progress=fetching)
        source = wanted.source(spool)
        options = Options(batch=BATCH, dead_letters=dead_letters.folder(settings.data_dir))
        outcome = await load(connection, source, options, loading)
        return Brought(await resolve(connection, _first(source, wanted)), outcome)
    except NotFound as error:
        raise NotFound(f"{wanted.service} does not know {wanted.id}: check the identifier.") from error
    finally:
        spool.unlink(missing_ok=True)


def _first(source: Source, wanted: Subject) -> str:
    """Return the id of the first record: the subject itself."""
    for item in source.items():
        if isinstance(item, Item):
            return item.records[-1].id
    raise LoadInputError(f"What {wanted.service} sent about {wanted.id} could not be read; try again later.")
