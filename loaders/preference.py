"""Which source a field comes from when several know the same thing: the first of a stated order.

Curated sources stand before aggregators, aggregators before preprint servers, so that nobody is counted twice. Own
data comes last; only tables, which name people, stand before arXiv, which knows none.
"""

from collections.abc import Mapping

from graph.models import Kind

ORDER: Mapping[Kind, tuple[str, ...]] = {
    "Institution": ("ror", "openalex", "demo", "acl", "csv"),
    "Topic": ("openalex", "arxiv", "demo"),
    "Person": ("openalex", "acl", "demo", "csv"),
    "Paper": ("acl", "openalex", "demo", "csv", "arxiv", "bibtex"),
}
UNKNOWN = 50
"""Rank of a source that the order does not name: after all that it does."""


def rank(kind: Kind, source: str) -> int:
    """Return the place of `source` for things of `kind`, 0 for the most preferred."""
    order = ORDER[kind]
    return order.index(source) if source in order else UNKNOWN


def wins(kind: Kind, source: str, over: str | None) -> bool:
    """Say whether a fact of `source` replaces the one that came from `over` (None: there is none yet)."""
    return over is None or rank(kind, source) <= rank(kind, over)
