"""Papers and people of the ACL Anthology, from a copy of its data folder (`xml/` and `yaml/`).

People come first, then the papers, file by file. Front matter is not a paper. Ids are those of the Anthology:
`acl:2020.acl-main.1`, `acl:P04-1001`, `acl:person/grzegorz-chrupala`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from graph import identifiers
from graph.models import Authorship, PaperRecord
from loaders.acl_people import People, full_name, person_id, read_yaml
from loaders.files import fingerprint, list_files, reading
from loaders.markup import plain_text
from loaders.source import InstitutionNames, Item, Reject, rejected

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile("|".join(_MONTHS))
_PUBLISHER = "Association for Computational Linguistics"


@dataclass(frozen=True, slots=True)
class _Volume:
    """What a volume says of all its papers."""

    collection: str
    id: str
    journal: bool
    venue: str | None
    year: int
    month: int | None
    license: str | None

    def paper_id(self, number: str) -> str:
        """Return the Anthology id of paper `number`: letters, two digits of year, then a padded number before 2020."""
        if self.collection[0].isdigit():
            return f"{self.collection}-{self.id}.{number}"
        workshop = self.collection[0] == "W" or self.collection == "C69"
        if workshop or (self.collection == "D19" and int(self.id) >= 5):
            return f"{self.collection}-{int(self.id):02d}{int(number):02d}"
        return f"{self.collection}-{int(self.id)}{int(number):03d}"


class _BrokenOffError(Exception):
    """The XML of a file cannot be read on from here."""


class AclSource:
    """A copy of the Anthology's data; affiliations are matched to `institutions` by exact, unambiguous name."""

    name = "acl"

    def __init__(self, folder: Path, institutions: InstitutionNames) -> None:
        """`folder` holds `xml/` and `yaml/` (or `data/` with both); raises `LoadInputError` when it does not."""
        root = folder / "data" if (folder / "data" / "xml").is_dir() else folder
        self._files = list_files(root / "xml", "*.xml")
        self._yaml = root / "yaml"
        self._institutions = institutions

    @property
    def key(self) -> str:
        """Fingerprint of the XML files and of the YAML that is read."""
        lists = [path for path in (self._yaml / "people.yaml", self._yaml / "name_variants.yaml") if path.exists()]
        return fingerprint([*self._files, *lists, *sorted((self._yaml / "venues").glob("*.yaml"))])

    @cached_property
    def total(self) -> int:
        """Number of people and papers, files that break off included; reads all files once for their names."""
        people, papers = self._index
        return papers + sum(1 for _ in people.used())

    def items(self) -> Iterator[Item | Reject]:
        """Yield all people (place `people:KEY`), then all papers (place `FILE:ID`), those of a file in its order."""
        people, _ = self._index
        for key, person in people.used():
            yield Item(f"people:{key}", (person.record(key),))
        venues = _venues(self._yaml / "venues")
        for path in self._files:
            yield from self._papers(path, venues, people)

    def _papers(self, path: Path, venues: dict[str, str], people: People) -> Iterator[Item | Reject]:
        at, meta, volume = "start", None, None
        try:
            for element in _elements(path):
                parent = element.getparent()
                at = f"{parent.get('id')}.{element.get('id')}" if parent is not None else "?"
                try:
                    if volume is None or parent is not meta:
                        volume, meta = _volume(parent, venues), parent
                    record = _paper(element, volume, people, self._institutions)
                    yield Item(f"{path.name}:{record.id.removeprefix('acl:')}", (record,))
                except ValueError as error:
                    yield rejected(f"{path.name}:{at}", error, etree.tostring(element, encoding="unicode"))
        except _BrokenOffError as error:
            yield Reject(f"{path.name}:after {at}", f"The XML breaks off: {error}", str(error))

    @cached_property
    def _index(self) -> tuple[People, int]:
        """All people by reading every byline once, and the number of papers and of broken files."""
        people, count = People(self._yaml), 0
        for path in self._files:
            try:
                for element in _elements(path):
                    count += 1
                    for author in element.iterchildren("author"):
                        _add_person(people, author)
            except _BrokenOffError:
                count += 1
        return people, count


def _elements(path: Path) -> Iterator[_Element]:
    """Yield the `paper` elements of a file; each is emptied after its turn, so that memory stays flat."""
    with reading(path):
        try:
            for _, element in etree.iterparse(str(path), tag="paper", no_network=True, resolve_entities=False):
                yield element
                element.clear()
        except etree.XMLSyntaxError as error:
            raise _BrokenOffError(str(error)) from error


def _name(author: _Element) -> str:
    return full_name(author.findtext("first"), author.findtext("last"))


def _add_person(people: People, author: _Element) -> None:
    name = _name(author)
    if name:
        orcid = identifiers.orcid(author.get("orcid"))
        people.add(people.key(author.get("id"), name), name, map(_variant, author.iterchildren("variant")), orcid)


def _variant(element: _Element) -> str:
    """Return a name in another script; in Chinese characters the family name stands first, without a space."""
    if element.get("script") == "hani":
        return f"{element.findtext('last') or ''}{element.findtext('first') or ''}".strip()
    return _name(element)


def _venues(folder: Path) -> dict[str, str]:
    """Return key of a venue -> its name."""
    entries = ((path.stem, read_yaml(path)) for path in sorted(folder.glob("*.yaml")))
    return {key: entry["name"] for key, entry in entries if isinstance(entry, dict) and entry.get("name")}


def _volume(element: _Element | None, venues: dict[str, str]) -> _Volume:
    """Return what a `volume` element says of its papers; raises ValueError when it lacks year or ids."""
    meta = None if element is None else element.find("meta")
    collection = None if element is None else element.getparent()
    if element is None or meta is None or collection is None:
        raise ValueError("the paper is in no volume")
    journal = element.get("type") == "journal"
    booktitle = meta.find("booktitle")
    names = [
        meta.findtext("journal-title"),
        venues.get(meta.findtext("venue") or "") if journal else None,
        plain_text(booktitle) if booktitle is not None else None,
        venues.get(meta.findtext("venue") or ""),
    ]
    year = int(meta.findtext("year") or "")
    return _Volume(
        collection=collection.get("id") or "",
        id=element.get("id") or "",
        journal=journal,
        venue=next((name for name in names if name), None),
        year=year,
        month=_month(meta.findtext("month") or ""),
        license=_license(meta.findtext("publisher") or "", year),
    )


def _month(text: str) -> int | None:
    """Return the first month named in `text` (`July`, `5-8 September`, `6`), or None."""
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= 12 else None
    found = _MONTH.search(text.lower())
    return _MONTHS.index(found[0]) + 1 if found else None


def _license(publisher: str, year: int) -> str | None:
    """Return the licence that the Anthology states for what the ACL itself publishes; None for other publishers."""
    if publisher != _PUBLISHER:
        return None
    return "CC BY 4.0" if year >= 2016 else "CC BY-NC-SA 3.0"


def _paper(element: _Element, volume: _Volume, people: People, institutions: InstitutionNames) -> PaperRecord:
    number = element.get("id")
    if not number or not volume.id or not volume.collection:
        raise ValueError("the paper has no id")
    anthology_id = volume.paper_id(number)
    text = {tag: _text(element, tag) for tag in ("title", "abstract", "journal")}
    doi = identifiers.doi(element.findtext("doi"))
    withdrawn = next(element.iterchildren("retracted", "removed"), None)
    versions, revised = _revisions(element)
    return PaperRecord(
        id=f"acl:{anthology_id}",
        ids=(doi,) if doi else (),
        title=text["title"],
        type=_type(element, volume),
        year=volume.year,
        year_basis="publication",
        date=f"{volume.year}-{volume.month:02d}" if volume.month else str(volume.year),
        revised_year=revised if revised and revised != volume.year else None,
        versions=versions,
        venue=text["journal"] or volume.venue,
        abstract=text["abstract"],
        language=element.findtext("language"),
        license=volume.license,
        open_access=True if element.find("url") is not None else None,
        retracted=True if withdrawn is not None else None,
        url=f"https://aclanthology.org/{anthology_id}/",
        authors=_authors(element, people, institutions),
        note=_withdrawal(withdrawn) if withdrawn is not None else None,
    )


def _text(element: _Element, tag: str) -> str | None:
    found = element.find(tag)
    return (plain_text(found) or None) if found is not None else None


def _type(element: _Element, volume: _Volume) -> str:
    if element.get("type") == "backmatter":
        return "paratext"
    return "article" if volume.journal or element.find("journal") is not None else "proceedings-article"


def _revisions(element: _Element) -> tuple[tuple[str, ...], int | None]:
    """Return versions as `v2 2022-12-26` (without date where none is stated), and the year of the last dated one."""
    revisions = [(each.get("id"), each.get("date")) for each in element.iterchildren("revision")]
    dates = [date for _, date in revisions if date]
    return tuple(f"v{id} {date}" if date else f"v{id}" for id, date in revisions), int(
        max(dates)[:4]
    ) if dates else None


def _withdrawal(element: _Element) -> str:
    what = " ".join(filter(None, (element.tag.capitalize(), element.get("date"))))
    reason = plain_text(element)
    return f"{what}: {reason}" if reason else f"{what}."


def _authors(element: _Element, people: People, institutions: InstitutionNames) -> tuple[Authorship, ...]:
    """Return the byline; an author without any name keeps the place of the others but is left out."""
    byline = []
    for position, author in enumerate(element.iterchildren("author"), start=1):
        name = _name(author)
        affiliation = "; ".join(filter(None, (plain_text(each) for each in author.iterchildren("affiliation")))) or None
        institution = institutions.get(affiliation.casefold()) if affiliation else None
        if name:
            byline.append(
                Authorship(
                    name=name,
                    person=person_id(people.key(author.get("id"), name)),
                    position=position,
                    raw_affiliation=affiliation,
                    institutions=(institution,) if institution else (),
                )
            )
    return tuple(byline)
