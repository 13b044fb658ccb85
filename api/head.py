"""The head of a page as the server sends it: what previews of links and search engines read without a script."""

import re
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import quote

import orjson
from fastapi import Request

from graph.export.text import one_line
from graph.models import Kind
from graph.settings import Settings

SITE = "BZPEER"
LONGEST_DESCRIPTION = 300
CARD = "BZPEER: a researcher in the middle of papers, people, topics and institutions"
"""What the picture of every preview shows (`web/public/card.png`)."""
FOLDERS: dict[Kind, str] = {
    "Person": "people",
    "Paper": "papers",
    "Topic": "topics",
    "Institution": "institutions",
}
_OLD = re.compile(r'\s*<title>.*?</title>|\s*<meta name="description"[^>]*>', re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9._-]+(?::\d+)?|\[[0-9a-fA-F:.]+\](?::\d+)?")
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


@dataclass(frozen=True, slots=True)
class Head:
    """What a page is called and says of itself.

    `path` is its canonical address relative to the site's; None for a page that search engines should not keep.
    `data` is schema.org JSON-LD, `metas` are further names with their contents.
    """

    title: str
    description: str
    path: str | None
    type: str = "website"
    data: dict[str, Any] | None = None
    metas: list[tuple[str, str]] = field(default_factory=list)


def path_of(kind: Kind, id: str) -> str:
    """Return the address of a node's page relative to the site's, encoded as the front end does it."""
    return FOLDERS[kind] + "/" + quote(id, safe="-_.!~*'():")


def site(request: Request) -> str:
    """Return the address of the start page as the world knows it, with a slash at its end."""
    settings: Settings = request.app.state.settings
    host = request.headers.get("host", "")
    known = host if _HOST.fullmatch(host) else f"{settings.host}:{settings.port}"
    return (settings.public_url or f"{request.url.scheme}://{known}") + settings.root_path.rstrip("/") + "/"


def with_head(index: str, head: Head, site: str) -> str:
    """Return the page `index` with `head` instead of its own title and description; `site` ends with a slash."""
    return _OLD.sub("", index).replace("</head>", f"{_html(head, site)}</head>", 1)


def _html(head: Head, site: str) -> str:
    title, description = one_line(head.title), shortened(one_line(head.description))
    whole = title if title.startswith(SITE) else f"{title} · {SITE}"
    lines = [f"<title>{escape(whole)}</title>", _meta("name", "description", description)]
    if head.path is None:
        lines.append(_meta("name", "robots", "noindex"))
    else:
        lines.append(f'<link rel="canonical" href="{escape(site + head.path)}" />')
        lines.append(_meta("property", "og:url", site + head.path))
    told = (("type", head.type), ("title", title), ("description", description), ("site_name", SITE))
    lines += [_meta("property", f"og:{name}", content) for name, content in told]
    lines += [_meta("property", "og:image", site + "card.png"), _meta("property", "og:image:alt", CARD)]
    lines.append(_meta("name", "twitter:card", "summary_large_image"))
    lines += [_meta("name", name, one_line(content)) for name, content in head.metas]
    if head.data is not None:
        data = {"@context": "https://schema.org", **head.data}
        lines.append(f'<script type="application/ld+json">{orjson.dumps(data).decode().translate(_IN_SCRIPT)}</script>')
    return "".join(f"  {line}\n  " for line in lines)


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{escape(name)}" content="{escape(content)}" />'


def shortened(text: str, most: int = LONGEST_DESCRIPTION) -> str:
    """Return `text`, cut between words when it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
