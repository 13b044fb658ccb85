"""RIS, CSL-JSON and CSV, read back by other people's readers."""

import csv
import io
import json

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from graph.export.csl import csl_json
from graph.export.ris import ris
from graph.export.table import COLUMNS, works_csv
from graph.export.text import one_line
from tests.unit.export.test_bibtex import HOSTILE
from tests.unit.export.works import work

FULL = work(
    "toy:p1",
    "Ann García",
    "Ludwig van Beethoven",
    "John Doe, Jr.",
    "何安",
    type="proceedings-article",
    title="On $k$-Graphs",
    venue="Toys 2020",
    year=2020,
    date="2020-10",
    doi="10.1000/a",
    arxiv="1910.02054",
    topics=["Graphs", "Toys"],
    url="https://example.org/1",
    abstract="Words.\nMore words.",
    citations_source=7,
    open_access=True,
)


def test_ris() -> None:
    text = ris([FULL, work("toy:p2", "Plato", type="preprint", year=2019)])
    assert text.startswith("TY  - CONF\r\n")
    first, second = rispy.loads(text)
    assert first["type_of_reference"] == "CONF"
    assert first["authors"] == ["García, Ann", "van Beethoven, Ludwig", "Doe, John, Jr.", "何安"]
    assert (first["title"], first["secondary_title"]) == ("On $k$-Graphs", "Toys 2020")
    assert (first["year"], first["date"], first["doi"]) == ("2020", "2020/10//", "10.1000/a")
    assert (first["urls"], first["accession_number"]) == (["https://example.org/1"], "arXiv:1910.02054")
    assert (first["keywords"], first["abstract"]) == (["Graphs", "Toys"], "Words. More words.")
    assert (second["type_of_reference"], second["authors"], second["year"]) == ("UNPB", ["Plato"], "2019")
    assert "date" not in second


def test_csl_json() -> None:
    first, second = json.loads(csl_json([FULL, work("toy:p2", type="preprint", arxiv="1910.02054", venue="arXiv")]))
    assert first["type"] == "paper-conference"
    assert first["author"] == [
        {"family": "García", "given": "Ann"},
        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        {"family": "Doe", "given": "John", "suffix": "Jr."},
        {"literal": "何安"},
    ]
    assert (first["container-title"], first["issued"], first["DOI"]) == (
        "Toys 2020",
        {"date-parts": [[2020, 10]]},
        "10.1000/a",
    )
    assert "number" not in first
    assert (second["type"], second["number"], second["publisher"]) == ("article", "arXiv:1910.02054", "arXiv")
    assert not {"author", "issued", "abstract", "note"} & set(second)


def table(text: str) -> list[dict[str, str]]:
    assert text[0] == "\ufeff"
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def test_csv() -> None:
    text = works_csv([FULL, work("toy:p2", title=None)])
    assert text.count("\r\n") == 3
    first, second = table(text)
    assert tuple(first) == COLUMNS
    assert first["authors"] == "Ann García; Ludwig van Beethoven; John Doe, Jr.; 何安"
    assert (first["year"], first["citations_source"], first["open_access"]) == ("2020", "7", "true")
    assert set(second.values()) == {"toy:p2", ""}


@pytest.mark.parametrize("begin", ["=", "+", "-", "@"])
def test_a_cell_never_is_a_formula(begin: str) -> None:
    evil = f'{begin}HYPERLINK("http://evil.example","x")'
    (row,) = table(works_csv([work("toy:p1", evil, title=evil, venue=evil, url=evil)]))
    assert {row[name] for name in ("title", "authors", "venue", "url")} == {f"'{evil}"}


@given(HOSTILE, st.lists(HOSTILE, max_size=3))
def test_hostile_text_comes_back(title: str, names: list[str]) -> None:
    hostile = work("toy:p1", *names, title=title, abstract=title, type="article", venue=title, year=2020)
    plain, people = one_line(title), [line for each in names if (line := one_line(each))]
    (row,) = table(works_csv([hostile]))
    assert row["title"].removeprefix("'") == plain.removeprefix("'")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row.values())
    (item,) = json.loads(csl_json([hostile]))
    assert item.get("title", "") == plain
    assert len(item.get("author", [])) == len(people)
    (entry,) = rispy.loads(ris([hostile]))
    assert entry.get("title", "") == plain
    assert len(entry.get("authors", [])) == len(people)
