"""The words by which a pack teaches: its groups and columns, aims, questions, exercises and notes, in both languages."""

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
    "and_others": ("{named}；{others}", "{named}; {others}"),
    "others_of_role": ("{told}；{others}。", "{told}. In the same role: {others}."),
    "duties_common": ("各领域都适用的职责", "Duties that hold in every field"),
    "figures_aimed": ("目标", "Targets"),
    "figures_reached": ("现状与历史", "What was reached"),
    "cases_accidents": ("事故", "Accidents"),
    "cases_problems": ("问题", "Problems"),
    "group_common": ("各领域都适用：{theme}", "In every field: {theme}"),
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
    "column_support": ("责任（配合）单位", "Supports"),
    "column_people": ("规划所列人员", "Person named in the plan"),
    "column_indicator": ("指标", "Indicator"),
    "column_target": ("数值（时期）", "Value (period)"),
    "column_base": ("比较基数", "Compared with"),
    "column_means": ("意味着", "What that means"),
    "column_status": ("性质", "Kind"),
    "column_date": ("时间", "Date"),
    "column_due": ("要完成的事", "What is due"),
    "column_who": ("牵头单位", "Who leads"),
    "status_binding": ("约束性", "binding"),
    "status_expected": ("预期性", "expected"),
    f"status_{Status.TARGET}": ("目标", "target"),
    f"status_{Status.ACHIEVED}": ("已实现", "reached"),
    f"status_{Status.RULE}": ("规定", "rule"),
    "means_none": ("一起（人）也不允许", "not a single one"),
    "means_cut": ("原来每100，降到{left}", "of every 100 before, {left} are left"),
    "means_cut_about": ("原来每100，降到约{left}", "of every 100 before, about {left} are left"),
    "means_all": ("全部做到，没有例外", "all of them, without exception"),
    "means_share": ("每100中至少{count}", "at least {count} in every 100"),
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
        "规划没有提到与主题有关的事故或问题：请讲者补充一个本地区的案例。",
        "The plans name no accident or problem on the topic: bring a case of your own place.",
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
        "说出“{matter}”等事项由谁负责、谁会来检查",
        "say who answers for matters such as “{matter}”, and who will come to inspect",
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

EXERCISES: dict[str, Phrase] = {
    "situation_who": (
        "督查时发现，“{matter}”这件事拖了一段时间没有进展；几个单位都认为该由别人先动手。",
        "A visit finds no progress for some time with “{matter}”; each of several offices holds that another should act first.",
    ),
    "situation_topic": (
        "某地检查时发现一处{matter}方面的隐患，拖了一段时间没有整改；到场的几个单位都认为该由别人先动手。",
        "At an inspection somewhere, a hidden danger in {matter} is found. It has been left for some time; each of the offices "
        "that came holds that another should act first.",
    ),
    "situation_when": (
        "上级来函，要求一周内说明“{matter}”的进展；您手上的记录不全，有的单位还没有报。",
        "A letter from above asks for a report within a week on progress with “{matter}”. Your records are incomplete; some "
        "offices have not reported.",
    ),
    "situation_past": (
        "上级来函，要求一周内说明“{matter}”是否完成；您手上的记录不全，有的单位还没有报。",
        "A letter from above asks within a week whether “{matter}” is done. Your records are incomplete; some offices have not "
        "reported.",
    ),
    "situation_figure": (
        "季度分析会上，“{matter}”的进度落后，参会单位对原因各有说法。",
        "At a quarterly review, progress on “{matter}” is behind, and those present disagree about the reason.",
    ),
    "situation_inspected": (
        "检查人员到某企业，发现“{matter}”没有做到；企业负责人说，知道这项要求，但一直没有安排人。",
        "Inspectors at a firm find that “{matter}” is not done. Its head knows the requirement but has put nobody in charge.",
    ),
    "debrief_who": (
        "先让各组写出顺序再对照参考解答；追问：牵头单位迟迟不动时，由谁、通过什么程序督促？",
        "Let the groups write down the order before they see the solution; then ask who presses a lead that does not move, and how.",
    ),
    "debrief_topic": (
        "先让各组写出顺序再对照参考解答；追问：牵头单位不在场时，谁先控制现场？",
        "Let the groups write down the order before they see the solution; then ask who secures the site if the lead is absent.",
    ),
    "debrief_when": (
        "请一组当场念汇报，其余各组只问凭据。",
        "Let one group read its report aloud; the others ask only for proof.",
    ),
    "debrief_past": (
        "请一组当场念汇报，其余各组只问凭据。",
        "Let one group read its report aloud; the others ask only for proof.",
    ),
    "debrief_figure": (
        "要求写出算式；没有本地区数据的，说明找谁要、何时要到。",
        "Ask for the sum in writing; who lacks local figures says whom to ask and by when.",
    ),
    "debrief_inspected": (
        "先让学员以企业负责人身份回答，再换成检查人员追问。",
        "Participants answer first as the head of the firm, then question each other as inspectors.",
    ),
    f"task_who_{_PARTY}": (
        "按规划，责任应当落到谁？您当天要作出哪两项决定，向谁要结果，用什么考核？",
        "Where does responsibility lie by the plan? Which two decisions do you take that day, from whom do you want results, and "
        "how are they appraised?",
    ),
    f"task_who_{_DEPUTY}": (
        "按规划，由谁牵头、谁配合？您开协调会请哪些单位，会上定下哪三件事？",
        "Who leads and who supports by the plan? Whom do you call to a meeting, and which three things are settled there?",
    ),
    f"task_who_{_OFFICE}": (
        "按规划，由谁牵头、谁配合？写出前三步：谁先做什么、通知谁、何时复查；本部门在哪一步？",
        "Who leads and who supports by the plan? Write down the first three steps: who does what, whom to inform, when to check "
        "again. Where does your department come in?",
    ),
    f"task_who_{_FIRM}": (
        "如果隐患在您的企业，您会接到哪个部门的通知？企业自己先做什么，向谁报告？",
        "If the danger were in your firm, which office would you hear from? What does the firm do first, and to whom does it report?",
    ),
    f"task_when_{_PARTY}": (
        "规划要求何时完成？若不能按期完成，您调整人员、资金还是时限？理由是什么？",
        "When is it due by the plan? If it cannot be met, do you change people, funds or the date, and why?",
    ),
    f"task_when_{_DEPUTY}": (
        "规划要求何时完成、由谁完成？排出从今天到上报的督办安排。",
        "When is it due by the plan, and from whom? Draw up the steps of supervision from today until the report.",
    ),
    f"task_when_{_OFFICE}": (
        "规划要求何时完成、由谁完成？写三句话的汇报：已做什么、还差什么、何时补上。",
        "When is it due by the plan, and from whom? Write a report of three sentences: what is done, what is missing, by when it "
        "is made good.",
    ),
    f"task_when_{_FIRM}": (
        "这一时限对您的企业意味着什么？倒排出三个节点，各由谁负责？",
        "What does this date mean for your firm? Count back three milestones and name who answers for each.",
    ),
    "task_past": (
        "规划要求何时完成？时限已经过去：凭什么证明完成？没有完成的由谁、何时补上，怎样上报？",
        "When was it due by the plan? That date has passed: what proves that it is done? What is not: who makes it good, by when, "
        "and how is it reported?",
    ),
    f"task_figure_{_PARTY}": (
        "目标是多少、与什么相比？本地区差多少？您会把有限的投入放在哪里，放弃什么？",
        "What is the target, and against what? How far off is your area? Where do you put limited funds, and what do you give up?",
    ),
    f"task_figure_{_DEPUTY}": (
        "目标是多少、与什么相比？差距出在哪个环节，应由哪个单位采取措施？",
        "What is the target, and against what? At which link does the gap arise, and which office must act?",
    ),
    f"task_figure_{_OFFICE}": (
        "目标是多少、与什么相比？先算出本地区的差距，再提出本部门能做的两项措施。",
        "What is the target, and against what? Work out the local gap first, then name two measures that your department can take.",
    ),
    f"task_figure_{_FIRM}": (
        "目标是多少？您的企业在其中占什么位置，能拿出哪项数据？",
        "What is the target? Where does your firm stand in it, and which data can you show?",
    ),
    f"task_inspected_{_FIRM}": (
        "企业应当做什么、由谁负责？关于检查和处罚，规划有什么规定？您在24小时内做哪三件事？",
        "What must the firm do, and who answers for it? What does the plan say of checks and penalties? Which three things do you "
        "do within 24 hours?",
    ),
}
"""Situations that state nothing of a plan, and what is asked about them."""
