"""From a request to a pack: gather, choose part by part, number the sources, make the quiz, let a language model write."""

from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import replace
from datetime import date

from assistant import Assistant
from assistant.courses.audiences import limits, minutes, quiz_size
from assistant.courses.gather import Material, gather
from assistant.courses.pack_lines import Scribe
from assistant.courses.parts import Chooser
from assistant.courses.quiz.mixed import make_quiz
from assistant.courses.topics import Topic
from assistant.courses.types import Pack, PackLine, PackPart, PackRequest, Part, Written
from assistant.courses.written.write_lines import failed, written_from
from assistant.types import Language
from assistant.wording.in_english import bilingual
from index import Index
from index.errors import SettingsError
from index.language_model.language_model import open_model
from index.language_model.uses import Use

logger = logging.getLogger(__name__)

_ON_TOPIC = (Part.POINTS, Part.DUTIES, Part.FIGURES, Part.DEADLINES)
"""Parts that hold only what is on the topics."""
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
    chooser = Chooser(material, scribe, request.audience)
    allowed = limits(request.audience, request.hours)
    made: dict[Part, tuple[PackLine, ...]] = {}
    # The key points last: they are what is left to say beside duties, figures, dates and problems.
    order = (Part.AIMS, Part.FIGURES, Part.DEADLINES, Part.CASES, Part.DUTIES, Part.POINTS)
    for i, part in enumerate(order):
        yield part, 0.2 + 0.1 * i
        made[part] = chooser.lines(part, allowed[part])
    if material.topics and not any(made[part] for part in _ON_TOPIC):
        # What a plan says of everything is no material about what it says nothing of.
        made = dict.fromkeys(made, ())
    made[Part.DISCUSSION] = chooser.discussion(made, allowed[Part.DISCUSSION])
    held = tuple(part for part in Part if made[part])
    shares, quiz_minutes = minutes(held, request.hours)
    parts = tuple(PackPart(part, _numbered(part, made[part], scribe), shares[part]) for part in held)
    yield "quiz", 0.85
    quiz = make_quiz(material, scribe, request, quiz_size(request.hours)) if parts else ()
    documents = tuple(indexed.document for indexed in material.documents)
    names = {topic.named: _named(topic, scribe) for topic in material.topics}
    untold = tuple(names[topic.named] for topic in material.topics if not _told(topic, material))
    pack = Pack(request, documents, tuple(names.values()), untold, parts, quiz, quiz_minutes, day=day)
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
    yield "written", 0.9
    return written_from(pack, index, model)


def _named(topic: Topic, scribe: Scribe) -> str:
    """A topic in the language of the pack, however it was typed."""
    english = scribe.language is Language.EN
    if topic.named.isascii() is english:
        return topic.named
    return bilingual(topic.named, scribe.english) if english else topic.things[0][0]


def _told(topic: Topic, material: Material) -> bool:
    """Whether any passage of the plans speaks of a topic."""
    return any(topic.told_in(chunk.searched) for indexed in material.documents for chunk in indexed.chunks)


def _numbered(part: Part, lines: tuple[PackLine, ...], scribe: Scribe) -> tuple[PackLine, ...]:
    """Lines with the numbers of their sources, in the order in which they are read."""
    return tuple(
        replace(line, id=f"{part}-{line.id}", citations=tuple(scribe.cited(c) for c in line.citations))
        for line in lines
    )
