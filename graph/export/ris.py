"""RIS: tagged lines that Zotero, EndNote, Mendeley and the others import."""

from collections.abc import Iterable

from graph.answers import Work
from graph.export.citation import Citation, Kind, citations
from graph.export.names import Name

_TYPES: dict[Kind, str] = {
    "article": "JOUR",
    "paper": "CONF",
    "chapter": "CHAP",
    "book": "BOOK",
    "thesis": "THES",
    "report": "RPRT",
    "preprint": "UNPB",
    "dataset": "DATA",
    "software": "COMP",
    "standard": "STAND",
    "other": "GEN",
}
_PUBLISHED_BY = frozenset(("book", "thesis", "report"))
"""Kinds whose venue is who published it, not what it stands in."""


def ris(works: Iterable[Work]) -> str:
    """Return `works` as the text of a `.ris` file, lines ended as its definition wants (CR LF)."""
    return "".join(f"{tag}  - {value}\r\n" for each in citations(works) for tag, value in _lines(each))


def _lines(work: Citation) -> Iterable[tuple[str, str]]:
    yield "TY", _TYPES[work.kind]
    known = [("ID", work.key), *(("AU", _author(each)) for each in work.names), ("TI", work.title)]
    known += [("PB" if work.kind in _PUBLISHED_BY else "T2", work.venue)]
    if work.date:
        known += [("PY", f"{work.date[0]}"), ("DA", _day(work.date) if len(work.date) > 1 else "")]
    known += [("DO", work.doi), ("AN", f"arXiv:{work.arxiv}" if work.arxiv else ""), ("UR", work.url)]
    known += [*(("KW", topic) for topic in work.topics), ("N1", work.note), ("AB", work.abstract)]
    yield from ((tag, value) for tag, value in known if value)
    yield "ER", ""


def _day(date: tuple[int, ...]) -> str:
    """Return a date as `2015/09/30/`, its unknown parts empty."""
    return "/".join([*(f"{part:02}" for part in date), *[""] * (4 - len(date))])


def _author(name: Name) -> str:
    return ", ".join(part for part in (name.surname, name.given, name.suffix) if part)
