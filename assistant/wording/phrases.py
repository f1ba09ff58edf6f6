"""The fixed sentences of answers, in Chinese and English: refusals, contradictions, comparisons, computations."""

from __future__ import annotations

from assistant.types import Language
from assistant.wording.in_english import beside, bilingual
from assistant.wording.phrasebook import Phrase, Phrasebook
from index.translation.english import English

_ANSWERS: dict[str, Phrase] = {
    "contrary": ("规划另一处的数字不同：{told}", "Elsewhere the plan gives another figure: {told}"),
    "unknown_place": ("现有规划不含{places}，无法回答。", "No plan here covers {places}, so this cannot be answered."),
    "unknown_place_beside": (
        "现有规划不含{places}，无法回答；已收录的是{plans}的规划。",
        "No plan here covers {places}, so this cannot be answered; the plans cover {plans}.",
    ),
    "and_more": ("{places}和另外{more}个地方", "{places} and {more} more"),
    "of_many": ("{plans}等另有{more}份文件都", "{plans} and {more} other papers"),
    "not_told": ("现有规划没有说明这一点。", "The plans do not tell this."),
    "not_told_by_one": ("{plans}的规划没有说明这一点。", "The {plans} plan does not tell this."),
    "not_told_by_several": ("{plans}的规划没有说明这一点。", "The {plans} plans do not tell this."),
    "not_told_by_kind": ("{plans}的{kind}没有说明这一点。", "This is not told in the {plans} {kind}."),
    "not_told_by": ("{plans}没有说明这一点。", "This is not told in: {plans}."),
    "not_told_of": ("{plans}没有写明{office}的这项内容。", "{plans}: this is not told of the {office}."),
    "no_member": ("所列人员中没有{office}的人。", "Nobody of the {office} is among those listed."),
    "no_such_part": ("《{law}》没有{part}，最后是{last}。", "{law}: there is no {part}; the last is {last}."),
    "no_such_parts": ("《{law}》没有{part}。", "{law}: there is no {part}."),
    "no_such_law": ("现有文件不含《{law}》，无法回答。", "No paper here is the {law}, so this cannot be answered."),
    "part_not_told": ("未见关于“{asked}”的内容。", "Not told: “{asked}”."),
    "blank_cell": ("表中列有“{cell}”，但这一格是空白[1]。", "Its table has a cell for {cell}, which is blank [1]."),
    "nearest": ("相近的内容见{heading}[1]。", "Nearest passage: {heading} [1]."),
    "model_failed": (
        "语言模型没有作答，以上内容取自文件原文。",
        "The language model gave no answer; this was put together from the papers' own sentences.",
    ),
    "model_not_read": (
        "语言模型没有读题，问题按原话理解。",
        "The language model did not read the question, which was taken as it stands.",
    ),
    "model_unproven": (
        "语言模型的回答未能由原文证实，以上内容取自文件原文。",
        "What the language model wrote is not proven by the passages; this was put together from the papers' own sentences.",
    ),
    "model_not_told": (
        "语言模型认为找到的段落没有写明所问的内容。",
        "The language model finds that the passages do not tell what was asked.",
    ),
    "model_broke_off": (
        "语言模型中途停止，以上是它已写出并核对过的内容。",
        "The language model broke off; above stands what it wrote and what holds of it.",
    ),
    "model_left_out": (
        "语言模型未答全，其余部分取自文件原文。",
        "The language model left out a part, which was put together from the papers' own sentences.",
    ),
    "closest": ("最接近的原文——{told}", "Closest passage: {told}"),
    "own_title": ("全称是《{told}》。", "Its full title is {told}."),
    "own_number": ("文号是{told}。", "Its document number is {told}."),
    "own_issuer": ("由{told}印发。", "It was issued by {told}."),
    "own_issued": ("{told}印发（发布）。", "It was issued on {told}."),
    "own_days": ("{told}。", "{told}."),
    "own_in_force": ("自{told}起施行。", "It is in force from {told}."),
    "own_untold": ("文中没有写明{told}。", "It does not give {told}."),
    "own_name_title": ("全称", "its full title"),
    "own_name_document_number": ("文号", "a document number"),
    "own_name_issuer": ("印发单位", "who issued it"),
    "own_name_issued": ("印发（发布）日期", "the day of its issue"),
    "own_name_in_force": ("施行日期", "a day on which it takes effect"),
    "own_name_plan_period": ("规划期", "the years that it covers"),
    "own_name_chapters": ("分为几个部分", "its main parts"),
    "own_name_annexes": ("附件", "any annexes"),
    "own_period": ("规划期为{told}年。", "It covers {told}."),
    "own_chapters": ("全文共{count}个部分：{told}。", "Its main parts, {count} items: {told}."),
    "own_chapters_one": ("只有一个部分：{told}。", "It has one main part: {told}."),
    "own_annexes_one": ("有一个附件：{told}。", "It has one annex: {told}."),
    "own_annexes": ("附件（共{count}项）：{told}。", "Its annexes, {count} items: {told}."),
    "suggestion": ("{name}在{matter}方面有哪些要求？", "What does the {name} say about “{matter}”?"),
    "all_of": ("{head}（共{count}项）：", "{head}, {count} items: "),
    "first_of_all": ("{head}共{count}项，其中：", "{head}, {count} items, among them: "),
    "earlier_version": ("旧版{title}", "{title} (earlier version)"),
    "says_the_same": ("所写相同。", "It says the same."),
    "which_place": (
        "“{written}”是指{places}？请写明后再问。",
        "Does “{written}” mean {places}? Please ask again with its name.",
    ),
    "which_language": (
        "请用中文或英文提问。Please ask in Chinese or English.",
        "Please ask in Chinese or English. 请用中文或英文提问。",
    ),
    "another": ("另一处写道：{told}", "Another passage: {told}"),
    "nothing_further": ("没有找到其他相关内容。", "Nothing further was found."),
    "corrected": ("“{written}”按“{meant}”查找。", "“{written}” was taken for {meant}."),
}
_COMPARISONS: dict[str, Phrase] = {
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
    "some_state": (
        "{count}个规划中有{stating}个写明：{places}。",
        "{stating} of the {count} plans state it: {places}.",
    ),
    "none_state": ("各规划都没有写明所问内容。", "None of the plans states it as asked."),
    "nearest_plans": (
        "共有{every}个规划，这里只比较内容最相近的{count}个；写明地名可比较其他规划。",
        "Of all {every} plans only the {count} nearest are compared; name places to compare others.",
    ),
    "says_little": ("说得不多：{told}", "Says little: {told}"),
    "little_in": ("提到但没有写明所问内容：{places}。", "Mentioned, but not stated as asked: {places}."),
    "silent": ("未提及：{places}。", "Not stated: {places}."),
    "blank_in": ("原表此格空白：{places}。", "Blank in the source's table: {places}."),
    "same": ("写明的数值相同：{value}。", "They set the same figure: {value}."),
    "foremost": ("{word}的是{places}：{value}。", "The {word} is that of {places}: {value}."),
    "of_comparable": ("只有{places}的数值可比：{named}", "Only those of {places} can be compared: {named}"),
    "not_ranked": ("不能比较高低：{reasons}。", "They cannot be ranked: {reasons}."),
    "more_of_two": ("数值较高", "higher figure"),
    "more_of_all": ("数值最高", "highest figure"),
    "less_of_two": ("数值较低", "lower figure"),
    "less_of_all": ("数值最低", "lowest figure"),
    "stricter_of_two": ("要求较严", "stricter figure"),
    "stricter_of_all": ("要求最严", "strictest figure"),
    "earlier_of_two": ("较早", "earlier date"),
    "earlier_of_all": ("最早", "earliest date"),
    "later_of_two": ("较晚", "later date"),
    "later_of_all": ("最晚", "latest date"),
    "differ": ("相差：{shown}（计算）{marks}。", "Difference: {shown} (computed) {marks}."),
    "unlike": ("不宜直接相比：{reasons}。", "Not like for like: {reasons}."),
    "unlike_kind": ("有的是升降幅度，有的是数值本身", "some are changes, others the value itself"),
    "unlike_status": ("有的是目标，有的是已达到的数值", "some are targets, others were reached"),
    "unlike_name": ("指标名称不同", "the indicators differ"),
    "unlike_baseline": ("比较基数不同", "the baselines differ"),
    "unlike_period": ("期限不同", "the periods differ"),
}
_COMPUTATIONS: dict[str, Phrase] = {
    "year": ("{year}年", "{year}"),
    "operand": ("{label}{value}{marks}", "{label}: {value}{marks}"),
    "sum": ("{listed}；合计{shown}（计算）。", "{listed}. Sum: {shown} (computed)."),
    "more": (
        "{listed}；{last}比{other}多，{shown}（计算）。",
        "{listed}. {shown} (computed): more for {last} than for {other}.",
    ),
    "fewer": (
        "{listed}；{last}比{other}少，{shown}（计算）。",
        "{listed}. {shown} (computed): fewer for {last} than for {other}.",
    ),
    "as_many": (
        "{listed}；{last}与{other}相同，{shown}（计算）。",
        "{listed}. {shown} (computed): the same for {last} as for {other}.",
    ),
}
_WHOLE: dict[str, Phrase] = {
    "so_it_is": ("是。", "Yes. "),
    "at_least_that": ("是，{asked}是下限：", "Yes, {asked} is the least: "),
    "at_most_that": ("是，{asked}是上限：", "Yes, {asked} is the most: "),
    "not_but_at_least": (
        "不是{asked}，而是至少{told}，原文写的是：",
        "Not {asked} but at least {told}; the plan says: ",
    ),
    "not_but_at_most": ("不是{asked}，而是至多{told}，原文写的是：", "Not {asked} but at most {told}; the plan says: "),
    "not_so": ("不是{asked}，原文写的是：", "Not {asked}; the plan says: "),
    "most_of": ("{what}最高的是{told}。", "{what}: the highest is {told}."),
    "least_of": ("{what}最低的是{told}。", "{what}: the lowest is {told}."),
    "most_counted": ("{what}最多的是{told}。", "{what}: the highest is {told}."),
    "least_counted": ("{what}最少的是{told}。", "{what}: the lowest is {told}."),
    "most_changed": ("变化幅度最大的是{told}。", "The largest change is {told}."),
    "least_changed": ("变化幅度最小的是{told}。", "The smallest change is {told}."),
    "next_to": ("其次是{told}。", "Next: {told}."),
    "of_cell": ("{label}（{value}）", "{value} ({label})"),
    "due_in_year": ("{year}年的共{count}项：", "{count} items for {year}: "),
    "due_in_all": ("共{count}项：", "{count} items: "),
}
_JOINTS: dict[str, Phrase] = {
    "list": ("、", ", "),
    "both": ("、", " and "),
    "or": ("还是", " or "),
    "items": ("，", "; "),
    "clauses": ("；", "; "),
    "colon": ("：", ": "),
    "sentences": ("", " "),
    "end": ("。", "."),
}

said = Phrasebook(_ANSWERS, _COMPARISONS, _COMPUTATIONS, _WHOLE)
"""The wording of a key in a language, with its `{name}` parts filled."""


def joined(language: Language, joint: str, parts: list[str]) -> str:
    """Parts joined as the language does: `joint` is "list", "both", "or", "items", "clauses", "colon", "sentences" or "end"."""
    return _JOINTS[joint][language is Language.EN].join(parts)


def named(zh: str, language: Language, english: English) -> str:
    """A name or term of a plan in the language, with the Chinese in brackets where that is another."""
    return zh if language is Language.ZH else bilingual(zh, english)


def told(zh: str, language: Language, english: English) -> str:
    """Words or a value of a plan in the language, with the Chinese in brackets where that is another."""
    return zh if language is Language.ZH else beside(zh, english)
