"""The words by which a pack teaches: its groups and columns, aims and notes, in both languages."""

from __future__ import annotations

from assistant.courses.types import Audience, Part
from assistant.wording.phrasebook import Phrase
from index import Status

_PARTY, _DEPUTY, _OFFICE, _FIRM = Audience

GROUPS: dict[str, Phrase] = {
    "handout": ("学员手册", "Handout"),
    "read_on": ("延伸阅读", "Where to read on"),
    "exercises": ("情景演练", "Exercises"),
    "exercise": ("演练{number}", "Exercise {number}"),
    "time_past": ("已到期", "Past"),
    "time_running": ("正在进行", "Running"),
    "time_to_come": ("即将到期", "To come"),
    "aims_able": ("学完以后，您能够", "After the lesson you will be able to"),
    "aims_plan": ("规划自己的目标", "What the plan itself aims at"),
    "duties_offices": ("部门和单位的分工", "Offices and their duties"),
    "duties_firms": ("企业自己的责任", "What firms answer for themselves"),
    "duties_posts": ("负责人和从业人员的责任", "What heads and staff answer for"),
    "and_others": ("{named}；{others}", "{named}; {others}"),
    "others_of_role": ("{told}；{others}。", "{told}. In the same role: {others}."),
    "duties_common": ("各领域都适用的职责", "Duties that hold in every field"),
    "figures_aimed": ("目标", "Targets"),
    "figures_firms": ("涉及企业的指标（按全地区算）", "Targets that concern firms (counted over the area)"),
    "figures_area": ("本地区的目标（企业参照）", "Targets of the area, for reference"),
    "figures_reached": ("现状与历史", "What was reached"),
    "cases_accidents": ("事故", "Accidents"),
    "cases_problems": ("问题", "Problems"),
    "group_left": (
        "{section}（原文另有{count}项）",
        "{section} (+{count} in the plan)",
    ),
    "group_common": ("各领域都适用：{theme}", "In every field: {theme}"),
    "firm_own": ("企业要做到", "What a firm has to do"),
    "firm_pressed": ("监管部门将督促企业做到", "What supervisors will press firms to do"),
    "firm_checked": ("监管部门将怎样检查和处罚", "How supervisors check and punish"),
    "firm_in_section": ("{told}：{section}", "{told}: {section}"),
    "theme_leading": ("领导责任", "responsibility of those who lead"),
    "theme_deciding": ("需要您决策：投入、机构与保障", "decisions for you: funds, staff and means"),
    "theme_assessing": ("考核、巡查与问责", "appraisal, inspection and accountability"),
    "theme_coordinating": ("统筹协调", "coordination"),
    "theme_pressing": ("督导督办", "supervision and pressing for results"),
    "theme_enforcing": ("许可、检查与执法", "licences, inspection and enforcement"),
    "theme_removing": ("排查整治", "finding and removing hidden dangers"),
    "theme_teaching": ("宣传与培训", "publicity and training"),
    "theme_firm_duties": ("企业必须做到的", "what a firm must do"),
    "theme_staff": ("人员、培训与演练", "staff, training and drills"),
    "theme_checks": ("检查与处罚", "checks and penalties"),
    "column_matter": ("事项", "Matter"),
    "column_lead": ("牵头（主责）单位", "Leads"),
    "column_owes": ("由谁做到", "Who has to"),
    "column_item": ("企业要做到的", "What a firm has to do"),
    "column_done": ("做到", "Done"),
    "column_undone": ("未做到", "Not done"),
    "column_proof": ("证据", "Proof"),
    "column_support": ("责任（配合）单位", "Supports"),
    "column_people": ("规划所列人员", "Person named in the plan"),
    "column_indicator": ("指标", "Indicator"),
    "column_target": ("数值（时期）", "Value (period)"),
    "column_base": ("比较基数", "Compared with"),
    "column_means": ("意味着", "What that means"),
    "column_status": ("性质", "Kind"),
    "column_date": ("时间", "Date"),
    "column_due": ("要完成的事", "What is due"),
    "column_who": ("牵头（负责）单位", "Who leads or answers"),
    "status_binding": ("约束性", "binding"),
    "status_expected": ("预期性", "expected"),
    f"status_{Status.TARGET}": ("目标", "target"),
    f"status_{Status.ACHIEVED}": ("已实现", "reached"),
    f"status_{Status.RULE}": ("规定", "rule"),
    "means_none": ("一起（人）也不允许", "not a single one"),
    "means_cut": ("原来每100，降到{left}", "of every 100 before, {left} are left"),
    "means_cut_about": ("原来每100，降到约{left}", "of every 100 before, about {left} are left"),
    "means_cut_at_most": ("原来每100，降到{left}或更少", "of every 100 before, {left} or fewer are left"),
    "means_all": ("全部做到，没有例外", "all of them, without exception"),
    "means_share": ("每100中至少{count}", "at least {count} in every 100"),
    "means_more_share": ("每100中多于{count}", "more than {count} in every 100"),
    "means_at_most_share": ("每100中至多{count}", "at most {count} in every 100"),
    "means_less": ("比基数少{difference}（{share}%）", "{difference} ({share}%) less than before"),
    "means_more": ("比基数多{difference}（{share}%）", "{difference} ({share}%) more than before"),
    "means_over": ("期限已过，要问结果", "that time is over: ask for the result"),
    "means_same": ("与基数持平", "the same as before"),
    "note_source": ("出处：{section}。", "Source: {section}."),
    "note_whole": ("原文：“{whole}”", "The plan in full: “{whole}”"),
    "note_past": (
        "约{months}前已到期：请学员说明完成情况和凭据。",
        "Due about {months} ago: ask for the result and the proof.",
    ),
    "note_left": ("距到期约{months}。", "About {months} left."),
    "month": ("1个月", "1 month"),
    "months": ("{count}个月", "{count} months"),
    "years": ("{count}年", "{count} years"),
    "caution": ("请注意", "Please note"),
    "run_out": (
        "{plans}的规划期已经结束：请核对现行有效文件；已到期的目标和任务，要问完成结果。",
        "{plans} has run out: check what is in force now, and ask for the result of what it set.",
    ),
    "run_out_several": (
        "{plans}的规划期已经结束：请核对现行有效文件；已到期的目标和任务，要问完成结果。",
        "{plans} have run out: check what is in force now, and ask for the result of what they set.",
    ),
    "thin": (
        "所选规划直接谈到“{topic}”的段落只有{count}段；其余内容各领域通用，已分别标明。请补充本地区、本行业的材料和案例。",
        "The plans say little on {topic}: passages that speak of it: {count}. What holds in every field is marked as that. Add "
        "material and cases of your own place.",
    ),
    "no_case": (
        "没有在规划中找到专门讲本主题事故或问题的段落：请讲者补充一个本地区的案例。",
        "No passage on accidents or problems of the topic was found in the plans: bring a case of your own place.",
    ),
    "commitments": ("我的承诺", "My commitments"),
    "commitment": ("要做的事", "What I will do"),
    "commitment_by": ("完成时间", "By when"),
    "commitment_proof": ("凭什么证明", "What proves it"),
    "own_notes": ("笔记", "Notes"),
    "due_common": ("{due}（各领域）", "{due} (all fields)"),
}
"""Headings within parts, columns, meanings of figures, notes."""

AIMS: dict[str, Phrase] = {
    f"aim_{Part.DUTIES}_{_PARTY}": (
        "说出“{matter}”等事项由谁牵头，并明确自己向谁要结果",
        "name who leads matters such as “{matter}”, and whom to hold to account for the result",
    ),
    f"aim_{Part.POINTS}_{_PARTY}": (
        "就“{matter}”等要求，决定本地区的部署、投入和考核",
        "decide on orders, funds and appraisal in your area for requirements such as “{matter}”",
    ),
    f"aim_{Part.FIGURES}_{_PARTY}": (
        "说出“{matter}”等指标的目标，并判断本地区能否达到",
        "state the targets for indicators such as “{matter}”, and judge whether your area will meet them",
    ),
    f"aim_{Part.DEADLINES}_{_PARTY}": (
        "列出“{matter}”等事项的时限，并安排到期前的督查",
        "list the dates for matters such as “{matter}”, and order the checks to be made before them",
    ),
    f"aim_{Part.DUTIES}_{_DEPUTY}": (
        "画出“{matter}”等事项的牵头和配合关系，指出需要您协调的接口",
        "draw who leads and who supports in matters such as “{matter}”, and point out where you must coordinate",
    ),
    f"aim_{Part.DEADLINES}_{_DEPUTY}": (
        "按“{matter}”等时限排出督办计划",
        "make a schedule of supervision for dates such as “{matter}”",
    ),
    f"aim_{Part.POINTS}_{_DEPUTY}": (
        "把“{matter}”等要求分解到牵头部门，并约定怎样验收",
        "hand requirements such as “{matter}” to the leading offices, and agree how they are checked",
    ),
    f"aim_{Part.FIGURES}_{_DEPUTY}": (
        "用“{matter}”等指标判断分管领域的差距",
        "measure the gap in your field by indicators such as “{matter}”",
    ),
    f"aim_{Part.DUTIES}_{_OFFICE}": (
        "说出“{matter}”等事项由谁牵头，并讲清本部门的职责和接口",
        "name who leads matters such as “{matter}”, and explain your department's own duties and where they meet others",
    ),
    f"aim_{Part.POINTS}_{_OFFICE}": (
        "把“{matter}”等要求变成本部门的检查清单",
        "turn requirements such as “{matter}” into your department's checklist",
    ),
    f"aim_{Part.DEADLINES}_{_OFFICE}": (
        "按“{matter}”等时限安排本部门的工作",
        "plan your department's work by dates such as “{matter}”",
    ),
    f"aim_{Part.FIGURES}_{_OFFICE}": (
        "说出“{matter}”等指标的数值，并算出本部门的差距",
        "state the values of indicators such as “{matter}”, and work out your department's gap",
    ),
    f"aim_{Part.CASES}_{_FIRM}": (
        "对照“{matter}”，判断本企业有没有同样的问题",
        "judge whether your firm has the same problem as “{matter}”",
    ),
    f"aim_{Part.POINTS}_{_FIRM}": (
        "对照“{matter}”等要求自查本企业，列出没有做到的",
        "check your own firm against requirements such as “{matter}”, and list what is not met",
    ),
    f"aim_{Part.DUTIES}_{_FIRM}": (
        "说出“{matter}”等要求落在谁身上，并指定本企业由谁查验",
        "say whom requirements such as “{matter}” bind, and name who verifies them in your firm",
    ),
    f"aim_{Part.FIGURES}_{_FIRM}": (
        "说出“{matter}”等指标对本企业意味着什么",
        "say what indicators such as “{matter}” mean for your firm",
    ),
    f"aim_{Part.DEADLINES}_{_FIRM}": (
        "按“{matter}”等时限排出本企业的整改计划",
        "make your firm's plan of rectification by dates such as “{matter}”",
    ),
}
"""What is learnt, by part and audience."""
