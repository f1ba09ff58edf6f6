"""Where the papers of a file that holds several begin: each with a title, numbered anew or addressed anew below it.

Comes in: the cleaned text. Goes out: the pieces, one for each paper; none where the text is one paper or where it is not
sure that it is several. A letter with what it brings, a paper with its attachments, a reading of a paper with its text are
one paper each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from index.reading.front.front_lines import DAYS, FrontLine, Role, front_lines, joined
from index.reading.front.paper_kinds import ending_of, without_brackets
from index.reading.front.paper_titles import Witnesses, issues, title_of
from index.reading.paper_place import find_place
from index.terms.numbering import Number, Style, read_number
from index.types import CleanText, PaperKind

_MOST_LINES = 30_000
"""Of some thousand pages. A longer text stays whole: to look at every line of it for a title would take minutes."""
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
_OF_LAWS = (Style.CHAPTER, Style.ARTICLE)
"""Numbers that never begin anew in one paper."""
_LETTERS = (PaperKind.NOTICE, PaperKind.FORWARDING)
_SPEAKING = (*_LETTERS, PaperKind.INTERPRETATION, PaperKind.OTHER)
"""Kinds whose titles name the paper that they bring or speak of."""
_ANNEX_SHARE = 0.5
"""Of the length of the paper that it belongs to, which an attachment without a mark has at most."""


_MOST_PAPERS = 1_000
"""A file of more is no collection that anyone reads, and would take minutes."""
_STOPS = (".", "。")
_Numbers = Sequence[Number | None]
"""Of each line that is a heading its number."""


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
    chars: int = 0

    @property
    def name(self) -> str:
        """The title without the brackets behind it."""
        return without_brackets(self.title)

    @property
    def kind(self) -> PaperKind:
        return ending_of(self.title).kind

    @property
    def is_letter(self) -> bool:
        """Whether it may bring another paper."""
        return self.kind in _LETTERS


def papers_in(clean: CleanText) -> tuple[Piece, ...]:
    """The pieces of a text that are papers of their own, in its order; () where it is one paper."""
    text = clean.text
    lines = front_lines(text, most=_MOST_LINES + 1)
    if len(lines) > _MOST_LINES:
        return ()
    numbers = [read_number(line.text) if line.role is Role.HEADING else None for line in lines]
    begun = _begun(lines, numbers, list(_openings(lines, numbers, _blocks(lines, clean))))
    found = _whole(lines, numbers, begun) if len(begun) <= _MOST_PAPERS else []
    kept = _own_papers(lines, found, len(text))
    if len(kept) < 2 or _counts(_told(numbers[: kept[0].first])):
        return ()  # one paper; or what stands before is one without a title, and these may be its attachments
    starts = [lines[_head(lines, one)].start for one in kept]
    ends = [*starts[1:], len(text)]
    if len({text[a:b].strip() for a, b in zip(starts, ends, strict=True)}) < len(kept):
        return ()  # one paper that was put into the file several times
    letters = [issues(one.title) and not following.is_letter for one, following in pairwise(kept)] + [False]
    return tuple(Piece(a, b, one.title, letter) for a, b, one, letter in zip(starts, ends, kept, letters, strict=True))


def _blocks(lines: Sequence[FrontLine], clean: CleanText) -> list[int]:
    """The number of the block in which each line stands; a new page begins another, a gap below a whole title or a day does.

    Titles are broken by empty lines, too.
    """
    pages = frozenset(clean.page_starts)
    numbers: list[int] = []
    for before, line in zip((None, *lines), lines, strict=False):
        parted = before is None or line.start in pages or before.text.endswith(_STOPS)
        if before and "\n\n" in clean.text[before.start : line.start]:
            parted = parted or bool(ending_of(before.text).written) or without_brackets(before.text) != before.text
            parted = parted or ("年" in before.text and before.text.endswith(DAYS))
        numbers.append((numbers or [0])[-1] + parted)
    return numbers


def _openings(lines: Sequence[FrontLine], numbers: _Numbers, blocks: Sequence[int]) -> Iterator[_Opening]:
    """Every title that tells a kind of paper, wherever it stands between lines of other shapes."""
    at = 0
    for (role, _), run in groupby(zip(lines, blocks, strict=True), key=lambda one: (one[0].role, one[1])):
        start, at = at, at + len(list(run))
        if role is not Role.WORDS:
            continue
        first = max(start, at - _MOST_RUN_LINES)
        is_law = _is_law(numbers[at : at + _LOOKED_BELOW])
        if not is_law and not any(ending_of(line.text).written for line in lines[first:at]):
            continue
        window, title = _title_in(lines, first, at)
        ending = ending_of(title)
        if window and (is_law or ending.written) and ending.kind is not PaperKind.COMPILATION:
            marked = any(line.attached for line in lines[start : window[1]])
            yield _Opening(*window, title, marked or (start > 0 and _is_mark(lines[start - 1])))


def _title_in(lines: Sequence[FrontLine], first: int, end: int) -> tuple[tuple[int, int] | None, str]:
    """The title in a run of lines and from where to where it reaches; below that of a collection that of its first paper."""
    while True:
        title = title_of(Witnesses(tuple(lines[first : end + 1]), "", (), "", ""))
        window = _window(lines, first, end, title)
        if window is None or window[1] == end or ending_of(title).kind is not PaperKind.COMPILATION:
            return window, title
        first = window[1]


def _is_law(below: _Numbers) -> bool:
    """Whether chapters or articles begin, which tells of a paper even where its title tells no kind."""
    number = next(filter(None, below), None)
    return number is not None and number.style in _OF_LAWS and number.value == 1


def _is_mark(line: FrontLine) -> bool:
    """Whether a line is nothing but the mark of an attachment, numbered or not: "附件2", "8 附件"."""
    number = read_number(line.text)
    rest = line.text[number.end :].strip() if number else ""
    if number and number.style is not Style.ATTACHMENT:
        number = read_number(rest)
        rest = rest[number.end :].strip() if number else ""
    return number is not None and number.style is Style.ATTACHMENT and not rest


def _window(lines: Sequence[FrontLine], start: int, end: int, title: str) -> tuple[int, int] | None:
    windows = ((first, last) for first in range(start, end) for last in range(first + 1, end + 1))
    return next((one for one in windows if joined(line.text for line in lines[one[0] : one[1]]) == title), None)


def _begun(lines: Sequence[FrontLine], numbers: _Numbers, openings: Sequence[_Opening]) -> list[_Opening]:
    """Those below which a numbering begins or someone is addressed; a title page goes with the title behind it."""
    found: list[_Opening] = []
    cover: _Opening | None = None
    for one, end in _with_ends(openings, len(lines)):
        below = lines[one.behind : end]
        if not _is_addressed(below) and not _begins(numbers[one.behind : end][:_LOOKED_BELOW]):
            is_cover = not any(line.role in (Role.PROSE, Role.HEADING) for line in below)
            cover = (cover or one) if is_cover else None
            continue
        is_same = cover is not None and (cover.name in one.name or one.name in cover.name)
        found.append(replace(one, first=cover.first) if cover and is_same else one)
        cover = None
    return found


def _is_addressed(below: Sequence[FrontLine]) -> bool:
    return any(line.role is Role.SALUTATION for line in below[:_ADDRESSED_BELOW])


def _begins(below: _Numbers) -> bool:
    first = next(filter(None, below), None)
    return first is not None and first.value == 1


def _whole(lines: Sequence[FrontLine], numbers: _Numbers, openings: list[_Opening]) -> list[_Opening]:
    """Those whose piece is numbered from one to two at least, and goes on with no numbering of the paper before it."""
    while True:
        kept: list[_Opening] = []
        last = dict(_told(numbers[: openings[0].first] if openings else ()))
        for one, end in _with_ends(openings, len(lines)):
            told = _told(numbers[one.behind : end])
            if _is_whole(lines[one.behind : end], told) and not _goes_on(told, last):
                kept.append(one)
                last = {}
            last |= dict(told)
        if len(kept) == len(openings):
            return kept
        openings = kept


def _told(numbers: _Numbers) -> list[tuple[Style, int]]:
    return [(number.style, number.value) for number in numbers if number and number.value]


def _is_whole(below: Sequence[FrontLine], numbers: Sequence[tuple[Style, int]]) -> bool:
    return _is_addressed(below) or _counts(numbers)


def _counts(numbers: Sequence[tuple[Style, int]]) -> bool:
    """Whether one of the outer numberings, or the one that comes first, has a one and a two."""
    styles, there = ({numbers[0][0], *_OUTER} if numbers else set()), set(numbers)
    return any((style, 1) in there and (style, 2) in there for style in styles)


def _goes_on(numbers: Sequence[tuple[Style, int]], last: Mapping[Style, int]) -> bool:
    """Whether an outer numbering begins where the one before it ended, so that it is of the same paper."""
    first = dict(reversed(numbers))
    return any(first.get(style, 1) == last[style] + 1 != 1 for style in _OUTER if style in last and style in first)


def _own_papers(lines: Sequence[FrontLine], openings: Sequence[_Opening], chars: int) -> list[_Opening]:
    """Those that belong to no other paper."""
    attached = [one for one in openings if one.attached]
    if attached and not _is_series(lines, openings, attached, chars):
        openings = [one for one in openings if not one.attached]
    ends = [lines[one.first].start for one in openings][1:]
    openings = [
        replace(one, chars=end - lines[one.first].start) for one, end in zip(openings, [*ends, chars], strict=False)
    ]
    kept: list[_Opening] = []
    bringing: set[int] = set()  # the lines of letters that bring a paper of their own, which the rest goes with
    for one in openings:
        if kept and _belongs(one, kept[-1]):
            bringing.add(kept[-1].first)
        else:
            kept.append(one)
    letters = [at for at, one in enumerate(kept) if one.is_letter]
    if len(letters) == 1 and (len(kept) - letters[0] == 2 or kept[letters[0]].first in bringing):
        return kept[: letters[0] + 1]
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
    is_named = len(named.name) >= _LEAST_NAME_CHARS and named.name in naming.title and naming.kind in _SPEAKING
    return is_named or before.kind is PaperKind.FORWARDING or _is_annex(one, before)


def _is_annex(one: _Opening, before: _Opening) -> bool:
    """Whether a short paper of another kind is an attachment without a mark: of the same matter, or of no place of its own."""
    if one.is_letter or before.kind is PaperKind.REGULATION or one.chars > _ANNEX_SHARE * before.chars:
        return False
    matter = before.name.removesuffix(ending_of(before.title).written)
    return one.title.startswith(matter) or (bool(find_place(before.title)) and not find_place(one.title))


def _head(lines: Sequence[FrontLine], one: _Opening) -> int:
    """The first line of a paper: its letterhead, number and mark stand above its title, below the day of the one before it."""
    at = one.first
    while at and (lines[at - 1].role in (Role.LETTERHEAD, Role.NUMBER) or _is_mark(lines[at - 1])):
        at -= 1
    return at


def _with_ends(openings: Sequence[_Opening], end: int) -> Iterator[tuple[_Opening, int]]:
    """Each with the place at which the next one begins."""
    ends = [*[one.first for one in openings][1:], end] if openings else []
    yield from zip(openings, ends, strict=True)
