"""Quiz stems about who leads a numbered task, alone or with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from assistant.courses.pack_lines import INNER_QUOTES, Scribe, role
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import clause_spans, stands_alone
from assistant.courses.quiz.office_stems import FEWEST, MOST_MATTER_CHARS, claim
from assistant.courses.quiz.rivals import apart, gives_away, is_in_charge, likeliest, tells_away
from assistant.courses.quiz.short_english import short_english
from assistant.courses.quiz.stems import Stem, evidence_of, opened, paper_name
from assistant.courses.types import Matter
from assistant.evidence.units import office_key
from assistant.types import Language
from assistant.wording.letter_case import lowered
from index import Duty, DutyBasis, IndexedDocument, Span, of_kind
from index.terms.numbering import without_number

# Who does a task together with others; whoever is one of "the member units" cannot be ruled out by name.
_OPEN, _OPEN_ENDS = ("有关", "相关", "各", "成员单位", "其他"), ("等", "部门")
USUAL_SHARE = 0.3
"""Who leads more of all tasks than this is known once it was asked."""
LIKELIEST = 3
"""Of so many who lead something near, one is said to lead."""
LEAST_OPENING_CHARS = 24
"""A shorter opening only names a field: "深化安全技能提升行动"."""
_WHERE = ("领域", "行业")
"""What only says where something is to be done ends so: "突出…等重点行业领域"."""
_AND = "、"
_MARKS = " .、．() （）"
"""Around the number of a task."""


def lead_stems(scribe: Scribe) -> Iterator[Stem]:
    """Who leads a task: one office among others, or all of several."""
    for indexed in scribe.material.documents:
        duties = of_kind(Duty, indexed.facts)
        tasks = [d for d in duties if d.basis is DutyBasis.TASK and d.units]
        numbers = Counter((task.number, task.heading_path) for task in tasks)
        fields = _fields(duties)
        for task in tasks:
            if task.number.strip(_MARKS).isdecimal() and numbers[task.number, task.heading_path] == 1:
                stem = _stem(scribe, indexed, task, tasks, fields)
                if stem is not None:
                    yield stem


def _fields(duties: Sequence[Duty]) -> dict[str, str]:
    """What each single office answers for, by the division of duties and by the tasks it leads."""
    groups = [duty.units for duty in duties if duty.basis is DutyBasis.TASK]
    found: dict[str, str] = {}
    named: dict[str, str] = {}
    every = [unit for duty in duties for unit in duty.units]
    for unit in sorted(every, key=len):
        # Of its names the fullest.
        named[office_key(unit)] = unit
    for duty in duties:
        if duty.basis is DutyBasis.TASK or (duty.basis is DutyBasis.DIVISION and len(duty.units) == 1):
            for unit in duty.units:
                if not _is_open(unit) and not _is_misprint(unit, groups):
                    name = named[office_key(unit)]
                    found[name] = f"{found.get(name, '')}{without_number(duty.what)}"
    return found


def _stem(
    scribe: Scribe, indexed: IndexedDocument, task: Duty, tasks: Sequence[Duty], fields: Mapping[str, str]
) -> Stem | None:
    what, whole = _matter(scribe, task)
    groups = [one.units for one in tasks]
    unsound = any(_is_open(unit) or _is_misprint(unit, groups) or tells_away(unit, what) for unit in task.units)
    if not what or unsound:
        return None
    wrong = _rivals(scribe, task, what, fields)
    told = _task(scribe, task, what, whole=whole)
    if not wrong or not told:
        return None
    named = {"plan": paper_name(indexed.document, scribe.language), "task": told}
    named |= {key: wording(scribe.language, f"{key}_{role(task)}") for key in ("role", "acts", "acts_together", "done")}
    several = len(task.units) > 1
    right = _AND.join(task.units)
    usual = groups.count(task.units) > USUAL_SHARE * len(groups)
    number = task.number.strip(_MARKS)
    # One of several in another's place is believed; who is no office of the task makes it untrue.
    false = tuple(_AND.join((*task.units[:-1], one)) for one in wrong[:LIKELIEST])
    return Stem(
        Matter.DUTY,
        evidence_of(indexed, task.span, task.heading_path, task),
        opened(wording(scribe.language, "ask_leads_several" if several else "ask_leads", **named)),
        partial(claim, scribe, "claim_leads", named),
        partial(_names, scribe),
        f"任务{number}：{right}",
        right,
        () if several else wrong,
        false,
        (),
        "",
        f"usual lead {indexed.document.id}" if usual else f"task {indexed.document.id} {number}",
        bool(scribe.material.topics) and scribe.material.topic_of(what) > 0,
        weighty=not all(map(is_in_charge, task.units)),
        several=task.units if several else (),
        others=wrong if several else (),
    )


def _matter(scribe: Scribe, task: Duty) -> tuple[str, bool]:
    """What a task is about, by its opening or, where that is on none of the topics, by what is; and whether that is all of it."""
    bare = without_number(task.what).strip("。;； ")
    told = ""
    for _, end in clause_spans(bare, 0, len(bare)):
        if end <= MOST_MATTER_CHARS and stands_alone(bare[:end]):
            told = bare[:end]
    if len(told) < LEAST_OPENING_CHARS or told.endswith(_WHERE) or scribe.worth(told) < scribe.worth(bare):
        told = scribe.shortened(task.what, MOST_MATTER_CHARS)
    return told, told == bare


def _task(scribe: Scribe, task: Duty, what: str, *, whole: bool) -> str:
    """A task by its number and what is told of it; "" where that was not translated."""
    if whole and scribe.language is Language.ZH:
        return scribe.task_name(task, what)
    told = what
    if scribe.language is Language.EN:
        text = scribe.material.index.document(task.span.document_id).clean.text
        at = text.find(what, task.span.start, task.span.end)
        clauses = short_english(scribe, Span(task.span.document_id, at, at + len(what))) if at >= 0 else None
        if clauses is None:
            return ""
        told = lowered(clauses.en, scribe.english.memory)
    key = "task" if whole else "task_in_part"
    return wording(scribe.language, key, number=task.number.strip(_MARKS), what=told.translate(INNER_QUOTES))


def _rivals(scribe: Scribe, task: Duty, what: str, fields: Mapping[str, str]) -> tuple[str, ...]:
    """Offices that neither lead nor help by name, whose fields are near to the task."""
    index = scribe.material.index
    near = likeliest(index, what, task.units[0], {unit: told for unit, told in fields.items() if unit not in task.what})
    wrong = apart(near, (*task.units, *task.support))
    several = len(task.units) > 1
    known = (all if several else any)(
        gives_away(index, what, unit, [u for u in fields if u not in task.units]) for unit in task.units
    )
    return () if len(wrong) < (FEWEST - 1 if several else FEWEST) or known else wrong


def _is_open(unit: str) -> bool:
    """Whether a name leaves open which offices it means: "有关部门", "各成员单位"."""
    return unit.endswith(_OPEN_ENDS) or any(word in unit for word in _OPEN)


def _is_misprint(unit: str, groups: Sequence[tuple[str, ...]]) -> bool:
    """Whether a name is that of another office with one character more: "安委会办公室局"."""
    return any(unit[:-1] == other for group in groups for other in group)


def _names(scribe: Scribe, units: str) -> str:
    return scribe.names(units.split("、"))
