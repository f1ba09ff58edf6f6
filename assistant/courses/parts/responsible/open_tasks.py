"""Tasks on the topics for which a plan names no office: who answers for them is what a lesson has to settle."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from assistant.courses.gather import facts, requirements
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.pieces import clause_spans
from assistant.courses.topics import sectors_in
from assistant.courses.types import Audience, PackLine
from assistant.types import Evidence, Language
from assistant.wording.letter_case import capitalised
from index import Duty, DutyBasis, ends_with, of_kind
from index.terms.lexicon import found_in

MOST_TASKS = 3
"""Of one plan: enough to show the gap."""
MOST_FIELDS = 2
"""That a task of one field names, itself and a neighbour."""
MOST_TASK_CHARS, MOST_ENGLISH_TASK = 60, 200
"""Of a cell."""


def open_tasks(chooser: Chooser, limit: int) -> list[Made]:
    """Rows for plans that name nobody for the topics: the tasks, and that nobody is named; a firm's head settles no such thing."""
    if chooser.audience is Audience.ENTERPRISE_HEAD or not chooser.material.topics:
        return []
    divided = {evidence.span.document_id for evidence in facts(chooser.material, Duty)}
    found = [
        e for e in requirements(chooser.material) if e.span.document_id not in divided and not _assigned(chooser, e)
    ]
    # What is said of many fields at once is no task of this one.
    glossary = chooser.scribe.english.glossary
    found.sort(key=lambda e: len(sectors_in(e.text, glossary)) > MOST_FIELDS)
    # What the key points do not tell is worth more than the same once again.
    told = list(chooser.told)
    chosen = chooser.choose(found, limit, lambda e: _row(chooser, e))
    missing = limit - len(chosen)
    if missing > 0:
        own = [evidence.text for evidence, _ in chosen]
        chosen += chooser.choose(found, missing, lambda e: _row(chooser, e), told=own)
    chooser.told[:] = told
    counted: Counter[str] = Counter()
    kept = []
    for evidence, line in chosen:
        counted[evidence.span.document_id] += 1
        if counted[evidence.span.document_id] <= MOST_TASKS:
            kept.append((evidence, line))
    kept.sort(key=lambda one: chooser.place(one[0]))
    return kept


def _row(chooser: Chooser, evidence: Evidence) -> PackLine | None:
    line = chooser.scribe.said(evidence)
    if line is None:
        return None
    if chooser.scribe.language is Language.ZH:
        matter = chooser.scribe.shortened(evidence.text, MOST_TASK_CHARS)
    else:
        bare = chooser.brief(line.text, len(line.text))
        matter = capitalised(chooser.whole(bare, MOST_ENGLISH_TASK) or bare)
    group = wording(chooser.scribe.language, "duties_open")
    return replace(line, group=group, cells=(matter, wording(chooser.scribe.language, "nobody_named"), "", ""))


def _assigned(chooser: Chooser, evidence: Evidence) -> bool:
    """Whether the plan says who has to act: by a duty in the paragraph, or by an office in the sentence or at its opening."""
    indexed = chooser.material.index.document(evidence.span.document_id)
    text = indexed.clean.text
    opening, closing = text.rfind("\n", 0, evidence.span.start) + 1, text.find("\n", evidence.span.end)
    closing = closing if closing >= 0 else len(text)
    if any(map(has_actor, (text[opening:closing].partition("。")[0], evidence.text))):
        return True
    # A sentence's own duty is that sentence's; one that closes or heads a paragraph is for all of it.
    return any(
        duty.span.overlaps(evidence.span)
        if duty.basis is DutyBasis.CLAUSE
        else duty.span.start < closing and opening < duty.span.end
        for duty in of_kind(Duty, indexed.facts)
    )


def has_actor(text: str) -> bool:
    """Whether a text says who has to act ("县住建局要…", "餐饮场所应当…"), or what follows for those who did not."""
    clauses = [text[start:end].strip() for start, end in clause_spans(text, 0, len(text))]
    bound = any(at > 0 for clause in clauses for at, _ in found_in(clause, "must"))
    offices = any(
        ends_with(clause[:at], "office_endings", "governing")
        for clause in clauses
        for at, _ in found_in(clause, "acts", "undertakes", "leading")
    )
    return bound or offices or any(ends_with(clause, "waiting") for clause in clauses)
