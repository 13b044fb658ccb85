"""BibTeX as people write it: LaTeX, names, dates, identifiers in many places, and entries that break off."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LoadInputError
from graph.models import PaperRecord
from loaders.bibtex import read_bibtex
from loaders.source import Item, Reject

OWN = Path(__file__).parent / "data" / "own.bib"


def read(tmp_path: Path, text: str) -> list[Item | Reject]:
    path = tmp_path / "x.bib"
    path.write_text(text, encoding="utf-8")
    return list(read_bibtex(path))


def paper(tmp_path: Path, fields: str, kind: str = "article") -> PaperRecord:
    (item,) = read(tmp_path, f"@{kind}{{key, title = {{T}}, {fields}}}")
    assert isinstance(item, Item), item
    (record,) = item.records
    assert isinstance(record, PaperRecord)
    return record


def test_a_file_of_ones_own() -> None:
    found = list(read_bibtex(OWN))
    places = [(each.place, isinstance(each, Item)) for each in found]
    good = [("own.bib:4", True), ("own.bib:12", True), ("own.bib:19", True), ("own.bib:26", True)]
    assert places == [*good, ("own.bib:33", False), ("own.bib:35", False), ("own.bib:37", True)]
    goedel = found[3]
    assert isinstance(goedel, Item)
    (record,) = goedel.records
    assert isinstance(record, PaperRecord)
    title = "Über formal unentscheidbare Sätze der Principia Mathematica und verwandter Systeme I"
    assert (record.title, record.venue) == (title, "Monatshefte für Mathematik und Physik")
    assert (record.type, record.year, record.date) == ("article", 1931, "1931-12")
    assert [slot.name for slot in record.authors] == ["Kurt Gödel"]


def test_what_cannot_be_read_says_why() -> None:
    rejects = [each for each in read_bibtex(OWN) if isinstance(each, Reject)]
    assert "Unexpected block start" in rejects[0].reason
    assert "no title" in rejects[1].reason
    assert rejects[1].raw.startswith("@misc{untitled")


def test_strings_are_put_in_and_parts_joined() -> None:
    simigrad = list(read_bibtex(OWN))[2]
    assert isinstance(simigrad, Item)
    (record,) = simigrad.records
    assert isinstance(record, PaperRecord)
    assert record.venue == "Advances in Neural Information Processing Systems 34"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Doe, Jane and John Q. Roe", ["Jane Doe", "John Q. Roe"]),
        ("van den Berg, Jan and Ludwig van Beethoven", ["Jan van den Berg", "Ludwig van Beethoven"]),
        ("King, Jr., Martin Luther", ["Martin Luther King Jr."]),
        (r"{\'E}variste Galois and Erd{\H o}s, P{\'a}l", ["Évariste Galois", "Pál Erdős"]),
        ("{Barnes and Noble Research}", ["Barnes and Noble Research"]),
        ("Plato", ["Plato"]),
        ("", []),
    ],
)
def test_names(tmp_path: Path, author: str, names: list[str]) -> None:
    record = paper(tmp_path, f"author = {{{author}}}")
    assert [slot.name for slot in record.authors] == names
    assert [slot.position for slot in record.authors] == list(range(1, len(names) + 1))
    assert record.author_count is None


def test_a_byline_that_ends_in_others_has_no_known_number_of_authors(tmp_path: Path) -> None:
    record = paper(tmp_path, "author = {Doe, Jane and others}")
    assert ([slot.name for slot in record.authors], record.author_count) == (["Jane Doe"], 0)


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        (r"doi = {10.1007/978-3-030-1\_2}", ("doi:10.1007/978-3-030-1_2",)),
        (r"url = {\url{https://doi.org/10.1000/182}}", ("doi:10.1000/182",)),
        ("eprint = {1910.02054v3}, archivePrefix = {arXiv}", ("arxiv:1910.02054",)),
        ("eprint = {hep-th/9711200}, eprinttype = {arxiv}", ("arxiv:hep-th/9711200",)),
        ("eprint = {1234567}, eprinttype = {jstor}", ()),
        ("journal = {CoRR}, volume = {abs/1910.02054}, ee = {http://arxiv.org/abs/1910.02054}", ("arxiv:1910.02054",)),
        ("journal = {arXiv preprint arXiv:1910.02054}", ("arxiv:1910.02054",)),
        ("doi = {10.48550/arXiv.1910.02054}", ("doi:10.48550/arxiv.1910.02054", "arxiv:1910.02054")),
        ("url = {https://aclanthology.org/N19-1423/}", ("acl:N19-1423",)),
        ("openalex = {https://openalex.org/W2896457183}", ("openalex:W2896457183",)),
        ("doi = {forthcoming}, url = {https://example.org/10.1000/x}", ()),
    ],
)
def test_identifiers(tmp_path: Path, fields: str, ids: tuple[str, ...]) -> None:
    assert paper(tmp_path, fields).ids == ids


@pytest.mark.parametrize(
    ("fields", "year", "date"),
    [
        ("year = 2020, month = mar", 2020, "2020-03"),
        ("year = {2020}, month = {March 3--5}", 2020, "2020-03"),
        ("year = {2020}, month = 13", 2020, "2020"),
        ("date = {2020-05-02}", 2020, "2020-05-02"),
        ("date = {2020-05/2020-06}", 2020, "2020-05"),
        ("year = {c. 2020}", 2020, "2020"),
        ("year = {in press}", None, None),
    ],
)
def test_years(tmp_path: Path, fields: str, year: int | None, date: str | None) -> None:
    record = paper(tmp_path, fields)
    assert (record.year, record.date) == (year, date)


@pytest.mark.parametrize(
    ("kind", "fields", "type_", "venue"),
    [
        ("InProceedings", "booktitle = {ACL}", "proceedings-article", "ACL"),
        ("phdthesis", "school = {ETH}", "dissertation", "ETH"),
        ("misc", "eprint = {1910.02054}", "preprint", None),
        ("article", "journal = {arXiv preprint arXiv:1910.02054}", "preprint", "arXiv"),
        ("article", "journal = {Nature}, eprint = {1910.02054}", "article", "Nature"),
        ("software", "", "other", None),
    ],
)
def test_kinds_and_venues(tmp_path: Path, kind: str, fields: str, type_: str, venue: str | None) -> None:
    record = paper(tmp_path, fields, kind)
    assert (record.type, record.venue) == (type_, venue)


def test_an_entry_takes_over_from_the_one_that_it_refers_to(tmp_path: Path) -> None:
    part, _ = read(tmp_path, "@inproceedings{a, title={T}, crossref={P}}\n@book{P, title={Proc}, year=2021}")
    assert isinstance(part, Item)
    (record,) = part.records
    assert isinstance(record, PaperRecord)
    assert (record.venue, record.year) == ("Proc", 2021)


def test_two_entries_with_one_key_are_two_entries(tmp_path: Path) -> None:
    found = read(tmp_path, '@misc{a, title="One"}\n@misc{a, title="Two"}\n@misc{b, title={Three}, title={Four}}')
    titles = [each.records[0].title for each in found if isinstance(each, Item)]  # type: ignore[union-attr]
    assert titles == ["One", "Two", "Three"]


def test_math_stays_and_subtitles_join(tmp_path: Path) -> None:
    (item,) = read(tmp_path, r"@misc{a, title={On {$k$-Graphs} \& $x_1$}, subtitle={A {S}tudy}}")
    assert isinstance(item, Item)
    (record,) = item.records
    assert isinstance(record, PaperRecord)
    assert record.title == "On $k$-Graphs & $x_1$: A Study"


@pytest.mark.parametrize("text", ["", "no entries here", "@comment{x}", "@string{a = {b}}"])
def test_a_file_without_entries_holds_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == []


SIGNS = [
    "@",
    "{",
    "}",
    '"',
    "\\",
    "$",
    "#",
    ",",
    "=",
    " and ",
    "\n",
    "title",
    "@article{a,",
    "crossref={a}",
    "2020",
    "é",
    "%",
]


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_no_text_stops_the_reading(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    for each in read(tmp_path_factory.mktemp("bib"), OWN.read_text(encoding="utf-8") + text):
        assert each.place.startswith("x.bib:")


def test_a_file_that_is_not_utf_8_is_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.bib"
    path.write_bytes("@misc{a,\n title={Gödel}}".encode("latin-1"))
    with pytest.raises(LoadInputError, match=r"latin\.bib is not UTF-8 text \(line 2\)"):
        list(read_bibtex(path))
