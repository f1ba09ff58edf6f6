"""Questions that cannot be answered by reading aloud: each sets a cited passage against the participants' own work.

What a plan leaves open (no office, no date, no base year) and where two offices meet is known from its structure and asked
before what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest

from assistant.courses.gather import fact_of, tells_accident
from assistant.courses.pack_lines import DIVIDED, SAID_CHARS
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.asked.expected_answers import expected, said_in
from assistant.courses.parts.chooser import SAME, Chooser
from assistant.courses.parts.exercise_matters import concerns
from assistant.courses.parts.timeline import TIMES, time_of
from assistant.courses.pieces import alike
from assistant.courses.types import Audience, PackLine, Part
from assistant.courses.values import plain
from assistant.facts import view_of
from assistant.types import Citation
from index import Deadline, Duty, of_kind, years_in

Parts = Mapping[Part, tuple[PackLine, ...]]


@dataclass(frozen=True, slots=True)
class _Asking:
    """A way of asking about a line: the key of its question, of how the passage is brought in, and of what is expected."""

    way: str
    part: Part
    line: PackLine
    brings_in: str
    expects: str


def discussion(chooser: Chooser, parts: Parts, unassigned: tuple[PackLine, ...], limit: int) -> tuple[PackLine, ...]:
    """Questions about passages that the pack already holds and about tasks that the plan leaves unassigned, by turns of their kinds."""
    pairs = [one for one in (_boundary(chooser, parts), _weighed(chooser, parts)) if one]
    told: list[str] = (
        [citation.quote for pair in pairs for citation in pair.citations] if limit > len(pairs) + 1 else []
    )
    single = list(_asked(chooser, parts, unassigned, told))
    made = [*single[:1], *pairs, *single[1:]]
    return tuple(made[:limit])


def _asked(chooser: Chooser, parts: Parts, unassigned: tuple[PackLine, ...], told: list[str]) -> Iterator[PackLine]:
    """By turns of the kinds of question; one way of asking is used once, and no passage is asked about twice."""
    fitting = {part: [line for line in lines if _fits(chooser, part, line)] for part, lines in parts.items()}
    points = fitting.get(Part.POINTS, [])
    kinds = (
        [
            _Asking(f"ask_open_{chooser.audience}", Part.POINTS, line, "asked_open", "answer_open")
            for line in unassigned
        ],
        [_of_date(chooser, line) for line in fitting.get(Part.DEADLINES, [])],
        [_plain(chooser, Part.FIGURES, line) for line in fitting.get(Part.FIGURES, [])],
        [_undated(chooser, line) for line in points if not _dated(chooser, line)],
        [_plain(chooser, Part.CASES, line) for line in fitting.get(Part.CASES, [])],
        [_plain(chooser, Part.DUTIES, line) for line in fitting.get(Part.DUTIES, [])],
        [_plain(chooser, Part.POINTS, line, "_0") for line in points],
        [_plain(chooser, Part.POINTS, line, "_1") for line in points],
    )
    used: set[str] = set()
    turns = zip_longest(*(_from_plan(chooser, at, kind) for at, kind in enumerate(kinds)))
    for one in (one for turn in turns for one in turn if one is not None and one.way in wording.table):
        said, quote = said_in(chooser, one.part, one.line), one.line.citations[0].quote
        if one.way in used or not said or any(alike(quote, other) >= SAME for other in told):
            continue
        used.add(one.way)
        told.append(quote)
        language = chooser.scribe.language
        text = wording(language, one.brings_in, said=said, question=wording(language, one.way))
        note = expected(chooser, one.part, one.line, one.expects, said)
        cited = one.line.citations if one.part is Part.FIGURES else one.line.citations[:1]
        yield _question(one.line, text, cited, note)


def _from_plan(chooser: Chooser, at: int, kind: list[_Asking]) -> list[_Asking]:
    """The ways of asking of one kind, first about another plan than the kind before."""
    count = len(chooser.material.documents)
    return sorted(kind, key=lambda one: (chooser.place(chooser.evidence[one.line.id])[0] - at) % count)


def _plain(chooser: Chooser, part: Part, line: PackLine, variant: str = "") -> _Asking:
    # What a sentence requires of somebody is no division of duty.
    divided = view_of(chooser.evidence[line.id].fact).basis in DIVIDED
    said = Part.POINTS if part is Part.DUTIES and not divided else part
    return _Asking(f"ask_{part}_{chooser.audience}{variant}", part, line, f"asked_{said}", f"answer_{part}")


def _of_date(chooser: Chooser, line: PackLine) -> _Asking:
    """What is past is asked for its proof, what is to come for the way to it."""
    past = time_of(fact_of(chooser.evidence[line.id], Deadline), chooser.day) == TIMES[0]
    asking = _plain(chooser, Part.DEADLINES, line)
    return replace(asking, way="ask_deadlines_past") if past else asking


def _undated(chooser: Chooser, line: PackLine) -> _Asking:
    return _Asking(f"ask_undated_{chooser.audience}", Part.POINTS, line, "asked_undated", "answer_undated")


def _dated(chooser: Chooser, line: PackLine) -> bool:
    """Whether a plan says of a point when it has to be done, or it has to be done always."""
    span, text = chooser.evidence[line.id].span, line.citations[0].quote
    indexed = chooser.material.index.document(span.document_id)
    # What has no years of its own, as a regulation, holds always.
    always = indexed.document.period is None
    return always or bool(years_in(text)) or any(one.span.overlaps(span) for one in of_kind(Deadline, indexed.facts))


def _fits(chooser: Chooser, part: Part, line: PackLine) -> bool:
    """Whether a line can be asked about: it tells of a topic itself and is for the audience to answer."""
    evidence = chooser.evidence.get(line.id)
    if evidence is None:
        return False
    view = view_of(evidence.fact)
    if view.person or (part is Part.CASES and tells_accident(evidence.text)):
        return False
    if not chooser.material.topic_of(f"{evidence.text if part is not Part.DUTIES else ''} {view.matter}"):
        return False
    if part is Part.FIGURES and not plain(line.cells[1]):
        return False
    if chooser.audience is not Audience.ENTERPRISE_HEAD:
        return True
    # What offices do is no matter of a firm's head.
    if part is Part.DUTIES:
        return line.group == wording(chooser.scribe.language, "duties_firms")
    # A long sentence may name firms beside the offices of which the piece that is quoted tells.
    quoted = chooser.scribe.shortened(evidence.text, SAID_CHARS) if part is Part.CASES else evidence.text
    return concerns(chooser, quoted)


def _boundary(chooser: Chooser, parts: Parts) -> PackLine | None:
    """Two offices whose fields meet on the topic: both have a part of it, and the plan does not say where one ends."""
    if f"ask_boundary_{chooser.audience}" not in wording.table or not chooser.material.topics:
        return None
    rows = [
        line
        for line in parts.get(Part.DUTIES, ())
        if view_of(chooser.evidence[line.id].fact).basis in DIVIDED and _fits(chooser, Part.DUTIES, line)
    ]
    for one, other in combinations(rows, 2):
        first, second = (fact_of(chooser.evidence[line.id], Duty) for line in (one, other))
        said = (said_in(chooser, Part.DUTIES, one), said_in(chooser, Part.DUTIES, other))
        of_one_plan = first.span.document_id == second.span.document_id
        if of_one_plan and all(said) and not set(first.units) & set(second.units):
            return _of_two(chooser, (one, other), "boundary", said)
    return None


def _weighed(chooser: Chooser, parts: Parts) -> PackLine | None:
    """Two requirements of one plan below one heading that draw on the same people and funds."""
    points = [line for line in parts.get(Part.POINTS, ()) if _fits(chooser, Part.POINTS, line)]
    # Pairs from the end, since the first points have questions of their own.
    for one, other in combinations(reversed(points), 2):
        said = (said_in(chooser, Part.POINTS, other), said_in(chooser, Part.POINTS, one))
        of_one_plan = one.citations[0].document == other.citations[0].document
        if one.group == other.group and of_one_plan and all(said):
            return _of_two(chooser, (other, one), "weigh", said)
    return None


def _of_two(chooser: Chooser, lines: tuple[PackLine, PackLine], kind: str, said: tuple[str, str]) -> PackLine:
    language, (one, other) = chooser.scribe.language, lines
    question = wording(language, f"ask_{kind}_{chooser.audience}")
    text = wording(language, f"asked_{kind}", one=said[0], other=said[1], question=question)
    cited = (*one.citations[:1], *other.citations[:1])
    return _question(replace(one, id=f"{one.id}-{other.id}"), text, cited, wording(language, f"answer_{kind}"))


def _question(line: PackLine, text: str, cited: tuple[Citation, ...], note: str) -> PackLine:
    return replace(line, text=text, citations=cited, group="", cells=(), note=note)
