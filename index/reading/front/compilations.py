"""A file that holds several papers of one kind, one behind the other: their titles, and one title for all of them."""

from __future__ import annotations

from itertools import takewhile

from index.reading.front.front_lines import FrontLine, Role, joined
from index.reading.front.paper_kinds import ending_of, without_brackets
from index.terms.numbering import read_number

_MOST_TITLE_LINES = 3
_TAIL_CHARS = 2
"""Titles of one series agree in so many characters before the name of their kind, or in more."""
_LOOKED_BELOW = 4
_MOST_NAMED = 6


def titles_in(lines: tuple[FrontLine, ...], title: str) -> tuple[str, ...]:
    """The titles of the papers in a text whose first is `title`; only that one where the text is one paper.

    A further title ends as the first one does, and the numbering of headings begins anew below it.
    """
    bare = without_brackets(title)
    tail = bare[-len(ending_of(title).written) - _TAIL_CHARS :]
    found = [title]
    at = 0
    while at < len(lines):
        run = list(takewhile(lambda line: line.role is Role.WORDS, lines[at : at + _MOST_TITLE_LINES + 1]))
        whole = joined(line.text for line in run[:_MOST_TITLE_LINES])
        is_title = bool(run) and without_brackets(whole).endswith(tail) and _begins_anew(lines[at + len(run) :])
        if is_title and not any(whole.endswith(one) or one.endswith(whole) for one in found):
            found.append(whole)
        at += max(1, len(run))
    return tuple(found)


def _begins_anew(lines: tuple[FrontLine, ...]) -> bool:
    numbers = (read_number(line.text) for line in lines[:_LOOKED_BELOW] if line.role is Role.HEADING)
    first = next(numbers, None)
    return first is not None and first.value == 1


def title_of_all(titles: tuple[str, ...]) -> str:
    """What they are called together: "民政、水利系统安全生产三年行动方案", else the first of them and how many there are."""
    shortest = min(map(len, titles))
    common = next((size for size in range(shortest - 1, 0, -1) if len({title[-size:] for title in titles}) == 1), 0)
    heads = [title[: len(title) - common] for title in titles]
    if len(titles) <= _MOST_NAMED and all(heads) and common > len(ending_of(titles[0]).written):
        return "、".join(heads) + titles[0][-common:]
    return f"{titles[0]}等{len(titles)}件"
