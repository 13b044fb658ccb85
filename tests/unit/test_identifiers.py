"""Identifiers as people write and paste them."""

import pytest

from graph import identifiers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://doi.org/10.18653/v1/N18-1202", "doi:10.18653/v1/n18-1202"),
        ("doi: 10.1000/ABC(1)", "doi:10.1000/abc(1)"),
        ("https://arxiv.org/abs/1910.02054v3", "arxiv:1910.02054"),
        ("https://arxiv.org/pdf/2104.07857.pdf", "arxiv:2104.07857"),
        ("arXiv:cs/0112017", "arxiv:cs/0112017"),
        ("10.48550/arXiv.1910.02054", "doi:10.48550/arxiv.1910.02054"),
        ("https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097"),
        ("000000021694233X", "orcid:0000-0002-1694-233X"),
        ("https://ror.org/05gq02987", "ror:05gq02987"),
        ("https://openalex.org/W2741809807", "openalex:W2741809807"),
        ("a5023888391", "openalex:A5023888391"),
        ("https://openalex.org/subfields/1702", "openalex:subfields/1702"),
        ("https://aclanthology.org/N18-1202/", "acl:N18-1202"),
        ("2020.acl-main.1", "acl:2020.acl-main.1"),
        ("acl:p04-1001", "acl:P04-1001"),
    ],
)
def test_a_pasted_identifier_is_understood(text: str, wanted: str) -> None:
    assert wanted in identifiers.spellings(text)


@pytest.mark.parametrize("text", ["0000-0002-1825-0098", "Yuxiong He", "10.1", "", "ror.org/nothing", "2020"])
def test_what_is_none_is_not_one(text: str) -> None:
    assert identifiers.spellings(text) in ([text], [])


def test_an_arxiv_doi_means_the_arxiv_paper_too() -> None:
    assert identifiers.arxiv("https://doi.org/10.48550/arXiv.1910.02054") == "arxiv:1910.02054"
