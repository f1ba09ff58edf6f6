"""The answer to a question that compares plans: one sentence, a table with rows for each plan, what is not like for like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.comparison.cells import Shown, asks_figures, cell_of, setting_bounds, value_shown
from assistant.comparison.computed import difference_shown
from assistant.comparison.findings import Finding, Search
from assistant.comparison.foremost import foremost
from assistant.comparison.likeness import of_one_kind, same_value, unlike
from assistant.comparison.types import CellText, ComparedCell, Figure
from assistant.comparison.words import years_of
from assistant.evidence.verify import CitationNumbers, marked
from assistant.facts.magnitudes import same_name
from assistant.types import Citation, Language, Understanding, Want
from assistant.wording.phrases import joined, said
from assistant.wording.shown_names import Names, names_in
from index import Document, Status

FEW_ROWS = 5
"""Up to so many plans each has its row, also one that states nothing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What an answer's table is made of."""

    meant: Understanding
    cells: tuple[ComparedCell, ...]
    documents: dict[str, Document]
    names: Names

    @property
    def language(self) -> Language:
        return self.meant.language

    def place(self, cell: ComparedCell) -> str:
        return self.names[cell.plan].label


def answer(meant: Understanding, findings: tuple[Finding, ...], search: Search) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text and its citations; ("", ()) where no plan says anything that can be verified."""
    numbering = CitationNumbers(search.index)
    figures = asks_figures(meant, findings, search)
    shown = Shown.FIGURES if figures else Shown.STATEMENTS
    findings = setting_bounds(findings, search) if figures else findings
    cells = tuple(cell_of(finding, search, numbering, shown, meant.language) for finding in findings)
    if not numbering.citations:
        return "", ()
    described = {cell.plan: search.index.described(cell.plan) for cell in cells}
    told = _Told(meant, cells, described, names_in(search.index, meant.language))
    table = _with_figures(told) if shown is Shown.FIGURES else _text_table(told)
    sentence = joined(meant.language, "sentences", [_sentence(told), *_left_out(told, len(search.index.documents))])
    return "\n".join((sentence, *table)), numbering.citations


def _left_out(told: _Told, every: int) -> list[str]:
    """That only some of all plans are compared, where the question names none."""
    if told.meant.plans or len(told.cells) == every:
        return []
    return [said(told.language, "nearest_plans", count=len(told.cells), every=every)]


def _with_figures(told: _Told) -> list[str]:
    reasons = unlike(told.cells, told.language)
    note = said(told.language, "unlike", reasons=joined(told.language, "clauses", list(reasons)))
    return [*_figure_table(told), *(["", note] if reasons else [])]


def _sentence(told: _Told) -> str:
    """How many plans state the thing, whether they state the same, and which states more where that is asked."""
    language = told.language
    silent = [cell for cell in told.cells if not cell.stated]
    little = [cell for cell in told.cells if cell.little]
    blank = [cell for cell in told.cells if cell.figures and not any(figure.value for figure in cell.figures)]
    stating = [cell for cell in told.cells if cell not in (*silent, *little, *blank)]
    figures = [cell.lead for cell in stating if cell.lead is not None]
    if len(figures) == len(told.cells) and same_value(figures):
        return said(language, "same", value=figures[0].value)
    if not stating:
        parts = [said(language, "none_state")]
    elif len(stating) < len(told.cells):
        parts = [_stated_by(told, stating)]
    else:
        parts = [said(language, "both_state" if len(stating) == 2 else "all_state", count=len(stating))]
    for key, cells in (("silent", silent), ("little_in", little), ("blank_in", blank)):
        if cells:
            parts.append(said(language, key, places=joined(language, "list", [told.place(c) for c in cells])))
    first = foremost(told.meant.wants, {told.place(cell): cell for cell in stating}, language)
    return joined(language, "sentences", [*first, *parts, *_difference(told, figures)])


def _stated_by(told: _Told, stating: list[ComparedCell]) -> str:
    """How many of the plans state the thing, and which do."""
    places = joined(told.language, "list", [told.place(cell) for cell in stating])
    return said(told.language, "some_state", count=len(told.cells), stating=len(stating), places=places)


def _difference(told: _Told, figures: list[Figure]) -> list[str]:
    """By how much two exact figures of one indicator differ, where that is asked."""
    exact = [figure.quantity.number for figure in figures if figure.quantity and figure.quantity.exact]
    if Want.DIFFERENCE not in told.meant.wants or len(exact) != 2 or len(figures) != 2:
        return []
    if not of_one_kind(figures) or not same_name(figures[0].name, figures[1].name):
        return []
    return [said(told.language, "differ", shown=difference_shown(exact), marks=_marks(*(f.marks for f in figures)))]


def _figure_table(told: _Told) -> list[str]:
    language = told.language
    lines = _head(language, "plan", "value", "period", "baseline", "mark")
    for cell in _in_table(told):
        place = told.place(cell)
        if not cell.stated:
            lines.append(_line(place, said(language, "not_stated"), "", "", ""))
        for group in _grouped(cell.figures):
            lines.append(_figure_line(place, group, language))
        if cell.stated and not cell.figures:
            text = joined(language, "sentences", [one.text for one in cell.statements])
            text = said(language, "says_little", told=text) if cell.little else text
            lines.append(_line(place, _plain(text), "", "", _marks(*(one.marks for one in cell.statements))))
    return lines


def _in_table(told: _Told) -> tuple[ComparedCell, ...]:
    """The cells that get a row: of a question about all plans those that state something; the sentence names the others."""
    stated = tuple(cell for cell in told.cells if cell.stated)
    return told.cells if told.meant.named_plans or len(told.cells) <= FEW_ROWS else stated


def _grouped(figures: tuple[Figure, ...]) -> list[list[Figure]]:
    """Figures of one indicator together: they share a line."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.name, []).append(figure)
    return list(groups.values())


def _figure_line(place: str, group: list[Figure], language: Language) -> str:
    first = group[0]
    period, baseline = first.period, first.baseline
    each = [value_shown(figure, language) for figure in group]
    if len({figure.period for figure in group}) > 1:
        each = [f"{figure.period} {value}".strip() for figure, value in zip(group, each, strict=True)]
        period = baseline = ""
    value = joined(language, "clauses", each)
    reached = said(language, "reached") if first.status is Status.ACHIEVED else ""
    named = joined(language, "colon", [first.name, value])
    return _line(
        place, _plain(f"{named}{reached}"), _plain(period), _plain(baseline), _marks(*(f.marks for f in group))
    )


def _text_table(told: _Told) -> list[str]:
    lines = _head(told.language, "plan", "says")
    for cell in _in_table(told):
        years = years_of(told.documents[cell.plan], told.language)
        name = f"{told.place(cell)} {years}".strip() if told.names[cell.plan].is_place else told.place(cell)
        lines.append(_line(name, _text_of(cell, told.language) if cell.stated else said(told.language, "not_stated")))
    return lines


def _text_of(cell: ComparedCell, language: Language) -> str:
    texts = cell.statements or tuple(
        CellText(
            joined(language, "colon", [f"{figure.name} {figure.period}".strip(), value_shown(figure, language)]), marks
        )
        for figure in cell.figures
        for marks in [figure.marks]
    )
    told = joined(language, "sentences", [marked(_plain(one.text), one.marks) for one in texts])
    return said(language, "says_little", told=told) if cell.little else told


def _head(language: Language, *columns: str) -> list[str]:
    return [_line(*(said(language, column) for column in columns)), f"|{'---|' * len(columns)}"]


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Text that can be taken neither for a border of the table nor for a mark."""
    return marked(re.sub(r"\s*[|\n]\s*", " ", text).strip(), ())


def _marks(*numbers: tuple[int, ...]) -> str:
    return "".join(f"[{number}]" for number in dict.fromkeys(n for several in numbers for n in several))
