"""Quiz stems about values: cells of tables, figures in sentences, dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.courses.gather import Material
from assistant.courses.pack_lines import INNER_QUOTES, MOST_LINE_CHARS, Scribe
from assistant.courses.pack_phrases import plan_name, wording
from assistant.courses.pieces import alike, best_piece
from assistant.courses.quiz.stems import Stem
from assistant.courses.types import GAP, Matter
from assistant.courses.values import (
    ALONE,
    BLANKS,
    SIGNS,
    Gap,
    accepted_entries,
    cell_wrong,
    figure,
    gap_at,
    gap_in,
    plain,
    wrong_there,
)
from assistant.courses.whole_clauses import WholeClauses
from assistant.types import Evidence, Language
from assistant.wording.in_english import as_sentence, beside, in_english
from assistant.wording.quoting import unnumbered
from index import Deadline, IndexedDocument, Indicator, Span, of_kind, years_in
from index.translation.english import English

MOST_CLOZE_CHARS, LEAST_AROUND_CHARS = 90, 12
"""A sentence that is read once; with less around it a gap could be anything's."""
NEAR = 6.0
"""A wrong figure lies within this many times the right one, or it would give itself away."""
SAME_NAME, SAME_WHAT = 0.6, 0.5
"""Names and tasks that share this much may be the same thing, whose other value would be right as well."""
CELL = " | "
"""Between caption, row and column of a cell."""
_STAND_IN = "1949"
"""A year that no plan of these names, in place of a gap while a sentence is glossed."""


def cell_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """The value in one cell of a table, named by caption, row and column."""
    for indexed in material.documents:
        cells = [
            f
            for f in of_kind(Indicator, indexed.facts)
            if f.row and f.heading_path and f.span.start >= indexed.body_start
        ]
        for cell in cells:
            table = [c for c in cells if c.heading_path == cell.heading_path]
            same = [c for c in table if (c.row, c.column) == (cell.row, cell.column)]
            # A nought is true of too many rows to be worth a question.
            if cell.value in BLANKS or not figure(cell.value) or len(same) > 1 or not cell.column:
                continue
            stated = _also_stated(indexed, cell.row, cell)
            others = [c for c in table if c.column == cell.column] + [c for c in table if c.row == cell.row]
            wrong = tuple(
                dict.fromkeys(
                    c.value
                    for c in others
                    if cell_wrong(cell.value, c.value) and plain(c.value) not in stated and _alike(cell.value, c.value)
                )
            )
            yield _cell_stem(material, scribe, indexed, cell, wrong)


def _cell_stem(
    material: Material, scribe: Scribe, indexed: IndexedDocument, cell: Indicator, wrong: tuple[str, ...]
) -> Stem:
    zh = scribe.language is Language.ZH
    caption = unnumbered(cell.heading_path[-1])
    column = " ".join(cell.column.split())

    def shown(value: str) -> str:
        return value if zh else beside(value, scribe.english)

    named = {
        "plan": plan_name(indexed.document, scribe.language),
        "caption": caption.translate(INNER_QUOTES) if zh else beside(caption, scribe.english),
        "row": cell.row.translate(INNER_QUOTES) if zh else beside(cell.row, scribe.english),
        "column": column if zh else beside(cell.column, scribe.english),
    }
    sign = plain(cell.value)
    return Stem(
        Matter.CELL,
        _evidence(indexed, cell.span, cell.heading_path, cell),
        _opened(wording(scribe.language, "ask_cell", **named)),
        lambda value: _opened(wording(scribe.language, "claim_cell", value=shown(value), **named)),
        shown,
        f"{cell.row}：{cell.value}",
        cell.value,
        wrong,
        tuple(dict.fromkeys((shown(cell.value), sign, sign.rstrip(SIGNS)))),
        "" if zh else CELL.join((caption, cell.row, column)),
        f"cell {indexed.document.id} {caption} {cell.row}",
        bool(material.topics) and material.topic_of(cell.row) > 0,
    )


def figure_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """A figure left out of the sentence that states it."""
    for indexed in material.documents:
        figures = [f for f in of_kind(Indicator, indexed.facts) if not f.row and f.span.start >= indexed.body_start]
        for fact in figures:
            number = plain(fact.value)
            piece = _cloze(indexed, fact.span, (number, fact.name.rstrip("率数")[-4:])) if number else None
            gap = gap_at(indexed.clean.text[piece.start : piece.end], fact.value) if piece else None
            if piece is None or gap is None or len(gap.before) + len(gap.after) < LEAST_AROUND_CHARS:
                continue
            if scribe.language is Language.EN and gap.value == ALONE:
                continue
            stated = _also_stated(indexed, fact.name, fact)
            pool = [f for f in figures if f is not fact] + [
                f
                for other in material.documents
                if other is not indexed
                for f in of_kind(Indicator, other.facts)
                if not f.row
            ]
            wrong = tuple(
                dict.fromkeys(
                    plain(f.value)
                    for f in pool
                    if wrong_there(gap, plain(f.value))
                    and f.status is fact.status
                    and _counted(f.value) == gap.counted
                    and plain(f.value) not in stated
                    and _alike(gap.value, f.value)
                    and (scribe.language is Language.ZH or plain(f.value) != ALONE)
                )
            )
            named = f"figure {indexed.document.id} {piece.start}"
            stem = _cloze_stem(scribe, indexed, _Cloze(piece, gap, fact.heading_path, _period_beside(fact, gap)))
            if stem is None:
                continue
            yield replace(stem, right=gap.value, wrong=wrong, accepted=accepted_entries(gap), asks_for=named)


def deadline_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """The year left out of the sentence that sets a date."""
    for indexed in material.documents:
        found = [f for f in of_kind(Deadline, indexed.facts) if f.date and f.span.start >= indexed.body_start]
        for fact in found:
            years = [str(year) for year in years_in(fact.when)]
            piece = _cloze(indexed, fact.span, (fact.when,)) if years else None
            text = indexed.clean.text[piece.start : piece.end] if piece else ""
            # The year must stand there once, or another date in the sentence would tell it.
            if piece is None or len(years_in(text)) != 1 or len(text) - len(fact.when) < LEAST_AROUND_CHARS:
                continue
            year = years[0]
            at = text.index(year)
            taken = {f.date[:4] for f in found if alike(f.what, fact.what) >= SAME_WHAT}
            wrong = tuple(y for y in _years(indexed, found) if y not in taken)
            named = f"deadline {indexed.document.id} {piece.start}"
            stem = _cloze_stem(
                scribe, indexed, _Cloze(piece, Gap(text[:at], year, text[at + len(year) :]), fact.heading_path)
            )
            if stem is None:
                continue
            yield replace(
                stem,
                matter=Matter.DEADLINE,
                right=year,
                wrong=wrong,
                accepted=(year, f"{year}年") if scribe.language is Language.ZH else (year,),
                asks_for=named,
                least_wrong=2,
            )


def _years(indexed: IndexedDocument, found: list[Deadline]) -> list[str]:
    """Years that a deadline of this plan may fall in: those it covers; where it names no period, those it sets elsewhere."""
    period = indexed.document.period
    covered = {str(y) for y in range(period[0], period[1] + 1)} if period else set()
    return sorted(covered or {f.date[:4] for f in found})


@dataclass(frozen=True, slots=True)
class _Cloze:
    """A piece of the plan with the gap in it, the headings above it, and the time it is for where it names none."""

    piece: Span
    gap: Gap
    heading_path: tuple[str, ...]
    period: str = ""


def _period_beside(fact: Indicator, gap: Gap) -> str:
    """The period of a figure, "" where the sentence names it or one of its years."""
    around = gap.before + gap.after
    named = fact.period in around or any(year in years_in(around) for year in fact.years)
    return "" if named else fact.period


def _cloze_stem(scribe: Scribe, indexed: IndexedDocument, cloze: _Cloze) -> Stem | None:
    """What stems with a gap share; right and wrong values are the caller's to fill in.

    None where the English of the sentence does not have the value, has it twice, or is too long to be read as one.
    """
    gap, material = cloze.gap, scribe.material
    original = gap.filled(GAP)
    whole = scribe.translated(cloze.piece)
    english = gap_in(as_sentence(whole.en), gap.value) if whole else None
    if whole and (english is None or len(whole.en) > MOST_LINE_CHARS):
        return None
    plan, period = plan_name(indexed.document, scribe.language), _period(scribe, cloze.period, whole)
    heading = cloze.heading_path[-1] if cloze.heading_path else ""

    def said(value: str) -> str:
        if scribe.language is Language.ZH:
            return gap.filled(value)
        return f"“{english.filled(value).translate(INNER_QUOTES)}”" if english else _glossed(gap, value, scribe.english)

    def claim(value: str) -> str:
        return _opened(wording(scribe.language, "claim_gap", plan=plan, period=period, sentence=said(value)))

    span = whole.span if whole else cloze.piece
    return Stem(
        Matter.FIGURE,
        _evidence(indexed, span, cloze.heading_path, None),
        _opened(wording(scribe.language, "ask_gap", plan=plan, period=period, sentence=said(GAP))),
        claim,
        lambda value: value,
        indexed.clean.text[span.start : span.end],
        "",
        (),
        (),
        original,
        "",
        bool(material.topics) and material.topic_of(original, heading) > 0,
        unchecked=scribe.language is Language.EN and (whole is None or whole.by_machine),
    )


def _glossed(gap: Gap, value: str, english: English) -> str:
    """A sentence that was not translated; dates and bounds are turned round by a number, which then makes way."""
    told = in_english(gap.filled(_STAND_IN), english)
    once = told.count(_STAND_IN) == 1
    return told.replace(_STAND_IN, value) if once else in_english(gap.filled(value), english)


def _period(scribe: Scribe, period: str, whole: WholeClauses | None) -> str:
    """The time of a figure in brackets; "" where none is known or the English sentence tells it."""
    told = period if scribe.language is Language.ZH else in_english(period, scribe.english)
    if not period or (whole and told.lower() in whole.en.lower()):
        return ""
    return wording(scribe.language, "in_period", period=told)


def _cloze(indexed: IndexedDocument, span: Span, needed: tuple[str, ...]) -> Span | None:
    """The piece of a sentence that holds all that is needed."""
    text = indexed.clean.text
    found = best_piece(
        text, span.start, span.end, lambda piece: float(sum(part in piece for part in needed)), MOST_CLOZE_CHARS
    )
    if found is None or not all(part in text[found[0] : found[1]] for part in needed):
        return None
    return Span(indexed.document.id, *found)


def _also_stated(indexed: IndexedDocument, name: str, asked: Indicator) -> set[str]:
    """Every number that the plan gives for the same thing, in whatever year: none of them is surely wrong."""
    alike_named = (f for f in of_kind(Indicator, indexed.facts) if not f.row and alike(f.name, name) >= SAME_NAME)
    return {plain(f.value) for f in alike_named if f is not asked} | {plain(asked.value)}


def _counted(value: str) -> str:
    """The sign or word after a number: "%", "家"."""
    number = plain(value)
    if number[-1:] in SIGNS and number:
        return number[-1]
    return value[value.find(number) + len(number) :][:1]


def _alike(right: str, other: str) -> bool:
    """Whether a value could be taken for the right one: as exact, and of its size."""
    one, two = figure(right), figure(other)
    if one is None or two is None:
        return False
    if ("." in plain(right)) is not ("." in plain(other)):
        return False
    return abs(one - two) <= 10 or (min(one, two) > 0 and max(one, two) / min(one, two) <= NEAR)


def _evidence(indexed: IndexedDocument, span: Span, path: tuple[str, ...], fact: Indicator | None) -> Evidence:
    return Evidence(span, indexed.clean.text[span.start : span.end], path, 1.0, 1.0, fact)


def _opened(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
