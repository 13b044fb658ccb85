"""Answers that a browser saves as a file, with a name that every system can store."""

import re
from urllib.parse import quote

from anyascii import anyascii
from starlette.responses import Response

LONGEST_NAME = 80
"""Characters of a file's name before its ending."""
_FOUL = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


def file_answer(content: str | bytes, name: str, ending: str, media: str, **headers: str) -> Response:
    """Return `content` as a download called `name` plus `ending`; `headers` are told besides, `_` read as `-`."""
    told = {key.replace("_", "-"): value for key, value in headers.items()}
    kind = media if "charset" in media or isinstance(content, bytes) else f"{media}; charset=utf-8"
    always = {"Content-Disposition": disposition(name, ending), "Cache-Control": "no-cache"}
    return Response(content, headers=always | told, media_type=kind)


def disposition(name: str, ending: str) -> str:
    """Return a `Content-Disposition` header (RFC 6266): the name in ASCII, and as it is for who reads `filename*`."""
    full = f"{_FOUL.sub(' ', name).strip(' .')[:LONGEST_NAME].strip() or 'bzpeer'}.{ending}"
    plain = re.sub(r"[^A-Za-z0-9 ._()-]+", "", anyascii(full)).strip() or f"bzpeer.{ending}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(full, safe='')}"
