"""`bzpeer query`: Cypher from a terminal or a pipe, through the same gate, limits and encoding as over HTTP."""

import asyncio
import json
import os
import sys
from codecs import getincrementaldecoder
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from typing import Annotated, Any, Literal, NoReturn

import typer

from api.db_commands import fetching, sentences
from api.terminal import as_text, drawn
from graph.console.forms import CSV, JSON, LINES, PARQUET, Form
from graph.console.named import Named
from graph.console.run import Result, open_console
from graph.console.tokens import LONGEST
from graph.console.values import decode
from graph.errors import InvalidValue
from graph.settings import Settings, load_settings
from graph.store import open_store

Shape = Literal["table", "csv", "json", "ndjson", "parquet"]
FORMS: dict[Shape, Form] = {
    "table": Form("text/plain", as_text, stream=False),
    "csv": CSV,
    "json": JSON,
    "ndjson": LINES,
    "parquet": PARQUET,
}
_MOST = 4 * LONGEST + 4
"""Bytes that are read of a query: more characters than the gate lets through."""
PIPE_CLOSED = 141
"""Exit code when the reader of the output has gone: what a shell says of a program that SIGPIPE has ended."""


def query_command(
    query: Annotated[
        str | None,
        typer.Argument(help="One statement that reads; - (or nothing, with piped input): from standard input."),
    ] = None,
    name: Annotated[str | None, typer.Option(help="Run the query of this name.")] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter: JSON, or else text. May be repeated."),
    ] = None,
    form: Annotated[
        Shape, typer.Option("--format", "-f", help="How rows are written; table: with tabs when not to a terminal.")
    ] = "table",
    names: Annotated[bool, typer.Option("--list", help="List the queries that have a name.")] = False,
) -> None:
    """Ask the graph in Cypher.

    Exit codes: 1 refused or failed, 2 wrong usage, 141 nobody reads the output any more.
    """
    with sentences():
        settings = load_settings()
        named = Named(settings.queries)
        try:
            if names:
                _write(_listed(named).encode())
                return
            text, params = _asked(named, query, name, param or [])
            _check_form(form)
            asyncio.run(_run(settings, text, params, FORMS[form]))
        except BrokenPipeError:
            _leave()


def _asked(named: Named, query: str | None, name: str | None, words: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """Return what to run, with its parameters."""
    given: dict[str, list[str]] = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not (key and sign):
            raise InvalidValue(f"--param {word!r} has no name and value: write it as --param limit=5.")
        given.setdefault(key, []).append(value)
    if name is None:
        return _text(query), {key: _value(key, values) for key, values in given.items()}
    if query is not None:
        raise InvalidValue("Both a query and --name are given: choose one.")
    found = named.find(name)
    return found.text, named.typed(found, given)


def _text(query: str | None) -> str:
    """Return the query itself, or what standard input says."""
    if query not in (None, "-"):
        return str(query)
    if query is None and sys.stdin.isatty():
        raise InvalidValue("Say what to ask: a query, - to type one, or --name with one of `bzpeer query --list`.")
    typed = sys.stdin.buffer.read(_MOST)
    try:
        return getincrementaldecoder("utf-8")().decode(typed, final=len(typed) < _MOST)
    except UnicodeDecodeError as error:
        raise InvalidValue(f"Standard input is no UTF-8 (byte {error.start}): save the query as that.") from error


def _value(key: str, words: Sequence[str]) -> Any:
    """Return the value of a parameter that no header gives a type: JSON where it is some, else text."""
    if len(words) > 1:
        raise InvalidValue(f"The parameter {key} is given {len(words)} times: give it once, a list as JSON.")
    try:
        return decode(json.loads(words[0], parse_constant=_no_json))
    except ValueError:
        return words[0]


def _no_json(word: str) -> NoReturn:
    raise ValueError(word)


def _check_form(form: Shape) -> None:
    if form == "parquet" and sys.stdout.isatty():
        raise InvalidValue("Parquet is not for a terminal: send it to a file with > rows.parquet.")


def _listed(named: Named) -> str:
    every = named.all().items
    rows = [[each.name, ", ".join(f"{p.name}: {p.type}" for p in each.params), each.purpose] for each in every]
    return drawn(["name", "parameters", "purpose"], rows)


async def _run(settings: Settings, query: str, params: Mapping[str, Any], form: Form) -> None:
    """Run a query and write its rows to standard output as they come."""
    with fetching() as fetched:
        async with (
            open_store(settings, fetched) as store,
            open_console(settings, store.connection) as console,
            console.run(query, params, form.limits(settings)) as result,
            aclosing(form.pieces(result, params)) as pieces,  # type: ignore[type-var]
        ):
            async for piece in pieces:
                _write(piece)
            if form is JSON:
                _write(b"\n")
            _tell(result, form)


def _write(piece: bytes) -> None:
    sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _tell(result: Result, form: Form) -> None:
    """Say on standard error when rows were left out; on a terminal also how many there are and how long it took."""
    if result.cut == "rows":
        setting = "BZPEER_STREAM_ROWS" if form.stream else "BZPEER_CONSOLE_ROWS"
        other = "" if form.stream else ", or ask for csv, ndjson or parquet, which take more"
        _say(f"Cut at {result.count:,} rows: set {setting}{other}.")
    elif result.cut:
        _say(f"Cut at {result.limits.bytes >> 20:,} MB, after {result.count:,} rows: ask for fewer columns or rows.")
    elif sys.stdout.isatty():
        _say(f"{result.count:,} rows, {result.milliseconds:,.0f} ms")


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _leave() -> NoReturn:
    """End quietly: nobody reads the output any more, nor what the interpreter would flush into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(PIPE_CLOSED)
