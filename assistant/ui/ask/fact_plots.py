"""Facts behind an answer for those who would rather look than read: plots of figures, and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.facts import KINDS
from assistant.types import Language
from assistant.ui.shared.fact_tables import FactTable, table_of
from assistant.ui.shared.labels import Plans
from assistant.ui.shared.plots import Bar, Plot, number_and_frame, plots
from assistant.wording.in_english import beside
from assistant.wording.letter_case import capitalised
from assistant.wording.short_names import short_name
from index.fact_types import Enumeration, Fact, Indicator
from index.terms.lexicon import years_in
from index.translation.english import load_english
from index.types import Span

LEAST_ROWS = 2
"""One fact is what the answer says already."""


def plain_tables(facts: Iterable[Fact], plans: Plans, language: str) -> Iterator[FactTable]:
    """A table for each kind of fact of which there are several.

    Lists are left out: the answer lays them out itself.
    """
    for kind in KINDS:
        chosen = [fact for fact in facts if fact.kind == kind != Enumeration.kind]
        if len(chosen) >= LEAST_ROWS:
            yield table_of(chosen, kind, plans, language).spoken


def fact_plots(facts: Iterable[Fact], cited: Sequence[Span], query: str, plans: Plans, language: str) -> Iterator[Plot]:
    """One measure of one plan over the years. Plans are not set side by side: their baselines may differ.

    Only what the answer cites, and of a row of several measures those that `query`, the question in Chinese, names, where it
    names any. None where every bar would be as long as the others: all zero, or a figure that stays.
    """
    series: dict[tuple[str, ...], list[tuple[Indicator, float]]] = {}
    for fact in (fact for fact in facts if isinstance(fact, Indicator) and len(fact.years) == 1):
        read = number_and_frame(fact.value)
        if read is not None:
            number, frame = read
            series.setdefault((fact.span.document_id, fact.name, _measure(fact), frame), []).append((fact, number))
    shown = {key: points for key, points in series.items() if _is_cited(points, cited)}
    asked = {column for _, _, column, _ in shown if column and column in query}
    for (document_id, name, column, _), points in shown.items():
        differ = len({number for _, number in points}) > 1
        if column in (asked or {column}) and differ and len({fact.years for fact, _ in points}) == len(points):
            plan = short_name(plans, document_id, language)
            caption = " · ".join([*(capitalised(_said(part, language)) for part in (name, column) if part), plan])
            points.sort(key=lambda point: point[0].years)
            bars = (
                Bar(_said(fact.period, language), _said(fact.value, language), number, fact.span)
                for fact, number in points
            )
            yield from plots(caption, bars)


def _said(zh: str, language: str) -> str:
    return beside(zh, load_english()) if language == Language.EN else zh


def _is_cited(points: Sequence[tuple[Indicator, float]], cited: Sequence[Span]) -> bool:
    return any(span.contains(fact.span) for fact, _ in points for span in cited)


def _measure(fact: Indicator) -> str:
    """What a column is about, whatever the year: "事故起数 2018年" -> "事故起数"."""
    column = fact.column
    for year in years_in(column):
        column = column.replace(f"{year}\u5e74", "").replace(str(year), "")
    return column.strip()
