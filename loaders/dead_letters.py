"""Dead letters: records that could not be read, kept with the reason and their place in the source.

Of one that may name somebody who opted out only the place is kept: its text is withheld when it is rejected, or taken
out when they opt out.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson

from graph.tombstones import Vault
from loaders.latex import plain_text
from loaders.source import Reject

WITHHELD = "Its text is withheld: it may name somebody who opted out."
_FOLDER = "dead-letters"
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def folder(data_dir: Path) -> Path:
    """Return where the files lie, in the folder of data."""
    return data_dir / _FOLDER


class DeadLetters:
    """A JSON Lines file of rejected records; entries after a resumed load's checkpoint are taken back first."""

    def __init__(self, path: Path, position: int, hidden: Callable[[str], bool] | None = None) -> None:
        """Open the file at `path`, dropping entries whose index is at or after `position`.

        `hidden` says whether a text names somebody who opted out.
        """
        self.path = path
        self._hidden = hidden
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = [line for line in self._lines() if orjson.loads(line)["index"] < position]
        if kept or path.exists():
            path.write_bytes(b"".join(line + b"\n" for line in kept))

    def _lines(self) -> list[bytes]:
        if not self.path.exists():
            return []
        whole = self.path.read_bytes().split(b"\n")[:-1]
        return [line for line in whole if line.startswith(b"{") and line.endswith(b"}")]

    def add(self, index: int, reject: Reject) -> None:
        """Append one rejected record; `index` is its place in the order of reading, from 0."""
        entry = {"index": index, "place": reject.place, "reason": reject.reason, "raw": reject.raw}
        if self._hidden and _names(entry, self._hidden):
            entry |= {"reason": WITHHELD, "raw": ""}
        with self.path.open("ab") as file:
            file.write(orjson.dumps(entry) + b"\n")


def scrub(vault: Vault, named: Callable[[str], bool]) -> int:
    """Take the text out of every dead letter that `named` says names somebody; return how many it was."""
    changed = 0
    for path in sorted(folder(vault.data_dir).glob("*.jsonl")):
        letters = [orjson.loads(line) for line in path.read_bytes().splitlines() if line.endswith(b"}")]
        naming = [letter for letter in letters if _names(letter, named)]
        if not naming:
            continue
        for letter in naming:
            letter |= {"reason": WITHHELD, "raw": ""}
        part = path.with_suffix(".part")
        part.write_bytes(b"".join(orjson.dumps(letter) + b"\n" for letter in letters))
        part.replace(path)
        changed += len(naming)
    return changed


def _names(letter: dict[str, Any], named: Callable[[str], bool]) -> bool:
    return any(named(readable(letter[part])) for part in ("raw", "reason"))


def readable(raw: str) -> str:
    """Return a record as a reader sees it: the values of JSON, XML without tags, escapes and LaTeX resolved."""
    try:
        return " ".join(_values(orjson.loads(raw)))
    except orjson.JSONDecodeError:
        return plain_text(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), _TAG.sub(" ", raw)))


def _values(parsed: object) -> Iterator[str]:
    """Yield the texts of what was JSON, in order."""
    waiting = [parsed]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict | list):
            waiting.extend(reversed(list(each.values()) if isinstance(each, dict) else each))
