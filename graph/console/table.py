"""Rows as one JSON answer, with what the query was asked with and how it went."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import orjson

from graph.console.run import Result
from graph.console.values import encode

DEEPEST = 100
"""Steps of a plan after each other at most: what reads JSON needs stack for each."""
_REST = "The steps before this one are not shown: they are too many."


async def as_json(result: Result, params: Mapping[str, Any]) -> AsyncIterator[bytes]:
    """Yield the answer (`graph.answers.Table`) in one piece."""
    rows: list[orjson.Fragment] = []  # text takes a fraction of the memory that values take
    async for row in result.rows():
        line = orjson.dumps([encode(value) for value in row])
        result.wrote(len(line))
        rows.append(orjson.Fragment(line))
    yield orjson.dumps(
        {
            "fields": result.fields,
            "rows": rows,
            "count": result.count,
            "cut": result.cut,
            "limit": result.limits.rows,
            "milliseconds": result.milliseconds,
            "params": encode(dict(params)),
            "plan": step(result.plan) if result.plan else None,
        }
    )


def step(plan: Mapping[str, Any], depth: int = 1) -> dict[str, Any]:
    """Return a step of the driver's plan with the steps that feed it, as `graph.answers.PlanStep`."""
    told, children = plan.get("args", {}), plan.get("children", ())
    if depth == DEEPEST and children:
        told, children = {**told, "Details": _REST}, ()
    return {
        "operator": str(plan["operatorType"]).partition("@")[0],
        "details": told.get("Details", ""),
        "estimated_rows": told.get("EstimatedRows"),
        "rows": plan.get("rows"),
        "hits": plan.get("dbHits"),
        "steps": [step(each, depth + 1) for each in children],
    }
