"""The gate refuses every attack of the files, lets honest queries pass, and never takes long."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from graph.catalogue import catalogue
from graph.console.gate import Accepted, check
from graph.console.tokens import DEEPEST, LONGEST, tokens
from graph.errors import QueryNotAllowed
from tests.unit.gate.corpus import attacks, honest


def refusal(query: str) -> QueryNotAllowed | None:
    try:
        check(query)
    except QueryNotAllowed as error:
        return error
    return None


def test_there_are_enough_of_both() -> None:
    assert len({text for _, text in attacks()}) >= 300
    assert len({text for _, text in honest()}) >= 200


def test_no_attack_passes() -> None:
    assert [title for title, text in attacks() if refusal(text) is None] == []


def test_honest_queries_pass() -> None:
    refused = {title: str(error) for title, text in honest() if (error := refusal(text))}
    assert refused == {}


def test_the_reading_queries_of_the_catalogue_pass() -> None:
    assert {query.name: str(error) for query in catalogue("read").values() if (error := refusal(query.text))} == {}


def test_a_refusal_is_one_sentence_that_names_the_place() -> None:
    for title, text in attacks():
        error = refusal(text)
        assert error, title
        assert error.place, title
        said, (line, column, offset) = str(error), error.place
        assert said.startswith(f"Line {line}, column {column}: "), title
        assert said.endswith("."), title
        assert len(said) < 250, title
        assert 0 <= offset <= len(text), title
        assert text[:offset].count("\n") == line - 1, title
        assert len(text[:offset].split("\n")[-1]) == column - 1, title


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("MATCH (n)\n SET n.x = 1", "Line 2, column 2: SET changes the graph, and only reading is allowed here"),
        ("SHOW USERS", "Line 1, column 1: SHOW administers the server"),
        ("LOAD CSV FROM 'x' AS l RETURN l", "LOAD reads files or the network"),
        ("RETURN 1; RETURN 2", "Line 1, column 11: a second statement begins here: send one at a time."),
        ("CALL dbms.listConfig()", "the procedure dbms.listConfig is not one of those that may be called here."),
        ("RETURN apoc.x(1)", "Line 1, column 8: the function apoc.x is not one of those that may be used here."),
        ("MATCH (n) UPSERT n", "'UPSERT' is no word of the reading language, and no name can stand here."),
        ("CYPHER 9 RETURN 1", "CYPHER may be followed here by the version only, 5 or 25."),
        ("RETURN 'x", "Line 1, column 8: the text that begins here has no end: close it with '."),
        ("RETURN (1", "'(' is never closed: add its other half."),
        ("", "there is no query here"),
    ],
)
def test_what_is_said(query: str, said: str) -> None:
    assert said in str(refusal(query))


def test_what_passes_is_the_query_without_comments_and_prefix() -> None:
    assert check("CYPHER 5 EXPLAIN RETURN 1 /* SET */ AS x; // end") == Accepted(
        "                 RETURN 1           AS x", "CYPHER 5", "EXPLAIN"
    )
    assert check("RETURN '// text' AS x // a\\u000ab\n") == Accepted(
        "RETURN '// text' AS x " + " " * len("// a\\u000ab") + "\n"
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("RETURN " + "1 + " * LONGEST + "1", f"at most {LONGEST} characters"),
        ("RETURN " + "(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), f"more than {DEEPEST} times"),
        ("RETURN " + "[" * 9000, f"more than {DEEPEST} times"),
        ("CALL () { " * 100 + "RETURN 1", f"more than {DEEPEST} times"),
        ("RETURN '" + "x" * LONGEST, f"at most {LONGEST} characters"),
    ],
)
def test_size_and_nesting_are_bounded(query: str, said: str) -> None:
    assert said in str(refusal(query))


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of Python `work` runs: a time that no busy machine changes."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "part",
    [
        "UNWIND [1] AS x ",
        "MATCH (a {set: 1}) ",
        "WITH a.b.c.d.e.f ",
        "CALL db.labels() ",
        "CALL call.call.call ",
        "/* x */ // y\n",
        "'\\'' ",
        "`a``b` ",
        "x.set ",
        ", set ",
        "1.5e3 ",
        "[{(1)}] ",
        "a.",
        "\\",
        "/*",
        "'\\",
    ],
)
def test_the_time_is_linear(part: str) -> None:
    def run(length: int) -> int:
        query = "RETURN " + part * (length // len(part))
        return lines_run(lambda: (refusal(query), _tokens(query)))

    assert run(16_000) < 2.5 * run(8_000) + 200


def _tokens(query: str) -> None:
    try:
        tokens(query)
    except QueryNotAllowed:
        return


@pytest.mark.parametrize("start", ["'", '"', "`", "/*", "//", "0x", "1", "1.", ".", "a", "\u00a0", "'\\"])
def test_no_pattern_goes_back(start: str) -> None:
    """The longest possible token of each kind, closed or not, is read at once: patterns never try a second way."""
    for filling in ("*", "a", "1", "_", "\\'", "``", "*/*", "\\u0041", " "):
        refusal(("RETURN " + start + filling * LONGEST)[:LONGEST])
