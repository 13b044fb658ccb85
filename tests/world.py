"""A small graph with one of everything that an answer can speak of, written by the real load from toy records.

People: ann - ben - cal - dee - eve is a chain of co-authors (ann and ben twice); fay has one work alone; gus is named
in a byline without an id; hal has no work. Source `toy` states references, topics and affiliations; source `bare`
states none of these, and its person zoe meets nobody of `toy`.
"""

import pytest

from graph.connection import Connection
from graph.models import (
    Authorship,
    InstitutionRecord,
    PaperRecord,
    PersonRecord,
    Reference,
    TopicLink,
    TopicRecord,
)
from graph.store import Store
from loaders.pipeline import load
from tests.conftest import WIPE
from tests.toy import paper, person, topic, toy

ORCID = "orcid:0000-0002-1825-0097"
UNI = InstitutionRecord(id="toy:uni", name="Universität Toy", names=("Toy U",), country="DE", types=("education",))
LAB = InstitutionRecord(id="toy:lab", ids=("ror:05gq02987",), name="Lab", country="DE", parents=("toy:uni",))
FIELD = topic("field")
GRAPHS = TopicRecord(id="toy:graphs", name="Graph Theory", scheme="toy", level="topic", parents=("toy:field",))
OTHER = TopicRecord(id="toy:other", name="Other Scheme", scheme="second")
ANN = PersonRecord(id="toy:ann", ids=(ORCID,), name="Ann García", names=("A. García", "何安"))
P1 = PaperRecord(
    id="toy:p1",
    ids=("doi:10.1000/a/b", "arxiv:1910.02054"),
    title="On $k$-Graphs",
    type="article",
    year=2018,
    year_basis="publication",
    venue="Journal of Toys",
    citations=7,
    abstract="Words.",
    authors=(
        Authorship(name="Ann Garcia", person="toy:ann", position=1, institutions=("toy:lab",), corresponding=True),
        Authorship(name="Gus", position=2),
        Authorship(name="Ben", person="toy:ben", position=3),
    ),
    topics=(TopicLink(topic="toy:graphs", score=0.9, primary=True), TopicLink(topic="toy:other", score=0.4)),
    references=(Reference(id="toy:p3"), Reference(id="toy:never")),
    versions=("v1 2018-01-02",),
    note="A doubt.",
)
TOY = [
    UNI,
    LAB,
    FIELD,
    GRAPHS,
    OTHER,
    ANN,
    *(person(each) for each in ("ben", "cal", "dee", "eve", "fay", "hal")),
    P1,
    paper("p2", 2020, by="ben ann", topics="graphs", cites="p1", at="lab", type="preprint", title="Beta graphs"),
    paper("p3", 2017, by="ben cal", topics="graphs", title="Alpha graphs", citations=1),
    paper("p4", 2021, by="cal dee", cites="p1 p3"),
    paper("p5", 2021, by="dee eve"),
    paper("p6", None, by="ann", type="preprint", title="Undated études"),
    paper("p7", 2022, by="fay"),
    paper("p8", 2022, by="ben dee", title="Shortcut"),
]
BARE = [person("zoe", scheme="bare"), paper("b1", 2019, by="zoe", scheme="bare")]


async def load_world(connection: Connection) -> None:
    """Load both sources into an empty graph."""
    await load(connection, toy(*TOY))
    await load(connection, toy(*BARE, name="bare", key="bare"))


EVERYTHING = (
    "MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS facts",
    "MATCH (a)-[e]->(b) RETURN elementId(a) AS a, type(e) AS type, elementId(b) AS b, properties(e) AS facts",
    "SHOW INDEXES YIELD name, type, labelsOrTypes, properties RETURN name, type, labelsOrTypes, properties",
    "SHOW CONSTRAINTS YIELD name, type RETURN name, type",
    "SHOW USERS YIELD user RETURN user",
)


async def everything(connection: Connection) -> list[str]:
    """Return all nodes and edges of whatever kind, the schema and the users, each as a line, sorted."""
    return sorted([f"{text[:12]} {row}" for text in EVERYTHING for row in await connection.read(text, timeout=60)])


@pytest.fixture(scope="module")
async def world(server: Store) -> Connection:
    """A connection to the small graph, loaded once per module; tests that use it only read."""
    await server.connection.implicit(WIPE)
    await load_world(server.connection)
    return server.connection
