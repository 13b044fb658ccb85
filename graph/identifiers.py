"""Identifiers in one spelling: `scheme:value`, so that equal things have equal ids.

Schemes: `openalex`, `acl`, `arxiv`, `doi`, `orcid`, `ror`, `demo`, `arxivclass`.
"""

import re

SOURCE_ID = re.compile(r"^[a-z][a-z0-9.]*:\S(?:.*\S)?$")
_DOI = re.compile(r"(?:^|doi\.org/|doi:\s*)(10\.\d{4,9}/\S+)$", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:^|arxiv:|abs/|pdf/|arxiv\.)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?$",
    re.IGNORECASE,
)
_ORCID = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])$", re.IGNORECASE)
_ROR = re.compile(r"(?:^|ror\.org/|ror:)(0[a-z0-9]{6}\d{2})$", re.IGNORECASE)
_OPENALEX = re.compile(r"(?:^|openalex\.org/|openalex:)([WAITCSPF]\d+)$", re.IGNORECASE)
_OPENALEX_FIELD = re.compile(r"(?:openalex\.org/|openalex:)((?:domains|fields|subfields)/\d+)$", re.IGNORECASE)
_ACL = re.compile(r"(?:^|aclanthology\.org/|acl:)([A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9]+-[a-z0-9]+\.\d+)/?$", re.IGNORECASE)


def doi(text: str | None) -> str | None:
    """Return `doi:10.…` in lower case (DOIs are case-insensitive), or None when `text` holds no DOI."""
    match = _DOI.search((text or "").strip())
    return f"doi:{match[1].lower()}" if match else None


def arxiv(text: str | None) -> str | None:
    """Return `arxiv:2106.09685` or `arxiv:cs/0112017` without version, or None."""
    match = _ARXIV.search((text or "").strip())
    return f"arxiv:{match[1].lower()}" if match else None


def orcid(text: str | None) -> str | None:
    """Return `orcid:0000-0002-1825-0097` when the check digit (ISO 7064 MOD 11-2) is right, else None."""
    match = _ORCID.search((text or "").strip())
    if match is None:
        return None
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        return None
    return "orcid:" + "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def ror(text: str | None) -> str | None:
    """Return `ror:05gq02987`, or None when `text` holds no ROR id."""
    match = _ROR.search((text or "").strip())
    return f"ror:{match[1].lower()}" if match else None


def openalex(text: str | None) -> str | None:
    """Return `openalex:W123` (also A, I, T, …) or `openalex:fields/17` (also domains, subfields), or None."""
    text = (text or "").strip()
    if match := _OPENALEX.search(text):
        return f"openalex:{match[1].upper()}"
    match = _OPENALEX_FIELD.search(text)
    return f"openalex:{match[1].lower()}" if match else None


def acl(text: str | None) -> str | None:
    """Return `acl:2020.acl-main.1` or `acl:P04-1001`, or None when `text` holds no id of the ACL Anthology."""
    match = _ACL.search((text or "").strip())
    if match is None:
        return None
    return f"acl:{match[1].upper() if match[1][0].isalpha() else match[1].lower()}"


def spellings(text: str) -> list[str]:
    """Return the ids that `text`, typed or pasted by a person, may mean: as written first, then by each scheme."""
    text = text.strip()
    found = [text, doi(text), arxiv(text), orcid(text), ror(text), openalex(text), acl(text)]
    return list(dict.fromkeys(each for each in found if each))
