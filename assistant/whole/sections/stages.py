"""The stages in which a plan is carried out: all of them with their dates, one by its number or name, how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.types import Asked, Draft, Evidence, Want
from assistant.whole.found import Found
from assistant.whole.sections.in_turn import Told, told_in_turn
from assistant.whole.sections.plan_parts import Part, matters, parts_of, the_plan
from assistant.whole.sections.stages_in_text import stages_in_text
from assistant.wording.first_clauses import ways_of
from assistant.wording.in_english import in_english
from assistant.wording.quoting import without_brackets
from index import contains, dates, listed

MOSTLY = 0.5
"""Parts are stages where at least this share of them is dated or called so."""
LEAST_STAGES = 2
LEAST_NAME_CHARS = 2


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of a plan in order, below one heading."""

    head: str
    parts: tuple[Part, ...]


def stages(found: Found) -> Draft | None:
    """All stages of the plan that a question asks for, or the one that it names; None where it asks for none."""
    if Want.STAGES not in found.meant.wants and not found.meant.wants.stage:
        return None
    plan = the_plan(found)
    told = stages_of(plan, found) if plan else None
    if told is None:
        return _in_text(plan, found) if plan else None
    asked = chosen(told, plan, found)
    if not asked:
        return None
    if len(asked) == 1:
        return told_in_turn("", [_alone(asked[0], found)], found)
    return told_in_turn(told.head, [_among(part, found) for part in asked], found)


def _in_text(plan: str, found: Found) -> Draft | None:
    """As `stages`, of a plan whose stages have no headings of their own."""
    told = stages_in_text(plan, found)
    if told is None or matters(found, plan, "stages", "asking_in_sum"):
        return None
    head, every = told
    number = found.meant.wants.stage
    asked = every[-1:] if number < 0 else every[number - 1 : number] if number else every
    return told_in_turn(head if len(asked) > 1 else "", asked, found) if asked else None


def stages_of(plan: str, found: Found) -> Stages | None:
    """The stages of a plan, from sibling headings that are dated or called stages; None where it has none."""
    every = (Stages(part.title, part.parts) for part in parts_of(plan, found) if len(part.parts) >= LEAST_STAGES)
    return next((one for one in every if _are_stages(one)), None)


def chosen(told: Stages, plan: str, found: Found) -> tuple[Part, ...]:
    """Those stages that a question asks for: by number, by name, else all; none where it asks of something else."""
    number = found.meant.wants.stage
    if number:
        return told.parts[-1:] if number < 0 else told.parts[number - 1 : number]
    named = tuple(part for part in told.parts if any(name in found.meant.wants.said for name in _names(part, found)))
    if len(named) == 1:
        return named
    things = matters(found, plan, "stages", "asking_in_sum")
    if not things:
        return told.parts
    spoken = [part for part in told.parts if any(s in part.title for thing in things for s in thing.spellings)]
    return tuple(spoken) if len(spoken) == 1 else ()


def _names(part: Part, found: Found) -> tuple[str, ...]:
    """What a stage is called, without its dates and the word itself: "集中攻坚"; none for one that has a number alone."""
    bare = without_brackets(part.title).strip()
    translated = in_english(bare, found.english).lower().removesuffix(" stage")
    for word in listed("stages"):
        bare = bare.removesuffix(word)
    return (bare, translated) if len(bare) >= LEAST_NAME_CHARS else ()


def _are_stages(one: Stages) -> bool:
    called = [contains(part.title, "stages") for part in one.parts]
    dated = [bool(_dated(part)) for part in one.parts]
    is_headed = contains(one.head, "stages") and sum(dated) >= MOSTLY * len(dated)
    return is_headed or (all(called) and any(dated)) or (all(dated) and sum(called) >= MOSTLY * len(called))


def _dated(part: Part) -> bool:
    """Whether the heading of a stage, or its first sentence, tells when it is."""
    return bool(dates(part.title) or dates(part.words(part.sentences[:1])))


def _alone(part: Part, found: Found) -> Told:
    """One stage with all that is said of it, or as many whole sentences as there is room for."""
    told = tuple(part.words(part.sentences[:count]) for count in range(len(part.sentences), -1, -1))
    label = part.shown(found.language)
    if found.meant.asked is Asked.DEADLINE and dates(part.title):
        return Told(_up_to(part, 0), ("",), label)
    return Told(_up_to(part, len(part.sentences)), told, label)


def _among(part: Part, found: Found) -> Told:
    """One of several: with its first sentence, its first clause, or by its heading alone where that is dated."""
    told = ways_of(part.words(part.sentences[:1]))
    return Told(_up_to(part, 1), (*told, "") if dates(part.title) else told, part.shown(found.language))


def _up_to(part: Part, count: int) -> Evidence:
    spans = part.sentences[:count]
    return part.with_heading(spans[-1] if spans else None)
