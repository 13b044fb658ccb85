"""A person's profile: what the graph knows, who said it and when; what was never imported is null, with a reason."""

from collections import Counter
from collections.abc import Callable, Iterable

from graph import dataset
from graph.answers import (
    AffiliationSpan,
    Count,
    FeaturedPerson,
    People,
    PersonCounts,
    PersonProfile,
    Ref,
    TopicShare,
    YearCount,
)
from graph.catalogue import query
from graph.collaborators import close_collaborators
from graph.connection import Connection, Row
from graph.resolve import identifiers, provenance, resolve

CLOSEST_SHOWN = 3
TOPICS_PER_SCHEME = 300

NO_WORKS = "No work of this person was loaded."
NO_YEARS = "No loaded source states in which years these works came out."
NO_AFFILIATIONS = "No loaded source states affiliations for these works."
RAW_AFFILIATIONS = "These works state affiliations as text only; none was matched to a loaded institution."
NO_SOURCE_CITATIONS = "No loaded source states how often these works are cited."
NO_REFERENCES = "No loaded source states references, so citations inside this graph cannot be counted."


async def profile(connection: Connection, id: str) -> PersonProfile:
    """Return the profile of the person with the identifier `id`. Raise `NotFound`."""
    ref = await resolve(connection, id, "Person")
    (facts,) = await connection.read(query("read/person"), id=ref.id, closest=CLOSEST_SHOWN)
    (evidence,) = await connection.read(query("read/person_evidence"), id=ref.id)
    close = await close_collaborators(connection, ref.id)
    (references,) = await connection.read(query("read/references_imported"))
    person = facts["person"]
    spans = [_span(row) for row in facts["affiliations"]]
    return PersonProfile(
        id=ref.id,
        name=person["name"] or ref.id,
        names=_other_names(person["name"], [*person["names"], *evidence["names"]]),
        identifiers=identifiers((row["id"] for row in facts["identifiers"]), "Person"),
        affiliation=spans[0] if spans else None,
        affiliations=spans,
        counts=_counts(facts, evidence, close, references["imported"]),
        years=_years(evidence),
        topics=_strongest(facts["topics"]),
        top_coauthors=[Ref(id=row["id"], kind="Person", label=row["label"]) for row in facts["top_coauthors"]],
        provenance=provenance(facts["identifiers"]),
        dataset=await dataset.version(connection),
    )


def _counts(facts: Row, evidence: Row, close: int, references: bool) -> PersonCounts:
    """Return the counts of a profile, each with the sources that it rests on."""
    fetched: dict[str, str | None] = {row["source"]: row["fetched_at"] for row in evidence["sources"]}
    stated = sorted({row["source"] for row in evidence["years"] if row["source"]})
    works = sum(row["works"] for row in evidence["years"])

    def count(value: int | None, sources: Iterable[str], reason: str | None = None) -> Count:
        named = sorted(set(sources))
        times = [time for source in named if (time := fetched.get(source))]
        known = value if reason is None else None
        return Count(value=known, sources=named, as_of=max(times, default=None), reason=reason)

    nothing = None if works else NO_WORKS
    undated = nothing or (NO_YEARS if facts["person"]["first_year"] is None else None)
    places = facts["affiliations"]
    no_places = nothing or (None if places else RAW_AFFILIATIONS if evidence["raw_affiliations"] else NO_AFFILIATIONS)
    cited = evidence["cited_by_source"]
    citing = evidence["citing"]
    return PersonCounts(
        works=count(works, stated, nothing),
        topics=_topic_counts(facts["topics"], evidence["topic_sources"], count),
        institutions=count(len(places), [source for row in places for source in row["sources"]], no_places),
        coauthors=count(facts["person"]["coauthors"] or 0, stated, nothing),
        close_collaborators=count(close, stated, nothing),
        citations_source=count(
            sum(row["citations"] for row in cited),
            [row["source"] for row in cited if row["source"]],
            nothing or (None if cited else NO_SOURCE_CITATIONS),
        ),
        citations_graph=count(
            sum(row["citations"] for row in citing),
            [source for row in citing for sources in row["sources"] for source in sources or ()],
            nothing or (None if references else NO_REFERENCES),
        ),
        first_year=count(facts["person"]["first_year"], stated, undated),
        last_year=count(facts["person"]["last_year"], stated, undated),
    )


def _topic_counts(topics: list[Row], stated: list[Row], count: Callable[..., Count]) -> dict[str, Count]:
    sources = {row["scheme"]: row["sources"] for row in stated}
    schemes = Counter(row["scheme"] for row in topics)
    return {scheme: count(schemes[scheme], sources.get(scheme, ())) for scheme in sorted(schemes)}


def _years(evidence: Row) -> list[YearCount]:
    """Return works and citations by year, from the first year to the last, years without any too."""
    works: Counter[int] = Counter()
    citations: Counter[int] = Counter()
    for row in evidence["years"]:
        if row["year"] is not None:
            works[row["year"]] += row["works"]
    for row in evidence["citing"]:
        if row["year"] is not None:
            citations[row["year"]] += row["citations"]
    known = works.keys() | citations.keys()
    span = range(min(known), max(known) + 1) if known else ()
    return [YearCount(year=year, works=works[year], citations=citations[year]) for year in span]


def _span(row: Row) -> AffiliationSpan:
    return AffiliationSpan(**{name: row[name] for name in AffiliationSpan.model_fields})


def _strongest(topics: list[Row]) -> list[TopicShare]:
    """Return the first topics of each scheme; `topics` comes strongest first."""
    seen: Counter[str] = Counter()
    kept = []
    for row in topics:
        seen[row["scheme"]] += 1
        if seen[row["scheme"]] <= TOPICS_PER_SCHEME:
            kept.append(TopicShare(**row))
    return kept


def _other_names(name: str | None, spellings: Iterable[str | None]) -> list[str]:
    return sorted({each for each in spellings if each and each != name})


async def featured(connection: Connection, limit: int) -> People:
    """Return the `limit` best-known people: those with the most works, then the most co-authors."""
    rows = await connection.read(query("read/best_known_people"), limit=limit)
    return People(items=[FeaturedPerson(**row) for row in rows], dataset=await dataset.version(connection))
