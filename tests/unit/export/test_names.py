"""Names in parts, as a bibliography wants them."""

import pytest

from graph.export.names import Name, name


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Ada Lovelace", Name("Lovelace", "Ada")),
        ("José L. García-Molina", Name("García-Molina", "José L.")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", "van")),
        ("Maria von der Leyen", Name("Leyen", "Maria", "von der")),
        ("Giovanni Da San", Name("Da San", "Giovanni")),
        ("Benjamin Van Durme", Name("Van Durme", "Benjamin")),
        ("José Ortega y Gasset", Name("Ortega y Gasset", "José")),
        ("Van Nguyen", Name("Nguyen", "Van")),
        ("Martin Luther King Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("John Doe, Jr.", Name("Doe", "John", suffix="Jr.")),
        ("Henry Ford III", Name("Ford", "Henry", suffix="III")),
        ("van Gogh, Vincent", Name("Gogh", "Vincent", "van")),
        ("Plato", Name("Plato")),
        ("何安", Name("何安")),
        ("김 철수", Name("김 철수")),
        ("محمد علي", Name("علي", "محمد")),
        ("NLLB Team", Name("NLLB Team")),
        ("Smith and Sons", Name("Smith and Sons")),
        ("a, b, c", Name("a, b, c")),
        (",", Name(",")),
    ],
)
def test_a_name_in_parts(printed: str, parts: Name) -> None:
    assert name(printed) == parts
    assert name(printed).whole == (not parts.given)
