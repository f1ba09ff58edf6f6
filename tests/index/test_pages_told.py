"""Who listens hears of the pages that are read meanwhile, nobody else does."""

from __future__ import annotations

from index.pages_told import listening, tell_page


def test_pages_are_told_to_the_innermost_listener_only_while_it_listens():
    outer, inner = [], []
    tell_page(1, 1)
    with listening(lambda *turn: outer.append(turn)):
        tell_page(1, 2)
        with listening(lambda *turn: inner.append(turn)):
            tell_page(2, 2)
        tell_page(3, 3)
    tell_page(4, 4)
    assert (outer, inner) == ([(1, 2), (3, 3)], [(2, 2)])
