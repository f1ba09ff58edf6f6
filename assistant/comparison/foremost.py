"""Which plan comes first where a question asks it: the lower figure, the stricter target, the earlier date, or why none does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from assistant.comparison.likeness import unlike
from assistant.comparison.types import ComparedCell, Figure
from assistant.types import Language, Want, Wants
from assistant.wording.phrases import joined, said
from index import dates
from index.terms.lexicon import contains

RANKING = (Want.STRICTER, Want.LESS, Want.MORE, Want.EARLIER, Want.LATER)
"""What asks which of the plans comes first; of several that are said, the first in this order is meant."""
_BY_DATE, BY_FIGURE = (Want.EARLIER, Want.LATER), (Want.LESS, Want.MORE)
_HARM = ("死亡", "事故", "伤")
"""What an indicator counts of which fewer is stricter, whatever bound its value has."""
LEAST_RANKED = 2
_SCALES = {"万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A plan with what it is ordered by, and that as it is shown."""

    place: str
    by: float | str
    shown: str


def asked_rank(wants: Wants) -> Want | None:
    """How the plans are to be ordered; None where that is not asked."""
    return next((want for want in RANKING if want in wants), None)


def foremost(wants: Wants, cells: dict[str, ComparedCell], language: Language) -> list[str]:
    """The sentence that names the plan which is asked for, or says why there is none; empty where none is asked for.

    `cells` are those of the plans that state something, by the plan's name.
    """
    rank = asked_rank(wants)
    if rank is None:
        return []
    if rank in _BY_DATE:
        return _named(_by_date(cells), rank, language, len(cells), most=rank is Want.LATER)
    like = _alike(cells, most=rank is Want.MORE)
    if len(like) < LEAST_RANKED:
        reasons = unlike(tuple(cells.values()), language)
        return [said(language, "not_ranked", reasons=joined(language, "clauses", list(reasons)))] if reasons else []
    most = rank is Want.MORE or (rank is Want.STRICTER and not _fewer_is_stricter(tuple(like.values())))
    ranked = [_Ranked(place, _number(figure), figure.value) for place, figure in like.items()]
    return _named(ranked, rank, language, len(cells), most=most)


def _alike(cells: dict[str, ComparedCell], *, most: bool) -> dict[str, Figure]:
    """Of each plan that has one, the figure of the kind that most plans have; empty where fewer than two have one.

    Of several of that kind and one period ("最低300元、最高8万元") the one that goes furthest is taken.
    """
    order = max if most else min
    counted = Counter(kind for cell in cells.values() for kind in {_kind(figure) for figure in _numbers(cell)})
    best, times = counted.most_common(1)[0] if counted else ((), 0)
    if times < LEAST_RANKED:
        return {}
    own = {place: [f for f in _numbers(cell) if _kind(f) == best] for place, cell in cells.items()}
    one_period = {place: [f for f in figures if f.period == figures[0].period] for place, figures in own.items()}
    return {place: order(figures, key=_number) for place, figures in one_period.items() if figures}


def _numbers(cell: ComparedCell) -> list[Figure]:
    return [figure for figure in cell.figures if figure.quantity]


def _number(figure: Figure) -> float:
    quantity = figure.quantity
    return quantity.number * _SCALES.get(quantity.unit[:1], 1) if quantity else 0.0


def _kind(figure: Figure) -> tuple[object, ...]:
    quantity = figure.quantity
    return (quantity.unit.lstrip("万亿"), quantity.change, figure.status) if quantity else ()


def _fewer_is_stricter(figures: tuple[Figure, ...]) -> bool:
    """Whether the values themselves are limits or count harm; of falls the greater is stricter."""
    if any(figure.quantity and figure.quantity.change for figure in figures):
        return False
    bounded = all(contains(figure.value, "at_most", "at_most_after") for figure in figures)
    return bounded or all(any(harm in figure.name for harm in _HARM) for figure in figures)


def _by_date(cells: dict[str, ComparedCell]) -> list[_Ranked]:
    """The plans whose statement names one date; empty where one names several, of which any may be meant."""
    ranked: list[_Ranked] = []
    for place, cell in cells.items():
        text = " ".join(one.text for one in cell.statements) or " ".join(figure.period for figure in cell.figures)
        found = {date.date: date.written for date in dates(text) if date.date}
        if len(found) != 1:
            return []
        ((day, written),) = found.items()
        ranked.append(_Ranked(place, day, written))
    return ranked


def _named(ranked: list[_Ranked], rank: Want, language: Language, stating: int, *, most: bool) -> list[str]:
    if len(ranked) < LEAST_RANKED:
        return []
    order = max if most else min
    first = order(ranked, key=lambda one: one.by)
    level = [one.place for one in ranked if one.by == first.by]
    if len(level) == len(ranked):
        return []
    word = said(language, f"{rank}_of_two" if len(ranked) == LEAST_RANKED else f"{rank}_of_all")
    places = joined(language, "both", level)
    named = said(language, "foremost", word=word, places=places, value=first.shown)
    among = joined(language, "list", [one.place for one in ranked])
    return [named if len(ranked) == stating else said(language, "of_comparable", places=among, named=named)]
