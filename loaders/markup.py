"""XML markup of titles and abstracts as plain text."""

from lxml.etree import _Element

_MATH = "tex-math"


def plain_text(element: _Element) -> str:
    """Return the text of `element` with math as `$…$`, markup dropped, and each run of white space as one space.

    Markup is that of the ACL Anthology: fixed-case, b, i and url keep their text only. A dollar sign that the source
    itself has in its text stays as it is.
    """
    parts: list[str] = []
    _collect(element, parts)
    return " ".join("".join(parts).split())


def _collect(element: _Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        if child.tag == _MATH:
            parts.append(f"${(child.text or '').strip()}$")
        elif isinstance(child.tag, str):  # not a comment
            _collect(child, parts)
        parts.append(child.tail or "")
