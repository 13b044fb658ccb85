"""Works made up for the tests of exports."""

from typing import Any

from graph.answers import BylineEntry, Identifier, Ref, Work

NOTHING: dict[str, Any] = dict.fromkeys(Work.model_fields)


def work(id: str = "toy:p1", *names: str, **facts: Any) -> Work:
    """Return a work by `names`; `doi`, `arxiv` and `topics` (ids) besides the fields of `Work`."""
    known = [(scheme, facts.pop(scheme)) for scheme in ("arxiv", "doi") if scheme in facts]
    topics = [Ref(id=each, kind="Topic", label=each) for each in facts.pop("topics", ())]
    given = {
        "id": id,
        "title": "On Toys",
        "byline": [BylineEntry(name=name, id=None) for name in names],
        "topics": topics,
        "identifiers": [Identifier(scheme=scheme, value=value, url=None) for scheme, value in known],
    }
    return Work(**{**NOTHING, **given, **facts})
