"""Work in a thread of its own gives what it makes, or raises what went wrong, to who waits for it."""

from __future__ import annotations

import threading

import pytest

from index.beside import begun


def test_work_runs_beside_and_gives_what_it_makes():
    assert begun(threading.get_ident).result(timeout=60) != threading.get_ident()


def test_what_goes_wrong_is_raised_where_the_work_is_waited_for():
    with pytest.raises(ZeroDivisionError):
        begun(lambda: 1 // 0).result(timeout=60)
