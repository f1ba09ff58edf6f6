"""Questions that cannot be answered by reading aloud: each sets a cited passage against the participants' own work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, zip_longest

from assistant.courses.gather import fact_of, tells_accident
from assistant.courses.pack_lines import DIVIDED, INNER_QUOTES, SAID_CHARS
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import SAME, Chooser
from assistant.courses.parts.exercise_matters import concerns
from assistant.courses.parts.timeline import TIMES, time_of
from assistant.courses.pieces import alike, clause_spans
from assistant.courses.types import Audience, PackLine, Part
from assistant.courses.values import plain
from assistant.facts import view_of
from assistant.types import Citation, Language
from index import Deadline, Duty

MOST_ENGLISH_SAID = 240
"""Characters of a passage inside a question."""
MOST_EXPECTED = 5
"""Clauses of a passage that an answer is held against."""
SOURCES = (Part.POINTS, Part.DUTIES, Part.FIGURES, Part.DEADLINES, Part.CASES)
"""What is asked about, by turns."""


def discussion(chooser: Chooser, parts: Mapping[Part, tuple[PackLine, ...]], limit: int) -> tuple[PackLine, ...]:
    """Questions about passages that the pack already holds; the second compares two of its points."""
    made: list[PackLine] = []
    weighed = _weighed(chooser, [line for line in parts.get(Part.POINTS, ()) if _fits(chooser, Part.POINTS, line)])
    for question in _asked(chooser, parts):
        if len(made) == 1 and weighed and limit > 1:
            made.append(weighed)
        if len(made) < limit:
            made.append(question)
    return tuple(made[:limit])


def _asked(chooser: Chooser, parts: Mapping[Part, tuple[PackLine, ...]]) -> Iterator[PackLine]:
    """By turns of the parts; one way of asking is used once, and no passage is asked about twice."""
    turns = zip_longest(*([(part, line) for line in parts.get(part, ())] for part in SOURCES))
    used: set[str] = set()
    told: list[str] = []
    for part, line in (one for turn in turns for one in turn if one is not None):
        said = _said(chooser, part, line)
        key = next((one for one in _keys(chooser, part, line) if one not in used), "")
        quote = line.citations[0].quote
        if not (key and said and _fits(chooser, part, line)) or any(alike(quote, other) >= SAME for other in told):
            continue
        used.add(key)
        told.append(quote)
        language = chooser.scribe.language
        text = wording(language, f"asked_{part}", said=said, question=wording(language, key))
        note = wording(language, f"answer_{part}", points=_expected(chooser, part, line))
        yield _question(line, text, line.citations if part is Part.FIGURES else line.citations[:1], note)


def _keys(chooser: Chooser, part: Part, line: PackLine) -> tuple[str, ...]:
    """The ways of asking about a line."""
    key = f"ask_{part}_{chooser.audience}"
    if part is Part.POINTS:
        return (f"{key}_0", f"{key}_1")
    evidence = chooser.evidence[line.id]
    past = part is Part.DEADLINES and time_of(fact_of(evidence, Deadline), chooser.day) == TIMES[0]
    return ("ask_deadlines_past",) if past else (key,)


def _fits(chooser: Chooser, part: Part, line: PackLine) -> bool:
    """Whether a line can be asked about: it tells of a topic itself and is for the audience to answer."""
    evidence = chooser.evidence[line.id]
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


def _weighed(chooser: Chooser, points: list[PackLine]) -> PackLine | None:
    """A comparison of two points of one plan below one heading."""
    # Pairs from the end, since the first points have questions of their own.
    for one, other in combinations(reversed(points), 2):
        said = (_said(chooser, Part.POINTS, other), _said(chooser, Part.POINTS, one))
        of_one_plan = one.citations[0].document == other.citations[0].document
        if one.group == other.group and of_one_plan and all(said):
            language = chooser.scribe.language
            text = wording(language, f"weigh_{chooser.audience}", one=said[0], other=said[1])
            cited = (*other.citations[:1], *one.citations[:1])
            points_of = " / ".join(_expected(chooser, Part.POINTS, line) for line in (other, one))
            note = wording(language, "answer_weigh", points=points_of)
            return _question(replace(other, id=f"{other.id}-{one.id}"), text, cited, note)
    return None


def _expected(chooser: Chooser, part: Part, line: PackLine) -> str:
    """What the cited passage itself holds of an answer: a value with its time, who answers for what, or its clauses."""
    told = chooser.brief(line.text, len(line.text))
    if part is Part.DEADLINES and line.cells[2]:
        who = chooser.brief(line.cells[2], len(line.cells[2]))
        return f"{told} ({who})" if chooser.scribe.language is Language.EN else f"{told}（{who}）"
    spans = clause_spans(told, 0, len(told))
    if line.cells or chooser.scribe.language is Language.EN or len(spans) < 2:
        return told
    clauses = [told[start:end].strip() for start, end in spans[:MOST_EXPECTED]]
    return "；".join(f"({at}) {clause}" for at, clause in enumerate(clauses, start=1))


def _said(chooser: Chooser, part: Part, line: PackLine) -> str:
    """The passage of a line as it is quoted in a question; "" where it cannot be cut short enough."""
    if part is Part.FIGURES and chooser.evidence[line.id].fact is not None:
        joint = "：" if chooser.scribe.language is Language.ZH else ": "
        if view_of(chooser.evidence[line.id].fact).cell:
            return joint.join(line.cells[:2]).translate(INNER_QUOTES)
    if chooser.scribe.language is Language.EN:
        return chooser.brief(line.text, MOST_ENGLISH_SAID)
    evidence = chooser.evidence[line.id]
    duty = fact_of(evidence, Duty) if view_of(evidence.fact).basis in DIVIDED else None
    short = chooser.scribe.shortened(duty.what if duty else evidence.text, SAID_CHARS)
    if short and duty:
        short = wording(Language.ZH, "answers_for", units=chooser.scribe.names(duty.units), what=short)
    return short.translate(INNER_QUOTES)


def _question(line: PackLine, text: str, cited: tuple[Citation, ...], note: str) -> PackLine:
    return replace(line, text=text, citations=cited, group="", cells=(), note=note)
