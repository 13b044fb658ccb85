"""The ACL Anthology's papers and people: ids, markup, names, both lists of people, and broken input."""

import os
import shutil
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree

from graph.errors import LoadInputError
from graph.models import PaperRecord, PersonRecord
from loaders.acl import AclSource
from loaders.acl_people import People, slug
from loaders.markup import plain_text
from loaders.source import Item, Reject

FOLDER = Path(__file__).parent / "data" / "acl"
REAL = os.environ.get("BZPEER_TEST_DATA")
ZHEJIANG = "ror:00a2xv884"

Records = tuple[dict[str, PersonRecord], dict[str, PaperRecord], list[Reject]]


def read(folder: Path, institutions: dict[str, str] | None = None) -> Records:
    people, papers, rejects = {}, {}, []
    for item in AclSource(folder, institutions or {}).items():
        if isinstance(item, Reject):
            rejects.append(item)
            continue
        (record,) = item.records
        if isinstance(record, PersonRecord):
            people[record.id] = record
        elif isinstance(record, PaperRecord):
            papers[record.id] = record
    return people, papers, rejects


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "acl"))


@pytest.fixture(scope="module")
def toy() -> Records:
    return read(FOLDER, {"zhejiang university": ZHEJIANG})


def test_ids_are_those_of_the_anthology(toy: Records) -> None:
    _, papers, rejects = toy
    assert rejects == []
    assert set(papers) == {
        "acl:P04-1001",
        "acl:C69-0101",
        "acl:J75-1001",
        "acl:D12-1059",
        "acl:D19-5001",
        "acl:2020.acl-main.1",
        "acl:2020.acl-main.563",
        "acl:2020.ccl-1.1",
        "acl:2021.emnlp-main.357",
        "acl:2022.emnlp-main.1",
    }


def test_a_paper_has_its_volume_s_facts(toy: Records) -> None:
    paper = toy[1]["acl:P04-1001"]
    assert paper.title == "Optimization in Multimodal Interpretation"
    assert paper.venue == (
        "Proceedings of the 42nd Annual Meeting of the Association for Computational Linguistics (ACL-04)"
    )
    assert (paper.year, paper.year_basis, paper.date) == (2004, "publication", "2004-07")
    assert paper.ids == ("doi:10.3115/1218955.1218956",)
    assert (paper.type, paper.license, paper.open_access) == ("proceedings-article", None, True)
    assert paper.url == "https://aclanthology.org/P04-1001/"
    assert [(author.position, author.name, author.person) for author in paper.authors] == [
        (1, "Joyce Y. Chai", "acl:person/joyce-chai"),
        (2, "Pengyu Hong", "acl:person/pengyu-hong"),
        (3, "Michelle X. Zhou", "acl:person/michelle-x-zhou"),
        (4, "Zahar Prasov", "acl:person/zahar-prasov"),
    ]


def test_a_journal_article_without_author_keeps_its_journal(toy: Records) -> None:
    paper = toy[1]["acl:J75-1001"]
    assert (paper.type, paper.venue) == ("article", "American Journal of Computational Linguistics")
    assert paper.title == "The FINITE STRING, Volume 12, Number 1"
    assert paper.authors == ()


def test_a_retraction_is_marked_with_its_reason(toy: Records) -> None:
    paper = toy[1]["acl:2020.acl-main.563"]
    assert paper.retracted is True
    assert paper.note == "Retracted 2020-09-01: The authors found an error in their experimental systems."
    assert paper.versions == ("v1", "v2 2020-09-01")
    assert toy[1]["acl:2020.acl-main.1"].retracted is None


def test_the_licence_is_stated_for_the_acl_s_own_volumes_only(toy: Records) -> None:
    _, papers, _ = toy
    assert papers["acl:2020.acl-main.1"].license == "CC BY 4.0"
    assert papers["acl:2020.ccl-1.1"].license is None


def test_affiliations_are_matched_by_exact_name_only(toy: Records) -> None:
    authors = toy[1]["acl:2022.emnlp-main.1"].authors
    assert [author.raw_affiliation for author in authors] == [
        "Zhejiang University",
        "Zhejiang University",
        "Alibaba Group",
        "Zhejiang University",
    ]
    assert [author.institutions for author in authors] == [(ZHEJIANG,), (ZHEJIANG,), (), (ZHEJIANG,)]


def test_people_have_all_their_names(toy: Records) -> None:
    people, _, _ = toy
    assert people["acl:person/joyce-chai"].name == "Joyce Chai"
    assert people["acl:person/joyce-chai"].names == ("Joyce Yue Chai", "Joyce Y. Chai")
    assert people["acl:person/igor-melcuk"].names == ("I. A. Mel’čuk",)
    assert people["acl:person/yu-wang"].names == ("王昱",)
    assert people["acl:person/mausam"].name == "Mausam"
    assert "acl:person/yang-liu-hk" not in people, "someone without a paper is not sent"


def test_names_that_differ_in_accents_only_are_one_person(toy: Records) -> None:
    people, papers, _ = toy
    assert people["acl:person/grzegorz-chrupala"].name == "Grzegorz Chrupała"
    assert people["acl:person/grzegorz-chrupala"].names == ("Grzegorz Chrupala",)
    assert papers["acl:D12-1059"].authors[1].name == "Grzegorz Chrupala"


def test_people_come_before_papers_and_the_total_is_right() -> None:
    source = AclSource(FOLDER, {})
    items = list(source.items())
    kinds = [type(item.records[-1]) for item in items if isinstance(item, Item)]
    assert kinds == sorted(kinds, key=lambda kind: kind is PaperRecord)
    assert len(items) == source.total
    assert [item.place for item in items] == [item.place for item in AclSource(FOLDER, {}).items()]


def test_a_name_of_several_listed_people_without_an_id_is_none_of_them() -> None:
    people = People(FOLDER / "yaml")
    assert people.key(None, "Yang Liu") == "yang-liu/unverified"
    assert people.key("yang-liu-hk", "Yang Liu") == "yang-liu-hk"
    assert people.key(None, "Joyce Yue Chai") == "joyce-chai"
    assert people.key(None, "Jie Zhou") == "jie-zhou"


def test_the_newer_list_of_people_has_verified_people_and_orcids(copy: Path) -> None:
    (copy / "yaml" / "people.yaml").write_text(
        "adam-lopez:\n"
        "  names:\n"
        "  - {first: Adam, last: Lopez}\n"
        "  orcid: 0000-0002-1533-9424\n"
        "abdul-aziz:\n"
        "  names:\n"
        "  - {first: Abdul, last: Aziz}\n"
        "abdul-aziz-2158:\n"
        "  names:\n"
        "  - {first: Abdul, last: Aziz}\n"
        "abhinav-gupta-mila:\n"
        "  comment: MILA\n"
        "  disable_name_matching: true\n"
        "  names:\n"
        "  - {first: Abhinav, last: Gupta}\n"
        "adam-liska:\n"
        "  names:\n"
        "  - {first: Adam, last: Liška}\n",
        encoding="utf-8",
    )
    listed = People(copy / "yaml")
    assert listed.key(None, "Abdul Aziz") == "abdul-aziz/unverified", "two people of this name"
    assert listed.key("abdul-aziz-2158", "Abdul Aziz") == "abdul-aziz-2158"
    assert listed.key(None, "Abhinav Gupta") == "abhinav-gupta/unverified", "he does not want matching by name"
    assert listed.key("abhinav-gupta-mila", "Abhinav Gupta") == "abhinav-gupta-mila"
    assert listed.key(None, "ADAM Liska") == "adam-liska"
    assert listed.key(None, "Joyce Y. Chai") == "joyce-y-chai/unverified", "name_variants.yaml no longer counts"
    listed.add("adam-lopez", "A. Lopez", (), None)
    ((key, person),) = listed.used()
    record = person.record(key)
    assert (record.name, record.names) == ("Adam Lopez", ("A. Lopez",))
    assert record.ids == ("orcid:0000-0002-1533-9424",)
    _, papers, _ = read(copy)
    assert papers["acl:2020.acl-main.1"].authors[0].person == "acl:person/lieke-gelderloos/unverified"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tree Grammars (= <fixed-case>Δ</fixed-case>-Grammars)", "Tree Grammars (= Δ-Grammars)"),
        ("<tex-math>k</tex-math><fixed-case>F</fixed-case>olden: <tex-math>k</tex-math>-Fold", "$k$Folden: $k$-Fold"),
        ("Using <tex-math>\\lambda</tex-math>-<fixed-case>DRT</fixed-case>", "Using $\\lambda$-DRT"),
        (
            "<b>Invited <i>Talk</i>:</b> on\n      <url>https://aclanthology.org</url>",
            "Invited Talk: on https://aclanthology.org",
        ),
        ("A <!-- comment --> B &amp; C &lt; D", "A B & C < D"),
        ("  ", ""),
    ],
)
def test_markup_becomes_plain_text(text: str, expected: str) -> None:
    assert plain_text(etree.fromstring(f"<title>{text}</title>")) == expected


def test_slugs() -> None:
    assert slug("Grzegorz Chrupała") == "grzegorz-chrupala"
    assert slug("Emily T. Prud’hommeaux") == "emily-t-prud-hommeaux"
    assert slug("  J.  K. ") == "j-k"


def test_a_file_that_breaks_off_gives_its_whole_papers_and_one_reject(copy: Path) -> None:
    path = copy / "xml" / "2020.acl.xml"
    path.write_text(path.read_text(encoding="utf-8").split("<revision")[0], encoding="utf-8")
    _, papers, rejects = read(copy)
    assert "acl:2020.acl-main.1" in papers
    assert "acl:P04-1001" in papers
    assert [reject.place for reject in rejects] == ["2020.acl.xml:after main.1"]
    assert "breaks off" in rejects[0].reason
    assert len(list(AclSource(copy, {}).items())) == AclSource(copy, {}).total


def test_a_record_that_cannot_be_read_is_rejected_with_its_text(copy: Path) -> None:
    path = copy / "xml" / "P04.xml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("<year>2004</year>", "<year>unknown</year>"), encoding="utf-8")
    _, papers, rejects = read(copy)
    assert "acl:P04-1001" not in papers
    assert [reject.place for reject in rejects] == ["P04.xml:1.1"]
    assert "Optimization in Multimodal Interpretation" in rejects[0].raw
    path.write_text(good.replace('<paper id="1">', "<paper>"), encoding="utf-8")
    assert read(copy)[2][0].reason == "the paper has no id"


def test_entities_and_network_are_not_followed(copy: Path) -> None:
    secret = copy / "secret.txt"
    secret.write_text("secret")
    path = copy / "xml" / "C69.xml"
    text = path.read_text(encoding="utf-8").replace(
        "<collection", f'<!DOCTYPE collection [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>\n<collection', 1
    )
    path.write_text(text.replace("Tree Grammars", "Tree &leak; Grammars"), encoding="utf-8")
    _, papers, _ = read(copy)
    assert "secret" not in (papers["acl:C69-0101"].title or "")


def test_missing_or_broken_input_is_named(copy: Path) -> None:
    with pytest.raises(LoadInputError, match="xml is not a folder"):
        AclSource(copy / "yaml", {})
    (copy / "yaml" / "name_variants.yaml").write_text("- {canonical")
    with pytest.raises(LoadInputError, match=r"name_variants\.yaml is not valid YAML"):
        list(AclSource(copy, {}).items())
    (copy / "yaml" / "name_variants.yaml").write_text("- {first: Ada}")
    with pytest.raises(LoadInputError, match="not a list of people"):
        list(AclSource(copy, {}).items())


def test_a_checkout_of_the_anthology_will_do(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data")
    assert AclSource(tmp_path, {}).total == AclSource(FOLDER, {}).total


def test_the_key_changes_with_the_names(copy: Path) -> None:
    before = AclSource(copy, {}).key
    assert AclSource(copy, {}).key == before
    with (copy / "yaml" / "name_variants.yaml").open("a") as file:
        file.write("- canonical: {first: Zahar, last: Prasov}\n")
    assert AclSource(copy, {}).key != before


@pytest.mark.data
@pytest.mark.skipif(not REAL, reason="BZPEER_TEST_DATA names no folder of unpacked data")
def test_the_whole_anthology() -> None:
    people, papers, rejects = read(Path(str(REAL)) / "acl-anthology")
    slots = [author for paper in papers.values() for author in paper.authors]
    pairs = {
        pair
        for paper in papers.values()
        for pair in combinations(sorted({author.person for author in paper.authors if author.person}), 2)
    }
    assert rejects == []
    assert len(papers) == 81_347
    assert len(slots) == 261_872
    assert len(people) == 69_039
    assert len(pairs) == 322_216
    assert {author.person for author in slots} == set(people)
    assert sum(1 for paper in papers.values() if not paper.authors) == 717
    assert sum(1 for paper in papers.values() if paper.abstract) == 38_940
    assert sum(1 for paper in papers.values() if paper.retracted) == 10
    assert sum(1 for paper in papers.values() if len(paper.authors) > 30) == 27
    assert max(len(paper.authors) for paper in papers.values()) == 95
