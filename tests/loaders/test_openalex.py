"""OpenAlex in its three shapes, and its taxonomy; the works are real, their abstracts cut to a few words."""

import gzip
import lzma
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from graph.errors import LoadInputError
from graph.models import AnyRecord, InstitutionRecord, PaperRecord, PersonRecord, TopicRecord
from loaders.openalex import OpenAlexSource, OpenAlexTopicsSource
from loaders.openalex_records import abstract_text, title_text
from loaders.source import Item, Reject

DATA = Path(__file__).parent / "data"


def _items(name: str) -> list[Item | Reject]:
    return list(OpenAlexSource([DATA / name]).items())


def _records(name: str) -> dict[str, AnyRecord]:
    """Return the record of every id; an object of its own wins over what works mention."""
    found = [record for item in _items(name) if isinstance(item, Item) for record in item.records]
    return {record.id: record for record in sorted(found, key=lambda record: not record.embedded)}


def _paper(name: str, identifier: str) -> PaperRecord:
    record = _records(name)[identifier]
    assert isinstance(record, PaperRecord)
    return record


def test_a_work_of_2023() -> None:
    paper = _paper("openalex_2023.jsonl", "openalex:W10002689")
    assert paper.title == "The effect of a dopamine agonist on dysarthric speech production A case study"
    assert paper.ids == ("doi:10.1016/s0021-9924(01)00058-2",)
    assert (paper.year, paper.year_basis, paper.date) == (2001, "publication", "2001-09-01")
    assert (paper.type, paper.venue, paper.citations) == ("journal-article", "Journal of Communication Disorders", 2)
    assert (paper.open_access, paper.retracted, paper.license) == (False, False, None)
    assert paper.abstract == "The effect of Permax (pergolide mesylate),"
    assert paper.updated == datetime(2023, 3, 15, 3, 23, 53, 720711, UTC)
    [author] = paper.authors
    assert (author.name, author.person, author.position) == ("Monica A. McHenry", "openalex:A2143509087", 1)
    assert author.institutions == ("openalex:I2801247534",)
    assert author.raw_affiliation is not None
    assert author.raw_affiliation.startswith("Transitional Learning Center, Department of")
    assert next((each.topic, each.score, each.primary) for each in paper.topics) == (
        "openalex:C15744967",
        0.8132962,
        False,
    )


def test_what_a_work_mentions_is_embedded_and_comes_first() -> None:
    item = _items("openalex_2023.jsonl")[0]
    assert isinstance(item, Item)
    assert item.place == "openalex_2023.jsonl:1"
    assert [record.kind for record in item.records] == ["Institution", "Topic", "Topic", "Topic", "Person", "Paper"]
    assert [record.embedded for record in item.records] == [True] * 5 + [False]
    institution, concept = item.records[0], item.records[1]
    assert isinstance(institution, InstitutionRecord)
    assert (institution.ids, institution.country, institution.types) == (("ror:02f8ah997",), "US", ("nonprofit",))
    assert isinstance(concept, TopicRecord)
    assert (concept.name, concept.scheme, concept.level) == ("Psychology", "openalex-concepts", "concept")


def test_bylines_with_gaps() -> None:
    papers = [record for record in _records("openalex_2023.jsonl").values() if isinstance(record, PaperRecord)]
    assert all([each.position for each in paper.authors] == list(range(1, len(paper.authors) + 1)) for paper in papers)
    without_id = _paper("openalex_2023.jsonl", "openalex:W147282538")
    assert len(without_id.authors) == 4
    assert any(each.person is None and each.name for each in without_id.authors)
    twice = _paper("openalex_2023.jsonl", "openalex:W1958667601")
    people = [each.person for each in twice.authors]
    assert len(people) == len(set(people)) == 5
    assert _paper("openalex_2023.jsonl", "openalex:W4211256572").authors == ()
    assert _paper("openalex_2023.jsonl", "openalex:W1599601452").title is None
    cut = _paper("openalex_2023.jsonl", "openalex:W2512118283")
    assert cut.author_count is None
    assert cut.note is not None
    assert cut.note.startswith("OpenAlex lists only the first")
    assert _paper("openalex_2023.jsonl", "openalex:W4237923007").retracted is True


def test_works_of_2022() -> None:
    paper = _paper("openalex_2022.json", "openalex:W3172069385")
    assert "arxiv:2105.14742" in paper.ids
    assert paper.venue == "arXiv: Machine Learning"
    assert paper.license == "cc-by"
    assert [item.place for item in _items("openalex_2022.json")] == ["openalex_2022.json:1:1", "openalex_2022.json:1:2"]


def test_recorded_exchanges_of_2024() -> None:
    records = _records("openalex_2024.json")
    person = records["openalex:A5015201707"]
    assert isinstance(person, PersonRecord)
    assert (person.name, person.names) == ("Sergio Iván Ramírez Cacho", ("Sergio Ivan Ramirez Cacho",))
    assert person.ids == ("orcid:0000-0003-0822-9873",)
    institution = records["openalex:I916541031"]
    assert isinstance(institution, InstitutionRecord)
    assert (institution.embedded, institution.city, institution.country) == (False, "Colima", "MX")
    assert institution.ids == ("ror:04znxe670",)
    paper = _paper("openalex_2024.json", "openalex:W2906496211")
    assert [(each.topic, each.score, each.primary) for each in paper.topics] == [
        ("openalex:T13509", 0.991, True),
        ("openalex:T14239", 0.9085, False),
    ]
    assert paper.language == "es"
    topic = records["openalex:T13509"]
    assert isinstance(topic, TopicRecord)
    assert (topic.scheme, topic.level, topic.parents) == ("openalex", "topic", ("openalex:subfields/1402",))
    field = records["openalex:fields/14"]
    assert isinstance(field, TopicRecord)
    assert (field.level, field.parents) == ("field", ("openalex:domains/2",))


def test_what_is_not_loaded_is_rejected_by_name() -> None:
    [venue] = [item for item in _items("openalex_2024.json") if isinstance(item, Reject)]
    assert re.fullmatch(r"https://openalex.org/S\d+ is no work, author, institution or topic: .*\.", venue.reason)


def test_packed_files_say_the_same(tmp_path: Path) -> None:
    plain = (DATA / "openalex_2023.jsonl").read_bytes()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(plain))
    (tmp_path / "b.jsonl.xz").write_bytes(lzma.compress(plain))
    (tmp_path / "part_000").write_bytes(plain)
    expected = [item.records for item in _items("openalex_2023.jsonl") if isinstance(item, Item)]
    for path in tmp_path.iterdir():
        assert [item.records for item in OpenAlexSource([path]).items() if isinstance(item, Item)] == expected
    assert OpenAlexSource([DATA / "openalex_2023.jsonl"]).total == len(expected)
    assert OpenAlexSource(list(tmp_path.iterdir())).total is None


def test_a_cut_file_gives_what_it_has_then_says_so(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    packed = gzip.compress((DATA / "openalex_2023.jsonl").read_bytes() * 300)
    path.write_bytes(packed[: len(packed) * 3 // 4])
    items = OpenAlexSource([path]).items()
    assert isinstance(next(items), Item)
    with pytest.raises(LoadInputError, match=r"cut\.jsonl\.gz is damaged or cut short"):
        list(items)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            b'{"id": "https://openalex.org/W1", "title": 5}',
            r"not the JSON of an OpenAlex object: Expected `str \| null`",
        ),
        (b'{"id": "https://openalex.org/W1", "publication_year": 99999}', r"year: .*less than or equal to 2200"),
        (b'{"id": "https://openalex.org/W1", "updated_date": "soon"}', r"soon"),
        (b'{"id": "https://openalex.org/W1"', r"not the JSON of an OpenAlex object: .*truncated"),
        (b'{"error": "no such thing"}', r"An object without id is no work"),
        (b"\xff\xfe", r"not the JSON"),
        (b"7", r"not the JSON"),
        (b"[" * 5000, r"nested too deeply"),
    ],
)
def test_wrong_shapes_are_rejected_and_the_load_goes_on(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "w.jsonl"
    path.write_bytes(b'{"id": "https://openalex.org/W1"}\n\n' + line + b'\n{"id": "https://openalex.org/W2"}\n')
    first, bad, last = OpenAlexSource([path]).items()
    assert isinstance(first, Item)
    assert isinstance(bad, Reject)
    assert isinstance(last, Item)
    assert re.search(reason, bad.reason)
    assert bad.place == "w.jsonl:3"
    assert (first.records[0].id, last.records[0].id) == ("openalex:W1", "openalex:W2")


def test_an_institution_with_an_empty_country_does_not_cost_the_work(tmp_path: Path) -> None:
    path = tmp_path / "w.jsonl"
    place = b'{"id": "https://openalex.org/I1", "display_name": "Place", "country_code": ""}'
    path.write_bytes(
        b'{"id": "https://openalex.org/W1", "authorships": [{"author": {"display_name": "Name"}, "institutions": ['
        + place
        + b"]}]}\n"
        + place.replace(b'""', b'"", "geo": {"country_code": ""}')
        + b"\n"
    )
    work, alone = OpenAlexSource([path]).items()
    assert isinstance(work, Item)
    assert isinstance(alone, Item)
    for record in (work.records[0], alone.records[0]):
        assert isinstance(record, InstitutionRecord)
        assert record.country is None


def test_the_nobody_of_openalex_is_no_person(tmp_path: Path) -> None:
    path = tmp_path / "w.jsonl"
    slot = b'{"author": {"id": "https://openalex.org/A9999999999", "display_name": null}, "raw_author_name": "p1"}'
    path.write_bytes(b'{"id": "https://openalex.org/W1", "authorships": [' + slot + b"," + slot + b"]}\n")
    [item] = OpenAlexSource([path]).items()
    assert isinstance(item, Item)
    [paper] = item.records
    assert isinstance(paper, PaperRecord)
    assert [(each.name, each.person) for each in paper.authors] == [("p1", None), ("p1", None)]


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Tissue Maturation from<i>In Vitro</i>to<i>In Vivo</i>", "Tissue Maturation from In Vitro to In Vivo"),
        ("GABA<sub>A</sub>receptor, T<sub>1ρ</sub> and <scp>ACE</scp> 910", "GABAAreceptor, T1ρ and ACE 910"),
        ("Diabetes Mellitus&lt;SUBTITLE&gt;A Trial&lt;/SUBTITLE&gt;", "Diabetes Mellitus: A Trial"),
        ("a 3 < 4 &amp;ndash; b &gt; c", "a 3 < 4 – b > c"),
        ("<i>K</i>-means of $O(n^2)$ <mml:math><mml:mi>x</mml:mi></mml:math>", "K-means of $O(n^2)$ x"),
        (r"Pl\"ucker coordinates", "Plücker coordinates"),
        ("", None),
        (None, None),
    ],
)
def test_titles_lose_their_markup(title: str | None, plain: str | None) -> None:
    assert title_text(title) == plain


def test_abstracts_are_put_together_from_their_index() -> None:
    assert abstract_text(b'{"b": [1, 3], "a": [0], "c": [900000000]}') == "a b b c"
    assert [abstract_text(each) for each in (b"{}", b"null", b"")] == [None, None, None]
    with pytest.raises(msgspec.ValidationError):
        abstract_text(b'{"a": "first"}')


def test_the_taxonomy(tmp_path: Path) -> None:
    path = tmp_path / "topics.csv"
    path.write_text(
        "topic_id,old_topic_label,new_topic_label,subfield_id,subfield_name,field_id,field_name,domain_id,domain_name,"
        "keywords,summary,wikipedia_url\n"
        "10001,x,Geological and Geochemical Analysis,1908,Geophysics,19,Earth and Planetary Sciences,3,"
        'Physical Sciences,Zircon,"Rocks, and more",\n'
        "10002,x,,1908,Geophysics,19,Earth and Planetary Sciences,3,Physical Sciences,,,\n"
    )
    item, nameless = OpenAlexTopicsSource(path).items()
    assert isinstance(item, Item)
    assert [(record.id, record.embedded) for record in item.records] == [
        ("openalex:domains/3", True),
        ("openalex:fields/19", True),
        ("openalex:subfields/1908", True),
        ("openalex:T10001", False),
    ]
    topic = item.records[-1]
    assert isinstance(topic, TopicRecord)
    assert topic.description == "Rocks, and more"
    assert isinstance(nameless, Reject)
    path.write_text("a,b\n1,2\n")
    with pytest.raises(LoadInputError, match="has no column topic_id"):
        list(OpenAlexTopicsSource(path).items())


@pytest.mark.data
def test_the_real_works_of_2023(real_data: Path) -> None:
    """The counts of the data's README; 20 of its references lead from a work to itself and are left out."""
    path = next((real_data / "openalex" / "synergy-v1").glob("works.jsonl*"))
    count: Counter[str] = Counter()
    cited: list[str] = []
    works: set[str] = set()
    for item in OpenAlexSource([path]).items():
        assert isinstance(item, Item)
        paper = item.records[-1]
        assert isinstance(paper, PaperRecord)
        works.add(paper.id)
        cited += [each.id for each in paper.references]
        count["without author id"] += sum(each.person is None for each in paper.authors)
        count["without authors"] += not paper.authors
        count["without title"] += paper.title is None
        count["capped"] += paper.note is not None
    assert len(works) == 7233
    assert count == {"without author id": 745, "without authors": 80, "without title": 14, "capped": 2}
    assert len(cited) == 248_910 - 20
    assert sum(each in works for each in cited) == 20_306 - 20


@pytest.mark.data
def test_the_other_real_files(real_data: Path) -> None:
    folder = real_data / "openalex"
    files = [*sorted((folder / "works-legacy-2022").glob("*.json")), *sorted((folder / "api-responses").glob("*.json"))]
    items = list(OpenAlexSource(files).items())
    kinds = Counter(item.records[-1].kind for item in items if isinstance(item, Item))
    assert kinds["Paper"] == 410 + 42 + 42 + 44 + 48
    assert {item.reason.split("/")[3][0] for item in items if isinstance(item, Reject)} == {"S"}
    topics = list(OpenAlexTopicsSource(folder / "topics" / "openalex_topics.csv").items())
    assert len(topics) == 4516
    assert all(isinstance(item, Item) for item in topics)
