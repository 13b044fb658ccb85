"""`make soak`: kill 30 loads and 30 servers at random points and compare the graphs (`--times`, `--papers`)."""

import argparse
import asyncio
import random
import tempfile
from pathlib import Path

from bench.kill import kill_loader, kill_server, whole
from graph.settings import load_settings
from graph.store import open_store


async def soak(times: int, papers: int, seed: int) -> int:
    """Run and print; return the number of graphs that differ."""
    draw = random.Random(seed)
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(_env_file=None, data_dir=Path(folder))
        async with open_store(settings) as store:
            wanted = await whole(store.connection, papers)
            for at in range(times):
                stopped, got = await kill_loader(store.connection, settings, papers, draw.uniform(0, 1.1))
                different += got != wanted
                print(f"loader {at + 1}/{times}: stopped at {stopped}, {'same' if got == wanted else 'DIFFERENT'}")
        for at in range(times):
            stopped, got = await kill_server(settings, papers, draw.uniform(0, 1.1))
            different += got != wanted
            print(f"server {at + 1}/{times}: stopped at {stopped}, {'same' if got == wanted else 'DIFFERENT'}")
    print(f"{2 * times} kills, {different} graphs differ")
    return different


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=30)
    options.add_argument("--papers", type=int, default=3000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    raise SystemExit(min(asyncio.run(soak(given.times, given.papers, given.seed)), 1))
