"""A neighbourhood with known answers, written by the real load from toy records.

Ann has worked with ben (2018, 2020, 2020), cal (2020, three authors), dee (2015) and eve (a paper without a year); fay
and gil she knows only through them. The latest year is 2020.
"""

import pytest

from graph.connection import Connection
from graph.models import Authorship, PaperRecord
from graph.store import Store
from loaders.pipeline import load
from tests.conftest import WIPE
from tests.toy import institution, paper, person, topic, toy

PEOPLE = [person(each) for each in ("ann", "ben", "cal", "dee", "eve", "fay", "gil", "hal")]
PLACES = [institution("uni"), institution("lab", "uni"), institution("old")]
TOPICS = [topic("field"), topic("graphs", "field"), topic("words", "field"), topic("stars")]
CAPPED = PaperRecord(
    id="toy:n1",
    title="Paper n1",
    year=2015,
    authors=(
        Authorship(name="ann", person="toy:ann", position=1, institutions=("toy:old",)),
        Authorship(name="dee", person="toy:dee", position=2),
    ),
    author_count=5,
)
NEIGHBOURHOOD = [
    *PEOPLE,
    *PLACES,
    *TOPICS,
    paper("j1", 2020, by="ann ben", topics="graphs words", cites="old1 old2", at="lab"),
    paper("j2", 2020, by="ben ann cal", topics="graphs", cites="old1"),
    paper("j3", 2018, by="ann ben", topics="graphs", cites="j9"),
    CAPPED,
    paper("u1", None, by="ann eve", topics="words"),
    paper("alone", 2019, by="ann"),
    paper("b1", 2020, by="ben fay", topics="graphs", cites="old1 old2"),  # shares both references with j1
    paper("b2", 2019, by="cal gil", topics="stars"),
    paper("b3", 2019, by="fay gil", topics="graphs words"),
    paper("c1", 2020, by="hal", cites="j3 x1"),  # cites an own work together with x1
    paper("x1", 2016, by="hal"),
    paper("old1", 2005, by="hal", topics="graphs"),
    paper("old2", 2006, by="hal"),
    paper("j9", 2010, by="hal"),
]


@pytest.fixture(scope="module")
async def near(server: Store) -> Connection:
    """A connection to this graph, loaded once per module; tests that use it only read."""
    await server.connection.implicit(WIPE)
    await load(server.connection, toy(*NEIGHBOURHOOD))
    return server.connection
