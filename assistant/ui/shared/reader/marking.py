"""Pieces of a plan's text, with the passage marked in them."""

from __future__ import annotations

from dataclasses import dataclass

from index.types import Span


@dataclass(frozen=True, slots=True)
class PaperPiece:
    """Some text of the plan; `marked` where it is of the passage, `first` where the page scrolls to it."""

    text: str
    marked: bool = False
    first: bool = False


Pieces = tuple[PaperPiece, ...]


class Marker:
    """Cuts pieces out of the text, marking what lies in the passage; the first mark is the one the page scrolls to."""

    def __init__(self, text: str, passage: Span | None) -> None:
        self.text = text
        self.passage = passage
        self._placed = False

    def covers(self, start: int, end: int) -> bool:
        """Whether the passage and `text[start:end]` have something in common."""
        return self.passage is not None and start < self.passage.end and self.passage.start < end

    def pieces(self, start: int, end: int) -> Pieces:
        """The text from `start` to `end`, what lies in the passage apart."""
        if self.passage is None or not self.covers(start, end):
            return (PaperPiece(self.text[start:end]),)
        first, last = max(start, self.passage.start), min(end, self.passage.end)
        return PaperPiece(self.text[start:first]), self.marked(self.text[first:last]), PaperPiece(self.text[last:end])

    def marked(self, text: str) -> PaperPiece:
        """A text that is of the passage."""
        first, self._placed = not self._placed, True
        return PaperPiece(text, marked=True, first=first)
