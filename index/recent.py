"""A bounded memory of what was read last; may be shared between threads."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """Keeps values by key; past `limit` those go first that have not been asked for longest."""

    def __init__(self, limit: int) -> None:
        self._limit, self._held, self._lock = limit, OrderedDict[_Key, _Value](), threading.Lock()

    def get(self, key: _Key) -> _Value | None:
        """What is kept under a key, if anything is."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: _Key, value: _Value) -> None:
        """Keep a value."""
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            if len(self._held) > self._limit:
                self._held.popitem(last=False)

    def get_or(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """What is kept under a key, made where nothing is; two threads may both make it."""
        held = self.get(key)
        if held is None:
            held = make()
            self.put(key, held)
        return held
