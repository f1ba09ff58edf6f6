"""Facts behind an answer for those who would rather look than read: plots of figures, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.ui.i18n import words
from assistant.ui.render.facts import KINDS, fact_lines
from assistant.ui.render.parts import Plans, opens, short_place
from assistant.ui.render.plot import LEAST_BARS, Bar, bar_plot, number_and_frame
from index.types import Enumeration, Fact, Indicator

LEAST_ROWS = 2
"""One fact is what the answer says already."""
_YEARS = re.compile(r"(?:19|20)\d\d\s*\u5e74?")  # with the character for "year", if it is there


def figures(facts: tuple[Fact, ...], plans: Plans, language: str) -> str:
    """Plots of the figures that can be compared, then a folded table for each kind of fact; "" where there is nothing.

    Lists are left out: the answer lays them out itself.
    """
    plots = "".join(_plots([fact for fact in facts if isinstance(fact, Indicator)], plans, language))
    tables = ""
    for kind in KINDS:
        chosen = tuple(fact for fact in facts if fact.kind == kind and not isinstance(fact, Enumeration))
        if len(chosen) >= LEAST_ROWS:
            tables += fact_lines(chosen, kind, plans, language)
    folded = (
        f'<details class="as-table"><summary>{words(language, "as_table")}</summary>{tables}</details>'
        if tables
        else ""
    )
    return plots + folded


def _plots(indicators: list[Indicator], plans: Plans, language: str) -> Iterator[str]:
    """One measure of one plan over the years. Plans are not set side by side: their baselines may differ."""
    series: dict[tuple[str, ...], list[tuple[Indicator, float]]] = {}
    for fact in indicators:
        read = number_and_frame(fact.value)
        if read is not None and len(fact.years) == 1:
            number, frame = read
            column = _YEARS.sub("", fact.column).strip()
            series.setdefault((fact.span.document_id, fact.name, column, frame), []).append((fact, number))
    for (document_id, name, column, _), points in series.items():
        if len({fact.years for fact, _ in points}) == len(points) >= LEAST_BARS:
            place = short_place(plans[document_id], language) if document_id in plans else document_id
            caption = " · ".join(part for part in (name, column, place) if part)
            points.sort(key=lambda point: point[0].years)
            yield bar_plot(caption, [Bar(fact.period, fact.value, number, opens(fact.span)) for fact, number in points])
