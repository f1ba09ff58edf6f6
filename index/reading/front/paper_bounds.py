"""Where the papers of a file that holds several begin: each with a title, numbered anew or addressed anew below it.

Comes in: the cleaned text. Goes out: the pieces, one for each paper; none where the text is one paper or where it is not
sure that it is several. A letter with what it brings, a paper with its attachments, a reading of a paper with its text are
one paper each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from index.reading.front.front_lines import FrontLine, Role, front_lines, joined
from index.reading.front.paper_kinds import ending_of, without_brackets
from index.reading.front.paper_titles import Witnesses, brought_by, issues, title_of
from index.terms.numbering import Style, read_number
from index.types import PaperKind

_MOST_LINES = 200_000
"""More than a text of the greatest length has."""
_MOST_RUN_LINES = 8
"""So many lines of words above a paper's first paragraph are looked at: title, office, editors, a motto."""
_LOOKED_BELOW = 12
"""Within so many lines below a title its numbering begins: a preamble has a few paragraphs."""
_ADDRESSED_BELOW = 3
_LEAST_NAME_CHARS = 6
_LEAST_SERIES = 3
"""So many attachments of one kind behind a letter are papers of their own."""
_SHORT_SHARE = 0.25
"""Of the text that such a letter and the rest may take beside the series."""
_OUTER = (Style.PART, Style.CHAPTER, Style.HAN, Style.ARTICLE)
"""Numbers that count through a paper, or begin anew in each of its greater parts."""
_LETTERS = (PaperKind.NOTICE, PaperKind.FORWARDING)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text that is a paper; `is_letter` where it brings those behind it up to the next letter."""

    start: int
    end: int
    title: str
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a paper may begin: its first line and the one behind its title, by their places among the lines."""

    first: int
    behind: int
    title: str
    attached: bool

    @property
    def name(self) -> str:
        """The title without the brackets behind it."""
        return without_brackets(self.title)

    @property
    def kind(self) -> PaperKind:
        return ending_of(self.title).kind

    @property
    def is_letter(self) -> bool:
        """Whether it issues or forwards another paper."""
        return self.kind in _LETTERS and (self.kind is PaperKind.FORWARDING or issues(self.title))


def papers_in(text: str) -> tuple[Piece, ...]:
    """The pieces of a text that are papers of their own, in its order; () where it is one paper."""
    lines = front_lines(text, most=_MOST_LINES)
    found = _begun(lines, list(_openings(lines)))
    found = _whole(lines, found)
    kept = _own_papers(lines, found, len(text))
    if len(kept) < 2:
        return ()
    starts = [lines[_head(lines, one)].start for one in kept]
    ends = [*starts[1:], len(text)]
    if len({text[a:b].strip() for a, b in zip(starts, ends, strict=True)}) < len(kept):
        return ()  # one paper that was put into the file several times
    letters = [one.is_letter and not following.is_letter for one, following in pairwise(kept)] + [False]
    return tuple(Piece(a, b, one.title, letter) for a, b, one, letter in zip(starts, ends, kept, letters, strict=True))


def _openings(lines: Sequence[FrontLine]) -> Iterator[_Opening]:
    """Every title that tells a kind of paper, wherever it stands between lines of other shapes."""
    at = 0
    for role, run in groupby(lines, key=lambda line: line.role):
        start, at = at, at + len(list(run))
        if role is not Role.WORDS:
            continue
        first = max(start, at - _MOST_RUN_LINES)
        if not any(ending_of(line.text).written for line in lines[first:at]):
            continue
        title = title_of(Witnesses(tuple(lines[first : at + 1]), "", (), "", ""))
        window = _window(lines, first, at, title)
        if window and ending_of(title).written:
            attached = any(line.attached for line in lines[start : window[1]])
            yield _Opening(*window, title, attached)


def _window(lines: Sequence[FrontLine], start: int, end: int, title: str) -> tuple[int, int] | None:
    windows = ((first, last) for first in range(start, end) for last in range(first + 1, end + 1))
    return next((one for one in windows if joined(line.text for line in lines[one[0] : one[1]]) == title), None)


def _begun(lines: Sequence[FrontLine], openings: Sequence[_Opening]) -> list[_Opening]:
    """Those below which a numbering begins or someone is addressed; a title page goes with the title behind it."""
    found: list[_Opening] = []
    cover: _Opening | None = None
    for one, end in _with_ends(openings, len(lines)):
        below = lines[one.behind : end]
        if not _begins(below):
            is_cover = not any(line.role in (Role.PROSE, Role.HEADING) for line in below)
            cover = (cover or one) if is_cover else None
            continue
        is_same = cover is not None and (cover.name in one.name or one.name in cover.name)
        found.append(replace(one, first=cover.first) if cover and is_same else one)
        cover = None
    return found


def _begins(below: Sequence[FrontLine]) -> bool:
    if any(line.role is Role.SALUTATION for line in below[:_ADDRESSED_BELOW]):
        return True
    numbers = (read_number(line.text) for line in below[:_LOOKED_BELOW] if line.role is Role.HEADING)
    first = next(numbers, None)
    return first is not None and first.value == 1


def _whole(lines: Sequence[FrontLine], openings: list[_Opening]) -> list[_Opening]:
    """Those whose piece is numbered from one to two at least, and goes on with no numbering of the paper before it."""
    while True:
        kept = [one for one, end in _with_ends(openings, len(lines)) if _is_numbered(lines[one.behind : end])]
        if len(kept) == len(openings):
            return kept
        openings = kept


def _is_numbered(below: Sequence[FrontLine]) -> bool:
    numbers = [number for line in below if line.role is Role.HEADING and (number := read_number(line.text))]
    first: dict[Style, int | None] = {}
    for number in numbers:
        first.setdefault(number.style, number.value)
    if any(first.get(style, 1) != 1 for style in _OUTER):
        return False
    addressed = any(line.role is Role.SALUTATION for line in below[:_ADDRESSED_BELOW])
    return addressed or any(number.style is numbers[0].style and number.value == 2 for number in numbers)


def _own_papers(lines: Sequence[FrontLine], openings: Sequence[_Opening], chars: int) -> list[_Opening]:
    """Those that belong to no other paper."""
    attached = [one for one in openings if one.attached]
    if attached and not _is_series(lines, openings, attached, chars):
        openings = [one for one in openings if not one.attached]
    kept: list[_Opening] = []
    for one in openings:
        if not (kept and _belongs(one, kept[-1])):
            kept.append(one)
    letters = [one for one in kept if one.is_letter]
    if len(letters) == 1 and (len(kept) == 2 or brought_by(letters[0].title) != letters[0].title):
        return [one for one in kept if kept.index(one) <= kept.index(letters[0])]
    return kept


def _is_series(
    lines: Sequence[FrontLine], openings: Sequence[_Opening], attached: Sequence[_Opening], chars: int
) -> bool:
    """Whether attachments are what the file is for: all of it, or many of one kind behind a short letter."""
    if len(attached) == len(openings):
        return True
    alike = len({ending_of(one.title).written for one in attached}) == 1
    before = lines[attached[0].first].start
    return alike and len(attached) >= _LEAST_SERIES and before < _SHORT_SHARE * chars


def _belongs(one: _Opening, before: _Opening) -> bool:
    """Whether a paper is what the one before it brings, forwards or speaks of, or speaks of that itself."""
    if one.kind is before.kind and not before.is_letter:
        return f"《{one.name}》" in before.title or f"《{before.name}》" in one.title
    named, naming = sorted((one, before), key=lambda opening: len(opening.title))
    is_named = len(named.name) >= _LEAST_NAME_CHARS and named.name in naming.title
    return is_named or before.kind is PaperKind.FORWARDING


def _head(lines: Sequence[FrontLine], one: _Opening) -> int:
    """The first line of a paper: its letterhead and number stand above its title, below the day of the paper before it."""
    at = one.first
    while at and lines[at - 1].role in (Role.LETTERHEAD, Role.NUMBER):
        at -= 1
    return at


def _with_ends(openings: Sequence[_Opening], end: int) -> Iterator[tuple[_Opening, int]]:
    """Each with the place at which the next one begins."""
    ends = [*[one.first for one in openings][1:], end] if openings else []
    yield from zip(openings, ends, strict=True)
