"""A made-up graph of any size with structural ids, the same for the same seed: for measurements and kill tests."""

import random
from collections.abc import Iterator

from graph.models import Authorship, InstitutionRecord, PaperRecord, PersonRecord, Reference, TopicLink, TopicRecord
from loaders.source import Item


class MadeSource:
    """`papers` papers by about a quarter as many people, with topics, institutions and references."""

    name = "made"

    def __init__(self, papers: int, seed: int = 1) -> None:
        self.papers = papers
        self.seed = seed

    @property
    def key(self) -> str:
        return f"made:{self.papers}:{self.seed}"

    @property
    def total(self) -> int:
        return self.papers + self.people + 60

    @property
    def people(self) -> int:
        return max(self.papers // 4, 10)

    def items(self) -> Iterator[Item]:
        """Yield institutions, topics, people and papers."""
        draw = random.Random(self.seed)
        for at in range(20):
            part = (f"made:i{at // 4}",) if at >= 4 else ()
            yield _item(InstitutionRecord(id=f"made:i{at}", name=f"Institution {at}", parents=part))
        for at in range(40):
            part = (f"made:t{at // 8}",) if at >= 8 else ()
            yield _item(TopicRecord(id=f"made:t{at}", name=f"Topic {at}", scheme="made", parents=part))
        for at in range(self.people):
            yield _item(PersonRecord(id=f"made:a{at}", name=f"Person {at}"))
        for at in range(self.papers):
            yield _item(self._paper(at, draw))

    def _paper(self, at: int, draw: random.Random) -> PaperRecord:
        by = sorted({int(self.people * draw.random() ** 2) for _ in range(draw.randint(1, 6))})
        cited = sorted({draw.randrange(self.papers) for _ in range(draw.randint(0, 4))})
        return PaperRecord(
            id=f"made:p{at}",
            ids=(f"doi:10.1234/p{at}",),
            title=f"Paper {at}",
            year=2000 + at * 24 // self.papers,
            authors=tuple(
                Authorship(name=f"Person {a}", person=f"made:a{a}", position=slot, institutions=(f"made:i{a % 20}",))
                for slot, a in enumerate(by, start=1)
            ),
            topics=tuple(TopicLink(topic=f"made:t{t}") for t in sorted({draw.randrange(40) for _ in range(3)})),
            references=tuple(Reference(id=f"made:p{c}") for c in cited if c != at),
        )


def _item(record: InstitutionRecord | TopicRecord | PersonRecord | PaperRecord) -> Item:
    return Item(record.id, (record,))
