"""What was made lately is kept, and no more than so much of it."""

from __future__ import annotations

from index.recent import Recent


def test_a_value_is_made_once() -> None:
    made: list[str] = []
    recent: Recent[str, int] = Recent(2)
    for _ in range(2):
        assert recent.get("a", lambda: made.append("a") or 1) == 1
    assert made == ["a"]


def test_what_was_not_used_for_longest_is_forgotten_first() -> None:
    recent: Recent[str, int] = Recent(2)
    for key, value in (("a", 1), ("b", 2), ("a", 3), ("c", 4)):
        recent.get(key, lambda value=value: value)
    assert recent.get("a", lambda: 5) == 1
    assert recent.get("b", lambda: 6) == 6
