"""A load that was killed with SIGKILL, or whose server was, ends with the same graph as one that was not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.kill import kill_loader, kill_server, whole
from graph.settings import Settings
from graph.store import Store, open_store

PAPERS = 600
SHARES = [0.15, 0.6, 1.1]


async def test_a_killed_loader_is_resumed(settings: Settings, store: Store) -> None:
    if not store.managed:
        pytest.skip("kills a process that attaches to the managed server")
    wanted = await whole(store.connection, PAPERS)
    for share in SHARES:
        stopped, got = await kill_loader(store.connection, settings, PAPERS, share)
        assert stopped > 0
        assert got == wanted


ENTRY = "@article{{k{at}, title = {{The {at}th of our works}}, author = {{Ann{by} Our and B. {at}}}, year = 2020}}\n"


@pytest.mark.parametrize("name", ["group.bib", "people.csv"])
async def test_a_killed_load_of_own_data_is_resumed(
    settings: Settings, store: Store, tmp_path: Path, name: str
) -> None:
    if not store.managed:
        pytest.skip("kills a process that attaches to the managed server")
    if name == "group.bib":
        text = "".join(ENTRY.format(at=at, by=at % 40) for at in range(400))
    else:
        lines = (f"Person{at % 300} Our,The Institute {at % 7},{2000 + at % 20}" for at in range(400))
        text = "\n".join(["name,affiliation,start_year", *lines])
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    wanted = await whole(store.connection, path)
    for share in (0.2, 0.7):
        stopped, got = await kill_loader(store.connection, settings, path, share)
        assert stopped > 0
        assert got == wanted


async def test_a_load_whose_server_was_killed_is_resumed(make_settings: Callable[..., Settings]) -> None:
    settings = make_settings()
    async with open_store(settings) as store:
        wanted = await whole(store.connection, PAPERS)
    for share in SHARES:
        stopped, got = await kill_server(settings, PAPERS, share)
        assert stopped > 0
        assert got == wanted
