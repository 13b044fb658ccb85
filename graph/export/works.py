"""The formats in which works are exported, each with its writer, its media type and the end of its file names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from graph.answers import Work
from graph.export.bibtex import bibtex
from graph.export.csl import csl_json
from graph.export.ris import ris
from graph.export.table import works_csv

WorksFormat = Literal["bibtex", "ris", "csl-json", "csv"]


@dataclass(frozen=True, slots=True)
class Written:
    """A format of works."""

    ending: str
    media: str
    write: Callable[[Iterable[Work]], str]


WORKS_FORMATS: dict[WorksFormat, Written] = {
    "bibtex": Written("bib", "application/x-bibtex", bibtex),
    "ris": Written("ris", "application/x-research-info-systems", ris),
    "csl-json": Written("csl.json", "application/vnd.citationstyles.csl+json", csl_json),
    "csv": Written("csv", "text/csv", works_csv),
}
