"""The offline demo: bibliographic facts about Yuxiong He and her surroundings, shipped with the program.

`data/demo.json` holds them in the project's own layout: places, arXiv classes, OpenAlex subjects, papers. What is
absent there was not seen. Institutions known to ROR keep their ROR id, and topics the ids of OpenAlex and arXiv; they
are sent as `embedded`, so that the records of those sources themselves count for more.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec
from anyascii import anyascii

from graph import identifiers
from graph.models import Authorship, InstitutionRecord, PaperRecord, PersonRecord, Reference, TopicLink, TopicRecord
from loaders.source import Item

FILE = Path(__file__).parent / "data" / "demo.json"
_LEVELS = {"domains": "domain", "fields": "field", "subfields": "subfield", "topics": "topic"}
_PARENTS = {"fields": "domains", "subfields": "fields", "topics": "subfields"}


class _Place(msgspec.Struct, frozen=True):
    name: str
    ror: str | None = None
    listed_as: str | None = None
    city: str | None = None
    country: str | None = None


class _Subject(msgspec.Struct, frozen=True):
    name: str
    within: str | None = None


class _Citation(msgspec.Struct, frozen=True):
    work: str
    basis: Literal["stated", "inferred"]
    evidence: str


class _Seen(msgspec.Struct, frozen=True):
    where: str
    what: str | None = None


class _Paper(msgspec.Struct, frozen=True):
    slug: str
    title: str
    kind: str
    year: int
    by: tuple[str, ...]
    seen: tuple[_Seen, ...]
    other_title: str | None = None
    first_version: str | None = None
    revised: int | None = None
    venue: str | None = None
    arxiv: str | None = None
    doi: str | None = None
    acl: str | None = None
    at: dict[str, tuple[str, ...]] = {}
    arxiv_classes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    cites: tuple[_Citation, ...] = ()
    summary: str | None = None
    remark: str | None = None


class _Demo(msgspec.Struct, frozen=True):
    about: str
    compiled: str
    places: dict[str, _Place]
    arxiv_classes: dict[str, str]
    openalex: dict[str, dict[str, _Subject]]
    other_spellings: dict[str, tuple[str, ...]]
    papers: tuple[_Paper, ...]


class DemoSource:
    """The facts of `data/demo.json`: institutions and topics first, then papers with their people embedded."""

    name = "demo"

    @cached_property
    def _demo(self) -> _Demo:
        return msgspec.json.decode(FILE.read_bytes(), type=_Demo)

    @property
    def key(self) -> str:
        """Hash of the file's content: a copy of the program has the same key."""
        return hashlib.blake2b(FILE.read_bytes(), digest_size=12).hexdigest()

    @property
    def total(self) -> int:
        """Number of items: places, topics and papers."""
        demo = self._demo
        subjects = sum(len(each) for each in demo.openalex.values())
        return len(demo.places) + len(demo.arxiv_classes) + subjects + len(demo.papers)

    def items(self) -> Iterator[Item]:
        """Yield institutions, topics, then papers, each with its slug as its place."""
        demo = self._demo
        for slug, place in demo.places.items():
            yield Item(f"demo.json:{slug}", (_institution(slug, place),))
        for topic in _topics(demo):
            yield Item(f"demo.json:{topic.id}", (topic,))
        for paper in demo.papers:
            people = tuple(_person(name, demo) for name in paper.by)
            yield Item(f"demo.json:{paper.slug}", (*people, _paper(paper, demo)))


def _compiled(demo: _Demo) -> datetime:
    return datetime.fromisoformat(demo.compiled).replace(tzinfo=UTC)


def _person_id(name: str) -> str:
    return "demo:" + re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")


def _institution_id(slug: str, place: _Place) -> str:
    return f"ror:{place.ror}" if place.ror else f"demo:inst-{slug}"


def _person(name: str, demo: _Demo) -> PersonRecord:
    spellings = demo.other_spellings.get(name, ())
    return PersonRecord(id=_person_id(name), name=name, names=spellings, updated=_compiled(demo), embedded=True)


def _institution(slug: str, place: _Place) -> InstitutionRecord:
    return InstitutionRecord(
        id=_institution_id(slug, place),
        name=place.name,
        names=(place.listed_as,) if place.listed_as else (),
        city=place.city,
        country=place.country,
        embedded=place.ror is not None,
    )


def _topics(demo: _Demo) -> Iterator[TopicRecord]:
    for group, level in _LEVELS.items():
        for number, subject in demo.openalex[group].items():
            parents = (_subject_id(_PARENTS[group], subject.within),) if subject.within else ()
            yield TopicRecord(
                id=_subject_id(group, number),
                name=subject.name,
                scheme="openalex",
                level=level,
                parents=parents,
                embedded=True,
            )
    for code, name in demo.arxiv_classes.items():
        yield TopicRecord(id=f"arxivclass:{code}", name=name, scheme="arxiv", level="category", embedded=True)


def _subject_id(group: str, number: str) -> str:
    return f"openalex:T{number}" if group == "topics" else f"openalex:{group}/{number}"


def _paper(paper: _Paper, demo: _Demo) -> PaperRecord:
    topics = [f"arxivclass:{code}" for code in paper.arxiv_classes]
    topics += [_subject_id("topics", number) for number in paper.subjects]
    return PaperRecord(
        id=f"demo:{paper.slug}",
        ids=_other_ids(paper),
        updated=_compiled(demo),
        title=paper.title,
        type=paper.kind,
        year=paper.year,
        year_basis="first version",
        date=paper.first_version,
        revised_year=paper.revised,
        venue=paper.venue,
        summary=paper.summary,
        open_access=True if paper.arxiv or paper.acl else None,
        url=_landing_page(paper),
        authors=tuple(
            Authorship(
                name=name,
                person=_person_id(name),
                position=position,
                institutions=tuple(_institution_id(slug, demo.places[slug]) for slug in paper.at.get(name, ())),
            )
            for position, name in enumerate(paper.by, start=1)
        ),
        topics=tuple(TopicLink(topic=topic) for topic in topics),
        references=tuple(
            Reference(id=f"demo:{each.work}", basis=each.basis, evidence=each.evidence) for each in paper.cites
        ),
        note=_note(paper),
    )


def _other_ids(paper: _Paper) -> tuple[str, ...]:
    acl = f"acl:{paper.acl}" if paper.acl else None
    return tuple(each for each in (identifiers.arxiv(paper.arxiv), identifiers.doi(paper.doi), acl) if each)


def _landing_page(paper: _Paper) -> str | None:
    if paper.arxiv:
        return f"https://arxiv.org/abs/{paper.arxiv}"
    if paper.acl:
        return f"https://aclanthology.org/{paper.acl}/"
    return f"https://doi.org/{paper.doi}" if paper.doi else None


def _note(paper: _Paper) -> str:
    """Return doubts, other titles and where the facts were seen, as text."""
    seen = "; ".join(f"{each.where} ({each.what})" if each.what else each.where for each in paper.seen)
    other_title = f"Other title: {paper.other_title}." if paper.other_title else None
    return " ".join(part for part in (paper.remark, other_title, f"Seen at: {seen}.") if part)


def arxiv_ids() -> list[str]:
    """Return the arXiv ids of the demo's papers, such as `arxiv:1910.02054`: their abstracts can be had there."""
    papers = (item.records[-1] for item in DemoSource().items())
    return [at for paper in papers if isinstance(paper, PaperRecord) for at in paper.ids if at.startswith("arxiv:")]
