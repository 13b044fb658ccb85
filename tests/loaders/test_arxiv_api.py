"""arXiv's API: fetching from a stand-in, and reading Atom feeds."""

import re
import time
from pathlib import Path

import pytest

from graph.errors import InvalidValue, LoadInputError, NotFound, SourceFailed
from graph.models import PaperRecord
from graph.settings import Settings, load_settings
from loaders import arxiv_api
from loaders.arxiv import ArxivAtomSource
from loaders.arxiv_api import fetch_arxiv
from loaders.source import Item, Reject
from tests.loaders.conftest import Asked, Reply, StandIn

FEED = (Path(__file__).parent / "data" / "arxiv.atom").read_bytes()
_TOTAL = '<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">{}</opensearch:totalResults>'


def _feed(*numbers: int, total: int) -> Reply:
    """Return a page with toy papers."""
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/2001.{number:05d}v1</id><updated>2020-01-01T00:00:00Z</updated>"
        f"<published>2020-01-01T00:00:00Z</published><title>p{number}</title></entry>"
        for number in numbers
    )
    return 200, {}, f'<feed xmlns="http://www.w3.org/2005/Atom">{_TOTAL.format(total)}{entries}</feed>'.encode()


@pytest.fixture
def settings(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(arxiv_api, "_PAUSE", 0.05)
    return load_settings(_env_file=None, arxiv_url=f"{stand_in.address}/api", mailto="a1@example.org")


def _left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def _papers(path: Path) -> list[PaperRecord]:
    return [item.records[-1] for item in ArxivAtomSource(path).items() if isinstance(item, Item)]  # type: ignore[misc]


def test_an_entry_becomes_a_paper() -> None:
    source = ArxivAtomSource(Path(__file__).parent / "data" / "arxiv.atom")
    items = list(source.items())
    assert len(items) == source.total == 3
    paper = _papers(source.path)[0]
    assert (paper.id, paper.ids) == ("arxiv:1910.02054", ("doi:10.1109/sc41405.2020.00024",))
    assert (paper.year, paper.date, paper.revised_year) == (2019, "2019-10-04", 2020)
    assert paper.versions == ("v1 2019-10-04", "v3 2020-05-13")
    assert paper.abstract == "Toy abstract with $O(n)$, bold and Möbius."
    assert paper.note == "Toy comment Published as: SC 2020"
    assert [each.name for each in paper.authors][-1] == "Yuxiong He"
    assert paper.authors[3].raw_affiliation == "Microsoft"
    assert [each.topic for each in paper.topics] == ["arxivclass:cs.LG", "arxivclass:cs.DC", "arxivclass:stat.ML"]
    assert [each.primary for each in paper.topics] == [True, False, False]
    first = items[0]
    assert isinstance(first, Item)
    assert [record.kind for record in first.records] == ["Topic", "Topic", "Topic", "Paper"]


def test_one_version_and_a_broken_title() -> None:
    paper = _papers(Path(__file__).parent / "data" / "arxiv.atom")[1]
    assert paper.versions == ("v1 2022-06-30",)
    assert paper.revised_year is None
    assert paper.title == (
        "DeepSpeed Inference: Enabling Efficient Inference of Transformer Models at Unprecedented Scale"
    )


def test_an_error_entry_is_rejected() -> None:
    rejects = [
        each
        for each in ArxivAtomSource(Path(__file__).parent / "data" / "arxiv.atom").items()
        if isinstance(each, Reject)
    ]
    assert [each.reason for each in rejects] == ["The entry is no paper of arXiv: incorrect id format for toy."]


def test_a_cut_feed_gives_what_it_has_then_says_so(tmp_path: Path) -> None:
    path = tmp_path / "cut.atom"
    path.write_bytes(FEED[: FEED.index(b"</entry>", FEED.index(b"2207.00032v1")) + 12])
    items = ArxivAtomSource(path).items()
    assert isinstance(next(items), Item)
    with pytest.raises(LoadInputError, match=r"cut.atom is no whole Atom feed"):
        list(items)


async def test_ids_are_fetched_and_read_back(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    stand_in.in_turn((200, {}, FEED))
    seen: list[tuple[int, int | None]] = []
    spool = await fetch_arxiv(
        settings,
        ids=["https://arxiv.org/abs/1910.02054v2", "arxiv:2207.00032"],
        spool=tmp_path / "new" / "spool.atom",
        progress=lambda done, total: seen.append((done, total)),
    )
    assert [paper.id for paper in _papers(spool)] == ["arxiv:1910.02054", "arxiv:2207.00032"]
    assert stand_in.asked[0].path == "/api/query"
    assert stand_in.asked[0].parameters["id_list"] == "1910.02054,2207.00032"
    assert "mailto:a1@example.org" in stand_in.asked[0].agent
    assert seen == [(1, 2), (2, 2)]


async def test_an_author_is_paged_through_and_paced(
    stand_in: StandIn, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arxiv_api, "_PAUSE", 0.5)

    def answer(asked: Asked) -> Reply:
        start = int(asked.parameters["start"])
        return _feed(*range(start + 1, min(start + 100, 250) + 1), total=250)

    stand_in.answer = answer
    started = time.monotonic()
    spool = await fetch_arxiv(settings, author="Yuxiong He", spool=tmp_path / "spool.atom")
    assert len(_papers(spool)) == 250
    assert [asked.parameters["start"] for asked in stand_in.asked] == ["0", "100", "200"]
    assert stand_in.asked[0].parameters["search_query"] == 'au:"Yuxiong He"'
    assert time.monotonic() - started >= 2 * 0.5


async def test_a_limit_is_kept(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    stand_in.answer = lambda asked: _feed(*range(1, int(asked.parameters["max_results"]) + 1), total=250)
    spool = await fetch_arxiv(settings, author="Yuxiong He", limit=7, spool=tmp_path / "spool.atom")
    assert len(_papers(spool)) == 7


async def test_an_empty_page_where_papers_are_due_is_asked_for_again(
    stand_in: StandIn, settings: Settings, tmp_path: Path
) -> None:
    stand_in.in_turn(_feed(total=2), _feed(1, 2, total=2))
    spool = await fetch_arxiv(settings, author="Yuxiong He", spool=tmp_path / "spool.atom")
    assert len(_papers(spool)) == 2


async def test_unknown_ids_are_named(
    stand_in: StandIn, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stand_in.in_turn(_feed(1, total=1), _feed(total=0))
    await fetch_arxiv(settings, ids=["2001.00001", "2001.00009"], spool=tmp_path / "some.atom")
    assert "arXiv has no paper 2001.00009" in caplog.text
    with pytest.raises(NotFound, match=r"arXiv has no paper 2001.00009\."):
        await fetch_arxiv(settings, ids=["2001.00009"], spool=tmp_path / "none.atom")
    assert not (tmp_path / "none.atom").exists()


async def test_nobody_of_that_name(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    stand_in.in_turn(_feed(total=0))
    with pytest.raises(NotFound, match="arXiv has no paper by 'Nobody'"):
        await fetch_arxiv(settings, author="Nobody", spool=tmp_path / "none.atom")


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        ((200, {"Content-Type": "text/html"}, b"<html><p>hello"), "arXiv answered with something other than an Atom"),
        ((403, {}, b""), "arXiv refuses the request (403). It may have had too many requests from here"),
        ((400, {}, b"<feed><summary>bad query</summary></feed>"), "arXiv cannot answer (400): bad query"),
    ],
)
async def test_refusals_are_sentences(
    stand_in: StandIn, settings: Settings, tmp_path: Path, reply: Reply, sentence: str
) -> None:
    stand_in.in_turn(reply)
    with pytest.raises(SourceFailed, match=re.escape(sentence)):
        await fetch_arxiv(settings, ids=["2001.00001"], spool=tmp_path / "spool.atom")
    assert _left_in(tmp_path) == []


async def test_wrong_ids_and_no_choice_are_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"'10\.1/x' is no arXiv id"):
        await fetch_arxiv(settings, ids=["10.1/x"], spool=tmp_path / "spool.atom")
    with pytest.raises(InvalidValue, match="Name either ids or an author"):
        await fetch_arxiv(settings, spool=tmp_path / "spool.atom")
