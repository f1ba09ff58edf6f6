"""Near matches of the memory: a clause that was translated but for its numbers or for one name of a thing.

What differs must stand in the English once, as it is known from the words or as the same figure; it is put in its place there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from index.translation.grammar.officialese import Officialese
from index.translation.memory import Memory, Pair, key_of

ENDS_CHARS = 3
"""Clauses are compared that begin or end alike, with so many characters."""
LEAST_CHARS, LEAST_SHARED = 8, 0.6
"""A shorter clause has too little that holds it together; so much of a clause must be as it was translated."""
MOST_WIDENED = 6
"""Characters by which a difference is widened to whole words."""


class NearMatches:
    """The clauses of a memory by their ends and by what they are without figures; read once, never changed."""

    def __init__(self, memory: Memory, words: Officialese) -> None:
        self._words = words
        self._by_end: dict[str, list[tuple[str, Pair]]] = defaultdict(list)
        self._by_shape: dict[str, tuple[str, Pair]] = {}
        for pairs in memory:
            if len(pairs) == 1 and len(key := key_of(pairs[0].zh)) >= LEAST_CHARS:
                known = (key, pairs[0])
                self._by_end[f"<{key[:ENDS_CHARS]}"].append(known)
                self._by_end[f"{key[-ENDS_CHARS:]}>"].append(known)
                if (shape := _shape(key)) != key:
                    self._by_shape.setdefault(shape, known)

    def translated(self, zh: str) -> str | None:
        """English for a clause by one that differs little; None where there is none, or it could be told in two ways."""
        key = key_of(zh)
        if len(key) < LEAST_CHARS:
            return None
        if (like := self._by_shape.get(_shape(key))) and (told := _with_figures(key, *like)):
            return told
        for old, pair in (*self._by_end[f"<{key[:ENDS_CHARS]}"], *self._by_end[f"{key[-ENDS_CHARS:]}>"]):
            if told := self._with_a_name(key, old, pair):
                return told
        return None

    def _with_a_name(self, new: str, old: str, pair: Pair) -> str | None:
        before, behind = _shared(new, old)
        if before + behind < LEAST_SHARED * len(new):
            return None
        for start in range(before, max(before - MOST_WIDENED, -1), -1):
            for end in range(behind, max(behind - MOST_WIDENED, -1), -1):
                was = self._words.name_of(old[start : len(old) - end])
                now = self._words.name_of(new[start : len(new) - end])
                if was and now and f" {pair.en.lower()} ".count(f" {was.lower()}") == 1:
                    return _put(pair.en.rstrip("."), was, now)
        return None


def _shape(key: str) -> str:
    """A text with one sign for each figure."""
    return "".join("#" if part[0].isdigit() else part for part in _parts(key))


def _parts(key: str) -> Iterator[str]:
    """Figures and what stands between them."""
    at = 0
    while at < len(key):
        end = at + 1
        is_figure = key[at].isdigit()
        while end < len(key) and (key[end].isdigit() or (key[end] in ".," and is_figure)) == is_figure:
            end += 1
        yield key[at:end]
        at = end


def _with_figures(new: str, old: str, pair: Pair) -> str | None:
    """The English with the figures changed; None where one that changes does not stand in it once."""
    told = list(_parts(pair.en))
    changed = [(was, now) for was, now in zip(_parts(old), _parts(new), strict=True) if was != now]
    for was, now in changed:
        if told.count(was) != 1 or now in told or (was == "1") != (now == "1"):
            return None
        told[told.index(was)] = now
    return "".join(told)


def _shared(new: str, old: str) -> tuple[int, int]:
    """How many characters two texts share at the beginning and at the end."""
    most = min(len(new), len(old))
    before = next((at for at in range(most) if new[at] != old[at]), most)
    behind = next((at for at in range(most - before) if new[-1 - at] != old[-1 - at]), most - before)
    return before, behind


def _put(en: str, was: str, now: str) -> str | None:
    at = en.lower().index(was.lower())
    if at and en[at].isupper() != was[0].isupper():  # part of the name of something
        return None
    return f"{en[:at]}{now[:1].upper() + now[1:] if en[at].isupper() else now}{en[at + len(was) :]}"
