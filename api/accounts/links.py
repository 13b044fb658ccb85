"""What a message names of the graph: identifiers and paths of this site within its text."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from api.accounts.answers_talk import Linked
from graph.connection import Connection
from graph.identifiers import spellings
from graph.resolve import refs_of

MOST = 200
"""Things named in one answer that are looked up."""
_WORD = re.compile(r"[^\s<>\"“”„«»]+")
_PAGE = re.compile(r"/?(?:people|papers|topics|institutions)/([^?#]+)")


def named(texts: Iterable[str], site: str) -> dict[str, list[str]]:
    """Return the words of texts that may name something of the graph, each with the spellings of its identifier.

    `site` is the address of this site, with a slash at its end.

    >>> named(["See acl:2020.a-b.1, and (/papers/doi:10.1%2Fx)."], "http://here/")
    {'acl:2020.a-b.1': ['acl:2020.a-b.1'], '/papers/doi:10.1%2Fx': ['doi:10.1/x']}
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            if ":" not in match[0] and "/" not in match[0]:
                continue
            word = match[0].lstrip("([{'").rstrip(".,;:!?)]}'")
            page = _PAGE.fullmatch(word.removeprefix(site))
            id = unquote(page[1]).rstrip("/") if page else word
            if ":" in id and len(id) <= 512 and len(found) < MOST:
                found[word] = spellings(id)
    return found


async def links_in(connection: Connection, texts: Iterable[str], site: str) -> list[Linked]:
    """Return what texts name of the graph, in the order in which it is named."""
    words = named(texts, site)
    if not words:
        return []
    nodes = await refs_of(connection, (id for ids in words.values() for id in ids))
    lead = {word: next((nodes[id] for id in ids if id in nodes), None) for word, ids in words.items()}
    return [Linked(text=word, node=node) for word, node in lead.items() if node]
