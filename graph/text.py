"""Words as a reader types them: folded, so that "Garcia" finds "García"."""

import re
import unicodedata

from anyascii import anyascii

# Ideographs and kana are words of one character, as the full-text index cuts them.
_SINGLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_SINGLE}]|[^\W{_SINGLE}]+(?:['’.][^\W{_SINGLE}]+)*")


def fold(text: str) -> str:
    """Return `text` in lower case without accents; Latin letters outside ASCII become ASCII (ø to o, ß to ss)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in decomposed if not unicodedata.combining(each))
    return "".join(anyascii(each) if "\x80" <= each < "\u0250" else each for each in bare).lower()


def words(text: str) -> list[str]:
    """Return the folded words of `text`, letters and digits only, as the full-text index cuts them."""
    return _WORD.findall(fold(text))
