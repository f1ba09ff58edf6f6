"""What a plan says of an exercise's matter in other places: more on the same, and what holds for every danger left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from assistant.courses.addressed import of_another_field
from assistant.courses.audiences import NEEDS
from assistant.courses.gather import requirements
from assistant.courses.parts.chooser import Chooser
from assistant.courses.parts.exercise_matters import DATED, FIELD, TELLS_MORE, Matter, paragraph
from assistant.courses.pieces import alike, clause_spans, whole_statement
from assistant.courses.types import Audience, PackLine
from assistant.types import Evidence
from index import Span, split_sentences

ON_THE_SAME = 0.6
"""So much of the letters of a matter's name has what is on the same."""
MOST_MORE, MOST_RULES = 3, 4
"""Lines that a solution has from other places."""
OPEN_DANGER, MADE_GOOD = "隐患", ("整改", "责任", "时限")
"""What a situation of a field is about, and what is asked of it: that it is made good, by whom and by when."""
_PRESSING = (
    *NEEDS[Audience.DEPUTY_HEAD].themes["pressing"],
    *NEEDS[Audience.PARTY_HEAD].themes["assessing"],
)
"""How a danger is pressed that nobody removes, and who is called to account for it."""


def with_more(chooser: Chooser, matter: Matter) -> Matter:
    """The matter with what other places of the plan say of it, none of which repeats the solution; dates stay last."""
    dated = tuple(line for line in matter.solution if line.id in DATED)
    rest = tuple(line for line in matter.solution if line.id not in DATED)
    return replace(matter, solution=(*rest, *_beside(chooser, matter), *dated))


def _beside(chooser: Chooser, matter: Matter) -> tuple[PackLine, ...]:
    found, most = (_rules(chooser, matter), MOST_RULES) if matter.kind == FIELD else (_more(chooser, matter), MOST_MORE)
    said = [citation.quote for line in matter.solution for citation in line.citations]
    made = chooser.choose(found, most, chooser.scribe.said, by=lambda _: 0, told=said)
    return tuple(line for _, line in sorted(made, key=lambda one: chooser.place(one[0])))


def _of_plan(chooser: Chooser, matter: Matter, *, every: bool) -> list[Evidence]:
    own = requirements(chooser.material, every=every)
    return [e for e in own if e.span.document_id == matter.span.document_id and not e.span.overlaps(matter.span)]


def _more(chooser: Chooser, matter: Matter) -> Iterator[Evidence]:
    """What else the plan says of the same; where it only names it again, what it says behind that name."""
    for evidence in _of_plan(chooser, matter, every=False):
        if matter.about and alike(matter.about, evidence.text) >= ON_THE_SAME:
            named_only = len(evidence.text) < TELLS_MORE * len(matter.about)
            following = _following(chooser, evidence) if named_only else evidence
            if following is not None:
                yield following


def _following(chooser: Chooser, evidence: Evidence) -> Evidence | None:
    """The statement behind a passage in its paragraph."""
    text = chooser.material.index.document(evidence.span.document_id).clean.text
    end = paragraph(chooser, evidence.span).end
    behind = [one for one in split_sentences(text, evidence.span.end, end) if any(map(str.isalnum, text[slice(*one)]))]
    span = whole_statement(text, *behind[0], chooser.scribe.worth) if behind else None
    if span is None:
        return None
    return Evidence(Span(evidence.span.document_id, *span), text[slice(*span)], evidence.heading_path, 1.0, 1.0)


def _rules(chooser: Chooser, matter: Matter) -> list[Evidence]:
    """What holds in every field for a danger that is not removed, by the paragraphs that say most of it."""
    topics, glossary = chooser.material.topics, chooser.scribe.english.glossary
    paragraphs: dict[Span, list[tuple[int, Evidence]]] = defaultdict(list)
    for evidence in _of_plan(chooser, matter, every=True):
        pressed = sum(word in evidence.text for word in (*_PRESSING, *MADE_GOOD))
        worth = pressed and pressed + (OPEN_DANGER in evidence.text)
        within = paragraph(chooser, evidence.span)
        if worth and OPEN_DANGER in chooser.text(within) and not of_another_field((evidence.text,), topics, glossary):
            paragraphs[within].append((worth, evidence))
    ranked = sorted(paragraphs.values(), key=lambda held: -sum(worth for worth, _ in held))
    return [evidence for held in ranked for _, evidence in sorted(held, key=lambda one: (-one[0], one[1].span))]


def things_to_do(matter: Matter) -> int:
    """How many things a solution tells to be done, clause by clause."""
    quotes = {citation.quote for line in matter.solution for citation in line.citations}
    return sum(len(clause_spans(quote, 0, len(quote))) for quote in quotes)
