"""The lines of a file, some of them marked as headings, put together to the text that loading gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.reading.files.types import LoadedText, MarkedHeading, Prominent
from index.reading.lines import is_han

_LOWEST = 9
"""The lowest level of a heading; Word knows nine."""

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class FileLine:
    """A paragraph or a row of a table; `level` is that of a heading, 1 the highest, and 0 for what is none."""

    text: str
    level: int = 0


def line_feeds(text: str) -> str:
    """The text with a line feed for every kind of line end."""
    return _NEWLINES.sub("\n", text)


def on_one_line(text: str) -> str:
    """The lines of a text as one: Chinese runs on, other words keep a space between them."""
    joined = ""
    for line in filter(None, (" ".join(line.split()) for line in text.split("\n"))):
        runs_on = not joined or is_han(joined[-1]) or is_han(line[0])
        joined += line if runs_on else f" {line}"
    return joined


def loaded_text(
    path: Path, lines: Iterable[FileLine], warnings: tuple[str, ...] = (), prominent: tuple[Prominent, ...] = ()
) -> LoadedText:
    """The text of a file without pages, a line feed between its lines."""
    text, headings = _joined(lines, 0)
    return LoadedText(path, text, (), warnings, prominent, headings)


def loaded_pages(
    path: Path,
    pages: Sequence[Iterable[FileLine]],
    warnings: tuple[str, ...] = (),
    prominent: tuple[Prominent, ...] = (),
) -> LoadedText:
    """The text of a file with pages, each of which ends with a line feed."""
    texts: list[str] = []
    starts: list[int] = []
    headings: list[MarkedHeading] = []
    at = 0
    for page in pages:
        text, marked = _joined(page, at)
        starts.append(at)
        texts.append(text.rstrip("\n") + "\n")
        headings += marked
        at += len(texts[-1])
    return LoadedText(path, "".join(texts), tuple(starts), warnings, prominent, tuple(headings))


def _joined(lines: Iterable[FileLine], start: int) -> tuple[str, tuple[MarkedHeading, ...]]:
    """The lines as one text, which begins at `start`, and where their headings stand in it."""
    texts: list[str] = []
    headings: list[MarkedHeading] = []
    at = start
    for line in lines:
        text = line_feeds(line.text)
        if line.level and (bare := text.strip()):
            begin = at + text.index(bare)
            headings.append(MarkedHeading(begin, begin + len(bare), min(line.level, _LOWEST)))
        texts.append(text)
        at += len(text) + 1
    return "\n".join(texts), tuple(headings)
