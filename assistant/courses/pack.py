"""From a request to a pack: gather, choose part by part, number the sources, make the quiz, let a language model write."""

from __future__ import annotations

import logging
import math
from collections.abc import Generator
from dataclasses import replace
from datetime import date

from assistant import Assistant
from assistant.courses.agenda import EXERCISES, QUIZ, minutes
from assistant.courses.audiences import NEEDS, exercise_count, limits, quiz_size
from assistant.courses.gather import Material, gather
from assistant.courses.pack_lines import Scribe
from assistant.courses.parts.asked.discussion import discussion
from assistant.courses.parts.chooser import MOST_TITLE_CHARS, Chooser
from assistant.courses.parts.duty_rows import leading_body
from assistant.courses.parts.exercises import exercises
from assistant.courses.parts.key_points import common_points
from assistant.courses.parts.lesson_aims import lesson_aims
from assistant.courses.parts.part_lines import MAKERS, common_duties, part_of
from assistant.courses.parts.responsible.open_tasks import open_tasks
from assistant.courses.parts.speaker_notes import with_note
from assistant.courses.parts.timeline import common_dates, in_order, together
from assistant.courses.quiz.mixed import make_quiz
from assistant.courses.topics import Topic, sectors_in
from assistant.courses.types import Pack, PackLine, PackRequest, Part, Scenario, Written
from assistant.courses.written.write_lines import failed, written_from
from assistant.wording.letter_case import capitalised
from assistant.wording.quoting import title_of
from index import Index, looks_back
from index.errors import SettingsError
from index.language_model.language_model import open_model
from index.language_model.uses import Use

logger = logging.getLogger(__name__)

_ON_TOPIC = (Part.POINTS, Part.DUTIES, Part.FIGURES, Part.DEADLINES)
"""Parts that hold only what is on the topics."""
FEW_PASSAGES = 6
"""Who speaks of a topic in no more has little of its own to teach."""
_NO_TRADES = ("工程", "指标")
"""Ends of headings that name works or figures, of whatever trade."""
COMMON_SHARE = 2 / 3
"""How much of a part may hold in every field, where a topic has little of its own."""
WRITTEN = "written"
"""The step in which a language model writes."""
Step = tuple[str, float]
"""What is being made (a `Part`, "search", "quiz" or "written") and how far the whole is, 0 to 1."""


def build_pack(assistant: Assistant, request: PackRequest, day: date | None = None) -> Pack:
    """The pack for a request; parts about which the plans say nothing are left out. Deadlines are seen from `day`, else today."""
    steps = building(assistant, request, day)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            pack: Pack = done.value
            return pack


def building(assistant: Assistant, request: PackRequest, day: date | None = None) -> Generator[Step, None, Pack]:
    """Like `build_pack`, step by step: yields what is made next and returns the pack.

    Raises:
        UnknownDocument: A plan of the request is not on file.
    """
    yield "search", 0.0
    day = day or date.today()
    material = gather(assistant, request)
    scribe = Scribe.of(material, assistant.english, request.language)
    chooser = Chooser(material, scribe, request.audience, day)
    made: dict[Part, tuple[PackLine, ...]] = {}
    allowed = limits(request.audience, request.hours, request.language)
    wanted = [(part, maker) for part, maker in MAKERS.items() if part in allowed]
    for i, (part, maker) in enumerate(wanted):
        yield part, 0.2 + 0.6 * i / len(wanted)
        made[part] = chooser.remembered(maker(chooser, allowed[part]))
    if material.topics and not any(made[part] for part in _ON_TOPIC):
        # What a plan says of everything is no material about what it says nothing of.
        made = dict.fromkeys(made, ())
    elif material.topics:
        # Where a topic has little of its own, what holds in every field belongs into its lesson too, under a heading that says so.
        room = {
            part: max(0, min(allowed[part] - len(made[part]), math.ceil(allowed[part] * COMMON_SHARE))) for part in made
        }
        made[Part.POINTS] += chooser.remembered(common_points(chooser, room[Part.POINTS]))
        made[Part.DUTIES] += chooser.remembered(common_duties(chooser, room[Part.DUTIES]))
        own, most = made[Part.DEADLINES], allowed[Part.DEADLINES]
        common = common_dates(chooser, max(most - len(own), math.ceil(most / 2)))
        made[Part.DEADLINES] = together(chooser, own, chooser.remembered(common), most)
    if any(made.values()):
        heads = chooser.remembered(leading_body(chooser, allowed[Part.DUTIES]))
        made[Part.DUTIES] = heads + made[Part.DUTIES]
    made[Part.DEADLINES] = in_order(chooser, made[Part.DEADLINES])
    played = exercises(chooser, made, exercise_count(request.hours))
    open_to = math.ceil(allowed[Part.DUTIES] / 2) if any(made.values()) else 0
    unassigned = chooser.remembered(open_tasks(chooser, open_to))
    made[Part.DISCUSSION] = discussion(chooser, made, unassigned, allowed[Part.DISCUSSION])
    made[Part.AIMS] = lesson_aims(chooser, made, made[Part.AIMS])
    made[Part.DUTIES] = tuple(sorted((*made[Part.DUTIES], *unassigned), key=lambda line: line.common))
    own_only, ordered = material.needs.own_only, [part for part, _ in NEEDS[request.audience].order if made.get(part)]
    parts = [part_of(part, _numbered(chooser, part, made[part]), request.language, firm=own_only) for part in ordered]
    yield "quiz", 0.85
    quiz = make_quiz(material, scribe, request, quiz_size(request.hours)) if parts else ()
    given = minutes({part: len(made[part]) for part in ordered}, len(played), len(quiz), request.hours)
    documents = tuple(indexed.document for indexed in material.documents)
    names = scribe.topic_names()
    counts = {names[topic.named]: _passages(topic, material) for topic in material.topics}
    untold = tuple(name for name, count in counts.items() if not count)
    pack = Pack(
        request,
        documents,
        tuple(names.values()),
        untold,
        tuple(replace(part, minutes=given[part.part]) for part in parts),
        quiz,
        given.get(QUIZ, 0),
        exercises=tuple(_cited(one, scribe) for one in played),
        exercise_minutes=given.get(EXERCISES, 0),
        day=day,
        left_out=_left_out(chooser, made) if own_only and parts and not material.topics else (),
        thin=tuple((name, count) for name, count in counts.items() if 0 < count <= FEW_PASSAGES),
    )
    return replace(pack, written=(yield from _written(pack, assistant, material.index)))


def _written(pack: Pack, assistant: Assistant, index: Index) -> Generator[Step, None, Written]:
    """What a language model writes of the lines; nothing where none is set for this, or there is nothing to write of."""
    if not pack.parts:
        return Written()
    try:
        model = open_model(assistant.settings, Use.TRAINING)
    except SettingsError as exc:
        logger.warning("%s; going on without it", exc)
        return failed(pack)
    if model is None:
        return Written()
    yield WRITTEN, 0.9
    return written_from(pack, index, model)


def _passages(topic: Topic, material: Material) -> int:
    """How many passages of the plans speak of a topic."""
    return sum(bool(topic.told_in(chunk.searched)) for indexed in material.documents for chunk in indexed.chunks)


def _left_out(chooser: Chooser, made: dict[Part, tuple[PackLine, ...]]) -> tuple[str, ...]:
    """Sections on a trade of which no line tells; what looks back has nothing to tell."""
    told = {
        chooser.evidence[line.id].heading_path
        for lines in made.values()
        for line in lines
        if line.id in chooser.evidence
    }
    glossary = chooser.scribe.english.glossary
    paths = [chunk.heading_path for indexed in chooser.material.documents for chunk in indexed.chunks]
    trades = (path for path in paths if path and sectors_in(path[-1], glossary) and not looks_back(path))
    named = (title_of(path[-1]).strip() for path in trades if not any(one[: len(path)] == path for one in told))
    return tuple(
        chooser.scribe.heading(one)
        for one in dict.fromkeys(named)
        if len(one) <= MOST_TITLE_CHARS and not one.endswith(_NO_TRADES)
    )


def _numbered(chooser: Chooser, part: Part, lines: tuple[PackLine, ...]) -> tuple[PackLine, ...]:
    """Lines with the numbers of their sources, in the order in which they are read, and what may be said beside them."""
    cited = (replace(line, citations=tuple(chooser.scribe.cited(c) for c in line.citations)) for line in lines)
    # A checklist repeats what the points have said and noted.
    noted = cited if part is Part.CHECKLIST else (with_note(chooser, part, line) for line in cited)
    return tuple(replace(line, id=f"{part}-{line.id}", group=capitalised(line.group)) for line in noted)


def _cited(exercise: Scenario, scribe: Scribe) -> Scenario:
    """An exercise whose solution has the numbers of its sources."""
    solution = tuple(
        replace(line, citations=tuple(scribe.cited(c) for c in line.citations)) for line in exercise.solution
    )
    return replace(exercise, solution=solution)
