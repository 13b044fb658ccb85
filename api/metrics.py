"""Numbers for Prometheus: requests, their latency by route, and the time of queries."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
"""Methods that are counted by name; a client may invent others without end."""


class Metrics:
    """The numbers of one application; each has a registry of its own, so that tests can make many."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "bzpeer_requests", "Requests answered.", ["method", "route", "status"], registry=self.registry
        )
        self._latency = Histogram(
            "bzpeer_request_seconds", "Time to answer.", ["route"], buckets=_SECONDS, registry=self.registry
        )
        self._queries = Histogram(
            "bzpeer_query_seconds", "Time of a query.", ["query"], buckets=_SECONDS, registry=self.registry
        )
        self._cache = Counter("bzpeer_answers", "Answers by where they came from.", ["from"], registry=self.registry)
        self._runaways = Gauge(
            "bzpeer_runaway_queries", "Queries of the console computed on after their end.", registry=self.registry
        )

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request; `route` is the template, never the address, so that the series stay few."""
        self._requests.labels(method if method in _METHODS else "other", route, str(status)).inc()
        self._latency.labels(route).observe(seconds)

    def query(self, name: str, seconds: float) -> None:
        """Count one query of the catalogue."""
        self._queries.labels(name).observe(seconds)

    def answer(self, origin: str) -> None:
        """Count one answer: `cache`, `graph`, or `unchanged` (304)."""
        self._cache.labels(origin).inc()

    def runaways(self, count: Callable[[], int]) -> None:
        """Take from `count` how many queries of the console were ended, and are computed all the same."""
        self._runaways.set_function(count)

    def exposition(self) -> bytes:
        """Return all numbers in the text format of Prometheus."""
        return generate_latest(self.registry)
