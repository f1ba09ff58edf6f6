"""Quiz stems about offices: who leads a task, who draws up which sub-plan, whose field is what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from assistant.courses.gather import Material
from assistant.courses.pack_lines import INNER_QUOTES, Scribe, role
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import alike
from assistant.courses.quiz.gaps import MOST_ENGLISH_CHARS
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.types import Matter
from assistant.courses.whole_clauses import CUT
from assistant.evidence.units import office_key
from assistant.types import Language
from assistant.wording.in_english import beside, english_list, with_article
from index import Duty, DutyBasis, IndexedDocument, Span, of_kind

MOST_MATTER_CHARS, LEAST_MATTER_CHARS = 60, 6
"""A question is read once and aloud; "子方案" alone names no sub-plan."""
SAME_FIELD = 0.4
"""Fields that share this much may have a part in common, for which two offices answer."""
# Who does a task together with others; whoever is one of "the member units" cannot be ruled out by name.
_OPEN, _OPEN_ENDS = ("有关", "相关", "各", "成员单位", "其他"), ("等", "部门")
USUAL_SHARE = 0.3
"""Who leads more of all tasks than this is known once it was asked."""
FEW = 3
"""A character in so many fields only is known for one of them."""
LIKELIEST = 3
"""Of so many who lead something near, one is said to lead."""
_LEVELS = "自治州省市县区"
"""What opens the names of offices and tells none from another."""


def duty_stems(material: Material, scribe: Scribe) -> Iterator[Stem]:
    """Which office draws up a sub-plan or answers for a field, and who leads a numbered task."""
    for indexed in material.documents:
        duties = of_kind(Duty, indexed.facts)
        divided = [d for d in duties if d.basis is DutyBasis.DIVISION and len(d.units) == 1]
        yield from _drafting(scribe, indexed, [d for d in divided if d.drafts])
        yield from _answering(scribe, indexed, divided)
        yield from _leading(material, scribe, indexed, [d for d in duties if d.basis is DutyBasis.TASK and d.units])


def tells_away(unit: str, text: str) -> bool:
    """Whether a text has a word of an office's name, by which it is found without the plan.

    "教育局" is by "教育系统", "人力资源和社会保障局" by "人社".
    """
    core = unit.lstrip(_LEVELS)
    shortened = any(f"{core[0]}{later}" in text for later in core[1:])
    return shortened or any(core[at : at + 2] in text for at in range(len(core) - 1))


def _drafting(scribe: Scribe, indexed: IndexedDocument, duties: list[Duty]) -> Iterator[Stem]:
    written = Counter(d.drafts for d in duties)
    for duty in duties:
        unit, drafts = duty.units[0], duty.drafts
        if (
            not LEAST_MATTER_CHARS <= len(drafts) <= MOST_MATTER_CHARS
            or written[drafts] > 1
            or tells_away(unit, drafts)
        ):
            continue
        zh = scribe.language is Language.ZH
        told = drafts.translate(INNER_QUOTES) if zh else beside(drafts, scribe.english)
        # An office that the sub-plan or the field of the right one names may have a hand in it.
        wrong = _other_offices(duty, duties, f"{duty.what}{drafts}")
        yield _stem(scribe, indexed, duty, ("drafts", told, drafts), wrong)


def _answering(scribe: Scribe, indexed: IndexedDocument, duties: list[Duty]) -> Iterator[Stem]:
    for duty in duties:
        field = scribe.shortened(duty.what, MOST_MATTER_CHARS)
        if len(field) < LEAST_MATTER_CHARS or tells_away(duty.units[0], field) or _hints(duty, duties, field):
            continue
        zh = scribe.language is Language.ZH
        told = field.translate(INNER_QUOTES) if zh else scribe.matter(duty, field).translate(INNER_QUOTES)
        if not zh and not _can_be_asked_in_english(scribe, indexed, duty, field):
            continue
        others = [d for d in duties if alike(d.what, field) < SAME_FIELD]
        yield _stem(scribe, indexed, duty, ("field", told, field), _other_offices(duty, others, field))


def _hints(duty: Duty, duties: list[Duty], field: str) -> bool:
    """Whether a field has a character of its office's name that few others have: "商场" for 商务局, "防雷、升放气球" for 气象局."""
    core = duty.units[0].lstrip(_LEVELS)[:2]
    return any(char in field and sum(char in d.what for d in duties) <= FEW for char in core)


def _can_be_asked_in_english(scribe: Scribe, indexed: IndexedDocument, duty: Duty, field: str) -> bool:
    """Whether a field was translated in clauses that can be read at once and tell no more than the field."""
    at = indexed.clean.text.find(field, duty.span.start, duty.span.end)
    whole = scribe.translated(Span(indexed.document.id, at, at + len(field))) if at >= 0 else None
    if whole is None or len(whole.en) > MOST_ENGLISH_CHARS or whole.en.endswith(CUT):
        return False
    return not tells_away(duty.units[0], indexed.clean.text[whole.span.start : whole.span.end])


def _other_offices(duty: Duty, others: list[Duty], named: str) -> tuple[str, ...]:
    """Offices of the same division that a text does not name, the likeliest first: those whose names or fields share rare words with it."""
    own, told = office_key(duty.units[0]), _pairs(named)
    held = {d.units[0]: _pairs(d.what) for d in others}
    names, fields = (Counter(pair for text in texts for pair in text) for texts in (map(_pairs, held), held.values()))

    def likeness(unit: str) -> tuple[bool, float]:
        by_name = any(names[pair] == 1 for pair in _pairs(unit) & told)
        return by_name, sum(1 / fields[pair] ** 2 for pair in held[unit] & told)

    free = [unit for unit in held if office_key(unit) != own and unit not in named]
    return tuple(sorted(free, key=likeness, reverse=True))


def _pairs(text: str) -> set[str]:
    return {pair for at in range(len(text) - 1) if (pair := text[at : at + 2]).isalpha()}


def _stem(
    scribe: Scribe, indexed: IndexedDocument, duty: Duty, asked: tuple[str, str, str], wrong: tuple[str, ...]
) -> Stem:
    """A stem for the one office of a division; `asked` is what kind of thing it is for, in the pack's words and the plan's."""
    what, worded, told = asked
    unit, material = duty.units[0], scribe.material
    named = {what: worded, "plan": paper_name(indexed.document, scribe.language)}
    return Stem(
        Matter.DUTY,
        evidence_of(indexed, duty.span, duty.heading_path, duty),
        opened(wording(scribe.language, f"ask_{what}", **named)),
        partial(_claim, scribe, f"claim_{what}", named),
        scribe.name,
        f"{unit}：{told}",
        unit,
        wrong,
        wrong,
        (),
        "" if scribe.language is Language.ZH else told,
        f"division {indexed.document.id} {unit}",
        bool(material.topics) and material.topic_of(told) > 0,
    )


def _leading(material: Material, scribe: Scribe, indexed: IndexedDocument, tasks: list[Duty]) -> Iterator[Stem]:
    numbers = Counter((task.number, task.heading_path) for task in tasks)
    groups = [task.units for task in tasks]
    for task in tasks:
        number = task.number.strip(".、．() （）")
        what = scribe.shortened(task.what, MOST_MATTER_CHARS)
        if (
            not number.isdecimal()
            or numbers[task.number, task.heading_path] > 1
            or not what
            or any(_is_open(unit) or _is_misprint(unit, groups) for unit in task.units)
            or any(tells_away(unit, what) for unit in task.units)
        ):
            continue
        # Wrong is only a group none of whose offices leads or helps here; those as long as the right one first, then
        # those that lead what stands near, which is of a kind.
        taken = {office_key(unit) for unit in (*task.units, *task.support)}
        others = dict.fromkeys(
            "、".join(group)
            for group in _nearest_groups(task, tasks)
            if not _shares_office(group, taken) and not any(_is_misprint(unit, groups) for unit in group)
        )
        size = len(task.units)
        wrong = tuple(sorted(others, key=lambda group: abs(group.count("、") + 1 - size)))
        plan = paper_name(indexed.document, scribe.language)
        called = role(task)
        named = {"plan": plan, "task": scribe.task_name(task, what)}
        if len(named["task"]) > MOST_ENGLISH_CHARS:
            continue
        named |= {key: wording(scribe.language, f"{key}_{called}") for key in ("role", "acts", "done")}
        right = "、".join(task.units)
        usual = groups.count(task.units) > USUAL_SHARE * len(groups)
        yield Stem(
            Matter.DUTY,
            evidence_of(indexed, task.span, task.heading_path, task),
            opened(wording(scribe.language, "ask_leads", **named)),
            partial(_claim, scribe, "claim_leads", named),
            partial(_names, scribe),
            f"任务{number}：{right}",
            right,
            wrong,
            # A statement is believed of one as well as of another only where both are as many.
            tuple(group for group in wrong if group.count("、") + 1 == size)[:LIKELIEST],
            (),
            "",
            f"usual lead {indexed.document.id}" if usual else f"task {indexed.document.id} {number}",
            bool(material.topics) and material.topic_of(what) > 0,
        )


def _nearest_groups(task: Duty, tasks: list[Duty]) -> list[tuple[str, ...]]:
    """Who leads the other tasks, the nearest first."""
    at = tasks.index(task)
    return [tasks[other].units for other in sorted(range(len(tasks)), key=lambda other: abs(other - at))]


def _claim(scribe: Scribe, key: str, named: dict[str, str], units: str) -> str:
    """The statement that these units have a duty."""
    if scribe.language is Language.ZH:
        return wording(scribe.language, key, units=units, **named)
    told = english_list([with_article(unit, scribe.english) for unit in units.split("、")])
    return opened(wording(scribe.language, key, units=told, **named))


def _shares_office(group: tuple[str, ...], taken: set[str]) -> bool:
    """Whether a group has one of the offices, be it under a longer name, or may have by what it leaves open."""
    keys = [office_key(unit) for unit in group]
    return any(map(_is_open, group)) or any(key in other or other in key for key in keys for other in taken)


def _is_open(unit: str) -> bool:
    """Whether a name leaves open which offices it means: "有关部门", "各成员单位"."""
    return unit.endswith(_OPEN_ENDS) or any(word in unit for word in _OPEN)


def _is_misprint(unit: str, groups: Sequence[tuple[str, ...]]) -> bool:
    """Whether a name is that of another office with one character more: "安委会办公室局"."""
    return any(unit[:-1] == other for group in groups for other in group)


def _names(scribe: Scribe, units: str) -> str:
    return scribe.names(units.split("、"))
