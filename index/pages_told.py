"""How far the reading of a file has come, told by whoever reads page after page to whoever listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[int, int], None]
"""Told which page is being read, from 1 on, and how many there are to read."""


def _nobody(_page: int, _pages: int) -> None:
    """Where nobody listens."""


_listener: ContextVar[Told] = ContextVar("_listener", default=_nobody)


def tell_page(page: int, pages: int) -> None:
    """Tell that a page's turn has come."""
    _listener.get()(page, pages)


@contextmanager
def listening(told: Told) -> Iterator[None]:
    """Have `told` called for every page that is read within."""
    token = _listener.set(told)
    try:
        yield
    finally:
        _listener.reset(token)
