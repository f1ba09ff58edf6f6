"""One figure in several years: "2017年到2020年的覆盖率", "how many deaths in 2018, 2019 and 2020".

The cells of one row for these years are one statement, in their order; of running text it is the sentences that tell them. A
year of which the plan has no figure is said to be missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.evidence.matching import holds
from assistant.evidence.rank import LEAST_CONFIDENCE
from assistant.evidence.seen import strong
from assistant.evidence.window import Bounds, sentences_of_paragraph, within
from assistant.facts import view_of
from assistant.facts.indicator import TOTAL_ROWS
from assistant.facts.magnitudes import measure_of
from assistant.facts.statements import statements
from assistant.types import Asked, Draft, Evidence, Statement, Want
from assistant.whole.found import Found
from assistant.wording.phrases import joined, said
from index import Indicator, years_in

MOST_YEARS = 10
"""A five-year plan tells of its own years and of the five before."""
LOOKED_AT = 30
"""Among so many best pieces of evidence the years are looked for."""
MOST_CHARS = 260
"""Sentences that tell of years further apart are no answer: one in Chinese stays under 300 characters."""
TWO_ENDS, LEAST_OF_SPAN = 2, 3
"""A sentence that tells the ends of a span alone tells of all of it together: "2016年至2020年共发生1083起"."""
_OF_ALL_YEARS = frozenset({Want.DIFFERENCE, Want.SUM, Want.HIGHEST, Want.REDUCTION, Want.CHANGE})
"""What is asked of the years together, not of each."""


def by_year(found: Found) -> Draft | None:
    """The figures of the years that are asked for; None where less than two are told."""
    meant = found.meant
    years = _years(found)
    if not 2 <= len(years) <= MOST_YEARS or meant.asked not in (Asked.FIGURE, Asked.LIST, Asked.MEASURE):
        return None
    if _OF_ALL_YEARS & meant.wants.kinds:
        return None
    return _of_row(found, years) or _of_sentences(found, years)


def _years(found: Found) -> tuple[int, ...]:
    """The years asked for, those between the ends of a range too."""
    years = found.meant.years
    return tuple(range(min(years), max(years) + 1)) if _is_span(found) else tuple(dict.fromkeys(years))


def _is_span(found: Found) -> bool:
    """Whether two years are a first and a last one, with those between: "2017年到2020年", "between 2017 and 2020"."""
    meant = found.meant
    ends = set(meant.years)
    said_so = ends == set(meant.wants.year_range or ()) or Want.SPAN in meant.wants
    return len(ends) == TWO_ENDS and said_so


def _of_row(found: Found, years: tuple[int, ...]) -> Draft | None:
    """The cells of the best row, of the measure that its best cell has."""
    best = next((e for e in found.ranked[:1] if e.confidence >= LEAST_CONFIDENCE and view_of(e.fact).cell), None)
    cell = view_of(best.fact).cell if best else None
    if best is None or cell is None or len(cell.years) != 1 or _is_of_wider(best, cell, found):
        return None
    row = [
        fact
        for fact in found.index.facts(Indicator, (cell.span.document_id,))
        if fact.row == cell.row and fact.heading_path == cell.heading_path and measure_of(fact) == measure_of(cell)
    ]
    by_year = {fact.years[0]: fact for fact in row if len(fact.years) == 1 and fact.value}
    chosen = tuple(_evidence(by_year[year], best, found) for year in years if year in by_year)
    return _draft(found, chosen, [year for year in years if year not in by_year]) if len(chosen) > 1 else None


def _is_of_wider(best: Evidence, cell: Indicator, found: Found) -> bool:
    """Whether a cell that counts all is not what is asked of, since neither it nor its table speaks of that."""
    told = " ".join((cell.row, cell.column, *best.heading_path))
    spoken = (any(holds(told, spelling) for spelling in concept.spellings) for concept in strong(found.meant))
    return cell.row in TOTAL_ROWS and not all(spoken)


def _evidence(fact: Indicator, best: Evidence, found: Found) -> Evidence:
    text = found.index.text(fact.span.document_id).text[fact.span.start : fact.span.end]
    return replace(best, span=fact.span, text=text, heading_path=fact.heading_path, fact=fact)


def _of_sentences(found: Found, years: tuple[int, ...]) -> Draft | None:
    """The sentence that tells most of the years and speaks of all that is asked, or those of one paragraph."""
    told = [(set(years_in(one.text)) & set(years), -at, one) for at, one in enumerate(_telling(found, years))]
    known, _, best = max(told, key=lambda one: (len(one[0]), one[1]), default=(set[int](), 0, None))
    if best is None or len(known) < min(len(years), LEAST_OF_SPAN if _is_span(found) else 2):
        return None
    return _draft(found, (best,), [year for year in years if year not in known])


def _telling(found: Found, years: tuple[int, ...]) -> Iterator[Evidence]:
    """Of each sentence found: itself, and its paragraph from the first sentence that tells one of the years to the last."""
    asked = strong(found.meant)
    for evidence in found.ranked[:LOOKED_AT]:
        if evidence.fact is not None or not asked:
            continue
        for start, end in ((evidence.span.start, evidence.span.end), *_around(evidence, found, years)):
            whole = within(evidence, start, end, found.index)
            words = " ".join((whole.text, *whole.heading_path))
            spoken = all(any(holds(words, spelling) for spelling in concept.spellings) for concept in asked)
            if spoken and end - start <= MOST_CHARS:
                yield whole


def _around(evidence: Evidence, found: Found, years: tuple[int, ...]) -> Bounds:
    text = found.index.text(evidence.span.document_id).text
    bounds = sentences_of_paragraph(evidence, found.index)
    telling = [(start, end) for start, end in bounds if set(years_in(text[start:end])) & set(years)]
    return [(telling[0][0], telling[-1][1])] if telling else []


def _draft(found: Found, chosen: tuple[Evidence, ...], missing: list[int]) -> Draft:
    language = found.language
    told = list(statements(chosen, found.meant.concepts, language, found.english))
    if missing:
        listed = joined(language, "list", [said(language, "year", year=year) for year in missing])
        told.append(Statement(said(language, "part_not_told", asked=listed), ()))
    return Draft(tuple(told), joined(language, "sentences", ["", ""]), joined(language, "colon", ["", ""]))
