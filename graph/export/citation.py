"""A work as it is cited, whatever the format: its kind, its names in parts, its ids, and a key that stays."""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from anyascii import anyascii

from graph.answers import Work
from graph.export.names import Name, name
from graph.export.text import one_line

Kind = Literal[
    "article", "paper", "chapter", "book", "thesis", "report", "preprint", "dataset", "software", "standard", "other"
]
"""Kinds of cited work; `article` stands in a journal, `paper` in proceedings."""
_KINDS: dict[str, Kind] = {
    "proceedings-article": "paper",
    "conference-paper": "paper",
    "preprint": "preprint",
    "posted-content": "preprint",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "reference-entry": "chapter",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "dissertation": "thesis",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
    "software": "software",
    "standard": "standard",
}
_IN_JOURNALS = frozenset(("article", "journal-article", "review", "letter", "editorial", "erratum", "retraction"))
_MEETING = re.compile(r"\b(?:conference|workshop|symposium|annual meeting)\b", re.IGNORECASE)
_UNIMPORTANT = frozenset(("a", "an", "the", "on", "of", "in", "to", "for", "and", "is", "are", "do", "does", "can"))
_KEY_WORD = re.compile(r"[a-z0-9]+")
_MATH = re.compile(r"\$[^$]*\$")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a bibliography says of one work; every text is one line, empty where nothing is known."""

    key: str
    kind: Kind
    title: str
    names: tuple[Name, ...]
    venue: str
    date: tuple[int, ...]
    """Year, month, day, as far as they are known."""
    doi: str
    arxiv: str
    arxiv_class: str
    url: str
    abstract: str
    topics: tuple[str, ...]
    note: str


def citations(works: Iterable[Work]) -> list[Citation]:
    """Return works as they are cited, in the same order, no two with the same key."""
    found: list[Citation] = []
    taken: set[str] = set()
    for work in works:
        made = _citation(work)
        if made.key in taken:  # one in a million that share author, year and word
            made = replace(made, key=f"{made.key}{_digest(work.id, 16)}")
        taken.add(made.key)
        found.append(made)
    return found


def _citation(work: Work) -> Citation:
    names = tuple(name(line) for entry in work.byline if (line := one_line(entry.name)))
    ids = {each.scheme: each for each in reversed(work.identifiers)}
    arxiv = ids["arxiv"].value if "arxiv" in ids else ""
    doi = ids["doi"].value if "doi" in ids else ""
    classes = (each.id.partition(":")[2] for each in work.topics if each.id.startswith("arxivclass:"))
    addresses = (work.url, *(each.url for each in work.identifiers))
    return Citation(
        key=_key(work, names),
        kind=_kind(work),
        title=one_line(work.title or ""),
        names=names,
        venue=one_line(work.venue or ""),
        date=_date(work),
        doi=one_line(doi),
        arxiv=one_line(arxiv),
        arxiv_class=next(classes, "") if arxiv else "",
        url=next((line for each in addresses if each and (line := one_line(each))), ""),
        abstract=one_line(work.abstract or ""),
        topics=tuple(dict.fromkeys(one_line(each.label) for each in work.topics)),
        note="Retracted" if work.retracted else "",
    )


def _kind(work: Work) -> Kind:
    """Return the kind; an article is one of a journal unless its venue is a meeting, and nothing without a venue."""
    type = work.type or ""
    if type not in _IN_JOURNALS:
        return _KINDS.get(type, "other")
    if not work.venue:
        return "other"
    return "paper" if _MEETING.search(work.venue) else "article"


def _date(work: Work) -> tuple[int, ...]:
    """Return the date as exact as it is known; where it contradicts the year that is shown, the year alone."""
    parts = tuple(int(part) for part in (work.date or "").split("-") if part)
    if work.year is None or (parts and parts[0] == work.year):
        return parts
    return (work.year,)


def _key(work: Work, names: tuple[Name, ...]) -> str:
    """Return a key such as `rajbhandari2020zero-k3fq`: its end comes from the id, so that it never depends on what

    else is exported, and a preprint and its published version differ.
    """
    who = _ascii(names[0].family) if names else ""
    title = _MATH.sub(" ", work.title or "")
    words = [word for each in title.split() if (word := _ascii(each)) and word not in _UNIMPORTANT]
    year = work.year if work.year is not None else "nd"
    return f"{who[:24] or 'anon'}{year}{(words or [''])[0][:24]}-{_digest(work.id, 4)}"


def _ascii(text: str) -> str:
    return "".join(_KEY_WORD.findall(anyascii(text).lower()))


def _digest(text: str, length: int) -> str:
    made = hashlib.blake2b(text.encode(), digest_size=20).digest()
    return base64.b32encode(made).decode().lower()[:length]
