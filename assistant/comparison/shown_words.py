"""What stands in the cells of a comparison beside the plans' own words, on the page and in files, in both languages."""

from __future__ import annotations

from assistant.comparison.types import ComparedTopic
from assistant.types import Language
from assistant.wording.phrasebook import Phrasebook
from assistant.wording.phrases import joined

SHOWN: dict[str, tuple[str, str]] = {
    "compare_plan": ("规划", "Plan"),
    "compare_none": ("规划未提及", "Not stated"),
    "compare_little": ("提到但没有写明", "Mentioned, but not stated"),
    "compare_blank": ("原表此格空白", "Blank in the source's table"),
    "compare_reached": ("已达到", "reached"),
    "compare_baseline": ("比较基数", "Compared with"),
    "compare_likeness": ("可比性", "Comparability"),
    "compare_differences": ("有何异同", "What differs"),
    "compare_table": ("比较表", "Comparison"),
}
_LIKENESS: dict[str, tuple[str, str]] = {
    "unlike": ("不宜直接相比：{reasons}。", "Not like for like: {reasons}."),
    "like": ("数值口径一致。", "The figures are of one kind."),
    "no_figures": ("没有可并列的数值。", "No figures to set side by side."),
}
_say = Phrasebook(_LIKENESS)


def told_likeness(topic: ComparedTopic, language: Language) -> str:
    """Whether the figures of a topic may be set side by side as like."""
    if topic.notes:
        return _say(language, "unlike", reasons=joined(language, "clauses", list(topic.notes)))
    comparable = sum(cell.lead is not None and bool(cell.lead.value) for cell in topic.cells) > 1
    return _say(language, "like" if comparable else "no_figures")
