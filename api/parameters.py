"""Parameters that several routes share, with their limits and examples."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any
from urllib.parse import unquote

from fastapi import Depends, Path, Query
from pydantic import AfterValidator, BeforeValidator

from graph.models import KINDS, Kind
from graph.slice import LARGEST
from graph.works import Sort

LONGEST_ID = 512


def decoded(text: str) -> str:
    """Return an identifier from an address: percent-decoded, after matching (see `api.paths`)."""
    text = unquote(text)
    if len(text) > LONGEST_ID:
        raise ValueError(f"No identifier is longer than {LONGEST_ID} characters")
    return text


Text = Annotated[str, Query(max_length=300)]
PersonId = Annotated[
    str,
    Path(
        description="Any identifier of the person, percent-encoded (a slash as %2F).",
        examples=["demo:yuxiong-he"],
    ),
    AfterValidator(decoded),
]
PaperId = Annotated[
    str,
    Path(
        description="Any identifier of the paper, percent-encoded (a slash as %2F).",
        examples=["arxiv:1910.02054", "doi:10.1109%2FSC41404.2022.00051"],
    ),
    AfterValidator(decoded),
]
TopicId = Annotated[
    str,
    Path(
        description="Any identifier of the topic, percent-encoded (a slash as %2F).",
        examples=["arxivclass:cs.LG"],
    ),
    AfterValidator(decoded),
]
InstitutionId = Annotated[
    str,
    Path(
        description="Any identifier of the institution, percent-encoded (a slash as %2F).",
        examples=["ror:00d0nc645"],
    ),
    AfterValidator(decoded),
]
NodeId = Annotated[
    str,
    Path(
        description="Any identifier of a person, paper, topic or institution, percent-encoded (a slash as %2F).",
        examples=["demo:yuxiong-he"],
    ),
    AfterValidator(decoded),
]
Id = Annotated[str, Query(min_length=1, max_length=LONGEST_ID)]
Year = Annotated[int | None, Query(ge=1000, le=2200)]


@dataclass(frozen=True, slots=True)
class _WorkFilters:
    """Which works of a person, and in which order."""

    sort: Annotated[Sort, Query(description="`cited` counts citations inside the graph.")] = "newest"
    year_from: Annotated[Year, Query(alias="from", description="First year.", examples=[2018])] = None
    year_to: Annotated[Year, Query(alias="to", description="Last year.")] = None
    type: Annotated[str | None, Query(max_length=60, description="A kind of work, see `types`.")] = None
    topic: Annotated[Id | None, Query(description="Any identifier of a topic.")] = None
    text: Annotated[str | None, Query(max_length=200, description="Words of title or venue.")] = None

    def given(self) -> dict[str, Any]:
        """Return them as the parameters of `graph.works.person_works`."""
        return asdict(self)


WorkFilters = Annotated[_WorkFilters, Depends()]


def several_kinds(given: object) -> object:
    """Return the kinds of a parameter that is given several times, or once with commas; None for all."""
    words = [word.strip() for text in given for word in str(text).split(",")] if isinstance(given, list) else []
    return [kind for kind in KINDS if kind in words] + [word for word in words if word not in KINDS] or None


KindsInQuery = Annotated[
    list[Kind] | None,
    Query(max_length=4, description="Kinds to show, repeated or with commas between; all by default."),
    BeforeValidator(several_kinds),
]
Budget = Annotated[int, Query(ge=1, le=LARGEST, description="Nodes at most, the centre among them.")]
Cursor = Annotated[str, Query(min_length=1, max_length=8000)]
KindOrNone = Annotated[Kind | None, Query(description="Only this kind of thing.")]
