"""Decisions about who is who: what a join would move, the joins and the disowned works that there are."""

from pydantic import Field

from graph.answers.parts import Answer, Ref


class JoinPreview(Answer):
    """What joining one person's record to another would move, and what forbids it."""

    keep: Ref = Field(description="The person that stays.")
    alias: Ref = Field(description="The record that becomes an alias of it.")
    keep_identifiers: list[str] = Field(description="Identifiers of the person that stays.")
    keep_works: int = Field(description="Works of the person that stays.")
    keep_coauthors: int = Field(description="Co-authors of the person that stays.")
    identifiers: list[str] = Field(description="Identifiers of the record, which would lead to the person that stays.")
    names: list[str] = Field(description="Names of the record, in its sources and in bylines.")
    institutions: list[Ref] = Field(description="Institutions that its works state.")
    works: int = Field(description="Works that would move.")
    papers: list[Ref] = Field(description="The latest of them, 50 at most.")
    alias_coauthors: int = Field(description="Co-authors of the record.")
    shared_coauthors: int = Field(description="People with whom both have written: a sign that they are one.")
    shared_topics: int = Field(description="Topics on which both work.")
    obstacles: list[str] = Field(description="What forbids it, a sentence each; empty where nothing does.")
    dataset: str = Field(description="Version of the data set.")


class Alias(Answer):
    """A record that was joined to another person."""

    id: str = Field(description="Id of the record.")
    name: str = Field(description="Its name.")
    of: str = Field(description="Id that it was joined to.")
    keep: str = Field(description="Name of the one that it was joined to.")
    at: str = Field(description="When (ISO 8601, UTC).")
    by: str = Field(description="In what office it was decided: `moderator`, `administrator`.")
    why: str = Field(description="The reason, written for everybody.")


class Aliases(Answer):
    """The records that are joined to a person, the latest first; each can be split off again."""

    items: list[Alias]
    dataset: str = Field(description="Version of the data set.")


class DisownedWork(Answer):
    """A work that a person has said is not theirs."""

    id: str = Field(description="Id of the decision.")
    person: str = Field(description="Id of the person.")
    work: Ref = Field(description="The work.")
    at: str = Field(description="When (ISO 8601, UTC).")
    why: str = Field(description="The person's reason, written for everybody.")


class DisownedWorks(Answer):
    """The works that a person has disowned, the latest first."""

    items: list[DisownedWork]
    dataset: str = Field(description="Version of the data set.")
