"""Text-mode LaTeX to plain text; math is found first and kept as `$…$`.

Titles and abstracts of arXiv are plain text with some LaTeX in it, not LaTeX documents: `%`, `#`, `&` and `_` stand
for themselves, an unknown macro keeps its name, and two amounts in dollars are no formula. So only the words that
hold LaTeX go to pylatexenc, which is slow; the others stay as they are.
"""

import html
import logging
import re
from functools import cache, lru_cache

from pylatexenc.latex2text import LatexNodes2Text

_MATH = re.compile(
    r"(?<!\\)\$\$(?P<display>[^$]+?)\$\$"
    r"|(?<!\\)\$(?P<inline>(?:[^$\\]|\\.)+?)\$(?!\d)"
    r"|\\\((?P<round>.+?)\\\)"
    r"|\\\[(?P<square>.+?)\\\]"
    r"|\\begin\{(?P<kind>equation|align|displaymath|math|eqnarray)(?P<star>\*?)\}(?P<environment>.+?)\\end\{(?P=kind)(?P=star)\}",
    re.DOTALL,
)
_PROSE = re.compile(r"(?:^|\s)[A-Za-z]{2,}(?:\s+[a-z]{2,}){2}(?:\s|$|[.,;])")
_ENTITY = re.compile(r"\\?(&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")

_LINE_END = re.compile(r"\\\\(?:\[[^\]]*\])?")
_APOSTROPHE = re.compile(r"(?<=[a-z])\\'(?=(?:t|s|ll|re|ve)\b)")
_TIE = re.compile(r"(?<=[^\s\\/])~(?=\S)")
_DASHES_AND_QUOTES = (("---", "\u2014"), ("--", "\u2013"), ("``", "\u201c"), ("''", "\u201d"))
_LATEX = re.compile(r"[\\{}]")
_PIECE = re.compile(r"\s+|\S+")
_ACCENT = re.compile(r"\\(?:[ijuvHcdbkrtoOlL]|[\"'`^~=.])\s*$")
_ADDRESS = re.compile(r"^\W*(?:https?|ftp)://|^\W*www\.")
_SCRIPT = re.compile(r"([\^_])\{([^{}\\]*)\}")
_LITERAL = re.compile(r"(?<!\\)[%&#]")
_TILDE = re.compile(r"(?<!\\)~")
_LETTER = re.compile(r"(\\(?:[ijoOlL]|ss|aa|AA|ae|AE|oe|OE)) +(?=[a-z])")
_MARKUP = re.compile(r"\\[A-Za-z]+|[{}]")
_WITH_TEXT = re.compile(r"\\text[a-z]+\{")
_MARK = re.compile("[\ue000-\uf8ff]")
_LONGEST_GROUP = 2_000
_FIRST_MARK, _MARKS = 0xE000, 6_000
"""Formulas are set aside under private-use characters, of which no real text has any."""
_MACRO = re.compile(r"\\([A-Za-z]+)(?![A-Za-z{])")
_EXTRA = {"deg": "\u00b0", "degree": "\u00b0", "degC": "\u00b0C", "eps": "\u03b5", "infinity": "\u221e", "lbrack": "["}
_STYLES = frozenset(
    ("bf", "it", "em", "tt", "rm", "sc", "sl", "sf", "cal", "tiny", "scriptsize", "small", "normalsize", "large")
)


def plain_text(text: str) -> str:
    """Return `text` as one line of plain text, with each formula as `$…$`.

    `{\\bf A}DAM` gives `ADAM`, `Pl\\"ucker` gives `Plücker`, `---` a dash; HTML entities and control characters go too.
    """
    text = _CONTROL.sub("", _ENTITY.sub(lambda found: html.unescape(found[1]), text.replace("\t", " ")))
    formulas: list[str] = []

    def keep(found: re.Match[str]) -> str:
        formula = _formula(found)
        if formula is None or len(formulas) == _MARKS:
            return found[0]
        formulas.append(formula)
        return chr(_FIRST_MARK + len(formulas) - 1)

    words = _words(_MATH.sub(keep, text))
    for number, formula in enumerate(formulas):
        words = words.replace(chr(_FIRST_MARK + number), formula)
    return _SPACE.sub(" ", words).strip()


def _formula(found: re.Match[str]) -> str | None:
    """Return the formula as `$…$`, or None when the dollars are amounts of money around some prose."""
    body = next(found[name] for name in ("display", "inline", "round", "square", "environment") if found[name])
    body = _SPACE.sub(" ", body).strip()
    if not body or (found["inline"] and "\\" not in body and _PROSE.search(body)):
        return None
    return f"${body}$"


def _words(text: str) -> str:
    """Convert the words that hold LaTeX; a group in braces counts as one word."""
    text = _TIE.sub(" ", _APOSTROPHE.sub("'", _LINE_END.sub(" ", text)))
    for written, sign in _DASHES_AND_QUOTES:
        text = text.replace(written, sign)
    if not _LATEX.search(text):
        return text
    words: list[str] = []
    word = ""
    for piece in _PIECE.findall(text):
        word += piece
        if not _is_open(word):
            words.append(_convert(word))
            word = ""
    return "".join(words) + _convert(word)


def _is_open(word: str) -> bool:
    """Tell whether a brace is open or an accent still lacks its letter; a brace that never closes opens nothing."""
    if len(word) > _LONGEST_GROUP:
        return False
    return word.count("{") - word.count("\\{") > word.count("}") - word.count("\\}") or bool(_ACCENT.search(word))


@lru_cache(maxsize=50_000)
def _convert(word: str) -> str:
    if not _LATEX.search(word) or _ADDRESS.search(word):
        return word
    latex = _MACRO.sub(_known_or_written_out, _SCRIPT.sub(r"\1\\{\2\\}", word))
    latex = _TILDE.sub(r"\\textasciitilde{}", _LITERAL.sub(r"\\\g<0>", _LETTER.sub(r"\1{}", latex)))
    space = " " if word[-1:].isspace() else ""
    try:
        plain = str(_converter().latex_to_text(latex)).replace("\xa0", " ") + space
    except Exception:  # the parser fails in many ways on what is not LaTeX: such a word stays as it is
        return word
    dropped = not plain.strip() and _WITH_TEXT.search(word)
    if dropped or set(_MARK.findall(word)) - set(plain):  # the parser drops the arguments of some macros
        return _MARKUP.sub("", word)
    return plain


def _known_or_written_out(found: re.Match[str]) -> str:
    """Return a macro without argument as it is when it is known; else its sign, or its name to be printed."""
    name = found[1]
    if name in _EXTRA:
        return _EXTRA[name]
    return found[0] if name in _STYLES or _is_known(name) else f"\\textbackslash{{}}{name}"


@cache
def _is_known(name: str) -> bool:
    specification = _converter().latex_context.get_macro_spec(name)
    return bool(specification and specification.macroname)


@cache
def _converter() -> LatexNodes2Text:
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # it warns of every macro that lacks its argument
    return LatexNodes2Text(math_mode="verbatim")
