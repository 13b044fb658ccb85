"""The pure parts of the pages have tests of their own, in TypeScript."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_tests_of_the_pages_pass() -> None:
    done = subprocess.run(
        [sys.executable, "hatch_build.py", "test"], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
