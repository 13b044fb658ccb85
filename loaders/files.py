"""Input files of the loaders: opened plain or compressed, listed in a fixed order, and fingerprinted."""

import gzip
import hashlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from isal import igzip_threaded
from isal.igzip_lib import IsalError

from graph.errors import LoadInputError

_DAMAGED: tuple[type[Exception], ...] = (
    EOFError,
    gzip.BadGzipFile,
    lzma.LZMAError,
    zlib.error,
    cast(type[Exception], IsalError),  # its stub says instance, not class
    zipfile.BadZipFile,
)
AHEAD = 256 * 1024
"""Bytes that are taken at once from what was unpacked: few calls a line, which cost more than the unpacking."""


def _gzip(path: Path, mode: str) -> BinaryIO:
    """Open a gzip file that a thread unpacks ahead."""
    unpacked = igzip_threaded.open(path, mode)  # type: ignore[no-untyped-call]
    return io.BufferedReader(unpacked.detach(), AHEAD)


_OPENERS: dict[str, Callable[..., Any]] = {".gz": _gzip, ".xz": lzma.open}


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong while `path` is read into a `LoadInputError` that names it and says what to do."""
    try:
        yield
    except _DAMAGED as error:
        raise LoadInputError(
            f"{path} is damaged or cut short ({error}). Fetch it again, then repeat the load."
        ) from error
    except FileNotFoundError as error:
        raise LoadInputError(f"{path} does not exist. Check the path of the input.") from error
    except IsADirectoryError as error:
        raise LoadInputError(f"{path} is a folder. Name a file in it.") from error
    except PermissionError as error:
        raise LoadInputError(f"{path} may not be read by this user. Change its permissions.") from error


@contextmanager
def open_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for reading bytes; `.gz` and `.xz` are decompressed on the way.

    Raises `LoadInputError` when it is missing, unreadable or damaged, also while it is read.
    """
    with reading(path), _OPENERS.get(path.suffix.lower(), open)(path, "rb") as stream:
        yield cast(BinaryIO, stream)


@contextmanager
def open_text(path: Path, *, newline: str | None = None) -> Iterator[TextIO]:
    """Open `path` as UTF-8 text (a byte-order mark is skipped); otherwise like `open_bytes`.

    A byte that is not UTF-8 shows as `\\xNN`, so that one bad byte never ends a load. `newline` is that of `open`;
    the csv module needs `""`.
    """
    with (
        open_bytes(path) as stream,
        io.TextIOWrapper(stream, encoding="utf-8-sig", errors="backslashreplace", newline=newline) as text,
    ):
        yield text


def whole_text(path: Path) -> str:
    """Return all of a file that a person keeps: UTF-8, with a byte-order mark or without, plain or packed.

    Raises `LoadInputError` when it cannot be read, and for other encodings, with the line.
    """
    with open_bytes(path) as stream:
        data = stream.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LoadInputError(f"{path} is not UTF-8 text (line {line}). Save it as UTF-8, then repeat.") from error


def list_files(folder: Path, *patterns: str) -> list[Path]:
    """Return the files in `folder` whose names match one of the glob `patterns`, sorted by name.

    Raises `LoadInputError` when the folder is missing or holds no such file.
    """
    if not folder.is_dir():
        raise LoadInputError(f"{folder} is not a folder. Check the path of the input.")
    files = sorted({path for pattern in patterns for path in folder.glob(pattern) if path.is_file()})
    if not files:
        raise LoadInputError(f"{folder} holds no file {' or '.join(patterns)}. Check the path of the input.")
    return files


def fingerprint(files: Iterable[Path]) -> str:
    """Return a short key of the input: it changes with the name, size or modification time of any file.

    Raises `LoadInputError` when one is missing.
    """
    key = hashlib.blake2b(digest_size=12)
    for path in files:
        with reading(path):
            stat = path.stat()
        key.update(f"{path.name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return key.hexdigest()
