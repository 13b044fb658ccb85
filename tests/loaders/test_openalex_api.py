"""OpenAlex's API: every way to fetch works, from a stand-in that answers as the real one is recorded to."""

import json
import re
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InvalidValue, NotFound, SourceFailed
from graph.settings import Settings, load_settings
from loaders import http
from loaders.http import retry_after
from loaders.openalex import OpenAlexSource
from loaders.openalex_api import fetch_works
from loaders.source import Item
from tests.loaders.conftest import Asked, Reply, StandIn

RECORDED = json.loads((Path(__file__).parent / "data" / "openalex_2024.json").read_bytes())
AUTHOR = RECORDED[0]["response"]
PAGE = RECORDED[1]["response"]
INSTITUTION = RECORDED[2]["response"]


def _json(value: Any, status: int = 200, **headers: str) -> Reply:
    return status, {"Content-Type": "application/json", **headers}, json.dumps(value).encode()


def _toy_page(numbers: range, total: int, cursor: str | None) -> Reply:
    results = [{"id": f"https://openalex.org/W{number}", "title": f"p{number}"} for number in numbers]
    return _json({"meta": {"count": total, "per_page": 100, "next_cursor": cursor}, "results": results})


@pytest.fixture
def settings(stand_in: StandIn) -> Settings:
    return load_settings(_env_file=None, openalex_url=stand_in.address, openalex_key="toy-key", mailto="a1@example.org")


def _left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def _ids(path: Path) -> list[str]:
    return [item.records[-1].id for item in OpenAlexSource([path]).items() if isinstance(item, Item)]


async def test_the_works_of_an_author(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    works = {**PAGE, "meta": {"count": len(PAGE["results"]), "next_cursor": None}}
    stand_in.in_turn(_json(AUTHOR), _json(works))
    seen: list[tuple[int, int | None]] = []
    spool = await fetch_works(
        settings,
        author="A5015201707",
        spool=tmp_path / "new" / "works.jsonl",
        progress=lambda done, total: seen.append((done, total)),
    )
    assert _ids(spool)[0] == "openalex:A5015201707"
    assert len(_ids(spool)) == 1 + len(PAGE["results"])
    assert seen[-1] == (1 + len(PAGE["results"]), 1 + len(PAGE["results"]))
    lookup, listing = stand_in.asked
    assert lookup.path == "/authors/A5015201707"
    assert listing.path == "/works"
    assert listing.parameters["filter"] == "author.id:A5015201707"
    assert listing.parameters["cursor"] == "*"
    assert (listing.parameters["api_key"], listing.parameters["mailto"]) == ("toy-key", "a1@example.org")
    assert "abstract_inverted_index" in listing.parameters["select"].split(",")
    assert "bzpeer" in listing.agent


@pytest.mark.parametrize(
    ("choice", "path", "answer", "expected"),
    [
        (
            {"orcid": "https://orcid.org/0000-0003-0822-9873"},
            "/authors/orcid:0000-0003-0822-9873",
            AUTHOR,
            "author.id:A5015201707",
        ),
        (
            {"institution": "https://ror.org/04znxe670"},
            "/institutions/ror:04znxe670",
            INSTITUTION,
            "authorships.institutions.lineage:I916541031",
        ),
    ],
)
async def test_orcid_and_institution_are_looked_up_first(
    stand_in: StandIn, settings: Settings, tmp_path: Path, choice: dict[str, Any], path: str, answer: Any, expected: str
) -> None:
    stand_in.in_turn(_json(answer), _toy_page(range(2), 2, None))
    await fetch_works(settings, **choice, spool=tmp_path / "works.jsonl")
    assert [asked.path for asked in stand_in.asked] == [path, "/works"]
    assert stand_in.asked[1].parameters["filter"] == expected


async def test_pages_follow_the_cursor_to_its_end(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    stand_in.in_turn(
        _toy_page(range(100), 230, "c1"),
        _toy_page(range(100, 200), 230, "c2"),
        _toy_page(range(200, 230), 230, "c3"),
        _toy_page(range(0), 230, None),
    )
    spool = await fetch_works(settings, search="dysarthria", spool=tmp_path / "works.jsonl")
    assert _ids(spool) == [f"openalex:W{number}" for number in range(230)]
    assert [asked.parameters["cursor"] for asked in stand_in.asked] == ["*", "c1", "c2", "c3"]
    assert stand_in.asked[0].parameters["search"] == "dysarthria"


async def test_a_limit_is_kept(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    stand_in.in_turn(_toy_page(range(100), 230, "c1"), _toy_page(range(100, 200), 230, "c2"))
    spool = await fetch_works(settings, search="dysarthria", limit=120, spool=tmp_path / "works.jsonl")
    assert len(_ids(spool)) == 120


async def test_a_byline_cut_at_a_hundred_is_asked_for_whole(
    stand_in: StandIn, settings: Settings, tmp_path: Path
) -> None:
    def work(authors: int) -> dict[str, Any]:
        slots = [
            {"author": {"id": f"https://openalex.org/A{number}", "display_name": f"a{number}"}}
            for number in range(authors)
        ]
        return {"id": "https://openalex.org/W1", "authorships": slots}

    stand_in.in_turn(_json({"meta": {"count": 1, "next_cursor": None}, "results": [work(100)]}), _json(work(249)))
    spool = await fetch_works(settings, search="cms", spool=tmp_path / "works.jsonl")
    [item] = OpenAlexSource([spool]).items()
    assert isinstance(item, Item)
    assert len(item.records) == 249 + 1
    assert stand_in.asked[1].path == "/works/W1"


async def test_named_works_come_one_by_one(
    stand_in: StandIn, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    known = {"/works/W1": "W1", "/works/doi:10.48550/arxiv.1910.02054": "W2"}

    def answer(asked: Asked) -> Reply:
        if asked.path in known:
            return _json({"id": f"https://openalex.org/{known[asked.path]}"})
        return 404, {}, b"<html>"

    stand_in.answer = answer
    spool = await fetch_works(
        settings, ids=["W1", "arXiv:1910.02054v3", "https://doi.org/10.1000/none"], spool=tmp_path / "works.jsonl"
    )
    assert _ids(spool) == ["openalex:W1", "openalex:W2"]
    assert "OpenAlex knows no work doi:10.1000/none" in caplog.text
    with pytest.raises(NotFound, match=r"OpenAlex knows no work W9\."):
        await fetch_works(settings, ids=["W9"], spool=tmp_path / "none.jsonl")
    assert not (tmp_path / "none.jsonl").exists()


async def test_an_unknown_author_is_not_found(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    stand_in.in_turn((404, {}, b""))
    with pytest.raises(NotFound, match="OpenAlex does not know /authors/A1"):
        await fetch_works(settings, author="A1", spool=tmp_path / "works.jsonl")


async def test_a_busy_service_is_given_the_time_it_asks_for(
    stand_in: StandIn, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stand_in.in_turn(
        _json({"error": "Too Many Requests"}, 429, **{"Retry-After": "1"}),
        (500, {}, b"oops"),
        _toy_page(range(3), 3, None),
    )
    spool = await fetch_works(settings, search="x", spool=tmp_path / "works.jsonl")
    assert len(_ids(spool)) == 3
    first, second, _ = stand_in.asked
    assert second.at - first.at >= 1.0
    said = [record.getMessage() for record in caplog.records if record.name == "loaders.http"]
    assert said == ["OpenAlex does not answer as it should; trying again."]


async def test_a_date_to_wait_for_is_obeyed(stand_in: StandIn, settings: Settings, tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        if len(stand_in.asked) > 1:
            return _toy_page(range(1), 1, None)
        until = datetime.now(UTC) + timedelta(seconds=2)  # a date has whole seconds: at least one is left
        return 503, {"Retry-After": format_datetime(until, usegmt=True)}, b""

    stand_in.answer = answer
    await fetch_works(settings, search="x", spool=tmp_path / "works.jsonl")
    assert stand_in.asked[1].at - stand_in.asked[0].at >= 1.0


def test_both_forms_of_retry_after_are_understood() -> None:
    now = datetime(2026, 2, 1, 12, 0, 0, tzinfo=UTC)
    assert retry_after("17", now) == 17
    assert retry_after("Sun, 01 Feb 2026 12:00:30 GMT", now) == 30
    assert retry_after("Sun, 01 Feb 2026 11:00:00 GMT", now) == 0
    assert retry_after("soon", now) is None
    assert retry_after(None, now) is None


async def test_an_allowance_that_is_used_up_is_not_waited_for(
    stand_in: StandIn, settings: Settings, tmp_path: Path
) -> None:
    stand_in.in_turn(_toy_page(range(100), 200, "c1"), (429, {"Retry-After": "28800"}, b""))
    started = time.monotonic()
    with pytest.raises(SourceFailed, match=r"OpenAlex asks to wait 8\.0 hours"):
        await fetch_works(settings, search="x", spool=tmp_path / "works.jsonl")
    assert time.monotonic() - started < 60
    assert _left_in(tmp_path) == []


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        ((401, {}, b""), "OpenAlex refuses the request (401). Check BZPEER_OPENALEX_KEY"),
        ((403, {}, b""), "OpenAlex refuses the request (403). Check BZPEER_OPENALEX_KEY"),
        (_json({"error": "Invalid query", "message": "x is no filter"}, 400), "OpenAlex cannot answer (400): "),
        ((200, {"Content-Type": "text/html"}, b"<html>"), "OpenAlex answered with something other than a page of JSON"),
        (_json({"meta": {}}), "OpenAlex answered with something other than a page of JSON (application/json)"),
    ],
)
async def test_refusals_are_sentences(
    stand_in: StandIn, settings: Settings, tmp_path: Path, reply: Reply, sentence: str
) -> None:
    stand_in.in_turn(reply)
    with pytest.raises(SourceFailed, match=re.escape(sentence)) as caught:
        await fetch_works(settings, search="x", spool=tmp_path / "works.jsonl")
    assert "toy-key" not in str(caught.value)
    assert _left_in(tmp_path) == []


async def test_without_a_key_the_message_says_where_to_get_one(stand_in: StandIn, tmp_path: Path) -> None:
    settings = load_settings(_env_file=None, openalex_url=stand_in.address)
    stand_in.in_turn((403, {}, b""))
    with pytest.raises(SourceFailed, match=r"Get a free key at openalex\.org/settings/api and set BZPEER_OPENALEX_KEY"):
        await fetch_works(settings, search="x", spool=tmp_path / "works.jsonl")
    assert "api_key" not in stand_in.asked[0].parameters


async def test_an_unreachable_service_is_a_sentence(
    stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "_ATTEMPTS", 2)
    settings = load_settings(_env_file=None, openalex_url="http://127.0.0.1:1")
    with pytest.raises(SourceFailed, match=r"OpenAlex cannot be reached at 127\.0\.0\.1 \(.+\)\. Check the network\."):
        await fetch_works(settings, search="x", spool=tmp_path / "works.jsonl")


async def test_a_service_that_stays_broken_is_a_sentence(
    stand_in: StandIn, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "_ATTEMPTS", 2)
    stand_in.answer = lambda asked: (502, {}, b"")
    with pytest.raises(SourceFailed, match=r"OpenAlex cannot be read now: it answers 502 Bad Gateway\. Try again"):
        await fetch_works(settings, search="x", spool=tmp_path / "works.jsonl")
    assert len(stand_in.asked) == 2


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({}, "Name exactly one of author, ORCID"),
        ({"author": "A1", "search": "x"}, "Name exactly one of author, ORCID"),
        ({"author": "W1"}, "'W1' is no OpenAlex id of an author"),
        ({"orcid": "0000-0003-0822-9870"}, "'0000-0003-0822-9870' is no ORCID iD"),
        ({"institution": "x"}, "'x' is neither a ROR id nor"),
        ({"ids": ["x"]}, "'x' is no OpenAlex id of a work"),
    ],
)
async def test_wrong_choices_are_refused(
    settings: Settings, tmp_path: Path, choice: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(InvalidValue, match=re.escape(sentence)):
        await fetch_works(settings, **choice, spool=tmp_path / "works.jsonl")
