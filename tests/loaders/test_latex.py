"""Text-mode LaTeX to plain text."""

import pytest

from loaders.latex import plain_text


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"{\bf A}DAM", "ADAM"),
        (r"Beslutst\"odssystemet Dezzy - en \"oversikt", "Beslutstödssystemet Dezzy - en översikt"),
        (r"The \textsc{ParseTalk} Performance --- a -- b", "The ParseTalk Performance — a – b"),
        (r"If P \neq NP then", "If P ≠ NP then"),
        (
            r"Ne\v{s}et\v{r}il, \v Skoda, \c c, \L{}ukasz, \'{\i}, Erd\H os, da\~nos",
            "Nešetřil, Škoda, ç, Łukasz, í, Erdős, daños",
        ),
        (r"``q'' don\'t, Fig.~1, ~7", "“q” don't, Fig. 1, ~7"),
        (r"50% of users_x & y^2, AT\&T #3", "50% of users_x & y^2, AT&T #3"),
        (r"360{\deg} video, PI{\lambda}D{\mu}", "360° video, PIλDμ"),
        (r"the {\em edit distance} of {\it $n$ words}", "the edit distance of $n$ words"),
        (r"\textmd{\small $\frac{P}{c}$} and \textmd{text}", r"$\frac{P}{c}$ and text"),
        (r"O(n^{3/2}) \bbR \unknown{word}", r"O(n^{3/2}) \bbR word"),
        ("&#8211; &lambda; AT&T; 3 < 4\x7f", "– λ AT&T; 3 < 4"),
        ("two\n  lines", "two lines"),
        (r"see http://a.b/~c_d%20 and \url{http://a.b/~c_d}", "see http://a.b/~c_d%20 and <http://a.b/~c_d>"),
        ("unbalanced {brace", "unbalanced brace"),
        ("", ""),
    ],
)
def test_text_becomes_plain(latex: str, plain: str) -> None:
    assert plain_text(latex) == plain


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"on $\mathbb{R}^n$-trees", r"on $\mathbb{R}^n$-trees"),
        (r"\(x_1\), $$ y $$ and \[z\]", "$x_1$, $y$ and $z$"),
        (r"\begin{equation*}a\\b\end{equation*}", r"$a\\b$"),
        (r"$\textbf{a}$ -- {\bf b}", r"$\textbf{a}$ – b"),
        (
            "it costs $5 million and they paid another $6 million",
            "it costs $5 million and they paid another $6 million",
        ),
        ("between $10-$20", "between $10-$20"),
    ],
)
def test_math_is_kept_and_money_is_none(latex: str, plain: str) -> None:
    assert plain_text(latex) == plain
