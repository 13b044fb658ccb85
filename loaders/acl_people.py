"""Who is who in the ACL Anthology: the Anthology's own rule that makes persons of names.

An `id` attribute names the person. Else the name decides: the person to whom the name belongs in the Anthology's list
of people, or else everybody with the same slug (names that differ in accents, case or punctuation are one person).
A name that the list gives to several people, without an `id`, is kept apart from all of them as `…/unverified`.

The list is `people.yaml` (since 2025: a person of the list only, other names are `…/unverified`; a person may refuse
matching by name) or the older `name_variants.yaml`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from re import compile as pattern
from typing import Any

import yaml
from anyascii import anyascii

from graph import identifiers
from graph.errors import LoadInputError
from graph.models import PersonRecord
from loaders.files import open_text

_NOT_SLUG = pattern(r"[^a-z0-9]+")


@lru_cache(maxsize=200_000)
def slug(name: str) -> str:
    """Return `name` in lower-case ASCII with dashes, as it stands in the Anthology's addresses."""
    return _NOT_SLUG.sub("-", anyascii(name).lower()).strip("-")


@dataclass(slots=True)
class Person:
    """What is known of one person: names of the list (the first is preferred), names as printed, ORCID iDs."""

    listed: tuple[str, ...] = ()
    printed: Counter[str] = field(default_factory=Counter)
    scripts: dict[str, None] = field(default_factory=dict)
    orcids: dict[str, None] = field(default_factory=dict)
    by_name: bool = True
    """Whether papers without an `id` may be this person's."""

    def record(self, key: str) -> PersonRecord:
        """Return the record; the name is the preferred one of the list, or else the one printed most often."""
        printed = sorted(self.printed, key=lambda name: (-self.printed[name], name.isascii(), name))
        names = list(dict.fromkeys([*self.listed, *printed, *self.scripts]))
        return PersonRecord(
            id=person_id(key),
            ids=tuple(self.orcids) if len(self.orcids) == 1 else (),
            name=names[0],
            names=tuple(names[1:]),
        )


def person_id(key: str) -> str:
    """Return the id of the person whom the Anthology calls `key`."""
    return f"acl:person/{key}"


class People:
    """All people of one copy of the Anthology, filled by `add` and told apart by `key`."""

    def __init__(self, folder: Path) -> None:
        """Read the list of people in `folder`; without one, names alone decide."""
        self._people: dict[str, Person] = {}
        self._named: dict[str, list[str]] = {}
        self._slugs: dict[str, list[str]] = {}
        self._keys: dict[tuple[str | None, str], str] = {}
        self._verified_only = (folder / "people.yaml").exists()
        self._read(folder)

    def key(self, explicit: str | None, name: str) -> str:
        """Return the key of the person printed as `name`, with the `id` attribute `explicit` if there is one."""
        found = self._keys.get((explicit, name))
        if found is None:
            found = self._keys[explicit, name] = explicit or self._by_name(name)
        return found

    def add(self, key: str, name: str, scripts: Iterable[str], orcid: str | None) -> None:
        """Record that `key` is printed as `name`, also in other scripts, and with an ORCID iD if it is stated."""
        person = self._people.setdefault(key, Person())
        person.printed[name] += 1
        person.scripts.update(dict.fromkeys(scripts))
        if orcid:
            person.orcids[orcid] = None

    def used(self) -> Iterator[tuple[str, Person]]:
        """Yield everyone who is printed somewhere, with the key, in the order of the files."""
        return ((key, person) for key, person in self._people.items() if person.printed)

    def _by_name(self, name: str) -> str:
        short = slug(name)
        known = self._named.get(name)
        if known is None and not self._verified_only:
            return short
        known = known or self._slugs.get(short) or []
        if len(known) == 1 and self._people[known[0]].by_name:
            return known[0]
        return f"{short}/unverified"

    def _read(self, folder: Path) -> None:
        path = folder / ("people.yaml" if self._verified_only else "name_variants.yaml")
        if not path.exists():
            return
        try:
            self._read_list(read_yaml(path))
        except (AttributeError, KeyError, TypeError) as error:
            raise LoadInputError(f"{path} is not a list of people as the Anthology has it. Fetch it again.") from error

    def _read_list(self, content: Any) -> None:
        if self._verified_only:
            for key, entry in content.items():
                self._know(key, entry["names"], entry.get("orcid"), not entry.get("disable_name_matching"))
        else:
            for entry in content:
                names = [entry["canonical"], *entry.get("variants", ())]
                self._know(entry.get("id") or slug(_full(names[0])), names, entry.get("orcid"), True)

    def _know(self, key: str, names: list[dict[str, str]], orcid: str | None, by_name: bool) -> None:
        spellings = tuple(dict.fromkeys(_full(name) for name in names))
        stated = dict.fromkeys(each for each in (identifiers.orcid(orcid),) if each)
        self._people[key] = Person(listed=spellings, orcids=stated, by_name=by_name)
        for name in spellings:
            self._named.setdefault(name, []).append(key)
        for short in dict.fromkeys(slug(name) for name in spellings):
            self._slugs.setdefault(short, []).append(key)


def _full(name: dict[str, str]) -> str:
    return full_name(name.get("first"), name["last"])


def full_name(first: str | None, last: str | None) -> str:
    """Return `first last` with single spaces; either may be missing (mononyms)."""
    return " ".join(f"{first or ''} {last or ''}".split())


def read_yaml(path: Path) -> Any:
    """Return the content of a YAML file; raises `LoadInputError` when it is not valid."""
    try:
        with open_text(path) as stream:
            return yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe)
    except yaml.YAMLError as error:
        raise LoadInputError(f"{path} is not valid YAML ({error}). Fetch it again.") from error
