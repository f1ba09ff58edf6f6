"""From a pack to the talking points and scenarios that a language model writes out of its lines."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, Scenario, Written
from assistant.courses.written.held_lines import Holder
from assistant.courses.written.shown_lines import as_material, shown_lines
from assistant.courses.written.training_prompt import CitedText, WrittenScenario, WrittenTraining, training_prompt
from index import Index
from index.errors import LanguageModelError
from index.language_model.language_model import LanguageModel

logger = logging.getLogger(__name__)

MOST_POINTS, MOST_SCENARIOS = 6, 2
MOST_LOOKED_AT = 12
"""Of either that a model wrote: one that writes more has lost its way."""


def written_from(pack: Pack, index: Index, model: LanguageModel) -> Written:
    """What holds of what a model writes; nothing of it, and a line that says so, where it fails or nothing holds."""
    request = pack.request
    lines = shown_lines(pack, index)
    particulars = {
        wording(request.language, "audience"): wording(request.language, f"audience_{request.audience}"),
        wording(request.language, "topics"): ", ".join(pack.topics) or wording(request.language, "whole"),
    }
    try:
        told = model.structured(training_prompt(as_material(lines), particulars, request.language), WrittenTraining)
    except LanguageModelError as exc:
        logger.warning("%s; going on without it", exc)
        return failed(pack)
    holder = Holder(lines, request.language)
    points = _points(told.points, holder)
    scenarios = _scenarios(told.scenarios, holder)
    kept = len(points) + sum(len(scenario.solution) for scenario in scenarios)
    note = "" if kept else wording(request.language, "model_unproven")
    return Written(points, scenarios, kept, tuple(holder.dropped), note)


def failed(pack: Pack) -> Written:
    """Nothing, and the line that tells so."""
    return Written(note=wording(pack.request.language, "model_failed"))


def _points(told: Sequence[CitedText], holder: Holder) -> tuple[PackLine, ...]:
    made: dict[str, PackLine] = {}
    for at, one in enumerate(told[:MOST_LOOKED_AT]):
        if len(made) < MOST_POINTS and (line := holder.point(one, f"talking-{at}")):
            made.setdefault(line.text, line)
    return tuple(made.values())


def _scenarios(told: Sequence[WrittenScenario], holder: Holder) -> tuple[Scenario, ...]:
    made: list[Scenario] = []
    for at, one in enumerate(told[:MOST_LOOKED_AT]):
        if len(made) < MOST_SCENARIOS and (scenario := holder.scenario(one, f"scenario-{at}")):
            made.append(scenario)
    return tuple(made)
