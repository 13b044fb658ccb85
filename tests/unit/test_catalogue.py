"""Every query file keeps its contract, and a broken contract is named."""

import pytest

from graph.catalogue import CatalogueError, catalogue, parameters, parse, query

GOOD = """// Finds a person by id.
// mode: read
// param id: string
// returns: name
MATCH (p:Person {id: $id})
RETURN p.name AS name
"""


def test_every_file_of_the_project_keeps_its_contract() -> None:
    assert len(catalogue()) > 50


def test_a_file_is_read() -> None:
    found = parse("read/person", GOOD)
    assert (found.mode, found.params, found.returns) == ("read", {"id": "string"}, ("name",))
    assert found.purpose == "Finds a person by id."
    assert found.text.startswith("MATCH")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("// Finds a person by id.\n", ""), "sentence of purpose"),
        (("mode: read", "mode: sometimes"), "'mode' must be one of"),
        (("// param id: string\n", ""), "undeclared parameters: id"),
        (("$id", "'x'"), "declared but unused parameters: id"),
        (("id: string", "id: text"), "unknown type 'text'"),
        (("// returns: name\n", ""), "what the query returns"),
        (("// mode: read\n", "// mode: read\n// mode: read\n"), "declared twice"),
    ],
)
def test_a_broken_contract_is_named(change: tuple[str, str], said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        parse("read/person", GOOD.replace(*change))


def test_a_file_without_query() -> None:
    with pytest.raises(CatalogueError, match="holds no query"):
        parse("read/none", "// Does nothing.\n// mode: read\n// returns: x\n")


def test_parameters_in_strings_and_comments_do_not_count() -> None:
    text = "RETURN '$a', \"$b\", `$c`, $d // $e\n/* $f */ + $g"
    assert parameters(text) == {"d", "g"}


def test_an_unknown_name() -> None:
    with pytest.raises(CatalogueError, match="no query called 'read/nothing'"):
        query("read/nothing")
