"""Follow-ups that only name another thing: "那2019年呢", "and task 21?", "副组长呢", "What about Kunming?".

They ask the question before them again, of another year, number, place, office, post or matter: it is written out with that
thing in the place of its own of the same sort, and stands by itself from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.question.concepts import own_words
from assistant.question.english_forms import says_nothing
from assistant.question.followups import OPENINGS, WHOLE
from assistant.types import Asked, Understanding
from index.facts.labelled import label_kind
from index.terms.glossary import english_words
from index.terms.lexicon import PLACE_LEVELS
from index.terms.numbering import chinese_numeral

_OF_DATES = "年月日底末前初止"
"""Stands beside a year that another one takes the place of: "2026年底前呢"."""
LEAST_NEW_CHARS = 2
"""A single character that is left says nothing new."""
_OFFICES, _POST, _NO_MATTER = (
    ("office", "body"),
    "post",
    ("", "general", "verb", "action", "connective", "time", "unit"),
)
"""Kinds of the glossary's entries; the last are of what is said of things."""


class Sort(StrEnum):
    """What sort of thing takes the place of one of its own sort."""

    YEAR = "year"
    NUMBER = "number"
    PLACE = "place"
    OFFICE = "office"
    POST = "post"
    ROLE = "role"
    """What units do in a task: 牵头单位, 责任单位."""
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that a question names, as it is written there."""

    sort: Sort
    written: str


@dataclass(frozen=True, slots=True)
class OneAsked:
    """One question of a conversation, with what it means by itself and the things that it names."""

    text: str
    meant: Understanding
    things: tuple[Thing, ...]

    def of_sort(self, sort: Sort) -> list[Thing]:
        """The things of a sort."""
        return [thing for thing in self.things if thing.sort is sort]


def in_full(texts: Sequence[str], read: Callable[[str], OneAsked]) -> tuple[str, ...]:
    """The questions of a conversation, each that only names another thing written out in the place of the one before it."""
    told: list[str] = [texts[0]]
    for text in texts[1:]:
        if full := exchanged(read(text), read(told[-1])):
            told[-1] = full
        else:
            told.append(text)
    return tuple(told)


def exchanged(own: OneAsked, earlier: OneAsked) -> str:
    """The earlier question with the things of a follow-up in place of its own; "" where that asks more, or has no such place."""
    if not own.things or own.meant.language is not earlier.meant.language or not _only_names(own, earlier):
        return ""
    text = earlier.text
    for thing in own.things:
        theirs = earlier.of_sort(thing.sort)
        if len(theirs) != 1 or len(own.of_sort(thing.sort)) != 1 or text.count(theirs[0].written) != 1:
            return ""
        before, behind = text.split(theirs[0].written)
        text = f"{before}{_beside(thing.written, before)}{behind}"
    return text if text != earlier.text else ""


def things_named(
    text: str, meant: Understanding, numbered: Sequence[str], places: Sequence[str], offices: Sequence[str]
) -> tuple[Thing, ...]:
    """The things that a question names; a matter only where nothing else of it is one."""
    named = [
        *(Thing(Sort.YEAR, str(year)) for year in meant.years),
        *(Thing(Sort.NUMBER, written) for number in numbered if (written := _number_in(text, number))),
        *(Thing(Sort.PLACE, place) for place in _outermost(places, text)),
        *(Thing(Sort.OFFICE, _bare(office, meant)) for office in offices),
    ]
    return (*named, *_of_concepts(text, meant, [thing.written for thing in named]))


def _of_concepts(text: str, meant: Understanding, taken: list[str]) -> Iterator[Thing]:
    """The posts, the bodies and the matters among the concepts that nothing named before holds."""
    lowered = text.casefold()
    for concept in meant.concepts:
        at = lowered.find(concept.asked_as.casefold())
        written = text[at : at + len(concept.asked_as)] if at >= 0 else ""
        if not written or any(written in other for other in taken):
            continue
        if concept.kind == _POST:
            yield Thing(Sort.POST, written)
        elif label_kind(written) is not None:
            yield Thing(Sort.ROLE, written)
        elif concept.kind in _OFFICES:
            yield Thing(Sort.OFFICE, written)
        elif concept.kind not in _NO_MATTER:
            yield Thing(Sort.MATTER, written)


def _only_names(own: OneAsked, earlier: OneAsked) -> bool:
    """Whether a question asks nothing of its own beside the things that it names: "死亡多少人" counts other things than "多少起"."""
    if own.meant.asked not in (Asked.MEASURE, earlier.meant.asked) or own.meant.wants.units - earlier.meant.wants.units:
        return False
    if own.meant.named_plans and (WHOLE & own.meant.wants.kinds) - earlier.meant.wants.kinds:
        return False
    left = own.text
    for thing in own.things:
        left = left.replace(thing.written, " ")
    opening = OPENINGS.replace("_", " ").split()
    known = {*opening, *english_words(earlier.text)}
    words = [word for word in english_words(left) if not says_nothing(word) and word not in known]
    runs = [run for run in own_words(left).split() if run not in earlier.text]
    return not words and all(len(run.strip(_OF_DATES)) < LEAST_NEW_CHARS for run in runs)


def _beside(written: str, before: str) -> str:
    """A name behind what stands before it: without its level where that ends with one (市气象局 behind 墨川市)."""
    return written[1:] if before[-1:] in PLACE_LEVELS and written[0] in PLACE_LEVELS else written


def _bare(office: str, meant: Understanding) -> str:
    """An office without the name of a place before it, which another office is of, too; its level alone stays."""
    itself = next((c.asked_as for c in meant.concepts if office.endswith(c.asked_as)), office)
    return itself if len(office) > len(itself) + 1 else office


def _number_in(text: str, number: str) -> str:
    """How a text writes a number: in figures or in Chinese."""
    chinese = chinese_numeral(int(number))
    return number if number in text else f"第{chinese}" if f"第{chinese}" in text else ""


def _outermost(places: Sequence[str], text: str) -> list[str]:
    """The spellings of places that stand in a text, without those inside others."""
    lowered = text.casefold()
    held = [place for place in dict.fromkeys(places) if place.casefold() in lowered]
    found = [lowered.find(place.casefold()) for place in held]
    written = [text[at : at + len(place)] for at, place in zip(found, held, strict=True)]
    return [one for one in written if not any(one != other and one in other for other in written)]
