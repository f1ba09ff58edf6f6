"""Exercises without a model: a neutral situation on one matter of a plan, what is asked, and what the plan says of just that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.courses.gather import facts, requirements
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.asked.exercise_passages import things_to_do, with_more
from assistant.courses.parts.chooser import Chooser
from assistant.courses.parts.exercise_matters import Matter, about_topic, concerns, duty_matter, passage_matter
from assistant.courses.parts.firm_exercises import KINDS, group_work
from assistant.courses.types import Audience, PackLine, Part, Scenario
from assistant.courses.values import SIGNS, plain
from assistant.facts import view_of
from assistant.types import Evidence, Language
from assistant.wording.phrases import joined
from assistant.wording.short_places import short_place
from index import Duty, Span, years_in

LEAST_THINGS = 3
"""Of fewer things to do it is not asked how each of them is seen to."""
LEAST_FIGURES, MOST_FIGURES = 2, 4
"""One figure is no exercise, more are not talked through at one table."""
MOST_EXPECTED, MOST_ENGLISH_EXPECTED = 90, 200
"""Characters of an answer as it stands among others in a note."""
Lines = Mapping[Part, tuple[PackLine, ...]]


def exercises(chooser: Chooser, lines: Lines, count: int) -> tuple[Scenario, ...]:
    """Up to `count` exercises, each of another kind and paragraph; fewer where the plan has no more matters truly on the topic."""
    makers = _makers(chooser, lines)
    made: list[Matter] = []
    for found in makers:
        if len(made) == count:
            break
        free = [one for one in found if not any(one.span.overlaps(other.span) for other in made)]
        told = {one.span.document_id for one in made}
        # Of several plans the one that has no exercise yet.
        best = next((one for one in free if one.span.document_id not in told), next(iter(free), None))
        if best is not None:
            made.append(with_more(chooser, best))
    return tuple(_scenario(chooser, number, one) for number, one in enumerate(made, start=1))


def _makers(chooser: Chooser, lines: Lines) -> list[Iterator[Matter]]:
    """The kinds of exercises of an audience, those to be had first in front."""
    kinds = [_duties, _dated, _figures, _passages]
    if chooser.audience is not Audience.ENTERPRISE_HEAD:
        return [kind(chooser, lines) for kind in kinds]
    first, *others = (kind(chooser, lines) for kind in (_passages, _firm_duties, _dated, _figures))
    return [first, *(group_work(chooser, kind) for kind in KINDS), *others]


def _scenario(chooser: Chooser, number: int, matter: Matter) -> Scenario:
    language = chooser.scribe.language
    document = chooser.material.index.document(matter.span.document_id).document
    where = matter.kind if matter.kind in KINDS else chooser.audience
    scene = wording(language, f"scene_{where}", place=short_place(document, language))
    found = wording(language, f"situation_{matter.kind}", matter=matter.named)
    joint = "" if language is Language.ZH else " "
    situation = PackLine(f"exercise-{number}-situation", f"{scene}{joint}{found}", ())
    asked = [wording(language, f"asks_{one}") for one in matter.asked]
    if "what" in matter.asked and things_to_do(matter) >= LEAST_THINGS:
        asked.append(wording(language, f"asks_{chooser.audience}"))
    question = PackLine(f"exercise-{number}-asked", joint.join(asked), (), note=_expected(chooser, matter))
    solved = tuple(
        replace(one, id=f"exercise-{number}-{at}", group="", cells=(), note="")
        for at, one in enumerate(matter.solution, start=1)
    )
    return Scenario(situation, question, solved)


def _expected(chooser: Chooser, matter: Matter) -> str:
    """What a good answer holds: the plan's own points, in short; then what to ask on."""
    language = chooser.scribe.language
    most = MOST_EXPECTED if language is Language.ZH else MOST_ENGLISH_EXPECTED
    short = [chooser.brief(line.text, most) for line in matter.solution]
    points = joined(language, "clauses", [f"({at}) {one}" for at, one in enumerate(short, start=1)])
    return wording(language, "expected", points=points, on=wording(language, f"debrief_{matter.kind}"))


def _best(found: Iterator[Matter | None]) -> Iterator[Matter]:
    """Matters by how much is asked and answered of them; whose sub-plan is on the topic has it for its own."""
    yield from sorted(filter(None, found), key=lambda one: (not one.central, -len(one.asked), -len(one.solution)))


def _duties(chooser: Chooser, lines: Lines) -> Iterator[Matter]:
    """Duties that tell of the topic themselves, or without one are the audience's own; those of the lesson's table first."""
    shown = {chooser.evidence[line.id].span for line in lines.get(Part.DUTIES, ())}
    own = [e for e in facts(chooser.material, Duty) if about_topic(chooser, view_of(e.fact).matter)]
    if not chooser.material.topics:
        words = chooser.material.needs.actors
        own = [e for e in own if any(word in unit for unit in view_of(e.fact).actors for word in words)]
    for part in ([e for e in own if e.span in shown], [e for e in own if e.span not in shown]):
        yield from _best(duty_matter(chooser, evidence) for evidence in part)


def _dated(chooser: Chooser, lines: Lines) -> Iterator[Matter]:
    """What is due, by the lesson's own timeline."""
    rows = [chooser.evidence[line.id] for line in lines.get(Part.DEADLINES, ())]
    found = (passage_matter(chooser, e) for e in rows if concerns(chooser, e.text))
    yield from (one for one in _best(found) if "when" in one.asked)


def _passages(chooser: Chooser, lines: Lines) -> Iterator[Matter]:
    """Requirements of which the sentence says more than one thing; those of the lesson's points first."""
    shown = [chooser.evidence[line.id] for line in lines.get(Part.POINTS, ())]
    for part in (shown, requirements(chooser.material)):
        yield from _best(passage_matter(chooser, e) for e in part if _addressed(chooser, e))


def _firm_duties(chooser: Chooser, lines: Lines) -> Iterator[Matter]:
    """What firms answer for themselves, where its head is who is asked."""
    group = wording(chooser.scribe.language, "duties_firms")
    rows = [chooser.evidence[line.id] for line in lines.get(Part.DUTIES, ()) if line.group == group]
    yield from _best(passage_matter(chooser, e) for e in rows if about_topic(chooser, e.text))


def _addressed(chooser: Chooser, evidence: Evidence) -> bool:
    """Whether a requirement is the audience's: without a topic a firm's own open with who has to meet them."""
    if chooser.material.topics or chooser.audience is not Audience.ENTERPRISE_HEAD:
        return about_topic(chooser, evidence.text)
    return evidence.text.startswith(chooser.material.needs.actors) and concerns(chooser, evidence.text)


def _figures(chooser: Chooser, lines: Lines) -> Iterator[Matter]:
    """Targets that are measured, in percent or in a table: those of one plan together, and by when as far as it says so."""
    aimed = wording(chooser.scribe.language, "figures_aimed")
    found: dict[str, list[tuple[str, PackLine, Span]]] = defaultdict(list)
    for line in lines.get(Part.FIGURES, ()):
        evidence = chooser.evidence[line.id]
        said = f"{evidence.text} {view_of(evidence.fact).matter}"
        measured = view_of(evidence.fact).cell or plain(line.cells[1])[-1:] in SIGNS
        named = chooser.brief(line.cells[0], MOST_EXPECTED)
        if line.group == aimed and measured and plain(line.cells[1]) and not plain(named) and concerns(chooser, said):
            found[evidence.span.document_id].append((named, line, evidence.span))
    for plan, held in found.items():
        told = held[:MOST_FIGURES]
        if len(told) >= LEAST_FIGURES:
            asked = ("figure", *("year",) * all(years_in(line.text) for _, line, _ in told))
            named = joined(chooser.scribe.language, "clauses", [name for name, _, _ in told])
            whole = Span(plan, min(span.start for _, _, span in told), max(span.end for _, _, span in told))
            yield Matter("figure", named, asked, tuple(line for _, line, _ in told), whole)
