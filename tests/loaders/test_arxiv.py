"""The arXiv package: ids, names, dates, categories, and rows that cannot be read."""

import json
from collections import Counter
from pathlib import Path

import pytest

from graph.errors import LoadInputError
from graph.models import PaperRecord, TopicRecord
from loaders.arxiv import COLUMNS, ArxivSource
from loaders.arxiv_records import CATEGORIES, recover_id, split_authors
from loaders.source import Item, Reject

DATA = Path(__file__).parent / "data"


def _papers(source: ArxivSource) -> dict[str, PaperRecord]:
    last = (item.records[-1] for item in source.items() if isinstance(item, Item))
    return {record.id: record for record in last if isinstance(record, PaperRecord)}


@pytest.fixture(scope="module")
def papers() -> dict[str, PaperRecord]:
    return _papers(ArxivSource([DATA / "arxiv.tsv"]))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("cs/9301111", "cs/9301111"),
        ("704.005", "0704.0050"),
        ("808.1", "0808.1000"),
        ("1001.07", "1001.0700"),
        ("1412.6980", "1412.6980"),
        ("1501.0403800000001", "1501.04038"),
        ("1502.0602099999999", "1502.06021"),
        ("1502.0643", "1502.06430"),
        ("1706.03762", "1706.03762"),
    ],
)
def test_ids_are_recovered(written: str, meant: str) -> None:
    assert recover_id(written) == meant


@pytest.mark.parametrize("written", ["", "not-an-id", "1713.0001", "1001.0", "1001.12345", "cs/93011"])
def test_lost_ids_are_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(ValueError, match=r"The arXiv id .* cannot be recovered: .*\."):
        recover_id(written)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kaibin Huang, Robert W. Heath,, Jeffrey G. Andrews",
            ["Kaibin Huang", "Robert W. Heath", "Jeffrey G. Andrews"],
        ),
        (" Editors, :, Matthew Stone, Libby Levison", ["Matthew Stone", "Libby Levison"]),
        ("Jesper Bengtson, BjÃ¶rn Victor", ["Jesper Bengtson", "Björn Victor"]),
        (
            "John Alexandris, Gregory Karagiorgos 'and' Ioannis Stavrakakis",
            ["John Alexandris", "Gregory Karagiorgos", "Ioannis Stavrakakis"],
        ),
        ("Xiangyang Li, Alexander Anderson", ["Xiangyang Li", "Alexander Anderson"]),
        ("Haza\x7fel Jones, Sorana D. Bolboac{\\u a}", ["Hazael Jones", "Sorana D. Bolboacă"]),
    ],
)
def test_bylines_are_split_at_commas(text: str, names: list[str]) -> None:
    assert split_authors(text) == names


def test_a_row_becomes_a_paper(papers: dict[str, PaperRecord]) -> None:
    paper = papers["arxiv:0704.0468"]
    assert (paper.year, paper.year_basis, paper.date, paper.revised_year) == (2007, "first version", "2007-04-03", 2009)
    assert paper.versions == ("v1 2007-04-03", "latest 2009-03-22")
    assert (paper.type, paper.venue, paper.url) == ("preprint", "arXiv", "https://arxiv.org/abs/0704.0468")
    assert [(each.name, each.position, each.person) for each in paper.authors] == [("Jinsong Tan", 1, None)]
    assert [(each.topic, each.primary) for each in paper.topics] == [
        ("arxivclass:cs.CC", True),
        ("arxivclass:cs.DS", False),
    ]


def test_text_is_plain_and_dois_are_other_ids(papers: dict[str, PaperRecord]) -> None:
    assert papers["arxiv:cs/0305033"].title == "Beslutstödssystemet Dezzy - en översikt"
    assert papers["arxiv:0906.1272"].ids == ("doi:10.1080/10586458.2011.544558", "doi:10.1080/10586458.2012.738538")
    assert all("\n" not in (paper.note or "") for paper in papers.values())


def test_withdrawn_papers_are_marked(papers: dict[str, PaperRecord]) -> None:
    assert {name for name, paper in papers.items() if paper.retracted} == {"arxiv:0709.2201"}


def test_categories_come_first_and_each_once() -> None:
    items = [item for item in ArxivSource([DATA / "arxiv.tsv"]).items() if isinstance(item, Item)]
    topics = [record for item in items for record in item.records if isinstance(record, TopicRecord)]
    assert [type(item.records[-1]) for item in items[: len(topics)]] == [TopicRecord] * len(topics)
    assert len({topic.id for topic in topics}) == len(topics) == len(json.loads(CATEGORIES.read_bytes()))
    learning = next(topic for topic in topics if topic.id == "arxivclass:cs.LG")
    assert (learning.name, learning.scheme, learning.parents) == ("Machine Learning", "arxiv", ("arxivclass:cs",))
    assert {parent for topic in topics for parent in topic.parents} <= {topic.id for topic in topics}


def test_unreadable_rows_are_rejected_with_place_and_reason() -> None:
    source = ArxivSource([DATA / "arxiv.tsv"])
    rejects = [item for item in source.items() if isinstance(item, Reject)]
    assert [(each.place, each.reason) for each in rejects] == [
        (
            "arxiv.tsv:20",
            "The arXiv id 'not-an-id' cannot be recovered: it is neither YYMM.number nor archive/number.",
        ),
        ("arxiv.tsv:21", "The row does not have the columns of the header."),
    ]
    assert rejects[0].raw.startswith("not-an-id\tToy row")
    assert len(list(source.items())) == source.total


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.tsv"
    path.write_text("a\tb\n1\t2\n")
    with pytest.raises(LoadInputError, match=r"other.tsv has no column arxiv_id"):
        list(ArxivSource([path]).items())


def test_an_unknown_category_is_called_by_its_code(tmp_path: Path) -> None:
    path = tmp_path / "new.tsv"
    row = ["1001.0001", "Toy", "A. Toy", "cs.ZZ", "cs.ZZ", "2010-01-01", "", "", "", ""]
    path.write_text("\t".join(COLUMNS) + "\n" + "\t".join(row) + "\n")
    last = list(ArxivSource([path]).items())[-1]
    assert isinstance(last, Item)
    topic = last.records[0]
    assert isinstance(topic, TopicRecord)
    assert (topic.id, topic.name, topic.embedded) == ("arxivclass:cs.ZZ", "cs.ZZ", True)


@pytest.mark.data
def test_the_real_package(real_data: Path) -> None:
    """113,862 rows; 2,297 papers stand there twice, once with an id that went through a float."""
    source = ArxivSource([real_data / "arxiv" / "arxiv_cs_to_2017.tsv"])
    kinds: Counter[str] = Counter()
    ids: set[str] = set()
    for item in source.items():
        kinds[type(item).__name__ if isinstance(item, Reject) else item.records[-1].kind] += 1
        if isinstance(item, Item) and isinstance(item.records[-1], PaperRecord):
            ids.add(item.records[-1].id)
    assert kinds == {"Paper": 113_862, "Topic": 184}
    assert len(ids) == 111_565
    assert source.total == sum(kinds.values())
