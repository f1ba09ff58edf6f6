"""The text of an answer taken apart: paragraphs, lists, tables, and marks that open what they cite."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.types import Citation

# A citation mark, "[1]" to "[99]". Not "国发[2021]23号", whose brackets hold a year.
_MARK = re.compile(r"\[([1-9]\d?)\]")
# "- 甲", "2) 乙"; not "2.5 times".
_BULLET = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_RULE_SIGNS = set("|:- \t")


class BlockKind(StrEnum):
    """What a block of an answer is laid out as."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class CitedPiece:
    """Some text and the citation after it, None at the end of a line.

    `held` is the character before the mark, which keeps the mark from opening a line alone.
    """

    text: str
    held: str = ""
    citation: Citation | None = None


CitedLine = tuple[CitedPiece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list or table: rows of texts; `labels` name the columns of a table where each row is a card."""

    kind: BlockKind
    rows: tuple[tuple[CitedLine, ...], ...]
    labels: tuple[str, ...] = ()


def blocks(text: str, cited: Mapping[int, Citation]) -> tuple[Block, ...]:
    """Paragraphs, lists and tables of an answer; anything else is a paragraph as it was written."""
    found: list[Block] = []
    rows: list[str] = []
    items: list[CitedLine] = []
    for line in [*text.split("\n"), ""]:
        if rows and "|" not in line:
            found += _table(rows, cited)
            rows = []
        bullet = _BULLET.match(line)
        if items and not bullet:
            found.append(Block(BlockKind.LIST, (tuple(items),)))
            items = []
        if line.lstrip().startswith("|"):
            rows.append(line)
        elif bullet:
            items.append(cited_line(line[bullet.end() :], cited))
        elif line.strip():
            found.append(Block(BlockKind.PARAGRAPH, ((cited_line(line.strip(), cited),),)))
    return tuple(found)


def _table(rows: list[str], cited: Mapping[int, Citation]) -> list[Block]:
    """The table as a block; none where its rows are but rules."""
    cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows if set(row) - _RULE_SIGNS]
    if not cells:
        return []
    labels = (*(_MARK.sub("", head).strip() for head in cells[0]), *[""] * max(map(len, cells)))
    lines = tuple(tuple(cited_line(cell, cited) for cell in row) for row in cells)
    return [Block(BlockKind.TABLE, lines, labels)]


def cited_line(text: str, cited: Mapping[int, Citation]) -> CitedLine:
    """The text with every mark that has a citation taken out; any other stays what it is."""
    pieces: list[CitedPiece] = []
    at = 0
    for match in _MARK.finditer(text):
        citation = cited.get(int(match.group(1)))
        if citation is not None:
            said = text[at : match.start()]
            pieces.append(CitedPiece(said[:-1], said[-1:], citation))
            at = match.end()
    return (*pieces, CitedPiece(text[at:]))
