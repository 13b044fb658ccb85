"""ROR's two schemas, in every packing, and records that cannot be read."""

import gzip
import json
import lzma
import os
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.errors import LoadInputError
from graph.models import InstitutionRecord
from loaders.ror import RorSource
from loaders.source import Item, Reject

DATA = Path(__file__).parent / "data"
REAL = os.environ.get("BZPEER_TEST_DATA")
SCHEMA_1, SCHEMA_2 = DATA / "ror_v1.jsonl", DATA / "ror_v2.jsonl"


def read(path: Path) -> dict[str, InstitutionRecord]:
    found = {}
    for item in RorSource(path).items():
        assert isinstance(item, Item), item
        (record,) = item.records
        assert isinstance(record, InstitutionRecord)
        found[record.id] = record
    return found


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_schema_1() -> None:
    found = read(SCHEMA_1)
    assert found["ror:000050t83"] == InstitutionRecord(
        id="ror:000050t83",
        name="Electronic Navigation Research Institute",
        names=(
            "でんしこうほうけんきゅうじょ",
            "デンシコウホウケンキュウジョ",
            "Denshi Kōhō Kenkyūjo",
            "Denshi Koho Kenkyujo",
            "電子航法研究所",
            "ENRI",
        ),
        country="JP",
        city="Tokyo",
        latitude=35.6895,
        longitude=139.69171,
        types=("facility",),
        status="active",
        established=1961,
        url="https://www.enri.go.jp",
    )
    assert found["ror:000190731"].parents == ("ror:00cmhce21",)
    assert found["ror:000c7nc82"].status == "withdrawn"
    assert all(each.updated is None for each in found.values())


def test_schema_2() -> None:
    found = read(SCHEMA_2)
    assert found["ror:05yqfzf35"] == InstitutionRecord(
        id="ror:05yqfzf35",
        name="UMR Géographie-cités",
        names=("GC", "UMR 8504"),
        country="FR",
        city="Aubervilliers",
        latitude=48.91667,
        longitude=2.38333,
        types=("facility",),
        status="active",
        established=1987,
        url="https://geographie-cites.cnrs.fr/",
        parents=("ror:05f82e368", "ror:02feahw73"),
        updated=datetime(2025, 10, 6, tzinfo=UTC),
    )
    assert found["ror:05htk5m33"].established == 976
    assert found["ror:000n1xh78"].status == "inactive"


_PACKERS: dict[str, Callable[[bytes], bytes]] = {"json": bytes, "json.gz": gzip.compress, "json.xz": lzma.compress}


@pytest.mark.parametrize("packing", ["json", "zip", "jsonl.gz", "json.gz", "json.xz"])
def test_every_packing_gives_the_same(tmp_path: Path, packing: str) -> None:
    path = tmp_path / f"dump.{packing}"
    if packing == "jsonl.gz":
        path.write_bytes(gzip.compress(SCHEMA_2.read_bytes()))
    elif packing in _PACKERS:
        path.write_bytes(_PACKERS[packing](json.dumps(lines(SCHEMA_2), indent=1).encode()))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("v1.59-ror-data.json", json.dumps(lines(SCHEMA_1)))
            archive.writestr("v1.59-ror-data_schema_v2.json", json.dumps(lines(SCHEMA_2)))
    assert read(path) == read(SCHEMA_2)
    assert RorSource(path).total == 3


def test_a_folder_is_all_its_files(tmp_path: Path) -> None:
    for path in (SCHEMA_1, SCHEMA_2):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    source = RorSource(tmp_path)
    assert [item.place for item in source.items()][::3] == ["ror_v1.jsonl:1", "ror_v2.jsonl:1"]
    assert source.total == 6
    assert source.key == RorSource(tmp_path).key


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "asleep"}, "status"),
        ({"established": "long ago"}, "established"),
        ({"id": "https://ror.org/"}, "not a ROR id"),
        ({"names": []}, "no name"),
        ({"admin": {"last_modified": {"date": "yesterday"}}}, "yesterday"),
    ],
)
def test_a_record_of_the_wrong_shape_is_rejected_and_the_others_are_read(
    tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    first, *others = lines(SCHEMA_2)
    path = tmp_path / "ror.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in (first | change, *others)))
    reject, *items = RorSource(path).items()
    assert isinstance(reject, Reject)
    assert reject.place == "ror.jsonl:1"
    assert reason in reject.reason
    assert json.loads(reject.raw) == first | change
    assert len(items) == 2


def test_a_line_that_is_no_json_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "ror.jsonl"
    path.write_bytes(b'{"id": \xff\n' + SCHEMA_1.read_bytes())
    reject, *items = RorSource(path).items()
    assert isinstance(reject, Reject)
    assert len(items) == 3


def test_input_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(LoadInputError, match="does not exist"):
        list(RorSource(tmp_path / "absent.jsonl").items())
    with pytest.raises(LoadInputError, match="holds no file"):
        RorSource(tmp_path)
    for name in ("dump.json", "dump.zip"):
        (tmp_path / name).write_text("{}")
        with pytest.raises(LoadInputError, match=name):
            list(RorSource(tmp_path / name).items())
    with zipfile.ZipFile(tmp_path / "dump.zip", "w") as archive:
        archive.writestr("readme.txt", "")
    with pytest.raises(LoadInputError, match=r"holds no \.json file"):
        list(RorSource(tmp_path / "dump.zip").items())


@pytest.mark.data
@pytest.mark.skipif(not REAL, reason="BZPEER_TEST_DATA names no folder of unpacked data")
def test_the_whole_registry() -> None:
    found = read(Path(str(REAL)) / "ror")
    assert len(found) == 51_370
    assert Counter(each.status for each in found.values()) == {"active": 48_746, "withdrawn": 1_374, "inactive": 1_250}
    parents = [parent for each in found.values() for parent in each.parents]
    assert len(parents) == 17_685
    assert sum(1 for parent in parents if parent in found) == 17_262
