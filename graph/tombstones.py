"""What is remembered of people who asked to be left out: keyed hashes, and for a while what was taken out.

A tombstone must know a person when a source brings them again, and must not tell who it was. So it holds no id and no
name, but hashes of them under a key that is never in the graph: a setting, or a file of the data folder that its owner
alone can read. Beside the key lies one file per opt-out; it outlives a restore of the graph, and holds what was taken
out until the time to undo it is over.
"""

import hmac
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from graph.errors import BadRequest
from graph.identifiers import spellings
from graph.models import AnyRecord, Authorship, PaperRecord, PersonRecord
from graph.settings import Settings
from graph.text import words

ANONYMOUS = "Anonymous author"
"""What stands in a byline in place of a name."""
_LONGEST_NAME = 6
"""Words of a name that is looked for in texts."""
_LONGEST_TURNED = 4
"""Words of a name whose parts may stand in another order, as in "Family, Given"."""
_BARE = re.compile(r"[^\s\"'<>(){}\[\],;]+")
_OTHER_KEY = (
    "People have opted out of this graph under a key that is not here, so nothing can be loaded without bringing them "
    "back: set BZPEER_OPTOUT_KEY, or bring back the file {path}."
)


class Vault:
    """The key, and the files of the opt-outs beside it."""

    def __init__(self, settings: Settings) -> None:
        self.data_dir = settings.data_dir
        self.folder = settings.data_dir / "opt-outs"
        self._given = settings.optout_key

    @cached_property
    def key(self) -> bytes:
        """The key: that of the settings, or one that is made at first use and kept with mode 600."""
        if self._given:
            return self._given.get_secret_value().encode()
        path = self.folder / "key"
        if not path.exists():
            _write(path, secrets.token_hex(32).encode())
        return path.read_bytes()

    @cached_property
    def fingerprint(self) -> str:
        """What tells this key from another."""
        return self.hash("key", "")[:8]

    def hash(self, what: str, text: str) -> str:
        """Return the keyed hash of a text of one kind (`id`, `paper`, `name`)."""
        return hmac.digest(self.key, f"{what}:{text}".encode(), "sha256").hex()[:32]

    def check(self, fingerprints: Iterable[str]) -> None:
        """Raise `BadRequest` when opt-outs were made under another key."""
        if any(each != self.fingerprint for each in fingerprints):
            raise BadRequest(_OTHER_KEY.format(path=self.folder / "key"))

    def files(self) -> Iterator[dict[str, Any]]:
        """Yield what is kept of every opt-out, undone ones included."""
        for path in sorted(self.folder.glob("*.json")):
            yield orjson.loads(path.read_bytes())

    def file(self, id: str) -> dict[str, Any] | None:
        """Return what is kept of one opt-out."""
        path = self._path(id)
        found: dict[str, Any] | None = orjson.loads(path.read_bytes()) if path and path.exists() else None
        return found

    def save(self, kept: Mapping[str, Any]) -> None:
        """Keep what is to be known of an opt-out, whole or not at all."""
        path = self._path(kept["id"])
        assert path
        _write(path, orjson.dumps(kept))

    def forget_expired(self, now: datetime | None = None) -> None:
        """Delete what was taken out where the time to undo it is over."""
        for kept in self.files():
            if kept.get("record") and expired(kept, now):
                self.save({**kept, "record": None})

    def _path(self, id: str) -> Path | None:
        return self.folder / f"{id}.json" if id.isalnum() else None


def expired(kept: Mapping[str, Any], now: datetime | None = None) -> bool:
    """Say whether the time to undo an opt-out is over."""
    return (now or datetime.now(UTC)) > datetime.fromisoformat(kept["until"])


def _write(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_suffix(".part")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


class Hiding:
    """Takes people who opted out from records before these are written; `learned` is what it found out of them.

    A source's record of a person may carry an id of theirs beside new ones, and a work may be new: both are learned,
    so that they are known when they come again by themselves.
    """

    def __init__(self, vault: Vault, tombstones: Iterable[Mapping[str, Any]]) -> None:
        """`tombstones` are rows with the `id` and the `hashes` of each opt-out."""
        self.learned: dict[str, set[str]] = {}
        self._hash = vault.hash
        self._owners: dict[str, set[str]] = {}
        for each in tombstones:
            self._know(each["id"], each["hashes"])

    def hides(self, id: str) -> bool:
        """Say whether `id` is one of somebody who opted out."""
        return self._hash("id", id) in self._owners

    def speaks_of(self, text: str) -> bool:
        """Say whether a text may name one of them: a few words are a name, in any order, or one is an id."""
        found = words(text)
        runs = {tuple(found[at : at + size]) for at in range(len(found)) for size in range(1, _LONGEST_TURNED + 1)}
        names = {" ".join((*run[at:], *run[:at])) for run in runs for at in range(len(run))}
        ids = {id for each in set(_BARE.findall(text)) for id in spellings(each)}
        return any(self._hash("name", each) in self._owners for each in names) or any(map(self.hides, ids))

    def records(self, records: Sequence[AnyRecord]) -> list[AnyRecord]:
        """Return the records without the people who opted out; in bylines a sign stands in their place."""
        left = [each for each in records if not (isinstance(each, PersonRecord) and self._is_hidden(each))]
        return [self._work(each) if isinstance(each, PaperRecord) else each for each in left]

    def _know(self, owner: str, hashes: Iterable[str]) -> None:
        for each in hashes:
            self._owners.setdefault(each, set()).add(owner)

    def _owners_of(self, what: str, texts: Iterable[str]) -> set[str]:
        return {owner for text in texts for owner in self._owners.get(self._hash(what, text), ())}

    def _learn(self, owners: Iterable[str], what: str, texts: Iterable[str]) -> None:
        hashes = {self._hash(what, text) for text in texts}
        for owner in owners:
            new = {each for each in hashes if owner not in self._owners.get(each, ())}
            if new:
                self._know(owner, new)
                self.learned.setdefault(owner, set()).update(new)

    def _is_hidden(self, record: PersonRecord) -> bool:
        ids = (record.id, *record.ids)
        owners = self._owners_of("id", ids)
        self._learn(owners, "id", ids)
        return bool(owners)

    def _work(self, record: PaperRecord) -> PaperRecord:
        """Return a work without the people who opted out."""
        ids = (record.id, *record.ids)
        here = self._owners_of("paper", ids)
        slots, hidden = list(record.authors), False
        for at, slot in enumerate(slots):
            owners = self._owners_of("id", [slot.person]) if slot.person else set()
            self._learn(owners, "paper", ids)
            self._learn(owners, "name", [plain_name(slot.name)])
            here |= owners
            if owners or here & self._owners_of("name", [plain_name(slot.name)]):
                hidden = True
                slots[at] = Authorship(name=ANONYMOUS, position=slot.position)
        if not hidden:
            return record
        fields: dict[str, Any] = {"authors": tuple(self._without_names(slot, here) for slot in slots)}
        if self._names(record.note, here):
            fields["note"] = None
        return record.model_copy(update=fields)

    def _without_names(self, slot: Authorship, owners: set[str]) -> Authorship:
        """Return a slot of a byline whose printed affiliation names none of `owners`."""
        return slot.model_copy(update={"raw_affiliation": None}) if self._names(slot.raw_affiliation, owners) else slot

    def _names(self, text: str | None, owners: set[str]) -> bool:
        """Say whether a text names one of `owners`: only hashes of names are known, so every few words are tried."""
        found = words(text or "")
        parts = (" ".join(found[at : at + size]) for at in range(len(found)) for size in range(1, _LONGEST_NAME + 1))
        return bool(owners & self._owners_of("name", set(parts)))


def plain_name(name: str) -> str:
    """Return a name as its folded words, so that accents, capitals and points make no difference."""
    return " ".join(words(name))


def mentions(text: str | None, names: Iterable[str]) -> bool:
    """Say whether a text holds one of these names."""
    held = f" {plain_name(text or '')} "
    return any(f" {plain_name(name)} " in held for name in names)
