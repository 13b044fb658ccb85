"""What OpenAlex states, as records: works with the people, institutions and topics mentioned in them."""

import html
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from graph import identifiers
from graph.models import (
    AnyRecord,
    InstitutionRecord,
    PaperRecord,
    PersonRecord,
    TopicRecord,
)
from loaders.latex import plain_text
from loaders.openalex_shapes import (
    Affiliation,
    Author,
    AuthorName,
    Concept,
    Institution,
    Location,
    Named,
    Slot,
    Topic,
    Work,
)

AnyTopic = TypeVar("AnyTopic", Topic, Concept)
ADDRESS = "https://openalex.org/"
_index = msgspec.json.Decoder(dict[str, list[int]] | None)
_NOBODY = "openalex:A9999999999"
"""OpenAlex's id for authors that it could not tell apart: no person."""
_LEVELS = ("domain", "field", "subfield")
_ITALIC = re.compile(r"(\w?)<(i|em|b|italic)>([^<>]{2,}?)</\2>(?=(\w?))", re.IGNORECASE)
_SUBTITLE = re.compile(r"\s*:?\s*<subtitle>", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:/?(?:jats:)?(?:p|br|div|title|sec|list|li|ul)(?:\s[^<>]*)?/?)>", re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:(?:jats|mml|m):[\w-]+|i|b|em|strong|italic|bold|sub|sup|inf|scp|sc|u|tt|font|span|subtitle|a|h\d"
    r"|math|m[a-z]{1,9}|alternatives|inline-formula|tex-math)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def work_records(work: Work) -> tuple[AnyRecord, ...]:
    """Return the institutions, topics and people mentioned in `work`, then its paper.

    Raises `ValidationError` when a field cannot be used.
    """
    updated = moment(work.updated_date)
    day = updated and updated.replace(hour=0, minute=0, second=0, microsecond=0)  # of mentions, so that many are equal
    slots = _byline(work.authorships or ())
    institutions = {each.id: each for slot in slots for each in slot.institutions or () if each.id}
    people = [slot for slot in slots if slot.author and slot.author.id]
    topics = _topics(work)
    return (
        *(_institution(each, day) for each in institutions.values()),
        *(each for topic in topics for each in _mentioned(topic, day)),
        *(_person(each, day) for each in people),
        _paper(work, slots, topics, updated),
    )


def _paper(work: Work, slots: list[Slot], topics: list[Topic] | list[Concept], updated: datetime | None) -> PaperRecord:
    main = work.primary_location or Location()
    host = work.host_venue or Location()
    identifier = openalex_id(work.id)
    first = openalex_id(work.primary_topic.id) if work.primary_topic else None
    return PaperRecord.model_validate(  # one call for all that is inside it is quicker than a call for each
        {
            "id": identifier,
            "ids": _other_ids(work),
            "updated": updated,
            "title": title_text(work.title or work.display_name),
            "type": work.type,
            "year": work.publication_year,
            "year_basis": "publication",
            "date": work.publication_date,
            "venue": (main.source and main.source.display_name) or host.display_name or None,
            "abstract": abstract_text(work.abstract_inverted_index),
            "language": work.language,
            "license": main.license or host.license,
            "open_access": work.open_access.is_oa if work.open_access else None,
            "retracted": work.is_retracted,
            "url": main.landing_page_url or host.url or work.doi or work.id,
            "citations": work.cited_by_count,
            "authors": tuple(_authorship(slot, position) for position, slot in enumerate(slots, start=1)),
            "topics": tuple(_topic_link(topic, first) for topic in topics),
            "references": tuple(
                {"id": each}
                for each in dict.fromkeys(map(openalex_id, work.referenced_works or ()))
                if each != identifier
            ),
            "note": f"OpenAlex lists only the first {len(slots)} authors here." if work.is_authors_truncated else None,
        }
    )


def openalex_id(text: str | int | None) -> str:
    """Return `openalex:W123` or `openalex:fields/27` from OpenAlex's address of a thing, `openalex:` from none."""
    return f"openalex:{str(text or '').removeprefix(ADDRESS)}"


def moment(text: str | None) -> datetime | None:
    """Return the moment of an `updated_date`; OpenAlex's times are UTC and do not say so."""
    if not text:
        return None
    at = datetime.fromisoformat(text)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _other_ids(work: Work) -> tuple[str, ...]:
    """Return the DOI and every arXiv id of a work: from its DOI or the places where it can be found."""
    places = [work.primary_location, work.host_venue, *(work.locations or ()), *(work.alternate_host_venues or ())]
    addresses = [text for place in places if place for text in (place.landing_page_url, place.pdf_url, place.url)]
    found = [identifiers.doi(work.doi), _arxiv(work.doi), *(_arxiv(text) for text in addresses)]
    return tuple(dict.fromkeys(each for each in found if each))


def _arxiv(address: str | None) -> str | None:
    return identifiers.arxiv(address) if address and "arxiv" in address.lower() else None


def _byline(slots: Iterable[Slot]) -> list[Slot]:
    """Return the slots with a name; an author listed again adds institutions to the first slot of theirs."""
    kept: list[Slot] = []
    first: dict[str, Slot] = {}
    for slot in slots:
        author = slot.author
        if author and author.id and openalex_id(author.id) == _NOBODY:
            author.id = None
        if author and author.id and author.id in first:
            again = first[author.id]
            again.institutions = [*(again.institutions or ()), *(slot.institutions or ())]
        elif _name(slot):
            kept.append(slot)
            if author and author.id:
                first[author.id] = slot
    return kept


def _name(slot: Slot) -> str | None:
    """Return the name as printed where OpenAlex gives it (since 2024), else as it displays it."""
    displayed = slot.author.display_name if slot.author else None
    return (slot.raw_author_name or "").strip() or (displayed or "").strip() or None


def _authorship(slot: Slot, position: int) -> dict[str, Any]:
    """Return the fields of an `Authorship`."""
    institutions = slot.institutions or ()
    unmatched = [each.display_name for each in institutions if not each.id and each.display_name]
    texts = slot.raw_affiliation_strings or [slot.raw_affiliation_string or ""]
    return {
        "name": _name(slot) or "",
        "person": openalex_id(slot.author.id) if slot.author and slot.author.id else None,
        "position": position,
        "corresponding": slot.is_corresponding,
        "raw_affiliation": "; ".join(text.strip() for text in texts if text.strip()) or "; ".join(unmatched) or None,
        "institutions": tuple(dict.fromkeys(openalex_id(each.id) for each in institutions if each.id)),
    }


def _person(slot: Slot, updated: datetime | None) -> PersonRecord:
    author = slot.author or AuthorName()
    return PersonRecord(
        id=openalex_id(author.id),
        ids=_known(identifiers.orcid(author.orcid)),
        name=author.display_name or _name(slot) or "",
        updated=updated,
        embedded=True,
    )


def person_record(author: Author) -> PersonRecord:
    """Return the record of an author sent as an object of its own, with other spellings of the name."""
    return PersonRecord(
        id=openalex_id(author.id),
        ids=_known(identifiers.orcid(author.orcid)),
        name=author.display_name or "",
        names=_others(author.display_name, author.display_name_alternatives),
        updated=moment(author.updated_date),
    )


def _institution(place: Affiliation, updated: datetime | None) -> InstitutionRecord:
    return InstitutionRecord(
        id=openalex_id(place.id),
        ids=_known(identifiers.ror(place.ror)),
        name=place.display_name or place.id or "",
        country=place.country_code or None,
        types=(place.type,) if place.type else (),
        parents=_parents(place.id, place.lineage),
        updated=updated,
        embedded=True,
    )


def institution_record(place: Institution) -> InstitutionRecord:
    """Return the record of an institution sent as an object of its own, with place, names and home page."""
    geo = place.geo
    return InstitutionRecord(
        id=openalex_id(place.id),
        ids=_known(identifiers.ror(place.ror)),
        name=place.display_name or "",
        names=_others(
            place.display_name, [*(place.display_name_alternatives or ()), *(place.display_name_acronyms or ())]
        ),
        country=place.country_code or (geo.country_code or None if geo else None),
        city=geo.city or None if geo else None,
        latitude=geo.latitude if geo else None,
        longitude=geo.longitude if geo else None,
        types=(place.type,) if place.type else (),
        url=place.homepage_url or None,
        parents=_parents(place.id, place.lineage),
        updated=moment(place.updated_date),
    )


def _parents(own: str | None, lineage: list[str] | None) -> tuple[str, ...]:
    """Return what the institution is part of: OpenAlex lists all levels above it, without saying which is next."""
    return tuple(openalex_id(each) for each in lineage or () if each != own)


def _known(*ids: str | None) -> tuple[str, ...]:
    return tuple(each for each in ids if each)


def _others(name: str | None, spellings: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in spellings or () if each.strip() and each != name))


def _topics(work: Work) -> list[Topic] | list[Concept]:
    """Return the topics of a work, or its concepts where it was recorded before there were topics."""
    topics = [*(work.topics or ()), *((work.primary_topic,) if work.primary_topic else ())]
    if topics:
        return _distinct(topics)
    return _distinct(work.concepts or ())


def _distinct(topics: Iterable[AnyTopic]) -> list[AnyTopic]:
    found: dict[str, AnyTopic] = {}
    for topic in topics:
        if topic.id:
            found.setdefault(topic.id, topic)
    return list(found.values())


def _topic_link(topic: Topic | Concept, first: str | None) -> dict[str, Any]:
    """Return the fields of a `TopicLink`."""
    score = None if topic.score is None else min(1.0, max(0.0, float(topic.score)))
    identifier = openalex_id(topic.id)
    return {"topic": identifier, "score": score, "primary": identifier == first}


def _mentioned(topic: Topic | Concept, day: datetime | None) -> Iterable[TopicRecord]:
    if isinstance(topic, Topic):
        return topic_records(topic, day)
    return (_concept(openalex_id(topic.id), topic.display_name or topic.id or "", day),)


@lru_cache(maxsize=50_000)
def _concept(identifier: str, name: str, updated: datetime | None) -> TopicRecord:
    return TopicRecord(
        id=identifier, name=name, scheme="openalex-concepts", level="concept", updated=updated, embedded=True
    )


def topic_records(topic: Topic, updated: datetime | None, *, embedded: bool = True) -> Iterator[TopicRecord]:
    """Yield domain, field and subfield of a topic (embedded), then the topic."""
    above: tuple[str, ...] = ()
    for level in _LEVELS:
        each: Named | None = getattr(topic, level)
        if each is None or not each.id or not each.display_name:
            continue
        identifier = openalex_id(each.id if "/" in str(each.id) else f"{level}s/{each.id}")
        yield TopicRecord(
            id=identifier,
            name=each.display_name,
            scheme="openalex",
            level=level,
            parents=above,
            updated=updated,
            embedded=True,
        )
        above = (identifier,)
    yield TopicRecord(
        id=openalex_id(topic.id),
        name=topic.display_name or (topic.id if embedded else None) or "",
        scheme="openalex",
        level="topic",
        description=topic.description or None,
        parents=above,
        updated=updated,
        embedded=embedded,
    )


def abstract_text(index: bytes | msgspec.Raw) -> str | None:
    """Return the abstract that the JSON of an inverted index (word -> its places) stands for, or None.

    Lost places are skipped. Raises `msgspec.ValidationError` when it is no such index.
    """
    found = _index.decode(index) if bytes(index) else None
    if not found:
        return None
    words = {place: word for word, places in found.items() for place in places}
    return _without_markup(" ".join([words[place] for place in sorted(words)])) or None


def title_text(title: str | None) -> str | None:
    """Return a title without HTML, entities and text-mode LaTeX; formulas stay as `$…$`."""
    if not title:
        return None
    plain = _without_markup(title)
    return (plain_text(plain) if "\\" in plain else plain) or None


def _without_markup(text: str) -> str:
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _INLINE.sub("", _BLOCK.sub(" ", _SUBTITLE.sub(": ", _ITALIC.sub(_spaced, text))))
    return " ".join(text.split())


def _spaced(found: re.Match[str]) -> str:
    """Put back the spaces around words in italics that were lost on the way to OpenAlex (`of<i>Butea</i>leaves`)."""
    before, _, inside, after = found.groups()
    return f"{before}{' ' if before else ''}{inside}{' ' if after else ''}"
