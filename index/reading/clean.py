"""Cleaning: the text of a file -> the text readers see.

Takes out what the web page or the conversion put into a plan (tag debris, portal headers and footers, advertising,
tables of contents, mark-up, line breaks inside sentences). Never changes a fact and never restores lost text: where a
foreign string stood inside a sentence the gap stays visible as 〔…〕.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from index.reading.broken_lines import broken_lines, spread_lines
from index.reading.contents import contents
from index.reading.files.types import LoadedText
from index.reading.lines import Edit, is_han, lines_of
from index.reading.page_edges import page_numbers, running_heads
from index.reading.site import advertising, site_lines
from index.types import CleanText, MarkedHeading, RecognisedLine, Repair


def clean(document_id: str, loaded: LoadedText) -> CleanText:
    """The cleaned text of one file, with what points into it carried along and a count of every kind of repair."""
    text = loaded.text
    marked = loaded.headings or _markdown_headings(text)
    pieces: tuple[MarkedHeading | RecognisedLine, ...] = (*marked, *loaded.recognised)
    offsets = sorted({*loaded.page_starts, *(piece.start for piece in pieces), *(piece.end for piece in pieces)})
    now = offsets
    repairs: list[Repair] = []
    if heads := running_heads(text, loaded.page_starts):
        text, now = _apply(text, now, heads)
        repairs.append(Repair("running heads of pages", len(heads)))
    for fault, find in _PASSES:
        edits = find(text)
        if edits:
            text, now = _apply(text, now, edits)
            repairs.append(Repair(fault, len(edits)))
    moved = dict(zip(offsets, now, strict=True))
    return CleanText(
        document_id,
        text,
        tuple(moved[start] for start in loaded.page_starts),
        tuple(repairs),
        _left_of(loaded.recognised, moved),
        _left_of(marked, moved),
    )


def _markdown_headings(text: str) -> tuple[MarkedHeading, ...]:
    """The lines that Markdown marks: "## 第一章 总则" is one of level 2."""
    found: list[MarkedHeading] = []
    for line in lines_of(text):
        words = line.text.strip()
        level = len(words) - len(words.lstrip("#"))
        if 0 < level <= _LOWEST_IN_MARKDOWN and words[level : level + 1].isspace():
            found.append(MarkedHeading(line.start, line.end, level))
    return tuple(found)


_LOWEST_IN_MARKDOWN = 6
_Piece = TypeVar("_Piece", MarkedHeading, RecognisedLine)


def _left_of(pieces: tuple[_Piece, ...], moved: Mapping[int, int]) -> tuple[_Piece, ...]:
    """The pieces where they stand now; those that were taken out whole are gone."""
    placed = (replace(piece, start=moved[piece.start], end=moved[piece.end]) for piece in pieces)
    return tuple(piece for piece in placed if piece.start < piece.end)


def _apply(text: str, offsets: list[int], edits: list[Edit]) -> tuple[str, list[int]]:
    """Make all edits (sorted, not overlapping) and move the offsets (sorted) with the text; one inside an edit goes to its start."""
    pieces: list[str] = []
    moved: list[int] = []
    waiting = deque(offsets)
    at = out_chars = 0
    for edit in edits:
        while waiting and waiting[0] < edit.end:
            moved.append(out_chars + max(0, min(waiting.popleft(), edit.start) - at))
        pieces += (text[at : edit.start], edit.new)
        out_chars += edit.start - at + len(edit.new)
        at = edit.end
    moved += [out_chars + offset - at for offset in waiting]
    pieces.append(text[at:])
    return "".join(pieces), moved


def _every(pattern: str, new: str = "", flags: int = 0) -> Callable[[str], list[Edit]]:
    compiled = re.compile(pattern, flags)

    def find(text: str) -> list[Edit]:
        return [Edit(m.start(), m.end(), m.expand(new)) for m in compiled.finditer(text) if m.group() != m.expand(new)]

    return find


def _trim_lines(text: str) -> list[Edit]:
    """White space at line ends; at line starts too, save the tabs of a table row (empty first or last cells)."""
    edits: list[Edit] = []
    is_row = False
    following = 0
    for line in text.split("\n"):
        start, following = following, following + len(line) + 1
        # Below a row, a line with one filled cell is a row too, unless it is as good as a paragraph indented by a tab.
        is_row = "\t" in line.strip() or (is_row and "\t" in line and line.count("\t") > 1)
        kept = line.rstrip(" ") if is_row else line.rstrip(" \t")
        if len(kept) < len(line):
            edits.append(Edit(start + len(kept), start + len(line), ""))
        lead = len(kept) - len(kept.lstrip(" " if is_row else " \t"))
        if lead and kept.strip():
            edits.append(Edit(start, start + lead, ""))
    return sorted(edits, key=lambda edit: edit.start)


_FULL_WIDTH = {sign: str(digit) for digit, sign in enumerate("０１２３４５６７８９")} | {"％": "%"}


def _full_width(text: str) -> list[Edit]:
    """The same digits in the width of a character: "２０２６年１５％" -> "2026年15%"."""
    return [Edit(at, at + 1, _FULL_WIDTH[sign]) for at, sign in enumerate(text) if sign in _FULL_WIDTH]


def _spaces_beside_digits(text: str) -> list[Edit]:
    """Spaces between Chinese and digits; the one after a number that opens a line parts the cells of a table row."""
    edits: list[Edit] = []
    for match in _SPACES.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        opens = text[max(0, match.start() - 8) : match.start()].rstrip("0123456789.%").rstrip(" ")
        if (_is_chinese(before, "，。、（《") and after.isdecimal()) or (
            (before.isdecimal() or before in (".", "%"))
            and _is_chinese(after, "，。、）》")
            and opens
            and opens[-1] not in "\n\t-/:"
        ):
            edits.append(Edit(match.start(), match.end(), ""))
    return edits


_SPACES = re.compile(" +")


def _is_chinese(sign: str, marks: str) -> bool:
    return bool(sign) and (is_han(sign) or sign in marks)


_PASSES: tuple[tuple[str, Callable[[str], list[Edit]]], ...] = (
    ("unusual white space", _every(r"[\u00a0\u2002-\u200a\u3000\u202f]", " ")),
    ("full-width digits", _full_width),
    ("invisible characters", _every(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")),
    # "<mark id="h4sia">", "</td>", "<!-- INFO END -->"; not "<自治区三年行动方案>", which is a title inside a title.
    ("HTML tags", _every(r"<!--[\s\S]{0,2000}?-->|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\u4e00-\u9fff]*)?/?>")),
    ("HTML list marks without text", _every(r"(?m)^[ \t]*(?:[•·]|\d+\.)[ \t]*\n")),
    # "**二是死亡人数大幅下降。**2015年", "## 第一章 总则", "~~草稿~~", which is struck
    (
        "Markdown marks",
        _every(r"(?m)^[ \t]*#{1,6}[ \t]+|~~[^~\n]+~~|\*{2,}|(?<=[\u4e00-\u9fff。，])\*(?=[\u4e00-\u9fff])"),
    ),
    # "共性问题 and 重大隐患": a translated conjunction; the words around it stay, the foreign one goes.
    ("stray English conjunctions", _every(r"(?<=[\u4e00-\u9fff])\s+(?:and|or)\s+(?=[\u4e00-\u9fff])", " ")),
    ("table of contents", contents),
    ("page numbers", page_numbers),
    ("site furniture", site_lines),
    ("advertising", advertising),
    # "到 2020 年末" -> "到2020年末"
    ("spaces beside digits", _spaces_beside_digits),
    ("lines spread to their width", spread_lines),
    ("broken lines", broken_lines),
    ("surrounding white space", _trim_lines),
    ("empty lines", _every(r"\n{5,}", "\n\n")),
    ("empty lines at the ends", _every(r"\A\n+|\n+\Z")),
)
