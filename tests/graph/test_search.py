"""Search: prefixes, folded accents, typos, the order of what fits, and words that mean something to the index."""

import pytest

from graph.connection import Connection
from graph.models import Kind
from graph.search import UNINDEXED, fit, prefixes, search, similar
from graph.text import fold, words


async def found(world: Connection, text: str, kind: Kind | None = None) -> list[str]:
    return [hit.id for hit in (await search(world, text, kind)).items]


@pytest.mark.parametrize(
    "text",
    ["ann", "An", "garcia", "GARCÍA", "garc an", "何安", "何", "gracia", "ann gercia", "orcid:0000-0002-1825-0097"],
)
async def test_finds_a_person(world: Connection, text: str) -> None:
    assert "toy:ann" in await found(world, text, "Person")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("doi:10.1000/a/b", "toy:p1"),
        ("https://arxiv.org/abs/1910.02054v1", "toy:p1"),
        ("toy:p4", "toy:p4"),
        ("graph theory", "toy:graphs"),
        ("universitat", "toy:uni"),
        ("toy u", "toy:uni"),
        ("etudes", "toy:p6"),
        ("beta graphs", "toy:p2"),
    ],
)
async def test_finds_everything_else(world: Connection, text: str, first: str) -> None:
    assert (await found(world, text))[0] == first


async def test_best_known_first_among_equals(world: Connection) -> None:
    hits = (await search(world, "graphs", "Paper")).items
    # All three hold the word; the first two are cited twice, the last never.
    assert [hit.id for hit in hits] == ["toy:p3", "toy:p1", "toy:p2"]
    assert hits[0].score == hits[1].score > hits[2].score


async def test_a_better_fit_comes_before_a_better_known_thing(world: Connection) -> None:
    assert await found(world, "be") == ["toy:ben", "toy:p2"]  # both begin so; ben is better known
    assert (await found(world, "beta"))[0] == "toy:p2"  # the whole word
    assert await found(world, "toy", "Institution") == ["toy:uni"]


@pytest.mark.parametrize(
    ("name", "others", "score"),
    [
        ("Yu He", [], 5),
        ("He Yu", [], 4),
        ("Yu He Zhang", [], 4),
        ("Yu Henning", [], 3),
        ("Hermann Yuan", [], 2),
        ("何宇", ["X", "He Yu"], 1),
        ("Yo Ho", [], 0),
    ],
)
def test_how_well_a_name_fits(name: str, others: list[str], score: int) -> None:
    assert fit(["yu", "he"], words(name), map(words, others)) == score


async def test_a_typo_is_only_forgiven_when_little_else_fits(world: Connection) -> None:
    exact = await search(world, "ben", "Person")
    assert [hit.id for hit in exact.items] == ["toy:ben"]
    assert "toy:graphs" in await found(world, "grahp theroy", "Topic")


async def test_details_tell_things_apart(world: Connection) -> None:
    assert (await search(world, "ann", "Person")).items[0].detail == "3 works, 2018–2020"
    assert (await search(world, "fay", "Person")).items[0].detail == "1 work, 2022"
    assert (await search(world, "on k graphs", "Paper")).items[0].detail == "Journal of Toys, 2018"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '+-&&||!(){}[]^"~*?:\\/',
        "AND",
        "OR NOT",
        "a AND",
        "name:x",
        "[a TO b]",
        '"',
        "\\",
        "a~",
        "*",
        "*:*",
        "x" * 300,
        "a b " * 100,
        "\x00",
        "'; MATCH (n) DETACH DELETE n //",
        "//",
        "toy:",
        "§",
        "🙂",
    ],
)
async def test_no_text_is_a_query_language(world: Connection, text: str) -> None:
    assert len((await search(world, text)).items) <= 10


async def test_everything_is_not_found_by_a_star(world: Connection) -> None:
    assert await found(world, "*:*") == []


def test_words_are_cut_as_the_index_cuts_them() -> None:
    assert words("Łukasz O'Brien-Ørsted, GPT-3.5 何安 Straße!") == [
        "lukasz",
        "o'brien",
        "orsted",
        "gpt",
        "3.5",
        "何",
        "安",
        "strasse",
    ]
    assert fold("ÉTUDE") == "etude"


async def test_the_words_left_out_are_those_of_the_index(world: Connection) -> None:
    (row,) = await world.read(
        "CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer, stopwords "
        "WHERE analyzer = 'standard-folding' RETURN stopwords"
    )
    assert set(row["stopwords"]) == UNINDEXED


def test_queries_require_every_word_that_the_index_has() -> None:
    assert prefixes(["the", "he"]) == "(the^4 OR the*) +(he^4 OR he*)"
    assert prefixes(["the"]) == "+(the^4 OR the*)"
    assert prefixes(["yu", "he"]) == "+(yu^4 OR yu*) +(he^4 OR he*)"
    assert similar(["yu", "zhang", "rajbhandari"]) == (
        "+(yu^4 OR yu* OR yu~0) +(zhang^4 OR zhang* OR zhang~1) +(rajbhandari^4 OR rajbhandari* OR rajbhandari~2)"
    )
