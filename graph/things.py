"""The pages of papers, topics and institutions: what they cite, who is active there, what is near."""

from typing import Literal

from graph import dataset
from graph.answers import (
    ActivePerson,
    Cited,
    Count,
    Formula,
    InstitutionFacts,
    NeighbourTopic,
    PaperFacts,
    PaperRef,
    PaperTopic,
    Partner,
    Ref,
    RisingWork,
    TopicFacts,
    TopicShare,
)
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import InvalidValue
from graph.resolve import identifiers, provenance, refs, resolve
from graph.works import works_by_id

Parts = Literal["with", "without"]
CITATIONS_SHOWN, CITATIONS_MOST = 100, 1000
"""References and citing works of a paper, of each this many by default and at most."""
SHOWN, MOST = 20, 500
"""People, works, topics, neighbours and partners, of each this many by default and at most."""
CHILDREN_SHOWN = 500
HALF_LIFE = 2.0
"""Years after which a work says half as much about who is active; the age that weighs works in a slice too."""
CANDIDATES = 5
"""People whose works are summed exactly for each of the most active that is named."""
RISING_YEARS = 3
WORKS_READ = 5_000
"""A topic's neighbours, and an institution's topics and partners, are counted over this many works at most."""
PEOPLE_READ = 500
"""An institution's works are looked for among those of this many of its people."""
PARTS_READ = 1000
MANY_WORKS = 30_000
"""From this many works on, a topic's latest works are looked for by year instead of read whole; below it reading is
faster (measured on 200,000 works: 10,000 read in 45 ms, looked for in 125 ms)."""
NO_REFERENCES = "No loaded source states the references of this work."


async def paper(connection: Connection, id: str, *, limit: int = CITATIONS_SHOWN) -> PaperFacts:
    """Return the paper with the identifier `id`; at most `limit` (1 to 1,000) references and as many citing works.

    Raises `NotFound` and `InvalidValue`.
    """
    _check(limit, CITATIONS_MOST)
    ref = await resolve(connection, id, "Paper")
    work = (await works_by_id(connection, [ref.id]))[ref.id]
    (facts,) = await connection.read(query("read/paper"), id=ref.id, limit=limit)
    return PaperFacts(
        work=work,
        topics=[_topic(row) for row in facts["topics"]],
        affiliations=refs(facts["affiliations"], "Institution"),
        references=[Cited(**row) for row in facts["references"]],
        references_graph=facts["references_graph"],
        citing=[Cited(**row) for row in facts["citing"]],
        citing_total=facts["citing_total"],
        references_total=_references(facts),
        provenance=provenance(facts["identifiers"]),
        note=facts["note"],
        versions=facts["versions"],
        dataset=await dataset.version(connection),
    )


def _topic(row: Row) -> PaperTopic:
    topic = Ref(id=row["id"], kind="Topic", label=row["label"])
    return PaperTopic(topic=topic, scheme=row["scheme"], score=row["score"], primary=row["primary"])


def _references(facts: Row) -> Count:
    """Return how many works are cited, each counted once although two sources may name it by different ids."""
    stated = facts["stated"]
    sources = sorted({source for row in stated for source in row["sources"] if source})
    times = [row["fetched_at"] for row in facts["identifiers"] if row["source"] in sources and row["fetched_at"]]
    number = len({row["cited"] for row in stated}) if stated else None
    reason = None if stated else NO_REFERENCES
    return Count(value=number, sources=sources, as_of=max(times, default=None), reason=reason)


async def topic(connection: Connection, id: str, *, limit: int = SHOWN) -> TopicFacts:
    """Return the topic with the identifier `id`: its most active people, latest and rising works, and neighbours.

    Each of these lists has at most `limit` (1 to 500) entries. Raises `NotFound` and `InvalidValue`.
    """
    _check(limit, MOST)
    ref = await resolve(connection, id, "Topic")
    (facts,) = await connection.read(query("read/topic"), id=ref.id, limit=CHILDREN_SHOWN)
    people = await connection.read(
        query("read/topic_people"), id=ref.id, half_life=HALF_LIFE, candidates=CANDIDATES * limit, limit=limit
    )
    size = "many" if facts["topic"]["papers"] >= MANY_WORKS else "few"
    works = await connection.read(query(f"read/topic_works_{size}"), id=ref.id, limit=limit)
    rising = await connection.read(query(f"read/topic_rising_{size}"), id=ref.id, years=RISING_YEARS, limit=limit)
    near = await connection.read(query("read/topic_neighbours"), id=ref.id, works=WORKS_READ, limit=limit)
    return TopicFacts(
        **facts["topic"],
        parents=refs(facts["parents"], "Topic"),
        children=refs(facts["children"], "Topic"),
        people_total=facts["people_total"],
        people=_active(people),
        activity=_activity("on the topic", facts["latest_year"]),
        works=[PaperRef(**row) for row in works],
        rising=[RisingWork(**row) for row in rising],
        neighbours=[_neighbour(row) for row in near],
        neighbours_total=near[0]["total"] if near else 0,
        neighbours_read=min(facts["topic"]["papers"], WORKS_READ),
        provenance=provenance(facts["identifiers"]),
        dataset=await dataset.version(connection),
    )


async def institution(
    connection: Connection, id: str, *, parts: Parts = "without", limit: int = SHOWN
) -> InstitutionFacts:
    """Return the institution with the identifier `id`: its most active people, topics, partners and hierarchy.

    With `parts`, people, topics, partners and works are those of all its parts too. Each list has at most `limit` (1 to
    500) entries. Raises `NotFound` and `InvalidValue`.
    """
    _check(limit, MOST)
    ref = await resolve(connection, id, "Institution")
    (facts,) = await connection.read(query("read/institution"), id=ref.id, limit=CHILDREN_SHOWN, most=PARTS_READ)
    ids = [ref.id, *facts["parts"]] if parts == "with" else [ref.id]
    people = await connection.read(
        query("read/institution_people"), ids=ids, half_life=HALF_LIFE, candidates=CANDIDATES * limit, limit=limit
    )
    kin = [ref.id, *facts["parts"], *facts["wholes"]]
    (works,) = await connection.read(
        query("read/institution_works"), ids=ids, kin=kin, people=PEOPLE_READ, works=WORKS_READ, limit=limit
    )
    return InstitutionFacts(
        **facts["institution"] | {"papers": _papers(facts["institution"]["papers"], works, parts)},
        identifiers=identifiers((row["id"] for row in facts["identifiers"]), "Institution"),
        parents=refs(facts["parents"], "Institution"),
        children=refs(facts["children"], "Institution"),
        parts=parts,
        parts_total=len(facts["parts"]),
        people_total=works["people_total"],
        people=_active(people),
        works_read=works["papers"],
        activity=_activity("that state the institution", facts["latest_year"]),
        topics_total=works["topics_total"],
        topics=[TopicShare(**row) for row in works["topics"]],
        partners_total=works["partners_total"],
        partners=[_partner(row) for row in works["partners"]],
        provenance=provenance(facts["identifiers"]),
        dataset=await dataset.version(connection),
    )


def _check(limit: int, most: int) -> None:
    if not 1 <= limit <= most:
        raise InvalidValue(f"limit is {limit}; give a number from 1 to {most}.")


def _papers(counted: int | None, works: Row, parts: Parts) -> int | None:
    """Return how many works state an institution: those read, when nobody was left out, else the stored number."""
    if works["people_total"] <= PEOPLE_READ and works["papers"] < WORKS_READ:
        return int(works["papers"])
    return counted if parts == "without" else None


def _activity(which: str, latest_year: int | None) -> Formula:
    return Formula(
        name="activity",
        text=f"sum over a person's works {which} of 2^(-(Y - year) / h), Y the latest year of the data set; a work "
        "without a year adds nothing",
        source="recency-weighted count of works",
        parameters={"h": HALF_LIFE} | ({"Y": float(latest_year)} if latest_year is not None else {}),
    )


def _active(rows: list[Row]) -> list[ActivePerson]:
    return [
        ActivePerson(
            person=Ref(id=row["id"], kind="Person", label=row["label"]),
            papers=row["papers"],
            last_year=row["last_year"],
            weight=row["weight"],
        )
        for row in rows
    ]


def _neighbour(row: Row) -> NeighbourTopic:
    topic = Ref(id=row["id"], kind="Topic", label=row["label"])
    return NeighbourTopic(topic=topic, scheme=row["scheme"], joint=row["joint"], share=row["share"])


def _partner(row: Row) -> Partner:
    place = Ref(id=row["id"], kind="Institution", label=row["label"])
    return Partner(institution=place, country=row["country"], papers=row["papers"], last_year=row["last_year"])
