"""One view for each kind of fact; whatever depends on the kind of a fact is asked of its view.

A new kind of fact takes a type in `index.fact_types.Fact`, a reader in `index.facts`, and a view here: `TollView` in `toll.py`
for a type `Toll` of the kind "toll".
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, get_args

from assistant.facts.sentence import SentenceView
from assistant.facts.view import Claims, Extent, FactView
from index.fact_types import Fact


def _view(kind: type[Fact]) -> type[FactView[Any]]:
    view: type[FactView[Any]] = getattr(import_module(f"{__name__}.{kind.kind}"), f"{kind.__name__}View")
    return view


VIEWS: dict[type[Fact], type[FactView[Any]]] = {kind: _view(kind) for kind in get_args(Fact)}
"""Every kind of fact with its view, in the order in which they are shown."""
KINDS: dict[str, type[Fact]] = {kind.kind: kind for kind in VIEWS}
"""The kinds by the names that programs and people choose them by."""


def view_of(fact: Fact | None) -> FactView[Any]:
    """The view of a fact; of evidence without one, that of a sentence."""
    return SentenceView(None) if fact is None else VIEWS[type(fact)](fact)


__all__ = ["KINDS", "VIEWS", "Claims", "Extent", "FactView", "view_of"]
