"""All real data packages in one graph of their own, loaded once per run; `BZPEER_TEST_DATA` names their folder."""

import os
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.connection import Connection
from graph.store import open_store
from loaders.acl import AclSource
from loaders.arxiv import ArxivSource
from loaders.institution_names import institution_names
from loaders.openalex import OpenAlexSource, OpenAlexTopicsSource
from loaders.pipeline import Options, load
from loaders.ror import RorSource
from loaders.source import Source
from loaders.tally import Outcome
from tests.conftest import settings_for
from tests.data.reference import Heard, Reference

NAMES = ("ror", "acl", "topics", "works 2022", "works 2023", "recordings", "arxiv")
"""The loads, in their order."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.data)


@pytest.fixture(scope="session")
def packages() -> Path:
    """The folder of the unpacked packages."""
    folder = os.environ.get("BZPEER_TEST_DATA")
    if not folder:
        pytest.skip("BZPEER_TEST_DATA names no folder of real data")
    return Path(folder)


@dataclass
class Real:
    """The graph of all packages, how their loads went, and what must be in it."""

    connection: Connection
    folder: Path
    packages: Path
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    reference: Reference = field(default_factory=Reference)

    def sources(self) -> Iterator[Source]:
        """Yield the sources in the order of `NAMES`; the Anthology's affiliations are matched to ROR's names."""
        openalex = self.packages / "openalex"
        yield RorSource(self.packages / "ror")
        yield self.anthology()
        yield OpenAlexTopicsSource(openalex / "topics" / "openalex_topics.csv")
        for pattern in ("works-legacy-2022/*.json", "synergy-v1/works.jsonl*", "api-responses/*.json"):
            yield OpenAlexSource(sorted(openalex.glob(pattern)))
        yield ArxivSource(sorted((self.packages / "arxiv").glob("*.tsv")))

    def anthology(self) -> AclSource:
        return AclSource(self.packages / "acl-anthology", self.reference.institution_names())

    async def load_all(self) -> None:
        for name, source in zip(NAMES, self.sources(), strict=True):
            heard = Heard(source, self.reference)
            options = Options(dead_letters=self.folder / "rejects")
            self.outcomes[name] = await load(self.connection, heard, options)
            print(f"\n{name}: {self.outcomes[name].line()}", end="")
            if name == "ror":
                assert await institution_names(self.connection) == self.reference.institution_names()
        started = time.monotonic()
        self.reference.close()
        print(f"\nreference: {time.monotonic() - started:.1f} s")


@pytest.fixture(scope="session")
async def real(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Real]:
    """Everything loaded, one package after another."""
    folder = tmp_path_factory.mktemp("real")
    async with open_store(settings_for(folder)) as store:
        real = Real(store.connection, folder, packages)
        await real.load_all()
        yield real
