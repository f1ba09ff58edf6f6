"""Lines to paragraphs, as the layout has them: where a line ends although more would fit, its paragraph ends.

A sentence that goes on in the next column or on the next page stays one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.reading.files.pdf.layout.columns import Flow
from index.reading.files.pdf.layout.types import Block, TextLine
from index.reading.lines import label_of
from index.terms.lexicon import is_office
from index.terms.numbering import Style, read_number

SAME_SIZE = 0.13
"""Letters of one paragraph differ in size by less than this share; a heading stands out by more."""
ROOM = 0.35
"""So much of a sign more than the next word takes must be free at a line's end for the line to have ended by intent."""
INDENT = 0.8
"""A line that begins so many signs further right begins a paragraph."""
MOST_INDENT = 5.0
"""What begins further right is no first line of a paragraph: the office and the day that sign a paper, a line in the middle."""
MORE_SPACE = 1.45
"""Lines of two paragraphs stand so many times further apart than others do."""
SAME_EDGE = 0.6
BEGUN_SHARE = 0.1
"""So many of the lines begin at the left edge; fewer stick out."""
TRUSTED_SHARE, LEAST_TRUSTED = 0.2, 2
"""So many of the lines end at one place where text is wrapped to its width."""
RAGGED_SIGNS, RAGGED_SHARE, LEAST_RAGGED = 6.0, 0.5, 6
"""Where words are wrapped without being spread, so many lines end at most so many signs before the longest."""
WRAPPED_WIDTH = 0.42
"""A wrapped line is at least so wide, of the page."""
OWN_FRAME_LINES = 8
_CLOSED = tuple("。！？；：!?;:.")
_CANNOT_BEGIN = frozenset("，。、；：！？）》〉】』」”’…,.;:!?)]}%％")
_CANNOT_END = frozenset("（《〈【『「“‘([{")
_GOES_ON_WITH = (Style.SPOKEN, Style.DECIMAL, Style.DECIMAL_3, Style.SPACED, Style.BARE)
_LEADERS = ("...", "…", "··", "．．", "--")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the lines of a column begin and where they end when they are full; `pitch` is how far lines stand apart."""

    left: float
    right: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page, and what parts it from the piece before: a line feed, or "" or " " where that goes on in it."""

    page: int
    block: Block
    parted_by: str


def paragraphs(
    pages: Sequence[tuple[Flow, ...]], notes: Sequence[Sequence[TextLine]], widths: Sequence[float], body_size: float
) -> list[Piece]:
    """The blocks of all pages in order, each with how it is joined to the one before; letters are mostly of `body_size`.

    A page's notes stand behind its text, but never inside a sentence that goes on on the next page.
    """
    pieces: list[Piece] = []
    before: tuple[TextLine, Frame] | None = None
    waiting: list[Piece] = []
    frames = _frames(pages, widths)
    for number, flows in enumerate(pages):
        for flow, frame in zip(flows, frames[number], strict=True):
            for at, block in enumerate(flow.blocks):
                parted_by = "\n"
                if isinstance(block, TextLine):
                    if before is not None and (
                        _goes_on(*before, block, frame, below=at > 0)
                        or (at > 0 and _are_one_title(before[0], block, frame, body_size))
                    ):
                        parted_by = joint(before[0].text, block.text)
                    before = (block, frame)
                else:
                    before = None
                if parted_by == "\n":
                    pieces += waiting
                    waiting = []
                pieces.append(Piece(number, block, parted_by))
        if not flows:
            before = None
        waiting += (Piece(number, line, "\n") for line in notes[number])
    return pieces + waiting


def joint(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a space between words of letters, nothing between Chinese signs."""
    return " " if before[-1:].isascii() and after[:1].isascii() and after[:1] not in _CANNOT_BEGIN else ""


def _frames(pages: Sequence[tuple[Flow, ...]], widths: Sequence[float]) -> list[list[Frame]]:
    whole: dict[int, list[TextLine]] = {}
    for flows, width in zip(pages, widths, strict=True):
        whole.setdefault(round(width), []).extend(line for flow in flows if not flow.is_column for line in _lines(flow))
    usual = {width: _frame(lines, float(width)) for width, lines in whole.items()}
    found: list[list[Frame]] = []
    for flows, width in zip(pages, widths, strict=True):
        common = usual[round(width)]
        across = _frame([line for flow in flows if not flow.is_column for line in _lines(flow)], width, common)
        found.append([_column_frame(flow) if flow.is_column else across for flow in flows])
    return found


def _lines(flow: Flow) -> list[TextLine]:
    return [block for block in flow.blocks if isinstance(block, TextLine)]


def _column_frame(flow: Flow) -> Frame:
    lines = _lines(flow)
    left, right = min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)
    return Frame(left, right, _pitch(lines))


def _frame(lines: Sequence[TextLine], width: float, common: Frame | None = None) -> Frame:
    prose = [line for line in lines if "\t" not in line.text]
    if not prose or (common is not None and len(prose) < OWN_FRAME_LINES):
        return common if common is not None else Frame(0.0, width, 0.0)
    size = median(line.size for line in prose)
    least = max(LEAST_TRUSTED, TRUSTED_SHARE * len(prose))
    lefts = sorted(line.left for line in prose)
    left = next((edge for edge in lefts if _near(lefts, edge, size) >= BEGUN_SHARE * len(prose)), lefts[0])
    right = _right(prose, width, size, least)
    if right is None:
        # Paper has like margins on both sides, unless other pages tell better.
        right = (
            common.right + left - common.left
            if common is not None
            else max(width - left, max(line.right for line in prose))
        )
    return Frame(left, right, _pitch(prose))


def _right(lines: Sequence[TextLine], width: float, size: float, least: float) -> float | None:
    """Where full lines end, by votes; None where no lines were wrapped."""
    rights = sorted(line.right for line in lines if line.right - line.left >= WRAPPED_WIDTH * width)
    for edge in reversed(rights):
        if _near(rights, edge, size) >= least:
            return rights[bisect_right(rights, edge + SAME_EDGE * size) - 1]
    close = len(rights) - bisect_left(rights, rights[-1] - RAGGED_SIGNS * size) if rights else 0
    return rights[-1] if close >= max(LEAST_RAGGED, RAGGED_SHARE * len(lines)) else None


def _near(edges: Sequence[float], edge: float, size: float) -> int:
    """How many of these edges, which are sorted, stand where this one does."""
    return bisect_right(edges, edge + SAME_EDGE * size) - bisect_left(edges, edge - SAME_EDGE * size)


def _pitch(lines: Sequence[TextLine]) -> float:
    steps = [two.top - one.top for one, two in pairwise(lines) if two.top > one.top]
    return median(steps) if steps else 0.0


def _goes_on(one: TextLine, frame: Frame, two: TextLine, next_frame: Frame, *, below: bool) -> bool:
    """Whether the second line is in the paragraph of the first; `below` where it stands below it in one column."""
    size = max(one.size, two.size)
    if "\t" in one.text + two.text or _leads_away(one.text) or abs(one.size - two.size) > SAME_SIZE * size:
        return False
    if below and two.top - one.top > MORE_SPACE * max(frame.pitch, size):
        return False
    if frame.right - one.right > _first_word(two) + ROOM * size:
        return False
    before, after = one.left - frame.left, two.left - next_frame.left
    if before > MOST_INDENT * size and (after < before - size or frame.right - one.right > size):
        return False
    closed = one.text.endswith(_CLOSED)
    if after <= INDENT * size:
        # "附件2" and "第二章 职责" below a full line; not "第八条规定执行。", with which a sentence goes on.
        is_title = not two.text.endswith(_CLOSED) and next_frame.right - two.right > 2 * size
        is_numbered = closed and is_title and read_number(two.text) is not None  # "2 组织体系" below a sentence's end
        return not (is_numbered or ((closed or is_title) and _opens_something(two.text)))
    if abs(after - before) <= SAME_EDGE * size:
        return not closed and not _opens_something(two.text)
    return after < before or abs(after - _behind_number(one, frame)) <= SAME_EDGE * size


def _are_one_title(one: TextLine, two: TextLine, frame: Frame, body_size: float) -> bool:
    """Whether two lines, in the middle of the page and larger than its text, are one title.

    The names of offices that issue a paper together stand one below the other, too.
    """
    return (
        min(one.size, two.size) >= LARGER_BY * body_size
        and (round(one.size), one.style) == (round(two.size), two.style)
        and two.top - one.top <= TITLE_PITCH * two.size
        and all(abs(line.left - frame.left - (frame.right - line.right)) <= CENTRED * line.size for line in (one, two))
        and read_number(two.text) is None
        and not is_office(one.text)
    )


LARGER_BY = 1.15
"""A title of 22 points over a text of 16 is larger by more, a word in bold or a sign by less."""
TITLE_PITCH, CENTRED = 2.2, 1.5


def _leads_away(text: str) -> bool:
    """Whether a line leads to a page, as in a table of contents."""
    return text.rstrip("0123456789 -—()（）").endswith(_LEADERS)


def _first_word(line: TextLine) -> float:
    """How wide the shortest beginning of a line is that may stand at the end of another."""
    signs = [sign for sign in line.signs if not sign.text.isspace()]
    at = 0
    while at < len(signs) - 1 and signs[at].text in _CANNOT_END:
        at += 1
    while at < len(signs) - 1 and _is_one_word(
        signs[at].text, signs[at + 1].text, signs[at + 1].left - signs[at].right, line.size
    ):
        at += 1
    while at < len(signs) - 1 and signs[at + 1].text in _CANNOT_BEGIN:
        at += 1
    return signs[at].right - signs[0].left


def _is_one_word(one: str, two: str, gap: float, size: float) -> bool:
    return one.isascii() and two.isascii() and one.isalnum() and two.isalnum() and gap < ROOM * size / 2


def _opens_something(text: str) -> bool:
    number = read_number(text)
    return (number is not None and number.style not in _GOES_ON_WITH) or bool(label_of(text))


def _behind_number(line: TextLine, frame: Frame) -> float:
    """How far in the words behind the number of a line begin; below them the next lines of a hanging item stand."""
    number = read_number(line.text)
    if number is None:
        return float("-inf")
    inked = [sign for sign in line.signs if not sign.text.isspace()]
    at = sum(not sign.isspace() for sign in line.text[: number.end])
    return inked[at].left - frame.left if at < len(inked) else float("-inf")
