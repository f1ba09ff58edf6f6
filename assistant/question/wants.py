"""What a question wants of its answer: a sum, a share, a name, a difference … Read once; later steps ask no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.facts.magnitudes import values_in
from assistant.question.law_parts import law_parts
from assistant.question.said import Said
from assistant.types import Want, Wants
from index import dates
from index.facts.english.english_dates import english_dates
from index.terms.glossary import stem
from index.terms.lexicon import YEAR, alternatives, listed, without_document_numbers
from index.terms.numbering import chinese_numeral, in_figures, numeral_value

_SAID_BY: dict[Want, str] = {
    Want.PHONE: "电话 手机号 热线 联系方式 传真 phone telephone hotline call contact_number contact_details fax",
    Want.ADDRESS: "地址 哪条路 哪条街 在哪路 在哪街 address street",
    Want.EMAIL: "邮箱 电子邮件 email e_mail",
    Want.WEBSITE: "网址 官网 website url",
    Want.SHARE: "百分之 占比 比例 覆盖率 what_share what_percentage what_proportion percent percentage",
    Want.FREQUENCY: "how_often how_frequently how_regularly 隔多久 | 多久 多长时间 几天 几个月 + 一次 一回 一轮",
    Want.COMPANY: "哪家公司 公司名称 企业名称 which_contractor which_supplier"
    " win_the_contract won_the_contract win_the_bid won_the_bid"
    " | name_of names_of 名称 名字 + company firm enterprise agency institution contractor 公司 企业 机构",
    Want.DOCUMENT_NUMBER: "文号 发文字号 document_number | what_number_does what_number_did which_number_does + carry bear",
    Want.SUM: "合计 总共 一共 共计 总和 加起来 相加 之和 in_total combined altogether sum_of add_up together",
    Want.DIFFERENCE: "difference how_many_more how_many_fewer how_much_more how_much_less how_much_higher how_much_lower"
    " by_how_much by_how_many",
    Want.HIGHEST: "哪个 哪一个 哪边 哪地 哪里 哪份 谁更 谁的 更高 更低 更大 更小 更多 更少 更严 最高 最低 最大 最小 最多 最少 which whose"
    " more most higher highest lower lowest bigger biggest larger largest smaller smallest greater fewer stricter",
    Want.MORE: "更高 更大 更多 最高 最大 最多 较高 较大 较多 哪个高 哪个大 哪个多 哪家多 谁高 谁大 谁多 要求高 哪个要求高"
    " more most higher highest bigger biggest larger largest greater greatest",
    Want.LESS: "更低 更小 更少 最低 最小 最少 较低 较小 较少 哪个低 哪个小 哪个少 谁低 谁小 谁少"
    " less least lower lowest smaller smallest fewer fewest",
    Want.STRICTER: "更严 最严 较严 哪个严 谁严 stricter strictest tighter tightest tougher toughest most_ambitious more_ambitious",
    Want.EARLIER: "更早 最早 较早 哪个早 谁早 哪个先 谁先 earlier earliest sooner soonest which_first comes_first",
    Want.LATER: "更晚 最晚 较晚 更迟 最迟 哪个晚 谁晚 later latest",
    Want.REDUCTION: "降 减少 cut reduce reduction fall drop decrease",
    Want.CHANGE: f"{' '.join(listed('rises'))} 变化 rise rose risen increase grow grew change compare than fell fallen lower higher",
    Want.SPAN: "之间 年间 between",
    Want.PLACE: "哪里 在哪 哪儿 什么地方 什么位置 哪个位置 where what_location",
    Want.KIND: "哪类 哪一类 哪种类 什么类 哪个类 哪级 哪一级 哪个级 什么级 哪个等级 什么等级 属于什么 属于哪 什么属性 哪种属性"
    " what_category which_category what_type which_type what_class which_class what_level which_level what_kind",
    Want.MEMBERS: "组成 名单 成员 哪些人 的人 都有谁 composition made_up make_up consist comprise member membership anyone"
    " anybody who_is_in represent",
    Want.COUNT: "几个 几项 几种 几类 几处 几家 几所 几条 几件 几座 几支 多少个 多少项 多少种 多少类 多少处 多少家 how_many",
    Want.LEADS: "牵头 主办 主责 lead",
    Want.HELPS: "配合 协办 协助 协同 support assist",
    Want.TARGET: "目标 要达到 target targeted aim goal",
    Want.DUE: "哪些 什么 哪几 列出 列举 所有 what which list all + 完成 达到 实现 到期 做到 截止 建成 落实 办成 办完 做完"
    " due complete finish reach achieve accomplish deliver fulfil done deadline expire met",
    Want.LEAST: "最少 最低 最小 fewest least lowest smallest",
    Want.MOST: "最多 最高 最大 most highest largest biggest greatest",
    Want.CONFIRM: "吗 是否 是不是 能否 有没有 对吗 对吧 是吧 对不对 is_it_true"
    " is_that_the_figure is_that_right is_that_correct is_this_right",
    Want.PERIOD: "起止 多长时间 持续多久 从什么时候 从何时 从几月 哪天到哪天 几月到几月 何时开始 什么时候开始 how_long from_when"
    " start_and_end begin_and_end start_and_finish what_period time_frame",
    Want.OFFICE: "谁 单位 部门 哪家 负责 牵头 who whose office bureau department unit lead",
    Want.NAME: "叫什么 叫啥 姓名 名字 姓什么 name name_of",
    Want.HOLDER: "是谁 谁是 谁任 谁担任 谁当 哪位 who_is who_are who_was who_chair who_head who_serve who_hold",
    Want.POSTS: "职务 职位 担任 是谁 什么人 任什么 身份 头衔 岗位 本职 角色 介绍"
    " post position role title job who_is rank serve office about",
    Want.FIELD: "负责什么 负责哪些 负责啥 管什么 管哪些 承担什么 承担哪些 职责 干什么 做什么"
    " duty duties | what + do handle cover responsible",
    Want.SEVERAL: "哪些 哪几 几位 几个 名单 都有谁 都有什么 都有啥 什么任务 分别 who_are deputies members list names enumerate",
    Want.PAST: "了 过 已 曾 实际 以来 was were did had fell dropped happened occurred achieved actual actually so_far past",
    Want.INDICATORS: "指标 indicator",
    Want.GOALS: "目标 要达到什么 达到什么样 变成什么样 goal objective aim target"
    " trying_to_achieve want_to_achieve hope_to_achieve want_to_reach hope_to_reach want_to_stand want_to_be hope_to_be",
    Want.STAGES: "阶段 步骤 几步走 phase stage step",
    Want.OVERVIEW: "总结 概述 概括 归纳 梳理 简述 综述 介绍一下 讲了什么 说了什么 summarise summarize summary overview outline main_points",
    Want.MEASURES: "措施 做法 举措 怎么做 做什么 做哪些 做了哪些 哪些工作 怎么抓 measures steps do_about done_about",
    Want.PRICE: "what how_much 多少 多高 几 什么 + salary wage earn price fare cost fee 挣 工资 薪水 票价 价格",
    Want.LAW_TEXT: "处罚 罚款 怎么罚 罚多少 判几年 判多少年 怎么判 判刑 怎么规定 如何规定 规定了 法规定 条例规定 有什么规定 有何规定"
    " 原文 条文 penalty penalise fine punish punishment sentence law_say law_require law_provide law_set"
    " regulation_say regulation_require regulation_provide",
    Want.TITLE: "全称 全名 完整名称 标题是 文件名称 full_title full_name exact_title official_title title_of",
    Want.ISSUER: "谁 哪个单位 哪个部门 哪个机关 哪家单位 发文机关 发文单位 发布机构 发布单位 印发单位 印发机关 who which_body"
    " whom which_office which_department which_authority issued_by published_by issuing_body issuing_authority"
    " + 印发 发布 下发 出台 发文 issue publish",
    Want.ISSUED: "什么时候 什么时间 何时 哪天 哪一天 哪年 几时 日期 时间 when what_date which_date what_day which_day what_year date_of"
    " issue_date publication_date + 印发 发布 下发 出台 公布 发文 成文 issue publish publication release",
    Want.IN_FORCE: "什么时候 什么时间 何时 哪天 哪一天 从哪 自哪 几时 日期 when what_date effective_date"
    " + 施行 生效 起效 take_effect in_force into_force effective",
    Want.PLAN_PERIOD: "规划期 规划期限 实施期限 规划年限 哪几年的 管哪几年 起止年份 what_period which_period which_years what_years"
    " period_covered years_covered",
    Want.CHAPTERS: "几章 多少章 几个部分 几部分 几大部分 几大块 正文有几 正文分几 多少个部分 哪几章 哪些章 哪几个部分"
    " how_many_chapters how_many_parts how_many_sections which_chapters what_chapters",
    Want.ANNEXES: "几个附件 多少个附件 哪些附件 什么附件 几个附表 几份附件 有附件 how_many_annexes how_many_attachments"
    " how_many_appendices how_many_annexe which_annexes what_annexes what_attachments",
    Want.FRONT_MATTER: "印发 发布 文号 发文 成文 生效 签发 出台 落款"
    " issue publish document_number date dated effect effective came_out release",
}
# A sum of money is wanted by one of each: "奖金最高给多少", "what was the budget"; not "几家企业", "资金怎么管".
_MONEY = (
    "钱 资金 经费 奖金 奖励 罚 预算 投资 投入 补贴 工资 费用 造价 金额 损失 花 掏 money yuan rmb cash budget cost price salary"
    " spend spent invest investment fund funding fine reward bonus subsidy premium loss"
)
_AMOUNT = "多少 几 多大 how_much how_big how_large how_many_yuan yuan_a per_yuan in_yuan what_budget amount total"
_MONEY_UNIT = "元"
# Units of which so many are wanted, with what English counts by them: "多少公里", "几亿立方米", "how many people"; not "几个",
# "多少项", which a list may answer.
_UNITS = {
    "人 名 位": "people person worker staff employee member death dead died killed firefighter miner driver inspector expert"
    " volunteer resident official",
    "起": "accident",
    "家": "enterprise company firm",
    "户": "household family",
    "元 块": "yuan rmb",
    "公里 千米": "kilometre kilometer km",
    "立方米 方": "cubic",
    "平方米": "square",
    "米": "metre meter",
    "亩": "mu",
    "吨": "tonne ton",
    "公顷": "hectare",
    "辆 台": "vehicle",
    "艘 只": "boat vessel",
    "小时 学时 课时": "hour",
    "分钟": "minute",
    "天 日 工作日": "day",
    "年": "year",
    "月 个月": "month",
}
MAX_BETWEEN = 5
"""How many words may stand between "how many" and what is counted."""
_MANY = r"(?<![哪近这那前后头去来])(?:多少|几)(?:个)?[亿万千百余]*"
_COUNTER = re.compile(rf"{_MANY}({alternatives('counters')}|块)")
_CHANGE = re.compile(rf"(?:{alternatives('falls', 'rises')}|[少多高低差])(?:了|出|值)?(?:是|为)?(?:多少|几)")
# What is told apart by its number: "4号线", "附表1", "第十一类", "Line 4", "task 29"; not "2个", "3类", "第一责任人", "8号文", which is
# a document.
_NUMBERED = re.compile(
    r"(\d+)\s*号(?!文)|(?:附表|附件|专栏|表|第|任务)\s*(\d+)(?![\d年月])|第([一二三四五六七八九十百]+)(?=[条类项款号批])|"
    r"\b(?:line|annex|table|box|task|item|route|phase|class|category|article|row|no\.?)\s*(\d+)",
    re.IGNORECASE,
)
# "2016年至2018年", "2016 to 2018"; not "2016年和2018年".
_YEAR_RANGE = re.compile(
    rf"({YEAR})\s*年?\s*(?:至|到|[-—–~]|to|through|until|(?<=between \d{{4}} )and)\s*({YEAR})", re.IGNORECASE
)


_CONFIRMS = "does do did is are was were must will has have should"
"""English questions for yes or no open with one of these."""
_HOW_MANY = (stem("how"), stem("many"))


OF_PAPER = frozenset(
    {
        Want.TITLE, Want.ISSUER, Want.ISSUED, Want.IN_FORCE, Want.PLAN_PERIOD, Want.CHAPTERS, Want.ANNEXES,
        Want.DOCUMENT_NUMBER,
    }
)  # fmt: skip
"""What may be asked of a paper itself, whatever it is about."""


def asks_of_paper(words: str) -> bool:
    """Whether words of a question belong to one that asks for something of a paper itself: "几章", "issued", "period"."""
    phrases = " ".join(_SAID_BY[want] for want in sorted(OF_PAPER)).split()
    english = {stem(word) for phrase in phrases if phrase.isascii() for word in phrase.split("_")}
    said = Said(words)
    return any(words in phrase or phrase in words for phrase in phrases) or (
        bool(said.stems) and english.issuperset(said.stems)
    )


def wants_of(said: Said) -> Wants:
    """All that a question's words tell of what its answer must be."""
    text = said.text
    counters = frozenset(_COUNTER.findall(text))
    asked = counters | _counted_in_english(said.stems)
    kinds = {want for want, words in _SAID_BY.items() if said.any_of(words)}
    if Want.PRICE in kinds or (said.any_of(_MONEY) and said.any_of(_AMOUNT)):
        asked |= {_MONEY_UNIT}
    if _CHANGE.search(text):
        kinds.add(Want.DIFFERENCE)
    if said.opens_with(_CONFIRMS):
        kinds.add(Want.CONFIRM)
    span = _YEAR_RANGE.search(text)
    return Wants(
        kinds=frozenset(kinds),
        units=frozenset(u for group in map(str.split, _UNITS) if asked & set(group) for u in group),
        counters=counters,
        numbered=tuple(map(str, _numbers(without_document_numbers(text)))),
        parts=law_parts(text),
        stage=_stage(said),
        shares=_shares(text),
        year_range=(int(span[1]), int(span[2])) if span else None,
        said="\0".join(("".join(c if c.isalnum() or c == " " else "\0" for c in text.casefold()), *_levels(text))),
        dates=(
            *(date.date or date.written for date in dates(text) if "-" in date.date or date.is_deadline),
            *english_dates(text),
        ),
        in_figures=in_figures(text),
        values=values_in(text),
    )


def _shares(text: str) -> tuple[str, ...]:
    """The shares that a text names, in figures: "100%", "百分之百", "100 percent"."""
    found: list[str] = []
    plain = in_figures(text.replace("百分之百", "100%")).replace(" percent", "%").replace(" per cent", "%")
    for before in plain.split("%")[:-1]:
        figure = before[len(before.rstrip("0123456789.")) :]
        found += [f"{figure}%"] if figure else []
    return tuple(found)


def _stage(said: Said) -> int:
    """The stage that a question names by its number: "第二阶段", "the second phase", "stage 2", "最后阶段"; 0 without one."""
    text = in_figures(said.text)
    for number, ordinal in enumerate(_ORDINALS, start=1):
        english = f"{ordinal}_phase {ordinal}_stage {ordinal}_step phase_{number} stage_{number} step_{number}"
        if f"第{number}阶段" in text or f"第{number}个阶段" in text or f"第{number}步" in text or said.any_of(english):
            return number
    return -1 if said.any_of("最后阶段 最后一个阶段 最后一步 last_phase last_stage final_phase final_stage") else 0


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def _levels(text: str) -> Iterator[str]:
    """The levels that an English text names, as Chinese writes them: "level IV", "grade 4" -> "四级"."""
    for first, second in pairwise("".join(char if char.isalnum() else " " for char in text).split()):
        level = in_figures(f"{second.upper()}级").removesuffix("级")
        if stem(first.casefold()) in _LEVELS and level in MOST_LEVELS:
            yield f"{chinese_numeral(int(level))}级"


_LEVELS = (stem("level"), stem("grade"))
MOST_LEVELS = "1234"
"""Alerts, responses and accidents have four levels."""


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of the things that a text names by them."""
    found = (numeral_value(next(filter(None, match.groups()))) for match in _NUMBERED.finditer(text))
    return tuple(number for number in found if number is not None)


def _counted_in_english(words: tuple[str, ...]) -> frozenset[str]:
    """The units of what stands behind "how many", in Chinese."""
    behind: set[str] = set()
    for at, pair in enumerate(pairwise(words)):
        if pair == _HOW_MANY:
            behind.update(words[at + 2 : at + 3 + MAX_BETWEEN])
    return frozenset(zh.split()[0] for zh, nouns in _UNITS.items() if behind & set(map(stem, nouns.split())))
