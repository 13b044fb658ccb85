"""The fields of OpenAlex's JSON that are read, in its shapes of 2022, 2023 and 2024 to 2026; anything may be null."""

import msgspec


class Named(msgspec.Struct):
    """A thing with a name: a level of the topic hierarchy, or a venue."""

    id: str | int | None = None
    display_name: str | None = None


class AuthorName(msgspec.Struct):
    """The author of one slot of a byline."""

    id: str | None = None
    display_name: str | None = None
    orcid: str | None = None


class Affiliation(msgspec.Struct):
    """An institution of one slot; without id it is text that was not matched. `lineage` lists it and what it is in."""

    id: str | None = None
    display_name: str | None = None
    ror: str | None = None
    country_code: str | None = None
    type: str | None = None
    lineage: list[str] | None = None


class Slot(msgspec.Struct):
    """One slot of a byline; the raw affiliation is one text until 2023, a list since."""

    author: AuthorName | None = None
    institutions: list[Affiliation] | None = None
    is_corresponding: bool | None = None
    raw_author_name: str | None = None
    raw_affiliation_string: str | None = None
    raw_affiliation_strings: list[str] | None = None


class Location(msgspec.Struct):
    """Where a work can be found; `url` and `display_name` are those of `host_venue` until 2023."""

    landing_page_url: str | None = None
    pdf_url: str | None = None
    source: Named | None = None
    license: str | None = None
    url: str | None = None
    display_name: str | None = None


class Concept(msgspec.Struct):
    """A concept of a work, until 2024; its score is text at first."""

    id: str | None = None
    display_name: str | None = None
    score: float | str | None = None


class Topic(msgspec.Struct):
    """A topic of a work with the levels above it, since 2024; as an object of its own with a description too."""

    id: str | None = None
    display_name: str | None = None
    score: float | None = None
    subfield: Named | None = None
    field: Named | None = None
    domain: Named | None = None
    description: str | None = None
    updated_date: str | None = None


class OpenAccess(msgspec.Struct):
    """Whether a work is free to read."""

    is_oa: bool | None = None


class Work(msgspec.Struct):
    """A work; or, with `results` or `response`, a page of the API or a recorded exchange with it.

    The word list of the abstract, half of its JSON, is left undecoded for `abstract_text`.
    """

    id: str | None = None
    doi: str | None = None
    title: str | None = None
    display_name: str | None = None
    publication_year: int | None = None
    publication_date: str | None = None
    updated_date: str | None = None
    type: str | None = None
    language: str | None = None
    cited_by_count: int | None = None
    is_retracted: bool | None = None
    is_authors_truncated: bool | None = None
    open_access: OpenAccess | None = None
    authorships: list[Slot] | None = None
    primary_location: Location | None = None
    locations: list[Location] | None = None
    host_venue: Location | None = None
    alternate_host_venues: list[Location] | None = None
    primary_topic: Topic | None = None
    topics: list[Topic] | None = None
    concepts: list[Concept] | None = None
    referenced_works: list[str] | None = None
    abstract_inverted_index: msgspec.Raw = msgspec.Raw()
    results: list[msgspec.Raw] | None = None
    response: msgspec.Raw = msgspec.Raw()


class Author(msgspec.Struct):
    """An author as an object of its own."""

    id: str
    display_name: str | None = None
    display_name_alternatives: list[str] | None = None
    orcid: str | None = None
    updated_date: str | None = None


class Geo(msgspec.Struct):
    """Where an institution is."""

    city: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Institution(msgspec.Struct):
    """An institution as an object of its own."""

    id: str
    display_name: str | None = None
    display_name_alternatives: list[str] | None = None
    display_name_acronyms: list[str] | None = None
    ror: str | None = None
    country_code: str | None = None
    type: str | None = None
    homepage_url: str | None = None
    geo: Geo | None = None
    lineage: list[str] | None = None
    updated_date: str | None = None
