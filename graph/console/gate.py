"""The gate: one statement of reading clauses passes, everything else is refused by name with its place.

It reads tokens, not grammar, and errs on the side of refusing. What it accepts may still be no Cypher, which the server
says; but nothing that the server would carry out as a change gets past, for three reasons:

- a word that begins a change is refused unless a sign beside it makes it a name (`n.set`, `:Create`, `{delete: 1}`);
- two words stand side by side only when one belongs to the reading language, so no clause that is unknown here passes;
- what is called must be in the lists of `rules`, and comments are blank before the server sees the text.

What can be seen to take too long for a server that stops between rows only is refused too (`bounds`).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.console import bounds
from graph.console.rules import CHANGES, FUNCTIONS, PROCEDURES, READING, STARTS, VERSIONS, WHY
from graph.console.tokens import refuse, tokens, without_comments
from graph.errors import QueryNotAllowed

Plan = Literal["EXPLAIN", "PROFILE"]

# No clause begins after one of the first, and none goes on with one of the second: a word beside them is a name.
_BEFORE_NAME = (".", ":", "::", "$", "|", "&", "!", "(", "[", ",", "=")
_AFTER_NAME = (".", "=", "<", ">", ")", "]", "}", ",")
_CLOSING = (")", "]", "}")
_NAMED = ("word", "name")
_OPERANDS = ("word", "name", "text", "number")
_HINT = "as a name it needs backticks"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A query that passed the gate."""

    text: str
    """What to run: without comments, prefix and semicolon, every character in its old place."""
    version: str = ""
    """`CYPHER 5` or nothing, to be put before the text."""
    plan: Plan | None = None
    """Whether the plan was asked for instead of the rows (EXPLAIN) or beside them (PROFILE)."""


class _Reader:
    """The tokens of one query, and what stands where among them."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.found = tokens(query)

    def kind(self, index: int) -> str:
        """Return the kind of the token at `index`, or nothing."""
        return self.found[index].kind if 0 <= index < len(self.found) else ""

    def sign(self, index: int) -> str:
        """Return the sign at `index`, or nothing when no sign is there."""
        return self.found[index].value if self.kind(index) == "sign" else ""

    def word(self, index: int) -> str:
        """Return the bare word at `index` in capitals, or nothing when no bare word is there."""
        return _capitals(self.found[index].value) if self.kind(index) == "word" else ""

    def reads(self, index: int) -> bool:
        """Tell whether a word of the reading language is at `index`; a look-alike of one is none."""
        return self.kind(index) == "word" and self.found[index].value.isascii() and self.word(index) in READING

    def is_name(self, index: int) -> bool:
        """Tell whether the word at `index` can only be a name, by the signs beside it."""
        before, after = self.sign(index - 1), self.sign(index + 1)
        return before in _BEFORE_NAME or after in _AFTER_NAME or (after == ":" and before in ("{", ","))

    def calls(self, index: int) -> bool:
        """Tell whether the word at `index` is a CALL with what it calls; signs before it make it no name then.

        After `.`, `:` and `$` it is a name when a word of the reading language follows, as in `n.call AS call`.
        """
        if self.word(index) != "CALL" or self.kind(index + 1) not in _NAMED:
            return False
        return self.sign(index - 1) not in (".", ":", "::", "$") or not self.reads(index + 1)

    def first_of_name(self, last: int) -> int:
        """Return where a dotted name that ends at `last` begins."""
        while self.sign(last - 1) == "." and self.kind(last - 2) in _NAMED:
            last -= 2
        return last

    def last_of_name(self, first: int) -> int:
        """Return where a dotted name that begins at `first` ends."""
        while self.sign(first + 1) == "." and self.kind(first + 2) in _NAMED:
            first += 2
        return first

    def name(self, first: int, last: int) -> str:
        """Return the dotted name from `first` to `last`."""
        return ".".join(token.value for token in self.found[first : last + 1 : 2])

    def refuse(self, index: int, said: str) -> QueryNotAllowed:
        """Return the refusal for the token at `index`, or for the end of the query."""
        return refuse(self.query, self.found[index].at if index < len(self.found) else len(self.query), said)


def _capitals(word: str) -> str:
    """Return a word as the most generous reader of keywords would take it: look-alikes of ASCII letters are these."""
    return word.upper() if word.isascii() else unicodedata.normalize("NFKC", word).upper()


def check(query: str, params: Mapping[str, Any] | None = None) -> Accepted:
    """Return what to run for a stranger's `query`. Raises `QueryNotAllowed` with the place and one sentence.

    `params` are looked at where they are patterns.
    """
    reader = _Reader(query)
    start, version, plan = _prefix(reader)
    end = _end(reader)
    _check_start(reader, start, end)
    for index in range(start, end):
        _check_word(reader, index, end)
    for index in range(start, end):
        _check_neighbours(reader, index, end)
        if reader.sign(index) == "(":
            _check_function(reader, index)
    bounds.check_lists(query, reader.found)
    bounds.check_xor(query, reader.found)
    bounds.check_nesting(query, reader.found)
    bounds.check_patterns(query, reader.found, params or {})
    first = reader.found[start].at
    last = reader.found[end].at if end < len(reader.found) else len(query)
    blank = "".join(each if each in "\n\r" else " " for each in query[:first])
    return Accepted(blank + without_comments(query)[first:last], version, plan)


def _prefix(reader: _Reader) -> tuple[int, str, Plan | None]:
    """Read what stands before the statement; return where that begins, the version and the plan that are asked for."""
    at, version = 0, ""
    if reader.word(0) == "CYPHER":
        number = reader.found[1].value if len(reader.found) > 1 else ""
        if number not in VERSIONS:
            raise reader.refuse(0, "CYPHER may be followed here by the version only, 5 or 25.")
        at, version = 2, f"CYPHER {number}"
    plan: Plan | None = None
    if reader.word(at) in ("EXPLAIN", "PROFILE"):
        plan = "EXPLAIN" if reader.word(at) == "EXPLAIN" else "PROFILE"
        at += 1
    return at, version, plan


def _end(reader: _Reader) -> int:
    """Return where the statement ends: at a semicolon that nothing follows, or after the last token."""
    for index in range(len(reader.found)):
        if reader.sign(index) == ";":
            if index + 1 < len(reader.found):
                raise reader.refuse(index + 1, "a second statement begins here: send one at a time.")
            return index
    return len(reader.found)


def _check_start(reader: _Reader, start: int, end: int) -> None:
    if start >= end:
        raise reader.refuse(start, "there is no query here: write one that reads, such as one that begins with MATCH.")
    word = reader.word(start)
    if word in CHANGES:
        raise _refused(reader, start, word)
    if word not in STARTS or not reader.reads(start):
        said = word or reader.found[start].value[:40]
        raise reader.refuse(start, f"no reading query begins with {said!r}: begin with MATCH, CALL, UNWIND or RETURN.")


def _check_word(reader: _Reader, index: int, end: int) -> None:
    word = reader.word(index)
    if reader.calls(index) or (word == "CALL" and not reader.is_name(index)):
        _check_call(reader, index)
    elif word in CHANGES and not _is_harmless(reader, index, end, word):
        raise _refused(reader, index, word)


def _is_harmless(reader: _Reader, index: int, end: int, word: str) -> bool:
    """Tell whether a word of change is a name here; `CALL { … } IN TRANSACTIONS` may stand before any sign."""
    if word.startswith("TRANSACTION"):
        return reader.sign(index - 1) in _BEFORE_NAME
    return reader.is_name(index) or index + 1 == end


def _refused(reader: _Reader, index: int, word: str) -> QueryNotAllowed:
    why = WHY.get(word, "changes the graph")
    return reader.refuse(index, f"{word} {why}, and only reading is allowed here ({_HINT}).")


def _check_call(reader: _Reader, index: int) -> None:
    """Check what is called: a subquery, or a procedure of the list."""
    if reader.sign(index + 1) in ("(", "{"):
        return
    if reader.kind(index + 1) not in _NAMED:
        raise reader.refuse(index, "CALL is followed by a subquery or by the name of a procedure.")
    called = reader.name(index + 1, reader.last_of_name(index + 1))
    if called.lower() not in PROCEDURES:
        raise reader.refuse(index + 1, f"the procedure {called[:100]} is not one of those that may be called here.")


def _check_neighbours(reader: _Reader, index: int, end: int) -> None:
    """Refuse two operands side by side unless one is a word of the reading language, and numbers with a bare dot."""
    left, right = reader.kind(index), reader.kind(index + 1) if index + 1 < end else ""
    if left == "number" and reader.sign(index + 1) == "." and reader.sign(index - 1) != "$":
        raise reader.refuse(index, "a number may not end with a dot: add a digit.")
    if right not in _OPERANDS or (left not in _OPERANDS and reader.sign(index) not in _CLOSING):
        return
    if not reader.reads(index) and not reader.reads(index + 1):
        said = reader.found[index + 1].value[:40]
        raise reader.refuse(index + 1, f"{said!r} is no word of the reading language, and no name can stand here.")


def _check_function(reader: _Reader, index: int) -> None:
    """Check what stands before a parenthesis: a function of the list, a word of the language, or no name at all."""
    if reader.kind(index - 1) not in _NAMED:
        return
    first = reader.first_of_name(index - 1)
    used = reader.name(first, index - 1)
    alone = first == index - 1
    if alone and reader.reads(first) and reader.sign(first - 1) != ".":
        return
    if reader.calls(first - 1) or _is_hint(reader, first):
        return
    if used.lower() not in FUNCTIONS or reader.sign(first - 1) == ".":
        raise reader.refuse(first, f"the function {used[:100]} is not one of those that may be used here.")


def _is_hint(reader: _Reader, first: int) -> bool:
    """Tell whether the name at `first` is the label in `USING INDEX n:Label(property)`."""
    return reader.sign(first - 1) == ":" and reader.word(first - 3) in ("INDEX", "SEEK")
