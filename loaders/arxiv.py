"""arXiv: the tab-separated package of metadata, and the Atom feeds of its API.

arXiv knows papers, versions, categories and names; it has no ids of people, so its authors stay names in the byline.
Thank you to arXiv for use of its open access interoperability.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path

import msgspec
from pydantic import ValidationError

from graph import identifiers
from graph.errors import LoadInputError
from graph.models import Authorship, PaperRecord, TopicLink, TopicRecord
from loaders.files import fingerprint, open_text
from loaders.latex import plain_text
from loaders.source import Item, Reject, rejected

CATEGORIES = Path(__file__).parent / "data" / "arxiv_categories.json"
COLUMNS = (
    "arxiv_id",
    "title",
    "author_text",
    "categories",
    "primary_cat",
    "created",
    "updated",
    "doi",
    "comments",
    "abstract",
)
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


class _Category(msgspec.Struct, frozen=True):
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


class ArxivSource:
    """The package as tab-separated files with the columns of `COLUMNS`; categories come first."""

    name = "arxiv"

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)

    @property
    def key(self) -> str:
        """Fingerprint of the files."""
        return fingerprint(self.paths)

    @cached_property
    def total(self) -> int:
        """Number of categories and rows; the files are read once for it (a second per 100 MB)."""
        return len(_categories()) + sum(1 for path in self.paths for _ in _rows(path))

    def items(self) -> Iterator[Item | Reject]:
        """Yield the categories of arXiv, then every row as a paper."""
        for topic in category_records():
            yield Item(f"{CATEGORIES.name}:{topic.id}", (topic,))
        for path in self.paths:
            for place, row in _rows(path):
                yield _read_row(place, row)


def category_records() -> Iterator[TopicRecord]:
    """Yield every category of arXiv's taxonomy, fields such as `cs` first."""
    return (_topic(code, embedded=False) for code in _categories())


@cache
def _categories() -> dict[str, _Category]:
    return msgspec.json.decode(CATEGORIES.read_bytes(), type=dict[str, _Category])


def _topic(code: str, *, embedded: bool) -> TopicRecord:
    """Return the record of a category; one that the taxonomy does not name is called by its code."""
    known = _categories().get(code, _Category(name=code, level="category"))
    parents = (f"arxivclass:{known.parent}",) if known.parent else ()
    return TopicRecord(
        id=f"arxivclass:{code}", name=known.name, scheme="arxiv", level=known.level, parents=parents, embedded=embedded
    )


@cache
def mentioned_topic(code: str) -> TopicRecord:
    """Return the record of a category as mentioned by a paper (the same object each time)."""
    return _topic(code, embedded=True)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str] | str]]:
    """Yield place and row of a file, or place and what is wrong with it."""
    with open_text(path, newline="") as stream:
        reader = csv.reader(stream, delimiter="\t")
        header = next(reader, [])
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise LoadInputError(f"{path} has no column {', '.join(missing)}. Name a TSV file of arXiv metadata.")
        while True:
            place = f"{path.name}:{reader.line_num + 1}"
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield place, f"The row cannot be read: {error}."
                continue
            if len(values) != len(header):
                yield place, "\t".join(values)
            else:
                yield place, dict(zip(header, values, strict=True))


def _read_row(place: str, row: dict[str, str] | str) -> Item | Reject:
    if isinstance(row, str):
        return Reject(place, "The row does not have the columns of the header.", row)
    try:
        entry = _entry(row)
        return Item(place, (*new_topics(entry.categories), paper(entry)))
    except ValidationError as error:
        return rejected(place, error, "\t".join(row.values()))
    except ValueError as error:
        return Reject(place, str(error), "\t".join(row.values()))


def new_topics(codes: Sequence[str]) -> tuple[TopicRecord, ...]:
    """Return records of the categories that arXiv's taxonomy, as shipped, does not name."""
    return tuple(mentioned_topic(code) for code in codes if code not in _categories())


def _entry(row: dict[str, str]) -> Entry:
    """Return what a row states. Raise `ValueError` with a sentence when its id or date is lost."""
    created = _day(row["created"], "created")
    updated = _day(row["updated"], "updated") if row["updated"].strip() else created
    return Entry(
        id=recover_id(row["arxiv_id"]),
        title=row["title"],
        abstract=row["abstract"],
        authors=[(name, None) for name in split_authors(row["author_text"])],
        categories=[code for code in re.split(r"[\s,;]+", row["categories"]) if code],
        primary=row["primary_cat"].strip(),
        created=created,
        updated=datetime(updated.year, updated.month, updated.day, tzinfo=UTC),
        latest=f"latest {updated}" if row["updated"].strip() else None,
        doi=row["doi"],
        comment=row["comments"],
    )


def _day(text: str, column: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"The column {column} holds {text!r}, which is no date.") from None


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
