"""The examples for analysts: what each says about the demo with its own example values."""

from typing import Any

import pytest

from graph.connection import Connection
from graph.console.gate import check
from graph.console.named import Named
from graph.console.run import Console
from graph.console.values import encode
from graph.settings import Settings
from graph.store import Store
from loaders.start import prepare
from tests.conftest import WIPE

NAMED = Named()
NAMES = [name for name in NAMED if NAMED.answer(name).group == "examples"]
# Of each example the number of rows and the first one.
FIRST: dict[str, Any] = {
    "bridges_between_topics": (10, ["demo:yuxiong-he", "Yuxiong He", 23, 5]),
    "citation_chains": (
        6,
        [
            [
                "ZeroQuant-V2: Exploring Post-training Quantization in LLMs from Comprehensive Study "
                "to Low Rank Compensation",
                "ZeroQuant: Efficient and Affordable Post-Training Quantization for Large-Scale Transformers",
                "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
                "GLUE: A Multi-Task Benchmark and Analysis Platform for Natural Language Understanding",
            ],
            [2023, 2022, 2018, 2018],
            3,
        ],
    ),
    "coauthors_of_a_person": (10, ["demo:zhewei-yao", "Zhewei Yao", 21, 2021, 2026]),
    "cocited_works": (
        10,
        [
            "demo:wang2018glue",
            "GLUE: A Multi-Task Benchmark and Analysis Platform for Natural Language Understanding",
            2018,
            14,
        ],
    ),
    "collaboration_by_country": (10, ["CN", "US", 2]),
    "coupled_works": (10, ["demo:bai2021binarybert", "BinaryBERT: Pushing the Limit of BERT Quantization", 2021, 3]),
    "first_collaborations_per_year": (13, [2010, 6]),
    "identifiers_by_scheme": (9, ["demo", "Person", 650]),
    "institutions_that_publish_together": (10, ["EleutherAI", "Brown University", 2]),
    "most_cited_works": (
        10,
        [
            "demo:devlin2018bert",
            "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
            2018,
            30,
            None,
        ],
    ),
    "most_productive_people": (10, ["demo:yuxiong-he", "Yuxiong He", 47, 113, 2010, 2026]),
    "movers_between_institutions": (
        10,
        [
            "demo:zhewei-yao",
            "Zhewei Yao",
            ["University of California, Berkeley (2019)", "Microsoft (2022)", "Snowflake (2025)"],
        ],
    ),
    "names_that_could_be_one": (
        10,
        [
            "Wang, Y",
            [
                {"name": "Yandan Wang", "id": "demo:yandan-wang"},
                {"name": "Yang Wang", "id": "demo:yang-wang"},
                {"name": "Ye Wang", "id": "demo:ye-wang"},
                {"name": "Yu Wang", "id": "demo:yu-wang"},
                {"name": "Yu-Xiang Wang", "id": "demo:yu-xiang-wang"},
                {"name": "Yu-Xiong Wang", "id": "demo:yu-xiong-wang"},
                {"name": "Yujing Wang", "id": "demo:yujing-wang"},
            ],
        ],
    ),
    "people_of_a_topic": (10, ["demo:yuxiong-he", "Yuxiong He", 23, 2026]),
    "people_of_an_institution": (10, ["demo:yuxiong-he", "Yuxiong He", "Microsoft", 2021, 2023, 5]),
    "published_with_both": (5, ["demo:mohammad-shoeybi", "Mohammad Shoeybi", 1, 2]),
    "reviewers_without_conflict": (10, ["demo:tong-zhang", "Tong Zhang", 4, 2019]),
    "rising_topics_of_an_institution": (10, ["openalex:T10181", "Natural Language Processing Techniques", 0, 7]),
    "search_people": (1, ["demo:yuxiong-he", "Yuxiong He", 47]),
    "shortest_ways_between_people": (5, [["Yuxiong He", "Bryan Catanzaro", "Raul Puri"], 2]),
    "stated_and_inferred_citations": (2, ["inferred", 122]),
    "strongest_pairs": (10, ["demo:yuxiong-he", "Yuxiong He", "demo:zhewei-yao", "Zhewei Yao", 21, 2021, 2026]),
    "team_sizes": (13, [2010, 1, 4.0, 4, 4]),
    "topic_drift_of_a_person": (54, [2010, "Data Structures and Algorithms", 1]),
    "topics_that_meet": (10, ["Advanced Neural Network Applications", "Natural Language Processing Techniques", 30]),
    "who_introduced_whom": (10, ["demo:samyam-rajbhandari", "Samyam Rajbhandari", 58]),
    "whole_and_fractional_counting": (10, ["demo:yuxiong-he", "Yuxiong He", 47, 8.728]),
    "works_of_few": (
        10,
        [
            "demo:kwon2023vllm",
            "Efficient Memory Management for Large Language Model Serving with PagedAttention",
            2023,
            ["Woosuk Kwon", "Zhuohan Li"],
        ],
    ),
    "works_of_two_people": (
        10,
        ["demo:han2026r3sql", "R$^3$-SQL: Ranking Reward and Resampling for Text-to-SQL", 2026],
    ),
    "works_per_year": (24, [2010, "preprint", 1]),
}


@pytest.fixture(scope="module")
async def demo(server: Store, settings: Settings) -> Connection:
    """A connection to the demo, loaded once; tests only read."""
    await server.connection.implicit(WIPE)
    await prepare(server, settings, lambda *_, **__: None)
    return server.connection


def test_there_are_enough() -> None:
    assert len(NAMES) >= 25
    assert set(FIRST) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_what_to_try_it_with_and_passes_the_gate(name: str) -> None:
    query = NAMED.find(name)
    assert query.examples.keys() == query.params.keys()
    assert query.purpose.endswith(".")
    check(query.text)


@pytest.mark.parametrize("name", NAMES)
async def test_an_example_answers_about_the_demo(demo: Connection, name: str) -> None:
    query = NAMED.find(name)
    async with Console(demo).run(query.text, query.examples) as result:
        rows = [encode(row) async for row in result.rows()]
    assert tuple(result.fields) == query.returns
    number, first = FIRST[name]
    assert len(rows) == number
    assert rows[0] == first
