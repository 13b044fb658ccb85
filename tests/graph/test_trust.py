"""Trust of records that the real load wrote: what is asserted is found, with its source and date; fame is not."""

import httpx2
import pytest

from api.app import create_app
from graph import people, trust
from graph.connection import Connection
from graph.errors import NotFound
from graph.models import PersonRecord
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import load
from tests.toy import paper, person, toy

ORCID = "orcid:0000-0002-1825-0097"
IMPORTED = {"name": 3, "source": 3, "dated": 3}


async def given(connection: Connection, id: str) -> dict[str, int]:
    return {each.fact: each.points for each in (await trust.trust(connection, id)).points}


async def test_fifteen_works_without_affiliation(store: Store, settings: Settings) -> None:
    works = (paper(f"p{at:02}", 2003 + at, by="kim lee") for at in range(15))
    await load(store.connection, toy(person("kim"), person("lee"), *works))
    kim = await trust.trust(store.connection, "toy:kim")
    assert (await people.profile(store.connection, "toy:kim")).counts.works.value == 15
    assert (kim.score, kim.band, kim.level, kim.claim) == (21, "Emerging", "L1", "unclaimed")
    assert {each.fact: each.points for each in kim.points} == IMPORTED | {"work": 12}
    works_said = kim.points[-1]
    assert works_said.asserted == 15
    assert [each.id for each in works_said.assertions] == [f"toy:p{at}" for at in (14, 13, 12, 11, 10, "09")]
    app = create_app(settings, store)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as client:
        page, said, standing = [
            (await client.get(f"/api/people/toy:kim{part}")).json() for part in ("", "/trust", "/standing")
        ]
    await app.state.accounts.close()
    assert (page["counts"]["works"]["value"], standing["followers"]) == (15, 0)
    assert [said[name] for name in ("score", "band", "level", "claim")] == [21, "Emerging", "L1", "unclaimed"]
    assert standing["claim"]["state"] == "unclaimed"


async def test_every_point_names_its_assertion_source_and_date(world: Connection) -> None:
    ann = await trust.trust(world, ORCID)
    assert (ann.id, ann.label) == ("toy:ann", "Ann García")
    assert {each.fact: each.points for each in ann.points} == IMPORTED | {
        "work": 6,
        "affiliation": 4,
        "ror": 6,
        "work_affiliation": 2,
        "orcid": 9,
    }
    assert (ann.score, ann.band, ann.level) == (36, "Emerging", "L2")
    named = {each.fact: [(one.kind, one.id, one.label) for one in each.assertions] for each in ann.points}
    assert named["name"] == [("Person", "toy:ann", "Ann García")]
    assert named["orcid"] == [(None, ORCID, ORCID)]
    assert named["affiliation"] == [("Institution", "toy:lab", "Lab")]
    assert named["ror"] == [("Institution", "toy:lab", "Lab (ror:05gq02987)")]
    assert named["work_affiliation"] == [("Paper", "toy:p2", "Beta graphs"), ("Paper", "toy:p1", "On $k$-Graphs")]
    for points in ann.points:
        for each in points.assertions:
            assert each.source == "toy"
            assert each.as_of is not None


async def test_a_record_with_a_name_only_is_l0(world: Connection) -> None:
    hal = await trust.trust(world, "toy:hal")
    assert (hal.score, hal.band, hal.level) == (9, "Unverified", "L0")
    assert "work" in {each.fact for each in hal.raises}


async def test_a_work_counts_as_confirmed_while_the_record_has_it(world: Connection) -> None:
    said = [
        {"fact": "work_confirmed", "id": id, "kind": "Paper", "label": id, "source": "owner", "as_of": None}
        for id in ("toy:p1", "toy:p4")
    ]
    other = said[0] | {"fact": "confirmation", "id": "toy:ben", "kind": "Person", "source": "co-author"}
    ann = await trust.trust(world, "toy:ann", [*said, other])
    assert [each.id for points in ann.points for each in points.assertions if each.source != "toy"] == [
        "toy:p1",
        "toy:ben",
    ]
    assert ann.score == (await trust.trust(world, "toy:ann")).score + 1 + 5


async def test_a_second_source_counts_once_and_says_who(store: Store) -> None:
    await load(store.connection, toy(person("kim", ORCID), paper("p1", by="kim")))
    alone = await trust.trust(store.connection, ORCID)
    assert "other_source" in {each.fact for each in alone.raises}
    second = [PersonRecord(id="bare:kim", ids=(ORCID,), name="Kim"), paper("b1", by="kim", scheme="bare")]
    await load(store.connection, toy(*second, name="bare", key="bare"))
    both = await trust.trust(store.connection, ORCID)
    assert both.score == alone.score + 5 + 2  # the source, and the work that it adds
    (other,) = [each for each in both.points if each.fact == "other_source"]
    assert {each.source for each in other.assertions} == {"toy"}  # the first by name is not the other


async def test_citations_and_company_change_nothing(store: Store) -> None:
    crowd = " ".join(f"c{at}" for at in range(30))
    records = [*map(person, ["kim", "lee", *crowd.split()])]
    works = [paper("famous", by=f"kim {crowd}", citations=90_000), paper("quiet", by="lee")]
    citing = [paper(f"x{at}", 2021, cites="famous") for at in range(20)]
    await load(store.connection, toy(*records, *works, *citing))
    famous = (await people.profile(store.connection, "toy:kim")).counts
    assert (famous.citations_source.value, famous.citations_graph.value, famous.coauthors.value) == (90_000, 20, 30)
    assert await given(store.connection, "toy:kim") == await given(store.connection, "toy:lee")


async def test_an_affiliation_that_was_never_loaded_gives_nothing(store: Store) -> None:
    await load(store.connection, toy(person("kim"), paper("p1", by="kim", at="nowhere")))
    assert await given(store.connection, "toy:kim") == IMPORTED | {"work": 2}


async def test_nobody_is_not_found(world: Connection) -> None:
    with pytest.raises(NotFound, match="No person has the identifier"):
        await trust.trust(world, "toy:nobody")
