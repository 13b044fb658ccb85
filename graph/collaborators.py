"""A person's co-authors, ranked with the evidence: which joint papers, when, with how many authors, on which topics."""

from collections.abc import Collection, Mapping
from typing import Literal, get_args

from graph import ranking
from graph.answers import Collaborator, Collaborators, Formula, PaperRef, Ref, SharedTopic
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import InvalidValue
from graph.ranking import CLOSE, HALF_LIFE, SLACK, TEAM, Graph, Paper, Tie
from graph.resolve import resolve
from graph.shared_topics import shared_topics

Order = Literal["recency", "newman", "count", "association"]


async def close_collaborators(connection: Connection, node_id: str) -> int:
    """Return how many co-authors of the person with this node id are close, from the stored weights of the ties.

    The stored weights are relative to a fixed year; the comparison with the strongest does not see that, so the
    number is that of the ranking.
    """
    rows = await connection.read(query("read/collaborators_close"), id=node_id, threshold=CLOSE * SLACK)
    return int(rows[0]["close"]) if rows else 0


async def collaborators(
    connection: Connection,
    person_id: str,
    *,
    half_life: float = HALF_LIFE,
    team: float = TEAM,
    min_joint: int = 1,
    order: Order = "recency",
    limit: int = 50,
) -> Collaborators:
    """Return the co-authors of the person with the identifier `person_id`, best first, with the joint papers.

    `half_life` (years, 0.1 to 100) and `team` (exponent, 0 to 4) shape the `recency` order only. `close` is always
    told by the default weight, whatever the order. Raises `NotFound` and `InvalidValue`.
    """
    _check(half_life, team, min_joint, order, limit)
    person = await resolve(connection, person_id, "Person")
    (row,) = await connection.read(query("read/collaborators"), id=person.id)
    papers = _papers(row)
    # Before the first load has ended, no latest year of the data set is known.
    latest = row["latest_year"] or max((paper.year for paper in papers if paper.year), default=0)
    graph = ranking.person_paper_graph(papers)
    names = {each["id"]: each["name"] or each["id"] for each in row["people"]}
    default = ranking.recency(graph, person.id, latest)
    closest = ranking.close(default)
    scores = _scores(graph, person.id, row | {"latest_year": latest}, order, half_life, team)
    ties = [tie for tie in ranking.rank(graph, person.id, scores, closest, names) if len(tie.papers) >= min_joint]
    topics = await shared_topics(connection, person.id, [tie.person for tie in ties[:limit]])
    references = {paper["id"]: _reference(paper) for paper in row["papers"]}
    items = [_collaborator(tie, names, references, topics) for tie in ties[:limit]]
    return Collaborators(
        person=person,
        items=items,
        shown=len(items),
        total=len(ties),
        close=len(closest),
        threshold=CLOSE,
        order=order,
        formula=_formula(order, half_life, team, row["latest_year"]),
        latest_year=row["latest_year"],
        dataset=row["dataset"],
    )


def _check(half_life: float, team: float, min_joint: int, order: str, limit: int) -> None:
    if not 0.1 <= half_life <= 100:
        raise InvalidValue(f"half_life is {half_life:g}; give a number of years from 0.1 to 100.")
    if not 0 <= team <= 4:
        raise InvalidValue(f"team is {team:g}; give an exponent from 0 (team size ignored) to 4.")
    if min_joint < 1:
        raise InvalidValue(f"min_joint is {min_joint}; give 1 or more joint papers.")
    if order not in get_args(Order):
        raise InvalidValue(f"order is '{order}'; give one of {', '.join(get_args(Order))}.")
    if not 1 <= limit <= 1000:
        raise InvalidValue(f"limit is {limit}; give a number from 1 to 1000.")


def _papers(row: Row) -> list[Paper]:
    return [Paper(each["id"], each["year"], each["authors"], tuple(each["people"])) for each in row["papers"]]


def _scores(graph: Graph, person: str, row: Row, order: Order, half_life: float, team: float) -> Mapping[str, float]:
    if order == "newman":
        return ranking.newman(graph, person)
    if order == "count":
        return ranking.joint_count(graph, person)
    if order == "association":
        joint = ranking.joint_count(graph, person)
        counted = {each["id"]: each["works"] for each in row["people"]}
        # While a load runs, people are there before their works are counted: they have the joint ones at least.
        works = {other: max(counted.get(other, 0), int(count)) for other, count in joint.items()}
        works[person] = max(row["works"], len(row["papers"]))
        return ranking.association(graph, person, works, row["papers_total"])
    return ranking.recency(graph, person, row["latest_year"], half_life, team)


async def joint_with(connection: Connection, id: str, others: Collection[str]) -> list[str]:
    """Return which of the people `others` (node ids) have a joint work with the person `id`, in the order of ids."""
    rows = await connection.read(query("read/ties_between"), ids=[id], others=sorted(others))
    return sorted(row["other"] for row in rows)


def _reference(paper: Row) -> PaperRef:
    return PaperRef(id=paper["id"], title=paper["title"], year=paper["year"], authors=paper["authors"])


def _collaborator(
    tie: Tie, names: Mapping[str, str], papers: Mapping[str, PaperRef], topics: Mapping[str, list[SharedTopic]]
) -> Collaborator:
    return Collaborator(
        person=Ref(id=tie.person, kind="Person", label=names.get(tie.person, tie.person)),
        score=tie.score,
        close=tie.close,
        joint_papers=[papers[each] for each in tie.papers],
        joint=len(tie.papers),
        first_year=tie.first_year,
        last_year=tie.last_year,
        shared_topics=topics.get(tie.person, []),
    )


def _formula(order: Order, half_life: float, team: float, latest_year: int | None) -> Formula:
    if order == "newman":
        return Formula(
            name=order,
            text="sum over joint papers of 1 / (n - 1), n the declared number of authors",
            source="Newman, Phys. Rev. E 64, 016132 (2001)",
            parameters={},
        )
    if order == "count":
        return Formula(name=order, text="number of joint papers", source="plain count", parameters={})
    if order == "association":
        return Formula(
            name=order,
            text="joint papers / (works of the one x works of the other / all works in the graph)",
            source="association strength: van Eck and Waltman, JASIST 60(8), 1635-1651 (2009)",
            parameters={},
        )
    return Formula(
        name=order,
        text="sum over joint papers of 2^(-(Y - year) / h) / (n - 1)^e, n the declared number of authors, "
        "Y the latest year of the data set; a paper without a year adds nothing",
        source="Newman's team size with a decay; h and e measured on the ACL Anthology to foresee who works "
        "together again within two years",
        parameters={"h": half_life, "e": team} | ({"Y": float(latest_year)} if latest_year is not None else {}),
    )
