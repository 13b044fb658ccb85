"""What arXiv states, as records: papers and categories; ids and names are cleaned here.

arXiv knows papers, versions, categories and names; it has no ids of people, so its authors stay names in the byline.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec

from graph import identifiers
from graph.models import Authorship, PaperRecord, TopicLink, TopicRecord
from loaders.latex import plain_text

CATEGORIES = Path(__file__).parent / "data" / "arxiv_categories.json"
_OLD_ID = re.compile(r"[a-z-]+(?:\.[A-Z]{2})?/\d{7}$")
_DECIMAL = re.compile(r"(\d{3,4})\.(\d+)$")
_FIVE_DIGITS_SINCE = 1501
"""From January 2015 on an identifier has five digits after the point, before it four."""
_BETWEEN_AUTHORS = re.compile(r",|;|\s+'?and'?\s+|\\and\b")
_LABEL = re.compile(r"^(?:and|by)\s+|^(?:authors?|editors?)$", re.IGNORECASE)
_WITHDRAWN = re.compile(
    r"^\W*(?:(?:this|the|our)\b[^.]{0,80}?\b(?:has|have|had|is|was)\s+(?:been\s+|now\s+)?(?:\w+\s+)?)?withdrawn\b",
    re.IGNORECASE,
)


class Category(msgspec.Struct, frozen=True):
    """A category of arXiv's taxonomy, or a field such as `cs` that categories are part of."""

    name: str
    level: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What arXiv states about one paper; text still with its LaTeX, dates as ISO text."""

    id: str
    title: str
    abstract: str
    authors: Sequence[tuple[str, str | None]]
    """Names in order, each with its affiliation where one is stated."""
    categories: Sequence[str]
    primary: str
    created: date
    updated: datetime
    latest: str | None
    """The last version as far as it is known, such as `v3 2020-05-13`."""
    doi: str
    comment: str


def category_records() -> Iterator[TopicRecord]:
    """Yield every category of arXiv's taxonomy, fields such as `cs` first."""
    return (_topic(code, embedded=False) for code in categories())


@cache
def categories() -> dict[str, Category]:
    """Return arXiv's taxonomy, as shipped with the program: code -> category."""
    return msgspec.json.decode(CATEGORIES.read_bytes(), type=dict[str, Category])


def _topic(code: str, *, embedded: bool) -> TopicRecord:
    """Return the record of a category; one that the taxonomy does not name is called by its code."""
    known = categories().get(code, Category(name=code, level="category"))
    parents = (f"arxivclass:{known.parent}",) if known.parent else ()
    return TopicRecord(
        id=f"arxivclass:{code}", name=known.name, scheme="arxiv", level=known.level, parents=parents, embedded=embedded
    )


@cache
def mentioned_topic(code: str) -> TopicRecord:
    """Return the record of a category as mentioned by a paper (the same object each time)."""
    return _topic(code, embedded=True)


def new_topics(codes: Sequence[str]) -> tuple[TopicRecord, ...]:
    """Return records of the categories that arXiv's taxonomy, as shipped, does not name."""
    return tuple(mentioned_topic(code) for code in codes if code not in categories())


def recover_id(text: str) -> str:
    """Return the arXiv id that `text` stood for before it went through a floating-point number.

    `704.005` was 0704.0050, `1501.0403800000001` was 1501.04038, `1502.0643` was 1502.06430: the months say how many
    digits there were. Raise `ValueError` with a sentence when it cannot be told.
    """
    text = text.strip()
    if _OLD_ID.match(text):
        return text
    found = _DECIMAL.match(text)
    if found is None:
        raise ValueError(f"The arXiv id {text!r} cannot be recovered: it is neither YYMM.number nor archive/number.")
    month, digits = found[1].zfill(4), 5 if int(found[1]) >= _FIVE_DIGITS_SINCE else 4
    number = round(float(f"0.{found[2]}") * 10**digits)
    noise = abs(float(f"0.{found[2]}") * 10**digits - number)
    if not 1 <= int(month[2:]) <= 12 or not 0 < number < 10**digits or noise > 1e-4:
        raise ValueError(f"The arXiv id {text!r} cannot be recovered: no paper has such a month and number.")
    return f"{month}.{number:0{digits}d}"


def split_authors(text: str) -> list[str]:
    """Return the names of a comma-joined byline, in order; what holds no letter is no name."""
    names = (_LABEL.sub("", plain_text(_repaired(each)).strip(" .")) for each in _BETWEEN_AUTHORS.split(text))
    return [name for name in names if any(sign.isalpha() for sign in name)]


def _repaired(name: str) -> str:
    """Undo UTF-8 that was read as Latin-1 (`BjÃ¶rn`)."""
    if "Ã" not in name:
        return name
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


def paper(entry: Entry) -> PaperRecord:
    """Return the record of one paper. Raise `ValidationError` when a field cannot be used."""
    year, revised = entry.created.year, entry.updated.year
    versions = (f"v1 {entry.created}", entry.latest) if entry.latest else (f"v1 {entry.created}",)
    comment = plain_text(entry.comment)
    abstract = plain_text(entry.abstract)
    dois = (identifiers.doi(each) for each in re.split(r"[\s;]+", entry.doi))
    return PaperRecord(
        id=f"arxiv:{entry.id.lower()}",
        ids=tuple(dict.fromkeys(doi for doi in dois if doi)),
        updated=entry.updated,
        title=plain_text(entry.title) or None,
        type="preprint",
        year=year,
        year_basis="first version",
        date=str(entry.created),
        revised_year=revised if revised != year else None,
        versions=versions,
        venue="arXiv",
        abstract=abstract or None,
        open_access=True,
        retracted=True if _WITHDRAWN.match(comment) or _WITHDRAWN.match(abstract) else None,
        url=f"https://arxiv.org/abs/{entry.id}",
        authors=tuple(
            Authorship(name=name, position=position, raw_affiliation=affiliation)
            for position, (name, affiliation) in enumerate(entry.authors, start=1)
        ),
        topics=tuple(
            TopicLink(topic=f"arxivclass:{code}", primary=code == entry.primary)
            for code in dict.fromkeys(entry.categories)
        ),
        note=comment or None,
    )
