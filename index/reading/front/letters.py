"""The title that a file shows first, which may be that of a letter, and what is not sure of a paper's description."""

from __future__ import annotations

from dataclasses import dataclass

from index.reading.files.types import LoadedText
from index.reading.front.form import form_of
from index.reading.front.front_lines import FrontLine, Role, front_lines
from index.reading.front.paper_kinds import ending_of
from index.reading.front.paper_titles import ReadTitle, Witnesses, read_title
from index.types import CleanText, Document, PaperKind

_MOST_SHOWN = 40
"""Lines, about a page, among which title and issuer of a paper stand."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is not sure of a paper's title, issuer and kind, and the lines of its first page that may tell."""

    lines: tuple[FrontLine, ...]
    title: bool
    issuer: bool
    kind: bool


def stem_of(loaded: LoadedText) -> str:
    """The file's name in words."""
    return " ".join(loaded.path.stem.replace("_", " ").split())


def letter_of(clean: CleanText, loaded: LoadedText) -> ReadTitle:
    """The title of the paper, or of the letter that brings it."""
    stem = stem_of(loaded)
    lines, labelled = front_lines(clean.text), form_of(loaded.text).get("title", "")
    letter = read_title(Witnesses(lines, labelled, loaded.prominent, stem, clean.text))
    if ending_of(letter.text).written:
        return letter
    # a title that is printed atop every page is taken out as a running head
    printed = read_title(Witnesses(front_lines(loaded.text), "", loaded.prominent, stem, loaded.text))
    return printed if ending_of(printed.text).written else letter


def doubt_of(clean: CleanText, loaded: LoadedText, document: Document) -> Doubt | None:
    """What is not sure of `document` as it was read; None where title and kind are."""
    title, kind = not letter_of(clean, loaded).is_sure, document.kind is PaperKind.OTHER
    if not (title or kind):
        return None
    first = front_lines(clean.text, most=_MOST_SHOWN)  # but for those of a form, which was read
    lines = tuple(line for line in first if line.role is not Role.FIELD)
    return Doubt(lines, title, not document.issuer, kind)
