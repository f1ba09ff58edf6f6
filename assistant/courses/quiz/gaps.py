"""Stems with a gap: a sentence of the plan from which a value is left out, in Chinese or as it was translated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.courses.pack_lines import INNER_QUOTES, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import best_piece
from assistant.courses.quiz.short_english import short_english
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.types import GAP, Matter
from assistant.courses.values import Gap
from assistant.courses.whole_clauses import WholeClauses
from assistant.types import Language
from assistant.wording.in_english import as_sentence, in_english
from index import IndexedDocument, Span
from index.terms.lexicon import is_han
from index.translation.english import English

MOST_CLOZE_CHARS, LEAST_AROUND_CHARS = 90, 12
"""A sentence that is read once; with less around it a gap could be anything's."""
_STAND_IN = "1949"
"""A year that no plan of these names, in place of a gap while a sentence is glossed."""
_OUTER_QUOTES = str.maketrans("‘’", "“”")
InEnglish = Callable[[str, str], Gap | None]
"""Finds the gap for a value in an English sentence; None where it cannot tell."""


@dataclass(frozen=True, slots=True)
class Cloze:
    """A piece of the plan with the gap in it, the headings above it, and the time it is for where it names none."""

    matter: Matter
    piece: Span
    gap: Gap
    heading_path: tuple[str, ...]
    period: str = ""


def piece_with(indexed: IndexedDocument, span: Span, needed: tuple[str, ...]) -> Span | None:
    """The piece of a sentence that holds all that is needed."""
    text = indexed.clean.text
    found = best_piece(
        text, span.start, span.end, lambda piece: float(sum(part in piece for part in needed)), MOST_CLOZE_CHARS
    )
    if found is None or not all(part in text[found[0] : found[1]] for part in needed):
        return None
    return Span(indexed.document.id, *found)


def _as_it_is(value: str) -> str:
    return value


def cloze_stem(
    scribe: Scribe,
    indexed: IndexedDocument,
    cloze: Cloze,
    in_sentence: InEnglish,
    shown: Callable[[str], str] = _as_it_is,
) -> Stem | None:
    """What stems with a gap share; right and wrong values are the caller's to fill in.

    None where the English of the sentence does not have the value, has it twice, or is too long to be read as one.
    """
    gap, material = cloze.gap, scribe.material
    if len(gap.before) + len(gap.after) < LEAST_AROUND_CHARS:
        return None
    original = gap.filled(GAP)
    whole = short_english(scribe, cloze.piece)
    if whole is None and scribe.translated(cloze.piece) is not None:
        return None
    english = in_sentence(as_sentence(whole.en), gap.value) if whole else None
    if whole and english is None:
        return None
    if (
        english is None
        and scribe.language is Language.EN
        and any(map(is_han, _glossed(gap, gap.value, scribe.english)))
    ):
        return None
    plan, period = paper_name(indexed.document, scribe.language), _period(scribe, cloze.period, whole)
    heading = cloze.heading_path[-1] if cloze.heading_path else ""

    def said(value: str) -> str:
        if scribe.language is Language.ZH:
            return f"{period}{gap.filled(value)}".translate(INNER_QUOTES)
        told = opened(english.filled(value)) if english else _glossed(gap, value, scribe.english)
        return f"“{f'{period}{told}'.translate(INNER_QUOTES)}”" if english else told

    def worded(key: str, value: str) -> str:
        return opened(wording(scribe.language, key, plan=plan, sentence=said(value)))

    span = whole.span if whole else cloze.piece
    return Stem(
        cloze.matter,
        evidence_of(indexed, span, cloze.heading_path, None),
        worded(f"ask_{cloze.matter}", GAP),
        lambda value: worded("claim_gap", shown(value)),
        shown,
        indexed.clean.text[span.start : span.end],
        gap.value,
        (),
        (),
        (),
        original,
        f"{cloze.matter} {indexed.document.id} {cloze.piece.start}",
        bool(material.topics) and material.topic_of(original, heading) > 0,
        said=lambda value: _bare(said(shown(value))),
        unchecked=scribe.language is Language.EN and (whole is None or whole.by_machine),
    )


def _bare(told: str) -> str:
    """A sentence without the marks around it; the quotes inside it are no inner ones any more."""
    return told.strip("“”").rstrip(".").translate(_OUTER_QUOTES)


def _glossed(gap: Gap, value: str, english: English) -> str:
    """A sentence that was not translated; dates and bounds are turned round by a number, which then makes way."""
    told = in_english(gap.filled(_STAND_IN), english)
    once = told.count(_STAND_IN) == 1
    return told.replace(_STAND_IN, value) if once else in_english(gap.filled(value), english)


def _period(scribe: Scribe, period: str, whole: WholeClauses | None) -> str:
    """The time of a figure as it opens the sentence, further on; "" where none is known or the English sentence tells it."""
    told = period if scribe.language is Language.ZH else in_english(period, scribe.english)
    if not period or (whole and told.lower() in whole.en.lower()):
        return ""
    return wording(scribe.language, "from_period", period=opened(told))
