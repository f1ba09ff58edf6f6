"""What is asked while the number of plans grows: of the five plans, of made-up ones, of no plan in particular, of all."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from itertools import cycle, islice

from benchmarks.scale_plans import WORDS, place_name
from evals import EvalQuestion, Split, load_questions

KINDS_WITHOUT_PLACE = frozenset(("duty", "figure", "measure", "list", "deadline"))
"""Of these a question is still one when its place is taken out of it."""


def five_plans() -> tuple[EvalQuestion, ...]:
    """The questions of the fixed set that may be looked at; nearly all name their plan."""
    return load_questions(split=Split.TUNE)


def made_up_plans(plans: int, wanted: int) -> tuple[str, ...]:
    """Questions of `wanted` made-up plans, drawn evenly over the first `plans` of them; none where there are none."""
    numbers = range(0, plans, max(1, plans // wanted))
    asked = zip(numbers, cycle(_words()["questions"]), strict=False)
    return tuple(_named(text, number) for number, text in islice(asked, wanted))


def no_plan(places: Iterable[str], wanted: int) -> tuple[str, ...]:
    """Questions of the fixed set without the name of their place, in Chinese, where it can simply be left out."""
    spellings = sorted(places, key=len, reverse=True)
    chosen = (q for q in five_plans() if q.lang == "zh" and q.kind in KINDS_WITHOUT_PLACE and not q.history)
    without = (_without(q.question, spellings) for q in chosen)
    return _evenly(tuple(dict.fromkeys(text for text in without if text)), wanted)


def all_plans() -> tuple[str, ...]:
    """Questions that every plan on file has a part in answering."""
    return tuple(_words()["questions_to_all"])


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return words


def _named(text: str, number: int) -> str:
    place, place_en = place_name(number)
    return text.format(place=place, place_en=place_en.capitalize())


def _without(text: str, spellings: Sequence[str]) -> str:
    """The text without its place; "" where it names none, or one of another way of writing is left."""
    named = next((spelling for spelling in spellings if spelling in text), "")
    rest = text.replace(named, "", 1).strip(" ,，的在") if named else ""
    return "" if any(spelling in rest for spelling in spellings) else rest


def _evenly(texts: tuple[str, ...], wanted: int) -> tuple[str, ...]:
    return texts[:: max(1, len(texts) // wanted)][:wanted]
