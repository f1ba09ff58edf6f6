"""A part of a plan in sum: its own headings with the first words below each, or the sentences of a part that has none."""

from __future__ import annotations

from assistant.evidence.seen import strong
from assistant.types import Asked, Concept, Draft, Evidence, Want
from assistant.whole.found import Found
from assistant.whole.sections.in_turn import Told, told_in_turn
from assistant.whole.sections.plan_parts import Part, is_of_plan, parts_of, the_plan, whole_plan
from assistant.wording.first_clauses import ways_of
from assistant.wording.phrases import joined, told
from assistant.wording.quoting import flat
from index import Row, SectionKind, contains, looks_back, pairs_held
from index.search.late_interaction import spoken

ASKED = (Asked.MEASURE, Asked.LIST)
"""Kinds of question that may ask for a part as a whole."""
NO_TOPICS = ("verb", "time", "document")
"""Kinds of words by which no part of a plan is headed alone."""
HEAD_SAID = 0.9
"""So much of a heading a question says that asks for what stands below it."""
MOSTLY_HELD = 0.6
"""A heading speaks of a long term that has so much of it: "主要工作任务" of "主要任务"."""
LEAST_FIT, LEAST_FIT_IN_SUM = 0.5, 0.2
"""What of a heading the question must speak of; less where it asks for a summary in so many words."""
LEAST_TOLD = 2
"""A part that says one thing alone is better told by that."""
ALIKE = 0.5
"""A heading that says a thing in other words and the question speak of each other so far; of other headings at most 0.4."""
MIN_HEAD_CHARS = 4
"""What is shorter stands in too many headings to be told from them by its pairs of characters."""
LEAST_HEAD_CHARS = 2


def overview(found: Found) -> Draft | None:
    """The part of a plan that a question asks for in sum; None where it asks for less, or no heading is of its matter."""
    wants = found.meant.wants
    lists = found.meant.asked is Asked.LIST
    if found.meant.asked not in ASKED or not (lists or {Want.OVERVIEW, Want.MEASURES} & wants.kinds):
        return None
    plan = the_plan(found)
    part = part_meant(plan, found) if plan else None
    if part is None:
        return None
    inside = [one for one in part.parts if one.section.kind is not SectionKind.BOX]
    if not inside and not part.sentences and len(rows := _rows(part, found)) >= LEAST_TOLD:
        return told_in_turn(part.title, rows, found)
    if lists and len(inside) < LEAST_TOLD:
        return None
    if len(inside) >= LEAST_TOLD:
        return told_in_turn(part.title, [_headed(one, found) for one in inside], found)
    whole = next((one for one in (part, *inside) if len(one.sentences) >= LEAST_TOLD), None)
    if whole is None:
        return None
    return told_in_turn(whole.title, [_said(whole, at) for at in range(len(whole.sentences))], found, counted=False)


def part_meant(plan: str, found: Found) -> Part | None:
    """The part of a plan whose heading is closest to what a question is about; None where none is of all of it."""
    topics = _topics(strong(found.meant), plan, found) or _topics(found.meant.concepts, plan, found)
    least = LEAST_FIT_IN_SUM if Want.OVERVIEW in found.meant.wants else LEAST_FIT
    if not topics and Want.OVERVIEW in found.meant.wants:
        return whole_plan(plan, found)
    parts = parts_of(plan, found)
    of_past = looks_back((found.meant.wants.said,))
    fits = [(_fit(part, topics, found.meant.wants.said), part) for part in parts]
    likely = [(looks_back(part.path) == of_past, fit, -at, part) for at, (fit, part) in enumerate(fits) if fit >= least]
    best = max(likely, key=lambda fit: fit[:3], default=None)
    return best[3] if best else _nearest(topics, parts, found)


def _nearest(topics: tuple[Concept, ...], parts: tuple[Part, ...], found: Found) -> Part | None:
    """The part whose heading says in other words what a question is about: "主要任务" of "重点任务"; None where none does."""
    telling = [part for part in parts if len(part.parts) >= LEAST_TOLD or len(part.sentences) >= LEAST_TOLD]
    titles = [part.title for part in telling]
    if not topics or not titles:
        return None
    each = [spoken(topic.spellings[0], titles, titles, found.index.encoder).question for topic in topics]
    of_titles = spoken("".join(topic.spellings[0] for topic in topics), titles, titles, found.index.encoder).text
    likeness = [float(min(both)) for both in zip(of_titles, *each, strict=True)]
    at = likeness.index(max(likeness))
    return telling[at] if likeness[at] >= ALIKE else None


def _topics(concepts: tuple[Concept, ...], plan: str, found: Found) -> tuple[Concept, ...]:
    """What a question is about beside the plan itself and the words by which it asks."""
    return tuple(
        concept
        for concept in concepts
        if concept.kind not in NO_TOPICS
        and not is_of_plan(concept, plan, found)
        and not any(contains(spelling, "asking_in_sum") for spelling in concept.spellings)
    )


def _fit(part: Part, topics: tuple[Concept, ...], said: str) -> float:
    """What share of a heading a question speaks of, 0 to 1; 0 where headings there do not speak of all that it is about."""
    title, above = part.title, " ".join(part.above)
    held = [max((_held(spelling, title) for spelling in topic.spellings), default=0.0) for topic in topics]
    is_said = len(title) >= MIN_HEAD_CHARS and pairs_held(title, said) >= HEAD_SAID
    if not (is_said or any(held)):
        return 0.0
    untold = [topic for topic, chars in zip(topics, held, strict=True) if not chars]
    if any(not any(spelling in above for spelling in topic.spellings) for topic in untold):
        return 0.0
    return 1.0 if is_said else min(1.0, sum(held) / len(title))


def _held(spelling: str, title: str) -> float:
    """How many characters of a heading a term takes up; 0 where it does not stand there."""
    if spelling in title:
        return len(spelling)
    if title in spelling and len(title) >= LEAST_HEAD_CHARS:
        return len(title) * len(title) / len(spelling)
    held = pairs_held(spelling, title) if len(spelling) >= MIN_HEAD_CHARS else 0.0
    return held * len(spelling) if held >= MOSTLY_HELD else 0.0


def _headed(part: Part, found: Found) -> Told:
    """A part inside the one that is told: its heading with its first sentence or the headings inside it, or alone."""
    label = part.shown(found.language)
    if part.sentences:
        return Told(part.with_heading(part.sentences[0]), (*ways_of(part.words(part.sentences[:1])), ""), label)
    if part.parts:
        inside = joined(found.language, "list", [told(one.title, found.language, found.english) for one in part.parts])
        return Told(part.with_heading(part.parts[-1].heading), (inside, ""), label)
    return Told(part.with_heading(None), ("",), label)


def _rows(part: Part, found: Found) -> list[Told]:
    """The rows of the table that is all that stands below a heading, by their names."""
    span = part.section.span
    rows = (row for row in found.index.facts(Row, (span.document_id,)) if row.name and span.contains(row.span))
    return [
        Told(
            Evidence(row.span, part.text[row.span.start : row.span.end], row.heading_path, 1.0, 1.0), (flat(row.name),)
        )
        for row in rows
    ]


def _said(part: Part, at: int) -> Told:
    """A sentence, whole or by its first clauses."""
    return Told(part.evidence(part.sentences[at]), ways_of(part.words(part.sentences[at : at + 1])))
