"""CSL-JSON: what citeproc, pandoc and Zotero read. Names of fields are those of the CSL 1.0.2 schema."""

from collections.abc import Iterable
from typing import Any

import orjson

from graph.answers import Work
from graph.export.citation import Citation, Kind, citations
from graph.export.names import Name

_TYPES: dict[Kind, str] = {
    "article": "article-journal",
    "paper": "paper-conference",
    "chapter": "chapter",
    "book": "book",
    "thesis": "thesis",
    "report": "report",
    "preprint": "article",
    "dataset": "dataset",
    "software": "software",
    "standard": "standard",
    "other": "document",
}
_CONTAINED = frozenset(("article", "paper", "chapter"))


def csl_json(works: Iterable[Work]) -> str:
    """Return `works` as the text of a CSL-JSON file: a list of items."""
    return orjson.dumps([_item(each) for each in citations(works)], option=orjson.OPT_INDENT_2).decode() + "\n"


def _item(work: Citation) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": work.key,
        "type": _TYPES[work.kind],
        "title": work.title,
        "author": [_author(each) for each in work.names],
        "container-title" if work.kind in _CONTAINED else "publisher": work.venue,
        "issued": {"date-parts": [list(work.date)]} if work.date else None,
        "DOI": work.doi,
        "number": f"arXiv:{work.arxiv}" if work.arxiv and work.kind == "preprint" else "",
        "URL": work.url,
        "keyword": "; ".join(work.topics),
        "note": work.note,
        "abstract": work.abstract,
    }
    return {name: value for name, value in item.items() if value}


def _author(name: Name) -> dict[str, str]:
    if name.whole:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given}
    parts |= {"non-dropping-particle": name.particle, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}
