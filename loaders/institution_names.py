"""Institutions by exact name, for sources that state an affiliation only in words."""

from collections import Counter

from graph.catalogue import query
from graph.connection import Connection
from loaders.source import InstitutionNames


async def institution_names(connection: Connection) -> InstitutionNames:
    """Return casefolded name -> ROR id of the one active institution of that name; ambiguous names are left out."""
    rows = await connection.read(query("load/institution_names"), timeout=120)
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for row in rows:
        for name in {each.casefold() for each in (row["name"], *row["names"])}:
            seen[name] += 1
            found[name] = row["id"]
    return {name: at for name, at in found.items() if seen[name] == 1}
