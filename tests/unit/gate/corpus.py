"""Reads the files of attacks and of honest queries: a line `//// title`, then the query up to the next such line."""

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent


def read(kind: str) -> Iterator[tuple[str, str]]:
    """Yield title and text of each query of a kind, `attacks` or `honest`; the lines end with \\n only."""
    for path in sorted((FOLDER / kind).glob("*.cypher")):
        whole = path.read_bytes().decode("utf-8")
        for part in whole.removeprefix("//// ").split("\n//// "):
            title, _, text = part.partition("\n")
            yield f"{path.stem}: {title}", text.removesuffix("\n")


def attacks() -> list[tuple[str, str]]:
    """Return all attacks."""
    return list(read("attacks"))


def honest() -> list[tuple[str, str]]:
    """Return all honest queries."""
    return list(read("honest"))
