"""Writes `api/examples.json`, the examples of the OpenAPI document: answers about the demo, their lists shortened.

Run it on a graph that holds the demo only, after an answer has changed its shape: `python -m tests.api.make_examples`.
"""

import asyncio
from pathlib import Path
from typing import Any

import httpx2
import orjson

import api
from api.app import create_app
from graph.settings import load_settings
from graph.store import open_store
from tests.api.account_examples import ACCOUNTS

HER = "/api/people/demo:yuxiong-he"
ASKED: dict[str, str | tuple[str, dict[str, Any]]] = {
    "featured_people": "/api/people?limit=2",
    "person": HER,
    "person_trust": f"{HER}/trust",
    "person_works": f"{HER}/works?limit=1",
    "collaborators": f"{HER}/collaborators?limit=1",
    "potential_collaborators": f"{HER}/potential-collaborators?limit=1",
    "adjacent_works": f"{HER}/adjacent?limit=1",
    "person_slice": f"{HER}/slice?budget=4",
    "paper_slice": "/api/papers/arxiv:1910.02054/slice?budget=4",
    "topic_slice": "/api/topics/arxivclass:cs.LG/slice?budget=4",
    "institution_slice": "/api/institutions/ror:00d0nc645/slice?budget=4",
    "seeds_slice": ("/api/slice", {"seeds": ["demo:yuxiong-he", "arxiv:1910.02054"], "budget": 5}),
    "edges": ("/api/edges", {"ids": ["demo:yuxiong-he", "arxiv:1910.02054", "arxivclass:cs.LG"]}),
    "queries_behind": "/api/queries/behind/people/demo:yuxiong-he/works?limit=1",
    "queries_behind_posted": ("/api/queries/behind/edges", {"ids": ["demo:yuxiong-he", "arxiv:1910.02054"]}),
    "cypher": (
        "/api/cypher",
        {"query": "MATCH (t:Topic) RETURN t.name AS name ORDER BY name LIMIT $n", "params": {"n": 2}},
    ),
    "console": "/api/console",
    "schema": "/api/schema",
    "queries": "/api/queries",
    "query": "/api/queries/people_of_a_topic",
    "run_query": "/api/queries/people_of_a_topic/run?topic=arxivclass:cs.LG&limit=2",
    "neighbours": "/api/nodes/demo:yuxiong-he/neighbours?kind=Paper&limit=1",
    "paper": "/api/papers/arxiv:1910.02054",
    "topic": "/api/topics/arxivclass:cs.LG",
    "institution": "/api/institutions/ror:00d0nc645",
    "adjacent_to_papers": ("/api/adjacent", {"papers": ["arxiv:1910.02054"], "limit": 1}),
    "search": "/api/search?q=yux&limit=2",
    "paths": "/api/paths?from=demo:yuxiong-he&to=demo:tim-dettmers&k=1",
    "evidence": "/api/edges/evidence?source=demo:yuxiong-he&target=demo:zhewei-yao&limit=2",
    "compare": "/api/compare?a=demo:yuxiong-he&b=demo:tim-dettmers&limit=1",
    "dataset": "/api/dataset",
}

IMPORT = {
    "id": "kZ3bq0hW9d1x",
    "state": "queued",
    "subject": "orcid:0000-0002-1825-0097",
    "progress": {"read": 0, "total": None},
    "says": "About to begin.",
    "node": None,
}
DONE = {
    "state": "done",
    "progress": {"read": 104, "total": 104},
    "says": "104 records read from OpenAlex, 104 of them new or changed.",
    "node": {"id": "openalex:A1", "kind": "Person", "label": "a1"},
}
MADE_UP = {"begin_import": IMPORT, "import_state": IMPORT | DONE, **ACCOUNTS}
"""What is not asked here, for it asks other services, or is private."""


def shortened(value: Any, most: int = 2) -> Any:
    """Return `value` with every list cut to its first entries, lists inside lists to the first."""
    if isinstance(value, list):
        return [shortened(each, 1) for each in value[:most]]
    if isinstance(value, dict):
        return {key: shortened(each, most) for key, each in value.items()}
    return value


async def main() -> None:
    """Ask each question and write the answers."""
    settings = load_settings()
    examples: dict[str, Any] = dict(MADE_UP)
    async with open_store(settings) as store:
        transport = httpx2.ASGITransport(create_app(settings, store))
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost", timeout=60) as client:
            for name, asked in ASKED.items():
                address, body = (asked, None) if isinstance(asked, str) else asked
                answer = await (client.get(address) if body is None else client.post(address, json=body))
                answer.raise_for_status()
                examples[name] = shortened(answer.json())
    path = Path(api.__file__).with_name("examples.json")
    path.write_bytes(orjson.dumps(examples, option=orjson.OPT_INDENT_2) + b"\n")


if __name__ == "__main__":
    asyncio.run(main())
