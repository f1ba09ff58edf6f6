"""An answer's text laid out: its first sentence, which tells what was asked, the rest, or the parts of a question of several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.types import Answer, Asked, Citation, Sentence
from assistant.ui.shared.cited_text import Block, blocks
from index.terms.lexicon import is_han, is_office

MAX_LEAD_WIDTH = 130
"""Of a first sentence that is set large, in Latin letters; a Chinese character is as wide as two. A longer one is a paragraph."""
MAX_KEY_CHARS = 150
"""How far an office in English may reach, with its Chinese name and that of the plan before it."""
_OPENING, _CLOSING = "“（《(", "”）》)"


@dataclass(frozen=True, slots=True)
class SaidPart:
    """What an answer says of one thing: `asked` is "" where one thing was asked."""

    asked: str
    lead: tuple[Block, ...]
    rest: tuple[Block, ...]
    size: str
    """Of the lead: "key" for an office whose duties follow in the same line, "long" for a sentence of many words, else ""."""


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
    key = key_end(text) if answer.trace and answer.trace.asked == Asked.DUTY and not answer.refused else 0
    cut = key or lead_end(text)
    lead = blocks(text[:cut], cited, _moved(answer, start))
    rest = blocks(text[cut:], cited, _moved(answer, start + cut))
    return SaidPart(asked, lead, rest, "key" if key else "long" if _width(text[:cut]) > MAX_LEAD_WIDTH else "")


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
        if not depth and _ends(line, at):
            return _behind_marks(line, at + 1)
    return len(line)


def _ends(line: str, at: int) -> bool:
    """Whether a sentence ends with the sign at `at`; the dot of an abbreviation ends none ("No. 3", "U.S. style")."""
    sign, behind = line[at], line[at + 1 : at + 2]
    if sign != "." or behind not in ("", " "):
        return sign in "。？！" or (sign in "?!" and behind in ("", " "))
    follows = line[_behind_marks(line, at + 1) :].lstrip()[:1]
    if not follows:
        return True
    before = line[:at].split()
    # Initials, and a word that stands alone ("Mr. Wang leads …").
    shortened = len(before) < 2 or all(len(part) == 1 and part.isalpha() for part in before[-1].split("."))
    return not shortened and not follows.islower() and not follows.isdigit()


def key_end(text: str) -> int:
    """Where the office ends that a text begins with, before what it has to do; 0 where it begins otherwise."""
    begin = text.split("\n", 1)[0][:MAX_KEY_CHARS]
    colon, bracket = begin.rfind("："), begin.find(")")
    if (stop := max(begin.find("；"), begin.find(";"))) > 0:
        return stop + 1
    if colon > 0 and is_office(begin[:colon].rpartition("：")[2]):
        return colon + 1
    return bracket + 1 if bracket > 0 and any(map(is_han, begin[:bracket])) and begin[:1].isascii() else 0


def _behind_marks(line: str, at: int) -> int:
    """Behind the marks that follow: "… [1][2]"."""
    while (stop := line.find("]", at)) >= 0 and line[at:stop].strip().removeprefix("[").isdigit():
        at = stop + 1
    return at


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
