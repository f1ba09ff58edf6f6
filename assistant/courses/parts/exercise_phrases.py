"""The words of exercises: situations that state nothing but the matter, what is asked of it, what a good answer holds."""

from __future__ import annotations

from assistant.courses.types import Audience
from assistant.wording.phrasebook import Phrase

_PARTY, _DEPUTY, _OFFICE, _FIRM = Audience

EXERCISES: dict[str, Phrase] = {
    f"scene_{_PARTY}": ("您带队在{place}督查。", "You lead a visit of inspection in {place}."),
    f"scene_{_DEPUTY}": ("您在{place}召开协调会。", "You hold a meeting in {place} to coordinate offices."),
    f"scene_{_OFFICE}": ("您的部门在{place}检查。", "Your department inspects a place in {place}."),
    f"scene_{_FIRM}": ("检查人员来到您在{place}的企业。", "Inspectors come to your firm in {place}."),
    "scene_budget": (
        "您在{place}的企业召开年度安全工作会，分任务、分经费。",
        "Your firm in {place} meets to share out the year's safety work and funds.",
    ),
    "scene_accident": (
        "您在{place}的企业发生一起伤人事故，调查组到场。",
        "Somebody is hurt in an accident at your firm in {place}; investigators have come.",
    ),
    "scene_gap": (
        "您在{place}的企业对照规划组织一次自查。",
        "Your firm in {place} checks itself against the plan.",
    ),
    "situation_budget": (
        "议题是“{matter}”。要做的事不止一件，经费和人手不够同时做完。",
        "The matter is “{matter}”. There is more than one thing to do, and not enough money and people to do all at once.",
    ),
    "situation_accident": (
        "调查组要看“{matter}”方面的制度和记录。各组先写出企业事前应当做到的，再与规划对照。",
        "They want to see rules and records on “{matter}”. Each group writes down what the firm should have done before, and then "
        "compares that with the plan.",
    ),
    "situation_gap": (
        "各组分头查“{matter}”，逐项写明做到、未做到和证据。",
        "Each group looks at “{matter}” and writes down, item by item, what is done, what is not, and the proof.",
    ),
    "situation_field": (
        "有一处“{matter}”方面的隐患一直没有整改；到场的几个单位都说不归自己管。",
        "A hidden danger in “{matter}” has not been removed; each of those present says that it is not theirs.",
    ),
    "situation_duty": (
        "核对这一项：“{matter}”。拿不出落实的记录，到场的人说不清由谁负责、做到什么程度。",
        "This is checked: “{matter}”. There is no record of it, and those present cannot say who answers for it or how far it has "
        "to go.",
    ),
    "situation_point": (
        "核对这一项：“{matter}”。拿不出落实的记录，对还应当做到什么，各人说法不一。",
        "This is checked: “{matter}”. There is no record of it, and those present disagree about what else has to be done.",
    ),
    "situation_dated": (
        "核对这一项：“{matter}”。得到的回答是“正在做”，没有人说得出应当何时完成。",
        "This is checked: “{matter}”. The reply is “under way”, and nobody can say when it has to be done.",
    ),
    "situation_figure": (
        "问到“{matter}”的进度，各人报的目标不一样。",
        "Asked how far “{matter}” have got, each of those present names other targets.",
    ),
    "asks_budget": (
        "规划要求做哪些事？每件由谁负责、要多少投入、何时完成？先做哪一件，为什么？",
        "What does the plan require to be done? Who answers for each item, what does it cost, and by when is it done? Which comes "
        "first, and why?",
    ),
    "asks_accident": (
        "规划要求企业做到哪些事？缺了哪一件最可能酿成这起事故？您怎样证明已经做到？",
        "What does the plan require firms to do? Which of it, left undone, is most likely to have led to this? How do you prove that it "
        "was done?",
    ),
    "asks_gap": (
        "规划列出哪些要求？哪一项最难拿出证据？由谁在什么时候补上？",
        "What does the plan require? For which item is proof hardest to find? Who makes it good, and by when?",
    ),
    "asks_who": ("按规划，由谁负责？", "Who answers for it by the plan?"),
    "asks_lead": ("按规划，由谁牵头？", "Who leads by the plan?"),
    "asks_support": ("还有哪些单位负责或者配合？", "Who else is responsible or supports?"),
    "asks_what": ("规划要求做哪些事？", "What does the plan require to be done?"),
    "asks_when": ("规划要求何时完成？", "By when is it due by the plan?"),
    "asks_figure": ("规划定的目标各是多少？", "Which target does the plan set for each?"),
    "asks_year": ("何时达到？", "By when?"),
    f"asks_{_PARTY}": ("据此，您当场提出哪些要求？", "So what do you ask for on the spot?"),
    f"asks_{_DEPUTY}": ("据此，会上要定下哪些事？", "So what has to be settled at the meeting?"),
    f"asks_{_OFFICE}": ("据此，检查要逐项核对什么？", "So what has to be checked, item by item?"),
    f"asks_{_FIRM}": ("据此，本企业要逐项核对什么？", "So what does your firm have to check, item by item?"),
    "solved_lead": ("牵头单位：{units}。", "Leads: {units}."),
    "solved_who": ("责任单位：{units}。", "Responsible: {units}."),
    "solved_support": ("责任单位：{units}。", "Also responsible: {units}."),
    "solved_help": ("配合单位：{units}。", "Supports: {units}."),
    "solved_when": ("时限：{when}。", "Due: {when}."),
    "solved_past": (
        "时限：{when}（已过）。",
        "Due: {when} (this has passed).",
    ),
    "expected": ("好的回答应包含：{points}。{on}", "A good answer holds: {points}. {on}"),
    "debrief_budget": (
        "追问：没有排上的那一件，今年靠什么控制风险？",
        "Then ask: what controls the danger this year in what was put off?",
    ),
    "debrief_accident": (
        "追问：事故前最近一次检查是什么时候，谁签的字，为什么没有发现？",
        "Then ask: when was the last check before the accident, who signed it, and why was nothing found?",
    ),
    "debrief_gap": (
        "追问：两个组对同一项判断不同时，以什么为准？",
        "Then ask: where two groups judge an item differently, what decides?",
    ),
    "debrief_field": (
        "追问：这个单位不在场时，谁先控制现场？",
        "Then ask: who secures the site if that office is not there?",
    ),
    "debrief_duty": (
        "追问：负责的单位迟迟不动时，通过什么程序督促？",
        "Then ask: by which procedure is an office pressed that does not move?",
    ),
    "debrief_point": ("追问：拿什么记录证明已经做到？", "Then ask: which record would prove that it is done?"),
    "debrief_dated": (
        "追问：拿什么记录证明按期完成？没有完成的怎样补上？",
        "Then ask: what proves that it was done in time, and who makes the rest good?",
    ),
    "debrief_figure": (
        "追问：现在的数由谁提供，怎样核实？",
        "Then ask: who supplies today's figure, and how is it verified?",
    ),
}
"""Situations that state nothing but the matter, what is asked of it, and what a good answer holds."""
