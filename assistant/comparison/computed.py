"""Sums and differences of a plan's table cells: only where the question asks for one, from cells that are all cited.

Cells of one table and one measure are taken: one row in several years, or several rows in one year. Nothing is computed
from bounds ("80%以上"), from words, or where one of the years or rows asked for is not in the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.comparison.magnitudes import measure_of, quantity_of, value_of
from assistant.evidence.matching import holds
from assistant.evidence.verify import CitationNumbers
from assistant.facts import view_of
from assistant.facts.indicator import TOTAL_ROWS
from assistant.types import Citation, Evidence, Language, Statement, Understanding, Want
from assistant.wording.gloss import bilingual
from index import Index, Indicator
from index.terms.glossary import Glossary

MAX_OPERANDS = 12
_LABEL = re.compile(r"[(（].*?[)）]|\s")


@dataclass(frozen=True, slots=True)
class _Operand:
    """One cell of a sum or difference: what tells it from the others (its year or its row), and its exact value."""

    label: str
    fact: Indicator
    number: Decimal
    marks: tuple[int, ...]


def computed(
    meant: Understanding, ranked: tuple[Evidence, ...], index: Index, glossary: Glossary
) -> tuple[str, tuple[Citation, ...]]:
    """The answer with its computation shown, and the citations of all cells; ("", ()) where none is asked or safe."""
    difference = Want.DIFFERENCE in meant.wants
    if not difference and Want.SUM not in meant.wants:
        return "", ()
    best = _best_cell(meant, ranked)
    if best is None:
        return "", ()
    cells = _cells(meant, best, index, whole_range=not difference)
    numbering = CitationNumbers(index)
    operands = _operands(cells, numbering, index)
    if len(operands) != len(cells) or not (len(cells) == 2 or (len(cells) > 2 and not difference)):
        return "", ()
    return _worded(operands, meant.language, glossary, difference=difference), numbering.citations


def difference_shown(numbers: Sequence[float]) -> str:
    """The larger of two numbers less the smaller, with the computation: "100−70=30"."""
    more, fewer = sorted((Decimal(str(number)) for number in numbers), reverse=True)
    return f"{_plain(more)}−{_plain(fewer)}={_plain(more - fewer)}"


def _best_cell(meant: Understanding, ranked: tuple[Evidence, ...]) -> Indicator | None:
    """The best cell of a row that the question names, with the counter that it names ("多少起").

    Below a sentence a cell is taken only for such a counter: the sentence may state the change itself.
    """
    counters = meant.wants.counters
    for at, evidence in enumerate(ranked):
        fact = view_of(evidence.fact).cell
        if fact is None or (at and not counters):
            continue
        quantity = quantity_of(fact)
        counted = quantity is not None and (not counters or quantity.unit in counters)
        if counted and (fact.row in TOTAL_ROWS or _is_named(fact.row, meant)):
            return fact
    return None


def _is_named(row: str, meant: Understanding) -> bool:
    asked = [meant.query, *(s for c in meant.concepts if c.weight >= 0.5 for s in c.spellings[:2])]
    return any(holds(text, _LABEL.sub("", row)) for text in asked)


def _cells(meant: Understanding, best: Indicator, index: Index, *, whole_range: bool) -> list[tuple[str, Indicator]]:
    """The cells asked for with their labels; empty where one is missing."""
    table = [
        fact
        for fact in index.facts(Indicator, (best.span.document_id,))
        if fact.row and fact.heading_path == best.heading_path and measure_of(fact) == measure_of(best)
    ]
    years = _years(meant, whole_range=whole_range)
    if len(years) > 1:
        by_year = {f.years[0]: f for f in table if f.row == best.row and len(f.years) == 1}
        return [(str(year), by_year[year]) for year in years] if all(year in by_year for year in years) else []
    of_year = [f for f in table if f.years == best.years and f.column == best.column]
    named = [f for f in of_year if _is_named(f.row, meant)]
    return [(f.row, f) for f in named] if len(named) > 1 else []


def _years(meant: Understanding, *, whole_range: bool) -> list[int]:
    """The years asked for, in order; a sum over "2016年至2018年" takes those between as well."""
    span = meant.wants.year_range
    if span and whole_range:
        return list(range(span[0], span[1] + 1))
    return sorted(set(meant.years))


def _operands(cells: list[tuple[str, Indicator]], numbering: CitationNumbers, index: Index) -> list[_Operand]:
    """The cells as exact numbers of one unit, each verified; fewer than the cells where one is not."""
    operands: list[_Operand] = []
    kinds: set[tuple[str, bool]] = set()
    for label, fact in cells[:MAX_OPERANDS]:
        quantity = quantity_of(fact)
        if quantity is None or not quantity.exact:
            return []
        text = index.document(fact.span.document_id).clean.text[fact.span.start : fact.span.end]
        evidence = Evidence(fact.span, text, fact.heading_path, 1.0, 1.0, fact)
        marks = numbering.marks(Statement(f"{label} {value_of(fact)}", (evidence,)))
        if marks is None:
            return []
        kinds.add((quantity.unit, quantity.change))
        operands.append(_Operand(label, fact, Decimal(str(quantity.number)), marks))
    return operands if len(kinds) == 1 else []


def _worded(operands: list[_Operand], language: Language, glossary: Glossary, *, difference: bool) -> str:
    first = operands[0].fact
    by_year = len({operand.fact.row for operand in operands}) == 1
    measure = measure_of(first)[0]
    zh_name = f"{first.row}{measure}" if by_year else measure or first.name
    zh = language is Language.ZH
    name = zh_name if zh else bilingual(zh_name, glossary)
    labels = {o.label: _label(o.label, glossary, by_year=by_year, zh=zh) for o in operands}
    each = [f"{labels[o.label]}{'' if zh else ': '}{_value(o.fact, zh=zh)}{_marks(o)}" for o in operands]
    listed = f"{name}：{'，'.join(each)}" if zh else f"{name}: {'; '.join(each)}"
    if not difference:
        sum_shown = f"{'+'.join(_plain(o.number) for o in operands)}={_plain(sum(o.number for o in operands))}"
        return f"{listed}；合计{sum_shown}（计算）。" if zh else f"{listed}. Sum: {sum_shown} (computed)."
    other, last = operands
    shown = difference_shown([float(operand.number) for operand in operands])
    if zh:
        way = "多" if last.number > other.number else "少" if last.number < other.number else "与之相同"
        return f"{listed}；{labels[last.label]}比{labels[other.label]}{way}，{shown}（计算）。"
    way = "more" if last.number > other.number else "fewer" if last.number < other.number else "the same"
    return f"{listed}. {shown} (computed): {way} for {labels[last.label]} than for {labels[other.label]}."


def _label(label: str, glossary: Glossary, *, by_year: bool, zh: bool) -> str:
    if by_year:
        return f"{label}年" if zh else label
    return label if zh else bilingual(label, glossary)


def _value(fact: Indicator, *, zh: bool) -> str:
    return value_of(fact) if zh else fact.value


def _marks(operand: _Operand) -> str:
    return "".join(f"[{number}]" for number in operand.marks)


def _plain(number: Decimal | int) -> str:
    """A number without trailing zeros, never in powers of ten."""
    return f"{number.normalize():f}" if isinstance(number, Decimal) else str(number)
