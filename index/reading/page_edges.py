"""What a book prints at the edges of its pages: running heads and feet, and page numbers. They are none of the plan's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, takewhile

from index.reading.lines import Edit, Line, lines_of

LEAST_PAGES = 3
EDGE_LINES = 3
"""Running heads and feet are looked for among so many lines at the top and the bottom of each page."""
HEAD_ON_PAGES = 0.6
_AROUND_A_NUMBER = " \t-—–―·.|/第页"
_NUMBER = "#"


def running_heads(text: str, pages: tuple[int, ...]) -> list[Edit]:
    """Lines that stand at the edge of most pages, page numbers aside, and the pages' own numbers.

    What has text between it and the edge stays: "1 总则" below the title of each of several short papers.
    """
    edges: list[tuple[list[Line], list[Line]]] = []
    for start, end in pairwise((*pages, len(text))):
        lines = [Line(start + line.start, line.text) for line in lines_of(text[start:end])]
        edges.append((lines[:EDGE_LINES], lines[-EDGE_LINES:][::-1]))
    met = Counter(key for sides in edges for key in {without_page_number(line.text) for side in sides for line in side})
    running = {key for key, count in met.items() if count >= max(LEAST_PAGES, HEAD_ON_PAGES * len(pages))}

    def is_head(line: Line) -> bool:
        return "\t" not in line.text and without_page_number(line.text) in running  # rows of a table may be alike

    found = {line for sides in edges for side in sides for line in takewhile(is_head, side)}
    for page, sides in enumerate(edges, 1):
        found |= {line for side in sides for line in side[:1] if line.text.strip() == str(page)}
    return [Edit(line.start, min(line.end + 1, len(text)), "") for line in sorted(found, key=lambda line: line.start)]


def without_page_number(line: str) -> str:
    """A line with a sign for the number of its page: "— 3 —", "第3页", and one parted by space from a running title."""
    words = line.split()
    if _is_number("".join(words)):
        return _NUMBER
    edge = [_NUMBER if at in (0, len(words) - 1) and _is_number(word) else word for at, word in enumerate(words)]
    return " ".join(edge)


def _is_number(word: str) -> bool:
    return word.strip(_AROUND_A_NUMBER).isdecimal()


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """The number of a page as its edge shows it; `is_marked` where it can be nothing else."""

    value: int
    is_marked: bool


def printed_page_number(line: str) -> PrintedNumber | None:
    """The number of a page that stands alone on a line: "— 12 —", "- 3 -", "·4·", "第5页 共9页", "Page 3 of 9"; "12" and "-3" unmarked."""
    bare = "".join(line.split())
    dashed = len(bare) > 2 and bare[0] == bare[-1] and bare[0] in _DASHES
    of_pages = bare.startswith("第") and bare.endswith("页")
    if dashed:
        number = bare.strip(_DASHES)
    elif of_pages:
        first, *others = bare.strip("第页").replace("页", " ").replace("共", " ").translate(_PARTING).split() or [""]
        number = first if all(other.isdecimal() for other in others) else ""
    else:
        words = line.split()
        is_english = len(words) in (2, 4) and words[0].lower() == "page" and words[2:3] in ([], ["of"])
        return _printed(words[1], is_marked=True) if is_english else _printed(bare, is_marked=False)
    return _printed(number, is_marked=True)


_DASHES = "-—–―·"
_PARTING = str.maketrans(",，/／第", "     ")
_MOST_DIGITS = 6


def _printed(number: str, *, is_marked: bool) -> PrintedNumber | None:
    whole = number.isdecimal() and len(number) <= _MOST_DIGITS
    return PrintedNumber(int(number), is_marked) if whole else None


def page_numbers(text: str) -> list[Edit]:
    """Numbers of pages alone on a line, marked as such; a bare one may be a cell."""
    return [
        Edit(line.start, min(line.end + 1, len(text)), "")
        for line in lines_of(text)
        if (number := printed_page_number(line.text)) is not None and number.is_marked
    ]
