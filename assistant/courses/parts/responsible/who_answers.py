"""Who answers for a passage whose own words name nobody: told elsewhere in its task, its sentence or its paragraph."""

from __future__ import annotations

from assistant.courses.parts.chooser import Chooser
from assistant.types import Citation, Evidence
from index import Duty, DutyBasis, Span, contains, of_kind

_STOPS = "。.、 "
"""What stands before the first word of a sentence: the last stop, or its own number."""


def who_answers(chooser: Chooser, evidence: Evidence) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """The offices that lead the task in which a deadline stands, else those that open its sentence or paragraph; and where that is told."""
    text = chooser.material.index.document(evidence.span.document_id).clean.text
    for duty in _near(chooser, evidence.span):
        told = Evidence(duty.span, text[duty.span.start : duty.span.end], duty.heading_path, 1.0, 1.0, duty)
        cited = chooser.scribe.supported(chooser.scribe.names(duty.units), (told,))
        if cited:
            return duty.units, cited
    return (), ()


def _near(chooser: Chooser, span: Span) -> list[Duty]:
    """Duties that hold for a passage: of the task that it is in, of its sentence, or of the one that opens its paragraph."""
    indexed = chooser.material.index.document(span.document_id)
    text, duties = indexed.clean.text, of_kind(Duty, indexed.facts)
    opening = text.rfind("\n", 0, span.start) + 1
    tasks = [one for one in duties if one.basis is DutyBasis.TASK and one.units and one.span.overlaps(span)]
    opened = [
        one
        for one in duties
        if one.basis is DutyBasis.CLAUSE
        and opening <= one.span.start < span.end
        and (one.span.start == opening or text[one.span.start - 1] in _STOPS)
        and one.units[0] in text[one.span.start : one.span.end].replace("，", ",").partition(",")[0]
    ]
    # The subject of a paragraph is that of all its sentences only where no other comes between.
    near = [one for one in opened if not contains(text[one.span.end : span.start], "office_endings", "governing")]
    return [*sorted(tasks, key=lambda one: not one.leads), *near[-1:]]
