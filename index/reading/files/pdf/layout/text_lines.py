"""Signs to lines of text: what stands side by side, from left to right, with spaces where a reader sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from index.reading.files.pdf.layout.page_signs import TWICE_SHARE
from index.reading.files.pdf.layout.types import Sign, TextLine
from index.reading.lines import is_han

SAME_LINE = 0.45
"""Of a sign's size: raised and lowered signs stand off their line by less, the next line by more."""
PIECE_GAP = 1.2
"""So many signs' width may part two columns; justified text has gaps of up to one."""
WIDE_GAP = 4.0
"""So many part what does not belong to one line of words: a number and its signatory, a name and a telephone number."""
HAN_GAP, MIXED_GAP, WRITTEN_GAP = 0.7, 0.6, 0.15
"""So wide a gap is a space between two Chinese signs, beside a Latin one, and where the file writes a space there."""
SPREAD_GAPS = 2.0
"""It is so many times wider than what parts the other signs of a line that is spread to its width."""
WORD_GAP = 0.13
"""And so wide between two letters, beyond what parts the others of their line; a word space is a quarter of their size."""
RAISED_BY, RAISED_SIZE = 0.2, 0.8
"""A sign that is this much higher and smaller than its neighbours is a footnote's mark or a power."""
LEADERS = ".·…．_"
"""Signs that lead from a heading to its page, one after the other however far they stand apart."""
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def rows_of(signs: Iterable[Sign]) -> list[list[Sign]]:
    """Signs that stand side by side, row by row from the top, each row from left to right."""
    rows: list[list[Sign]] = []
    anchor: Sign | None = None
    for sign in sorted(signs, key=lambda sign: (sign.base, sign.left)):
        if anchor is not None and sign.base - anchor.base <= SAME_LINE * max(anchor.size, sign.size):
            rows[-1].append(sign)
            anchor = max(anchor, sign, key=lambda one: one.size)
        else:
            rows.append([sign])
            anchor = sign
    return [_once(sorted(row, key=lambda sign: sign.left)) for row in rows]


def _once(row: list[Sign]) -> list[Sign]:
    """Without what is printed twice at one place; what is so is bold."""
    kept: list[Sign] = []
    for sign in row:
        again = next((at for at in range(len(kept) - 1, max(-1, len(kept) - 4), -1) if _is_again(kept[at], sign)), None)
        if again is None:
            kept.append(sign)
        elif not kept[again].bold:
            one = kept[again]
            kept[again] = Sign(one.text, one.left, one.right, one.base, one.size, one.style, bold=True)
    return kept


def _is_again(one: Sign, two: Sign) -> bool:
    near = TWICE_SHARE * one.size
    return one.text == two.text and abs(one.left - two.left) <= near and abs(one.base - two.base) <= near


def pieces_of(row: Sequence[Sign], gap: float = PIECE_GAP) -> Iterator[TextLine]:
    """The parts of a row that stand more than `gap` signs apart."""
    inked = [at for at, sign in enumerate(row) if not sign.text.isspace()]
    begin = 0
    for one, two in pairwise(inked):
        if row[two].left - row[one].right > gap * max(row[one].size, row[two].size):
            yield line_of(row[begin:two])
            begin = two
    if inked:
        yield line_of(row[begin:])


def line_of(signs: Sequence[Sign]) -> TextLine:
    """One line of these signs, at least one of which has ink; `signs` go from left to right."""
    inked = [sign for sign in signs if not sign.text.isspace()]
    spaces = [sign.left for sign in signs if sign.text.isspace()]
    # Chinese before the rest: its digits and letters are often set in another font.
    telling = [sign for sign in inked if is_han(sign.text)] or inked
    sizes = Counter[tuple[float, str, bool]]()
    for sign in telling:
        sizes[round(sign.size, 1), sign.style, sign.bold] += 1
    (size, style, bold), _ = max(sizes.items(), key=lambda one: (one[1], one[0]))
    return TextLine(
        _spaced(inked, spaces, size),
        tuple(signs),
        inked[0].left,
        min(sign.top for sign in inked),
        max(sign.right for sign in inked),
        max(sign.bottom for sign in inked),
        size,
        style,
        bold,
    )


def _spaced(inked: list[Sign], spaces: list[float], size: float) -> str:
    base = median(sign.base for sign in inked)
    wide = [_is_wide(sign) for sign in inked]
    gaps = [(two.left - one.right) / max(one.size, two.size) for one, two in pairwise(inked)]
    usual = (_usual(gaps, [sign.text.isalnum() and not _is_wide(sign) for sign in inked]), _usual(gaps, wide))
    text = _word(inked[0], base, size)
    at = 0
    for before, (one, two) in enumerate(pairwise(inked)):
        while at < len(spaces) and spaces[at] < one.left:
            at += 1
        spaced = at < len(spaces) and spaces[at] < two.left
        both = wide[before] + wide[before + 1]
        leads = one.text == two.text and one.text in LEADERS
        text += "" if leads else _between(gaps[before], usual[both > 0], both, spaced=spaced)
        text += _word(two, base, size)
    return text


def _usual(gaps: Sequence[float], counted: Sequence[bool]) -> float:
    """What parts two signs of a kind in a line that is spread to its width."""
    found = [gap for gap, one, two in zip(gaps, counted, counted[1:], strict=False) if one and two]
    return max(median(found), 0.0) if found else 0.0


def _between(gap: float, usual: float, wide: int, *, spaced: bool) -> str:
    """What a reader sees between two signs, of which so many are wide; gaps are told in the width of a sign."""
    if gap > max(WIDE_GAP, SPREAD_GAPS * usual):
        return "\t"
    least = WRITTEN_GAP if spaced else (WORD_GAP, MIXED_GAP, HAN_GAP)[wide]
    if wide == 0:
        return " " if spaced or gap > least + usual else ""
    return " " if gap > (max(least, SPREAD_GAPS * usual) if wide > 1 else least + usual) else ""


def _is_wide(sign: Sign) -> bool:
    """Whether a sign is as wide as it is high: Chinese and its punctuation."""
    return sign.text[:1] >= "\u2e80" or (sign.text[:1] in "“”‘’…—" and sign.right - sign.left > HALF_WIDE * sign.size)


HALF_WIDE = 0.6
"""Quotation marks and dashes are wider than this in Chinese fonts alone."""


def _word(sign: Sign, base: float, size: float) -> str:
    raised = base - sign.base > RAISED_BY * size and sign.size <= RAISED_SIZE * size
    return sign.text.translate(_POWERS) if raised else sign.text
