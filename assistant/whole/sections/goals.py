"""What a plan aims at: the part that tells its goals, by its main sentences and the figures that stand in it."""

from __future__ import annotations

from assistant.types import Asked, Draft, Statement, Want
from assistant.whole.found import Found
from assistant.whole.sections.fitting import fitting, paragraphs_of
from assistant.whole.sections.in_turn import clauses_within, end_mark, room, told_line
from assistant.whole.sections.plan_parts import Part, matters, parts_of, the_plan
from assistant.whole.sections.tables_of_aims import Rows, aims_of, in_figures, rows_of
from assistant.wording.phrases import joined
from index import contains, ends_with, looks_back, starts_with, years_in

ASKED = (Asked.MEASURE, Asked.LIST, Asked.COMPARE)
"""Kinds of question that may ask for goals as a whole; one figure or date is told by its own fact."""
SHARE_OF_WORDS = 0.6
"""What the sentences take of an answer's room where figures stand beside them."""
MOST_PLANS = 12
"""The goals of more plans are not told beside each other: the question has to say which it means."""
LEAST_ROOM = 60
MORE_ROOM = 1.5
"""Goals belong together: rather all of them in a longer answer than some."""


def goals(found: Found) -> Draft | None:
    """What the plan in question aims at as a whole; of several plans each in a line. None where that is not asked."""
    meant = found.meant
    if Want.GOALS not in meant.wants or meant.asked not in ASKED or meant.wants.shares:
        return None
    plan = the_plan(found)
    if matters(found, plan, "goals", "asking_in_sum"):
        return None
    if plan:
        part = goals_of(plan, found)
        return _draft(_told(part, plan, int(MORE_ROOM * room(found)), found), found) if part else None
    plans = meant.plans or tuple(document.id for document in found.index.documents)
    told = [(plan, part) for plan in plans if (part := goals_of(plan, found))]
    if not told or len(told) > MOST_PLANS:
        return None
    each = max(LEAST_ROOM, room(found) // len(told))
    return _draft([_in_words(part, each, found) for _, part in told], found)


def goals_by_years(found: Found) -> Draft | None:
    """As `goals`, where years are asked for and the part tells of each; before all that is due in them is listed."""
    meant = found.meant
    plan = the_plan(found)
    if Want.GOALS not in meant.wants or meant.asked is not Asked.MEASURE or not (plan and meant.years):
        return None
    part = goals_of(plan, found)
    if part is None or not set(meant.years) <= set(years_in(part.words(part.sentences))):
        return None
    return goals(found)


def goals_of(plan: str, found: Found) -> Part | None:
    """The part of a plan that tells its goals: of those headed so, one that ends with the word before others."""
    headed = [p for p in parts_of(plan, found) if contains(p.title, "goals") and not looks_back(p.path)]
    telling = [p for p in headed if p.sentences] or [p for p in headed if _figures(p, plan, found)]
    closest = [p for p in telling if ends_with(p.title, "goals")]
    return next(iter((*closest, *(p for p in telling if starts_with(p.title, "goals")))), None)


def _draft(statements: list[Statement], found: Found) -> Draft:
    colon = joined(found.language, "colon", ["", ""])
    return Draft(tuple(statements), joined(found.language, "sentences", ["", ""]), colon)


def _told(part: Part, plan: str, limit: int, found: Found) -> list[Statement]:
    figures = _figures(part, plan, found)
    words = int(limit * SHARE_OF_WORDS) if figures else limit
    told = [_in_words(part, words, found)] if part.sentences else []
    return [*told, in_figures(figures, limit - sum(len(one.text) for one in told), found)] if figures else told


def _in_words(part: Part, limit: int, found: Found) -> Statement:
    """As many sentences as there is room for, of paragraphs for several years those for the years asked."""
    years = set(found.meant.years)
    paragraphs = paragraphs_of(part)
    asked = tuple(spans for spans in paragraphs if years & set(years_in(part.words(spans))))
    kept = fitting(part, asked or paragraphs, limit, found)
    words = part.words(kept)
    told = told_line(words, found) if len(kept) > 1 else clauses_within(words, limit, found)
    return Statement(f"{told}{end_mark(found)}", part.evidence_of(kept))


def _figures(part: Part, plan: str, found: Found) -> Rows:
    """The rows of tables in a part, with what they aim at."""
    own = part.section.span
    return rows_of(tuple(fact for fact in aims_of(plan, found) if own.contains(fact.span)))
