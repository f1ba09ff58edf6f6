"""Facts by their kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from index.types import Fact

_F = TypeVar("_F", bound=Fact)


def of_kind(kind: type[_F], facts: Iterable[Fact]) -> tuple[_F, ...]:
    """The facts of one kind (`Duty`, `Person`, …), in their order."""
    return tuple(fact for fact in facts if isinstance(fact, kind))
