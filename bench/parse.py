"""Reading OpenAlex works from a packed file, against gzip and json of the standard library.

Each reading is a process of its own, so that its peak memory is its own too.
"""

import gzip
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from bench.packages import works
from bench.report import Result, Row, busy
from loaders.files import open_bytes
from loaders.openalex import OpenAlexSource
from loaders.openalex_shapes import Work

TIMES = 5
TOLERATED = 1.1
"""Memory is called flat when four times the input takes at most so many times the memory."""


def standard(path: Path) -> int:
    """Decode each line with the standard library alone."""
    with gzip.open(path, "rb") as stream:
        return sum(1 for line in stream if json.loads(line)["id"])


def decode(path: Path) -> int:
    """Decode each line as a load does, without making records of it: word lists of abstracts stay as they are."""
    decoder = msgspec.json.Decoder(Work)
    with open_bytes(path) as stream:
        return sum(1 for line in stream if decoder.decode(line).id)


def with_abstracts(path: Path) -> int:
    """Decode as `decode` does, and the word lists of the abstracts too, which are half of the file."""
    decoder = msgspec.json.Decoder(_Whole)
    with open_bytes(path) as stream:
        return sum(1 for line in stream if decoder.decode(line).id)


class _Whole(Work):
    abstract_inverted_index: dict[str, list[int]] | None = None  # type: ignore[assignment]


def records(path: Path) -> int:
    """Read works as a load does: decoded, cleaned and validated, with all things mentioned in them."""
    return sum(1 for item in OpenAlexSource([path]).items() if hasattr(item, "records"))


READERS: dict[str, Callable[[Path], int]] = {
    "standard": standard,
    "decode": decode,
    "with_abstracts": with_abstracts,
    "records": records,
}


def once(reader: str, path: Path) -> tuple[int, float, float]:
    """Read `path` in a new process; return the works read, the seconds, and the peak memory in MB."""
    command = [sys.executable, "-m", "bench.parse", reader, str(path)]
    found = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    count, seconds, peak = found.stdout.split()
    return int(count), float(seconds), float(peak)


def measure() -> Result:
    """Read the file with each reader in turn, several times; then four times the file once."""
    before = busy()
    with tempfile.TemporaryDirectory() as folder:
        one, four = Path(folder) / "works.jsonl.gz", Path(folder) / "four.jsonl.gz"
        pack(works(), one)
        with four.open("wb") as out:
            for _ in range(4):
                with one.open("rb") as part:
                    shutil.copyfileobj(part, out)  # parts of a gzip file may follow one another
        runs = {name: [] for name in READERS}  # type: dict[str, list[tuple[int, float, float]]]
        for _ in range(TIMES):
            for name in READERS:
                runs[name].append(once(name, one))
        larger = {name: once(name, four) for name in READERS}
    counts = {run[0] for each in runs.values() for run in each}
    assert len(counts) == 1, f"the readers disagree on the number of works: {counts}"
    return Result("parse", _says(counts.pop()), rows(runs, larger), None, before)


def _says(count: int) -> str:
    return (
        f"{count:,} OpenAlex works in a gzip file of JSON Lines. The peer reads with `gzip` and `json` of the standard "
        f"library and makes nothing of it. Medians of {TIMES} runs, taken in turn."
    )


def rows(runs: dict[str, list[tuple[int, float, float]]], larger: dict[str, tuple[int, float, float]]) -> list[Row]:
    """Return the table's rows from the runs (works, seconds, MB) of each reader."""
    rate = {name: statistics.median(count / seconds for count, seconds, _ in each) for name, each in runs.items()}
    peak = {name: statistics.median(mb for _, _, mb in each) for name, each in runs.items()}
    faster = {name: rate[name] / rate["standard"] for name in rate}
    grown = larger["records"][2] / peak["records"]
    return [
        Row("decoding", rate["decode"], "works/s", rate["standard"], faster["decode"], "6 times", faster["decode"] > 6),
        Row(
            "decoding, word lists of abstracts too",
            rate["with_abstracts"],
            "works/s",
            rate["standard"],
            faster["with_abstracts"],
        ),
        Row(
            "records: decoded, cleaned, validated",
            rate["records"],
            "works/s",
            rate["standard"],
            faster["records"],
            note="text of titles and abstracts is rebuilt, every field checked",
        ),
        Row("peak memory, records", peak["records"], "MB", peak["standard"], peak["records"] / peak["standard"]),
        Row(
            "peak memory, records of 4 times the file",
            larger["records"][2],
            "MB",
            peak["records"],
            grown,
            f"flat: at most {TOLERATED} times",
            grown <= TOLERATED,
            "the peer is the file once",
        ),
    ]


def peak_memory() -> float:
    """Return the most memory that this process has held, in MB; Linux counts that of its parent in `ru_maxrss`."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def pack(source: Path, target: Path) -> None:
    """Write `source`, plain or packed, as a gzip file."""
    with open_bytes(source) as plain, gzip.open(target, "wb", compresslevel=6) as packed:
        shutil.copyfileobj(plain, packed)


if __name__ == "__main__":
    began = time.perf_counter()
    read = READERS[sys.argv[1]](Path(sys.argv[2]))
    took = time.perf_counter() - began
    print(read, took, peak_memory())
