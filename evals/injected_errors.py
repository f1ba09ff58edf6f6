"""Errors put into right sentences: how many the check catches, and how many right sentences it drops.

The sentences are the recorded ones with the passages that the program shows for their questions. Each kind of error changes
one thing: a number, a year, a bound, a denial, a unit, an office, a person, a place, the passage cited. What the change
leaves as it was is not counted; nor is what a passage happens to hold as well.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.generation.shown_passages import ShownPassage, shown_passages
from assistant.grounding.faults import faults
from evals.models.good_model import plain, recorded_answers
from evals.types import EvalQuestion
from index import Settings

SEED = 16
FIRST_YEAR, LAST_YEAR = 1900, 2100
_SWAPS = {
    "bound": (
        ("at least", "at most"), ("no less than", "no more than"), ("or more", "or less"), ("above", "below"),
        ("no more than", "at least"), ("within", "over"), ("不低于", "不超过"), ("不少于", "不超过"), ("以上", "以下"),
        ("以下", "以上"), ("不超过", "不低于"), ("至少", "至多"), ("以内", "以上"),
    ),
    "denial": (
        ("must not", "must"), ("shall not", "shall"), (" is ", " is not "), (" are ", " are not "), ("must ", "must not "),
        (" to be ", " not to be "), ("不得", "可以"), ("严禁", "允许"), ("应", "不得"), ("负责", "不负责"), ("实行", "不实行"),
        ("建立", "不建立"),
    ),
    "unit": (("%", "‰"), ("万元", "亿元"), ("million", "billion"), ("小时", "天"), ("hours", "days"), ("公里", "米")),
    "change": (("下降", "上升"), ("降低", "提高"), ("减少", "增加"), ("fall", "rise"), ("reduc", "increas"), ("cut ", "raise ")),
    "place": (
        ("Kunming", "Jincheng"), ("Ningxia", "Zhongwei"), ("Jincheng", "Kunming"), ("Zhongwei", "Ningxia"),
        ("Kizilsu", "Kunming"), ("昆明", "晋城"), ("宁夏", "中卫"), ("晋城", "昆明"), ("中卫", "宁夏"), ("克州", "昆明"),
        ("克孜勒苏", "昆明"),
    ),
    "office": (
        ("应急管理局", "教育局"), ("住房和城乡建设局", "水利局"), ("安监局", "财政局"), ("教育局", "气象局"), ("公安局", "商务局"),
        ("市场监督管理局", "林业局"), ("交通运输局", "民政局"), ("Emergency Management", "Education"),
        ("Housing and Urban-Rural Development", "Water Resources"), ("Education Bureau", "Finance Bureau"),
        ("Public Security", "Commerce"), ("Market Supervision", "Forestry"), ("Transport Bureau", "Civil Affairs Bureau"),
    ),
    "person": (("王海江", "李建国"), ("Wang Haijiang", "Li Jianguo")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sentence: right ones have the kind "", and are `caught` where they are dropped."""

    kind: str
    language: str
    text: str
    caught: bool
    why: str = ""


def outcomes(questions: Sequence[EvalQuestion], settings: Settings) -> Iterator[Outcome]:
    """What the check says of each recorded sentence, and of each with an error put in."""
    from assistant import Assistant, Question
    from assistant.one_question import OneQuestion

    chance = random.Random(SEED)
    assistant = Assistant(settings)
    index, english = assistant.index.snapshot(), assistant.english
    for one in questions:
        if one.id not in recorded_answers():
            continue
        outcome = OneQuestion(index, assistant.search_of(index), Question(one.question, one.history)).outcome()
        passages = shown_passages(outcome, index, english)
        for sentence in recorded_answers()[one.id]:
            cited = [found for quote in sentence.quotes if (found := _holding(quote, passages))]
            if len(cited) < len(sentence.quotes):
                continue  # its passage is not shown any more: no judgement of the check
            grounds = [passage.ground for passage in cited]
            wrong_of_it = faults(sentence.text, grounds)
            why = "; ".join(f"{fault.kind}: {fault.detail}" for fault in wrong_of_it)
            yield Outcome("", one.lang, sentence.text, bool(wrong_of_it), why)
            held = plain(" ".join(f"{g.text} {' '.join(g.heading_path)} {g.translation}" for g in grounds))
            for kind, wrong in _injected(sentence.text, held, chance):
                yield Outcome(kind, one.lang, wrong, bool(faults(wrong, grounds)))
            others = [p for p in passages if p not in cited and not _says_it(sentence.text, p)]
            if others:
                other = chance.choice(others)
                wrong = f"{sentence.text} <- {other.ground.text}"
                yield Outcome("passage", one.lang, wrong, bool(faults(sentence.text, [other.ground])))


def _holding(words: str, passages: Sequence[ShownPassage]) -> ShownPassage | None:
    return next((one for one in passages if plain(words) in plain(one.ground.text)), None)


def _says_it(sentence: str, passage: ShownPassage) -> bool:
    """Whether another passage tells most of the same, by the numbers and pairs of signs that both have."""
    one, other = plain(sentence), plain(f"{passage.ground.text}{passage.ground.translation}")
    pairs = {one[at : at + 4] for at in range(len(one) - 3)}
    return sum(pair in other for pair in pairs) > 0.5 * len(pairs)


def _injected(text: str, held: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from _numbers(text, held, chance)
    for kind, swaps in _SWAPS.items():
        for right, wrong in swaps:
            if right in text and (kind not in ("place", "office", "person") or plain(wrong) not in held):
                yield kind, text.replace(right, wrong)
                break


def _numbers(text: str, held: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Each number of a sentence changed: to another one, and to one that its passages hold of something else."""
    at = 0
    others = [number for number in _digits(held) if number not in _digits(text)]
    while at < len(text):
        end = at
        while end < len(text) and (text[end].isdigit() or (text[end] in ".," and text[end + 1 : end + 2].isdigit())):
            end += 1
        number = text[at:end]
        if number and number[0].isdigit():
            year = number.isdigit() and FIRST_YEAR <= int(number) < LAST_YEAR
            changed = str(int(float(number.replace(",", ""))) + chance.choice((1, 2, 3, 10)))
            if changed not in _digits(held):
                yield "year" if year else "number", text[:at] + changed + text[end:]
            alike = [other for other in others if (len(other) == 4) == year and abs(len(other) - len(number)) <= 1]
            if alike:
                yield "number moved", text[:at] + chance.choice(alike) + text[end:]
        at = max(end, at + 1)


def _digits(text: str) -> list[str]:
    found: list[str] = []
    for sign, before in zip(text, f" {text}", strict=False):
        if sign.isdigit() or (sign == "." and before.isdigit()):
            if before.isdigit() or before == ".":
                found[-1] += sign
            else:
                found.append(sign)
    return [one.strip(".") for one in found]


def table(found: Sequence[Outcome]) -> str:
    """Errors caught by kind and language, and right sentences dropped."""
    counts, caught = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in found:
        for language in (one.language, "all"):
            for kind in {one.kind, "all errors"} if one.kind else {""}:
                counts[kind, language] += 1
                caught[kind, language] += one.caught
    lines = [f"{'':<16}{'zh':>16}{'en':>16}{'all':>16}"]
    for kind in [*sorted({kind for kind, _ in counts} - {""}), ""]:
        cells = [
            f"{caught[kind, lang]}/{counts[kind, lang]} {caught[kind, lang] / max(counts[kind, lang], 1):.1%}"
            for lang in ("zh", "en", "all")
        ]
        lines.append(f"{kind or 'right, dropped':<16}" + "".join(f"{cell:>16}" for cell in cells))
    return "\n".join(lines)
