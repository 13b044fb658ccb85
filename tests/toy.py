"""Toy sources: records given by a test, as a source of any name."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.models import (
    AnyRecord,
    Authorship,
    InstitutionRecord,
    PaperRecord,
    PersonRecord,
    Reference,
    TopicLink,
    TopicRecord,
)
from loaders.source import Item, Reject


@dataclass
class ToySource:
    """A source whose items stand in memory."""

    found: list[Item | Reject]
    name: str = "toy"
    key: str = "toy"

    @property
    def total(self) -> int:
        return len(self.found)

    def items(self) -> Iterator[Item | Reject]:
        yield from self.found


def toy(*records: AnyRecord | Reject, name: str = "toy", key: str = "toy") -> ToySource:
    """Return a source with one item per record."""
    found = [each if isinstance(each, Reject) else Item(f"toy:{at}", (each,)) for at, each in enumerate(records)]
    return ToySource(found, name, key)


def person(key: str, *ids: str, scheme: str = "toy") -> PersonRecord:
    return PersonRecord(id=f"{scheme}:{key}", ids=ids, name=key)


def topic(key: str, *parents: str) -> TopicRecord:
    return TopicRecord(id=f"toy:{key}", name=key, scheme="toy", parents=tuple(f"toy:{each}" for each in parents))


def institution(key: str, *parents: str) -> InstitutionRecord:
    return InstitutionRecord(id=f"toy:{key}", name=key, parents=tuple(f"toy:{each}" for each in parents))


def paper(
    key: str,
    year: int | None = 2020,
    by: str = "",
    topics: str = "",
    cites: str = "",
    at: str = "",
    ids: tuple[str, ...] = (),
    scheme: str = "toy",
    **more: object,
) -> PaperRecord:
    """Return a paper; people, topics and cited papers are keys separated by blanks; all authors are `at` one place."""
    places = tuple(f"toy:{each}" for each in at.split())
    return PaperRecord.model_validate(
        {
            "id": f"{scheme}:{key}",
            "ids": ids,
            "title": f"Paper {key}",
            "year": year,
            "authors": tuple(
                Authorship(name=each, person=f"{scheme}:{each}", position=slot, institutions=places)
                for slot, each in enumerate(by.split(), start=1)
            ),
            "topics": tuple(TopicLink(topic=f"toy:{each}") for each in topics.split()),
            "references": tuple(Reference(id=f"toy:{each}") for each in cites.split()),
            **more,
        }
    )
