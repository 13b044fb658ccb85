"""BibTeX: read back with bibtexparser, and hostile text that must come back as it was."""

import re

import bibtexparser
import pytest
from bibtexparser import middlewares
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from graph.export.bibtex import bibtex, escaped, protected
from graph.export.citation import citations
from graph.export.text import one_line
from tests.unit.export.works import work


def read_back(text: str) -> list[Entry]:
    """Return the entries that bibtexparser finds; any block that it cannot read is an error."""
    layers = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = bibtexparser.parse_string(text, append_middleware=layers)
    assert library.failed_blocks == []
    return list(library.entries)


def fields(entry: Entry) -> dict[str, str]:
    return {field.key: field.value for field in entry.fields}


_BACK = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{rf"\{each}": each for each in "$&%#_"},
}
_ANY_ESCAPE = re.compile("|".join(map(re.escape, _BACK)))


def unescaped(value: str) -> str:
    """Return text without the escapes of `escaped` and without the braces that protect capitals."""
    parts = re.split(f"({_ANY_ESCAPE.pattern})", value)
    return "".join(_BACK[part] if part in _BACK else part.replace("{", "").replace("}", "") for part in parts)


def test_a_paper_of_a_meeting() -> None:
    paper = work(
        "toy:p1",
        "Ann García",
        "Ludwig van Beethoven",
        "何安",
        type="proceedings-article",
        title="ZeRO: Memory at $N$-th Scale & more",
        venue="Proceedings of Toys",
        year=2020,
        date="2020-10-04",
        doi="10.1000/a_b%c",
        arxiv="1910.02054",
        topics=["arxivclass:cs.DC"],
        url="https://example.org/a_b?x=1&y=2%20",
        retracted=True,
    )
    (entry,) = read_back(bibtex([paper]))
    found = fields(entry)
    assert entry.entry_type == "inproceedings"
    assert re.fullmatch(r"garcia2020zero-[a-z2-7]{4}", entry.key)
    assert found["title"] == r"{ZeRO}: Memory at {$N$-th} Scale \& more"
    assert (found["booktitle"], found["year"], found["month"]) == ("Proceedings of Toys", "2020", "oct")
    assert (found["doi"], found["url"]) == ("10.1000/a_b%c", "https://example.org/a_b?x=1&y=2%20")
    assert (found["eprint"], found["archiveprefix"], found["primaryclass"]) == ("1910.02054", "arXiv", "cs.DC")
    assert found["note"] == "Retracted"
    assert "abstract" not in found
    ann, ludwig, whole = found["author"]
    assert (ann.first, ann.last) == (["Ann"], ["García"])
    assert (ludwig.first, ludwig.von, ludwig.last) == (["Ludwig"], ["van"], ["Beethoven"])
    assert (whole.first, whole.last) == ([], ["{何安}"])


@pytest.mark.parametrize(
    ("type", "venue", "entry_type", "field"),
    [
        ("article", "Journal of Toys", "article", "journal"),
        ("article", "International Conference on Toys", "inproceedings", "booktitle"),
        ("article", "Proceedings of the National Academy of Sciences", "article", "journal"),
        ("article", None, "misc", None),
        ("proceedings-article", "Toys", "inproceedings", "booktitle"),
        ("preprint", "arXiv", "misc", "howpublished"),
        ("book-chapter", "Toys", "incollection", "booktitle"),
        ("book", "Toy Press", "book", "publisher"),
        ("dissertation", "Toy University", "phdthesis", "school"),
        ("report", "Toy Institute", "techreport", "institution"),
        ("dataset", None, "misc", None),
        (None, None, "misc", None),
    ],
)
def test_types_of_entries(type: str | None, venue: str | None, entry_type: str, field: str | None) -> None:
    (entry,) = read_back(bibtex([work(type=type, venue=venue)]))
    assert entry.entry_type == entry_type
    assert set(fields(entry)) == {"title"} | ({field} if field else set())


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("A Study of BERT", "A Study of {BERT}"),
        ("Parsing with Tree-Based Models", "Parsing with Tree-Based Models"),
        ("Learning to translate spoken German and C++", "Learning to translate spoken {German} and {C++}"),
        ("ALL OF IT SHOUTED", "ALL OF IT SHOUTED"),
        ("GPT-5", "{GPT-5}"),
        ("R$^3$-SQL", "{R$^3$-SQL}"),
        ("costs $5 or $10", r"costs \$5 or \$10"),
        ("broken $math", r"broken \$math"),
        (r"broken $x_{1$ more", r"broken \$x\_\textbraceleft{}1\$ more"),
        (r"worse $\{$ more", r"worse \$\textbackslash{}\textbraceleft{}\$ more"),
        ("$50% off$ it", r"\$50\% off\$ it"),
        (r"from \$3 up", r"from \$3 up"),
        ("{MT", r"{{\textbraceleft{}MT}}"),
    ],
)
def test_titles(title: str, written: str) -> None:
    assert protected(title) == written


def test_a_work_without_anything() -> None:
    (entry,) = read_back(bibtex([work(title=None)]))
    assert entry.key.startswith("anonnd-")
    assert entry.fields == []


def test_keys_are_unique_and_do_not_depend_on_the_others() -> None:
    many = [work(f"toy:p{at}", "Ann Ho", year=2020) for at in range(500)]
    keys = [each.key for each in citations(many)]
    assert len(set(keys)) == 500
    assert [citations([each])[0].key for each in many[:20]] == keys[:20]
    assert citations([work("toy:p1", "何安", year=1999, title="The $k$-means 方法")])[0].key.startswith(
        "hean1999means-"
    )


def test_works_with_the_same_digest_still_have_keys_of_their_own() -> None:
    same = [work("toy:p1", "Ann Ho"), work("toy:p1", "Ann Ho")]
    first, second = citations(same)
    assert first.key != second.key


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("{}\\%$#&_^~@\"',=|ABab1 \n\r\t\u200f\u202e\u2028\x00\x0b"), st.characters(codec="utf-8")
    ),
    max_size=60,
)


@given(HOSTILE)
def test_any_title_can_be_read_back(title: str) -> None:
    (entry,) = read_back(bibtex([work(title=title, type="article", venue=title, abstract=title)]))
    plain = one_line(title)
    assert fields(entry).get("abstract", "") == escaped(plain)
    if "$" not in plain:
        assert unescaped(fields(entry).get("title", "")) == plain


@given(st.lists(HOSTILE, max_size=4))
def test_any_names_can_be_read_back(names: list[str]) -> None:
    (entry,) = read_back(bibtex([work("toy:p1", *names)]))
    known = [one_line(each) for each in names if one_line(each)]
    assert len(fields(entry).get("author", [])) == len(known)


@given(HOSTILE)
def test_braces_always_pair_as_bibtex_counts_them(text: str) -> None:
    depth = 0
    for each in protected(one_line(text)) + escaped(one_line(text)):
        depth += (each == "{") - (each == "}")
        assert depth >= 0
    assert depth == 0
