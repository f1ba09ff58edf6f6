"""Plan texts in, passages with their heading path out, and the pairs that a plan's structure gives.

A simple splitter for training and for the training's own figures; the index has its own, finer one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.training.pairs import Pair

MAX_PASSAGE_CHARS = 300
MIN_BODY_CHARS = 40
_LEVELS = (
    re.compile(r"^(第[一二三四五六七八九十]+[章篇]|[一二三四五六七八九十]+、)"),  # 一、指导思想; not 一是
    re.compile(r"^([（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+节)"),  # (二)领导小组; not 二)
    re.compile(r"^(\d{1,2}[.．、](?!\d)|专栏\s*\d+|附件)"),  # 1.煤矿; not 1.5万
)
_DOT_LEADER = re.compile(r"[.…·]{4,}\s*\d*\s*$")  # 一、规划背景......3; not an ellipsis in prose
_SENTENCE_END = re.compile(r"(?<=[。;；!！?？])")
MAX_HEADING_CHARS = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a plan with the headings above it."""

    document: str
    heading: str
    text: str

    @property
    def searched(self) -> str:
        """What is embedded: headings, then text."""
        return f"{self.heading} {self.text}".strip()


def read_passages(folder: Path) -> tuple[Passage, ...]:
    """The passages of every ``*.txt`` plan in a folder, in file order."""
    return tuple(
        passage for path in sorted(folder.glob("*.txt")) for passage in split_plan(path.stem, path.read_text(encoding="utf-8"))
    )


def split_plan(document: str, text: str) -> Iterator[Passage]:
    """Passages of at most about 300 characters that end at sentence ends and keep their headings."""
    path = ["", "", ""]
    body = ""
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped or _DOT_LEADER.search(stripped):
            continue
        level = next((number for number, pattern in enumerate(_LEVELS) if pattern.match(stripped)), None)
        if level is not None:
            yield from _cut(document, path, body)
            heading, _, body = _split_heading(stripped)
            path = [*path[:level], heading, *[""] * (2 - level)]
        else:
            body += stripped
    yield from _cut(document, path, body)


def structure_pairs(passages: tuple[Passage, ...]) -> tuple[Pair, ...]:
    """Each lowest heading with each passage under it."""
    return tuple(
        Pair(passage.heading.split(" › ")[-1], passage.text)
        for passage in passages
        if passage.heading and len(passage.text) >= MIN_BODY_CHARS
    )


def _split_heading(line: str) -> tuple[str, str, str]:
    """"(一)监管。各级……" -> its first sentence as heading, and the rest."""
    heading, stop, rest = line.partition("。")
    if len(heading) > MAX_HEADING_CHARS:
        return "", "", line
    return heading, stop, rest


def _cut(document: str, path: list[str], body: str) -> Iterator[Passage]:
    heading = " › ".join(part for part in path if part)
    piece = ""
    for sentence in _SENTENCE_END.split(body):
        if piece and len(piece) + len(sentence) > MAX_PASSAGE_CHARS:
            yield Passage(document, heading, piece)
            piece = ""
        piece += sentence
    if piece.strip() or heading:
        yield Passage(document, heading, piece)
