"""A task that is asked for by its number ("任务21由谁牵头", "who leads task 21"): that one, whatever its words are."""

from __future__ import annotations

from dataclasses import replace

from assistant.facts.statements import statements
from assistant.types import Asked, Draft, Evidence, Want
from assistant.whole.found import Found, drafted_as
from index import Duty, DutyBasis
from index.terms.numbering import chinese_numeral


def numbered_task(found: Found) -> Draft | None:
    """The task with its units, or its text where something else is asked of it; None where no one task has the number."""
    meant = found.meant
    if (
        len(meant.wants.numbered) != 1
        or len(meant.plans) != 1
        or not _says_task(meant.wants.said, meant.wants.numbered[0])
    ):
        return None
    tasks = [
        duty
        for duty in found.index.facts(Duty, meant.plans)
        if duty.basis is DutyBasis.TASK and duty.number.rstrip(".、．") == meant.wants.numbered[0]
    ]
    if len(tasks) != 1:
        return None
    (task,) = tasks
    text = found.index.text(task.span.document_id).text[task.span.start : task.span.end]
    evidence = Evidence(task.span, text, task.heading_path, 1.0, 1.0, task)
    if meant.asked is not Asked.DUTY and Want.OFFICE not in meant.wants:
        evidence = replace(evidence, fact=None)
    return drafted_as(statements((evidence,), meant.concepts, meant.language, found.english), found.language)


def _says_task(said: str, number: str) -> bool:
    """Whether a question's number is that of a task: "任务21", "第21项", "task 21"; not "4号线", "第3条"."""
    numerals = (number, chinese_numeral(int(number)))
    return f"task {number}" in said or any(f"任务{one}" in said or f"第{one}项" in said for one in numerals)
