"""One's own papers: which of them the graph knows already, and under which id they are loaded.

Own data comes in small files without ids of its own, so it is read whole and compared before it is loaded. The rules
(docs/own-data.md has them in words):

* Entries with a common identifier are one paper, and so are entries with the same title, year and first author whose
  identifiers do not contradict each other. The first of them counts.
* A paper of the graph is matched by identifier; else by title, year and first author, when there is only one such.
* A paper that another source knows keeps its byline: the authors of the entry are no people there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from graph.connection import Connection
from graph.models import AnyRecord, PaperRecord
from graph.text import words
from loaders.files import fingerprint
from loaders.own_matches import Found, Match, Outcome, TitleKey, identified, key_of, listed, telling, titled
from loaders.source import Item, Reject

BY_TITLE = "title, year and first author"
SHOWN = 3
"""Ids of rival papers that a reason names."""


@dataclass(frozen=True, slots=True)
class OwnSource:
    """Own data, compared with the graph: a source of the pipeline that can say what it matched, and why."""

    name: str
    files: Sequence[Path]
    found: Sequence[Item | Reject]
    matches: Sequence[Match]
    """One per record, in the order of the files."""
    notes: Sequence[str] = ()
    """How each file was understood."""

    @property
    def key(self) -> str:
        """Fingerprint of the files."""
        return fingerprint(self.files)

    @property
    def total(self) -> int:
        """Number of records."""
        return len(self.found)

    def items(self) -> Iterator[Item | Reject]:
        """Yield the records in the order of the files."""
        yield from self.found


@dataclass(frozen=True, slots=True)
class _Target:
    """What an entry is in the graph: the id and the other ids of its record, and how that was found."""

    at: str
    ids: tuple[str, ...]
    shared: bool
    """Whether another source knows the paper."""
    outcome: Outcome
    by: str | None = None
    node: str | None = None
    reason: str | None = None


@dataclass(slots=True)
class _Group:
    """The entries of one paper: the first of them, and the identifiers of all."""

    place: str
    paper: PaperRecord
    more: tuple[AnyRecord, ...]
    """What the entry mentions."""
    ids: dict[str, None] = field(default_factory=dict)
    target: _Target | None = None
    leader: "_Group | None" = None
    """An earlier group that turned out to be the same paper of the graph."""


def own_person(name: str) -> str:
    """Return the id, or the beginning of the ids, of people of one's own lists who are called `name`."""
    return f"csv:person/{'-'.join(words(name))}"


async def settle(
    connection: Connection, source: str, drafts: Sequence[Item | Reject]
) -> tuple[list[Item | Reject], list[Match]]:
    """Return `drafts` as they are to be loaded, and what each was matched with; items of other things pass unchanged.

    A draft of a paper holds it last, with the identifiers of the entry as `ids` and an id that does not count. An
    author without a person becomes the one person of one's own lists who is called so, if there is one.
    """
    groups = _grouped(drafts)
    await _match(connection, source, list({id(group): group for group in groups.values()}.values()))
    names = {own_person(slot.name) for group in groups.values() for slot in group.paper.authors}
    listing = await listed(connection, names)
    records = {id(group): _records(group, listing) for group in groups.values() if not group.leader}
    found: list[Item | Reject] = []
    matches: list[Match] = []
    for index, draft in enumerate(drafts):
        group = groups.get(index)
        if isinstance(draft, Reject):
            matches.append(Match(draft.place, None, "", "rejected", reason=draft.reason))
        elif group:
            matches.append(_told(draft, group))
            draft = replace(draft, records=records[id(group.leader or group)])
        found.append(draft)
    return found, matches


def _grouped(drafts: Sequence[Item | Reject]) -> dict[int, _Group]:
    """Return place of a paper's draft in the list -> its group."""
    by_id: dict[str, _Group] = {}
    by_title: dict[TitleKey, list[_Group]] = {}
    groups: dict[int, _Group] = {}
    for index, draft in enumerate(drafts):
        if not isinstance(draft, Item) or not isinstance(paper := draft.records[-1], PaperRecord):
            continue
        rivals = by_title.setdefault(key_of(paper), [])
        group = next((by_id[at] for at in paper.ids if at in by_id), None)
        group = group or next((each for each in rivals if not _as_found(each).contradicts(paper.ids)), None)
        if group is None:
            group = _Group(draft.place, paper, draft.records[:-1])
        rivals.append(group)
        for at in paper.ids:
            if by_id.setdefault(at, group) is group:
                group.ids[at] = None
        groups[index] = group
    return groups


def _as_found(group: _Group) -> Found:
    return Found("", "Paper", "", None, None, tuple((at, None) for at in group.ids))


async def _match(connection: Connection, source: str, groups: Sequence[_Group]) -> None:
    """Give every group its target; those that turn out to be one paper of the graph follow the first of them."""
    known = await identified(connection, (at for group in groups for at in group.ids))
    known = {at: found for at, found in known.items() if found.kind == "Paper"}
    unknown = (group for group in groups if not known.keys() & group.ids.keys())
    rivals = await titled(connection, {key for group in unknown if telling(key := key_of(group.paper))})
    leaders: dict[str, _Group] = {}
    for group in groups:
        target = _by_id(group, source, known) or _by_title(group, source, rivals.get(key_of(group.paper), []))
        group.target = target
        leader = leaders.setdefault(target.node or target.at, group)
        if leader is not group and leader.target:
            group.leader = leader
            leader.target = replace(leader.target, ids=tuple(dict.fromkeys([*leader.target.ids, *target.ids])))


def _by_id(group: _Group, source: str, known: Mapping[str, Found]) -> _Target | None:
    """Return the paper to which identifiers lead: the first, and others only if they have the same title."""
    hits = [at for at in group.ids if at in known]
    if not hits:
        return None
    found = known[hits[0]]
    apart = [at for at in hits if known[at].node != found.node and words(known[at].name) != words(found.name)]
    ids = tuple(at for at in group.ids if at not in apart)
    reason = None
    if apart:
        reason = f"{apart[0]} leads to another paper, {known[apart[0]].node}: left out"
    elif words(found.name) != words(group.paper.title or ""):
        reason = f'the graph has another title: "{found.name}"'
    at = found.own(source) or _new_id(source, group.paper, ids)
    shared = found.others(source) is not None
    return _Target(at, ids, shared, "ambiguous" if apart else "matched", hits[0], found.node, reason)


def _by_title(group: _Group, source: str, rivals: Sequence[Found]) -> _Target:
    """Return the one paper of another source with the same title, year and first author, or a paper of one's own."""
    ids = tuple(group.ids)
    rivals = [each for each in rivals if not each.contradicts(ids)]
    foreign = [each for each in rivals if each.others(source)]
    before = [each for each in rivals if each.own(source) and not each.others(source)][:1]
    same = foreign + before if len(foreign) == 1 else before
    at = next((own for each in same if (own := each.own(source))), None) or _new_id(source, group.paper, ids)
    if len(foreign) == 1:
        joined = foreign[0].others(source) or foreign[0].node
        return _Target(at, (*ids, joined), True, "matched", BY_TITLE, foreign[0].node)
    if len(foreign) > 1:
        some = ", ".join(each.node for each in foreign[:SHOWN])
        reason = f"{len(foreign)} papers have this title, year and first author ({some}): give an identifier"
        return _Target(at, ids, False, "ambiguous", BY_TITLE, None, reason)
    if same:
        return _Target(at, ids, False, "matched", BY_TITLE, same[0].node, "loaded before")
    doubt = None if ids or telling(key_of(group.paper)) else "no identifier, and too little to look for it by title"
    return _Target(at, ids, False, "new", reason=doubt)


def _new_id(source: str, paper: PaperRecord, ids: Sequence[str]) -> str:
    """Return the id of a paper that was not loaded before: of its first identifier, else of title, year and surname."""
    if ids:
        return f"{source}:{ids[0]}"
    title, year, surname = key_of(paper)
    whole = "-".join([str(year or "undated"), surname or "anonymous", *title.split()])
    return f"{source}:{whole[:100]}-{blake2b(whole.encode(), digest_size=6).hexdigest()}"


def _records(group: _Group, listing: Mapping[str, str]) -> tuple[AnyRecord, ...]:
    """Return what is loaded for a group: people and places only of a paper that no other source knows."""
    target = group.target
    assert target
    if target.shared:
        authors = tuple(slot.model_copy(update={"person": None, "institutions": ()}) for slot in group.paper.authors)
    else:
        authors = tuple(
            slot.model_copy(update={"person": slot.person or listing.get(own_person(slot.name))})
            for slot in group.paper.authors
        )
    paper = group.paper.model_copy(update={"id": target.at, "ids": target.ids, "authors": authors})
    return (paper,) if target.shared else (*group.more, paper)


def _told(draft: Item, group: _Group) -> Match:
    """Return what became of one entry."""
    target, leader = group.target, group.leader or group
    assert target
    paper = draft.records[-1]
    title = (paper.title or "") if isinstance(paper, PaperRecord) else ""
    reason = target.reason
    if draft.place != leader.place:
        other = "" if words(title) == words(leader.paper.title or "") else ", which has another title"
        reason = f"the same paper as {leader.place}{other}"
    return Match(draft.place, "Paper", title, target.outcome, target.by, target.node, reason)
