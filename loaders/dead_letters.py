"""Dead letters: records that could not be read, kept with the reason and their place in the source."""

from pathlib import Path

import orjson

from loaders.source import Reject


class DeadLetters:
    """A JSON Lines file of rejected records; entries after a resumed load's checkpoint are taken back first."""

    def __init__(self, path: Path, position: int) -> None:
        """Open the file at `path`, dropping entries whose index is at or after `position`."""
        self.path = path
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
        with self.path.open("ab") as file:
            file.write(orjson.dumps(entry) + b"\n")
