"""News as an Atom feed (RFC 4287). Ids rest on what an entry is about, so that they stay when addresses change."""

from collections.abc import Iterable
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree import ElementTree as ET  # only writes

from api.accounts.tables import NewsReader
from api.head import path_of
from graph.answers import News, NewsItem
from graph.export.text import one_line

_ATOM = "http://www.w3.org/2005/Atom"
_NAMES = 10
"""Names of a byline that an entry repeats."""


def feed(news: News, reader: NewsReader, site: str, name: str) -> bytes:
    """Return the feed of a reader as UTF-8; `site` is the address of the start page, `name` the feed's below it."""
    own = uuid5(NAMESPACE_URL, f"urn:bzpeer:news:{reader.user_id}")
    root = ET.Element("feed", xmlns=_ATOM)
    _text(root, "title", "BZPEER: new around what you follow")
    _text(root, "id", own.urn)
    _text(root, "updated", _moment([each.at for each in news.items] or [reader.feed_made_at or news.until]))
    ET.SubElement(_sub(root, "author"), "name").text = "BZPEER"
    _sub(root, "link", rel="alternate", type="text/html", href=f"{site}news")
    _sub(root, "link", rel="self", type="application/atom+xml", href=site + name)
    for item in news.items:
        _entry(root, item, own, site)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _entry(root: ET.Element, item: NewsItem, own: UUID, site: str) -> None:
    entry = _sub(root, "entry")
    _text(entry, "title", _title(item))
    _text(entry, "id", uuid5(own, item.id).urn)
    _text(entry, "updated", _moment([item.at]))
    _text(entry, "published", _moment([item.at]))
    for name in [each.name for each in item.work.byline][:_NAMES] if item.work else ():
        _text(_sub(entry, "author"), "name", name)
    _sub(entry, "link", rel="alternate", type="text/html", href=site + path_of(item.node.kind, item.node.id))
    _text(entry, "summary", " ".join(_sentences(item)))


def _title(item: NewsItem) -> str:
    if item.what == "collaborator":
        return f"{item.node.label}: new co-author of {item.reasons[0].followed.label}"
    return item.node.label + (f" ({item.year})" if item.year else "")


def _sentences(item: NewsItem) -> Iterable[str]:
    for reason in item.reasons:
        inferred = " This rests on inferred citations." if reason.inferred else ""
        yield f"Because you follow {reason.followed.label}: {reason.text}{inferred}"


def _moment(times: Iterable[datetime | None]) -> str:
    """Return the latest of some times as Atom writes it."""
    return max(each for each in times if each).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _sub(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, name, attributes)


def _text(parent: ET.Element, name: str, text: str) -> None:
    """Add an element with text, without what XML cannot hold; one that must not be empty holds a dash then."""
    _sub(parent, name).text = one_line(text) or "–"
