"""Which figures of a plan reach a bound: "哪些指标要达到100%", "which targets are 95% or more"."""

from __future__ import annotations

from assistant.facts.magnitudes import bound_of, quantity_of, value_of
from assistant.types import Asked, Draft, Want
from assistant.whole.figures.asked_of_plan import plan_asked, speaking_of, things_asked
from assistant.whole.figures.matters_told import Matter, each_once, listed
from assistant.whole.found import Found
from assistant.wording.phrases import said
from index import Indicator, Status
from index.terms.lexicon import contains

_UNIT = "%"
"""Only rates are held against a bound: other figures of a plan are of things that nobody compares."""


def reaching(found: Found) -> Draft | None:
    """The rates that are aimed at and reach the bound that is asked for; None where none is asked for, or hardly any does."""
    meant, wants = found.meant, found.meant.wants
    plan = plan_asked(found)
    rates = [value for value in wants.values if value.endswith(_UNIT)]
    several = meant.asked is Asked.LIST or bool({Want.SEVERAL, Want.DUE} & wants.kinds)
    if len(rates) != 1 or not several or Want.CONFIRM in wants or not plan:
        return None
    aimed = [fact for fact in found.index.facts(Indicator, (plan,)) if fact.status is Status.TARGET]
    bound, at_most = bound_of(rates[0]), contains(wants.said, "at_most", "at_most_after")
    facts = [fact for fact in aimed if _reaches(fact, bound, at_most=at_most)]
    if meant.years:
        facts = [fact for fact in facts if not fact.years or set(meant.years) & set(fact.years)]
    things = things_asked(found)
    told = {id(fact) for fact in speaking_of(things, list(facts))}
    matters = [Matter((f,), f"{f.row or f.name}{value_of(f)}", "", "", "", (f,)) for f in facts if id(f) in told]
    matters = each_once(matters)
    if len(matters) < (1 if things else 2):
        return None
    return listed(matters, said(found.language, "due_in_all", count=len(matters)), found)


def _reaches(fact: Indicator, bound: float, *, at_most: bool) -> bool:
    quantity = quantity_of(fact)
    if quantity is None or quantity.unit != _UNIT or quantity.change:
        return False
    return quantity.number <= bound if at_most else quantity.number >= bound
