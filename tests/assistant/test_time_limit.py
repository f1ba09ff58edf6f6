"""A time limit holds for everything below it, and for nothing after it."""

from __future__ import annotations

import pytest

from assistant.errors import TookTooLong
from assistant.time_limit import check_time, within_seconds


def test_without_a_limit_there_is_always_time():
    check_time()


def test_over_the_limit_is_told_with_the_limit():
    with pytest.raises(TookTooLong, match=r"longer than 0 seconds") as failure, within_seconds(0):
        spend_time()
        check_time()
    assert failure.value.values == {"limit": "0"}
    check_time()


def test_a_limit_that_ends_sooner_stays_in_force():
    with within_seconds(0):
        spend_time()
        with within_seconds(1000), pytest.raises(TookTooLong):
            check_time()
    with within_seconds(1000), pytest.raises(TookTooLong), within_seconds(0):
        spend_time()
        check_time()


def spend_time() -> None:
    """Until the clock has gone on, however coarse it is."""
    import time

    began = time.monotonic()
    while time.monotonic() <= began:
        pass
