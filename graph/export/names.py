"""Names of people as bibliographies want them: family name and given names apart, where that can be told.

A byline gives names in the order of speech. The last word is the family name, with the particles before it; what has
one word, is written in a script that puts the family first, or names a group stays whole.
"""

import re
from dataclasses import dataclass

_PARTICLES = frozenset(
    (
        *("af", "al", "auf", "av", "bin", "da", "das", "de", "degli", "dei", "del", "dela", "della", "den", "der"),
        *("di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "lo", "los", "op", "’t", "'t", "te", "ten"),
        *("ter", "und", "van", "vom", "von", "y", "zu", "zum", "zur"),
    )
)
"""As written in lower case; `y` and `e` join two family names."""
_CAPITALISED = frozenset(
    ("Al", "Da", "De", "Del", "Della", "Den", "Der", "Di", "Dos", "Du", "El", "La", "Le", "Ter", "Van", "Von")
)
"""Particles that some families write with a capital; the very first word of a name is never taken for one."""
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV", re.IGNORECASE)
_GROUP = re.compile(
    r"\b(?:and|collaboration|consortium|committee|team|group|initiative|network|project|society|association|university|"
    r"institute|laboratory|inc|ltd|corp)\b",
    re.IGNORECASE,
)
# Han, kana, Hangul: the family name comes first there, and nothing marks where it ends.
_FAMILY_FIRST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts; one that cannot be parted is its family name alone, and `whole`."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    @property
    def whole(self) -> bool:
        """Say whether it must stay as it is: a mononym, a group, a name whose order is unknown."""
        return not self.given

    @property
    def surname(self) -> str:
        """The family name with the particles before it: `van Beethoven`."""
        return f"{self.particle} {self.family}" if self.particle else self.family


def name(text: str) -> Name:
    """Return `text`, a name as printed on one line, in parts.

    >>> name("Ludwig van Beethoven")
    Name(family='Beethoven', given='Ludwig', particle='van', suffix='')
    """
    if _FAMILY_FIRST.search(text) or _GROUP.search(text):
        return Name(text)
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(parts) and not _SUFFIX.fullmatch(parts[1]):
        return _particle(parts[0].split(), parts[1])
    if len(parts) > 2 or not all(parts):
        return Name(text)
    words = parts[0].split()
    suffix = parts[1] if len(parts) == 2 else ""
    if not suffix and len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    if len(words) < 2:
        return Name(text)
    start = _family_starts(words)
    found = _particle(words[start:], " ".join(words[:start]))
    return Name(found.family, found.given, found.particle, suffix)


def _family_starts(words: list[str]) -> int:
    """Return the place of the first word of the family name: the last word, or the particles before it."""
    start = len(words) - 1
    while start > 1 and (words[start - 1] in _PARTICLES or words[start - 1] in _CAPITALISED):
        start -= 1
    if start > 1 and words[start] in ("y", "e"):  # two family names, of which the first stands before
        start -= 1
    return start


def _particle(family: list[str], given: str) -> Name:
    """Return the name with the particles in lower case apart from the family name: BibTeX and CSL sort without them."""
    end = 0
    while end < len(family) - 1 and family[end] in _PARTICLES:
        end += 1
    return Name(" ".join(family[end:]), given, " ".join(family[:end]))
