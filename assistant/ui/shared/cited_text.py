"""The text of an answer taken apart: paragraphs, lists, tables, and marks that open what they cite."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.types import Citation, Sentence

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

    `held` is the character before the mark, which keeps the mark from opening a line alone; `by_model` tells that a
    language model wrote both.
    """

    text: str
    held: str = ""
    citation: Citation | None = None
    by_model: bool = False


CitedLine = tuple[CitedPiece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list or table: rows of texts; `labels` name the columns of a table where each row is a card."""

    kind: BlockKind
    rows: tuple[tuple[CitedLine, ...], ...]
    labels: tuple[str, ...] = ()


def blocks(text: str, cited: Mapping[int, Citation], by_model: Sequence[Sentence] = ()) -> tuple[Block, ...]:
    """Paragraphs, lists and tables of an answer; anything else is a paragraph as it was written.

    `by_model` are the sentences of the text that a language model wrote: it writes no tables.
    """
    found: list[Block] = []
    rows: list[str] = []
    items: list[CitedLine] = []
    begin = 0  # of the line, in the text
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
            own = _moved(by_model, begin + bullet.end())
            items.append(cited_line(line[bullet.end() :], cited, own))
        elif line.strip():
            own = _moved(by_model, begin + len(line) - len(line.lstrip()))
            found.append(Block(BlockKind.PARAGRAPH, ((cited_line(line.strip(), cited, own),),)))
        begin += len(line) + 1
    return tuple(found)


def without_marks(text: str, cited: Container[int]) -> str:
    """The text of an answer without the marks of what it cites, for a line that is read by itself."""
    return _MARK.sub(lambda mark: "" if int(mark.group(1)) in cited else mark.group(), text)


def _table(rows: list[str], cited: Mapping[int, Citation]) -> list[Block]:
    """The table as a block; none where its rows are but rules."""
    cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows if set(row) - _RULE_SIGNS]
    if not cells:
        return []
    labels = (*(_MARK.sub("", head).strip() for head in cells[0]), *[""] * max(map(len, cells)))
    lines = tuple(tuple(cited_line(cell, cited) for cell in row) for row in cells)
    return [Block(BlockKind.TABLE, lines, labels)]


def _moved(sentences: Sequence[Sentence], begin: int) -> tuple[Sentence, ...]:
    """The sentences as they stand in a line that begins there."""
    return tuple(Sentence(one.start - begin, one.end - begin) for one in sentences)


def cited_line(text: str, cited: Mapping[int, Citation], by_model: Sequence[Sentence] = ()) -> CitedLine:
    """The text with every mark that has a citation taken out; any other stays what it is.

    A sentence of `by_model` ends with its marks, so that a piece is part of one, or of none.
    """
    pieces: list[CitedPiece] = []
    at = 0

    def written(start: int, end: int) -> bool:
        return any(one.start < end and start < one.end for one in by_model)

    for match in _MARK.finditer(text):
        citation = cited.get(int(match.group(1)))
        if citation is not None:
            said = text[at : match.start()]
            pieces.append(CitedPiece(said[:-1], said[-1:], citation, by_model=written(at, match.start())))
            at = match.end()
    return (*pieces, CitedPiece(text[at:], by_model=written(at, len(text))))
