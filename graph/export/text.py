"""Text that every format can hold."""

import re

# Of the control characters those that part words count as blanks; XML can hold none, nor halves of a pair.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def one_line(text: str) -> str:
    """Return `text` on one line, without the characters that XML and plain formats cannot hold."""
    return " ".join(_UNWRITABLE.sub("", text).split())
