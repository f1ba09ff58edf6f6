"""Selection: from ranked evidence, the few pieces that together are the answer.

One piece answers most questions. More are taken only where they belong together: cells of one row, people of one role,
tasks of one office, neighbouring sentences of one passage.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from assistant.evidence.matching import holds
from assistant.evidence.office_tasks import tasks_of_office
from assistant.evidence.parts.articles import lead_of, parts_told
from assistant.evidence.seen import strong
from assistant.evidence.window import (
    LEAST_IN_PARAGRAPH,
    LEAST_IN_TASK,
    grown,
    sentences_of_paragraph,
    sentences_of_task,
    speaks_of,
    within,
)
from assistant.facts import Extent, view_of
from assistant.facts.magnitudes import is_blank
from assistant.types import Asked, Evidence, Language, Understanding, Want
from assistant.wording.quoting import is_english
from index import Duty, DutyBasis, Enumeration, Index, Trait, dates, pairs_held, traits_of
from index.facts.labelled import label_kind

_TOLD_AT_LENGTH = (Asked.MEASURE, Asked.LIST)
"""Kinds of question whose answer may take the sentences beside the best one."""
MAX_PEOPLE, MAX_CELLS, MAX_SENTENCES = 12, 4, 4
SENTENCES_CHARS = 260
"""Sentences of other places are added up to this length together; a little over a window, for they are cited apart."""
OF_ROW = 3.0
"""A cell of the best one's row is told with it when its score lies no further than this below."""
AS_SURE, AS_SURE_AMONG = 0.4, 5
"""So little less trusted, and among so many of the best, is the English of a sentence that a paper tells in Chinese, too."""
HEAD_SAID = 0.9
"""So much of a heading a question says that asks for what is listed below it: 基本原则."""
DIVIDED_AMONG = 5
"""Among so many of the best an office is looked for that writes the sub-plan of what is asked."""
LEAST_ITEMS = 3
"""A shorter list is told whole: one of two items names a thing by chance, "to draft", "to amend"."""
CLOSE = 0.6
"""A second piece of evidence is shown when its score lies no further than this below the first."""


def select(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """The evidence of the answer, best first; empty when nothing was ranked."""
    if not ranked:
        return ()
    if parts := parts_told(meant, ranked, index):
        return parts
    ranked = _by_division(meant, _below_named_item(meant, _in_own_language(meant, ranked), index), index)
    if tasks := tasks_of_office(meant, ranked[0], index):
        return tasks
    first = _as_sentence(meant, _with_office(meant, ranked[0], index), index)
    if whole := _whole_list(meant, first, index):
        return (whole,)
    extent = view_of(first.fact).extent
    if extent is Extent.PEERS:
        return _people(meant, first, ranked)
    if extent is Extent.ALIKE:
        return tuple(takewhile(lambda e: e.score == first.score and view_of(e.fact).extent is extent, ranked))
    if extent is Extent.ROW:
        return _cells(meant, first, ranked)
    if item := _item_of_article(meant, first, ranked, index):
        return item
    if extent is Extent.SENTENCES:
        return _sentences(meant, first, ranked, index)
    return (first,)


def _in_own_language(meant: Understanding, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The evidence, before all of it, for a question in English, what a paper in both languages says in English itself."""
    first = ranked[0]
    if meant.language is not Language.EN or is_english(first.text):
        return ranked
    for other in ranked[1:AS_SURE_AMONG]:
        as_sure = other.fact is None and other.confidence >= first.confidence - AS_SURE
        if as_sure and other.span.document_id == first.span.document_id and is_english(other.text):
            return (other, *(evidence for evidence in ranked if evidence is not other))
    return ranked


def _by_division(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """The evidence, before a task that may only mention what is asked, the office that writes the sub-plan of all of it.

    "燃气由谁牵头" asks for the office of the gas sub-plan, not for that of a task to train "矿山、燃气企业" among others.
    """
    if meant.asked is not Asked.DUTY or meant.offices or view_of(ranked[0].fact).basis is not DutyBasis.TASK:
        return ranked
    things = [concept for concept in strong(meant) if concept.spellings and label_kind(concept.spellings[0]) is None]
    duties = index.facts(Duty, (ranked[0].span.document_id,)) if things else ()
    drafts = {duty.span: duty.drafts for duty in duties if duty.drafts}
    for other in ranked[1:DIVIDED_AMONG]:
        draft = drafts.get(other.span)
        if draft and all(any(holds(draft, spelling) for spelling in thing.spellings) for thing in things):
            return (other, *(evidence for evidence in ranked if evidence is not other))
    return ranked


def _below_named_item(meant: Understanding, ranked: tuple[Evidence, ...], index: Index) -> tuple[Evidence, ...]:
    """The evidence, before a list of which a question names one item alone, what the plan says below that item.

    "如何监管燃气安全" does not ask for all sixteen sectors that are supervised, of which 燃气安全 is one.
    """
    lists = index.facts(Enumeration, (ranked[0].span.document_id,)) if meant.asked is Asked.MEASURE else ()
    told = next((one for one in lists if one == ranked[0].fact), None)
    if told is None or len(told.items) < LEAST_ITEMS:
        return ranked
    things = [thing for thing in strong(meant) if not any(holds(told.head, spelling) for spelling in thing.spellings)]
    named = [
        at
        for at, item in enumerate(told.items)
        if any(holds(item.text, spelling) for thing in things for spelling in thing.spellings)
    ]
    if len(named) != 1:
        return ranked
    ends = (*(item.span.start for item in told.items[1:]), told.span.end)
    part = replace(told.span, start=told.items[named[0]].span.start, end=ends[named[0]])
    below = tuple(e for e in ranked if e.fact is None and part.contains(e.span))
    return (*below, *(e for e in ranked if e not in below)) if below else ranked


def _item_of_article(
    meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...], index: Index
) -> tuple[Evidence, ...]:
    """An item of an article with what leads to it; for one thing asked of a list of items the best of them. Else empty."""
    inside = (e for e in ranked if e.fact is None and first.span.overlaps(e.span) and e.confidence > 0.0)
    at_length = meant.asked in _TOLD_AT_LENGTH or _asks_several(meant)
    item = first if first.fact is None or at_length else next(inside, first)
    lead = lead_of(item.span, item.heading_path[-1], index) if item.fact is None and item.heading_path else None
    return (within(item, lead.start, lead.end, index), item) if lead else ()


def _whole_list(meant: Understanding, first: Evidence, index: Index) -> Evidence | None:
    """The list that a sentence leads to or is an item of, where several things are asked for; None where there is none.

    An item asks for its list where the list stands in an article or the question says its heading.
    """
    if not _asks_several(meant) or first.fact is not None:
        return None
    own = first.span
    # A last item's sentence ends with the full stop behind its list, the first line begins with the number before it.
    around = (e for e in index.facts(Enumeration, (own.document_id,)) if e.items and e.span.overlaps(own))
    found = min(around, key=lambda e: e.span.end - e.span.start, default=None)
    if found is None:
        return None
    leads = own.end <= found.items[0].span.start
    of_article = bool(first.heading_path) and lead_of(own, first.heading_path[-1], index) is not None
    if not (leads or of_article or pairs_held(found.head, meant.wants.said) >= HEAD_SAID):
        return None
    return replace(within(first, found.span.start, found.span.end, index), fact=found)


def _asks_several(meant: Understanding) -> bool:
    """Whether a list as a whole is asked for: "有哪些要求", "负有哪些职责"."""
    return meant.asked is Asked.LIST or {Want.SEVERAL, Want.FIELD} <= meant.wants.kinds


def _as_sentence(meant: Understanding, first: Evidence, index: Index) -> Evidence:
    """A task as its sentence that speaks most of the question and those beside it, save where its units are asked for."""
    if meant.asked is Asked.DUTY or Want.OFFICE in meant.wants or view_of(first.fact).basis is not DutyBasis.TASK:
        return first
    bounds = sentences_of_task(first, index)
    if not bounds:
        return first
    text = index.text(first.span.document_id).text
    lengths = [end - start for start, end in bounds]
    spoken = list(zip(speaks_of(meant.concepts, text, bounds), lengths, strict=True))
    # Of a task of which a date is asked, a sentence without one tells nothing.
    dated = [i for i, (start, end) in enumerate(bounds) if dates(text[start:end])]
    at = max(dated if dated and meant.asked is Asked.DEADLINE else range(len(bounds)), key=lambda i: spoken[i])
    start, end = (
        grown(text, bounds, at, meant.concepts, LEAST_IN_TASK) if meant.asked in _TOLD_AT_LENGTH else bounds[at]
    )
    return replace(within(first, start, end, index), fact=None)


def _with_office(meant: Understanding, first: Evidence, index: Index) -> Evidence:
    """A sentence that says what is done but not by whom, as the duty that it is part of, where somebody's duty is asked."""
    if meant.asked is not Asked.DUTY or first.fact is not None:
        return first
    around = (d for d in index.facts(Duty, (first.span.document_id,)) if d.units and d.span.contains(first.span))
    duty = min(around, key=lambda d: d.span.end - d.span.start, default=None)
    if duty is None or any(unit in first.text for unit in duty.units):
        return first
    text = index.text(duty.span.document_id).text[duty.span.start : duty.span.end]
    return replace(first, span=duty.span, text=text, fact=duty)


def _people(meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The best person; with a question for several, everyone who fits as well."""
    if Want.SEVERAL not in meant.wants:
        name = _name(first)
        same = [e for e in ranked if _name(e) == name and e.span.document_id == first.span.document_id]
        named = name in meant.people
        alike = tuple(e for e in _in_role(meant, first, ranked) if e.score >= first.score - CLOSE)
        return tuple(sorted(same, key=lambda e: e.span)) if named else alike or (first,)
    if in_one_role := _in_role(meant, first, ranked):
        return in_one_role
    close = [e for e in ranked if _name(e) and e.score >= first.score - CLOSE]
    return tuple(sorted(close[:MAX_PEOPLE], key=lambda e: e.span))


def _in_role(meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Everybody who has the role that was asked for in the same body, in the order of the plan; empty without a role."""
    roles = {s for c in meant.concepts for s in c.spellings}
    asked = _role(first)
    if asked is None or asked[0] not in roles:
        return ()
    alike = [e for e in ranked if _role(e) == asked]
    return tuple(sorted(alike[:MAX_PEOPLE], key=lambda e: e.span))


def _name(evidence: Evidence) -> str:
    person = view_of(evidence.fact).person
    return person.name if person else ""


def _role(evidence: Evidence) -> tuple[str, str, str] | None:
    """A person's role, the body and the plan; None for evidence of something else."""
    person = view_of(evidence.fact).person
    return (person.role, person.body, evidence.span.document_id) if person else None


def _cells(meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The best cell and the cells of its row for the same years that the question also asks for."""
    fact = view_of(first.fact).cell
    asked_years = set(meant.years)
    chosen = [first]
    for other in ranked[1:]:
        cell = view_of(other.fact).cell
        if fact is None or cell is None:
            continue
        same_row = (
            cell.row == fact.row
            and cell.span.document_id == fact.span.document_id
            and cell.heading_path == fact.heading_path
        )
        fits_years = not asked_years or bool(asked_years & set(cell.years)) or cell.years == fact.years
        if same_row and fits_years and other.score >= first.score - OF_ROW and not is_blank(cell):
            chosen.append(other)
    return tuple(sorted(chosen[:MAX_CELLS], key=lambda e: e.span))


def _sentences(
    meant: Understanding, first: Evidence, ranked: tuple[Evidence, ...], index: Index
) -> tuple[Evidence, ...]:
    widened = _widened(meant, first, index)
    chosen = [widened]
    if meant.asked not in (Asked.MEASURE, Asked.LIST, Asked.DUTY):
        return (widened,)
    for other in ranked[1:MAX_SENTENCES]:
        close = other.fact is None and other.score >= first.score - CLOSE and _belongs(meant, other, first)
        fits = sum(len(c.text) for c in chosen) + len(other.text) <= SENTENCES_CHARS
        if close and fits and not any(other.span.overlaps(c.span) for c in chosen):
            chosen.append(other)
    return tuple(chosen)


def _belongs(meant: Understanding, other: Evidence, first: Evidence) -> bool:
    """Whether a sentence may stand beside the first: one that says something, of the same document or one as likely meant."""
    one, another = first.span.document_id, other.span.document_id
    as_likely = one == another or meant.document_weight(another) >= meant.document_weight(one)
    return as_likely and not traits_of(other.text) & Trait.SHORT


def _widened(meant: Understanding, first: Evidence, index: Index) -> Evidence:
    """A sentence with those beside it in its paragraph that speak of the question too, as one span."""
    bounds = sentences_of_paragraph(first, index)
    own = (first.span.start, first.span.end)
    if meant.asked not in _TOLD_AT_LENGTH or own not in bounds:
        return first
    text = index.text(first.span.document_id).text
    return within(first, *grown(text, bounds, bounds.index(own), meant.concepts, LEAST_IN_PARAGRAPH), index)


def task_quote(evidence: Evidence, meant: Understanding, index: Index) -> Evidence:
    """A task narrowed to its sentence nearest the question and the units in brackets behind it; a row of a table is whole."""
    if view_of(evidence.fact).basis is not DutyBasis.TASK or "\t" in evidence.text:
        return evidence
    text = index.text(evidence.span.document_id).text
    bounds = sentences_of_task(evidence, index)
    if not bounds:
        return evidence
    starts = [start for start, _ in bounds]
    spoken = speaks_of(meant.concepts, text, bounds)
    # Where none speaks of the question, which names the unit alone, a task is told by what it begins with.
    start = max(zip(spoken, starts, strict=True))[1] if any(spoken) else starts[0]
    return within(evidence, start, evidence.span.end, index)
