"""Duties: an office with its field, a task with its units; duties in running text are left to their sentences."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.view import Claims, Extent, FactView
from assistant.types import Concept, Language, Place
from assistant.wording.english_clauses import nearest, within
from assistant.wording.first_clauses import clauses_fitting
from assistant.wording.in_english import beside, english_list, in_english, with_article
from assistant.wording.letter_case import capitalised
from assistant.wording.quoting import cut_at_sign, flat, shortened, unnumbered
from index import before_units, split_sentences
from index.fact_types import Duty, DutyBasis
from index.terms.office_names import same_office
from index.translation.english import English

MAX_ZH_TASK_CHARS, MAX_EN_TASK_CHARS = 60, 360
"""How much of a task stands behind its units, which are what is asked for."""
MAX_FIELD_CHARS = 420
"""How much of an office's field is told in English."""
ABOVE_ALL = "重点突出"
"""Opens a field that is told by what an office has to do in the first place."""

_FIELDS = (DutyBasis.DIVISION, DutyBasis.ROLE)
"""Where a duty is all that somebody answers for."""


_LEADS, _SUPPORTS = "牵头", "配合 协助 责任单位"
"""How it is said that an office leads, and that it is beside the one that does."""


class DutyView(FactView[Duty]):
    """Who answers for what."""

    title = ("职责分工", "Duties")
    columns = (("事项", "Matter"), ("牵头单位", "Lead"), ("配合单位", "Support"), ("负责制定", "Drafts"))
    extent = Extent.WHOLE

    @property
    def place(self) -> Place | None:
        """A task or an office's field, found by its units too."""
        duty = self.fact
        if duty.basis is DutyBasis.CLAUSE:
            return None
        units = " ".join(self.actors)
        return self.placed(f"{duty.number} {duty.what} {duty.drafts} {units}", "牵头单位 责任单位 负责 职责")

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above it."""
        return self.fact.heading_path

    def cells(self, language: Language) -> tuple[str, ...]:  # noqa: ARG002 - the plan's own words
        """Matter, leading units, supporting units, what is drafted."""
        duty = self.fact
        return duty.what, "、".join(duty.units), "、".join(duty.support), duty.drafts

    @property
    def matter(self) -> str:
        """What the units answer for and draw up."""
        return f"{self.fact.what} {self.fact.drafts}"

    @property
    def actors(self) -> tuple[str, ...]:
        """All units, those that lead first."""
        return (*self.fact.units, *self.fact.support)

    @property
    def basis(self) -> DutyBasis:
        """Where it is stated."""
        return self.fact.basis

    @property
    def holders(self) -> tuple[tuple[str, str], ...]:
        """Who leads and who supports, where it tells both."""
        if not (self.fact.leads and self.fact.support):
            return ()
        leading = ((unit, _LEADS) for unit in self.fact.units)
        return (*leading, *((unit, _SUPPORTS) for unit in self.fact.support))

    @property
    def claims(self) -> Claims:
        """The units, and what they answer for and draw up; its number may stand before it."""
        duty = self.fact
        return Claims(quoted=(*self.actors, duty.drafts, *duty.what.split()), around=(duty.number,))

    @property
    def grounds(self) -> tuple[str, ...]:
        """Its number, which a quote cut to one sentence lacks."""
        return (self.fact.number,)

    @property
    def _number(self) -> str:
        return self.fact.number.rstrip(".、．")

    def zh(self, quote: str, concepts: tuple[Concept, ...]) -> str:
        """The units of a task; an office with its field; else the clause as it stands."""
        if self.basis is DutyBasis.TASK:
            return self._task_zh(quote)
        if self.basis in _FIELDS:
            return f"{'、'.join(self.fact.units)}：{shortened(self._field(flat(quote)), concepts)}"
        return super().zh(quote, concepts)

    def en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:
        """The same in English."""
        if self.basis is DutyBasis.TASK:
            return self._task_en(quote, concepts, english)
        if self.basis in _FIELDS:
            return self._division_en(quote, concepts, english)
        return super().en(quote, concepts, english)

    def _field(self, text: str) -> str:
        """The text behind the name of the office."""
        unit = self.fact.units[0] if self.fact.units else ""
        return text[text.find(unit) + len(unit) :].lstrip("。:：,， ") if unit in text else text

    def _task_zh(self, quote: str) -> str:
        first = "牵头" if self.fact.leads else "责任"
        second = "责任" if self.fact.leads and not self.fact.helping else "配合"
        named = [(first, self.fact.units), (second, self.fact.support)]
        roles = "；".join(f"{role}单位：{'、'.join(units)}" for role, units in named if units)
        sentence = _task(self.fact, quote)
        about = f"（任务{self._number}：{cut_at_sign(sentence, MAX_ZH_TASK_CHARS)}）" if sentence else ""
        return f"{roles}{about}。"

    def _task_en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:
        first, second = ("lead", "supporting") if self.fact.leads else ("responsible", "supporting")
        if self.fact.leads and not self.fact.helping:
            second = "responsible"
        named = [(first, self.fact.units), (second, self.fact.support)]
        roles = "; ".join(
            f"{role}: {english_list([with_article(unit, english) for unit in units])}" for role, units in named if units
        )
        task = _task(self.fact, quote)
        about = f" Task {self._number}: {nearest(task, concepts, english, MAX_EN_TASK_CHARS)}" if task else ""
        return f"{capitalised(roles)}.{about}"

    def _division_en(self, quote: str, concepts: tuple[Concept, ...], english: English) -> str:
        """An office with its field: whole where that is short, else by the clauses that are nearest the question."""
        duty = self.fact
        office = english_list([with_article(unit, english) for unit in duty.units])
        field = english.render(duty.what)
        if not field.is_translation:
            told = f"is responsible for: {beside(shortened(duty.what.removeprefix(ABOVE_ALL), concepts), english)}."
        elif len(field.text) > MAX_FIELD_CHARS:
            told = nearest(self._field(flat(quote)), concepts, english, MAX_FIELD_CHARS)
            return f"{capitalised(office)}: {told}{_sub_plan(duty.drafts, told, english)}"
        else:
            verb = "is to" if duty.what.startswith(ABOVE_ALL) else "is responsible for:"
            told = f"{verb} {in_english(duty.what, english)}."
        return f"{capitalised(office)} {told}{_sub_plan(duty.drafts, told, english)}"


def _sub_plan(drafts: str, told: str, english: English) -> str:
    """What an office draws up, where that is not told already."""
    plan = beside(drafts, english)
    return f" It draws up and carries out {plan}." if drafts and plan not in told else ""


def _task(duty: Duty, quote: str) -> str:
    """A task without its number and its units; of a table's row what its other cells tell, the time limit too."""
    cells = [flat(cell) for cell in quote.split("\t")]
    if len(cells) == 1:
        return without_units(quote)
    return "，".join(cell for cell in cells if cell and cell != duty.number and not _names_only(duty, cell))


def _listed_task(duty: Duty, quote: str) -> str:
    """A task among others by its first sentence, behind its name where that is a word and no number: a phase, a project."""
    task = _task(duty, quote)
    first = next((task[a:b] for a, b in split_sentences(task, 0, len(task))), task)
    named = duty.number and "\t" in quote and not any(map(str.isdigit, duty.number))
    return f"{duty.number}：{first}" if named else first


def _names_only(duty: Duty, cell: str) -> bool:
    """Whether a cell holds units of the duty and nothing else."""
    for unit in sorted((*duty.units, *duty.support), key=len, reverse=True):
        cell = cell.replace(unit, "")
    return not cell.strip("、,，;； ")


def tasks_zh(views: Sequence[DutyView], quotes: Sequence[str]) -> str:
    """The tasks of one office, numbered: "县教育局牵头的任务（逐项统计共2项）：1. …；2. …。"."""
    told = [_listed_task(view.fact, quote) for view, quote in zip(views, quotes, strict=True)]
    limit = max(LEAST_TASK_CHARS, ROOM_ZH // len(told))
    numbered = "；".join(f"{i}. {clauses_fitting(task, limit)}" for i, task in enumerate(told, start=1))
    office = _office_of(views)
    role = "牵头" if all(view.fact.leads for view in views) else "负责"
    if not any(_is_among(office, view.fact.units) for view in views):
        role = "配合"
    return f"{office}{role}的任务（逐项统计共{len(told)}项）：{numbered}。"


def tasks_en(views: Sequence[DutyView], quotes: Sequence[str], english: English) -> str:
    """The same in English."""
    told = [_listed_task(view.fact, quote) for view, quote in zip(views, quotes, strict=True)]
    limit = max(LEAST_EN, ROOM_EN // len(told))
    numbered = "; ".join(f"{i}. {within(task, limit, english)}" for i, task in enumerate(told, start=1))
    return f"{capitalised(with_article(_office_of(views), english))}, {len(told)} items as counted: {numbered}."


ROOM_ZH, LEAST_TASK_CHARS = 600, 16
ROOM_EN, LEAST_EN = 2_000, 60
"""Characters that all tasks of a list share, and the fewest that each of them gets."""


def _office_of(views: Sequence[DutyView]) -> str:
    """The unit that all of the tasks have in common, in whatever form it stands there."""
    return next(unit for unit in views[0].actors if all(_is_among(unit, view.actors) for view in views))


def _is_among(unit: str, units: Sequence[str]) -> bool:
    return any(same_office(unit, other) for other in units)


def without_units(text: str) -> str:
    """A task's sentence without its number and the units that end it."""
    return unnumbered(before_units(flat(text)))
