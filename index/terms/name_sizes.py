"""Looking for many names in a text without trying each: at every character only the lengths of names that begin with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

Sizes = Mapping[str, tuple[int, ...]]
"""The lengths of names by their first character, the longest first."""


def sizes_of(names: Iterable[str]) -> Sizes:
    """The lengths of some names."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for name in names:
        sizes[name[:1]].add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
