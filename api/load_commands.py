"""`bzpeer load …`: bring records of a source into the graph."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console

from api import logs
from api.db_commands import fetching, sentences
from api.matches import print_matches
from api.progress import Report, reporter
from graph.catalogue import query
from graph.errors import BadRequest, BzpeerError, LoadInputError
from graph.settings import Settings, load_settings
from graph.store import Store, open_store
from loaders import dead_letters, fetched
from loaders.acl import AclSource
from loaders.arxiv import ArxivAtomSource, ArxivSource
from loaders.arxiv_api import fetch_arxiv
from loaders.bibtex import bibtex_source
from loaders.demo import DemoSource, arxiv_ids
from loaders.institution_names import institution_names
from loaders.openalex import OpenAlexSource, OpenAlexTopicsSource
from loaders.openalex_api import fetch_works
from loaders.own import OwnSource
from loaders.own_csv import csv_source
from loaders.pipeline import Options, Progress, load
from loaders.ror import RorSource
from loaders.source import Source
from loaders.tally import Outcome, Tally
from loaders.unload import unload

SEARCHED = 200
"""Works that a live search brings where no limit is given: it may match millions."""

COMPARING = Progress(0, None, "reading, and comparing with the graph")

load_app = typer.Typer(help="Bring records of a source into the graph.", no_args_is_help=True)

Loaded = tuple[Outcome, OwnSource | None]
Make = Callable[[Store, Settings, Report], Awaitable[Source]]
Limit = Annotated[int | None, typer.Option(min=1, help="Read at most so many records.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")]
OwnDryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what each record would be matched with, and why; write nothing.")
]
Resume = Annotated[bool, typer.Option("--resume/--afresh", help="Go on where a stopped load of this input was.")]
Json = Annotated[bool, typer.Option("--json", help="Print the tally as JSON on standard output.")]
Files = Annotated[list[Path] | None, typer.Argument(help="Files, plain or packed (.gz, .xz).")]
OwnFiles = Annotated[list[Path], typer.Argument(help="Files, plain or packed (.gz, .xz).")]
Ids = Annotated[str | None, typer.Option(help="Ids, with commas between, from the API.")]


def _load(make: Make, limit: int | None, dry_run: bool, resume: bool, as_json: bool) -> None:
    """Open the graph, make the source, load it with progress, and print the tally, also of a load that failed."""
    tally = Tally()
    with sentences():
        settings = load_settings()
        logs.configure(settings.log_format)
        options = Options(limit, dry_run, resume, dead_letters=dead_letters.folder(settings.data_dir))
        try:
            outcome, own = asyncio.run(_run(make, settings, options, tally))
        except BzpeerError as error:
            if as_json:
                typer.echo(orjson.dumps(tally.state() | {"error": str(error)}))
            raise
        fault = _fault(tally)
        _print(outcome, own, fault, as_json)
        if fault:
            raise LoadInputError(fault)


async def _run(make: Make, settings: Settings, options: Options, tally: Tally) -> Loaded:
    with fetching() as fetched:
        async with open_store(settings, fetched) as store:
            with reporter(settings.log_format) as report:
                source = await make(store, settings, report)
                outcome = await load(store.connection, source, options, report, tally)
                return outcome, source if isinstance(source, OwnSource) else None


def _given(make: Callable[[], Source]) -> Make:
    """A source that needs nothing but its files."""

    async def made(_: Store, __: Settings, ___: Report) -> Source:
        return make()

    return made


def _fault(tally: Tally) -> str | None:
    """Return what is wrong with an input that held nothing, or nothing that could be read."""
    if not tally.read:
        return "The input holds no record: check that it is the one you mean."
    if tally.rejected == tally.read:
        return "No record could be read: check that the input is of this source."
    return None


def _print(outcome: Outcome, own: OwnSource | None, fault: str | None, as_json: bool) -> None:
    matches = own.matches[: outcome.tally.position] if own else ()
    if as_json:
        run = {"source": outcome.source, "run": outcome.run, "version": outcome.version}
        more = {"resumed_at": outcome.resumed_at, "seconds": outcome.seconds, "dead_letters": outcome.dead_letters}
        told = {"files": own.notes, "matches": [asdict(each) for each in matches]} if own else {}
        typer.echo(orjson.dumps(outcome.tally.state() | run | more | {"error": fault} | told))
        return
    for note in own.notes if own else ():
        typer.echo(note, err=True)
    if outcome.dry_run:
        print_matches(matches)
    counts = Counter(each.outcome for each in matches)
    told_in_short = ", ".join(f"{number:,} {name}" for name, number in sorted(counts.items()))
    line = f"{outcome.line()}; {told_in_short}" if counts else outcome.line()
    Console(highlight=False).print(line, soft_wrap=True, markup=False)


@load_app.command()
def demo(limit: Limit = None, dry_run: DryRun = False, resume: Resume = True, json: Json = False) -> None:
    """Load the offline demo that the program ships."""
    _load(_given(DemoSource), limit, dry_run, resume, json)


@load_app.command()
def ror(path: Path, limit: Limit = None, dry_run: DryRun = False, resume: Resume = True, json: Json = False) -> None:
    """Load organisations from a ROR file or a folder of them (schema 1 or 2; .json, .jsonl, also packed, .zip)."""
    _load(_given(lambda: RorSource(path)), limit, dry_run, resume, json)


@load_app.command()
def acl(folder: Path, limit: Limit = None, dry_run: DryRun = False, resume: Resume = True, json: Json = False) -> None:
    """Load the ACL Anthology from its data folder (xml/ and yaml/)."""

    async def make(store: Store, _: Settings, __: Report) -> Source:
        return AclSource(folder, await institution_names(store.connection))

    _load(make, limit, dry_run, resume, json)


@load_app.command()
def openalex(
    files: Files = None,
    author: Annotated[str | None, typer.Option(help="Works of this OpenAlex author id, from the API.")] = None,
    orcid: Annotated[str | None, typer.Option(help="Works of this ORCID, from the API.")] = None,
    institution: Annotated[str | None, typer.Option(help="Works of this OpenAlex or ROR id, from the API.")] = None,
    search: Annotated[
        str | None, typer.Option(help="Works that match these words, best first: 200 or --limit.")
    ] = None,
    ids: Ids = None,
    limit: Limit = None,
    dry_run: DryRun = False,
    resume: Resume = True,
    json: Json = False,
) -> None:
    """Load OpenAlex works from files, or live by author, ORCID, institution, words or ids."""
    every: dict[str, Any] = {"author": author, "orcid": orcid, "institution": institution, "search": search}
    asked = {name: value for name, value in (every | {"ids": _split(ids)}).items() if value}

    async def make(_: Store, settings: Settings, report: Report) -> Source:
        if files:
            return OpenAlexSource(files)
        spool, told = _spool(settings, "openalex", asked), _fetching(report)
        return OpenAlexSource([await fetch_works(settings, **asked, limit=limit, spool=spool, progress=told)])

    limit = limit or (SEARCHED if search else None)
    _one_way(files, *asked.values(), names="files, --author, --orcid, --institution, --search, --ids")
    _load(make, limit, dry_run, resume, json)


@load_app.command("openalex-topics")
def openalex_topics(
    file: Path, limit: Limit = None, dry_run: DryRun = False, resume: Resume = True, json: Json = False
) -> None:
    """Load the taxonomy of OpenAlex topics from its CSV file."""
    _load(_given(lambda: OpenAlexTopicsSource(file)), limit, dry_run, resume, json)


@load_app.command()
def arxiv(
    files: Files = None,
    ids: Ids = None,
    author: Annotated[str | None, typer.Option(help="Papers of this author name, from the API.")] = None,
    demo: Annotated[bool, typer.Option("--demo", help="The arXiv papers of the demo: brings their abstracts.")] = False,
    limit: Limit = None,
    dry_run: DryRun = False,
    resume: Resume = True,
    json: Json = False,
) -> None:
    """Load arXiv papers from TSV files, or live by id or author."""
    asked: dict[str, Any] = {"author": author} if author else {"ids": arxiv_ids() if demo else _split(ids)}

    async def make(_: Store, settings: Settings, report: Report) -> Source:
        if files:
            return ArxivSource(files)
        spool, told = _spool(settings, "arxiv", asked), _fetching(report)
        return ArxivAtomSource(await fetch_arxiv(settings, **asked, limit=limit, spool=spool, progress=told))

    _one_way(files, ids, author, demo, names="files, --ids, --author, --demo")
    _load(make, limit, dry_run, resume, json)


@load_app.command()
def bibtex(
    files: OwnFiles, limit: Limit = None, dry_run: OwnDryRun = False, resume: Resume = True, json: Json = False
) -> None:
    """Load papers from BibTeX files of your own: those that the graph knows are matched, the others are added."""

    async def make(store: Store, _: Settings, report: Report) -> Source:
        report(COMPARING)
        return await bibtex_source(store.connection, files)

    _load(make, limit, dry_run, resume, json)


@load_app.command("csv")
def csv_command(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of .csv and .tsv files, plain or packed.")],
    columns: Annotated[Path | None, typer.Option(help="TOML file that says which heading is which column.")] = None,
    limit: Limit = None,
    dry_run: OwnDryRun = False,
    resume: Resume = True,
    json: Json = False,
) -> None:
    """Load people, papers and authorships from tables of your own: a staff list, a group's publications."""

    async def make(store: Store, _: Settings, report: Report) -> Source:
        report(COMPARING)
        return await csv_source(store.connection, paths, columns)

    _load(make, limit, dry_run, resume, json)


@load_app.command("unload")
def unload_command(source: str, json: Json = False) -> None:
    """Take out of the graph what only SOURCE said (acl, arxiv, bibtex, csv, demo, openalex, ror)."""

    async def run(settings: Settings) -> tuple[dict[str, int], list[str]]:
        async with open_store(settings) as store:
            with reporter(settings.log_format) as report:
                return await unload(store.connection, source, report)

    with sentences():
        settings = load_settings()
        logs.configure(settings.log_format)
        steps, again = asyncio.run(run(settings))
    if json:
        typer.echo(orjson.dumps({"source": source, "changed": steps, "load_again": again}))
        return
    typer.echo(f"{source}: {steps['nodes']:,} things and {steps['authorships']:,} authorships are gone.")
    if again:
        typer.echo(f"Some facts of other sources had given way to it: load these again: {', '.join(again)}.")


@load_app.command()
def release() -> None:
    """Free the place for a load, when the process that held it is gone for good."""

    async def free() -> None:
        async with open_store(load_settings()) as store:
            await store.connection.write(query("admin/free"))

    with sentences():
        asyncio.run(free())
    typer.echo("The place for a load is free.")


def _one_way(*given: object, names: str) -> None:
    """Refuse a command that names no input, or more than one."""
    if sum(map(bool, given)) != 1:
        with sentences():
            raise BadRequest(f"Name exactly one of these: {names}.")


def _split(ids: str | None) -> list[str]:
    return [each.strip() for each in (ids or "").split(",") if each.strip()]


def _fetching(report: Report) -> Callable[[int, int | None], None]:
    return lambda done, total: report(Progress(done, total, "fetching"))


def _spool(settings: Settings, source: str, asked: Any) -> Path:
    """Return the file for the answer of a live fetch: the same question, the same file."""
    name = hashlib.sha256(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]
    folder = fetched.folder(settings.data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{source}-{name}"
