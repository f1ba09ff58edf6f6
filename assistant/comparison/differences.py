"""What of a topic differs between plans and what is alike: figures of one indicator, their years and bases, leads, dates.

Only like is held against like: one indicator in one unit, all of them aims or all of them results, changes or values;
who leads the same matter, when the same matter is due. What is told in words of its own is never said to differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from assistant.comparison.likeness import of_one_kind
from assistant.comparison.types import CellText, Commitment, ComparedCell, ComparedTopic, Figure
from assistant.facts.days import last_day
from assistant.facts.magnitudes import bare_name
from index import Status, contains, pair_similarity, years_in
from index.terms.glossary import load_glossary
from index.terms.office_names import office_name

SAME_MATTER = 0.6
"""Share of character pairs that two matters must have in common to be one: as of the names of indicators."""
_SIDES = (("falls",), ("rises",), ("at_least", "at_least_after"), ("at_most", "at_most_after"))
"""What a value may say beside its number, by the groups of the lexicon."""
_LEVEL_ENDS = "局厅委办部处"
"""How an office ends by the level of its government: 应急管理局 of a city, 应急管理厅 of a province."""


class PointKind(StrEnum):
    """In what plans may differ."""

    TARGET = "target"
    RESULT = "result"
    PERIOD = "period"
    BASE = "base"
    LEAD = "lead"
    DUE = "due"


class Standing(StrEnum):
    """How a figure or statement stands beside those of other plans; `APART` is what has nothing like it there."""

    DIFFERS = "differs"
    ALIKE = "alike"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that several plans state of the same indicator or matter: each value with the plans that have it."""

    kind: PointKind
    name: str
    told: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def alike(self) -> bool:
        """Whether all of them state the same."""
        return len(self.told) == 1


_Held = Figure | CellText
Standings = Mapping[tuple[str, _Held, PointKind], Standing]
"""By plan, figure or statement, and what of it."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What is to be said above a topic, and how each of its figures and statements stands.

    `only` is the one plan that states the topic, "" where several or none do.
    """

    points: tuple[Point, ...]
    standings: Standings
    only: str

    def standing(self, plan: str, held: _Held) -> Standing | None:
        """How a figure's value or a statement stands; None where there is nothing to be said."""
        found = (self.beside(plan, held, kind) for kind in PointKind if kind not in _BESIDE)
        return next(filter(None, found), None)

    def beside(self, plan: str, held: _Held, kind: PointKind) -> Standing | None:
        """How what stands beside a value does: its years, its base."""
        return self.standings.get((plan, held, kind))


_BESIDE = (PointKind.PERIOD, PointKind.BASE)


def differences(topic: ComparedTopic) -> Differences:
    """What differs and what is alike in a topic."""
    points: list[Point] = []
    standings: dict[tuple[str, _Held, PointKind], Standing] = {}
    compared = like_figures(topic)
    for like in compared:
        kind = PointKind.RESULT if like[0][1].status is Status.ACHIEVED else PointKind.TARGET
        found = [_values(kind, like), _periods(like), _bases(like)]
        points += filter(None, found)
        standings |= {
            (plan, figure, point.kind): Standing.ALIKE if point.alike else Standing.DIFFERS
            for point in found
            if point is not None
            for plan, figure in like
        }
    figures = [(cell.plan, figure) for cell in topic.cells for figure in cell.figures if figure.value]
    if len({plan for plan, _ in figures}) > 1:
        held = {(plan, figure) for plan, figure, _ in standings}
        apart = (one for one in figures if one not in held and not _lies_beside(one, compared))
        standings |= {(plan, figure, PointKind.TARGET): Standing.APART for plan, figure in apart}
    for kind, bounds in ((PointKind.LEAD, _leads), (PointKind.DUE, _dues)):
        for point, texts in _of_matters(kind, topic, bounds):
            points.append(point)
            standings |= {(plan, text, kind): Standing.DIFFERS for plan, text in texts}
    stating = [cell.plan for cell in topic.cells if cell.stated and not cell.little and not _is_blank(cell)]
    return Differences(tuple(points), standings, stating[0] if len(stating) == 1 < len(topic.cells) else "")


# --- figures

_Stated = list[tuple[str, Figure]]
"""Figures with their plans."""


def like_figures(topic: ComparedTopic) -> tuple[_Stated, ...]:
    """The figures of several plans that may be held against each other, one of each plan.

    Where a plan has several, those are taken that are for a year for which all have one; results are only of one year.
    """
    kinds: list[_Stated] = []
    for cell in topic.cells:
        for figure in cell.figures:
            held = next((kind for kind in kinds if is_like(kind[0][1], figure)), None)
            if held is not None:
                held.append((cell.plan, figure))
            elif figure.quantity is not None:
                kinds.append([(cell.plan, figure)])
    return tuple(like for kind in kinds if len(like := _one_each(kind)) > 1)


def is_like(one: Figure, two: Figure) -> bool:
    """Whether two figures are of one indicator, in one unit, both aims or results, both changes or values."""
    return of_one_kind([one, two]) and _indicator(one.as_written.name) == _indicator(two.as_written.name)


@lru_cache(maxsize=4096)
def _indicator(written: str) -> tuple[str, bool]:
    """The name by which indicators are told apart: their words as the glossary spells them; 较大以上 is not 较大."""
    name = "".join(bare_name(written).split())
    glossary = load_glossary()
    pieces = (entry.zh if entry else piece for piece, entry in glossary.segment(name))
    whole = glossary.entry(name)
    return whole.zh if whole else "".join(pieces), contains(name, "at_least_after", "at_most_after")


def _one_each(kind: _Stated) -> _Stated:
    plans = list(dict.fromkeys(plan for plan, _ in kind))
    if kind[0][1].status is not Status.ACHIEVED and len(plans) == len(kind):
        return kind
    years = [{_last_year(figure) for plan, figure in kind if plan == one} for one in plans]
    common = max((year for year in set.intersection(*years) if year), default=0)
    chosen = {plan: figure for plan, figure in reversed(kind) if common and _last_year(figure) == common}
    return [(plan, chosen[plan]) for plan in plans if plan in chosen]


def _last_year(figure: Figure) -> int:
    return max(years_in(figure.period), default=0)


def _values(kind: PointKind, like: _Stated) -> Point | None:
    """The values; where numbers are equal, they are alike if they say the same of it, else nothing is claimed."""
    numbers = {figure.quantity.number for _, figure in like if figure.quantity}
    if len(numbers) == 1 and len({_sides(figure.as_written.value) for _, figure in like}) > 1:
        return None
    shown = {n: next(f.value for _, f in like if f.quantity and f.quantity.number == n) for n in numbers}
    same = len(numbers) == 1
    told = _by_value(like, lambda f: shown[f.quantity.number] if same and f.quantity else f.value)
    return Point(kind, like[0][1].name, told)


def _sides(value: str) -> tuple[bool, ...]:
    return tuple(contains(value, *groups) for groups in _SIDES)


def _periods(like: _Stated) -> Point | None:
    """The years that figures are for, where they end with different ones; of that they are alike nothing is said."""
    years = {_last_year(figure) for _, figure in like}
    if len(years) < 2 or 0 in years:
        return None
    return Point(PointKind.PERIOD, like[0][1].name, _by_value(like, lambda figure: figure.period))


def _bases(like: _Stated) -> Point | None:
    """What figures are compared with, where each names it and no two name the same years."""
    bases = {_base_years(figure.as_written.base) for _, figure in like}
    if len(bases) < 2 or () in bases or len({any(map(str.isdigit, base)) for base in bases}) > 1:
        return None
    return Point(PointKind.BASE, like[0][1].name, _by_value(like, lambda figure: figure.baseline))


def _base_years(base: str) -> tuple[str, ...]:
    """The years that a base names, else the five-year plans (十二五); () where it names neither."""
    plans = (base[at - 1 : at + 2] for at in range(1, len(base) - 1) if base[at - 1] == "十" and base[at + 1] == "五")
    return tuple(map(str, years_in(base))) or tuple(plans)


def _by_value(like: _Stated, value: Callable[[Figure], str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for plan, figure in like:
        found.setdefault(value(figure), []).append(plan)
    return tuple((told, tuple(plans)) for told, plans in found.items())


def _lies_beside(one: tuple[str, Figure], compared: Sequence[_Stated]) -> bool:
    """Whether a plan has another figure for the same indicator that is compared: the reduction beside the value."""
    plan, figure = one
    return any(other_plan == plan and other.name == figure.name for like in compared for other_plan, other in like)


def _is_blank(cell: ComparedCell) -> bool:
    return not cell.statements and not any(figure.value for figure in cell.figures)


# --- statements

_Texts = list[tuple[str, CellText]]


def _leads(text: CellText) -> tuple[Commitment, ...]:
    return text.leads


def _dues(text: CellText) -> tuple[Commitment, ...]:
    return text.dues


def _of_matters(
    kind: PointKind, topic: ComparedTopic, bounds: Callable[[CellText], Sequence[Commitment]]
) -> Iterator[tuple[Point, _Texts]]:
    """Matters that several plans tell of, where two of them have no office or no last day in common."""
    told = [(c.plan, text, bound) for c in topic.cells for text in c.statements for bound in bounds(text)]
    told = [one for one in told if _told_apart(one[2])]
    taken: set[int] = set()
    for at, (_, _, first) in enumerate(told):
        alike = [n for n, other in enumerate(told) if n == at or _same_matter(first, other[2])]
        pooled: dict[str, list[Commitment]] = {}
        for plan, _, bound in (told[n] for n in alike):
            pooled.setdefault(plan, []).append(bound)
        if len(pooled) < 2 or taken & set(alike):
            continue
        taken.update(alike)
        if _two_are_apart(pooled.values()):
            yield Point(kind, first.matter, _by_bound(pooled)), [told[n][:2] for n in alike]


def _two_are_apart(bounds: Iterable[Sequence[Commitment]]) -> bool:
    """Whether two plans have nothing in common in all that each states of one matter."""
    values = [{value for one in stated for value in _told_apart(one)} for stated in bounds]
    return any(one.isdisjoint(two) for one, two in combinations(values, 2))


def _by_bound(pooled: Mapping[str, Sequence[Commitment]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is shown of each plan; one day written in two ways is one, while an office is of its own plan."""
    found: dict[tuple[str | date, ...], tuple[str, list[str]]] = {}
    for plan, stated in pooled.items():
        shown = dict.fromkeys(word for one in stated for word in one.shown)
        days = dict.fromkeys(value for one in stated for value in _told_apart(one) if one.date)
        found.setdefault(tuple(days or shown), ("、".join(shown), []))[1].append(plan)
    return tuple((shown, tuple(plans)) for shown, plans in found.values())


def _told_apart(one: Commitment) -> tuple[str | date, ...]:
    """By what plans are told apart: the last day, or the fields of the offices whatever the level of their government."""
    if not one.date:
        return tuple(map(_field, one.shown))
    last = last_day(one.date)
    return (last,) if last else ()


def _same_matter(one: Commitment, two: Commitment) -> bool:
    return pair_similarity(one.matter, two.matter) >= SAME_MATTER


def _field(office: str) -> str:
    return office_name(office).office.rstrip(_LEVEL_ENDS)
