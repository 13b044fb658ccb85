"""Tables of one's own: CSV files with headings, of people, papers or authorships.

Commas, semicolons or tabs between the cells; UTF-8, with a byte-order mark or without. Headings are compared without
capitals, with blanks for underscores; a mapping file says which is which where they differ.
"""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LoadInputError
from graph.text import words
from loaders.files import list_files, whole_text

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "people": (
        *("name", "given_name", "family_name", "other_names", "key", "orcid", "openalex", "id"),
        *("affiliation", "ror", "start_year", "end_year"),
    ),
    "papers": (
        *("title", "authors", "year", "date", "venue", "type", "url", "abstract"),
        *("key", "doi", "arxiv", "acl", "openalex"),
    ),
    "authorships": ("paper", "position", "name", "person", "orcid", "affiliation", "ror", "corresponding"),
}
"""Kind of table -> the columns that are read."""
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "people": (("name",), ("given_name", "family_name")),
    "papers": (("title",),),
    "authorships": (("paper", "position", "name"), ("paper", "position", "person"), ("paper", "position", "orcid")),
}
"""Kind of table -> the sets of columns one of which it must have."""
PATTERNS = ("*.csv", "*.tsv", "*.csv.?z", "*.tsv.?z")
_DELIMITERS = (",", ";", "\t")
_SEPARATOR = "sep="
"""Beginning of a line by which spreadsheets note the delimiter before the headings."""

Mapped = Mapping[str, Mapping[str, str]]
"""Kind of table -> column -> its heading in the file; `file` is the name of the file."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its place (`file:line`), its cells by column without those that are empty, and its text."""

    place: str
    cells: Mapping[str, str]
    raw: str
    spare: int = 0
    """Cells beyond the last heading."""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: which kind it is, what is read of it, and what is not."""

    path: Path
    kind: str
    lines: Sequence[Line]
    ignored: tuple[str, ...]

    def note(self) -> str:
        """Return in one line how the file was understood."""
        left = f"; not read: {', '.join(self.ignored)}" if self.ignored else ""
        return f"{self.path.name}: {len(self.lines):,} rows of {self.kind}{left}"


def find_tables(paths: Sequence[Path]) -> list[Path]:
    """Return the files among `paths`, and those in the folders among them, in the order of their names."""
    return [file for path in paths for file in (list_files(path, *PATTERNS) if path.is_dir() else [path])]


def read_mapping(path: Path | None) -> Mapped:
    """Return the mapping in a TOML file; raise `LoadInputError` when it names what there is not."""
    if path is None:
        return {}
    try:
        mapped = tomllib.loads(whole_text(path))
    except tomllib.TOMLDecodeError as error:
        raise LoadInputError(f"{path} is not TOML ({error}). See docs/own-data.md for an example.") from error
    for kind, columns in mapped.items():
        if kind not in COLUMNS or not isinstance(columns, dict):
            raise LoadInputError(f"{path}: [{kind}] is no kind of table. Use [people], [papers] or [authorships].")
        for name, heading in columns.items():
            if name not in (*COLUMNS[kind], "file") or not isinstance(heading, str):
                known = ", ".join(("file", *COLUMNS[kind]))
                raise LoadInputError(f"{path}: {name} of [{kind}] is no column with a heading. Columns: {known}.")
    return mapped


def read_table(path: Path, mapped: Mapped) -> Table:
    """Read one file; raise `LoadInputError`, with what was found and what is needed, when its headings do not do."""
    text = whole_text(path)
    sep = text[len(_SEPARATOR)] if text.lower().startswith(_SEPARATOR) and len(text) > len(_SEPARATOR) else None
    skipped = 1 if sep else 0
    body = text.split("\n", 1)[1] if sep and "\n" in text else text
    first = next((line for line in body.splitlines() if line.strip()), "")
    delimiter = sep or max(_DELIMITERS, key=first.count)
    rows = _rows(path, body, delimiter, skipped)
    _, headings, _ = next(rows, (0, [], ""))
    kind, columns = _understood(path, headings, mapped)
    return Table(path, kind, list(_lines(path, rows, columns, len(headings))), _ignored(headings, columns))


def _rows(path: Path, text: str, delimiter: str, skipped: int) -> Iterator[tuple[int, list[str], str]]:
    """Yield number of the first line, cells and text of every row that is not empty."""
    lines: list[str] = []

    def kept() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            lines.append(line)
            yield line

    reader = csv.reader(kept(), delimiter=delimiter, strict=True)
    begin = 1 + skipped
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begin, [" ".join(cell.split()) for cell in cells], "".join(lines)
            begin = 1 + skipped + reader.line_num
            lines.clear()
    except csv.Error as error:
        raise LoadInputError(f"{path} is not CSV from line {begin} on ({error}). Look at its quotes there.") from error


def _lines(
    path: Path, rows: Iterator[tuple[int, list[str], str]], columns: Mapping[str, int], width: int
) -> Iterator[Line]:
    for number, cells, raw in rows:
        found = {name: cells[at] for name, at in columns.items() if at < len(cells) and cells[at]}
        yield Line(f"{path.name}:{number}", found, raw, sum(1 for cell in cells[width:] if cell))


def _understood(path: Path, headings: Sequence[str], mapped: Mapped) -> tuple[str, Mapping[str, int]]:
    """Return the kind of a table, and column -> place of its heading."""
    places = {_plain(each): at for at, each in reversed(list(enumerate(headings))) if each}
    stem = path.name.split(".")[0].casefold()
    named = [kind for kind, each in mapped.items() if each.get("file") == path.name]
    kinds = named or [kind for kind in COLUMNS if kind == stem] or list(COLUMNS)
    found = {kind: _columns(path, kind, places, mapped.get(kind, {}), strict=len(kinds) == 1) for kind in kinds}
    fit = [kind for kind in kinds if any(all(name in found[kind] for name in need) for need in NEEDED[kind])]
    best = max((len(found[kind]) for kind in fit), default=0)
    chosen = [kind for kind in fit if len(found[kind]) == best]
    if len(chosen) == 1:
        return chosen[0], found[chosen[0]]
    seen = ", ".join(each for each in headings if each) or "none"
    if fit:
        raise LoadInputError(f"{path} could be a table of {' or of '.join(chosen)}. Call it {chosen[0]}.csv or so.")
    needs = "; or ".join(f"{kind}: {_needs(kind)}" for kind in kinds)
    raise LoadInputError(
        f"{path} lacks headings. Found: {seen}. Needed: {needs}. Rename them, or say with --columns which is which."
    )


def _columns(
    path: Path, kind: str, places: Mapping[str, int], mapped: Mapping[str, str], *, strict: bool
) -> dict[str, int]:
    """Return column -> place; a heading that the mapping names and the file lacks is an error if `strict`."""
    columns = {name: places[name] for name in COLUMNS[kind] if name in places and name not in mapped}
    for name, heading in mapped.items():
        if name == "file":
            continue
        if _plain(heading) in places:
            columns[name] = places[_plain(heading)]
        elif strict:
            seen = ", ".join(places)
            raise LoadInputError(f'{path} has no heading "{heading}", which --columns names for {name}. Found: {seen}.')
    return columns


def _ignored(headings: Sequence[str], columns: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(each for at, each in enumerate(headings) if each and at not in columns.values())


def _needs(kind: str) -> str:
    return " or ".join(" and ".join(need) for need in NEEDED[kind])


def _plain(heading: str) -> str:
    """Return a heading as it is compared: words in small letters with underscores between."""
    return "_".join(words(heading.replace("_", " ")))
