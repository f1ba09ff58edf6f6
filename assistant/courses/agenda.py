"""The time of a lesson: minutes by what there is to teach, breaks each hour, and what the plans do not fill."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, Part

MINUTES_A_LINE = {
    Part.AIMS: 1.5,
    Part.POINTS: 2.5,
    Part.DUTIES: 1.5,
    Part.CHECKLIST: 1.5,
    Part.FIGURES: 1.5,
    Part.DEADLINES: 1.5,
    Part.CASES: 4.0,
    Part.DISCUSSION: 6.0,
}
"""To tell a line and hear what is asked about it; a question is talked over."""
MINUTES_AN_EXERCISE, MINUTES_A_QUESTION = 18.0, 1.5
"""Reading, group work and report; answering and going through the answers."""
EXERCISES, QUIZ = "exercises", "quiz"
"""What is given minutes beside the parts."""
BREAK_MINUTES, RESERVE_AN_HOUR = 10, 5
"""A break each hour but the last, as school lessons have it; a lesson of an hour has only a reserve."""
ROUNDED_FROM_HOURS, ROUNDED_TO = 1.0, 5
"""From an hour on minutes are counted by fives, as timetables have it."""
LEAST_OWN = 10
"""With fewer minutes left there is nothing to be done of one's own."""
Row = tuple[str, int]


def free_minutes(hours: float) -> int:
    """The time of a lesson without its breaks."""
    return round(hours * 60) - (breaks(hours) * BREAK_MINUTES or round(hours * RESERVE_AN_HOUR))


def breaks(hours: float) -> int:
    """How many breaks there are."""
    return max(0, math.ceil(hours) - 1)


def minutes(lines: Mapping[Part, int], exercises: int, questions: int, hours: float) -> dict[str, int]:
    """Whole minutes of the parts that have lines, of exercises and quiz: what these need, or less where that is too much."""
    needed: dict[str, float] = {part: count * MINUTES_A_LINE[part] for part, count in lines.items() if count}
    needed |= {EXERCISES: exercises * MINUTES_AN_EXERCISE} if exercises else {}
    needed |= {QUIZ: questions * MINUTES_A_QUESTION} if questions else {}
    step = ROUNDED_TO if hours >= ROUNDED_FROM_HOURS else 1
    whole = sum(needed.values())
    told = min(free_minutes(hours), math.ceil(whole / step) * step)
    given = {name: max(step, int(told * need / whole) // step * step) for name, need in needed.items()}
    # What rounding left over goes to those that it took most from, what it gave too much comes from the longest.
    while (left := told - sum(given.values())) and given:
        lacking = {name: told * need / whole - given[name] for name, need in needed.items()}
        name = max(lacking, key=lambda one: lacking[one]) if left > 0 else max(given, key=lambda one: given[one])
        given[name] += max(-step, min(step, left))
    return given


def agenda(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Each part with its minutes, exercises, the quiz, and the breaks among them; last what the plans leave to the trainer."""
    language = pack.request.language
    rows: list[Row] = [(wording(language, f"part_{part.part}"), part.minutes) for part in pack.parts]
    if pack.exercises:
        rows.append((wording(language, "exercises"), pack.exercise_minutes))
    if pack.quiz:
        rows.append((wording(language, "quiz"), pack.quiz_minutes))
    whole, told = round(pack.request.hours * 60), sum(count for _, count in rows)
    # A trainer who changes a pack may leave no time for breaks.
    paused = min(breaks(pack.request.hours), max(0, whole - told) // BREAK_MINUTES)
    left = whole - told - paused * BREAK_MINUTES
    reserve = 0 if paused else min(left, round(pack.request.hours * RESERVE_AN_HOUR))
    if left - reserve >= LEAST_OWN:
        rows.append((wording(language, "own_time", count=told), left - reserve))
        left = reserve
    timed = list(_with_breaks(rows, paused, wording(language, "pause"), wording(language, "goes_on")))
    if left > 0:
        timed.append((wording(language, "reserve" if paused else "break"), left))
    return tuple((name, wording(language, "minutes", count=count)) for name, count in timed)


def _with_breaks(rows: list[Row], count: int, named: str, goes_on: str) -> Iterator[Row]:
    """The rows with breaks at equal distances; at the end of a part where that is near, else within it."""
    block = sum(given for _, given in rows) / (count + 1)
    since, left = 0, count
    for at, (name, given) in enumerate(rows):
        told = name
        while left and since + given > block + BREAK_MINUTES:
            first = round((block - since) / ROUNDED_TO) * ROUNDED_TO
            if first >= BREAK_MINUTES:
                yield told, first
                told, given = f"{name}{goes_on}", given - first
            yield named, BREAK_MINUTES
            since, left = 0, left - 1
        yield told, given
        since += given
        if left and since >= block - BREAK_MINUTES and at + 1 < len(rows):
            yield named, BREAK_MINUTES
            since, left = 0, left - 1
