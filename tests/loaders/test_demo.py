"""The demo file holds what it promises, and every record of it is valid."""

import re
from collections import Counter

import pytest

from graph.models import InstitutionRecord, PaperRecord, PersonRecord, TopicRecord
from loaders.demo import FILE, DemoSource
from loaders.source import Item

HER = "demo:yuxiong-he"


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return list(DemoSource().items())


@pytest.fixture(scope="module")
def papers(items: list[Item]) -> dict[str, PaperRecord]:
    return {each.id: each for item in items for each in item.records if isinstance(each, PaperRecord)}


def test_the_total_is_the_number_of_items(items: list[Item]) -> None:
    assert len(items) == DemoSource().total
    assert len({item.place for item in items}) == len(items)


def test_there_are_162_works_650_people_51_institutions(items: list[Item], papers: dict[str, PaperRecord]) -> None:
    records = {each.id: each for item in items for each in item.records}
    kinds = Counter(type(each) for each in records.values())
    assert len(papers) == 162
    assert kinds[PersonRecord] == 650
    assert kinds[InstitutionRecord] == 51
    assert sum(1 for each in records.values() if isinstance(each, TopicRecord) and each.level == "topic") == 27


def test_she_has_47_works_and_113_coauthors(papers: dict[str, PaperRecord]) -> None:
    hers = [each for each in papers.values() if HER in {author.person for author in each.authors}]
    together = Counter(author.person for paper in hers for author in paper.authors if author.person != HER)
    assert len(hers) == 47
    assert len(together) == 113
    assert sum(1 for papers_together in together.values() if papers_together >= 2) == 39
    assert sum(1 for papers_together in together.values() if papers_together >= 5) == 13


def test_the_15_works_of_the_page_have_a_summary_and_six_categories(papers: dict[str, PaperRecord]) -> None:
    page = [each for each in papers.values() if each.summary]
    assert len(page) == 15
    assert all(HER in {author.person for author in each.authors} for each in page)
    categories = {link.topic for paper in page for link in paper.topics if link.topic.startswith("arxivclass:")}
    assert categories == {f"arxivclass:{code}" for code in ("cs.LG", "cs.CL", "cs.AI", "cs.DC", "cs.SE", "stat.ML")}
    assert {each.id for each in page if each.revised_year} == {
        "demo:yao2025arctic",
        "demo:yao2021leap",
        "demo:rajbhandari2019zero",
    }


def test_142_citations_of_which_20_are_stated(papers: dict[str, PaperRecord]) -> None:
    references = [each for paper in papers.values() for each in paper.references]
    assert Counter(each.basis for each in references) == {"stated": 20, "inferred": 122}
    assert {each.id for each in references} <= set(papers)
    assert all(each.evidence for each in references)


def test_everything_that_is_named_is_sent_before_it(items: list[Item]) -> None:
    sent: set[str] = set()
    for item in items:
        for record in item.records:
            if isinstance(record, TopicRecord):
                assert set(record.parents) <= sent
            if isinstance(record, PaperRecord):
                named = {author.person for author in record.authors if author.person}
                named |= {each for author in record.authors for each in author.institutions}
                named |= {link.topic for link in record.topics}
                assert named <= sent
            sent.add(record.id)


def test_one_id_is_one_name(items: list[Item]) -> None:
    names = {(each.id, each.name) for item in items for each in item.records if isinstance(each, PersonRecord)}
    assert len(names) == len({id for id, _ in names}) == len({name for _, name in names})


def test_179_slots_state_an_affiliation(papers: dict[str, PaperRecord]) -> None:
    slots = [author for paper in papers.values() for author in paper.authors]
    assert len(slots) == 1116
    assert sum(1 for slot in slots if slot.institutions) == 179


def test_each_work_says_where_it_was_seen_and_holds_no_abstract(papers: dict[str, PaperRecord]) -> None:
    assert all("Seen at: " in (each.note or "") for each in papers.values())
    assert not [each.id for each in papers.values() if each.abstract]
    assert "incomplete" in (papers["demo:kwon2023vllm"].note or "")


def test_no_email_address_is_shipped() -> None:
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", FILE.read_text()) == []


def test_the_key_is_stable() -> None:
    assert DemoSource().key == DemoSource().key
    assert DemoSource().name == "demo"
