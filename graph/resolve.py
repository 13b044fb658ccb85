"""From any identifier of a thing to its node, and from identifiers to what a reader can click."""

from collections.abc import Iterable
from urllib.parse import quote

from graph.answers import Identifier, Provenance, Ref
from graph.catalogue import query
from graph.connection import Connection
from graph.errors import NotFound
from graph.identifiers import spellings
from graph.models import Kind

_ADDRESSES = {
    "doi": "https://doi.org/{}",
    "arxiv": "https://arxiv.org/abs/{}",
    "orcid": "https://orcid.org/{}",
    "ror": "https://ror.org/{}",
    "openalex": "https://openalex.org/{}",
    "arxivclass": "https://arxiv.org/list/{}/recent",
}
_ACL_PAGES: dict[str, str] = {"Paper": "https://aclanthology.org/{}/"}
_NOUNS: dict[Kind, str] = {"Person": "person", "Paper": "paper", "Topic": "topic", "Institution": "institution"}


async def resolve(connection: Connection, text: str, kind: Kind | None = None) -> Ref:
    """Return the node that `text`, any identifier of a thing, leads to.

    Raise `NotFound` with a sentence when nothing has it, or when what has it is not of `kind`.
    """
    rows = await connection.read(query("read/resolve"), ids=spellings(text))
    noun = _NOUNS[kind] if kind else "thing"
    if not rows:
        raise NotFound(f"No {noun} has the identifier '{_short(text)}'; look it up by name in the search.")
    found = rows[0]
    if found["id"] is None:
        raise NotFound(f"'{_short(text)}' is cited by loaded works, but has not been loaded itself; load it first.")
    if kind and found["kind"] != kind:
        is_a = _NOUNS[found["kind"]]
        raise NotFound(f"'{_short(text)}' is the identifier of a {is_a}, not of a {noun}; ask for it as a {is_a}.")
    return Ref(id=found["id"], kind=found["kind"], label=found["label"])


async def refs_of(connection: Connection, ids: Iterable[str]) -> dict[str, Ref]:
    """Return the nodes to which `ids`, spelled as in the graph, lead now; those that lead nowhere are left out."""
    rows = await connection.read(query("read/labels_of"), ids=sorted(set(ids)))
    return {row["asked"]: Ref(id=row["id"], kind=row["kind"], label=row["label"]) for row in rows}


async def orcids_of(connection: Connection, id: str) -> list[str]:
    """Return the ORCID iDs (`orcid:…`) that the sources state for the person with the identifier `id`."""
    rows = await connection.read(query("read/identifiers_of"), id=id)
    return [row["id"] for row in rows if row["id"].startswith("orcid:")]


def identifiers(ids: Iterable[str], kind: Kind) -> list[Identifier]:
    """Return `ids` (`scheme:value`) of a thing of `kind` with their public addresses, in the order of the ids."""
    return [_identifier(each, kind) for each in sorted(ids)]


def _identifier(text: str, kind: Kind) -> Identifier:
    scheme, _, value = text.partition(":")
    address = _ACL_PAGES.get(kind) if scheme == "acl" else _ADDRESSES.get(scheme)
    return Identifier(scheme=scheme, value=value, url=address and address.format(quote(value, safe="/():;.-_")))


def provenance(rows: Iterable[dict[str, str | None]]) -> list[Provenance]:
    """Return where a thing comes from: those of its identifiers under which a source sent a record."""
    return [
        Provenance(source=row["source"], id=row["id"] or "", fetched_at=row["fetched_at"], updated=row["updated"])
        for row in rows
        if row["source"]
    ]


def refs(rows: Iterable[dict[str, str]], kind: Kind) -> list[Ref]:
    """Return rows with `id` and `label` as references to nodes of `kind`."""
    return [Ref(id=row["id"], kind=kind, label=row["label"]) for row in rows]


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:80] + "…"
