"""Rows as one JSON answer, with what the query was asked with and how it went."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import orjson

from graph.console.run import Result
from graph.console.values import encode


async def as_json(result: Result, params: Mapping[str, Any]) -> AsyncIterator[bytes]:
    """Yield the answer (`graph.answers.Table`) in one piece."""
    rows: list[list[Any]] = []
    async for row in result.rows():
        rows.append([encode(value) for value in row])
        result.wrote(len(orjson.dumps(rows[-1])))
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


def step(plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return a step of the driver's plan with the steps that feed it, as `graph.answers.PlanStep`."""
    told = plan.get("args", {})
    return {
        "operator": str(plan["operatorType"]).partition("@")[0],
        "details": told.get("Details", ""),
        "estimated_rows": told.get("EstimatedRows"),
        "rows": plan.get("rows"),
        "hits": plan.get("dbHits"),
        "steps": [step(each) for each in plan.get("children", ())],
    }
