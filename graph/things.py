"""The pages of papers, topics and institutions."""

from graph import dataset
from graph.answers import (
    ActivePerson,
    Count,
    InstitutionFacts,
    PaperFacts,
    PaperRef,
    Ref,
    TopicFacts,
    TopicShare,
)
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.models import Kind
from graph.resolve import identifiers, provenance, resolve
from graph.works import work_of

CITATIONS_SHOWN = 100
PEOPLE_SHOWN = 20
WORKS_SHOWN = 20
TOPICS_SHOWN = 20
CHILDREN_SHOWN = 100
PEOPLE_READ_FOR_TOPICS = 100
"""An institution's topics are counted over this many of its people."""
MANY_WORKS = 30_000
"""From this many works on, a topic's latest works are looked for by year instead of read whole; below it reading is
faster (measured on 200,000 works: 10,000 read in 45 ms, looked for in 125 ms)."""

NO_REFERENCES = "No loaded source states the references of this work."


async def paper(connection: Connection, id: str) -> PaperFacts:
    """Return the paper with the identifier `id`; at most 100 references and 100 citing works. Raise `NotFound`."""
    work = await work_of(connection, id)
    (facts,) = await connection.read(query("read/paper"), id=work.id, limit=CITATIONS_SHOWN)
    return PaperFacts(
        work=work,
        affiliations=_refs(facts["affiliations"], "Institution"),
        references=[PaperRef(**row) for row in facts["references"]],
        citing=[PaperRef(**row) for row in facts["citing"]],
        references_total=_references(facts),
        provenance=provenance(facts["identifiers"]),
        note=facts["note"],
        versions=facts["versions"],
        dataset=await dataset.version(connection),
    )


def _references(facts: Row) -> Count:
    """Return how many works are cited, each counted once although two sources may name it by different ids."""
    stated = facts["stated"]
    sources = sorted({source for row in stated for source in row["sources"] if source})
    times = [row["fetched_at"] for row in facts["identifiers"] if row["source"] in sources and row["fetched_at"]]
    number = len({row["cited"] for row in stated}) if stated else None
    reason = None if stated else NO_REFERENCES
    return Count(value=number, sources=sources, as_of=max(times, default=None), reason=reason)


async def topic(connection: Connection, id: str) -> TopicFacts:
    """Return the topic with the identifier `id`, its most active people and latest works. Raise `NotFound`."""
    ref = await resolve(connection, id, "Topic")
    (facts,) = await connection.read(query("read/topic"), id=ref.id, limit=CHILDREN_SHOWN)
    people = await connection.read(query("read/topic_people"), id=ref.id, limit=PEOPLE_SHOWN)
    many = facts["topic"]["papers"] >= MANY_WORKS
    latest = query("read/topic_works_many" if many else "read/topic_works_few")
    works = await connection.read(latest, id=ref.id, limit=WORKS_SHOWN)
    return TopicFacts(
        **facts["topic"],
        parents=_refs(facts["parents"], "Topic"),
        children=_refs(facts["children"], "Topic"),
        people=_active(people),
        works=[PaperRef(**row) for row in works],
        provenance=provenance(facts["identifiers"]),
        dataset=await dataset.version(connection),
    )


async def institution(connection: Connection, id: str) -> InstitutionFacts:
    """Return the institution with the identifier `id`, its most active people and topics. Raise `NotFound`."""
    ref = await resolve(connection, id, "Institution")
    (facts,) = await connection.read(query("read/institution"), id=ref.id, limit=CHILDREN_SHOWN)
    people = await connection.read(query("read/institution_people"), id=ref.id, limit=PEOPLE_SHOWN)
    topics = await connection.read(
        query("read/institution_topics"), id=ref.id, people=PEOPLE_READ_FOR_TOPICS, limit=TOPICS_SHOWN
    )
    return InstitutionFacts(
        **facts["institution"],
        identifiers=identifiers((row["id"] for row in facts["identifiers"]), "Institution"),
        parents=_refs(facts["parents"], "Institution"),
        children=_refs(facts["children"], "Institution"),
        people=_active(people),
        topics=[TopicShare(**row) for row in topics],
        provenance=provenance(facts["identifiers"]),
        dataset=await dataset.version(connection),
    )


def _refs(rows: list[Row], kind: Kind) -> list[Ref]:
    return [Ref(id=row["id"], kind=kind, label=row["label"]) for row in rows]


def _active(rows: list[Row]) -> list[ActivePerson]:
    return [
        ActivePerson(
            person=Ref(id=row["id"], kind="Person", label=row["label"]),
            papers=row["papers"],
            last_year=row["last_year"],
        )
        for row in rows
    ]
