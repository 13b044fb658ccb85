"""BibTeX: entries in UTF-8 that BibTeX, BibLaTeX and the reference managers read.

What TeX would take for its own is escaped, formulas between dollar signs are kept, and capitals that a style must not
lower stand in braces.
"""

import re
from collections.abc import Iterable, Iterator

from graph.answers import Work
from graph.export.citation import Citation, Kind, citations
from graph.export.names import Name

_TYPES: dict[Kind, str] = {
    "article": "article",
    "paper": "inproceedings",
    "chapter": "incollection",
    "book": "book",
    "thesis": "phdthesis",
    "report": "techreport",
}
_VENUES: dict[Kind, str] = {
    "article": "journal",
    "paper": "booktitle",
    "chapter": "booktitle",
    "book": "publisher",
    "thesis": "school",
    "report": "institution",
}
"""Field that holds the venue; of everything else, `howpublished`."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even behind a backslash, so a brace of the text must not be written as one.
_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
# As the pages read it: no blank inside the dollar signs, no digit after the closing one, so that "$5 or $10" is text.
_MATH = re.compile(r"(?<!\\)(\$\$?)(?=\S)((?:\\.|[^$\\])+?)(?<=\S)\1(?!\d)")
_SENTENCE_CASE = 0.5
"""Share of longer words with a capital below which a title is in sentence case, and its capitals are names."""


def bibtex(works: Iterable[Work]) -> str:
    """Return `works` as the text of a `.bib` file."""
    return "\n".join(_entry(each) for each in citations(works))


def _entry(work: Citation) -> str:
    fields = [f"  {name} = {value}" for name, value in _fields(work) if value]
    return f"@{_TYPES.get(work.kind, 'misc')}{{{work.key},\n" + ",\n".join(fields) + "\n}\n"


def _fields(work: Citation) -> Iterator[tuple[str, str]]:
    """Yield the fields with their values as they stand in the file; empty ones are left out after."""
    yield "author", _braced(" and ".join(map(_author, work.names)))
    yield "title", _braced(protected(work.title))
    yield _VENUES.get(work.kind, "howpublished"), _braced(escaped(work.venue))
    yield "year", _braced(str(work.date[0]) if work.date else "")
    yield "month", _MONTHS[work.date[1] - 1] if len(work.date) > 1 and 1 <= work.date[1] <= 12 else ""
    yield "doi", _braced(work.doi.translate(_IN_ADDRESSES))
    yield "eprint", _braced(work.arxiv.translate(_IN_ADDRESSES))
    yield "archiveprefix", _braced("arXiv" if work.arxiv else "")
    yield "primaryclass", _braced(escaped(work.arxiv_class))
    yield "url", _braced(work.url.translate(_IN_ADDRESSES))
    yield "keywords", _braced(escaped("; ".join(work.topics)))
    yield "note", _braced(escaped(work.note))
    yield "abstract", _braced(escaped(work.abstract))


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _author(name: Name) -> str:
    if name.whole:
        return f"{{{escaped(name.family)}}}"
    parts = (name.surname, name.suffix, name.given) if name.suffix else (name.surname, name.given)
    return ", ".join(map(_part, parts))


def _part(part: str) -> str:
    """Return a part of a name; one with escapes stands in braces, as readers part names at backslashes."""
    plain = escaped(part)
    return plain if plain == part else f"{{{plain}}}"


def escaped(text: str) -> str:
    """Return plain `text` with its formulas so that TeX prints it."""
    return "".join(part if formula else part.translate(_ESCAPED) for formula, part in _parts(text))


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the pieces of `text`: formulas with their dollar signs (True), and what stands between."""
    end = 0
    for found in _MATH.finditer(text):
        if _is_sound(found[2]):
            yield False, text[end : found.start()].replace("\\$", "$")
            yield True, found[0]
            end = found.end()
    yield False, text[end:].replace("\\$", "$")


def _is_sound(tex: str) -> bool:
    """Say whether a formula can stand in an entry: its braces pair, BibTeX's way and TeX's way, and nothing cuts it."""
    return _pairs(tex) and _pairs(re.sub(r"\\[\\{}]", "", tex)) and not re.search(r"(?<!\\)[%#]", tex)


def _pairs(tex: str) -> bool:
    depth = 0
    for each in tex:
        depth += (each == "{") - (each == "}")
        if depth < 0:
            return False
    return depth == 0


def protected(title: str) -> str:
    """Return a title escaped, with words whose capitals or formulas matter in braces: `{BERT} at {$N$-best} lists`."""
    shouted = title.isupper() and len(title.split()) > 3
    names = _in_sentence_case(title)
    made = ""
    for place, word in enumerate(_words(title)):
        text = "".join(part if formula else part.translate(_ESCAPED) for formula, part in word)
        plain = "".join(part for formula, part in word if not formula)
        named = names and place > 0 and plain[:1].isupper()
        keep = any(formula for formula, _ in word) or (not shouted and (named or _has_own_capitals(plain)))
        made += (" " if made else "") + (_kept(text) if keep else text)
    return made


def _words(text: str) -> Iterator[list[tuple[bool, str]]]:
    """Yield the words of a line, each in its pieces: a formula holds together what stands around it."""
    word: list[tuple[bool, str]] = []
    for formula, part in _parts(text):
        for piece in [part] if formula else re.split(r"(\s)", part):
            if formula or not piece.isspace():
                word += [(formula, piece)] if piece else []
            elif word:
                yield word
                word = []
    if word:
        yield word


def _kept(piece: str) -> str:
    word = piece.rstrip(".,:;!?") or piece
    # A group that begins with a backslash is an accented letter to BibTeX, whose case it does change.
    return (f"{{{{{word}}}}}" if word.startswith("\\") else f"{{{word}}}") + piece[len(word) :]


def _has_own_capitals(word: str) -> bool:
    """Say whether a part of a word has capitals inside, or capitals only: `ZeRO`, `BERT-based`, `C++`, but not `A`."""
    return any(_is_name(part) for part in re.split("[-‐–—/]", word))


def _is_name(part: str) -> bool:
    letters = "".join(each for each in part if each.isalpha())
    return any(each.isupper() for each in letters[1:]) or (letters.isupper() and letters != "A")


def _in_sentence_case(title: str) -> bool:
    longer = [word for word in title.split()[1:] if len(word) > 3 and word[0].isalpha()]
    return bool(longer) and sum(word[0].isupper() for word in longer) < _SENTENCE_CASE * len(longer)
