"""Accidents and problems that the plans themselves name on the topics; none where they name none."""

from __future__ import annotations

from dataclasses import replace

from assistant.courses.addressed import of_another_field
from assistant.courses.gather import cases, tells_accident
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.pieces import clause_spans, complete
from assistant.types import Evidence

ON_TOPIC = 1.0
"""A lower score is no more than an accident somewhere."""


def problems(chooser: Chooser, limit: int) -> list[Made]:
    """Accidents before problems, each as the plan has them."""
    near = [_to_the_last(chooser, evidence) for evidence in cases(chooser.material) if _near(chooser, evidence)]
    # What a row of figures tells of an accident is no account of it.
    chosen = chooser.choose(near, limit, chooser.scribe.said, told=[])
    chosen.sort(key=lambda one: (not tells_accident(one[0].text), chooser.place(one[0])))
    language = chooser.scribe.language
    return [
        (
            evidence,
            replace(
                line, group=wording(language, "cases_accidents" if tells_accident(evidence.text) else "cases_problems")
            ),
        )
        for evidence, line in chosen
    ]


def _near(chooser: Chooser, evidence: Evidence) -> bool:
    """Whether an accident or a problem is one of the topics; what only has a part of it below another field is of that field."""
    topics, heading = chooser.material.topics, evidence.heading_path[-1:]
    named = not topics or any(topic.named_in(text) for topic in topics for text in (evidence.text, *heading))
    own = named or not of_another_field(heading, topics, chooser.scribe.english.glossary)
    return evidence.score >= ON_TOPIC and (own or tells_accident(evidence.text))


def _to_the_last(chooser: Chooser, evidence: Evidence) -> Evidence:
    """Accidents of one period with those of the next, which the same sentence sets against them behind a semicolon."""
    text = chooser.material.index.document(evidence.span.document_id).clean.text
    at = evidence.span.end
    if not tells_accident(evidence.text) or text[at : at + 1] not in (";", "；"):
        return evidence
    closing = min((end for mark in ";；。\n" if (end := text.find(mark, at + 1)) >= 0), default=len(text))
    ends = [end for _, end in clause_spans(text, at + 1, closing)]
    told = [end for end in ends if tells_accident(text[at + 1 : end]) and complete(text[at + 1 : end])]
    if not told:
        return evidence
    span = replace(evidence.span, end=told[-1])
    return replace(evidence, span=span, text=text[span.start : span.end])
