"""A scripted good model: what a strong one writes when it sees the passages, for each question of a set.

Where `recorded.jsonl` has the question, its answer was written beforehand by somebody who saw the question and passages
like these, and not the known answer; each sentence names by a few of their words the passages that prove it. Other
questions are answered with the sentences of the passages that hold what is to be told. So the figure is of what the
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
    rows = map(json.loads, RECORDED.read_text(encoding="utf-8").splitlines())
    return {
        row["id"]: tuple(RecordedSentence(one["text"], tuple(one["quotes"])) for one in row["sentences"])
        for row in rows
    }


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
        recorded = recorded_answers().get(question.id)
        sentences = _told(question, passages) if recorded is None else _proven(recorded, passages)
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


def _told(question: EvalQuestion, passages: Mapping[int, Sequence[str]]) -> list[tuple[str, list[int]]]:
    """The sentences that hold what a right answer states, each once."""
    told: dict[str, list[int]] = {}
    for nugget in question.nuggets:
        if not any(plain(spelling) in plain(text) for text in told for spelling in nugget):
            told.update(_first_telling(nugget, question.lang, passages))
    return list(told.items())


def _first_telling(nugget: Sequence[str], language: str, passages: Mapping[int, Sequence[str]]) -> dict[str, list[int]]:
    for number, lines in passages.items():
        line = lines[-1] if language == "en" else lines[0]
        for sentence in _sentences(line):
            if any(plain(spelling) in plain(sentence) for spelling in nugget):
                return {sentence: [number]}
    return {}


def _sentences(line: str) -> list[str]:
    return [one.strip() for one in line.replace("。", "。\n").replace(". ", ".\n").split("\n") if one.strip()]


def plain(text: str) -> str:
    """Letters, digits and points alone, as answers are scored."""
    narrow = unicodedata.normalize("NFKC", text).lower()
    return "".join(sign for sign in narrow if sign.isalnum() or sign in ".%")
