"""Indicators that a plan lists for one matter, in a box or below a heading: all of them, or those at the figure asked."""

from __future__ import annotations

from assistant.types import Concept, Draft, Evidence
from assistant.whole.found import Found
from assistant.whole.sections.in_turn import Told, told_in_turn
from assistant.wording.first_clauses import ways_of
from assistant.wording.quoting import flat, unnumbered
from index import Enumeration, ListItem, contains

LEAST_TOLD = 2
"""One indicator alone is better told by its own fact."""


def listed_aims(plan: str, things: tuple[Concept, ...], found: Found) -> Draft | None:
    """What a plan's list of indicators for some things holds; None where it has none, or one item alone is asked for."""
    listed = _list_of(plan, things, found)
    if listed is None:
        return None
    shares = found.meant.wants.shares
    asked = [item for item in listed.items if not shares or any(share in item.text for share in shares)]
    if len(asked) < LEAST_TOLD:
        return None
    return told_in_turn(listed.head, [_told(item, listed) for item in asked], found)


def _list_of(plan: str, things: tuple[Concept, ...], found: Found) -> Enumeration | None:
    """The list whose head speaks of all the things and of least beside them: "煤矿" is not the head of "非煤矿山"."""
    of_all = (
        one
        for one in found.index.facts(Enumeration, (plan,))
        if contains(one.head, "indicators")
        and all(any(spelling in one.head for spelling in thing.spellings) for thing in things)
    )
    return min(of_all, key=lambda one: len(one.head), default=None)


def _told(item: ListItem, listed: Enumeration) -> Told:
    return Told(Evidence(item.span, item.text, listed.heading_path, 1.0, 1.0), ways_of(unnumbered(flat(item.text))))
