"""Opting out: a person's name, identifiers and words leave the graph, and an anonymous author stays in the bylines.

What was taken out is kept outside the graph, readable for its owner alone, until the time to undo it is over; what
stays in the graph is a tombstone of keyed hashes (`graph.tombstones`). As in `graph.identity`, what follows is left
due. See docs/identity.md for what remains in the files of a database, and how to remove it.
"""

import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.catalogue import query
from graph.connection import Connection, Row, Tx
from graph.decisions import family
from graph.errors import BadRequest, NotFound
from graph.identifiers import spellings
from graph.resolve import resolve
from graph.text import words
from graph.tombstones import ANONYMOUS, Hiding, Vault, expired, mentions, plain_name

UNDO_DAYS = 30
"""Days for which an opt-out can be undone; then what was taken out is deleted for good."""
LEFT_OUT = "Left out: it named somebody who opted out."
"""What stands in place of a reason of others that names who opted out."""
_PART = 20_000
_TIME = "$time"


@dataclass(frozen=True, slots=True)
class OptOut:
    """An opt-out, which does not say whose."""

    id: str
    at: str
    until: str
    works: int = 0


async def opt_out(connection: Connection, person: str, *, at: datetime | None = None) -> OptOut:
    """Take `person` (any identifier) out of the graph; the id of what is returned undoes it.

    Raises `NotFound`, and `BadRequest` when others opted out under a key that is not here.
    """
    vault, at = _vault(connection), at or datetime.now(UTC)
    who = await resolve(connection, person, "Person")
    until = at + timedelta(days=UNDO_DAYS)
    kept = {"id": secrets.token_hex(8), "at": at.isoformat(), "until": until.isoformat(), "hashes": []}
    return await _erase(connection, vault, who.id, kept)


async def _erase(connection: Connection, vault: Vault, id: str, kept: Row) -> OptOut:
    """Take one person out, as the opt-out `kept`; its file comes first, so that `enforce` ends what was begun."""
    records = await family(connection, id)
    (whole,) = await connection.read(query("identity/whole"), id=id, family=records)
    names = _names(whole)
    for work in whole["works"]:
        work["near"] = [each for each in work["near"] if mentions(each["raw"], names)]
    hashes = sorted({*kept["hashes"], *_hashes(vault, whole, names)})
    kept = {**kept, "key": vault.fingerprint, "hashes": hashes}
    named = _named_by(whole)
    whole["reasons"] = [each for each in await connection.read(query("identity/reasons")) if named(each["why"])]
    vault.save({**kept, "record": _packed(whole)})
    works = _each_paper(whole["works"])
    texts = [_anonymous(work, names) for work in works]
    near = [{**each, "paper": work["paper"], "raw": None} for work in works for each in work["near"]]

    async def change(tx: Tx) -> None:
        await tx.run(query("identity/texts"), rows=texts)
        await tx.run(query("identity/affiliations"), rows=near)
        await tx.run(query("identity/reword"), rows=_reworded(whole, LEFT_OUT))
        await tx.run(query("identity/erase_person"), id=id, family=records)
        await tx.run(query("identity/tombstone"), rows=[kept])
        await tx.run(query("identity/raise"))

    await connection.write_in(change, name="identity/erase_person")
    return OptOut(kept["id"], kept["at"], kept["until"], len(texts))


async def speaks_of(connection: Connection, person: str) -> Callable[[str], bool]:
    """Return the function that says whether a text may name `person`: all words of a name of theirs, or an id.

    Raises `NotFound`.
    """
    who = await resolve(connection, person, "Person")
    (whole,) = await connection.read(query("identity/whole"), id=who.id, family=await family(connection, who.id))
    return _named_by(whole)


def _named_by(whole: Row) -> Callable[[str], bool]:
    """Return the function that says whether a text may name a person."""
    names = [set(words(name)) for name in _names(whole)]
    ids = {each["node"]["id"] for each in whole["identifiers"]}
    ids |= {whole["person"]["id"], *(each["id"] for each in whole["aliases"])}
    bare = "|".join(re.escape(each.partition(":")[2]) for each in sorted(ids))
    known = re.compile(rf"(?<!\w)(?:{bare})(?!\w)", re.IGNORECASE)

    def named(text: str) -> bool:
        found = set(words(text))
        return bool(known.search(text)) or any(name and name <= found for name in names)

    return named


def _reworded(whole: Row, after: str | None = None, before: str | None = None) -> list[Row]:
    """Return the reasons of others that name a person, to be written anew: as they are, but for what is given."""
    return [
        {"id": each["id"], "before": before or each["why"], "after": after or each["why"]}
        for each in whole.get("reasons", ())
    ]


def left(connection: Connection, person: str) -> tuple[OptOut, list[str]] | None:
    """Return the opt-out that took out `person` (any identifier), and the ids of their records.

    None where nobody of this name opted out, and when the time to undo it is over: then nothing here says who it was.
    """
    asked = set(spellings(person))
    for kept in connection.vault.files() if connection.vault else ():
        if kept.get("record") and not expired(kept):
            whole = _unpacked(kept["record"])
            people = [whole["person"]["id"], *(each["id"] for each in whole["aliases"])]
            if asked & {*people, *(each["node"]["id"] for each in whole["identifiers"])}:
                works = len({work["paper"] for work in whole["works"]})
                return OptOut(kept["id"], kept["at"], kept["until"], works), people
    return None


def undone(connection: Connection, id: str) -> bool:
    """Say whether the opt-out `id` was undone."""
    return bool((_vault(connection).file(id) or {}).get("undone"))


def _names(whole: Row) -> list[str]:
    """Return every name under which the graph knows a person."""
    records = [whole["person"], *whole["aliases"]]
    stated = [name for each in records for name in [each.get("name"), *(each.get("names") or ())]]
    return sorted({name for name in [*stated, *(work["edge"].get("name") for work in whole["works"])] if name})


def _hashes(vault: Vault, whole: Row, names: Iterable[str]) -> Iterable[str]:
    """Yield what a load must know a person by: ids, names, and the works on which the names count."""
    ids = {whole["person"]["id"], *(each["id"] for each in whole["aliases"])}
    ids.update(each["node"]["id"] for each in whole["identifiers"])
    yield from (vault.hash("id", each) for each in ids)
    yield from (vault.hash("name", plain_name(each)) for each in names)
    yield from (vault.hash("paper", each) for work in whole["works"] for each in {work["paper"], *work["ids"]})


def _each_paper(works: Sequence[Row]) -> list[Row]:
    """Return one row per work, also where a person has two authorships of it, with the places of these."""
    places: dict[str, list[int]] = {}
    for work in works:
        places.setdefault(work["paper"], []).append(work["edge"].get("position"))
    return [{**work, "places": places[paper]} for paper, work in {work["paper"]: work for work in works}.items()]


def _anonymous(work: Row, names: Sequence[str]) -> Row:
    """Return what a work says when it names nobody of `names`; its records count as not read, for they name them."""
    plain = {plain_name(name) for name in names}
    byline = [
        ANONYMOUS if place in work["places"] or plain_name(name) in plain else name
        for place, name in enumerate(work["byline"] or (), start=1)
    ]
    note = None if mentions(work["note"], names) else work["note"]
    return _unread({"paper": work["paper"], "byline": byline or None, "note": note, "hashes": work["hashes"]})


def _unread(text: Row) -> Row:
    """Return what a work says with its records as not read, so that the next load writes it anew."""
    return {**text, "hashes": [{"id": each["id"], "hash": ""} for each in text["hashes"]]}


async def undo(connection: Connection, id: str, *, now: datetime | None = None) -> str:
    """Bring back whom the opt-out `id` took out, and return the person's id.

    A work that a load has written meanwhile gets the name back where its byline still has the sign in that place, and
    is written anew by the next load of its source. Raises `NotFound` when there is no such opt-out, and `BadRequest`
    when its time is over.
    """
    vault = _vault(connection)
    kept = vault.file(id)
    if kept is None or kept.get("undone"):
        raise NotFound("There is no such opt-out here, or it was undone already.")
    if not kept.get("record") or expired(kept, now):
        raise BadRequest(f"This opt-out could be undone until {kept['until'][:10]}: what it took out is gone.")
    whole = _unpacked(kept["record"])
    works = whole["works"]
    stand = {
        row["place"]: row
        for row in await connection.read(query("identity/bylines"), works=[[w["paper"], *w["ids"]] for w in works])
    }
    back = [(work, stand[place]) for place, work in enumerate(works) if _can_return(work, stand.get(place))]
    names = {plain_name(name) for name in _names(whole)}
    texts = {now["paper"]: _named(work, now, names) for work, now in back}
    edges = [{"paper": now["paper"], "type": work["type"], "edge": work["edge"]} for work, now in back]
    near = [{**each, "paper": now["paper"]} for work, now in back for each in work["near"]]
    others = Hiding(vault, [row for row in await connection.read(query("identity/tombstones")) if row["id"] != id])
    reasons = [each for each in _reworded(whole, before=LEFT_OUT) if not others.speaks_of(each["after"])]

    async def change(tx: Tx) -> None:
        await tx.run(query("identity/forget_tombstones"), ids=[id])
        await tx.run(query("identity/reword"), rows=reasons)
        parts = {name: whole[name] for name in ("person", "aliases", "identifiers", "refers", "disowned")}
        await tx.run(query("identity/bring_back"), **parts)
        lacking = {row["paper"] for row in await tx.run(query("identity/affiliations"), rows=near) if not row["found"]}
        for paper in lacking & texts.keys():  # of somebody who opted out since: the next load must write it anew
            texts[paper] = _unread(texts[paper])
        await tx.run(query("identity/texts"), rows=list(texts.values()))
        await tx.run(query("identity/authorships"), id=whole["person"]["id"], rows=edges)
        await tx.run(query("identity/raise"))

    await connection.write_in(change, name="identity/bring_back")
    vault.save({"id": id, "at": kept["at"], "until": kept["until"], "undone": True, "hashes": []})
    return str(whole["person"]["id"])


def _can_return(work: Row, now: Row | None) -> bool:
    """Say whether a work is still here, with the sign where the name stood."""
    if now is None:
        return False
    at = (work["edge"].get("position") or 0) - 1
    before = work["byline"] or []
    return not 0 <= at < len(before) or (now["byline"] or [])[at : at + 1] == [ANONYMOUS]


def _named(work: Row, now: Row, names: set[str]) -> Row:
    """Return what a work says when this person's names are back; a record that was read since is due to be read."""
    old, new = work["byline"] or [], now["byline"] or []
    places = {work["edge"].get("position")}
    byline = list(new)
    for at, (before, each) in enumerate(zip(old, new, strict=False)):
        if each == ANONYMOUS and (at + 1 in places or plain_name(before) in names):
            byline[at] = before
    known = {each["id"]: each for each in work["hashes"]}
    hashes = [{"id": each["id"], "hash": _as_before(known.get(each["id"]), each)} for each in now["hashes"]]
    return {"paper": now["paper"], "byline": byline or None, "note": now["note"] or work["note"], "hashes": hashes}


def _as_before(before: Row | None, now: Row) -> str:
    """Return the hash of a record as it was, or nothing where a load has read it since."""
    if before is None or before["run"] != now["run"]:
        return ""
    return str(now["hash"] or before["hash"])


async def known(connection: Connection) -> bool:
    """Say whether anybody opted out, as the graph or the files have it."""
    vault = connection.vault
    return vault is not None and bool([*vault.files()] or await connection.read(query("identity/tombstones")))


async def enforce(connection: Connection) -> bool:
    """Make graph and files know of the same opt-outs, as after a restore; say whether the graph was changed.

    An opt-out that the graph has forgotten takes the person out again; one that was undone since is forgotten.
    """
    vault = connection.vault
    if vault is None:  # then `decisions` refuses a load where anybody has opted out
        return False
    here = {row["id"]: row for row in await connection.read(query("identity/tombstones"))}
    vault.check(row["key"] for row in here.values())
    vault.forget_expired()
    files = {kept["id"]: kept for kept in vault.files()}
    undone = [id for id in here if files.get(id, {}).get("undone")]
    if undone:
        await connection.write(query("identity/forget_tombstones"), ids=undone)
    for id, row in here.items():
        if id not in undone:
            _remember(vault, files.get(id), row)
    missing = [kept for id, kept in files.items() if id not in here and not kept.get("undone")]
    if missing:
        await _again(connection, vault, missing)
    return bool(undone or missing)


def _remember(vault: Vault, kept: Row | None, row: Row) -> None:
    """Keep what loads have learned of an opt-out in its file too."""
    known = set(kept["hashes"]) if kept else set()
    if kept is None or not known.issuperset(row["hashes"]):
        vault.save({"record": None, **(kept or row), "hashes": sorted(known.union(row["hashes"]))})


async def _again(connection: Connection, vault: Vault, missing: Sequence[Row]) -> None:
    """Take out again who is back in the graph, though they opted out."""
    vault.check(kept["key"] for kept in missing)
    owners = {each: kept["id"] for kept in missing for each in kept["hashes"]}
    found: dict[str, set[str]] = {}
    after = ""
    while True:
        (row,) = await connection.read(query("identity/people_ids"), after=after, limit=_PART)
        for id, node in zip(row["ids"], row["nodes"], strict=True):
            if node and (owner := owners.get(vault.hash("id", id))):
                found.setdefault(owner, set()).add(node)
        if len(row["ids"]) < _PART:
            break
        after = row["ids"][-1]
    for kept in missing:
        people = sorted(found.get(kept["id"], ()))
        await connection.write(query("identity/tombstone"), rows=[{**kept, "record": None}])
        for person in people:
            await _erase(connection, vault, person, {name: kept[name] for name in ("id", "at", "until", "hashes")})


async def opt_outs(connection: Connection) -> list[OptOut]:
    """Return the opt-outs that the graph knows of, the oldest first."""
    rows = await connection.read(query("identity/tombstones"))
    return [OptOut(row["id"], row["at"], row["until"]) for row in rows]


def _vault(connection: Connection) -> Vault:
    if connection.vault is None:
        raise BadRequest("This graph was opened without its settings, so nobody can opt out of it here.")
    return connection.vault


def _packed(value: Any) -> Any:
    """Return a value of the graph as JSON data that `_unpacked` turns back, times included."""
    if isinstance(value, dict):
        return {key: _packed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_packed(each) for each in value]
    return {_TIME: value.isoformat()} if isinstance(value, datetime) else value


def _unpacked(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {_TIME}:
            return datetime.fromisoformat(value[_TIME])
        return {key: _unpacked(each) for key, each in value.items()}
    return [_unpacked(each) for each in value] if isinstance(value, list) else value
