"""A staff list and a group's papers as tables: who is matched, who stays apart, and where people are."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from api.cli import cli
from graph.digest import digest
from graph.models import InstitutionRecord, PersonRecord
from graph.people import profile
from graph.settings import Settings
from graph.store import Store
from loaders import identity
from loaders.bibtex import bibtex_source
from loaders.own import OwnSource
from loaders.own_csv import csv_source
from loaders.pipeline import Options, load
from loaders.unload import unload
from tests.api.conftest import environment
from tests.conftest import WIPE
from tests.toy import paper, person, toy

JANE, ROB = "0000-0002-1825-0097", "0000-0001-5109-3700"
PEOPLE = f"""name,orcid,affiliation,start_year,end_year
Jane Doe,{JANE},Toy University,2018,2020
"Doe, Jane",{JANE},Toy Lab,2021,
Rob Roe,,Toy University,2019-10-01,
Bad Digits,0000-0002-1825-0098,,,
"""
PAPERS = """title,year,doi,authors
On Toys,2019,10.1000/a,Jane Doe; Rob Roe
More Toys and Games,2020,,"Doe, Jane; Mary Major"
No Year,soon,,
"""
TOY_UNI = InstitutionRecord(id="ror:05gq02987", name="Toy University", status="active", country="DE")
Tables = Callable[..., Awaitable[OwnSource]]


@pytest.fixture
def tables(store: Store, tmp_path: Path) -> Tables:
    """A function that makes a source of tables given by their names: `people=…, papers=…, authorships=…`."""

    async def make(**texts: str) -> OwnSource:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, text in texts.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        return await csv_source(store.connection, [folder])

    return make


async def rows(store: Store, text: str) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in await store.connection.read(text)]


async def people(store: Store) -> list[tuple[object, ...]]:
    return await rows(store, "MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.source AS source ORDER BY id")


async def places(store: Store) -> list[tuple[object, ...]]:
    return await rows(
        store,
        "MATCH (p:Person)-[a:AFFILIATED_WITH]->(i) RETURN p.name AS who, i.id AS at, a.first_year AS first, "
        "a.last_year AS last, a.papers AS papers, a.sources AS sources ORDER BY who, at",
    )


async def test_people_are_matched_by_orcid_and_the_others_are_new(store: Store, tables: Tables) -> None:
    known = [
        PersonRecord(id="openalex:A1", ids=(f"orcid:{JANE}",), name="J. Doe"),
        person("Rob Roe", scheme="openalex"),
    ]
    await load(store.connection, toy(TOY_UNI, name="ror", key="ror"))
    await load(store.connection, toy(*known[:1], name="openalex"))
    source = await tables(people=PEOPLE, papers=PAPERS)
    told = [(each.place, each.outcome, each.by, each.node) for each in source.matches]
    assert told == [
        ("people.csv:2", "matched", f"orcid:{JANE}", "openalex:A1"),
        ("people.csv:3", "matched", f"orcid:{JANE}", "openalex:A1"),
        ("people.csv:4", "new", None, None),
        ("papers.csv:2", "new", None, None),
        ("papers.csv:3", "new", None, None),
        ("people.csv:5", "rejected", None, None),
        ("papers.csv:4", "rejected", None, None),
    ]
    tally = (await load(store.connection, source)).tally
    assert (tally.read, tally.written, tally.unchanged, tally.rejected) == (7, 4, 1, 2)
    assert (tally.adds_up, tally.conflicts) == (True, 0)
    assert await people(store) == [("csv:person/rob-roe", "Rob Roe", "csv"), ("openalex:A1", "J. Doe", "openalex")]
    assert await rows(
        store, "MATCH (w)-[a:AUTHORED]->(p) RETURN w.name AS w, p.title AS p, a.position AS at ORDER BY p, w"
    ) == [
        ("J. Doe", "More Toys and Games", 1),
        ("J. Doe", "On Toys", 1),
        ("Rob Roe", "On Toys", 2),
    ]


async def test_affiliations_are_those_of_ror_by_name_else_of_ones_own(store: Store, tables: Tables) -> None:
    await load(store.connection, toy(TOY_UNI, name="ror", key="ror"))
    await load(store.connection, await tables(people=PEOPLE))
    assert await places(store) == [
        ("Jane Doe", "csv:institution/toy-lab", 2021, None, 0, ["csv"]),
        ("Jane Doe", "ror:05gq02987", 2018, 2020, 0, ["csv"]),
        ("Rob Roe", "ror:05gq02987", 2019, None, 0, ["csv"]),
    ]
    now = (await profile(store.connection, f"orcid:{JANE}")).affiliation
    assert now
    assert (now.name, now.first_year, now.last_year) == ("Toy Lab", 2021, None), "what is still on comes first"
    assert await rows(store, "MATCH (i:Institution) RETURN i.name AS n, i.country AS c, i.people AS p ORDER BY n") == [
        ("Toy Lab", None, 1),
        ("Toy University", "DE", 2),
    ]


async def test_an_institution_is_that_of_ror_from_the_next_load_on(store: Store, tables: Tables) -> None:
    await load(store.connection, await tables(people="name,affiliation\nJane,toy university\n"))
    assert [row[1] for row in await places(store)] == ["csv:institution/toy-university"]
    await load(store.connection, toy(TOY_UNI, name="ror", key="ror"))
    again = (await load(store.connection, await tables(people="name,affiliation\nJane,toy university\n"))).tally
    assert (again.written, again.conflicts) == (1, 0)
    assert [row[1] for row in await places(store)] == ["ror:05gq02987"]


async def test_a_ror_id_waits_for_its_organisation(store: Store, tables: Tables) -> None:
    await load(store.connection, await tables(people="name,ror,start_year\nJane,https://ror.org/05gq02987,2020\n"))
    assert await places(store) == []
    await load(store.connection, toy(TOY_UNI, name="ror", key="ror"))
    assert await places(store) == [("Jane", "ror:05gq02987", 2020, None, 0, ["csv"])]


async def test_a_second_load_writes_nothing_and_unloading_leaves_no_trace(store: Store, tables: Tables) -> None:
    known = PersonRecord(id="openalex:A1", ids=(f"orcid:{JANE}",), name="J. Doe")
    await load(store.connection, toy(TOY_UNI, name="ror", key="ror"))
    await load(
        store.connection, toy(known, paper("W1", by="A1", ids=("doi:10.1000/a",), scheme="openalex"), name="openalex")
    )
    before = await digest(store.connection)
    source = await tables(people=PEOPLE, papers=PAPERS)
    await load(store.connection, source, Options(dry_run=True))
    assert await digest(store.connection) == before
    await load(store.connection, source)
    loaded = await digest(store.connection)
    again = (await load(store.connection, await tables(people=PEOPLE, papers=PAPERS))).tally
    assert (again.written, again.records, again.unchanged) == (0, 0, 5)
    assert await digest(store.connection) == loaded != before
    await unload(store.connection, "csv")
    assert await digest(store.connection) == before


@pytest.mark.parametrize("loaded", [1, 3, 4])
async def test_a_load_that_stopped_ends_as_one_that_did_not(store: Store, tables: Tables, loaded: int) -> None:
    """What was loaded before the stop is compared with itself when the files are read again."""
    await load(store.connection, await tables(people=PEOPLE, papers=PAPERS))
    whole = await digest(store.connection)
    await store.connection.implicit(WIPE)
    await load(store.connection, await tables(people=PEOPLE, papers=PAPERS), Options(limit=loaded))
    await load(store.connection, await tables(people=PEOPLE, papers=PAPERS), Options(resume=False))
    assert await digest(store.connection) == whole


async def test_what_a_list_no_longer_says_goes_and_an_orcid_may_come_later(store: Store, tables: Tables) -> None:
    for text in ("name,affiliation\nJane,Here\n", f"name,affiliation,orcid\nJane,There,{JANE}\n"):
        await load(store.connection, await tables(people=text))
    assert await places(store) == [("Jane", "csv:institution/there", None, None, 0, ["csv"])]
    assert [row[0] for row in await people(store)] == ["csv:person/jane"]


async def test_one_name_is_one_person_unless_the_rows_say_otherwise(store: Store, tables: Tables) -> None:
    two = f"name,orcid,key\nJane Doe,{JANE},\nJane Doe,{ROB},\nJane Doe,,\nRob Roe,,7\nRob Roe,,8\nAnn,,\nAnn,,\n"
    source = await tables(people=two)
    told = {each.place: (each.outcome, each.reason) for each in source.matches}
    assert told["people.csv:4"] == ("rejected", "2 people here are called Jane Doe: give an ORCID iD, or a key")
    assert told["people.csv:8"] == ("new", "the same person as people.csv:7")
    await load(store.connection, source)
    ids = [row[0] for row in await people(store)]
    pairs = [
        f"csv:person/jane-doe/{ROB}",
        f"csv:person/jane-doe/{JANE}",
        "csv:person/rob-roe/7",
        "csv:person/rob-roe/8",
    ]
    assert ids == ["csv:person/ann", *pairs]
    assert (await load(store.connection, await tables(people=two))).tally.written == 0


async def test_a_name_never_joins_but_is_told(store: Store, tables: Tables) -> None:
    await load(store.connection, toy(person("Jane"), name="openalex"))
    source = await tables(people="name\nJane\n")
    assert "1 of this name in the graph (toy:Jane)" in (source.matches[0].reason or "")
    await load(store.connection, source)
    assert len(await people(store)) == 2
    chosen = await tables(people="name,id\nJane,toy:Jane\n")
    assert (chosen.matches[0].outcome, chosen.matches[0].reason) == (
        "ambiguous",
        "toy:Jane leads to toy:Jane, but your list made csv:person/jane before: unload csv, then load again",
    )
    await unload(store.connection, "csv")
    await load(store.connection, await tables(people="name,id\nJane,toy:Jane\n"))
    assert [row[0] for row in await people(store)] == ["toy:Jane"]


async def test_identifiers_of_two_people_join_nobody(store: Store, tables: Tables) -> None:
    first = PersonRecord(id="openalex:A1", ids=(f"orcid:{JANE}",), name="Jane")
    await load(store.connection, toy(first, person("A2", scheme="openalex"), name="openalex"))
    source = await tables(people=f"name,orcid,openalex\nJane,{JANE},A2\nRob,{ROB},A1\n")
    assert [each.outcome for each in source.matches] == ["ambiguous", "ambiguous"]
    assert "lead to two people" in (source.matches[0].reason or "")
    assert "another ORCID iD" in (source.matches[1].reason or "")
    assert (await load(store.connection, source)).tally.conflicts == 0
    assert len(await people(store)) == 4


async def test_authorships_of_a_table_with_places_and_people(store: Store, tables: Tables) -> None:
    await load(store.connection, toy(TOY_UNI, name="ror", key="ror"))
    staff = "name,key\nJane Doe,j1\n"
    works = "title,year,key,authors\nOn Toys,2020,t1,Somebody Else\n"
    slots = f"""paper,position,person,name,orcid,affiliation,corresponding
t1,2,,Rob Roe,{ROB},Toy University,yes
On Toys,1,j1,,,Nowhere Known,
t1,3,,Mary Major,,,
t1,3,,Twice There,,,
t1,4,j2,,,,
t9,1,,Nobody,,,
"""
    source = await tables(people=staff, papers=works, authorships=slots)
    reasons = {each.place: each.reason for each in source.matches if each.outcome == "rejected"}
    assert reasons == {
        "authorships.csv:5": "position 3 of papers.csv:2 is taken by another row",
        "authorships.csv:6": "no row of people has the key 'j2'",
        "authorships.csv:7": "no row of papers has the key, identifier or title 't9'",
    }
    await load(store.connection, source)
    assert await rows(store, "MATCH (p:Paper) RETURN p.byline AS b") == [(["Jane Doe", "Rob Roe", "Mary Major"],)]
    assert await rows(
        store,
        "MATCH (w)-[a:AUTHORED]->() RETURN w.id AS w, a.position AS at, a.raw_affiliation AS raw, a.institutions AS i, "
        "a.corresponding AS c ORDER BY at",
    ) == [
        ("csv:person/jane-doe", 1, "Nowhere Known", ["csv:institution/nowhere-known"], None),
        ("csv:person/rob-roe", 2, "Toy University", ["ror:05gq02987"], True),
    ]
    assert ("Rob Roe", "ror:05gq02987", 2020, 2020, 1, ["csv"]) in await places(store)


@pytest.mark.parametrize(
    ("table", "text", "says"),
    [
        ("people", "name,ror\nJane,5gq02987\n", "'5gq02987' is not a ROR id"),
        ("people", "name,start_year,end_year\nJane,2020,2019\n", "end_year 2019 is before start_year 2020"),
        ("people", "name,start_year\nJane,soon\n", "start_year 'soon' is no year"),
        ("people", "name,key\n,7\n", "the name is empty"),
        ("people", "name,key\nJane,7,8\n", "more cells than headings"),
        ("people", 'name\n"Doe, Jane, Dr."\n', "more than one comma"),
        ("papers", "title,doi\nT,forthcoming\n", "doi 'forthcoming' is not valid"),
        ("papers", "title,date\nT,1 May 2020\n", "date '1 May 2020' is not written as 2020-05-31"),
        ("papers", 'title,authors\nT,"Jane Doe, Rob Roe"\n', "write semicolons between them"),
        ("papers", 'title,authors\nT,"Jane (0000-0002-1825-0098); Rob"\n', "look at its digits"),
        ("papers", "title,year\nT,99\n", "year '99' is no year"),
        ("papers", "title,year\n,2020\n", "title"),
    ],
)
async def test_a_row_that_cannot_be_read_says_why(
    store: Store, tables: Tables, table: str, text: str, says: str
) -> None:
    (reject,) = (await tables(**{table: text})).matches
    assert reject.outcome == "rejected"
    assert reject.place == f"{table}.csv:2"
    assert says in (reject.reason or "")


async def test_a_staff_list_finds_its_people_in_bibtex(store: Store, tables: Tables, tmp_path: Path) -> None:
    await load(store.connection, await tables(people=PEOPLE))
    path = tmp_path / "own.bib"
    path.write_text("@misc{a, title={On Toys Again}, author={Doe, Jane and Major, Mary}, year=2020}")
    await load(store.connection, await bibtex_source(store.connection, [path]))
    assert await rows(store, "MATCH (w)-[a:AUTHORED]->(p) RETURN w.id AS w, p.byline AS b, a.source AS s") == [
        ("csv:person/jane-doe", ["Jane Doe", "Mary Major"], "bibtex")
    ]


async def test_what_a_list_says_of_a_joined_person_moves_with_them_and_back(store: Store, tables: Tables) -> None:
    await load(store.connection, toy(person("jane"), name="openalex"))
    await load(store.connection, await tables(people="name,affiliation\nJane,Here\n"))
    before = await digest(store.connection)
    await identity.join(store.connection, "toy:jane", "csv:person/jane", by="test", why="the same")
    assert await places(store) == [("jane", "csv:institution/here", None, None, 0, ["csv"])]
    together = await digest(store.connection)
    assert (await load(store.connection, await tables(people="name,affiliation\nJane,Here\n"))).tally.written == 0
    await load(store.connection, await tables(people="name,affiliation\nJane,There\n"))
    assert await places(store) == [("jane", "csv:institution/there", None, None, 0, ["csv"])]
    await load(store.connection, await tables(people="name,affiliation\nJane,Here\n"))
    assert (await places(store))[0][1] == "csv:institution/here"
    await identity.split(store.connection, "csv:person/jane")
    assert [row[0] for row in await places(store)] == ["Jane"]
    assert before != together


async def test_the_command_tells_how_it_understood_the_files(store: Store, settings: Settings, tmp_path: Path) -> None:
    path, mapping = tmp_path / "staff.csv", tmp_path / "mapping.toml"
    path.write_text("Wer;Telefon\nJane Doe;1\n")
    mapping.write_text('[people]\nname = "Wer"\n')
    command = ["load", "csv", str(path), "--dry-run", "--json"]

    async def run(*words: str) -> tuple[int, str, str]:
        done = await asyncio.to_thread(CliRunner().invoke, cli, [*command, *words], env=environment(settings))
        return done.exit_code, done.stdout, done.stderr

    code, out, _ = await run("--columns", str(mapping))
    told = orjson.loads(out)
    assert (code, told["files"]) == (0, ["staff.csv: 1 rows of people; not read: Telefon"])
    assert told["matches"][0] | {"reason": None} == {
        "place": "staff.csv:2",
        "kind": "Person",
        "name": "Jane Doe",
        "outcome": "new",
        "by": None,
        "node": None,
        "reason": None,
    }
    code, _, errors = await run()
    assert code == 1
    assert "Found: Wer, Telefon. Needed: people: name or given_name and family_name" in " ".join(errors.split())
