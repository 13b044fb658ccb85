"""Input files: every way to open them, and every way in which they can be broken."""

import gzip
import lzma
import os
from pathlib import Path

import pytest

from graph.errors import LoadInputError
from loaders.files import fingerprint, list_files, open_bytes, open_text

TEXT = "Yuxiong He\nMinjia Zhang\n" * 5000


def write(path: Path, data: bytes = TEXT.encode()) -> Path:
    packed = {".gz": gzip.compress, ".xz": lzma.compress}.get(path.suffix, bytes)(data)
    path.write_bytes(packed)
    return path


@pytest.mark.parametrize("name", ["names.txt", "names.txt.gz", "names.txt.xz"])
def test_every_packing_reads_the_same(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name)
    with open_bytes(path) as stream:
        assert stream.read() == TEXT.encode()
    with open_text(path) as stream:
        assert list(stream) == TEXT.splitlines(keepends=True)


@pytest.mark.parametrize("name", ["names.gz", "names.xz"])
def test_a_file_cut_short_is_named_with_what_to_do(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, os.urandom(100_000))
    path.write_bytes(path.read_bytes()[:-50_000])
    with (
        pytest.raises(LoadInputError, match=rf"{name} is damaged or cut short .*Fetch it again"),
        open_bytes(path) as f,
    ):
        f.read()


@pytest.mark.parametrize("name", ["names.gz", "names.xz"])
def test_a_file_of_another_kind_is_damaged(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"plain text")
    with pytest.raises(LoadInputError, match="is damaged"), open_bytes(path) as stream:
        stream.read()


@pytest.mark.parametrize("name", ["names.txt", "names.gz", "names.xz"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoadInputError, match=rf"{name} does not exist"), open_bytes(tmp_path / name):
        pass


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(LoadInputError, match="is a folder"), open_bytes(tmp_path):
        pass


def test_a_byte_that_is_not_utf8_is_shown_and_reading_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_bytes(b"\xef\xbb\xbfAda\xff\nGrace\n")
    with open_text(path) as stream:
        assert list(stream) == ["Ada\\xff\n", "Grace\n"]


def test_files_are_listed_by_name(tmp_path: Path) -> None:
    for name in ("b.xml", "a.xml", "c.txt"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in list_files(tmp_path, "*.xml")] == ["a.xml", "b.xml"]
    with pytest.raises(LoadInputError, match=r"holds no file \*\.json"):
        list_files(tmp_path, "*.json")
    with pytest.raises(LoadInputError, match="is not a folder"):
        list_files(tmp_path / "absent", "*.xml")


def test_the_fingerprint_changes_with_size_time_and_name_only(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    os.utime(path, ns=(1, 10**9))
    first = fingerprint([path])
    (tmp_path / "moved").mkdir()
    moved = path.rename(tmp_path / "moved" / "a.txt")
    assert fingerprint([moved]) == first
    os.utime(moved, ns=(1, 2 * 10**9))
    assert fingerprint([moved]) != first
    with pytest.raises(LoadInputError, match="does not exist"):
        fingerprint([path])
