"""What was made lately, so that it need not be made again: bounded, the longest unused forgotten first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """At most `most` values by their keys; may be shared between threads."""

    def __init__(self, most: int) -> None:
        self._most, self._values, self._lock = most, OrderedDict[_Key, _Value](), Lock()

    def get(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """The value of `key`, made where it is not kept; two threads may make one value each, and both are right."""
        kept = self.kept(key)
        if kept is None:
            kept = make()
            self.put(key, kept)
        return kept

    def kept(self, key: _Key) -> _Value | None:
        """The value of `key`, None where it is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: _Key, value: _Value) -> None:
        """Keep a value."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            if len(self._values) > self._most:
                self._values.popitem(last=False)
