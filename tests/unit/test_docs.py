"""The documentation says what the code says."""

import re
from pathlib import Path

import pytest

from docs.generate import TARGETS, TYPES
from docs.typescript import files, typescript
from graph import answers
from graph.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", TARGETS, ids=lambda path: path.name)
def test_a_generated_page_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == TARGETS[path](), f"{path.name} is stale: run `make docs`"


def test_every_answer_has_its_type_and_no_other_file_is_beside_them() -> None:
    assert {path.name for path in TYPES.iterdir()} == files().keys()
    text = "\n".join(files().values())
    written = set(re.findall(r"^export (?:interface|type) (\w+)", text, re.MULTILINE))
    assert set(answers.__all__) - {"Answer"} <= written
    assert "export interface Seeds" in files()["questions.ts"]


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        ({"type": "integer"}, "number"),
        ({}, "unknown"),
        ({"const": "a"}, '"a"'),
        ({"type": "string", "enum": ["Topic", "Paper", "Person", "Institution"]}, "Kind"),
        ({"anyOf": [{"$ref": "#/components/schemas/Ref"}, {"type": "null"}]}, "Ref | null"),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, '("a" | "b")[]'),
        ({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}]}, "[string, number]"),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "Record<string, number>"),
        ({"type": "object", "additionalProperties": True}, "Record<string, unknown>"),
        (
            {
                "type": "object",
                "propertyNames": {"enum": ["Person", "Paper", "Topic", "Institution"]},
                "additionalProperties": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            },
            "Partial<Record<Kind, string | null>>",
        ),
    ],
)
def test_a_schema_as_a_type(schema: dict[str, object], written: str) -> None:
    assert typescript(schema) == written


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        assert field.description
        assert f"`{PREFIX}{name.upper()}`" in page
        assert f"{PREFIX}{name.upper()}=" in example


def test_no_text_names_a_setting_that_does_not_exist() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {
        "BZPEER_TEST_DATA",
        "BZPEER_NEO4J_IMAGE",
        "BZPEER_PYTHON_IMAGE",
    }
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "docker-compose.yml", ROOT / "Dockerfile"]:
        named = set(re.findall(r"BZPEER_[A-Z0-9_]*[A-Z0-9]", path.read_text(encoding="utf-8")))
        assert named <= known | {"BZPEER_NEO4J", "BZPEER_"}, f"{path.name}: {sorted(named - known)}"


def test_every_make_target_is_named_in_the_readme() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {"run", "test", "lint", "types", "web", "bench", "soak", "load", "lock", "clean"} <= set(targets)
    for target in ("run", "test", "load", "bench"):
        assert f"make {target}" in readme
