"""Domains of institutions: what an address of mail or of a page says about where somebody is."""

import re
from urllib.parse import urlsplit

_NAME = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_SECTION = re.compile(r"(?:www\d?|web|home|en|english)\.")
"""What stands before the domain in addresses of home pages."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REGISTRY = _names("ac co com edu gob gouv gov gv go int mil ne net nhs or org res sch")
"""Second labels under which a country lets others register, as in `ac.uk`: such a domain is nobody's."""
FREE_MAIL = _names("""
    126.com 139.com 163.com aol.com daum.net fastmail.com foxmail.com free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de
    gmx.net googlemail.com hanmail.net hotmail.co.uk hotmail.com hotmail.fr hushmail.com icloud.com inbox.com
    laposte.net libero.it live.com mac.com mail.com mail.ru me.com msn.com naver.com orange.fr outlook.com
    outlook.de pm.me posteo.de proton.me protonmail.com qq.com rediffmail.com seznam.cz sina.com sohu.com
    t-online.de tuta.com tutanota.com wanadoo.fr web.de yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de
    yahoo.fr yandex.com yandex.ru yeah.net ymail.com zoho.com
""")
"""Domains at which anybody gets an address: never evidence."""
FREE_PAGES = _names("""
    academia.edu blogspot.com codeberg.page facebook.com firebaseapp.com github.com github.io gitlab.com gitlab.io
    herokuapp.com instagram.com jimdofree.com linkedin.com medium.com netlify.app notion.site pages.dev
    researchgate.net sites.google.com squarespace.com strikingly.com tumblr.com twitter.com ucoz.ru vercel.app vk.com
    web.app weebly.com wikidata.org wikipedia.org wixsite.com wordpress.com x.com youtube.com
""")
"""Domains at which anybody can put pages: neither evidence, nor an institution's own."""


def host_of(name: str | None) -> str | None:
    """Return the name of a host in the letters of the network; None for what is none, as a number or `localhost`.

    >>> [host_of(each) for each in ("Uni.Example.", "münchen.example", "127.0.0.1", "2130706433", "localhost", "[::1]")]
    ['uni.example', 'xn--mnchen-3ya.example', None, None, None, None]
    """
    try:
        plain = (name or "").rstrip(".").encode("idna").decode().lower()
    except UnicodeError:
        return None
    return plain if _NAME.fullmatch(plain) else None


def domain(home_page: str) -> str | None:
    """Return the domain for which a home page stands: that of its host, without `www.` and the like.

    None where the host is no name, is one under which others register, or lets anybody put pages.

    >>> [domain(f"https://{each}") for each in ("www.cs.uni.example/de", "www.ac.uk", "en.uni.edu.cn", "a.github.io")]
    ['cs.uni.example', 'www.ac.uk', 'uni.edu.cn', None]
    """
    try:
        host = host_of(urlsplit(home_page).hostname)
    except ValueError:
        return None
    if host is None or _registry(host) or within(host, FREE_PAGES):
        return None
    while (section := _SECTION.match(host)) and not _registry(shorter := host[section.end() :]) and "." in shorter:
        host = shorter
    return host


def within(host: str, domains: frozenset[str] | set[str]) -> bool:
    """Tell whether a host is one of some domains, or below one.

    >>> within("cs.uni.example", {"uni.example"}), within("uni.example", {"uni.example"})
    (True, True)
    >>> within("myuni.example", {"uni.example"}), within("uni.example.evil.example", {"uni.example"})
    (False, False)
    """
    labels = host.split(".")
    return any(".".join(labels[at:]) in domains for at in range(len(labels)))


def _registry(host: str) -> bool:
    first, _, country = host.partition(".")
    return len(country) == 2 and first in _REGISTRY
