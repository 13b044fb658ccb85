"""So often in an hour, and no more."""

import pytest

from api import limits
from api.limits import HOUR, HourlyLimit
from api.quotas import Quota, Quotas
from graph.errors import TooMany


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as a list of one number that the test sets."""
    now = [1000.0]
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
    return now


def test_a_client_has_its_number_and_gets_it_back(clock: list[float]) -> None:
    limit = HourlyLimit(per_client=2, of_all=10)
    assert (limit.take("192.0.2.1"), limit.take("192.0.2.1")) == (0, 0)
    clock[0] += 600
    assert limit.take("192.0.2.1") == HOUR - 600
    assert limit.take("192.0.2.2") == 0
    clock[0] += HOUR - 600
    assert limit.take("192.0.2.1") == 0


def test_all_together_have_a_number_too(clock: list[float]) -> None:
    limit = HourlyLimit(per_client=2, of_all=3)
    taken = [limit.take(f"192.0.2.{at}") for at in range(5)]
    assert taken == [0, 0, 0, HOUR, HOUR]


def test_one_customer_with_many_addresses_is_one_client() -> None:
    limit = HourlyLimit(per_client=1, of_all=10)
    assert limit.take("2001:db8:1:2::1") == 0
    assert limit.take("2001:db8:1:2:ffff::9") > 0
    assert limit.take("2001:db8:1:3::1") == 0
    assert limit.take("somewhere") == 0


def test_the_memory_of_clients_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CLIENTS", 3)
    limit = HourlyLimit(per_client=1, of_all=100)
    for at in range(50):
        limit.take(f"192.0.2.{at}")
    assert len(limit._clients) == 3


def test_a_network_is_one_client_of_the_console() -> None:
    quotas = Quotas(Quota(at_once=1))
    with quotas.admit("2001:db8::1"):
        with pytest.raises(TooMany, match="at once"), quotas.admit("2001:db8::2"):
            pass
        with quotas.admit("2001:db8:0:1::1"):
            pass


def test_the_seconds_of_a_minute_count_what_runs() -> None:
    now = [1000.0]
    quotas = Quotas(Quota(at_once=3, seconds=30), lambda: now[0])
    with quotas.admit("192.0.2.1"):
        now[0] += 20
        with quotas.admit("192.0.2.1"):
            now[0] += 5
        with pytest.raises(TooMany, match="30 s") as caught, quotas.admit("192.0.2.1"):
            pass
        with quotas.admit("192.0.2.2"):
            pass
    assert caught.value.wait == 36  # of the first, 25 s, begun 25 s ago, little more than one may be left to count
    now[0] += 34
    with pytest.raises(TooMany), quotas.admit("192.0.2.1"):
        pass
    now[0] += 2
    with quotas.admit("192.0.2.1"):
        pass


def test_a_query_that_ran_for_long_counts_with_its_last_minute_only() -> None:
    now = [1000.0]
    quotas = Quotas(Quota(seconds=30), lambda: now[0])
    with quotas.admit("192.0.2.1"):
        now[0] += 600
    now[0] += 31
    with quotas.admit("192.0.2.1"):
        pass


def test_errors_of_a_minute_are_counted() -> None:
    now = [1000.0]
    quotas = Quotas(Quota(errors=2), lambda: now[0])
    for _ in range(2):
        quotas.fail("192.0.2.1")
        now[0] += 10
    with pytest.raises(TooMany, match="failed") as caught, quotas.admit("192.0.2.1"):
        pass
    assert caught.value.wait == 40
    now[0] += 41
    with quotas.admit("192.0.2.1"):
        pass
