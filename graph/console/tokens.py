"""Cypher as tokens: in one pass, each character looked at once, by the rules of the server's own reader.

The server replaces `\\uXXXX`, with one `u` or more, before it looks for strings and comments, so an escape may end
either of them. Here an escape stands only inside a string or an escaped name, and only for a character that ends
neither.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.errors import Place, QueryNotAllowed

Kind = Literal["word", "name", "text", "number", "sign"]
LONGEST = 20_000
"""Characters of a query at most."""
DEEPEST = 60
"""Brackets within brackets at most: the server's reader needs stack for each."""

_TOKEN = re.compile(
    r"""(?P<blank>[\t\n\v\f\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]++)
    | (?P<comment>//[^\n\r]*+ | /\*(?:[^*]|\*(?!/))*+\*/)
    | (?P<text>'(?:[^'\\]|\\.)*+' | "(?:[^"\\]|\\.)*+")
    | (?P<name>`(?:[^`]|``)*+`)
    | (?P<number>0[xX][0-9a-fA-F_]++ | 0[oO][0-7_]++
        | (?:[0-9][0-9_]*+(?:\.(?!\.)[0-9][0-9_]*+)? | \.[0-9][0-9_]*+)(?:[eE][+-]?[0-9_]++)?+)
    | (?P<word>[^\W\d]\w*+)
    | (?P<sign>\.\.|::|/(?!\*)|[-+*%^=<>!~|&.,:;$?(){}\[\]])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_ENDING = frozenset("'\"`\\\n\r")
_CLOSES = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token: a bare word, an escaped name, a string, a number or a sign; the `value` of a name has no backticks."""

    kind: Kind
    value: str
    at: int


def place(query: str, at: int) -> Place:
    """Return where the character `at` stands."""
    before = query[:at]
    return before.count("\n") + 1, at - before.rfind("\n"), at


def refuse(query: str, at: int, said: str) -> QueryNotAllowed:
    """Return the refusal of `query` for what stands at `at`."""
    found = place(query, at)
    return QueryNotAllowed(f"Line {found[0]}, column {found[1]}: {said}", found)


def tokens(query: str) -> list[Token]:
    """Return the tokens of `query`, without blanks and comments. Raises `QueryNotAllowed` for what is no Cypher."""
    if len(query) > LONGEST:
        raise refuse(query, LONGEST, f"a query has at most {LONGEST} characters, this one has {len(query)}.")
    found = list(_read(query))
    _check_brackets(query, found)
    return found


def _read(query: str) -> Iterator[Token]:
    at = 0
    while at < len(query):
        match = _TOKEN.match(query, at)
        if match is None:
            raise refuse(query, at, _fault(query[at:]))
        kind, value = str(match.lastgroup), match[0]
        if kind in ("text", "name"):
            _check_escapes(query, at, value)
        if kind == "number" and _goes_on(query, match.end()):
            raise refuse(query, match.end(), "a number ends here: put a blank before what follows it.")
        if kind not in ("blank", "comment"):
            yield Token(kind, _bare(value) if kind == "name" else value, at)  # type: ignore[arg-type]
        at = match.end()


def _goes_on(query: str, at: int) -> bool:
    """Tell whether a letter, digit or underscore stands at `at`."""
    return query[at : at + 1].isalnum() or query[at : at + 1] == "_"


def _bare(name: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name[1:-1].replace("``", "`"))


def _check_escapes(query: str, at: int, value: str) -> None:
    for match in _ESCAPE.finditer(value):
        if chr(int(match[1], 16)) in _ENDING:
            raise refuse(
                query, at + match.start(), f"{match[0]} could end the text for the server: write the character itself."
            )


def _fault(rest: str) -> str:
    first = rest[0]
    if first in "'\"":
        return f"the text that begins here has no end: close it with {first}."
    if first == "`":
        return "the name that begins here has no end: close it with `."
    if rest.startswith("/*"):
        return "the comment that begins here has no end: close it with */."
    if rest.startswith("\\u"):
        return "an escape such as \\u0041 may stand in text only: write the character itself."
    return f"the character {first!r} (U+{ord(first):04X}) has no meaning outside text: leave it out."


def _check_brackets(query: str, found: list[Token]) -> None:
    opened: list[Token] = []
    for token in found:
        if token.kind != "sign":
            continue
        if token.value in "([{":
            opened.append(token)
            if len(opened) > DEEPEST:
                raise refuse(query, token.at, f"brackets lie within each other more than {DEEPEST} times here.")
        elif token.value in _CLOSES and (not opened or opened.pop().value != _CLOSES[token.value]):
            raise refuse(query, token.at, f"'{token.value}' closes nothing that was opened: correct the brackets.")
    if opened:
        raise refuse(query, opened[-1].at, f"'{opened[-1].value}' is never closed: add its other half.")


def without_comments(query: str) -> str:
    """Return `query` with blanks for its comments: places stay, and nothing hides in a comment any more."""
    return _TOKEN.sub(lambda match: re.sub(r"[^\n\r]", " ", match[0]) if match["comment"] else match[0], query)
