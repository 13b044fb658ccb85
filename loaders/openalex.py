"""OpenAlex: works, authors and institutions as JSON, in the shapes of 2022, 2023 and 2024 to 2026; and its topics.

A file holds JSON Lines, one page of the API, an array of objects, or recorded exchanges (`url` and `response`), plain
or packed as `.gz` or `.xz`. Files are read line by line: only JSON spread over lines is read whole.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec
from pydantic import ValidationError

from graph.errors import LoadInputError
from graph.models import AnyRecord
from loaders.files import fingerprint, open_bytes, open_text
from loaders.openalex_records import ADDRESS, institution_record, moment, person_record, topic_records, work_records
from loaders.openalex_shapes import Author, Institution, Named, Topic, Work
from loaders.source import Item, Reject, rejected

_COLUMNS = (
    "topic_id",
    "new_topic_label",
    "subfield_id",
    "subfield_name",
    "field_id",
    "field_name",
    "domain_id",
    "domain_name",
    "summary",
)
_works = msgspec.json.Decoder(Work)
_lists = msgspec.json.Decoder(list[msgspec.Raw])
_OBJECTS: dict[str, Callable[[bytes], tuple[AnyRecord, ...]]] = {
    "A": lambda raw: (person_record(msgspec.json.decode(raw, type=Author)),),
    "I": lambda raw: (institution_record(msgspec.json.decode(raw, type=Institution)),),
    "T": lambda raw: _topic(msgspec.json.decode(raw, type=Topic)),
}


def _topic(topic: Topic) -> tuple[AnyRecord, ...]:
    return tuple(topic_records(topic, moment(topic.updated_date), embedded=False))


class OpenAlexSource:
    """Files of OpenAlex objects; each work, author, institution and topic in them is one item."""

    name = "openalex"

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)

    @property
    def key(self) -> str:
        """Fingerprint of the files."""
        return fingerprint(self.paths)

    @cached_property
    def total(self) -> int | None:
        """Number of lines of plain JSON Lines files; None where packed files or pages would have to be read for it."""
        if any(path.suffix.lower() != ".jsonl" for path in self.paths):
            return None
        return sum(1 for path in self.paths for _ in _lines(path))

    def items(self) -> Iterator[Item | Reject]:
        """Yield one item per object, in the order of the files."""
        for path in self.paths:
            for place, line in _lines(path):
                yield from _read(place, line)


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every line that is not blank with its place; the whole file where JSON is spread over its lines."""
    with open_bytes(path) as stream:
        for number, line in enumerate(stream, start=1):
            if number == 1 and _is_spread(path, line):
                yield f"{path.name}:1", line + stream.read()
                return
            if not line.isspace():
                yield f"{path.name}:{number}", line


def _is_spread(path: Path, first: bytes) -> bool:
    """Tell whether a `.json` file is one document over several lines: its first line is not whole."""
    if ".json" not in path.suffixes:
        return False
    try:
        msgspec.json.decode(first, type=msgspec.Raw)
    except msgspec.DecodeError:
        return True
    return False


def _read(place: str, raw: bytes) -> Iterator[Item | Reject]:
    """Yield the items of one JSON value: an object, or what a list, a page or an exchange holds."""
    try:
        inner, work = _open(raw)
        if inner is None:
            yield Item(place, _records(work, raw))
            return
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        yield Reject(place, f"This is not the JSON of an OpenAlex object: {error}.", raw.decode(errors="replace"))
    except ValidationError as error:
        yield rejected(place, error, raw.decode(errors="replace"))
    except RecursionError:
        yield Reject(place, "Its JSON is nested too deeply to be read.", raw.decode(errors="replace"))
    except ValueError as error:
        yield Reject(place, str(error), raw.decode(errors="replace"))
    else:
        for number, each in enumerate(inner, start=1):
            yield from _read(f"{place}:{number}", bytes(each))


def _open(raw: bytes) -> tuple[Sequence[msgspec.Raw] | None, Work]:
    """Return what a container holds, or None and the object itself."""
    if raw.lstrip()[:1] == b"[":
        return _lists.decode(raw), Work()
    work = _works.decode(raw)
    if work.results is not None:
        return work.results, work
    if bytes(work.response) and work.id is None:
        return (work.response,), work
    return None, work


def _records(work: Work, raw: bytes) -> tuple[AnyRecord, ...]:
    """Return the records of one object. Raise `ValueError` with a sentence for a kind that is not loaded."""
    kind = (work.id or "").removeprefix(ADDRESS)[:1]
    if kind == "W":
        return work_records(work)
    if kind in _OBJECTS:
        return _OBJECTS[kind](raw)
    raise ValueError(
        f"{work.id or 'An object without id'} is no work, author, institution or topic: only these are loaded."
    )


class OpenAlexTopicsSource:
    """OpenAlex's taxonomy of topics as a CSV file: domains, fields, subfields and topics with their summaries."""

    name = "openalex"

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def key(self) -> str:
        """Fingerprint of the file."""
        return fingerprint((self.path,))

    @property
    def total(self) -> int | None:
        """Not known before the file is read."""
        return None

    def items(self) -> Iterator[Item | Reject]:
        """Yield one item per topic, with the levels above it."""
        with open_text(self.path, newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise LoadInputError(
                    f"{self.path} has no column {', '.join(missing)}. Name the CSV of OpenAlex topics."
                )
            for row in reader:
                place = f"{self.path.name}:{reader.line_num}"
                try:
                    yield Item(place, tuple(topic_records(_taxonomy_topic(row), None, embedded=False)))
                except ValidationError as error:
                    yield rejected(place, error, ",".join(str(value) for value in row.values()))


def _taxonomy_topic(row: dict[str, str]) -> Topic:
    return Topic(
        id=f"{ADDRESS}T{row['topic_id']}",
        display_name=row["new_topic_label"],
        subfield=Named(id=row["subfield_id"], display_name=row["subfield_name"]),
        field=Named(id=row["field_id"], display_name=row["field_name"]),
        domain=Named(id=row["domain_id"], display_name=row["domain_name"]),
        description=row["summary"],
    )
