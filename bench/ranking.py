"""How well both rankings foresee: learned on the years up to a cut, scored on the two years after it.

Existing collaborators: who of them does a person write with again? The program's order (`graph.ranking.recency`)
against the number of joint papers, by nDCG@10. New collaborators: with whom, known by then, does a person write for the
first time? The program's walk (`graph.potential`) against Adamic-Adar, by mean reciprocal rank and Recall@20.

Things of equal score stand in the mean of all their orders, so that no order gains by chance. Intervals: 95% of
1,000 bootstrap samples of the people.
"""

import asyncio
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import numpy as np

from bench.packages import anthology
from bench.report import Result, Row, busy
from bench.walk import Ties, walk
from graph import ranking
from graph.models import PaperRecord
from graph.ranking import Paper
from graph.settings import load_settings
from graph.store import open_store
from loaders.acl import AclSource
from loaders.source import Item

AHEAD = 2
"""Years after the cut in which the truth lies."""
PEOPLE = 5000
"""Most people for whom new collaborators are ranked."""
CHOICE = 10
CROWD = 100
PAPERS = (
    "MATCH (w:Paper) WHERE 0 < w.author_count <= $crowd "
    "RETURN w.id AS id, w.year AS year, w.author_count AS authors, COLLECT { MATCH (w)<-[:AUTHORED]-(p:Person) "
    "RETURN DISTINCT p.id } AS people"
)
Scores = Mapping[str, float]


def papers() -> list[Paper]:
    """Return the papers of the Anthology by at most 100 people, each person once."""
    found = []
    for item in AclSource(anthology(), {}).items():
        record = item.records[-1] if isinstance(item, Item) else None
        if isinstance(record, PaperRecord) and 0 < len(record.authors) <= CROWD:
            people = tuple(dict.fromkeys(slot.person for slot in record.authors if slot.person))
            found.append(Paper(record.id, record.year, len(record.authors), people))
    return found


async def papers_of_the_graph() -> list[Paper]:
    """Return the papers by at most 100 people of the graph that the program's settings name; it is only read."""
    async with open_store(load_settings()) as store:
        rows = await store.connection.read(PAPERS, timeout=600, crowd=CROWD)
    return [Paper(row["id"], row["year"], row["authors"], tuple(row["people"])) for row in rows]


class Split:
    """Papers before and after a cut: who worked with whom by then, and who does afterwards."""

    def __init__(self, all_papers: Iterable[Paper], cut: int) -> None:
        """`cut` is the last year that is learned from."""
        self.cut = cut
        self.before: dict[str, list[Paper]] = defaultdict(list)
        self.known: dict[str, set[str]] = defaultdict(set)
        self.after: dict[str, set[str]] = defaultdict(set)
        known = [paper for paper in all_papers if paper.year is not None and paper.year <= cut]
        for paper in known:
            for person in paper.people:
                self.before[person].append(paper)
                self.known[person].update(paper.people)
        for paper in all_papers:
            if paper.year is not None and cut < paper.year <= cut + AHEAD:
                people = [person for person in paper.people if person in self.before]
                for person in people:
                    self.after[person].update(people)
        self.ties = Ties(known, cut)

    def again(self, person: str) -> set[str]:
        """Return the collaborators with whom `person` writes again."""
        return (self.after[person] & self.known[person]) - {person}

    def new(self, person: str) -> set[str]:
        """Return the people known by the cut with whom `person` writes for the first time after it."""
        return self.after[person] - self.known[person] - {person}


def existing(split: Split, person: str) -> tuple[float, float]:
    """Return nDCG@10 of the program's order and of the joint count."""
    graph = ranking.person_paper_graph(split.before[person])
    truth = split.again(person)
    ours = ranking.recency(graph, person, split.cut)
    return ndcg(ours, truth), ndcg(ranking.joint_count(graph, person), truth)


def fresh(split: Split, person: str) -> tuple[float, float, float, float]:
    """Return reciprocal rank and Recall@20 of the walk, and the same of Adamic-Adar."""
    truth = split.new(person)
    return *found(walk(split.ties, person), truth), *found(adamic_adar(split, person), truth)


def adamic_adar(split: Split, person: str) -> Scores:
    """Return, for everybody never worked with, the sum over shared collaborators of 1 / ln(their collaborators)."""
    scores: dict[str, float] = defaultdict(float)
    for shared in split.known[person] - {person}:
        degree = len(split.known[shared]) - 1
        for other in split.known[shared] if degree > 1 else ():
            if other not in split.known[person]:
                scores[other] += 1 / math.log(degree)
    return scores


def ndcg(scores: Scores, truth: set[str], at: int = 10) -> float:
    """Return nDCG at `at` with gain 1 for each of `truth`; equal scores share the mean discount of their places."""
    gain, place = 0.0, 0
    for group in groups(scores):
        places = range(place, min(place + len(group), at))
        gain += len(truth & group) / len(group) * sum(1 / math.log2(each + 2) for each in places)
        place += len(group)
    return gain / sum(1 / math.log2(each + 2) for each in range(min(len(truth), at)))


def found(scores: Scores, truth: set[str], at: int = 20) -> tuple[float, float]:
    """Return the expected reciprocal rank of the first of `truth` (0 when none is ranked), and the share in the top."""
    rank, recall, place = 0.0, 0.0, 0
    for group in groups(scores):
        hits = len(truth & group)
        if hits and not rank:
            rank = _expected_reciprocal(place, len(group), hits)
        recall += hits * max(0, min(len(group), at - place)) / len(group)
        place += len(group)
        if rank and place >= at:
            break
    return rank, recall / len(truth)


def groups(scores: Scores) -> list[set[str]]:
    """Return those of equal score together (up to rounding), the best first."""
    order = sorted(scores, key=lambda each: -scores[each])
    return [set(each) for _, each in groupby(order, key=lambda each: f"{scores[each]:.9e}")]


def _expected_reciprocal(before: int, size: int, hits: int) -> float:
    """Return the mean of 1 / (place of the first hit) over all orders of `size` equals after `before` others."""
    mean, none_yet = 0.0, 1.0
    for at in range(size - hits + 1):
        chance = hits / (size - at)
        mean += none_yet * chance / (before + at + 1)
        none_yet *= 1 - chance
    return mean


def interval(values: np.ndarray, statistic: Callable[[np.ndarray], Any]) -> tuple[float, float]:
    """Return the middle 95% of `statistic` over 1,000 samples of the people (rows of `values`) with replacement."""
    draw = np.random.default_rng(1)
    samples = [statistic(values[draw.integers(0, len(values), len(values))].mean(axis=0)) for _ in range(1000)]
    low, high = np.quantile(samples, (0.025, 0.975))
    return float(low), float(high)


def row(what: str, values: np.ndarray, ours: int, peer: int, aim: float | None) -> Row:
    """Return the row of two columns of `values` with the interval of their ratio."""
    means = values.mean(axis=0)
    ratio = float(means[ours] / means[peer]) if means[peer] else math.inf
    low, high = interval(values, lambda mean: mean[ours] / mean[peer] if mean[peer] else math.inf)
    own = interval(values, lambda mean: mean[ours])
    note = f"{len(values):,} people; measured {own[0]:.3f} to {own[1]:.3f}, ratio {low:.2f} to {high:.2f}"
    told = "" if aim is None else f"{aim:g} times"
    met = None if aim is None else ratio >= aim
    return Row(what, float(means[ours]), "", float(means[peer]), ratio, told, met, note)


def measure(cuts: Iterable[int] | None = None, *, own: bool = False) -> Result:
    """Measure both rankings at each of `cuts` (None: the last year that leaves two to score).

    `own`: on the graph that the program's settings name, instead of on the Anthology. Exits with a sentence when nobody
    of it writes with anybody after the cut.
    """
    before = busy()
    known = asyncio.run(papers_of_the_graph()) if own else papers()
    years = list(cuts or [max((paper.year for paper in known if paper.year), default=AHEAD) - AHEAD])
    rows = [row for cut in years for row in at_cut(Split(known, cut))]
    if not rows:
        raise SystemExit(
            f"Nobody writes with anybody in the {AHEAD} years after {years[0]}: load more, or name --cuts."
        )
    whose = "This graph" if own else "ACL Anthology"
    says = (
        f"{whose}, learned up to a year, scored on the {AHEAD} years after it. Peers: the number of joint papers for "
        "existing collaborators, Adamic-Adar for new ones. Intervals are 95%, by bootstrap over people: who write "
        f"again with one of at least {CHOICE} co-authors (a cut at {CHOICE} means nothing for less; those with two or "
        "more are shown beside it), and who write for the first time with somebody known by then."
    )
    return Result("ranking", says, rows, None, before)


def at_cut(split: Split) -> list[Row]:
    """Return the rows of one cut."""
    again = sorted(person for person in split.before if split.again(person))
    first = {person: existing(split, person) for person in again if len(split.known[person]) > 2}
    new = [fresh(split, person) for person in _some(person for person in split.before if split.new(person))]
    wide = [pair for person, pair in first.items() if len(split.known[person]) > CHOICE]
    at = f"{split.cut}: "
    told: Sequence[tuple[str, list[Any], int, int, float | None]] = [
        ("existing collaborators, nDCG@10", wide, 0, 1, 1.2),
        ("the same, people with 2 co-authors or more", list(first.values()), 0, 1, None),
        ("new collaborators, MRR", new, 0, 2, 1.4),
        ("new collaborators, Recall@20", new, 1, 3, 1.4),
    ]
    return [row(at + what, np.array(values), ours, peer, aim) for what, values, ours, peer, aim in told if values]


def _some(those: Iterable[str]) -> list[str]:
    everybody = sorted(those)
    return sorted(random.Random(1).sample(everybody, min(PEOPLE, len(everybody))))
