"""How a budget of nodes is shared between the kinds."""

from collections.abc import Mapping

from graph.models import Kind

SHARES: dict[Kind, float] = {"Paper": 0.4, "Person": 0.35, "Topic": 0.15, "Institution": 0.1}
"""What each kind gets of a budget, when all kinds have enough; in the order in which odd places are given."""


def allot(budget: int, there: Mapping[Kind, int]) -> dict[Kind, int]:
    """Return how many nodes of each kind to show: by `SHARES`, and what one kind does not need goes to the others.

    `there` says how many each kind has. The result never exceeds `there`, and sums to `budget` or to all there are.

    >>> allot(20, {"Paper": 100, "Person": 100, "Topic": 100, "Institution": 0})
    {'Paper': 9, 'Person': 8, 'Topic': 3, 'Institution': 0}
    """
    given: dict[Kind, int] = dict.fromkeys(SHARES, 0)
    left = budget
    while left and (hungry := [kind for kind in SHARES if given[kind] < there.get(kind, 0)]):
        whole = sum(SHARES[kind] for kind in hungry)
        for kind in hungry:
            part = min(
                max(1, int(left * SHARES[kind] / whole)), there[kind] - given[kind], budget - sum(given.values())
            )
            given[kind] += part
        left = budget - sum(given.values())
    return given
