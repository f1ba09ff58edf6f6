"""One view for each kind of fact; whatever depends on the kind of a fact is asked of its view.

A new kind of fact takes a type in `index.types.Fact`, a reader in `index.facts`, and a view here.
"""

from __future__ import annotations

from typing import Any

from assistant.facts.deadline import DeadlineView
from assistant.facts.duty import DutyView
from assistant.facts.enumeration import EnumerationView
from assistant.facts.indicator import IndicatorView
from assistant.facts.person import PersonView
from assistant.facts.sentence import SentenceView
from assistant.facts.view import Extent, FactView
from index.types import Deadline, Duty, Enumeration, Fact, Indicator, Person

VIEWS: dict[type[Fact], type[FactView[Any]]] = {
    Duty: DutyView,
    Person: PersonView,
    Indicator: IndicatorView,
    Deadline: DeadlineView,
    Enumeration: EnumerationView,
}
"""Every kind of fact with its view, in the order in which they are shown."""

KINDS: dict[str, type[Fact]] = {kind.kind: kind for kind in VIEWS}
"""The kinds by the names that programs and people choose them by."""


def view_of(fact: Fact | None) -> FactView[Any]:
    """The view of a fact; of evidence without one, that of a sentence."""
    return SentenceView(None) if fact is None else VIEWS[type(fact)](fact)


__all__ = ["KINDS", "VIEWS", "Extent", "FactView", "view_of"]
