"""What is read in time: all that comes, a fault as it is, and no more than the deadline allows."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from index.language_model.in_time import Deadline, in_time, pieces_in_time


def test_all_that_comes_is_given_in_order():
    assert list(pieces_in_time(lambda: iter("abc"), Deadline.within(20))) == ["a", "b", "c"]
    assert in_time(lambda: 3, Deadline.within(20)) == 3


def test_silence_behind_some_pieces_ends_at_the_deadline():
    go_on = threading.Event()

    def pieces() -> Iterator[str]:
        yield "a"
        go_on.wait(60)

    given = []
    try:
        with pytest.raises(TimeoutError):
            given.extend(pieces_in_time(pieces, Deadline.within(0.3)))
        assert not go_on.is_set()
        with pytest.raises(TimeoutError):
            in_time(lambda: go_on.wait(60), Deadline.within(0.1))
    finally:
        go_on.set()


def test_a_fault_comes_behind_what_came_before_it():
    def pieces() -> Iterator[str]:
        yield "a"
        raise ConnectionError("gone")

    read = pieces_in_time(pieces, Deadline.within(20))
    assert next(read) == "a"
    with pytest.raises(ConnectionError, match="gone"):
        next(read)


def test_what_nobody_reads_any_more_is_no_longer_fetched():
    ended, go_on = threading.Event(), threading.Event()

    def pieces() -> Iterator[int]:
        try:
            yield 0
            go_on.wait(60)
            yield 1
            raise AssertionError("read on")
        finally:
            ended.set()

    read = pieces_in_time(pieces, Deadline.within(60))
    assert next(read) == 0
    read.close()  # type: ignore[attr-defined]
    go_on.set()
    assert ended.wait(20)
