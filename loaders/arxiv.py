"""arXiv: the tab-separated package of its metadata, and Atom feeds of its API.

The feed gives the day of the first version (`published`) and the number and day of the last (`updated`), nothing of
those between; the package gives both days without the number. Where a DOI is stated, it is that of the published
version. Thank you to arXiv for use of its open access interoperability.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Final

from lxml import etree
from pydantic import ValidationError

from graph import identifiers
from graph.errors import LoadInputError
from loaders.arxiv_records import (
    CATEGORIES,
    Entry,
    categories,
    category_records,
    mentioned_topic,
    new_topics,
    paper,
    recover_id,
    split_authors,
)
from loaders.files import fingerprint, open_bytes, open_text
from loaders.source import Item, Reject, rejected

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
ATOM: Final = "{http://www.w3.org/2005/Atom}"
_ARXIV: Final = "{http://arxiv.org/schemas/atom}"
_CODE = re.compile(r"[a-z-]+(?:\.[A-Za-z-]{2,})?$")
_VERSION = re.compile(r"v(\d+)$")


class ArxivSource:
    """Tab-separated files with the columns of `COLUMNS`; the categories of arXiv come first."""

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
        return len(categories()) + sum(1 for path in self.paths for _ in _rows(path))

    def items(self) -> Iterator[Item | Reject]:
        """Yield the categories of arXiv, then every row as a paper."""
        for topic in category_records():
            yield Item(f"{CATEGORIES.name}:{topic.id}", (topic,))
        seen: set[str] = set()
        for path in self.paths:
            for place, row in _rows(path):
                yield _repeated_as_mention(_read_row(place, row), seen)


def _repeated_as_mention(item: Item | Reject, seen: set[str]) -> Item | Reject:
    """Give a paper that came before as a mere mention of it, which never replaces what the first row said."""
    if isinstance(item, Reject):
        return item
    subject = item.records[-1]
    if subject.id in seen:
        return Item(item.place, (*item.records[:-1], subject.model_copy(update={"embedded": True})))
    seen.add(subject.id)
    return item


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
        entry = _entry_of_row(row)
        return Item(place, (*new_topics(entry.categories), paper(entry)))
    except ValidationError as error:
        return rejected(place, error, "\t".join(row.values()))
    except ValueError as error:
        return Reject(place, str(error), "\t".join(row.values()))


def _entry_of_row(row: dict[str, str]) -> Entry:
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
                stream, tag=f"{ATOM}entry", resolve_entities=False, no_network=True, huge_tree=False
            )
            try:
                for _, entry in events:
                    yield _read_entry(f"{self.path.name}:{entry.sourceline}", entry)
                    entry.clear()
            except etree.XMLSyntaxError as error:
                raise LoadInputError(
                    f"{self.path} is no whole Atom feed ({error}). Fetch it again, then repeat the load."
                ) from error


def _read_entry(place: str, element: etree._Element) -> Item | Reject:
    try:
        entry = _entry_of_element(element)
        return Item(place, (*map(mentioned_topic, entry.categories), paper(entry)))
    except ValidationError as error:
        return rejected(place, error, etree.tostring(element, encoding="unicode"))
    except ValueError as error:
        return Reject(place, str(error), etree.tostring(element, encoding="unicode"))


def _entry_of_element(element: etree._Element) -> Entry:
    """Return what an entry states. Raise `ValueError` with a sentence when it is an error of arXiv or lacks a part."""

    def text(tag: str) -> str:
        return (element.findtext(tag) or "").strip()

    address = text(f"{ATOM}id")
    name = identifiers.arxiv(address)
    if name is None:
        raise ValueError(f"The entry is no paper of arXiv: {text(f'{ATOM}summary') or address or 'it has no id'}.")
    created, updated = _moment(text(f"{ATOM}published")), _moment(text(f"{ATOM}updated"))
    version = _VERSION.search(address)
    number = int(version[1]) if version else 1
    published_as = text(f"{_ARXIV}journal_ref")
    remarks = [text(f"{_ARXIV}comment"), f"Published as: {published_as}" if published_as else ""]
    primary = element.find(f"{_ARXIV}primary_category")
    return Entry(
        id=name.removeprefix("arxiv:"),
        title=text(f"{ATOM}title"),
        abstract=text(f"{ATOM}summary"),
        authors=list(_authors(element)),
        categories=list(dict.fromkeys(_codes(element))),
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
    for author in element.iterfind(f"{ATOM}author"):
        name = (author.findtext(f"{ATOM}name") or "").strip()
        affiliations = [each.text.strip() for each in author.iterfind(f"{_ARXIV}affiliation") if each.text]
        if name:
            yield name, "; ".join(affiliations) or None


def _codes(element: etree._Element) -> Iterator[str]:
    """Yield arXiv's own categories, the primary one too; those of ACM (`I.2.7`) and MSC (`68T50`) are none."""
    for category in (*element.iterfind(f"{_ARXIV}primary_category"), *element.iterfind(f"{ATOM}category")):
        code = category.get("term") or ""
        if _CODE.match(code):
            yield code
