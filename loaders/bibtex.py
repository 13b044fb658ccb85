"""Papers of BibTeX files, as people keep them for their own publications: entries of BibTeX and of biblatex.

Text is LaTeX and becomes plain text with math kept as `$…$`. An entry that breaks the syntax is rejected with its line,
and the entries around it are read. Two entries with the same key are two entries.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.middlewares.parsestack import default_parse_stack
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from graph import identifiers
from graph.connection import Connection
from graph.models import Authorship, PaperRecord
from loaders.files import whole_text
from loaders.latex import plain_text
from loaders.own import OwnSource, settle
from loaders.source import Item, Reject, rejected

NAME = "bibtex"
_TYPES = {
    "article": "article",
    "inproceedings": "proceedings-article",
    "conference": "proceedings-article",
    "incollection": "book-chapter",
    "inbook": "book-chapter",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "proceedings": "book",
    "phdthesis": "dissertation",
    "mastersthesis": "dissertation",
    "thesis": "dissertation",
    "techreport": "report",
    "report": "report",
    "dataset": "dataset",
}
_VENUES = ("journaltitle", "journal", "booktitle", "school", "institution")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_YEAR = re.compile(r"\b(1\d{3}|2[01]\d{2})\b")
_URL = re.compile(r"https?://[^\s{}]+")
_CONCATENATED = re.compile(r'"([^"]*)"|\{([^{}]*)\}|([^\s#"{}]+)')

Fields = Mapping[str, str]


async def bibtex_source(connection: Connection, files: Sequence[Path]) -> OwnSource:
    """Return the entries of `files`, compared with the graph; raise `LoadInputError` for a file that cannot be read."""
    found, matches = await settle(connection, NAME, [each for path in files for each in read_bibtex(path)])
    return OwnSource(NAME, files, found, matches)


def read_bibtex(path: Path) -> Iterator[Item | Reject]:
    """Yield one draft per entry, in the order of the file; its place is `file:line`, the line on which it begins."""
    library = _parsed(whole_text(path))
    parents = {entry.key.lower(): _fields(entry, library) for entry in library.entries}
    for block in library.blocks:
        place = f"{path.name}:{(block.start_line or 0) + 1}"
        if isinstance(block, ParsingFailedBlock):
            yield Reject(
                place, f"This is not BibTeX: {getattr(block.error, 'abort_reason', block.error)}", block.raw or ""
            )
        elif isinstance(block, Entry):
            try:
                fields = _fields(block, library)
                parent = parents.get(fields["crossref"].lower(), {}) if fields.get("crossref") else {}
                yield Item(place, (_paper(block.entry_type.lower(), _inherited(parent) | dict(fields)),))
            except ValueError as error:
                yield rejected(place, error, block.raw or "")


def _parsed(text: str) -> Library:
    """Return all blocks; an entry whose key, or one of whose fields, stands there twice is an entry like any other."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it warns of is rejected with its line
    library = Library()
    for number, block in enumerate(parse_string(text, parse_stack=[]).blocks):
        entry = getattr(block, "ignore_error_block", None)
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) and isinstance(entry, Entry):
            first = {each.key.lower(): each for each in reversed(entry.fields)}
            block = Entry(entry.entry_type, f"{entry.key}#{number}", [*first.values()], entry.start_line, entry.raw)
        library.add(block)
    for middleware in default_parse_stack():
        library = middleware.transform(library)
    return library


def _fields(entry: Entry, library: Library) -> Fields:
    strings = {key.lower(): str(each.value) for key, each in library.strings_dict.items()}
    return {each.key.lower(): _joined(str(each.value), each.enclosing, strings).strip() for each in entry.fields}


def _joined(value: str, enclosing: str | None, strings: Mapping[str, str]) -> str:
    """Return a value with its parts joined where it is written as `name # " more"`."""
    if "#" not in value or enclosing in ("{", '"'):
        return value
    parts = _CONCATENATED.findall(value)
    return "".join(quoted or braced or strings.get(bare.lower(), bare) for quoted, braced, bare in parts)


def _inherited(parent: Fields) -> dict[str, str]:
    """Return what an entry takes over from the one that it refers to as `crossref`."""
    taken = {name: parent[name] for name in ("year", "date", "month", "publisher", "booktitle") if name in parent}
    return {"booktitle": parent["title"]} | taken if "title" in parent else taken


def _paper(kind: str, fields: Fields) -> PaperRecord:
    """Return the draft of one entry; raise `ValueError` when it has no title."""
    title = plain_text(fields.get("title", ""))
    if not title:
        raise ValueError("the entry has no title")
    subtitle = plain_text(fields.get("subtitle", ""))
    authors, whole = _authors(fields.get("author", ""))
    year, date = _dated(fields)
    ids = _identifiers(fields)
    preprint = kind in ("misc", "unpublished", "online", "article") and any(at.startswith("arxiv:") for at in ids)
    venue = next((plain_text(fields[name]) for name in _VENUES if fields.get(name)), "")
    if "arxiv" in venue.lower():
        venue = "arXiv"
    return PaperRecord(
        id="bibtex:draft",
        ids=ids,
        title=f"{title}: {subtitle}" if subtitle else title,
        type="preprint" if preprint and venue in ("", "arXiv") else _TYPES.get(kind, "other"),
        year=year,
        year_basis="publication" if year else None,
        date=date,
        venue=venue or None,
        abstract=plain_text(fields.get("abstract", "")) or None,
        url=_address(fields),
        authors=authors,
        author_count=None if whole else 0,
    )


def _authors(text: str) -> tuple[tuple[Authorship, ...], bool]:
    """Return the byline, and whether it is whole: `and others` says that it is not."""
    names = split_multiple_persons_names(text) if text else []
    printed = [_name(each) for each in names if each.strip().lower() != "others"]
    slots = (Authorship(name=name, position=at) for at, name in enumerate(filter(None, printed), start=1))
    return tuple(slots), len(printed) == len(names)


def _name(text: str) -> str:
    """Return a name as it is printed, given names first; one wholly in braces is that of a body."""
    parts = parse_single_name_into_parts(text, strict=False)
    return plain_text(parts.merge_first_name_first)


def _dated(fields: Fields) -> tuple[int | None, str | None]:
    """Return year, and ISO date as exact as stated; a year in words (`in press`) is none."""
    found = _DATE.match(fields.get("date", ""))
    if found:
        return int(found[1]), "-".join(filter(None, found.groups()))
    year = _YEAR.search(fields.get("year", "") or fields.get("date", ""))
    if year is None:
        return None, None
    month = fields.get("month", "").strip().lower()
    number = (
        int(month) if month.isdecimal() else next((at for at, m in enumerate(_MONTHS, 1) if month.startswith(m)), 0)
    )
    return int(year[1]), f"{year[1]}-{number:02d}" if 1 <= number <= 12 else year[1]


def _identifiers(fields: Fields) -> tuple[str, ...]:
    """Return DOI, arXiv id, Anthology id and OpenAlex id, in this order, from the fields where people keep them."""
    stated = {name: value.replace("\\_", "_").replace("{", "").replace("}", "") for name, value in fields.items()}
    addresses = [*_URL.findall(" ".join(stated.get(name, "") for name in ("url", "ee", "howpublished", "note")))]
    archive = (stated.get("archiveprefix") or stated.get("eprinttype") or "arxiv").lower()
    eprints = [stated.get("eprint", "")] if archive == "arxiv" else []
    eprints += [stated.get("arxivid", ""), stated.get("arxiv", ""), *_called(stated, "arxiv")]
    found = [
        _first(identifiers.doi, [stated.get("doi", ""), *addresses]),
        _first(identifiers.arxiv, [*eprints, *(each for each in addresses if "arxiv.org/" in each.lower())]),
        _first(identifiers.acl, [each for each in addresses if "aclanthology.org/" in each.lower()]),
        _first(identifiers.openalex, [stated.get("openalex", ""), *addresses]),
    ]
    if found[0] and (arxiv := identifiers.arxiv(found[0].partition("10.48550/")[2])):
        found[1] = found[1] or arxiv
    return tuple(each for each in found if each)


def _called(fields: Fields, what: str) -> Iterable[str]:
    """Yield the words of the journal that name a preprint: `arXiv preprint arXiv:1910.02054`."""
    return (word.strip(",;") for word in fields.get("journal", "").split() if word.lower().startswith(f"{what}:"))


def _first(read: Callable[[str | None], str | None], texts: Iterable[str]) -> str | None:
    return next((found for text in texts if text and (found := read(text))), None)


def _address(fields: Fields) -> str | None:
    found = _URL.search(fields.get("url", "") or fields.get("howpublished", ""))
    return found[0].replace("\\", "") if found else None
