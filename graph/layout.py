"""Where the nodes of a slice stand: a small seeded layout, so that the first paint is calm and always the same.

The seeds stand in the middle, people around them (the stronger the tie, the nearer), papers between those who wrote
them, topics and institutions at the rim beside what leads to them. Positions start from that rule and are then relaxed:
every two nodes push each other away, edges pull, and each node is held near the distance that its kind asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from graph.models import Kind

Array = NDArray[np.float32]
GOLDEN = pi * (3 - sqrt(5))  # the golden angle spreads any number of points evenly
START = 0.6  # radians; the first node stands up and to the right, where its label meets no edge
RADIUS: dict[Kind, tuple[float, float]] = {
    "Person": (0.42, 0.8),
    "Paper": (0.34, 0.62),
    "Topic": (0.92, 1.0),
    "Institution": (0.92, 1.0),
}
"""Distance from the middle of the heaviest and of the lightest node of a kind, before the picture is scaled."""
SEEDS_RADIUS = 0.22
_HOLD = np.float32(6.0)  # how firmly a node keeps its distance from the middle
_PULL = np.float32(1.0)  # how strongly an edge pulls
_WORK = 1_500_000  # node pairs looked at in all rounds together: the bound of the time
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A node to be placed: its kind, its weight from 0 to 1 among its kind, and whether it is a seed."""

    kind: Kind
    weight: float
    seed: bool = False


def place(spots: Sequence[Spot], edges: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Return a position within [-1, 1] for each of `spots`, whose places in the list `edges` join.

    The same input gives the same output, to the last digit. No two nodes stand on one another.

    >>> place([Spot("Person", 1.0, seed=True)], [])
    [(0.0, 0.0)]
    """
    if not spots:
        return []
    pinned = np.array([spot.seed for spot in spots])
    radius = _radii(spots)
    at = _start(spots, radius, edges)
    rounds = int(np.clip(_WORK / len(spots) ** 2, 8, 32))
    at = _relax(at, np.array(radius, dtype=np.float32), pinned, _springs(len(spots), edges, pinned), rounds)
    at /= np.maximum(np.hypot(at[:, 0], at[:, 1]), 1)[:, None]  # nobody beyond the rim
    at = _separate(at, pinned, min(0.3, 0.75 / len(spots) ** 0.5), rounds // 2)
    at /= max(1.0, float(np.abs(at).max()))
    return [(round(x, _DECIMALS) + 0.0, round(y, _DECIMALS) + 0.0) for x, y in at.astype(float).tolist()]


def _radii(spots: Sequence[Spot]) -> list[float]:
    """Return the distance from the middle that each node is held at: nearer for a heavier one."""
    seeds = sum(spot.seed for spot in spots)
    return [_radius(spot, 0.0 if seeds == 1 else SEEDS_RADIUS) for spot in spots]


def _radius(spot: Spot, middle: float) -> float:
    if spot.seed:
        return middle
    nearest, farthest = RADIUS[spot.kind]
    return farthest - (farthest - nearest) * sqrt(spot.weight)


def _start(spots: Sequence[Spot], radius: Sequence[float], edges: Sequence[tuple[int, int]]) -> Array:
    """Return first positions: seeds and people spread evenly, then each kind in the direction of what leads to it."""
    angles = [START + GOLDEN * i for i in range(len(spots))]
    seeds = [i for i, spot in enumerate(spots) if spot.seed]
    for place, i in enumerate(seeds):
        angles[i] = START + 2 * pi * place / len(seeds)
    near: list[list[int]] = [[] for _ in spots]
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    known = {i for i, spot in enumerate(spots) if spot.kind == "Person" and not spot.seed}
    for kind in ("Paper", "Topic", "Institution"):
        group = [i for i, spot in enumerate(spots) if spot.kind == kind and not spot.seed]
        for i in group:
            leads = [j for j in near[i] if j in known]
            if leads:
                x = sum(radius[j] * cos(angles[j]) for j in leads)
                y = sum(radius[j] * sin(angles[j]) for j in leads)
                angles[i] = atan2(y, x) + 0.1 * sin(i)  # a little apart from others with the same neighbours
        known.update(group)
    points = [(r * cos(angle), r * sin(angle)) for r, angle in zip(radius, angles, strict=True)]
    return np.array(points, dtype=np.float32)


def _springs(size: int, edges: Sequence[tuple[int, int]], pinned: NDArray[np.bool_]) -> Array:
    """Return the pull between every two nodes: less per edge for a node with many; seeds pull nobody."""
    pull = np.zeros((size, size), dtype=np.float32)
    ends = np.array([edge for edge in edges if not (pinned[edge[0]] or pinned[edge[1]])], dtype=np.intp).reshape(-1, 2)
    pull[ends[:, 0], ends[:, 1]] = pull[ends[:, 1], ends[:, 0]] = 1.0
    degree = np.maximum(pull.sum(axis=1), 1.0)
    return np.asarray(_PULL * pull / np.sqrt(degree[:, None] * degree[None, :]))


def _relax(at: Array, radius: Array, pinned: NDArray[np.bool_], pull: Array, rounds: int) -> Array:
    """Return positions after `rounds` of forces whose largest step shrinks from round to round."""
    claim = np.float32(0.3 / len(at))  # how hard two nodes push each other away: the more of them, the less
    for left in np.linspace(1, 0, rounds, dtype=np.float32):
        step = np.float32(0.01) + np.float32(0.14) * left  # at first in long steps, and free to change sides
        hold = _HOLD * (1 - np.float32(0.9) * left)
        strength = claim / (_squared_distances(at) + np.float32(1e-4)) - pull
        force = _weighted(strength, at)
        distance = np.hypot(at[:, 0], at[:, 1]) + np.float32(1e-6)
        force += (hold * (radius / distance - 1))[:, None] * at
        length = np.hypot(force[:, 0], force[:, 1])[:, None] + np.float32(1e-6)
        at = at + np.where(pinned[:, None], 0, force / length * np.minimum(step, length * np.float32(0.1)))
    return at


def _separate(at: Array, pinned: NDArray[np.bool_], gap: float, rounds: int) -> Array:
    """Return positions in which no two nodes are nearer than `gap`, as far as `rounds` of pushing bring it."""
    for _ in range(rounds):
        distance = np.sqrt(_squared_distances(at))
        np.fill_diagonal(distance, np.inf)
        if distance.min() >= gap:
            break
        lack = np.maximum(np.float32(gap) - distance, 0) / (2 * np.maximum(distance, np.float32(1e-6)))
        at = at + np.where(pinned[:, None], 0, _weighted(lack, at))
    return at


def _squared_distances(at: Array) -> Array:
    dx = np.subtract.outer(at[:, 0], at[:, 0])
    dy = np.subtract.outer(at[:, 1], at[:, 1])
    dx *= dx
    dy *= dy
    dx += dy
    return dx


def _weighted(strength: Array, at: Array) -> Array:
    """Return for each node the sum over all others of `strength` x (its position - theirs)."""
    # einsum adds in one order on any number of cores, which a matrix product does not promise
    drawn = np.stack([np.einsum("ij,j->i", strength, at[:, 0]), np.einsum("ij,j->i", strength, at[:, 1])], axis=1)
    return np.asarray(strength.sum(axis=1)[:, None] * at - drawn)
