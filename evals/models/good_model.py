"""A scripted good model: what a strong one writes when it sees the passages, for each question of the first half.

The answers of `recorded.jsonl` were written beforehand by somebody who saw the question and passages like these, and not
the known answer; each sentence names by a few of their words the passages that prove it. So the figure is of what the
program does with a good model, not of any model.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from evals.models.chat_server import Asked
from evals.types import EvalQuestion

RECORDED = Path(__file__).with_name("recorded.jsonl")
NOT_TOLD = "NOT_TOLD"
MOST_CITED = 2
"""Passages that a sentence cites for the same words: two plans may say them alike, and it speaks of both."""
_PASSAGE, _END = "<passage number=", "</passage>"


@dataclass(frozen=True, slots=True)
class RecordedSentence:
    """A sentence and words of the passages that prove it."""

    text: str
    quotes: tuple[str, ...]


@cache
def recorded_answers() -> Mapping[str, tuple[RecordedSentence, ...]]:
    """The answers that were written beforehand, by the question's id; empty where the passages did not tell."""
    return {
        row["id"]: tuple(RecordedSentence(one["text"], tuple(one["quotes"])) for one in row["sentences"])
        for row in _rows()
    }


@cache
def kept_aside() -> frozenset[str]:
    """The questions whose answers nobody looked at while the check was made."""
    return frozenset(row["id"] for row in _rows() if row["aside"])


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]


class GoodModel:
    """Answers the question that `asking` holds, which whoever asks sets beforehand."""

    def __init__(self) -> None:
        self.asking: EvalQuestion | None = None

    def __call__(self, asked: Asked) -> str:
        """The answer, from the passages that it is shown."""
        question = self.asking
        if question is None:
            return NOT_TOLD
        passages = dict(shown_passages(asked.text))
        sentences = _proven(recorded_answers().get(question.id, ()), passages)
        separator = " " if question.lang == "en" else ""
        written = separator.join(
            f"{text}{separator}{''.join(f'[{n}]' for n in numbers)}" for text, numbers in sentences
        )
        return written or NOT_TOLD


def shown_passages(prompt: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The numbers of the passages in a prompt, and the lines of each: its text, and its English where there is one."""
    for piece in prompt.split(_PASSAGE)[1:]:
        head, _, body = piece.partition(">\n")
        yield int(head.split()[0]), tuple(body.partition(_END)[0].strip().split("\n"))


def _proven(
    recorded: Iterable[RecordedSentence], passages: Mapping[int, Sequence[str]]
) -> Iterator[tuple[str, list[int]]]:
    for one in recorded:
        found = chain.from_iterable(_holding(quote, passages) for quote in one.quotes)
        yield one.text, list(dict.fromkeys(found))


def _holding(words: str, passages: Mapping[int, Sequence[str]]) -> list[int]:
    wanted = plain(words)
    return [number for number, lines in passages.items() if any(wanted in plain(line) for line in lines)][:MOST_CITED]


def plain(text: str) -> str:
    """Letters, digits and points alone, as answers are scored."""
    narrow = unicodedata.normalize("NFKC", text).lower()
    return "".join(sign for sign in narrow if sign.isalnum() or sign in ".%")
