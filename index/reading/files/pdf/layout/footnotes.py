"""Notes at the foot of a page: small print that opens with a mark which stands in the page's text, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.reading.files.pdf.layout.columns import Flow
from index.reading.files.pdf.layout.paragraphs import joint
from index.reading.files.pdf.layout.types import TextLine

SMALL_PRINT = 0.93
"""Of the size of the text: a note is at least so much smaller."""
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_OTHER_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳*†‡"
_MOST_MARK_SIGNS = 3


def without_notes(flows: tuple[Flow, ...], body_size: float) -> tuple[tuple[Flow, ...], tuple[TextLine, ...]]:
    """The flows of a page without its footnotes, and these, one line a note."""
    marks = {mark for flow in flows for line in _lines(flow.blocks) for mark in _marks_in(line.text)}
    kept: list[Flow] = []
    notes: list[TextLine] = []
    for flow in flows:
        first = _first_note(flow, marks, body_size)
        kept.append(replace(flow, blocks=flow.blocks[:first]))
        for line in _lines(flow.blocks[first:]):
            if mark_of(line.text) in marks or not notes:
                notes.append(line)
            else:
                whole = f"{notes[-1].text}{joint(notes[-1].text, line.text)}{line.text}"
                notes[-1] = replace(notes[-1], text=whole, signs=(*notes[-1].signs, *line.signs))
    return tuple(flow for flow in kept if flow.blocks), tuple(notes)


def mark_of(text: str) -> str:
    """The mark that a note may open with: "1" of "¹ 见…", "1见…" and "[1] 见…"; "" for none."""
    if text[:1] in _OTHER_MARKS:
        return text[:1]
    raised = text[: len(text) - len(text.lstrip(_RAISED))]
    if raised:
        return raised.translate(_PLAIN)
    bare = text.lstrip("[〔（(")
    digits = bare[: len(bare) - len(bare.lstrip("0123456789"))]
    return digits if len(digits) <= _MOST_MARK_SIGNS else ""


def _marks_in(text: str) -> list[str]:
    """The marks that stand in a text behind other words."""
    found = [sign for sign in text[1:] if sign in _OTHER_MARKS]
    at = 1
    while at < len(text):
        end = at
        while end < len(text) and text[end] in _RAISED:
            end += 1
        if end > at:
            found.append(text[at:end].translate(_PLAIN))
        at = end + 1
    return found


def _lines(blocks: Sequence[object]) -> list[TextLine]:
    return [block for block in blocks if isinstance(block, TextLine)]


def _first_note(flow: Flow, marks: set[str], body_size: float) -> int:
    """Where the small print at the foot of a flow begins that opens with one of these marks."""
    first = len(flow.blocks)
    for at in range(len(flow.blocks) - 1, -1, -1):
        line = flow.blocks[at]
        if not isinstance(line, TextLine) or line.size > SMALL_PRINT * body_size:
            break
        if mark_of(line.text) in marks:
            first = at
    return first
