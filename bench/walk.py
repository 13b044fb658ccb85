"""The walk of `graph.potential` in plain Python, over any ties: to rank new people for years that are known already.

A test holds it against the answers of the program.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest

from graph.potential import FIRST, SECOND
from graph.ranking import TEAM, Paper

HALF_LIVES = (1.0, 4.0)
"""Years, of the walk of two steps and of that of three."""
Weights = dict[str, dict[str, float]]
"""Person -> co-author -> weight of the tie."""


class Ties:
    """Weighted ties of everybody, and the chance of each step."""

    def __init__(self, papers: Iterable[Paper], latest_year: int) -> None:
        """Weigh the joint `papers` as the program does; a tie that weighs nothing stays a tie."""
        self.weights: dict[float, Weights] = {h: defaultdict(lambda: defaultdict(float)) for h in HALF_LIVES}
        for paper in papers:
            for half_life, weights in self.weights.items():
                weight = _weigh(paper, latest_year, half_life)
                for one in paper.people:
                    for other in paper.people:
                        if one != other:
                            weights[one][other] += weight
        self.sums = {h: {one: sum(ties.values()) for one, ties in each.items()} for h, each in self.weights.items()}

    def coauthors(self, person: str) -> set[str]:
        """Return everybody with whom `person` has a paper."""
        return set(self.weights[HALF_LIVES[0]].get(person, ()))


def _weigh(paper: Paper, latest_year: int, half_life: float) -> float:
    if paper.year is None or paper.authors is None or paper.authors < 2:
        return 0.0
    return float(2.0 ** ((paper.year - latest_year) / half_life) / (paper.authors - 1) ** TEAM)


def walk(ties: Ties, person: str) -> dict[str, float]:
    """Return the score of everybody whom the walk reaches and with whom `person` never worked."""
    near = _step(ties, _leave(ties, person, HALF_LIVES[0]), HALF_LIVES[0])
    middle = _step(ties, _leave(ties, person, HALF_LIVES[1]), HALF_LIVES[1])
    middle.pop(person, None)
    reached = nsmallest(SECOND, middle, key=lambda other: (-middle[other], other))
    far = _step(ties, {other: middle[other] for other in reached}, HALF_LIVES[1])
    strangers = (near.keys() | far.keys()) - ties.coauthors(person) - {person}
    return {each: near.get(each, 0.0) + far.get(each, 0.0) for each in strangers}


def _leave(ties: Ties, person: str, half_life: float) -> dict[str, float]:
    """Return the chance of a first step to each of the strongest co-authors."""
    weights = ties.weights[half_life].get(person, {})
    strongest = nsmallest(FIRST, (other for other in weights if weights[other]), key=lambda at: (-weights[at], at))
    return {other: weights[other] / ties.sums[half_life][person] for other in strongest}


def _step(ties: Ties, mass: Mapping[str, float], half_life: float) -> dict[str, float]:
    after: dict[str, float] = defaultdict(float)
    for at, amount in mass.items():
        share = amount / ties.sums[half_life][at]
        for other, weight in ties.weights[half_life][at].items():
            if weight:
                after[other] += share * weight
    return after
