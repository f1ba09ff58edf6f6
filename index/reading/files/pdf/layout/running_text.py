"""Pieces of pages to one text: where each page begins in it, and where its paragraphs stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.reading.files.pdf.layout.paragraphs import Piece
from index.reading.files.pdf.layout.standing_out import Paragraph
from index.reading.files.pdf.layout.types import SeenBlock, TableBlock, TextLine
from index.types import RecognisedLine


@dataclass(frozen=True, slots=True)
class RunningText:
    """A text, the offset at which each page begins, its paragraphs, tables aside, and what was read from pictures."""

    text: str
    page_starts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    recognised: tuple[RecognisedLine, ...]


def running_text(pieces: Sequence[Piece], pages: int) -> RunningText:
    """Every page has its place, one that holds nothing an empty line; an empty line parts two tables, too."""
    lines = (piece.block.text for piece in pieces if isinstance(piece.block, TextLine))
    writer = _Writer(frozenset(word for line in lines if "-" in line for word in line.split()))
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if piece.parted_by != "\n":
            writer.go_on(piece)
            continue
        writer.begin(piece, apart=before is not None and _are_tables(before, piece))
    writer.end_line()
    writer.blank_pages(pages)
    return RunningText("".join(writer.parts), tuple(writer.page_starts), tuple(writer.paragraphs), tuple(writer.seen))


def _are_tables(one: Piece, two: Piece) -> bool:
    return isinstance(one.block, TableBlock) and isinstance(two.block, TableBlock)


class _Writer:
    """Writes pieces one behind the other and keeps the offsets."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self.parts: list[str] = []
        self.page_starts: list[int] = []
        self.paragraphs: list[Paragraph] = []
        self.seen: list[RecognisedLine] = []
        self._chars = 0

    def begin(self, piece: Piece, *, apart: bool) -> None:
        self.end_line()
        if apart:
            self._put("\n")
        self.open_pages(piece.page)
        start = self._chars
        match piece.block:
            case TextLine():
                self._put(piece.block.text)
                self.paragraphs.append(Paragraph(start, self._chars, piece.page, (piece.block,)))
            case TableBlock():
                self._put("\n".join(piece.block.lines))
            case SeenBlock():
                self._put(piece.block.text)
                moved = (replace(line, start=start + line.start, end=start + line.end) for line in piece.block.lines)
                self.seen += moved

    def go_on(self, piece: Piece) -> None:
        """The piece is in the last paragraph, maybe on a later page."""
        assert isinstance(piece.block, TextLine)
        hyphen = self._hyphen(piece.block.text)
        if hyphen is None:
            self._put(piece.parted_by)
        elif not hyphen:
            self.parts[-1] = self.parts[-1][:-1]
            self._chars -= 1
        self.open_pages(piece.page)
        self._put(piece.block.text)
        last = self.paragraphs[-1]
        self.paragraphs[-1] = Paragraph(last.start, self._chars, last.page, (*last.lines, piece.block))

    def _hyphen(self, after: str) -> str | None:
        """What becomes of the hyphen that a line ends with: "" where it only broke a word; None where there is none.

        It stays where the file writes the word with a hyphen within a line, too.
        """
        before = self.parts[-1] if self.parts else ""
        if not (before.endswith("-") and before[-2:-1].isalpha() and before.isascii() and after[:1].islower()):
            return None
        word = before.split()[-1] + after.split()[0].rstrip(".,;:!?)")
        return "-" if word in self._words else ""

    def end_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self._put("\n")

    def open_pages(self, number: int) -> None:
        """Note down where the pages up to this one (0-based) begin; those before it that are still missing are blank."""
        self.blank_pages(number)
        if len(self.page_starts) == number:
            self.page_starts.append(self._chars)

    def blank_pages(self, until: int) -> None:
        """Give each page before this one that holds nothing an empty line."""
        while len(self.page_starts) < until:
            self.page_starts.append(self._chars)
            self._put("\n")

    def _put(self, part: str) -> None:
        if part:
            self.parts.append(part)
            self._chars += len(part)
