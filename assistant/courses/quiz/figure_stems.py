"""Quiz stems about targets and bounds: figures in sentences and in tables. What was reached once is asked of nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.courses.audiences import NEEDS
from assistant.courses.gather import Material
from assistant.courses.pack_lines import Scribe
from assistant.courses.pieces import alike
from assistant.courses.quiz.gaps import Cloze, cloze_stem, piece_with
from assistant.courses.quiz.near_values import could_be_taken, near_values, nearest
from assistant.courses.quiz.stems import Stem
from assistant.courses.types import Audience, Matter
from assistant.courses.values import (
    ALONE,
    MOST_BOUND_CHARS,
    SIGNS,
    WHOLE,
    Gap,
    accepted_entries,
    form,
    gap_at,
    gap_in,
    plain,
    wrong_there,
)
from assistant.types import Language
from index import IndexedDocument, Indicator, Status, contains, looks_back, of_kind, years_in

SAME_NAME, NAMED_THERE = 0.6, 0.85
"""Names that share this much may be the same thing; a sentence that shares this much with a name tells what is measured."""
NEAREST = 5
"""Of so many wrong figures, the nearest, those of a question are chosen."""
ALL_DAY = "24小时"
"""No figure, but a word for day and night."""
SMALL_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LEAST_LEAD_CHARS = 4
"""What a figure opens was cut off from what it is of."""
LEAD_CHARS = 8
"""So many characters before a figure are taken for what it is of."""
_AND = "、"


def is_past(indexed: IndexedDocument, fact: Indicator) -> bool:
    """Whether a figure is for a time before the plan's own."""
    period = indexed.document.period
    return bool(period and fact.years and max(fact.years) < period[0])


def figure_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """A target or a bound left out of the sentence that sets it."""
    for indexed in material.documents:
        figures = [f for f in of_kind(Indicator, indexed.facts) if not f.row and f.span.start >= indexed.body_start]
        for fact in figures:
            if fact.status is Status.ACHIEVED or is_past(indexed, fact) or looks_back(fact.heading_path):
                continue
            number = plain(fact.value)
            piece = piece_with(indexed, fact.span, (number, fact.name.rstrip("率数")[-4:])) if number else None
            text = indexed.clean.text[piece.start : piece.end] if piece else ""
            gap = gap_at(text, fact.value) if piece else None
            # What is measured must stand there too, and one of a thing is guessed.
            if piece is None or gap is None or len(gap.before) < LEAST_LEAD_CHARS:
                continue
            if f"{gap.value}{gap.after}".startswith(ALL_DAY):
                continue
            if gap.value == ALONE or alike(fact.name, text) < NAMED_THERE:
                continue
            if contradicted(indexed, fact) or _given_otherwise(indexed, gap) or _counted_out(gap):
                continue
            cloze = Cloze(Matter.FIGURE, piece, gap, fact.heading_path, _period_beside(fact, gap))
            stem = cloze_stem(scribe, indexed, cloze, gap_in)
            if stem is None:
                continue
            wrong = _wrong_figures(indexed, fact, gap, figures)
            yield replace(
                stem,
                wrong=wrong,
                false=tuple(other for other in wrong if wrong_there(gap, other)),
                accepted=_entries(gap, scribe.language),
                weighty=gap.value != WHOLE and (bool(gap.unit) or (_bounded(fact) and _is_of_firms(stem))),
            )


def _wrong_figures(indexed: IndexedDocument, fact: Indicator, gap: Gap, figures: list[Indicator]) -> tuple[str, ...]:
    """What the plan counts alike elsewhere and what is as round, but for what it gives for the same thing or beside it."""
    beside_it = {plain(other.value) for other in figures if other.span.overlaps(fact.span)}
    stated = also_stated(indexed, fact.name, fact) | beside_it
    counted = [plain(f.value) for f in figures if _counted(f.value) == gap.counted]
    found = [
        other
        for other in dict.fromkeys((*counted, *near_values(gap.value)))
        if other not in stated
        and other != ALONE
        and _signed_alike(gap, other)
        and could_be_taken(gap.value, other)
        and not _stands_there(indexed, gap, other)
        and not (
            other == WHOLE and contains(gap.before[-1:] + gap.after[:MOST_BOUND_CHARS], "at_least", "at_least_after")
        )
    ]
    return nearest(gap.value, tuple(found), NEAREST)


def _entries(gap: Gap, language: Language) -> tuple[str, ...]:
    """What may be typed in; in English a small number in letters too."""
    told = SMALL_NUMBERS[int(gap.value)] if gap.value.isdigit() and int(gap.value) < len(SMALL_NUMBERS) else ""
    return (*accepted_entries(gap), *([told] if told and language is Language.EN else ()))


def _is_of_firms(stem: Stem) -> bool:
    """Whether what is counted is on the topics or of firms; how many staff one office gets is nobody else's matter."""
    return stem.on_topic or any(word in stem.original for word in NEEDS[Audience.ENTERPRISE_HEAD].actors)


def _bounded(fact: Indicator) -> bool:
    """Whether a figure is a bound, or measured and no mere count."""
    return contains(fact.value, "at_least", "at_most", "at_least_after", "at_most_after") or "." in plain(fact.value)


def _signed_alike(gap: Gap, other: str) -> bool:
    return Gap("", other, "").unit == gap.unit


def _stands_there(indexed: IndexedDocument, gap: Gap, value: str) -> bool:
    """Whether the words before a gap lead to another value in another place."""
    return f"{gap.before[-LEAD_CHARS:]}{value}" in indexed.clean.text


def _given_otherwise(indexed: IndexedDocument, gap: Gap) -> bool:
    """Whether the same words lead to another figure elsewhere, so that there is more than one answer."""
    lead = gap.before[-LEAD_CHARS:]
    behind = indexed.clean.text.split(lead)[1:] if len(lead) == LEAD_CHARS else []
    return any(rest[:1].isdigit() and not rest.startswith(gap.value) for rest in behind)


def _counted_out(gap: Gap) -> bool:
    """Whether the sentence lists as many things as the figure tells, so that they need only be counted."""
    around = f"{gap.before},{gap.after}".replace("，", ",").split(",")
    return any(gap.number == clause.count(_AND) + 1 for clause in around if _AND in clause)


def contradicted(indexed: IndexedDocument, asked: Indicator) -> bool:
    """Whether the plan sets another figure for the same thing and time."""
    return any(
        other is not asked
        and other.status is asked.status
        and alike(other.name, asked.name) >= SAME_NAME
        and form(other.value) == form(asked.value)
        and plain(other.value) != plain(asked.value)
        and (set(other.years) & set(asked.years) or not (other.years and asked.years))
        and len(other.name) * SAME_NAME <= len(asked.name) <= len(other.name) / SAME_NAME
        and other.column == asked.column
        for other in of_kind(Indicator, indexed.facts)
    )


def _period_beside(fact: Indicator, gap: Gap) -> str:
    """The period of a figure, "" where the sentence names it or one of its years."""
    around = gap.before + gap.after
    named = fact.period in around or any(year in years_in(around) for year in fact.years)
    return "" if named else fact.period


def also_stated(indexed: IndexedDocument, name: str, asked: Indicator) -> set[str]:
    """Every number that the plan gives for the same thing, in whatever year: none of them is surely wrong."""
    alike_named = (f for f in of_kind(Indicator, indexed.facts) if alike(f.row or f.name, name) >= SAME_NAME)
    return {plain(f.value) for f in alike_named if f is not asked} | {plain(asked.value)}


def _counted(value: str) -> str:
    """The sign or word after a number: "%", "家"."""
    number = plain(value)
    if number[-1:] in SIGNS and number:
        return number[-1]
    return value[value.find(number) + len(number) :][:1]
