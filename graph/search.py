"""Search while typing: prefixes, accents folded, small typos forgiven, the best known first among equals."""

from collections.abc import Iterable

from graph import dataset
from graph.answers import SearchHit, SearchResult
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import NotFound
from graph.identifiers import spellings
from graph.models import KINDS, Kind
from graph.resolve import resolve
from graph.text import words

INDEXES: dict[Kind, tuple[str, ...]] = {
    "Person": ("person_names", "alias_names"),
    "Paper": ("paper_titles",),
    "Topic": ("topic_names",),
    "Institution": ("institution_names",),
}
CANDIDATES = 3000
"""Matches looked at in each index; of these the best and the best known are put in order. Three letters match at most
2,533 of the names of the ACL Anthology."""
KEPT = 10
"""Of each index, at least how many of both are put in order."""
ENOUGH = 3
"""With fewer hits than this, typos are forgiven."""
LONGEST = 16
"""Words of a query that count; a pasted title is found by its first ones."""
# fmt: off
UNINDEXED = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of",
    "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
))
# fmt: on
"""Words that the index leaves out of names (the list of its analyzer), so that none may be required."""
_ORDER: tuple[Kind, ...] = ("Person", "Topic", "Institution", "Paper")

# How well a thing fits, best first. How well it is known only decides among equals.
_IDENTIFIED, _SAME, _WORDS, _BEGINS, _PREFIXES, _OTHER_NAME, _SIMILAR = 6, 5, 4, 3, 2, 1, 0


async def search(connection: Connection, text: str, kind: Kind | None = None, limit: int = 10) -> SearchResult:
    """Return at most `limit` things called like `text`, or identified by it, best first.

    Order: an identifier; the same name; names that have all the words; names that begin so; names that have words
    beginning so; other spellings, those of records that were joined to a person included; similar names (only when
    little else is found). Among equals the best known first:
    people by works, papers by citations inside the graph, topics by papers, institutions by people.
    """
    kinds = [kind] if kind else list(KINDS)
    wanted = words(text)[:LONGEST]
    hits = await _identified(connection, text, kind)
    if wanted:
        rows = await _matches(connection, kinds, prefixes(wanted), limit)
        if len(rows) < ENOUGH:
            rows += await _matches(connection, kinds, similar(wanted), limit)
        hits += [_hit(row, wanted) for row in rows]
    best = sorted(hits, key=lambda hit: (-hit.score, _ORDER.index(hit.kind), hit.label, hit.id))
    kept = list({hit.id: hit for hit in reversed(best)}.values())[::-1][:limit]
    return SearchResult(query=text, items=kept, dataset=await dataset.version(connection))


async def _matches(connection: Connection, kinds: Iterable[Kind], lucene: str, limit: int) -> list[Row]:
    indexes = [index for each in kinds for index in INDEXES[each]]
    kept = max(limit, KEPT)
    return await connection.read(query("read/search"), indexes=indexes, lucene=lucene, candidates=CANDIDATES, kept=kept)


def prefixes(wanted: list[str]) -> str:
    """Return the full-text query for names that hold each word, whole (better) or as a beginning.

    A word holds letters, digits, apostrophes and full stops only (`graph.text.words`), none of which the query
    language reads as a sign; in lower case none is an operator.
    """
    return _required(wanted, "{0}^4 OR {0}*")


def similar(wanted: list[str]) -> str:
    """Return the full-text query that forgives one wrong letter in words of 4 letters or more, two from 8 on."""
    return _required(wanted, "{0}^4 OR {0}* OR {0}~{1}")


def _required(wanted: list[str], clause: str) -> str:
    """Return a query with one clause per word; words that are in no index are required only when there is no other."""
    needed = set(wanted) - UNINDEXED or set(wanted)
    return " ".join(f"{'+' if word in needed else ''}({clause.format(word, _typos(word))})" for word in wanted)


def _typos(word: str) -> int:
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


async def _identified(connection: Connection, text: str, kind: Kind | None) -> list[SearchHit]:
    """Return the thing that `text` identifies, when it looks like an identifier and is one."""
    if len(spellings(text)) < 2 and (":" not in text or " " in text.strip()):
        return []
    try:
        found = await resolve(connection, text, kind)
    except NotFound:
        return []
    return [SearchHit(id=found.id, kind=found.kind, label=found.label, detail="This identifier", score=_IDENTIFIED)]


def _hit(row: Row, wanted: list[str]) -> SearchHit:
    known: int = row["known"]
    score = fit(wanted, words(row["label"]), (words(name) for name in row["names"])) + known / (known + 50)
    return SearchHit(id=row["id"], kind=row["kind"], label=row["label"], detail=_detail(row), score=round(score, 4))


def fit(wanted: list[str], label: list[str], others: Iterable[list[str]]) -> int:
    """Return how well a thing called `label`, or one of `others`, fits the words `wanted`: 5 (same) to 0 (similar)."""
    own = _fit(wanted, label)
    return own or (_OTHER_NAME if any(_fit(wanted, each) for each in others) else _SIMILAR)


def _fit(wanted: list[str], name: list[str]) -> int:
    if wanted == name:
        return _SAME
    if set(wanted) <= set(name):
        return _WORDS
    last = len(wanted) - 1
    if name[:last] == wanted[:last] and any(own.startswith(wanted[last]) for own in name[last : last + 1]):
        return _BEGINS
    if all(any(own.startswith(word) for own in name) for word in wanted):
        return _PREFIXES
    return _SIMILAR


def _detail(row: Row) -> str | None:
    """Return what tells a thing apart from others of its name."""
    if row["kind"] == "Person":
        works = f"{row['known']} work" + ("" if row["known"] == 1 else "s")
        first, last = row["first_year"], row["last_year"]
        years = "" if first is None else f", {first}" if first == last else f", {first}–{last}"
        return works + years
    if row["kind"] == "Paper":
        return ", ".join(str(each) for each in (row["venue"], row["year"]) if each is not None) or None
    if row["kind"] == "Topic":
        return row["scheme"] or None
    return row["country"] or None
