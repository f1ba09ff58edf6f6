"""Questions that cannot be answered by reading aloud: each sets a cited passage against the participants' own work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise, zip_longest

from assistant.courses.gather import fact_of, tells_accident
from assistant.courses.pack_lines import DIVIDED, INNER_QUOTES, SAID_CHARS
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser
from assistant.courses.parts.timeline import TIMES, time_of
from assistant.courses.types import PackLine, Part
from assistant.facts import view_of
from assistant.types import Citation, Language
from index import Deadline, Duty

MOST_ENGLISH_SAID = 170
"""Characters of a passage inside a question."""
SOURCES = (Part.POINTS, Part.DUTIES, Part.FIGURES, Part.DEADLINES, Part.CASES)
"""What is asked about, by turns."""


def discussion(chooser: Chooser, parts: Mapping[Part, tuple[PackLine, ...]], limit: int) -> tuple[PackLine, ...]:
    """Questions about passages that the pack already holds; the second is a choice between two of its points."""
    made: list[PackLine] = []
    weighed = _weighed(chooser, parts.get(Part.POINTS, ()))
    for question in _asked(chooser, parts):
        if len(made) == 1 and weighed and limit > 1:
            made.append(weighed)
        if len(made) < limit:
            made.append(question)
    return tuple(made[:limit])


def _asked(chooser: Chooser, parts: Mapping[Part, tuple[PackLine, ...]]) -> Iterator[PackLine]:
    turns = zip_longest(*([(part, line) for line in parts.get(part, ())] for part in SOURCES))
    points = 0
    for part, line in (one for turn in turns for one in turn if one is not None):
        evidence = chooser.evidence[line.id]
        if view_of(evidence.fact).person or (part is Part.CASES and tells_accident(evidence.text)):
            continue
        key = f"ask_{part}_{chooser.audience}"
        if part is Part.POINTS:
            key = f"{key}_{points % 2}"
        elif part is Part.DEADLINES and time_of(fact_of(evidence, Deadline), chooser.day) == TIMES[0]:
            key = "ask_deadlines_past"
        said = _said(chooser, part, line)
        if said:
            points += part is Part.POINTS
            language = chooser.scribe.language
            text = wording(language, f"asked_{part}", said=said, question=wording(language, key))
            yield _question(line, text, line.citations[:1], wording(language, f"answer_{part}"))


def _weighed(chooser: Chooser, points: tuple[PackLine, ...]) -> PackLine | None:
    """A choice between two neighbouring points of different groups, for which means are short."""
    # Those on the topics first; pairs from the end, since the first points have questions of their own.
    own = [line for line in points if chooser.on_topic(line)]
    for one, other in (*pairwise(reversed(own)), *pairwise(reversed(points))):
        said = (_said(chooser, Part.POINTS, one), _said(chooser, Part.POINTS, other))
        if one.group != other.group and all(said):
            language = chooser.scribe.language
            text = wording(language, f"weigh_{chooser.audience}", one=said[0], other=said[1])
            cited = (*one.citations[:1], *other.citations[:1])
            return _question(replace(one, id=f"{one.id}-{other.id}"), text, cited, wording(language, "answer_weigh"))
    return None


def _said(chooser: Chooser, part: Part, line: PackLine) -> str:
    """The passage of a line as it is quoted in a question; "" where it cannot be cut short enough."""
    if chooser.scribe.language is Language.EN:
        told = line.cells[0] if part in (Part.DUTIES, Part.FIGURES) else line.text
        return chooser.brief(told, MOST_ENGLISH_SAID)
    evidence = chooser.evidence[line.id]
    view = view_of(evidence.fact)
    if view.cell:
        return line.cells[0].translate(INNER_QUOTES)
    duty = fact_of(evidence, Duty) if view.basis in DIVIDED else None
    short = chooser.scribe.shortened(duty.what if duty else evidence.text, SAID_CHARS)
    if short and duty:
        short = wording(Language.ZH, "answers_for", units=chooser.scribe.names(duty.units), what=short)
    return short.translate(INNER_QUOTES)


def _question(line: PackLine, text: str, cited: tuple[Citation, ...], note: str) -> PackLine:
    return replace(line, text=text, citations=cited, group="", cells=(), note=note)
