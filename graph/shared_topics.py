"""The topics that one person shares with others: evidence beside a ranking, never part of it."""

from collections.abc import Sequence

from graph.answers import SharedTopic
from graph.catalogue import query
from graph.connection import Connection

SHOWN = 5


async def shared_topics(connection: Connection, id: str, others: Sequence[str]) -> dict[str, list[SharedTopic]]:
    """Return the strongest topics (at most `SHOWN`) that the person `id` shares with each of `others`, by node id.

    Strongest: most works of the one who has fewer on it, then the topic with fewer works in the graph (the more
    telling one), then id. Who shares none is left out.
    """
    rows = await connection.read(query("read/shared_topics"), id=id, others=list(others)) if others else []
    if not rows:
        return {}
    own = {topic["id"]: topic["papers"] for topic in rows[0]["own"]}
    shared: dict[str, list[tuple[int, SharedTopic]]] = {}
    for topic in rows[0]["theirs"]:
        both = SharedTopic(id=topic["id"], name=topic["name"], papers=min(topic["papers"], own[topic["id"]]))
        shared.setdefault(topic["person"], []).append((topic["all"], both))
    return {person: _strongest(topics) for person, topics in shared.items()}


def _strongest(topics: list[tuple[int, SharedTopic]]) -> list[SharedTopic]:
    topics.sort(key=lambda each: (-each[1].papers, each[0], each[1].id))
    return [topic for _, topic in topics[:SHOWN]]
