"""Exercises without a model: a neutral situation on a matter of the plan, what is asked, and the plan's own lines as solution."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.courses.gather import fact_of
from assistant.courses.pack_lines import TASK_CHARS
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser
from assistant.courses.parts.timeline import TIMES
from assistant.courses.types import Audience, PackLine, Part, Scenario
from assistant.facts import view_of
from assistant.types import Language
from assistant.wording.in_english import english_list
from index import Duty

MOST_ENGLISH_MATTER = 130
MOST_SOLUTION = 4
"""Lines of a solution: what can be discussed at one table."""
Lines = Mapping[Part, tuple[PackLine, ...]]


def exercises(chooser: Chooser, lines: Lines, count: int) -> tuple[Scenario, ...]:
    """Up to `count` exercises, each of another kind; none where the plan has neither duties, figures nor dates."""
    makers: list[Callable[[Chooser, Lines], tuple[str, str, tuple[PackLine, ...]] | None]]
    makers = [_who_acts, _by_when, _how_far]
    if chooser.audience is Audience.ENTERPRISE_HEAD:
        makers = [_inspected, _how_far, _by_when, _who_acts]
    made: list[Scenario] = []
    for maker in makers:
        told = maker(chooser, lines)
        if told is not None and len(made) < count:
            made.append(_scenario(chooser, len(made) + 1, *told))
    return tuple(made)


def _scenario(chooser: Chooser, number: int, kind: str, matter: str, solution: tuple[PackLine, ...]) -> Scenario:
    language = chooser.scribe.language
    said = chooser.brief(matter, MOST_ENGLISH_MATTER)
    situation = PackLine(f"exercise-{number}-situation", wording(language, f"situation_{kind}", matter=said), ())
    key = "task_past" if kind == "past" else f"task_{'who' if kind == 'topic' else kind}_{chooser.audience}"
    asked = wording(language, key)
    question = PackLine(f"exercise-{number}-asked", asked, (), note=wording(language, f"debrief_{kind}"))
    kept = {line.id: line for line in solution[:MOST_SOLUTION]}.values()
    solved = tuple(replace(one, id=f"exercise-{number}-{one.id}", group="", cells=()) for one in kept)
    return Scenario(situation, question, solved)


def _duties(chooser: Chooser, lines: Lines) -> list[tuple[PackLine, Duty]]:
    """The rows that tell who acts, those with several units first: there is something to be settled between them."""
    rows = [line for line in lines.get(Part.DUTIES, ()) if not view_of(chooser.evidence[line.id].fact).person]
    found = [(line, fact_of(chooser.evidence[line.id], Duty)) for line in rows]
    return sorted(found, key=lambda one: -bool(one[1].support or len(one[1].units) > 1))


def _who_acts(chooser: Chooser, lines: Lines) -> tuple[str, str, tuple[PackLine, ...]] | None:
    duties = _duties(chooser, lines)
    if not duties:
        return None
    if chooser.material.topics:
        # The rows on the topic together are who acts: whoever finds a danger has to know them all.
        on_topic = [line for line, fact in duties if chooser.material.topic_of(f"{fact.what} {fact.drafts}")]
        if on_topic:
            names = list(chooser.scribe.topic_names().values())
            joined = "、".join(names) if chooser.scribe.language is Language.ZH else english_list(names)
            central = sorted(on_topic, key=lines[Part.DUTIES].index)
            return "topic", joined, (*central[: MOST_SOLUTION - 1], *_own(chooser, lines))
    row, fact = duties[0]
    matter = row.cells[0]
    if chooser.scribe.language is Language.ZH:
        matter = chooser.scribe.shortened(fact.what, TASK_CHARS) or matter
    others = [line for line, other in duties[1:] if {*other.units} & {*fact.units, *fact.support}]
    return "who", matter, (row, *others[:1], *_near(lines, Part.DEADLINES, row), *_own(chooser, lines))


def _by_when(chooser: Chooser, lines: Lines) -> tuple[str, str, tuple[PackLine, ...]] | None:
    past = wording(chooser.scribe.language, TIMES[0])
    dates = [line for line in lines.get(Part.DEADLINES, ()) if chooser.on_topic(line)]
    if not dates:
        return None
    row = max(dates, key=lambda line: (line.group != past, chooser.speaks(line)))
    return "past" if row.group == past else "when", row.cells[1], (row, *_near(lines, Part.POINTS, row))


def _how_far(chooser: Chooser, lines: Lines) -> tuple[str, str, tuple[PackLine, ...]] | None:
    aimed = wording(chooser.scribe.language, "figures_aimed")
    figures = [line for line in lines.get(Part.FIGURES, ()) if line.group == aimed]
    if not figures:
        return None
    row = max(figures, key=lambda line: (bool(line.cells[3]), chooser.speaks(line)))
    beside = [line for line in figures if line is not row and line.citations[0].section == row.citations[0].section]
    return "figure", row.cells[0], (row, *beside[:1], *_near(lines, Part.POINTS, row))


def _inspected(chooser: Chooser, lines: Lines) -> tuple[str, str, tuple[PackLine, ...]] | None:
    """An inspection finds a requirement unmet: what is owed, and what the plan says of checks and penalties."""
    points = lines.get(Part.POINTS, ())
    checks = wording(chooser.scribe.language, "theme_checks")
    owed = [line for line in points if checks not in line.group]
    if not owed:
        return None
    matter = owed[0].text
    if chooser.scribe.language is Language.ZH:
        matter = chooser.scribe.shortened(chooser.evidence[owed[0].id].text, TASK_CHARS) or matter
    penalties = [line for line in points if checks in line.group]
    return "inspected", matter, (owed[0], *penalties[:2], *(line for line, _ in _duties(chooser, lines)[:1]))


def _near(lines: Lines, part: Part, row: PackLine) -> tuple[PackLine, ...]:
    """The line of a part that stands in the same section as a row."""
    section = row.citations[0].section
    return tuple(line for line in lines.get(part, ()) if line.citations[0].section == section)[:1]


def _own(chooser: Chooser, lines: Lines) -> tuple[PackLine, ...]:
    """The first point on the last of the audience's own themes: how it is assessed, pressed for, enforced or checked."""
    last = wording(chooser.scribe.language, f"theme_{list(chooser.material.needs.themes)[-1]}")
    return tuple(line for line in lines.get(Part.POINTS, ()) if last in line.group)[:1]
