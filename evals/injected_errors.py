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
from itertools import chain

from assistant.generation.shown_passages import ShownPassage, shown_passages
from assistant.grounding.faults import faults
from assistant.grounding.ground import Ground
from evals.models.good_model import MOST_CITED, RecordedSentence, kept_aside, plain, recorded_answers
from evals.types import EvalQuestion
from index import Settings
from index.terms.glossary import load_glossary
from index.terms.lexicon import is_han_name
from index.terms.pinyin import pinyin
from index.terms.segment import is_word, segment

SEED = 16
FIRST_YEAR, LAST_YEAR = 1900, 2100
NEAR_DIGIT = 24
"""Signs beside a bound among which its number stands; one that has none may be another word ("within the city")."""
_BOUNDS = (
    ("at least", "at most"), ("no less than", "no more than"), ("or more", "or less"), ("above", "below"),
    ("below", "above"), ("no more than", "at least"), ("within", "over"), ("不低于", "不超过"), ("不少于", "不超过"),
    ("以上", "以下"), ("以下", "以上"), ("不超过", "不低于"), ("至少", "至多"), ("以内", "以上"),
)  # fmt: skip
_CHANGES = (
    ("下降", "上升"), ("降低", "提高"), ("减少", "增加"), ("fall", "rise"), ("falling", "rising"), ("fell", "rose"),
    ("reduce", "increase"), ("reduced", "increased"), ("reduction", "increase"), ("cut", "raise"),
)  # fmt: skip
_SWAPS = {
    "denial": (
        ("must not", "must"), ("shall not", "shall"), ("is", "is not"), ("are", "are not"), ("must", "must not"),
        ("to be", "not to be"), ("不得", "可以"), ("严禁", "允许"), ("应", "不得"), ("负责", "不负责"), ("实行", "不实行"),
        ("建立", "不建立"),
    ),
    "unit": (("%", "‰"), ("万元", "亿元"), ("million", "billion"), ("小时", "天"), ("hours", "days"), ("公里", "米")),
    "place": (
        ("Kunming", "Jincheng"), ("Ningxia", "Zhongwei"), ("Jincheng", "Kunming"), ("Zhongwei", "Ningxia"),
        ("Kizilsu", "Kunming"), ("昆明", "晋城"), ("宁夏", "中卫"), ("晋城", "昆明"), ("中卫", "宁夏"), ("克州", "昆明"),
        ("克孜勒苏", "昆明"),
    ),
}  # fmt: skip
_MEASURED = ("事故", "死亡", "accident", "death")
"""What rises and falls without a number, too."""
_BRACKETS = ("(", ")", "（", "）")
"""Around the number of an item, which tells nothing."""
_OTHER_PEOPLE = (("李建国", "Li Jianguo"), ("陈志强", "Chen Zhiqiang"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sentence: right ones have the kind "", and are `caught` where they are dropped.

    `aside`: nobody looked at the answer that it is of while the check was made.
    """

    aside: bool
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
            yield from _of_sentence(one, sentence, passages, chance)


def _of_sentence(
    question: EvalQuestion, sentence: RecordedSentence, passages: Sequence[ShownPassage], chance: random.Random
) -> Iterator[Outcome]:
    holding = [_holding(quote, passages) for quote in sentence.quotes]
    if not all(holding):
        return  # its passage is not shown any more: no judgement of the check
    cited = list(dict.fromkeys(chain.from_iterable(holding)))
    grounds = [passage.ground for passage in cited]

    def outcome(kind: str, text: str, held_to: Sequence[Ground]) -> Outcome:
        wrong = faults(text, held_to, question.question)
        why = "; ".join(f"{fault.kind}: {fault.detail}" for fault in wrong)
        return Outcome(question.id in kept_aside(), kind, question.lang, text, bool(wrong), why)

    yield outcome("", sentence.text, grounds)
    held = plain(" ".join(f"{one.text} {' '.join(one.heading_path)} {one.title} {one.translation}" for one in grounds))
    for kind, wrong in _injected(sentence.text, held, chance):
        yield outcome(kind, wrong, grounds)
    others = [one for one in passages if one not in cited and not _says_it(sentence.text, one)]
    if others:
        yield outcome("passage", sentence.text, [chance.choice(others).ground])


def _holding(words: str, passages: Sequence[ShownPassage]) -> list[ShownPassage]:
    return [one for one in passages if plain(words) in plain(one.ground.text)][:MOST_CITED]


def _says_it(sentence: str, passage: ShownPassage) -> bool:
    """Whether another passage tells most of the same, by the numbers and pairs of signs that both have."""
    one, other = plain(sentence), plain(f"{passage.ground.text}{passage.ground.translation}")
    pairs = {one[at : at + 4] for at in range(len(one) - 3)}
    return sum(pair in other for pair in pairs) > 0.5 * len(pairs)


def _injected(text: str, held: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from _numbers(text, held, chance)
    yield from _two_swapped(text)
    for right, wrong in _BOUNDS:
        at = _at(text, right)
        beside = text[max(at - NEAR_DIGIT, 0) : at + len(right) + NEAR_DIGIT]
        if at >= 0 and (any(map(str.isdigit, beside)) or "大" in text[max(at - 3, 0) : at]):
            yield "bound", _changed(text, at, right, wrong)
            break
    if any(map(str.isdigit, text)) or any(word in text for word in _MEASURED):
        yield from _swapped("change", text, _CHANGES)
    for kind, swaps in _SWAPS.items():
        yield from _swapped(kind, text, [pair for pair in swaps if kind != "place" or plain(pair[1]) not in held])
    yield from _offices(text, held, chance)
    yield from _people(text, held)


def _swapped(kind: str, text: str, swaps: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for right, wrong in swaps:
        at = _at(text, right)
        if at >= 0 and not text[at + len(right) :].startswith((" no ", " not ")):
            everywhere = kind in ("place", "change") and not right.isascii()
            yield kind, text.replace(right, wrong) if everywhere else _changed(text, at, right, wrong)
            return


def _changed(text: str, at: int, right: str, wrong: str) -> str:
    return text[:at] + wrong + text[at + len(right) :]


def _at(text: str, words: str) -> int:
    """Where whole words stand in a text, -1 for nowhere; a single Chinese sign is one that is a word by itself."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if words[0].isascii() and words[0].isalpha():
            whole = not text[at - 1 : at].isalpha() and not text[end : end + 1].isalpha()
        else:
            whole = len(words) > 1 or not words.isalpha() or _is_word_at(text, at)
        if whole:
            return at
        at = text.find(words, end)
    return -1


def _is_word_at(text: str, at: int) -> bool:
    start = 0
    for word in segment(text):
        if start == at:
            return len(word) == 1
        start += len(word)
    return False


def _offices(text: str, held: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """An office of the sentence changed to another that no passage of it names, in the sentence's language."""
    offices = [entry for entry in load_glossary().entries if entry.kind == "office" and " " in entry.en]
    others = [entry for entry in offices if not any(plain(form) in held for form in entry.forms)]
    for entry in offices:
        other = chance.choice(others)
        if _has_letters(text):
            at = _at(text.lower(), entry.en.lower())
            wrong = _changed(text, at, entry.en, other.en) if at >= 0 else ""
        else:
            wrong = text.replace(entry.zh, other.zh)
        if wrong and wrong != text:
            yield "office", wrong.replace(entry.zh, other.zh)
            return


def _has_letters(text: str) -> bool:
    return sum(sign.isascii() and sign.isalpha() for sign in text) > len(text) / 2


def _people(text: str, held: str) -> Iterator[tuple[str, str]]:
    """A person of the sentence changed to another."""
    for word in segment(text):
        if len(word) == 3 and is_han_name(word) and not is_word(word) and plain(word) in held:
            other, spelt = next(one for one in _OTHER_PEOPLE if one[0] != word)
            spelling = f"{pinyin(word[:1])[0]} {''.join(pinyin(word[1:]))}".title()
            yield "person", text.replace(word, other).replace(spelling, spelt)
            return


def _numbers(text: str, held: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Each number of a sentence changed: to another one, and to one that its passages hold of something else."""
    at = 0
    told = _digits(_without_commas(text))
    others = [number for number in _digits(held) if number not in told]
    while at < len(text):
        end = at
        while end < len(text) and (text[end].isdigit() or (text[end] in ".," and text[end + 1 : end + 2].isdigit())):
            end += 1
        number = text[at:end]
        if number and number[0].isdigit() and not (text[at - 1 : at] in _BRACKETS and text[end : end + 1] in _BRACKETS):
            year = _is_year(number)
            changed = str(int(float(number.replace(",", ""))) + chance.choice((1, 2, 3, 10)))
            if changed not in _digits(held):
                yield "year" if year else "number", text[:at] + changed + text[end:]
            alike = [other for other in others if _is_year(other) == year and abs(len(other) - len(number)) <= 1]
            if alike:
                yield "number moved", text[:at] + chance.choice(alike) + text[end:]
        at = max(end, at + 1)


def _two_swapped(text: str) -> Iterator[tuple[str, str]]:
    """The first two shares, or figures with a point, of a sentence in each other's place."""
    told = [one for one in dict.fromkeys(_digits(text)) if "." in one or f"{one}%" in text]
    if len(told) > 1:
        one, other = told[:2]
        yield "two swapped", text.replace(one, "\0").replace(other, one).replace("\0", other)


def _is_year(number: str) -> bool:
    return number.isdigit() and FIRST_YEAR <= int(number) < LAST_YEAR


def _without_commas(text: str) -> str:
    """Thousands without their comma."""
    return "".join(
        sign
        for at, sign in enumerate(text)
        if sign != "," or not (text[at - 1 : at].isdigit() and text[at + 1 : at + 4].isdigit())
    )


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
