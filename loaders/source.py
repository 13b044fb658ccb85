"""What a source is to the pipeline: a name, a stable key of its input, and its items in a fixed order.

`fetch` (in each source's module, where there is one) touches the network and leaves a file; `items` is pure and
reads that file, so a load can be stopped and resumed by counting items.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pydantic import ValidationError

from graph.models import AnyRecord


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a source: where it stood, and what it says.

    `records` holds the things mentioned inside it first (marked `embedded`), the record's own subject last.
    """

    place: str
    records: tuple[AnyRecord, ...]


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that could not be read: where it stood, why, and its raw text, for the dead-letter file."""

    place: str
    reason: str
    raw: str


def rejected(place: str, error: Exception, raw: str) -> Reject:
    """Return the `Reject` of a record that raised `error`; of a `ValidationError`, each field with what is wrong.

    A plain `ValueError` has a sentence for its message; of other errors the kind says more.
    """
    if isinstance(error, ValidationError):
        reasons = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors(include_url=False)]
        return Reject(place, "; ".join(reasons), raw)
    if type(error) is ValueError:
        return Reject(place, str(error), raw)
    return Reject(place, f"{type(error).__name__}: {error}", raw)


class Source(Protocol):
    """One input of one source, ready to be read."""

    @property
    def name(self) -> str:
        """Name of the source, such as `openalex`: the origin of every fact it brings."""

    @property
    def key(self) -> str:
        """Fingerprint of the input (files with sizes and times): a load resumes only the same input."""

    @property
    def total(self) -> int | None:
        """Number of items, if known cheaply, for the estimate of the time left."""

    def items(self) -> Iterator[Item | Reject]:
        """Yield every item in the same order each time; an unreadable one comes as a `Reject`, never as an error."""


InstitutionNames = Mapping[str, str]
"""Casefolded name -> id of the one institution of that name known by ROR; ambiguous names are left out."""
