"""A question -> the same question asked otherwise: with a slip, in traditional characters, in full width, re-ordered.

What a right answer is does not change, and neither does the id, so both can be held side by side. The same question
always changes in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

import rjieba
from opencc import OpenCC
from pypinyin import lazy_pinyin

from evals.types import EvalQuestion

Change = Callable[[EvalQuestion], EvalQuestion]

_CHARS_PER_SLIP = 14  # one slip in most Chinese questions, two in long ones: as a hasty writer makes them
_MIN_WORD_LETTERS = 5  # two letters swapped in a shorter word often make another word
_FIRST_ASCII, _LAST_ASCII, _TO_FULL_WIDTH = 0x21, 0x7E, 0xFEE0


def perturbations(questions: Sequence[EvalQuestion]) -> dict[str, Change]:
    """The changes by name; homophones are drawn from the characters of `questions`."""
    homophones = _homophones("".join(question.question for question in questions))
    return {
        "typing slips": lambda question: _with(question, slipped(question, homophones)),
        "traditional characters": lambda question: _with(question, traditional(question.question)),
        "full-width forms": lambda question: _with(question, full_width(question.question)),
        "re-ordered words": lambda question: _with(question, reordered(question)),
    }


def changed(questions: Sequence[EvalQuestion], change: Change) -> tuple[EvalQuestion, ...]:
    """The questions that the change makes different, changed."""
    return tuple(new for question in questions if (new := change(question)).question != question.question)


def slipped(question: EvalQuestion, homophones: Mapping[str, Sequence[str]]) -> str:
    """One slip in a dozen characters: a homophone for a Chinese character, two letters swapped in an English word."""
    rng = Random(f"slip {question.id}")
    return _misspelt(question.question, rng) if question.lang == "en" else _misheard(question.question, rng, homophones)


def traditional(text: str) -> str:
    """The text in traditional characters."""
    return str(_converter().convert(text))


def full_width(text: str) -> str:
    """Letters, figures and punctuation of ASCII in their full-width forms, spaces as ideographic ones."""
    return "".join(
        chr(ord(char) + _TO_FULL_WIDTH) if _FIRST_ASCII <= ord(char) <= _LAST_ASCII else char.replace(" ", "\u3000")
        for char in text
    )


def reordered(question: EvalQuestion) -> str:
    """What stands after some word boundary is said first; each part keeps its own order, and so the meaning."""
    rng = Random(f"order {question.id}")
    text = question.question.rstrip("?？。. ")
    if question.lang == "en":
        words = text.split()
        joint = " "
    else:
        words = [word for word in _segmenter().cut(text) if word.strip()]
        joint = ""
    if len(words) < 3:
        return question.question
    cut = rng.randint(1, len(words) - 1)
    return " ".join((joint.join(words[cut:]), joint.join(words[:cut])))


def _misspelt(text: str, rng: Random) -> str:
    words = text.split(" ")
    long_words = [
        i for i, word in enumerate(words) if len(word) >= _MIN_WORD_LETTERS and word.isascii() and word.isalpha()
    ]
    for number in rng.sample(long_words, min(len(long_words), 1 + len(long_words) // _CHARS_PER_SLIP)):
        word = words[number]
        at = rng.randint(1, len(word) - 3)
        words[number] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def _misheard(text: str, rng: Random, homophones: Mapping[str, Sequence[str]]) -> str:
    chars = list(text)
    places = [i for i, char in enumerate(chars) if homophones.get(char)]
    for at in rng.sample(places, min(len(places), 1 + len(text) // _CHARS_PER_SLIP)):
        chars[at] = rng.choice(homophones[chars[at]])
    return "".join(chars)


def _homophones(text: str) -> dict[str, tuple[str, ...]]:
    by_sound: dict[str, set[str]] = defaultdict(set)
    for char in set(text):
        if "\u4e00" <= char <= "\u9fff":
            by_sound[lazy_pinyin(char)[0]].add(char)
    return {char: tuple(sorted(chars - {char})) for chars in by_sound.values() for char in chars}


def _with(question: EvalQuestion, text: str) -> EvalQuestion:
    return replace(question, question=text)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


@cache
def _segmenter() -> rjieba.Jieba:
    """One of its own, without the words that the program adds to the common one: the same cuts whatever ran before."""
    return rjieba.Jieba()
