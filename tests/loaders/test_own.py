"""Own papers beside those of other sources: what is matched, what is left apart, and what stays as it was."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from api.cli import cli
from graph.digest import digest
from graph.models import Authorship, PaperRecord, PersonRecord
from graph.settings import Settings
from graph.store import Store
from loaders.bibtex import bibtex_source
from loaders.demo import DemoSource
from loaders.own import OwnSource
from loaders.pipeline import Options, load
from loaders.unload import unload
from tests.api.conftest import environment
from tests.toy import person, toy

OWN = Path(__file__).parent / "data" / "own.bib"
GRAPHS = "A Study of Graphs"
Bib = Callable[..., Awaitable[OwnSource]]


@pytest.fixture
def bib(store: Store, tmp_path: Path) -> Bib:
    """A function that makes a source of the text of a BibTeX file."""

    async def make(text: str, name: str = "x.bib") -> OwnSource:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return await bibtex_source(store.connection, [path])

    return make


def known(key: str, *ids: str, by: str = "Jane Doe", title: str = GRAPHS, year: int = 2020) -> PaperRecord:
    """A paper that another source knows; its first author is a person there."""
    first = Authorship(name=by, person="toy:jane", position=1)
    return PaperRecord(id=f"toy:{key}", ids=ids, title=title, year=year, authors=(first,))


def entry(more: str = "", title: str = GRAPHS, author: str = "Doe, J. and Roe, Rob", year: int = 2020) -> str:
    return f"@article{{key, title = {{{title}}}, author = {{{author}}}, year = {year}, {more}}}\n"


async def outcomes(source: OwnSource) -> list[tuple[str, str | None, str | None]]:
    return [(each.outcome, each.by, each.node) for each in source.matches]


async def count(store: Store, text: str) -> int:
    return int((await store.connection.read(f"{text} AS n"))[0]["n"])


async def test_a_file_of_ones_own_joins_the_demo(store: Store) -> None:
    await load(store.connection, DemoSource())
    people = await count(store, "MATCH (p:Person) RETURN count(p)")
    source = await bibtex_source(store.connection, [OWN])
    title = "title, year and first author"
    assert await outcomes(source) == [
        ("matched", "doi:10.18653/v1/n19-1423", "demo:devlin2018bert"),
        ("matched", "arxiv:1910.02054", "demo:rajbhandari2019zero"),
        ("matched", title, "demo:qin2021simigrad"),
        ("new", None, None),
        ("rejected", None, None),
        ("rejected", None, None),
        ("matched", "doi:10.18653/v1/n19-1423", "demo:devlin2018bert"),
    ]
    assert source.matches[-1].reason == "the same paper as own.bib:4"
    tally = (await load(store.connection, source)).tally
    assert (tally.read, tally.written, tally.unchanged, tally.rejected) == (7, 4, 1, 2)
    assert tally.adds_up
    assert tally.conflicts == 0
    papers = await store.connection.read(
        "MATCH (p:Paper)<-[:IDENTIFIES]-(:Identifier {source: 'bibtex'}) RETURN p.source AS source"
    )
    assert sorted(row["source"] for row in papers) == ["bibtex", "demo", "demo", "demo"]
    assert await count(store, "MATCH (p:Person) RETURN count(p)") == people, "names are no people"


async def test_a_second_load_writes_nothing_and_unloading_leaves_no_trace(store: Store) -> None:
    await load(store.connection, DemoSource())
    before = await digest(store.connection)
    await load(store.connection, await bibtex_source(store.connection, [OWN]))
    loaded = await digest(store.connection)
    again = await load(store.connection, await bibtex_source(store.connection, [OWN]))
    assert (again.tally.written, again.tally.records) == (0, 0)
    assert await digest(store.connection) == loaded != before
    await unload(store.connection, "bibtex")
    assert await digest(store.connection) == before


async def test_a_dry_run_writes_nothing(store: Store) -> None:
    await load(store.connection, DemoSource())
    before = await digest(store.connection)
    source = await bibtex_source(store.connection, [OWN])
    outcome = await load(store.connection, source, Options(dry_run=True))
    assert (outcome.tally.written, outcome.tally.rejected) == (4, 2)
    assert await digest(store.connection) == before
    assert await count(store, "MATCH (r:LoadRun) RETURN count(r)") == 1


async def test_the_dry_run_says_what_is_matched_and_why(store: Store, settings: Settings) -> None:
    await load(store.connection, toy(person("jane"), known("a", "doi:10.1000/a")))

    async def run(*words: str) -> str:
        command = ["load", "bibtex", str(OWN), "--dry-run", *words]
        done = await asyncio.to_thread(CliRunner().invoke, cli, command, env=environment(settings))
        assert done.exit_code == 0, done.output
        return done.stdout

    lines = (await run()).splitlines()
    assert lines[0].split("\t") == ["where", "what", "outcome", "matched by", "in the graph", "remark"]
    assert "own.bib:35\t\trejected\t\t\tthe entry has no title" in lines
    assert lines[-1].endswith("(dry run: nothing was written); 5 new, 2 rejected")
    told = orjson.loads(await run("--json", "--limit", "2"))
    assert [each["outcome"] for each in told["matches"]] == ["new", "new"]
    assert told["read"] == 2


async def test_the_byline_of_a_known_paper_stays_and_what_it_lacks_is_added(store: Store, bib: Bib) -> None:
    await load(store.connection, toy(person("jane"), known("a", "doi:10.1000/a"), name="openalex"))
    await load(store.connection, await bib(entry("doi = {10.1000/A}, abstract = {In short.}, journal = {Own}")))
    (row,) = await store.connection.read(
        "MATCH (p:Paper)<-[a:AUTHORED]-(w) RETURN p.byline AS byline, p.venue AS venue, p.abstract AS abstract, "
        "p.abstract_source AS whose, collect(w.id) AS people, collect(a.source) AS sources"
    )
    assert (row["byline"], row["venue"]) == (["Jane Doe"], None)
    assert (row["abstract"], row["whose"]) == ("In short.", "bibtex")
    assert (row["people"], row["sources"]) == (["toy:jane"], ["openalex"])


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (entry(), "matched"),
        (entry(title="{A} study of \\emph{GRAPHS}"), "matched"),
        (entry("doi = {10.1000/a}"), "matched"),
        (entry("doi = {10.1000/other}"), "new"),
        (entry(year=2021), "new"),
        (entry(author="Roe, Rob and Doe, Jane"), "new"),
        (entry(title="A Study of Graphs II"), "new"),
    ],
)
async def test_a_title_matches_only_with_year_and_first_author_and_no_other_doi(
    store: Store, bib: Bib, text: str, outcome: str
) -> None:
    await load(store.connection, toy(person("jane"), known("a", "doi:10.1000/a")))
    source = await bib(text)
    assert [each.outcome for each in source.matches] == [outcome]
    await load(store.connection, source)
    assert await count(store, "MATCH (p:Paper) RETURN count(p)") == (1 if outcome == "matched" else 2)


async def test_a_title_is_found_however_its_signs_cut_the_words(store: Store, bib: Bib) -> None:
    title = "SQuAD:100,000+ Questions (Re)²-visited"
    await load(store.connection, toy(person("jane"), known("a", title=title)))
    assert [each.node for each in (await bib(entry(title="SQuAD: 100,000+ questions, (re)²visited"))).matches] == [None]
    assert [each.node for each in (await bib(entry(title="{SQuAD}: 100,000+ questions (re)²-visited"))).matches] == [
        "toy:a"
    ]


async def test_two_papers_of_one_title_are_never_chosen_between(store: Store, bib: Bib) -> None:
    await load(store.connection, toy(person("jane"), known("a"), known("b", "arxiv:1910.02054")))
    source = await bib(entry())
    assert [each.outcome for each in source.matches] == ["ambiguous"]
    assert "toy:a, toy:b" in (source.matches[0].reason or "")
    await load(store.connection, source)
    assert await count(store, "MATCH (p:Paper) RETURN count(p)") == 3
    assert (await load(store.connection, await bib(entry()))).tally.written == 0


async def test_an_entry_joins_two_papers_only_when_their_titles_agree(store: Store, bib: Bib) -> None:
    """Joining happens across sources: two papers of one source stay two."""
    await load(store.connection, toy(person("jane"), known("a", "doi:10.1000/a")))
    other = PaperRecord(id="arxiv:1910.02054", title="Another", year=2019)
    same = PaperRecord(id="arxiv:1910.02055", title=GRAPHS, year=2019)
    await load(store.connection, toy(other, same, name="arxiv", key="arxiv"))
    wrong = await bib(entry("doi = {10.1000/a}, eprint = {1910.02054}"))
    assert [each.outcome for each in wrong.matches] == ["ambiguous"]
    assert "arxiv:1910.02054 leads to another paper" in (wrong.matches[0].reason or "")
    await load(store.connection, wrong)
    assert await count(store, "MATCH (p:Paper) RETURN count(p)") == 3
    await load(store.connection, await bib(entry("doi = {10.1000/a}, eprint = {1910.02055}")))
    assert await count(store, "MATCH (p:Paper) RETURN count(p)") == 2


async def test_an_edited_entry_stays_the_same_paper(store: Store, bib: Bib) -> None:
    for text in (entry(), entry("doi = {10.1000/x}"), entry("doi = {10.1000/x}", title="A Study of Graphs, Revised")):
        await load(store.connection, await bib(text))
        (row,) = await store.connection.read("MATCH (p:Paper) RETURN p.title AS title")
    assert row["title"] == "A Study of Graphs, Revised"


async def test_a_paper_that_another_source_brings_later_is_joined_when_the_file_is_loaded_again(
    store: Store, bib: Bib
) -> None:
    await load(store.connection, await bib(entry()))
    await load(store.connection, toy(person("jane"), known("a"), name="openalex"))
    assert await count(store, "MATCH (p:Paper) RETURN count(p)") == 2
    await load(store.connection, await bib(entry()))
    (row,) = await store.connection.read("MATCH (p:Paper)<-[:AUTHORED]-(w) RETURN p.source AS source, w.id AS person")
    assert row == {"source": "openalex", "person": "toy:jane"}
    assert await count(store, "MATCH (p:Paper) RETURN count(p)") == 1


async def test_entries_of_one_paper_share_their_identifiers(store: Store, bib: Bib) -> None:
    source = await bib(entry("doi = {10.1000/x}") + entry("doi = {10.1000/x}, eprint = {1910.02054}") + entry())
    tally = (await load(store.connection, source)).tally
    assert (tally.written, tally.unchanged) == (1, 2)
    ids = await store.connection.read("MATCH (i:Identifier)-[:IDENTIFIES]->(:Paper) RETURN i.id AS id ORDER BY id")
    assert [row["id"] for row in ids] == ["arxiv:1910.02054", "bibtex:doi:10.1000/x", "doi:10.1000/x"]


async def test_an_author_who_stands_in_ones_own_list_is_that_person(store: Store, bib: Bib) -> None:
    listed = [PersonRecord(id="csv:person/rob-roe", name="Rob Roe"), PersonRecord(id="csv:person/j-doe", name="J. Doe")]
    namesake = PersonRecord(id="csv:person/j-doe/0000-0002-1825-0097", name="J. Doe")
    await load(store.connection, toy(*listed, namesake, person("rob-roe"), name="csv"))
    await load(store.connection, await bib(entry()))
    rows = await store.connection.read(
        "MATCH (w)-[a:AUTHORED]->(p) RETURN w.id AS id, a.position AS at, p.byline AS all"
    )
    assert rows == [{"id": "csv:person/rob-roe", "at": 2, "all": ["J. Doe", "Rob Roe"]}]
