"""The house: rooms, the direction of imports, the size of things."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def sources(*suffixes: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    return [ROOT / name for name in listed if name.endswith(suffixes) and (ROOT / name).exists()]


def test_imports_run_one_way() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_rooms_stand_where_they_should() -> None:
    for name in ("cypher", "graph", "loaders", "api", "web", "bench", "tests", "docs"):
        assert (ROOT / name).is_dir(), name


def test_no_file_outgrows_the_house() -> None:
    long = {
        str(p.relative_to(ROOT)): n
        for p in sources(".py", ".ts", ".tsx")
        if (n := len(p.read_text().splitlines())) > 400
    }
    assert not long


def test_cypher_text_stands_in_cypher_files_only() -> None:
    for path in sources(".py"):
        room = path.relative_to(ROOT).parts[0]
        if room in ("api", "loaders") or (room == "graph" and path.name not in ("connection.py",)):
            assert "MATCH (" not in path.read_text(encoding="utf-8"), path
