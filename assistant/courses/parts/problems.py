"""Accidents and problems that the plans themselves name on the topics; none where they name none."""

from __future__ import annotations

from dataclasses import replace

from assistant.courses.gather import cases, tells_accident
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made

ON_TOPIC = 1.0
"""A lower score is no more than an accident somewhere."""


def problems(chooser: Chooser, limit: int) -> list[Made]:
    """Accidents before problems, each as the plan has them."""
    near = [evidence for evidence in cases(chooser.material) if evidence.score >= ON_TOPIC]
    chosen = chooser.choose(near, limit, chooser.scribe.said)
    chosen.sort(key=lambda one: (not tells_accident(one[0].text), chooser.place(one[0])))
    language = chooser.scribe.language
    return [
        (
            evidence,
            replace(
                line, group=wording(language, "cases_accidents" if tells_accident(evidence.text) else "cases_problems")
            ),
        )
        for evidence, line in chosen
    ]
