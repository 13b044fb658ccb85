"""Tables as spreadsheets write them: delimiters, quotes, byte-order marks, headings of all sorts, and a mapping."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LoadInputError
from loaders.own_tables import find_tables, read_mapping, read_table

PEOPLE = "name,orcid\nJane Doe,0000-0002-1825-0097\n"
CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6)


@given(rows=ROWS, delimiter=st.sampled_from(",;\t"), ends=st.sampled_from(["\n", "\r\n"]), mark=st.booleans())
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str, ends: str, mark: bool
) -> None:
    path = tmp_path_factory.mktemp("own") / "people.csv"
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=ends).writerows([["name", "key", "affiliation"], *rows])
    path.write_bytes(text.getvalue().encode("utf-8-sig" if mark else "utf-8"))
    wanted = [[" ".join(cell.split()) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    columns = ("name", "key", "affiliation")
    assert [[line.cells.get(name, "") for name in columns] for line in read_table(path, {}).lines] == wanted


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("people.csv", "Name;ORCID;Phone\nJane;;1", "people"),
        ("staff.tsv", "Given name\tFamily name\tTitle\nJane\tDoe\tDr.", "people"),
        ("list.csv", "title,year,doi,authors\nT,2020,,", "papers"),
        ("who.csv", "Paper,Position,Name\nT,1,Jane", "authorships"),
        ("excel.csv", "sep=;\nname;orcid\nJane;", "people"),
        ("gap.csv", "\n\nname,orcid\n\nJane,\n", "people"),
    ],
)
def test_the_headings_say_which_kind_of_table_it_is(tmp_path: Path, name: str, text: str, kind: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    table = read_table(path, {})
    assert (table.kind, len(table.lines)) == (kind, 1)


def test_the_place_of_a_row_is_the_line_on_which_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text('sep=,\nname,affiliation\n"Jane\nDoe",X\n\nJohn,Y\n')
    assert [line.place for line in read_table(path, {}).lines] == ["people.csv:3", "people.csv:6"]


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,Phone,orcid iD\nJane,1,\n")
    assert read_table(path, {}).note() == "people.csv: 1 rows of people; not read: Phone, orcid iD"


def test_a_mapping_says_which_heading_is_which(tmp_path: Path) -> None:
    path, mapping = tmp_path / "staff 2026.csv", tmp_path / "mapping.toml"
    path.write_text("Vor- und Nachname;ORCID iD;title\nJane Doe;0000-0002-1825-0097;Dr.\n")
    mapping.write_text('[people]\nfile = "staff 2026.csv"\nname = "Vor- und Nachname"\norcid = "orcid id"\n')
    table = read_table(path, read_mapping(mapping))
    assert (table.kind, table.ignored) == ("people", ("title",))
    assert table.lines[0].cells == {"name": "Jane Doe", "orcid": "0000-0002-1825-0097"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Full name,ORCID\nJane,\n", r"Found: Full name, ORCID\. Needed: people: name or given_name and family_name"),
        ("", "Found: none"),
        ('name,orcid\n"Jane,\n', "is not CSV from line 2 on"),
        ("name,title\nJane,Dr.\n", "could be a table of people or of papers. Call it people.csv"),
    ],
)
def test_a_file_that_is_no_such_table(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text)
    with pytest.raises(LoadInputError, match=says):
        read_table(path, {})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[people", "is not TOML"),
        ('[persons]\nname = "Name"', r"\[persons\] is no kind of table"),
        ('[people]\nnom = "Name"', r"nom of \[people\] is no column with a heading. Columns: file, name"),
        (
            '[people]\nfile = "people.csv"\nname = "Nom"',
            'has no heading "Nom", which --columns names for name. Found: ',
        ),
    ],
)
def test_a_mapping_that_does_not_fit(tmp_path: Path, text: str, says: str) -> None:
    path, mapping = tmp_path / "people.csv", tmp_path / "mapping.toml"
    path.write_text(PEOPLE)
    mapping.write_text(text)
    with pytest.raises(LoadInputError, match=says):
        read_table(path, read_mapping(mapping))


def test_other_encodings_are_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("name\nJane\nGödel\n".encode("cp1252"))
    with pytest.raises(LoadInputError, match=r"is not UTF-8 text \(line 3\)"):
        read_table(path, {})


def test_a_folder_is_its_tables(tmp_path: Path) -> None:
    for name in ("papers.csv", "people.tsv", "notes.txt"):
        (tmp_path / name).write_text(PEOPLE)
    assert [path.name for path in find_tables([tmp_path])] == ["papers.csv", "people.tsv"]
    with pytest.raises(LoadInputError, match="does not exist"):
        read_table(find_tables([tmp_path / "none.csv"])[0], {})
