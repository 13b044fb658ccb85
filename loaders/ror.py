"""Institutions from the Research Organization Registry (ROR), its schemas 1 and 2.

Reads JSON Lines or the registry's dump as one JSON array (`.jsonl`, `.json`, also `.gz` and `.xz`), or the dump as
published (`.zip`). Schema 2 says when a record was last changed; schema 1 does not, so its records have no `updated`.
"""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, cast

import msgspec

from graph import identifiers
from graph.errors import LoadInputError
from graph.models import InstitutionRecord
from loaders.files import fingerprint, list_files, open_bytes, reading
from loaders.source import Item, Reject, rejected

Status = Literal["active", "inactive", "withdrawn"]


class _Relationship(msgspec.Struct):
    type: str
    id: str


class _Address(msgspec.Struct):
    lat: float | None = None
    lng: float | None = None
    city: str | None = None


class _Country(msgspec.Struct):
    country_code: str | None = None


class _Label(msgspec.Struct):
    label: str


class _Version1(msgspec.Struct):
    id: str
    name: str
    status: Status = "active"
    types: list[str] = []
    established: int | None = None
    relationships: list[_Relationship] = []
    addresses: list[_Address] = []
    links: list[str] = []
    aliases: list[str] = []
    acronyms: list[str] = []
    labels: list[_Label] = []
    country: _Country | None = None


class _Name(msgspec.Struct):
    value: str
    types: list[str] = []


class _Link(msgspec.Struct):
    value: str
    type: str | None = None


class _Place(msgspec.Struct):
    name: str | None = None
    country_code: str | None = None
    lat: float | None = None
    lng: float | None = None


class _Location(msgspec.Struct):
    geonames_details: _Place | None = None


class _Change(msgspec.Struct):
    date: str


class _Admin(msgspec.Struct):
    last_modified: _Change | None = None


class _Version2(msgspec.Struct):
    id: str
    names: list[_Name]
    status: Status = "active"
    types: list[str] = []
    established: int | None = None
    relationships: list[_Relationship] = []
    locations: list[_Location] = []
    links: list[_Link] = []
    admin: _Admin | None = None


class _Probe(msgspec.Struct):
    names: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


_PATTERNS = ("*.json", "*.jsonl", "*.json.?z", "*.jsonl.?z", "*.zip")
_PROBE = msgspec.json.Decoder(_Probe)
_DECODER_1 = msgspec.json.Decoder(_Version1)
_DECODER_2 = msgspec.json.Decoder(_Version2)


class RorSource:
    """The organisations of one file, or of all `.json`, `.jsonl` (both also packed) and `.zip` files in a folder."""

    name = "ror"

    def __init__(self, path: Path) -> None:
        """`path` is a file or a folder; raises `LoadInputError` when it is missing or holds no such file."""
        self._files = list_files(path, *_PATTERNS) if path.is_dir() else [path]

    @property
    def key(self) -> str:
        """Fingerprint of the files."""
        return fingerprint(self._files)

    @cached_property
    def total(self) -> int:
        """Number of organisations: a count of lines or of array elements, without reading what they say."""
        return sum(1 for _ in self._raw_records())

    def items(self) -> Iterator[Item | Reject]:
        """Yield one institution per item; its place is `file:number`, from 1."""
        for place, raw in self._raw_records():
            try:
                yield Item(place, (_institution(raw),))
            except (ValueError, msgspec.MsgspecError) as error:
                yield rejected(place, error, bytes(raw).decode(errors="backslashreplace"))

    def _raw_records(self) -> Iterator[tuple[str, bytes]]:
        for path in self._files:
            with reading(path):
                for number, raw in enumerate(_raw_records(path), start=1):
                    yield f"{path.name}:{number}", raw


def _raw_records(path: Path) -> Iterator[bytes]:
    if path.suffix == ".zip":
        yield from _array(path, _unzipped(path))
        return
    with open_bytes(path) as stream:
        first = next((line for line in stream if line.strip()), b"")
        if path.suffix == ".json" or first.lstrip().startswith(b"["):
            yield from _array(path, first + stream.read())
        elif first:
            yield first
            yield from (line for line in stream if line.strip())


def _array(path: Path, data: bytes) -> Iterable[bytes]:
    try:
        return cast(Iterable[bytes], msgspec.json.decode(data, type=list[msgspec.Raw]))
    except msgspec.MsgspecError as error:
        raise LoadInputError(f"{path} is not a JSON array of organisations ({error}). Fetch the dump again.") from error


def _unzipped(path: Path) -> bytes:
    """Return the JSON file of a published dump: that of schema 2 where both are in it."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".json"))
        if not names:
            raise LoadInputError(f"{path} holds no .json file. Name a ROR dump.")
        return archive.read(next((name for name in names if "schema_v2" in name), names[0]))


def _institution(raw: bytes) -> InstitutionRecord:
    if _PROBE.decode(raw).names is msgspec.UNSET:
        return _from_version_1(_DECODER_1.decode(raw))
    return _from_version_2(_DECODER_2.decode(raw))


def _from_version_1(org: _Version1) -> InstitutionRecord:
    address = org.addresses[0] if org.addresses else _Address()
    return InstitutionRecord(
        name=org.name,
        names=_others(org.name, [*org.aliases, *(each.label for each in org.labels), *org.acronyms]),
        country=org.country.country_code if org.country else None,
        city=address.city,
        latitude=address.lat,
        longitude=address.lng,
        url=org.links[0] if org.links else None,
        **_common(org),
    )


def _from_version_2(org: _Version2) -> InstitutionRecord:
    if not org.names:
        raise ValueError("the record has no name")
    name = min(org.names, key=lambda each: "ror_display" not in each.types).value
    place = next((each.geonames_details for each in org.locations if each.geonames_details), _Place())
    links = sorted(org.links, key=lambda each: each.type != "website")
    changed = org.admin.last_modified if org.admin else None
    return InstitutionRecord(
        name=name,
        names=_others(name, [each.value for each in org.names]),
        country=place.country_code,
        city=place.name,
        latitude=place.lat,
        longitude=place.lng,
        url=links[0].value if links else None,
        updated=datetime.fromisoformat(changed.date).replace(tzinfo=UTC) if changed else None,
        **_common(org),
    )


def _common(org: _Version1 | _Version2) -> dict[str, Any]:
    """Return the fields that both schemas write alike; the types differ only in their capitals."""
    ror_id = identifiers.ror(org.id)
    if ror_id is None:
        raise ValueError(f"{org.id!r} is not a ROR id")
    parents = [identifiers.ror(each.id) for each in org.relationships if each.type.lower() == "parent"]
    return {
        "id": ror_id,
        "types": tuple(each.lower() for each in org.types),
        "status": org.status,
        "established": org.established,
        "parents": tuple(dict.fromkeys(each for each in parents if each)),
    }


def _others(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the distinct names other than `name`, in order."""
    return tuple(dict.fromkeys(each.strip() for each in names if each.strip() and each.strip() != name.strip()))
