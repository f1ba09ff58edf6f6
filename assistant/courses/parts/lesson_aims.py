"""What participants will be able to do after the lesson, by what the lesson holds; and what the plans themselves aim at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.courses.addressed import bound
from assistant.courses.gather import aims, fact_of, tells_accident
from assistant.courses.pack_lines import DIVIDED, INNER_QUOTES
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.asked.expected_answers import topic_members
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.parts.timeline import TIMES
from assistant.courses.types import PackLine, Part
from assistant.facts import view_of
from assistant.facts.duty import ABOVE_ALL
from assistant.types import Language
from assistant.wording.short_places import short_place
from index import Duty

NAMED_CHARS, MOST_NAMED_CHARS, MOST_ENGLISH_NAMED = 30, 60, 180
"""Of a matter that stands in an aim, in Chinese and in English; what is longer is named by its section."""
LEAST_ALIKE = 4
"""Characters by which the opening of a line is known."""
MOST_GOALS = 2
"""Of the plans' own goals: they set the frame and are not what is taught."""


def plan_goals(chooser: Chooser, limit: int) -> list[Made]:
    """What the plans aim at, as they say it."""
    chosen = chooser.choose(aims(chooser.material), min(limit, MOST_GOALS), chooser.scribe.said)
    chosen.sort(key=lambda one: chooser.place(one[0]))
    return [(evidence, replace(line, group=_of_plan(chooser, line, "aims_plan"))) for evidence, line in chosen]


def lesson_aims(
    chooser: Chooser, parts: Mapping[Part, tuple[PackLine, ...]], goals: tuple[PackLine, ...]
) -> tuple[PackLine, ...]:
    """What can be done afterwards, a line for each part that there is; each names and cites what it begins with."""
    language = chooser.scribe.language
    made = []
    for at, (part, _) in enumerate(chooser.material.needs.order):
        key = f"aim_{part}_{chooser.audience}"
        if key not in wording.table:
            continue
        named = [(line, matter) for line in _taught(chooser, part, parts) if (matter := _matter(chooser, part, line))]
        if named:
            # What has the topic's word says what is taught; what opens its line names it better than a clause from its middle.
            line, matter = max(
                named,
                key=lambda one: (
                    chooser.names_topic(one[1]),
                    # Of several plans each has its aims, by turns of the parts.
                    _plan(chooser, one[0]) == at % len(chooser.material.documents),
                    _binds(chooser, part, one[0]),
                    _opens(*one),
                ),
            )
            past = part is Part.DEADLINES and line.group == wording(language, TIMES[0])
            text = wording(language, "aim_past" if past else key, matter=_dated(chooser, part, line, matter))
            group = _of_plan(chooser, line, "aims_able")
            made.append(replace(line, text=text, citations=line.citations[:1], group=group, cells=(), note=""))
    made.sort(key=lambda line: _plan(chooser, line))
    return (*made, *goals)


def _dated(chooser: Chooser, part: Part, line: PackLine, matter: str) -> str:
    """A matter with its date, where it is its date that is to be learnt."""
    if part is not Part.DEADLINES or line.cells[0].lower() in matter.lower():
        return matter
    return wording(chooser.scribe.language, "said_due", when=line.cells[0], due=matter)


def _of_plan(chooser: Chooser, line: PackLine, key: str) -> str:
    """A heading, of several plans with the place of the one that a line is drawn from."""
    language, documents = chooser.scribe.language, chooser.material.documents
    named = wording(language, key)
    if len(documents) == 1:
        return named
    place = short_place(documents[_plan(chooser, line)].document, language)
    return wording(language, "of_place", named=named, place=place)


def _plan(chooser: Chooser, line: PackLine) -> int:
    return [indexed.document.id for indexed in chooser.material.documents].index(line.citations[0].document)


def _taught(chooser: Chooser, part: Part, parts: Mapping[Part, tuple[PackLine, ...]]) -> list[PackLine]:
    """The lines of a part that are on the topics and can be learnt: no people, no statistics of accidents; what is past last."""
    past = wording(chooser.scribe.language, TIMES[0])
    found = []
    for line in parts.get(part, ()):
        evidence = chooser.evidence[line.id]
        told = part is Part.CASES and tells_accident(evidence.text)
        if not told and not view_of(evidence.fact).person and chooser.on_topic(line):
            found.append(line)
    return sorted(found, key=lambda line: line.group == past)


def _opens(line: PackLine, matter: str) -> bool:
    said = (line.text, *line.cells)
    return any(text.translate(INNER_QUOTES).startswith(matter[:LEAST_ALIKE]) for text in said)


def _binds(chooser: Chooser, part: Part, line: PackLine) -> bool:
    """Whether a point says what the audience has to do; what a duty or a figure binds its own columns tell."""
    return part is Part.POINTS and bound(chooser.evidence[line.id].text, chooser.material.needs)


def _matter(chooser: Chooser, part: Part, line: PackLine) -> str:
    """A short name of what a line is about; "" where it has none."""
    evidence = chooser.evidence[line.id]
    if view_of(evidence.fact).basis in DIVIDED and (members := topic_members(chooser, fact_of(evidence, Duty))):
        return members
    if chooser.scribe.language is Language.EN:
        told = line.cells[1] if part is Part.DEADLINES else line.cells[0] if line.cells else line.text
        bare = chooser.brief(told, len(told))
        return chooser.whole(bare, MOST_ENGLISH_NAMED) or chooser.title(evidence)
    view = view_of(evidence.fact)
    if part is Part.FIGURES and view.cell:
        return line.cells[0].translate(INNER_QUOTES)
    text = evidence.text
    if view.basis in DIVIDED:
        text = fact_of(evidence, Duty).what
    elif line.cells and part in (Part.DUTIES, Part.DEADLINES):
        text = line.cells[0 if part is Part.DUTIES else 1]
    short = chooser.scribe.shortened(text, NAMED_CHARS)
    if not short or len(short) > MOST_NAMED_CHARS:
        return chooser.title(evidence)
    return short.removeprefix(ABOVE_ALL).removesuffix("等").translate(INNER_QUOTES)
