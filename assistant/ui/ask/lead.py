"""An answer's text laid out: its first sentence, which tells what was asked, the rest, or the parts of a question of several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.types import Answer, Citation, Sentence
from assistant.ui.shared.cited_text import Block, blocks

MAX_LEAD_WIDTH = 130
"""Of a first sentence that is set large, in Latin letters; a Chinese character is as wide as two. A longer one is a paragraph."""
_OPENING, _CLOSING = "“（《(", "”）》)"


@dataclass(frozen=True, slots=True)
class SaidPart:
    """What an answer says of one thing: `asked` is "" where one thing was asked."""

    asked: str
    lead: tuple[Block, ...]
    rest: tuple[Block, ...]
    is_long: bool


def said_parts(answer: Answer) -> tuple[SaidPart, ...]:
    """The parts of an answer, one where it has no more; of an answer that a language model wrote always one."""
    cited = {citation.number: citation for citation in answer.citations}
    whole = len(answer.answer)
    if len(answer.parts) > 1 and all(0 <= part.start < part.end <= whole for part in answer.parts):
        return tuple(_part(part.asked, answer, (part.start, part.end), cited) for part in answer.parts)
    return (_part("", answer, (0, whole), cited),)


def _part(asked: str, answer: Answer, bounds: tuple[int, int], cited: Mapping[int, Citation]) -> SaidPart:
    start, end = bounds
    text = answer.answer[start:end]
    cut = lead_end(text)
    lead = blocks(text[:cut], cited, _moved(answer, start))
    rest = blocks(text[cut:], cited, _moved(answer, start + cut))
    return SaidPart(asked, lead, rest, _width(text[:cut]) > MAX_LEAD_WIDTH)


def _moved(answer: Answer, begin: int) -> tuple[Sentence, ...]:
    return tuple(Sentence(one.start - begin, one.end - begin) for one in answer.by_model)


def lead_end(text: str) -> int:
    """Where the first sentence of a text ends, its marks with it; 0 where the text begins with a list or a table."""
    line = text.split("\n", 1)[0]
    if line.lstrip().startswith(("|", "- ")):
        return 0
    depth = 0
    for at, sign in enumerate(line):
        depth = max(depth + (sign in _OPENING) - (sign in _CLOSING), 0)
        ends = sign in "。？！" or (sign in ".?!" and line[at + 1 : at + 2] in ("", " "))
        if ends and not depth:
            return _behind_marks(line, at + 1)
    return len(line)


def _behind_marks(line: str, at: int) -> int:
    """Behind the marks that follow: "… [1][2]"."""
    while (stop := line.find("]", at)) >= 0 and line[at:stop].strip().removeprefix("[").isdigit():
        at = stop + 1
    return at


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
