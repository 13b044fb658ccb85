"""The documentation says what the code says."""

import re
from pathlib import Path

import pytest

from docs.generate import TARGETS
from graph.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", TARGETS, ids=lambda path: path.name)
def test_a_generated_page_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == TARGETS[path](), f"{path.name} is stale: run `make docs`"


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
