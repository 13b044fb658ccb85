"""What can be seen to take too long before it runs: Neo4j cannot stop a single expression, nor the making of a plan.

Not all of it can be seen (`graph/console/turns.py` says what becomes of the rest), but these can be, without refusing
what people ask: lists of very many numbers walked through within an expression, such walks within each other, patterns
after `=~` that can match in very many ways, long chains of XOR, and what lies within each other very deeply.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.console.tokens import LONGEST, Token, refuse
from graph.errors import QueryNotAllowed

LONGEST_RANGE = 1_000_000
"""Numbers of a `range()` within an expression; after UNWIND it may be longer, since rows can be stopped."""
STEPS = 10_000_000
"""Steps of walks through such lists within each other."""
DEEPEST_WALK = 4
"""Walks through lists within each other: `[… IN …]`, any(), all(), none(), single(), reduce()."""
MOST_XOR = 12
"""XORs of a query: the planner takes twice as long for each one more."""
DEEPEST_CASE = 40
"""CASEs within each other: no plan is found in time for very many, nor for the two that follow."""
DEEPEST_CONDITION = 20
"""AND and OR within each other's brackets."""
DEEPEST_SUBQUERY = 12
"""EXISTS, COUNT and COLLECT subqueries within each other."""
LONGEST_PATTERN = 1_000
"""Characters of a pattern after `=~`."""
MOST_REPEATED = 5
"""Parts of a pattern that may be repeated without end, or a number of times that is not given."""
MOST_WAYS = 100_000
"""Ways in which the alternatives of a pattern can be combined."""

_SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")
_WALKS = frozenset({"ANY", "ALL", "NONE", "SINGLE", "REDUCE", "ALLREDUCE"})
_ATOM = re.compile(
    r"\\Q.*?(?:\\E|$) | \\[pPxuN]\{[^}]*\} | \\. | \[\^?\]?(?:\\.|[^\]\\])*+\] | \(\?[^)]*?[):=!>] | . ",
    re.VERBOSE | re.DOTALL,
)
_REPEAT = re.compile(r"[*+?][?+]? | \{(\d+)(,?)(\d*)\}[?+]?", re.VERBOSE)
_UNREADABLE = re.compile(r"\\[1-9k]|\(\?[a-zA-Z-]*x")
_GOES_ON = (".", "[", "*", "/", "%", "^", "-", ":", "::")
_CYPHER_ESCAPE = re.compile(r"\\(?:u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_CONTROL = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def check_lists(query: str, found: Sequence[Token]) -> None:
    """Refuse lists of too many numbers, and too many steps within each other. Raises `QueryNotAllowed`."""
    opened: list[int] = []  # where each open bracket is
    walks: list[int] = []  # of each open bracket the steps of its walk, 0 when it is none
    for at, token in enumerate(found):
        if token.value in ("(", "[", "{") and token.kind == "sign":
            opened.append(at)
            walks.append(0)
        elif token.value in (")", "]", "}") and token.kind == "sign":
            opened.pop()
            walks.pop()
        elif opened and _is(found, at, "IN") and _begins_walk(found, at, opened[-1]):
            walks[-1] = _numbers(found, at + 1) or 1
            _check_walks(query, token, [steps for steps in walks if steps])
        elif not _makes_rows(found, at) and _numbers(found, at) > LONGEST_RANGE:
            raise refuse(
                query, token.at, f"a list has at most {LONGEST_RANGE} numbers, unless UNWIND makes rows of it."
            )


def _check_walks(query: str, token: Token, walks: list[int]) -> None:
    steps = 1
    for each in walks:
        steps *= each
    if len(walks) > 1 and (len(walks) > DEEPEST_WALK or steps > STEPS):
        raise refuse(query, token.at, "lists are walked through within each other too often: make rows with UNWIND.")


def _is(found: Sequence[Token], at: int, word: str) -> bool:
    return 0 <= at < len(found) and found[at].kind == "word" and found[at].value.upper() == word


def _sign(found: Sequence[Token], at: int) -> str:
    return found[at].value if 0 <= at < len(found) and found[at].kind == "sign" else ""


def _begins_walk(found: Sequence[Token], at: int, bracket: int) -> bool:
    """Tell whether the IN at `at` follows the name of a walk: `[x IN`, `any(x IN`, `reduce(s = 0, x IN`."""
    if _sign(found, bracket) == "(" and not any(_is(found, bracket - 1, word) for word in _WALKS):
        return False
    return at - 2 == bracket or (_sign(found, at - 2) == "," and _sign(found, bracket) == "(")


def _makes_rows(found: Sequence[Token], at: int) -> bool:
    return _is(found, at - 1, "UNWIND") or (_is(found, at - 1, "IN") and _is(found, at - 3, "FOR"))


def _numbers(found: Sequence[Token], at: int) -> int:
    """Return how many numbers `range(1, 10, 2)` at `at` gives; 0 when that is not written there, or cannot be seen."""
    if _sign(found, at + 1) != "(" or found[at].kind == "text" or found[at].value.lower() != "range":
        return 0
    given, sign = [1], 1
    for token in found[at + 2 : at + 10]:
        if token.value == ")":
            break
        if token.kind == "number":
            given[-1] = sign * _number(token.value)
        elif token.value == ",":
            given.append(1)
        elif token.value not in ("-", "+"):
            return 0
        sign = -1 if token.value == "-" else 1
    first, last, step = (*given, 1)[:3] if len(given) > 1 else (1, 0, 1)
    return max(0, (last - first) // (step or 1) + 1)


def _number(text: str) -> int:
    """Return a whole number as it is written, 0 for any other."""
    try:
        return int(text.replace("_", ""), 0)
    except ValueError:
        return 0


def check_xor(query: str, found: Sequence[Token]) -> None:
    """Refuse more XORs than the planner can bear. Raises `QueryNotAllowed`."""
    many = [token for at, token in enumerate(found) if _is(found, at, "XOR")]
    if len(many) > MOST_XOR:
        raise refuse(query, many[MOST_XOR].at, f"a query has at most {MOST_XOR} XOR: count what is true instead.")


def check_nesting(query: str, found: Sequence[Token]) -> None:
    """Refuse what lies within each other too deeply for the planner. Raises `QueryNotAllowed`."""
    cases, frames = 0, [_Frame()]
    for at, token in enumerate(found):
        if _is(found, at, "CASE"):
            cases += 1
        elif _is(found, at, "END"):
            cases = max(0, cases - 1)
        elif token.kind == "sign" and token.value in ("(", "[", "{"):
            subquery = token.value == "{" and any(_is(found, at - 1, word) for word in _SUBQUERIES)
            frames.append(_Frame(subquery=subquery))
        elif token.kind == "sign" and token.value in (")", "]", "}"):
            closed = frames.pop()
            frames[-1].below = max(frames[-1].below, closed.below + closed.condition)
        elif _is(found, at, "AND") or _is(found, at, "OR"):
            frames[-1].condition = True
        else:
            continue
        conditions = frames[-1].below + sum(frame.condition for frame in frames)
        subqueries = sum(frame.subquery for frame in frames)
        if cases > DEEPEST_CASE or conditions > DEEPEST_CONDITION or subqueries > DEEPEST_SUBQUERY:
            raise refuse(query, token.at, "conditions or subqueries lie within each other too deeply: make it flatter.")


@dataclass(slots=True)
class _Frame:
    """An open bracket: whether it is a subquery's, whether AND or OR stands right in it, how deeply they do below."""

    subquery: bool = False
    condition: bool = False
    below: int = 0


def check_patterns(query: str, found: Sequence[Token], params: Mapping[str, Any]) -> None:
    """Refuse what stands after `=~` when it can match in very many ways, or is not written there.

    It is text, a parameter of `params`, or several of these with `+` between. Raises `QueryNotAllowed`.
    """
    left = LONGEST
    for at in range(len(found) - 1):
        if _sign(found, at) != "=" or _sign(found, at + 1) != "~":
            continue
        pattern = ""
        for part in _parts(query, found, at + 2, params):
            pattern, left = pattern + part, left - len(part)
            if left < 0:
                raise refuse(query, found[at].at, f"patterns have at most {LONGEST} characters together.")
        if said := fault(pattern):
            raise refuse(query, found[at].at, f"the pattern after =~ {said}.")


def _parts(query: str, found: Sequence[Token], at: int, params: Mapping[str, Any]) -> Iterator[str]:
    """Yield the parts of the pattern that begins at `at`."""
    opened = 0
    while True:
        while _sign(found, at) == "(":
            at, opened = at + 1, opened + 1
        if at < len(found) and found[at].kind == "text":
            yield _text(found[at].value)
        elif _sign(found, at) == "$" and at + 1 < len(found):
            at += 1
            yield str(params.get(found[at].value, ""))
        else:
            raise _no_pattern(query, found, at)
        at += 1
        while opened and _sign(found, at) == ")":
            at, opened = at + 1, opened - 1
        if _sign(found, at) == "|" == _sign(found, at + 1):  # `||` joins text, too
            at += 1
        elif _sign(found, at) != "+":
            break
        at += 1
    if opened or _sign(found, at) in _GOES_ON:
        raise _no_pattern(query, found, at)


def _no_pattern(query: str, found: Sequence[Token], at: int) -> QueryNotAllowed:
    place = found[at].at if at < len(found) else len(query)
    return refuse(query, place, "after =~ stands text or a parameter here, or several with + between.")


def _text(literal: str) -> str:
    """Return what the server reads in a literal."""

    def read(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code:
            return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""
        return _CONTROL.get(match[3], match[3])

    return _CYPHER_ESCAPE.sub(read, literal[1:-1])


def fault(pattern: str) -> str | None:
    """Say why matching a regular expression (of Java) may take very long, or None.

    What is repeated must not hold repetitions or alternatives; few parts are repeated a number of times that is not
    given, and few alternatives combined: then a text is tried in as many ways as a small power of its length.
    """
    if len(pattern) > LONGEST_PATTERN:
        return f"has more than {LONGEST_PATTERN} characters"
    groups: list[tuple[int, bool]] = [(1, False)]  # of each open group its alternatives, and whether a part is repeated
    ways, repeated, at = 1, 0, 0
    while at < len(pattern):
        match = _ATOM.match(pattern, at)
        assert match  # the last kind of atom is any character
        atom, at = match[0], match.end()
        if _UNREADABLE.match(atom):
            return "may neither refer back to a group nor use the flag x"
        if atom[0] == "(" and atom[-1] != ")":
            groups.append((1, False))
            continue
        many, varies = groups.pop() if atom == ")" and len(groups) > 1 else (1, False)
        ways *= many
        groups[-1] = groups[-1][0] + (atom == "|"), groups[-1][1] or varies or many > 1
        if repeat := _REPEAT.match(pattern, at):
            at = repeat.end()
            least, comma, most = repeat.groups(default="")
            optional, once = repeat[0][0] == "?" or (comma and most == "1"), least in ("", "0", "1") and not comma
            if (varies or many > 1) and not optional and not (once and repeat[0][0] == "{"):
                return "repeats a group that can match in several ways, so that it may take very long"
            ways *= 2 if optional else 1
            repeated += repeat[0][0] in "*+" or bool(comma and not optional)
            groups[-1] = groups[-1][0], groups[-1][1] or least != most or repeat[0][0] != "{" or bool(comma)
    if repeated > MOST_REPEATED:
        return f"repeats more than {MOST_REPEATED} parts a number of times that is not given"
    return "combines too many alternatives" if ways * groups[0][0] > MOST_WAYS else None
