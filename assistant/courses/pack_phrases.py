"""The words of a pack itself, in both languages: what stands in the material that is handed out."""

from __future__ import annotations

from assistant.courses.lesson_phrases import AIMS, GROUPS
from assistant.courses.note_phrases import NOTES
from assistant.courses.parts.exercise_phrases import EXERCISES
from assistant.courses.question_phrases import QUESTIONS
from assistant.courses.types import Audience, Matter, Part, QuizKind
from assistant.types import Language
from assistant.wording.phrasebook import Phrasebook
from assistant.wording.short_places import short_place
from index import Document

_TABLE: dict[str, tuple[str, str]] = {
    "title": ("安全生产培训材料", "Work-safety training"),
    "whole": ("全部内容", "all topics"),
    "plans": ("规划", "Plans"),
    "topics": ("主题", "Topics"),
    "audience": ("对象", "For"),
    "length": ("时长", "Length"),
    "hours": ("{hours}小时", "{hours} h"),
    "minutes": ("{count}分钟", "{count} min"),
    "agenda": ("日程", "Agenda"),
    "break": ("休息与机动", "Breaks and reserve"),
    "pause": ("休息", "Break"),
    "reserve": ("机动", "Reserve"),
    "goes_on": ("（续）", " (continued)"),
    "own_time": (
        "本单位自查与补充（所选规划的资料可讲约{count}分钟；余下时间用于对照自查、补充本单位的材料和案例）",
        "Your own material (the plans fill about {count} minutes; use the rest to check your own practice and to add your own "
        "papers and cases)",
    ),
    "quiz": ("测验", "Quiz"),
    "answers": ("测验答案", "Answers to the quiz"),
    "answer": ("答案", "Answer"),
    "quiz_number": ("题号", "No."),
    "quiz_kind": ("题型", "Kind"),
    "quiz_level": ("难度", "Difficulty"),
    "quiz_level_at": ("难度：{level}", "difficulty: {level}"),
    "quiz_level_1": ("易", "easy"),
    "quiz_level_2": ("中", "medium"),
    "quiz_level_3": ("难", "hard"),
    "quiz_why": ("解析", "Explanation"),
    "quiz_quote": ("原文", "Quote"),
    "quiz_own": ("自拟题，无出处", "the trainer's own question, no source"),
    "quiz_changed": ("已由培训者修改", "changed by the trainer"),
    "quiz_name": (
        "姓名：＿＿＿＿＿＿　单位：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿",
        "Name: ______________   Office: ______________   Date: __________",
    ),
    "sources": ("出处", "Sources"),
    "talking": ("讲话要点", "Talking points"),
    "scenarios": ("情景题", "Scenarios"),
    "situation": ("情景（假设）", "Situation (made up)"),
    "scenario_question": ("问题", "Question"),
    "solution": ("参考解答", "Solution"),
    "by_model": (
        "由语言模型据所列段落撰写，逐句核对",
        "Written by a language model from the passages, each sentence checked",
    ),
    "by_model_sample": ("虚线", "Dotted"),
    "model_failed": (
        "语言模型没有作答，材料中没有讲话要点和情景题。",
        "The language model gave no answer; the material has no talking points or scenarios.",
    ),
    "model_unproven": (
        "语言模型所写内容未能由所列段落证实，材料中没有讲话要点和情景题。",
        "What the language model wrote is not proven by the passages; the material has no talking points or scenarios.",
    ),
    "unchecked": ("机器译文，未经人工核对", "Machine translation, unchecked"),
    "unchecked_note": (
        "",
        "What is marked as machine translation was not checked by a person; the Chinese beside it is what counts.",
    ),
    "unofficial_note": (
        "",
        "The English of the plans is an unofficial translation made for this program; the Chinese text, which stands in the "
        "list of sources, counts.",
    ),
    "original": ("原文", "Original"),
    "in_place": ("〔{place}〕{said}", "({place}) {said}"),
    "page": ("第{page}页", "p. {page}"),
    "note": (
        "每一行都摘自所列规划，方括号内编号对应文末出处；使用前请核对原文和现行有效文件。",
        "Every line is drawn from the plans listed; the number in brackets leads to its source. "
        "Check the original wording and the plan in force before use.",
    ),
    "by_model_note": (
        "讲话要点和情景题由语言模型据这些摘录撰写，逐句核对；情景是假设的。",
        "Talking points and scenarios were written by a language model from these lines, each sentence checked; situations are "
        "made up.",
    ),
    "right": ("正确", "True"),
    "wrong": ("错误", "False"),
    f"part_{Part.AIMS}": ("教学目标", "Aims of the lesson"),
    f"part_{Part.POINTS}": ("要点", "Key points"),
    f"part_{Part.DUTIES}": ("谁负责什么", "Who answers for what"),
    f"part_{Part.FIGURES}": ("应知数据", "Figures to know"),
    f"part_{Part.DEADLINES}": ("应知时限", "Deadlines to know"),
    f"part_{Part.CASES}": ("事故与问题", "Accidents and problems named"),
    f"part_{Part.DISCUSSION}": ("讨论题", "For discussion"),
    f"part_{Part.CHECKLIST}": ("对照检查表", "Checklist for your firm"),
    f"audience_{Audience.PARTY_HEAD}": ("党政主要负责人", "Heads of Party committees and governments"),
    f"audience_{Audience.DEPUTY_HEAD}": ("分管领导", "Leaders in charge of the field"),
    f"audience_{Audience.DEPARTMENT_HEAD}": ("部门负责人", "Heads of departments"),
    f"audience_{Audience.ENTERPRISE_HEAD}": ("企业主要负责人", "Heads of enterprises"),
    "quiz_common": ("各领域通用", "General"),
    f"kind_{QuizKind.SINGLE}": ("单选", "Single choice"),
    f"kind_{QuizKind.MULTIPLE}": ("多选", "Choose all that apply"),
    f"kind_{QuizKind.TRUE_FALSE}": ("判断", "True or false"),
    f"kind_{QuizKind.FILL}": ("填空", "Fill the gap"),
    "task": ("任务{number}（{what}）", "task {number}, “{what}”"),
    "task_in_part": ("任务{number}（“{what}”等）", "task {number} (“{what}”, among other things)"),
    "task_in_table": ("“{caption}”第{number}项（{what}）", "item {number} of “{caption}”, “{what}”"),
    "task_unnumbered": ("{what}", "{what}"),
    "led": ("{task}：{units}", "{task} – {units}"),
    "role_lead": ("牵头单位", ""),
    "role_support": ("责任单位", ""),
    "acts_lead": ("", "leads"),
    "acts_support": ("", "is responsible for"),
    "acts_together_lead": ("", "lead"),
    "acts_together_support": ("", "are responsible for"),
    "done_lead": ("", "led"),
    "done_support": ("", "answered for"),
    "lead": ("牵头单位{units}", "lead: {units}"),
    "support": ("责任单位{units}", "responsible: {units}"),
    "answers_for": ("{units}：{what}", "{units}: {what}"),
    "also_drafts": ("；制定并实施{drafts}", "; draws up and carries out: {drafts}"),
    "ask_drafts": (
        "按{plan}，哪个单位负责制定并实施“{drafts}”？",
        "By {plan}, which office draws up and carries out the following: {drafts}?",
    ),
    "claim_drafts": (
        "按{plan}，{units}负责制定并实施“{drafts}”。",
        "By {plan}, {units} draws up and carries out the following: {drafts}.",
    ),
    "ask_leads": (
        "按{plan}，{task}的{role}是谁？",
        "By {plan}, who {acts} {task}?",
    ),
    "ask_leads_several": (
        "按{plan}，{task}的{role}是哪几个？",
        "By {plan}, which offices together {acts_together} {task}?",
    ),
    "claim_leads": (
        "按{plan}，{task}的{role}是{units}。",
        "By {plan}, {task} is {done} by {units}.",
    ),
    "ask_field": (
        "按{plan}的分工，哪个单位的职责中有“{field}”？",
        "By {plan}, to which office does this task fall: {field}?",
    ),
    "claim_field": (
        "按{plan}，{units}的职责有“{field}”。",
        "By {plan}, this task falls to {units}: {field}.",
    ),
    "ask_statements": (
        "下列说法中，哪些符合{plan}“{section}”部分的规定？",
        "Which of these statements agree with {plan}, under “{section}”?",
    ),
    "claim_statements": (
        "{plan}“{section}”部分规定：{statements}。",
        "Under “{section}”, {plan} says this: {statements}.",
    ),
    "said_fall": ("“{row}”下降{value}{basis}", "“{row}” should fall by {value}{basis}"),
    "said_level": ("“{row}”达到{value}{basis}", "“{row}” should reach {value}{basis}"),
    "ask_measures": (
        "在“{section}”方面，下列哪些是{plan}提出的要求？",
        "Which of these does {plan} call for on “{section}”?",
    ),
    "ask_measure": (
        "在“{section}”方面，下列哪一项是{plan}提出的要求？",
        "Which one of these does {plan} call for on “{section}”?",
    ),
    "claim_measures": (
        "在“{section}”方面，{plan}提出：{measures}。",
        "On “{section}”, {plan} calls for this: {measures}.",
    ),
    "ask_fall": (
        "{plan}要求“{row}”下降多少{basis}？",
        "By {plan}, by how much should the figure for “{row}” fall{basis}?",
    ),
    "claim_fall": (
        "{plan}要求“{row}”下降{value}{basis}。",
        "By {plan}, the figure for “{row}” should fall by {value}{basis}.",
    ),
    "ask_level": (
        "{plan}为“{row}”定的目标是多少{basis}？",
        "What target does {plan} set for “{row}”{basis}?",
    ),
    "claim_level": (
        "{plan}为“{row}”定的目标是{value}{basis}。",
        "The target that {plan} sets for “{row}”{basis} is {value}.",
    ),
    "against": ("（与{base}相比）", " (against the {base})"),
    f"ask_{Matter.FIGURE}": (
        "{plan}提出：“{sentence}”。空格处的数是多少？",
        "Which figure does {plan} set? {sentence}",
    ),
    f"ask_{Matter.DEADLINE}": (
        "{plan}提出：“{sentence}”。空格处是哪一年？",
        "Which year does {plan} set? {sentence}",
    ),
    f"ask_{Matter.OFTEN}": (
        "{plan}提出：“{sentence}”。空格处应为多久一次？",
        "How often, by {plan}? {sentence}",
    ),
    "claim_gap": (
        "{plan}提出：“{sentence}”。",
        "{plan} says: {sentence}",
    ),
    "from_period": ("{period}……", "{period} … "),
    "in_period": ("（{period}）", " ({period})"),
}


wording = Phrasebook(_TABLE, GROUPS, AIMS, EXERCISES, QUESTIONS, NOTES)
"""The wording of a key in the language of the pack, with its `{name}` parts filled."""


def hours_label(hours: float, language: Language) -> str:
    """The length of a lesson: "2小时", "0.5 h"."""
    return wording(language, "hours", hours=f"{hours:g}")


def plan_name(document: Document, language: Language) -> str:
    """Place and period of a plan: "克州2024—2026年规划", "the Kizilsu plan for 2024–2026"."""
    place = short_place(document, language)
    bounds = tuple(dict.fromkeys(str(year) for year in document.period)) if document.period else ()
    if language is Language.EN:
        return f"the {place} plan for {'–'.join(bounds)}" if bounds else f"the {place} plan"
    return f"{place}{'—'.join(bounds)}年规划" if bounds else f"{place}规划"
