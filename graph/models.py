"""The records that cross from the loaders into the graph: one pydantic model per kind of node.

A record says what one source states about one thing, under the id by which that source knows it. Every record that
a loader sends is validated by one of these models; the columns of the load statements come from them too.
"""

import hashlib
from datetime import datetime
from typing import Annotated, ClassVar, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from graph.identifiers import SOURCE_ID

Kind = Literal["Person", "Paper", "Topic", "Institution"]
KINDS: tuple[Kind, ...] = ("Institution", "Topic", "Person", "Paper")
"""The four kinds of node, in the order in which a load writes them: nodes before the edges that lead to them."""

SourceId = Annotated[str, StringConstraints(pattern=SOURCE_ID.pattern, max_length=512)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100_000)]
Year = Annotated[int, Field(ge=1000, le=2200)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Record(_Model):
    """What every record carries: its id, its other ids, and how fresh it is."""

    kind: ClassVar[Kind]
    unhashed: ClassVar[frozenset[str]] = frozenset({"updated", "embedded"})

    id: SourceId = Field(description="Id under which the source knows the thing, such as `openalex:A5023888391`.")
    ids: tuple[SourceId, ...] = Field(
        default=(), description="Other ids of the same thing (DOI, arXiv id, ORCID, ROR id, …); equal ids join sources."
    )
    updated: datetime | None = Field(
        default=None, description="When the source last changed this record (UTC); None where the source does not say."
    )
    embedded: bool = Field(
        default=False, description="True for a thing that was only mentioned inside the record of another."
    )

    def digest(self) -> str:
        """Return a hash of what the record states, equal for equal statements; freshness is left out."""
        stated = self.model_dump(mode="json", exclude=set(self.unhashed))
        return hashlib.blake2b(orjson.dumps(stated, option=orjson.OPT_SORT_KEYS), digest_size=16).hexdigest()


class Affiliation(_Model):
    """A place of a person that the source states of the person, not of a paper: as in a list of staff."""

    institution: SourceId = Field(description="Any id of the institution; kept until one with that id is loaded.")
    first_year: Year | None = Field(default=None, description="Year in which it began; None where not stated.")
    last_year: Year | None = Field(
        default=None, description="Year in which it ended; None where not stated, or still on."
    )


class PersonRecord(Record):
    """A person as one source tells them apart."""

    kind: ClassVar[Kind] = "Person"

    name: Text = Field(description="Name as the source displays it.")
    names: tuple[Text, ...] = Field(default=(), description="Other spellings and scripts of the name.")
    affiliations: tuple[Affiliation, ...] = Field(default=(), description="Institutions stated of the person.")


class InstitutionRecord(Record):
    """An organisation: university, company, laboratory, funder, …"""

    kind: ClassVar[Kind] = "Institution"

    name: Text = Field(description="Name as the source displays it.")
    names: tuple[Text, ...] = Field(default=(), description="Aliases, labels in other languages, acronyms.")
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$", description="Country, ISO 3166-1 alpha-2.")
    city: Text | None = Field(default=None, description="City of the main location.")
    latitude: float | None = Field(default=None, ge=-90, le=90, description="Latitude in degrees.")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="Longitude in degrees.")
    types: tuple[Text, ...] = Field(default=(), description="Kinds of organisation in the source's words.")
    status: Literal["active", "inactive", "withdrawn"] | None = Field(
        default=None, description="Whether the organisation still exists under this record."
    )
    established: int | None = Field(default=None, ge=1, le=2200, description="Year of foundation.")
    url: Text | None = Field(default=None, description="Home page.")
    parents: tuple[SourceId, ...] = Field(default=(), description="Ids of the organisations that this one is part of.")


class TopicRecord(Record):
    """A topic of one scheme (OpenAlex topics, OpenAlex concepts, arXiv categories, …)."""

    kind: ClassVar[Kind] = "Topic"

    name: Text = Field(description="Name of the topic.")
    scheme: Text = Field(description="Scheme that it belongs to: `openalex`, `openalex-concepts`, `arxiv`, …")
    level: Text | None = Field(
        default=None,
        description="Rank in its hierarchy: `domain`, `field`, `subfield`, `topic`, `concept`, `category`.",
    )
    description: Text | None = Field(default=None, description="What it covers, in the source's words.")
    parents: tuple[SourceId, ...] = Field(default=(), description="Ids of the topics that this one is part of.")


class Authorship(_Model):
    """One slot of a paper's byline."""

    name: Text = Field(description="Name as printed or as the source displays it.")
    person: SourceId | None = Field(
        default=None, description="The source's id of the person; None leaves a name in the byline and makes no person."
    )
    position: int = Field(ge=1, description="Place in the byline, from 1.")
    corresponding: bool | None = Field(default=None, description="Corresponding author; None where not stated.")
    raw_affiliation: Text | None = Field(default=None, description="Affiliation as printed.")
    institutions: tuple[SourceId, ...] = Field(default=(), description="Ids of the institutions stated for this slot.")


class TopicLink(_Model):
    """A topic of a paper."""

    topic: SourceId = Field(description="Id of the topic.")
    score: float | None = Field(default=None, ge=0, le=1, description="The source's confidence, 0 to 1.")
    primary: bool = Field(default=False, description="The paper's main topic.")


class Reference(_Model):
    """A work that the paper cites."""

    id: SourceId = Field(description="Any id of the cited work; kept until a work with that id is loaded.")
    basis: Literal["stated", "inferred"] = Field(
        default="stated", description="`stated` by a reference list, or `inferred` (named in title or abstract)."
    )
    evidence: Text | None = Field(default=None, description="Where an inferred citation was seen.")


class PaperRecord(Record):
    """A work: article, preprint, book chapter, data set, …"""

    kind: ClassVar[Kind] = "Paper"

    title: Text | None = Field(default=None, description="Title as plain text, math kept as `$…$`.")
    type: Text | None = Field(default=None, description="Kind of work: `article`, `preprint`, `book-chapter`, …")
    year: Year | None = Field(default=None, description="Year of the first version that the source knows.")
    year_basis: Text | None = Field(
        default=None, description="What `year` is based on: `first version`, `publication`, …"
    )
    date: str | None = Field(
        default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO date of that version, as exact as known."
    )
    revised_year: Year | None = Field(default=None, description="Year of the last revision, where it differs.")
    versions: tuple[Text, ...] = Field(default=(), description="Versions with their dates: `v1 2019-10-04`, …")
    venue: Text | None = Field(default=None, description="Journal, proceedings or repository.")
    abstract: Text | None = Field(default=None, description="The authors' abstract as plain text, math kept as `$…$`.")
    summary: Text | None = Field(default=None, description="One or two sentences by the editors of the data set.")
    language: str | None = Field(default=None, description="ISO 639 code of the text's language.")
    license: Text | None = Field(default=None, description="Licence of the work, in the source's words.")
    open_access: bool | None = Field(default=None, description="Free to read; None where not stated.")
    retracted: bool | None = Field(default=None, description="Retracted or removed; None where not stated.")
    url: Text | None = Field(default=None, description="Landing page.")
    citations: int | None = Field(default=None, ge=0, description="Citations as counted by the source.")
    authors: tuple[Authorship, ...] = Field(default=(), description="The byline, in order.")
    author_count: int | None = Field(
        default=None, ge=0, description="Declared number of authors, where the byline is capped or partial."
    )
    topics: tuple[TopicLink, ...] = Field(default=(), description="Topics of the paper.")
    references: tuple[Reference, ...] = Field(default=(), description="Works that the paper cites.")
    note: Text | None = Field(default=None, description="A doubt or remark of the source about this record.")


AnyRecord = PersonRecord | InstitutionRecord | TopicRecord | PaperRecord
RECORDS: dict[Kind, type[Record]] = {
    "Institution": InstitutionRecord,
    "Topic": TopicRecord,
    "Person": PersonRecord,
    "Paper": PaperRecord,
}
