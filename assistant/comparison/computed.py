"""Sums and differences of a plan's table cells: only where the question asks for one, from cells that are all cited.

Cells of one table and one measure are taken: one row in several years, or several rows in one year. Nothing is computed
from bounds ("80%以上"), from words, or where one of the years or rows asked for is not in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.comparison.asked_cells import AskedTable, asked_table
from assistant.evidence.matching import holds
from assistant.evidence.verify import CitationNumbers
from assistant.facts import view_of
from assistant.facts.indicator import TOTAL_ROWS, measured
from assistant.facts.magnitudes import measure_of, quantity_of, value_of
from assistant.types import Asked, Citation, Evidence, Language, Statement, Understanding, Want
from assistant.wording.phrases import joined, said, told
from assistant.wording.quoting import without_brackets
from index import Index, Indicator, Status
from index.terms.five_years import plan_years
from index.translation.english import English

MAX_OPERANDS = 12
_YEAR = "年"
"""What is left of a column's name that is a year."""


@dataclass(frozen=True, slots=True)
class _Operand:
    """One cell of a sum or difference: what tells it from the others (its year or its row), and its exact value."""

    label: str
    fact: Indicator
    number: Decimal
    marks: tuple[int, ...]


def computed(
    meant: Understanding, ranked: tuple[Evidence, ...], index: Index, english: English
) -> tuple[str, tuple[Citation, ...]]:
    """The answer with its computation shown, and the citations of all cells; ("", ()) where none is asked or safe."""
    wants = meant.wants
    of_share = {Want.SHARE, Want.REDUCTION} <= wants.kinds
    difference = Want.DIFFERENCE in wants or of_share or _is_of_fall(meant)
    if not difference and Want.SUM not in wants:
        return "", ()
    cells = _in_table(meant, index) if difference else []
    best = None if cells or of_share or _is_of_fall(meant) else _best_cell(meant, ranked)
    cells = _cells(meant, best, index, whole_range=not difference) if best else cells
    if not cells:
        return "", ()
    numbering = CitationNumbers(index)
    operands = _operands(cells, numbering, index)
    if len(operands) != len(cells) or not (len(cells) == 2 or (len(cells) > 2 and not difference)):
        return "", ()
    in_share = of_share or Want.REDUCTION in wants
    text = _worded(operands, meant.language, english, difference=difference, in_share=in_share)
    return text, numbering.citations


def _is_of_fall(meant: Understanding) -> bool:
    """Whether it is asked how far something fell between two years, as has happened: no aim, nothing to be confirmed."""
    kinds = meant.wants.kinds
    return meant.asked is Asked.FIGURE and Want.REDUCTION in kinds and not {Want.TARGET, Want.CONFIRM} & kinds


def difference_shown(numbers: Sequence[float | Decimal]) -> str:
    """The larger of two numbers less the smaller, with the computation: "100−70=30"."""
    more, fewer = sorted((Decimal(str(number)) for number in numbers), reverse=True)
    return f"{_plain(more)}−{_plain(fewer)}={_plain(more - fewer)}"


def _share_shown(numbers: Sequence[Decimal]) -> str:
    """By what part of the earlier of two numbers the later one differs: "219÷473=46.3%"; "" where that is nothing."""
    earlier, later = numbers
    if not earlier:
        return ""
    change = abs(later - earlier)
    return f"{_plain(change)}÷{_plain(earlier)}={_plain((100 * change / earlier).quantize(Decimal('0.1')))}%"


def _in_table(meant: Understanding, index: Index) -> list[tuple[str, Indicator]]:
    """The cells of the first and the last year asked for, in the row and of the measure that the question names.

    Empty where it names no plan alone, or its words name no row, measure or year of one table.
    """
    years = _with_end_of_plan(_years(meant, whole_range=False), meant)
    if len(meant.plans) != 1 or len(years) != len(("first", "last")):
        return []
    meant = replace(meant, years=tuple(years))
    table = asked_table(meant, meant.plans[0], index, lambda table: len(_of_years(table, years)) == len(years))
    return [(str(cell.years[0]), cell) for cell in _of_years(table, years)] if table else []


def _with_end_of_plan(years: list[int], meant: Understanding) -> list[int]:
    """One year with the last of the five-year plan that is named beside it: "“十二五”末比2010年"; else the years."""
    spans = [plan_years(c.asked_as.removesuffix("五")) for c in meant.concepts if c.kind == "time"]
    ends = {span[1] for span in spans if span}
    return sorted({*years, *ends}) if len(years) == 1 else years


def _of_years(table: AskedTable, years: list[int]) -> list[Indicator]:
    """The cells of these years; of a year that has an aim beside its result, the result."""
    cells = [cell for cell in table.of_totals if len(cell.years) == 1 and cell.years[0] in years]
    reached = {cell.years for cell in cells if cell.status is Status.ACHIEVED}
    cells = [cell for cell in cells if cell.status is Status.ACHIEVED or cell.years not in reached]
    return sorted(cells, key=lambda cell: cell.years)


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
    return any(holds(text, "".join(without_brackets(row).split())) for text in asked)


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
        text = index.text(fact.span.document_id).text[fact.span.start : fact.span.end]
        evidence = Evidence(fact.span, text, fact.heading_path, 1.0, 1.0, fact)
        marks = numbering.marks(Statement(f"{label} {value_of(fact)}", (evidence,)))
        if marks is None:
            return []
        kinds.add((quantity.unit, quantity.change))
        operands.append(_Operand(label, fact, Decimal(str(quantity.number)), marks))
    return operands if len(kinds) == 1 else []


def _worded(operands: list[_Operand], language: Language, english: English, *, difference: bool, in_share: bool) -> str:
    by_year = len({operand.fact.row for operand in operands}) == 1
    labels = [_label(operand, language, english, by_year=by_year) for operand in operands]
    each = [
        said(language, "operand", label=label, value=_value(operand.fact, language), marks=_marks(operand))
        for label, operand in zip(labels, operands, strict=True)
    ]
    name = measured(*_named(operands[0].fact, by_year=by_year), language, english)
    listed = joined(language, "colon", [name, joined(language, "items", each)])
    if not difference:
        shown = f"{'+'.join(_plain(o.number) for o in operands)}={_plain(sum(o.number for o in operands))}"
        return said(language, "sum", listed=listed, shown=shown)
    other, last = (operand.number for operand in operands)
    key = "more" if last > other else "fewer" if last < other else "as_many"
    share = _share_shown([other, last]) if in_share and by_year else ""
    shown = joined(language, "items", [part for part in (difference_shown([other, last]), share) if part])
    return said(language, key, listed=listed, shown=shown, last=labels[1], other=labels[0])


def _named(fact: Indicator, *, by_year: bool) -> tuple[str, str]:
    """The row and what is counted: in one row over years its own name, else the measure alone."""
    measure = measure_of(fact)[0].removeprefix(_YEAR)
    return (fact.row, measure) if by_year else ("", measure or fact.name)


def _label(operand: _Operand, language: Language, english: English, *, by_year: bool) -> str:
    if by_year:
        return said(language, "year", year=operand.label)
    return told(operand.label, language, english)


def _value(fact: Indicator, language: Language) -> str:
    return value_of(fact) if language is Language.ZH else fact.value


def _marks(operand: _Operand) -> str:
    return "".join(f"[{number}]" for number in operand.marks)


def _plain(number: Decimal | int) -> str:
    """A number without trailing zeros, never in powers of ten."""
    return f"{number.normalize():f}" if isinstance(number, Decimal) else str(number)
