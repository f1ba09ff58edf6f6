"""Whether figures of several plans may be set side by side as like, and what to say where they may not."""

from __future__ import annotations

from itertools import combinations

from assistant.comparison.types import ComparedCell, Figure
from assistant.facts.magnitudes import same_name
from assistant.types import Language
from assistant.wording.phrases import said


def unlike(cells: tuple[ComparedCell, ...], language: Language) -> tuple[str, ...]:
    """Why the figures of the cells are no like things, each a clause; empty where they are, or where fewer than two."""
    figures = [cell.lead for cell in cells if cell.lead is not None and cell.lead.value]
    if len(figures) < 2:
        return ()
    changes = [f for f in figures if f.baseline or (f.quantity and f.quantity.change)]
    reasons = {
        "unlike_name": not all(same_name(one.name, two.name) for one, two in combinations(figures, 2)),
        "unlike_kind": len({f.quantity.change for f in figures if f.quantity}) > 1,
        "unlike_status": len({figure.status for figure in figures}) > 1,
        "unlike_baseline": len({figure.baseline for figure in changes}) > 1,
        "unlike_period": len({figure.period for figure in figures if figure.period}) > 1,
    }
    return tuple(said(language, key) for key, holds in reasons.items() if holds)


def same_value(figures: list[Figure]) -> bool:
    """Whether all figures state one and the same number of one kind."""
    return of_one_kind(figures) and len({figure.quantity for figure in figures}) == 1


def of_one_kind(figures: list[Figure]) -> bool:
    """Whether the figures may be ordered: same unit and status, all of them changes or all of them values."""
    kinds = {(f.quantity.unit, f.quantity.change, f.status) if f.quantity else None for f in figures}
    return len(figures) > 1 and None not in kinds and len(kinds) == 1
