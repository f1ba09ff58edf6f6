"""What differs in a topic as sentences, and the marks of cells, in both languages: for the page and for files alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.comparison.differences import Differences, Point, Standing
from assistant.comparison.types import ComparedTopic
from assistant.types import Language
from assistant.wording.letter_case import capitalised
from assistant.wording.phrasebook import Phrasebook
from assistant.wording.phrases import joined

ONLY = "only"
"""The mark of a cell whose plan alone states the topic, beside those of `Standing`."""
MARKS = (*Standing, ONLY)
"""All marks, as a legend lists them."""
_TABLE: dict[str, tuple[str, str]] = {
    "differs": ("≠ 不同", "≠ differs"),
    "alike": ("＝ 相同", "= alike"),
    "apart": ("※ 不宜相比", "※ not like for like"),
    "only": ("◆ 仅此规划写明", "◆ in this plan alone"),
    "means_differs": ("与其他规划的同类内容不同", "not what other plans state of the same thing"),
    "means_alike": ("与其他规划的同类内容相同", "the same as other plans state"),
    "means_apart": ("指标、单位或口径不同", "another indicator, unit or kind of figure"),
    "means_only": ("其他所选规划没有写明", "the other plans chosen do not state it"),
    "target_differs": ("目标不同", "targets differ"),
    "target_alike": ("目标相同", "targets alike"),
    "result_differs": ("已达到的数值不同", "results differ"),
    "result_alike": ("已达到的数值相同", "results alike"),
    "period_differs": ("期限不同", "periods differ"),
    "base_differs": ("比较基数不同", "baselines differ"),
    "lead_differs": ("牵头单位不同", "leads differ"),
    "due_differs": ("时限不同", "deadlines differ"),
    "of": ("{name}——{told}", "{name} – {told}"),
    "value": ("{value}（{plans}）", "{value} ({plans})"),
    "end": ("。", "."),
    "between": ("／", " vs "),
    "only_in": ("只有{plans}写明", "only {plans} states it"),
    "single": ("只有一部规划，没有可对照的", "one plan alone, with nothing to compare it with"),
    "in_none": ("所选规划都没有写明", "none of the plans chosen states it"),
    "figures_in": (
        "只有{plans}给出数值，其余是文字表述，请逐格对照",
        "only {plans} gives figures, the others are told in words; read the cells side by side",
    ),
    "figures_unlike": (
        "数值的指标、单位或口径不同，没有可直接相比的",
        "the figures are not of one kind; none can be compared directly",
    ),
    "in_words": ("只有文字表述，请逐格对照", "told in words only; read the cells side by side"),
    "silent": ("{plans}未提及", "not stated in {plans}"),
    "mentioned": ("{plans}只是提到", "only mentioned in {plans}"),
}
_say = Phrasebook(_TABLE)
MAX_MATTER_CHARS = 80
"""What a matter is called in a line above the table."""


def mark_said(mark: str, language: Language) -> str:
    """A mark as it stands in a cell."""
    return _say(language, mark)


def legend(marks: Sequence[str], language: Language) -> tuple[tuple[str, str], ...]:
    """The marks that are used, each with what it means."""
    return tuple((mark_said(mark, language), _say(language, f"means_{mark}")) for mark in MARKS if mark in marks)


def marks_of(found: Differences) -> tuple[str, ...]:
    """The marks that stand in a topic's cells."""
    return (*sorted(set(found.standings.values())), *((ONLY,) if found.only else ()))


def told_differences(topic: ComparedTopic, found: Differences, names: Mapping[str, str], language: Language) -> str:
    """What of a topic differs and what is alike, in one line; `names` are the plans' short names."""
    clauses = [*_clauses(topic, found, names, language), *_absent(topic, names, language)]
    return capitalised(joined(language, "clauses", clauses) + _say(language, "end"))


def _clauses(topic: ComparedTopic, found: Differences, names: Mapping[str, str], language: Language) -> Iterator[str]:
    stating = [cell.plan for cell in topic.cells if cell.stated and not cell.little]
    figures = list(dict.fromkeys(c.plan for c in topic.cells for figure in c.figures if figure.value))
    if len(topic.cells) == 1:
        yield _say(language, "single")
    elif not stating:
        yield _say(language, "in_none")
    elif found.only:
        yield _say(language, "only_in", plans=names[found.only])
    elif found.points:
        yield from _points(found.points, names, language)
    elif len(figures) > 1:
        yield _say(language, "figures_unlike")
    elif figures:
        yield _say(language, "figures_in", plans=names[figures[0]])
    else:
        yield _say(language, "in_words")


def _points(points: Sequence[Point], names: Mapping[str, str], language: Language) -> Iterator[str]:
    """What is stated of each indicator or matter; where there are several, under the name of each."""
    about: dict[str, list[str]] = {}
    for point in points:
        about.setdefault(point.name, []).append(_point(point, names, language))
    for name, told in about.items():
        clauses = joined(language, "clauses", told)
        short = name if len(name) <= MAX_MATTER_CHARS else f"{name[: MAX_MATTER_CHARS - 1]}…"
        yield _say(language, "of", name=short, told=clauses) if len(about) > 1 else clauses


def _point(point: Point, names: Mapping[str, str], language: Language) -> str:
    what = _say(language, f"{point.kind}_{'alike' if point.alike else 'differs'}")
    values = [
        _say(language, "value", value=value, plans=_listed(plans, names, language)) for value, plans in point.told
    ]
    return joined(language, "colon", [what, _say(language, "between").join(values)])


def _absent(topic: ComparedTopic, names: Mapping[str, str], language: Language) -> Iterator[str]:
    """Who says nothing, and who only mentions it; where nobody states anything, only the latter."""
    for key, cells in (
        ("mentioned", [cell for cell in topic.cells if cell.little]),
        ("silent", [cell for cell in topic.cells if not cell.stated]),
    ):
        if cells and len(cells) < len(topic.cells):
            yield _say(language, key, plans=_listed([cell.plan for cell in cells], names, language))


def _listed(plans: Sequence[str], names: Mapping[str, str], language: Language) -> str:
    return joined(language, "list", [names[plan] for plan in plans])
