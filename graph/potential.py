"""People with whom a person has not worked yet, but is near: through whom, on what, and what of theirs to read."""

from collections.abc import Mapping

from graph.answers import Formula, PaperRef, Potential, PotentialCollaborators, Ref, SharedTopic, Via
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import InvalidValue
from graph.resolve import resolve
from graph.shared_topics import shared_topics

# On the ACL graph these two bounds keep 90% of the unbounded top 20 for the 50 most connected people, and
# all of them for nearly everybody else, at 47,000 edges at most instead of 289,000.
FIRST = 100
"""Strongest co-authors from whom the walk goes on."""
SECOND = 300
"""Most reached people from whom the third step starts."""
PAPERS = 3
_FORMULA = Formula(
    name="walk",
    text="score(u, v) = sum over z of P1(u, z) P1(z, v) + sum over y, z of P4(u, y) P4(y, z) P4(z, v), where "
    "Ph(a, b) = w(a, b) / sum over x of w(a, x), and w = sum over joint papers of 2^(-age / h) / (n - 1)^(1/2)",
    source="Random walk over co-authorship with decay; half-lives and steps measured on the ACL Anthology to foresee "
    "who works together for the first time within two years",
    parameters={"h_two_steps": 1.0, "h_three_steps": 4.0, "e": 0.5},
)
_RULE = (
    f"Never a co-author. The walk leaves from the {FIRST} strongest co-authors, and its third step from the {SECOND} "
    "people most reached by two; 'via' names the strongest way of two steps and of three, with its share of the score."
)


async def potential_collaborators(connection: Connection, id: str, *, limit: int = 20) -> PotentialCollaborators:
    """Return up to `limit` (1 to 100) people never worked with, best first, for the person with the identifier `id`.

    Papers without a year tie nobody here. Raises `NotFound` and `InvalidValue`.
    """
    if not 1 <= limit <= 100:
        raise InvalidValue(f"limit is {limit}; give a number from 1 to 100.")
    person = await resolve(connection, id, "Person")
    (row,) = await connection.read(query("read/potential"), id=person.id, first=FIRST, second=SECOND, limit=limit)
    topics = await shared_topics(connection, person.id, [each["id"] for each in row["people"]])
    papers = await _papers(connection, topics)
    items = [_potential(each, topics.get(each["id"], []), papers.get(each["id"], [])) for each in row["people"]]
    return PotentialCollaborators(
        person=person,
        items=items,
        shown=len(items),
        total=row["total"],
        formula=_FORMULA,
        rule=_RULE,
        dataset=row["dataset"],
    )


async def _papers(connection: Connection, topics: Mapping[str, list[SharedTopic]]) -> dict[str, list[PaperRef]]:
    """Return the latest works of each person on the topics given for them."""
    people = [{"id": person, "topics": [topic.id for topic in shared]} for person, shared in topics.items()]
    rows = await connection.read(query("read/potential_papers"), people=people, limit=PAPERS) if people else []
    return {row["id"]: [PaperRef(**paper) for paper in row["papers"]] for row in rows}


def _potential(row: Row, topics: list[SharedTopic], papers: list[PaperRef]) -> Potential:
    ways = sorted(row["ways"], key=lambda way: -way["share"])
    return Potential(
        person=_person(row),
        score=row["score"],
        works=row["works"],
        via=[_via(way, row["score"]) for way in ways],
        shared_topics=topics,
        papers=papers,
    )


def _via(way: Row, score: float) -> Via:
    return Via(
        people=[_person(each) for each in way["people"]],
        share=round(min(1.0, way["share"] / score), 6),
        years=way["years"],
    )


def _person(row: Row) -> Ref:
    return Ref(id=row["id"], kind="Person", label=row["name"] or row["id"])
