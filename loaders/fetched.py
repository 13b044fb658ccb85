"""What was fetched from services and then loaded: files in the folder of data, one per question."""

from collections.abc import Callable
from pathlib import Path

from graph.tombstones import Vault
from loaders.dead_letters import readable


def folder(data_dir: Path) -> Path:
    """Return where the files lie, in the folder of data."""
    return data_dir / "fetched"


def scrub(vault: Vault, named: Callable[[str], bool]) -> int:
    """Delete every file with a line that `named` says names somebody; return how many it were.

    All of them can be fetched again.
    """
    naming = [path for path in folder(vault.data_dir).glob("*") if path.suffix != ".part" and _names(path, named)]
    for path in naming:
        path.unlink()
    return len(naming)


def _names(path: Path, named: Callable[[str], bool]) -> bool:
    with path.open(encoding="utf-8", errors="replace") as lines:
        return any(named(readable(line)) for line in lines)
