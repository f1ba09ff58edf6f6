"""Packs as a trainer would have them: points below topics, tables, dates on a line, exercises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant import Language
from assistant.courses import Pack, PackLine, PackPart, Part, Scenario, wording

DAY = date(2025, 6, 1)
STATES = ("time_past", "time_running", "time_to_come")


@pytest.fixture(scope="session")
def made_up(make: Callable[..., Pack]) -> Callable[..., Pack]:
    """A pack of the plans' own lines, its points below three topics, duties and dates as tables, with two exercises."""

    def pack(**changes: object) -> Pack:
        plain = make(**changes)
        language = plain.request.language
        cited = plain.parts[0].lines[0]
        asked = replace(cited, text="谁先到场？", citations=(), note="")
        exercises = tuple(
            Scenario(
                replace(asked, id=f"s{i}", text="管道被挖断。"), replace(asked, id=f"a{i}"), plain.parts[1].lines[:3]
            )
            for i in range(2)
        )
        parts = tuple(_shaped(part, language) for part in plain.parts)
        return replace(plain, parts=parts, exercises=exercises, exercise_minutes=10, day=DAY)

    return pack


def _shaped(part: PackPart, language: Language) -> PackPart:
    count = len(part.lines)
    if part.part is Part.POINTS:
        lines = (replace(ln, group=f"主题{i * 3 // count}", note=f"讲解{i}") for i, ln in enumerate(part.lines))
        return replace(part, lines=tuple(lines))
    if part.part is Part.DUTIES:
        rows = (_row(line, (f"单位{i}", line.text)) for i, line in enumerate(part.lines))
        return replace(part, columns=("单位", "职责"), lines=tuple(rows))
    if part.part is Part.DEADLINES:
        lines = (
            replace(_row(line, (f"{2024 + i}年底前", line.text)), group=wording(language, STATES[i * 3 // count]))
            for i, line in enumerate(part.lines)
        )
        return replace(part, columns=("时限", "要求"), lines=tuple(lines))
    return part


def _row(line: PackLine, cells: tuple[str, ...]) -> PackLine:
    return replace(line, cells=cells)
