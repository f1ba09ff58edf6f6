"""The words of a comparison's answers, in Chinese and English: key -> (zh, en)."""

from __future__ import annotations

from assistant.types import Language
from assistant.wording.phrasebook import Phrasebook
from index import Document

_TABLE: dict[str, tuple[str, str]] = {
    "plan": ("规划", "Plan"),
    "says": ("规划怎么写", "What the plan says"),
    "value": ("数值", "Figure"),
    "period": ("期限", "Period"),
    "baseline": ("比较基数", "Compared with"),
    "mark": ("依据", "Source"),
    "not_stated": ("规划未提及", "not stated"),
    "blank": ("原表此格空白", "blank in the source's table"),
    "reached": ("（已达到，非目标）", " (reached, not a target)"),
    "all_state": ("{count}个规划都写明了。", "All {count} plans state it."),
    "both_state": ("两个规划都写明了。", "Both plans state it."),
    "some_state": ("{count}个规划中有{stating}个写明。", "{stating} of the {count} plans state it."),
    "silent": ("未提及：{places}。", "Not stated: {places}."),
    "blank_in": ("原表此格空白：{places}。", "Blank in the source's table: {places}."),
    "same": ("写明的数值相同：{value}。", "They set the same figure: {value}."),
    "highest": ("数值{more}的是{place}：{value}。", "The {more} figure is that of {place}: {value}."),
    "higher_of_two": ("较高", "higher"),
    "highest_of_all": ("最高", "highest"),
    "differ": ("相差：{shown}（计算）{marks}。", "Difference: {shown} (computed) {marks}."),
    "unlike": ("不宜直接相比：{reasons}。", "Not like for like: {reasons}."),
    "unlike_kind": ("有的是升降幅度，有的是数值本身", "some are changes, others the value itself"),
    "unlike_status": ("有的是目标，有的是已达到的数值", "some are targets, others were reached"),
    "unlike_name": ("指标名称不同", "the indicators differ"),
    "unlike_baseline": ("比较基数不同", "the baselines differ"),
    "unlike_period": ("期限不同", "the periods differ"),
}
_JOINTS = {"list": ("、", ", "), "clauses": ("；", "; "), "colon": ("：", ": "), "sentences": ("", " ")}


said = Phrasebook(_TABLE)
"""The wording of a key in a language, with its `{name}` parts filled."""


def joined(language: Language, joint: str, parts: list[str]) -> str:
    """Parts joined as the language does: `joint` is "list", "clauses", "colon" or "sentences"."""
    return _JOINTS[joint][language is Language.EN].join(parts)


def place_of(document: Document, language: Language) -> str:
    """The plan's place as answers name it."""
    return (document.place_en if language is Language.EN else "") or document.place or document.id


def years_of(document: Document, language: Language) -> str:
    """The years that a plan covers; "" where it names none."""
    if document.period is None:
        return ""
    dash, year = ("–", "") if language is Language.EN else ("—", "年")
    return dash.join(dict.fromkeys(str(bound) for bound in document.period)) + year
