"""What kind of thing a question asks: patterns over its words, tried in order.

A classifier over the words was tried in their place: logistic regression on character and word n-grams, fitted on the tune
questions, tells the kinds of test questions as well (82 against 81 of 100), yet 10 fewer of 645 are answered rightly; with
the patterns among its features it tells more (84) and answers as many.
"""

from __future__ import annotations

import re

from assistant.types import Asked, Language
from index.terms.lexicon import alternatives

_POST = alternatives("posts", "roles")
_PEOPLE_EN = (
    r"(?:person|official|leader|member|deputy|deputy head|party secretary|director|governor|chief|commander|chairman)"
)
_OFFICE_EN = r"(?:office|bureau|department|unit|bod(?:y|ie)|agenc(?:y|ie)|authorit(?:y|ie)|committee|party|level)s?"
# Tried in order; the first that matches decides. Each line is one way of asking, with an example.
_KINDS: tuple[tuple[Asked, Language, tuple[str, ...]], ...] = (
    (
        Asked.PERSON,
        Language.ZH,
        (
            r"^[\u4e00-\u9fff·]{2,14}是谁",  # 王海江是谁; not "燃气安全归谁"
            rf"{_POST}.{{0,6}}(?:谁|哪位|哪个人|哪一位)",  # 组长是谁; not "谁派人参加"
            rf"谁(?:是|任|担任|当|兼任).{{0,24}}(?:{_POST}|领导|一把手)",  # 谁担任领导小组的副组长; not "谁是责任单位"
            rf"{_POST}[\s?]*$",  # 克州 领导小组 组长; not "组长的职责"
            rf"[哪几].{{0,2}}(?:位|名|个人?)[^,，。]{{0,8}}{_POST}",  # 哪几位副组长; not "哪个部门"
            r"(?:什么|哪些|何|啥)(?:职务|职位|身份|角色|官|岗位)|[担兼]?任了?(?:什么|哪些|何|啥)",  # 担任什么职务; not "职务犯罪"
            r"谁(?:代表|挂帅|带队|出面|兼|领头|带头|参加|在.{0,8}组)|代表.{0,14}谁|派[的了]?谁",  # 住建局谁代表; not "谁牵头"
            r"哪一?位|叫(?:什么|啥)|姓名|名字|(?:一把手|负责人).{0,6}谁",  # 叫什么名字; not "由谁负责"
        ),
    ),
    (
        Asked.PERSON,
        Language.EN,
        (
            # who is the group leader; not "who is responsible", "who is to check"
            r"\bwho(?: is|'s| are| was)(?! (?:in charge|(?:first |primarily )?responsible|to |"
            r"supposed|meant|told|required|expected|charged))",
            r"\bwho (?:in|on|from) the\b|\bwho (?:represent|sit|serve|hold|chair|head|run)s?\b(?! up)",
            r"\bname of the\b|\bboss of\b",  # who chairs it; not "who leads"
            # who leads the county's working group; not "who leads the inspections"
            r"\bwho (?:leads|led|is in charge of|commands) the (?:\S+ ){0,3}?"
            r"(?:group|committee|headquarters|task force)(?: office)?(?: (?:in|of) \S+)?[\s?]*$",
            r"\bwhat .{0,24}\b(?:post|position|role|title|job|rank)s?\b",  # what post does he hold; not "what is posted"
            rf"\bwhich (?:\w+ ){{0,2}}?{_PEOPLE_EN}\b|\bwho\b.{{0,30}}\b{_PEOPLE_EN}\b",  # which official; not "which office"
            r"\b(?:name|post|position|job title)s?[\s?]*$",  # Wang Haijiang Kizilsu post; not "post offices"
        ),
    ),
    (
        Asked.DUTY,
        Language.ZH,
        (
            r"谁|牵头|责任(?:单位|部门)|主管|归.{0,6}管|找哪|哪家|职责|分工",  # 燃气安全谁管; not "归类"
            rf"(?:哪|什么|何)(?:个|家|些|几个|几家|级)?{alternatives('office_endings')}",  # 哪个部门; not "哪些任务"
            r"由.{0,8}(?:负责|管|承担)|(?:负责|管|承担)(?:什么|哪些|啥)",  # 由哪个局负责; not "负责人"
        ),
    ),
    (
        Asked.DUTY,
        Language.EN,
        (
            # who leads it; not "whole", "persons in charge"
            r"\bwho\b|\bwhose\b|\bresponsib\w+|(?<!person )(?<!persons )\bin charge\b|\btakes? the lead\b|\bduties of\b",
            # which bureau; not "which boat"
            rf"\b(?:which|what) (?:\w+ ){{0,3}}?{_OFFICE_EN}\b|\b(?:lead|leading|competent) {_OFFICE_EN}\b",
            # what must the bureau do; not "what does the plan do"
            rf"\bwhat (?:does|must|should) the .{{0,60}}{_OFFICE_EN}\b.{{0,40}}\b(?:do|handle|cover|draft)\b",
        ),
    ),
    (
        Asked.DEADLINE,
        Language.ZH,
        (
            r"什么时[候间]|啥时|何[时年]|哪一?[年天]|哪个月|几[月号]|多久",  # 哪年完成; not "多少年"
            r"截止|起止|[期时]限|最[迟晚]|(?:时间|日期)(?:是|要求|安排)",  # 最迟; not "时间长"
        ),
    ),
    (
        Asked.DEADLINE,
        Language.EN,
        (
            # by when must it be done; not "what to do when a mine floods"
            r"^(?:and |so |then )?(?:by |since |until )?when\b(?! (?:an?|the|some\w+|people|an?y|firms|companies)\b)",
            # in Kizilsu, when is it due; not "in winter when roads freeze"
            r"\b(?:by|since|until) when\b|[,:;] when\b|\bwhen (?:is|are|was|were|do|does|did|must|should|will|has|have|can)\b",
            r"(?<!-)(?<!five )(?<!three )\byear\b(?=[^0-9]*$)",  # in which year; not "five-year"
            # what date; not "up to date"
            r"\b(?:what|which) (?:year|date|time|month|day)\b|\bdeadline|\bhow (?:soon|long)\b|\bdue (?:by|date|when)\b",
        ),
    ),
    (
        Asked.LIST,
        Language.ZH,
        (
            # 有哪些工程; not "有多少工程"
            r"哪些|哪几|列出|列举|(?:包括|有)什么|分别[是指]|是?指(?:的是)?什么|是哪|都有[谁啥]|什么内容",
            # 哪三类; not "第三类企业的目标"
            r"哪[两三四五六七八九十]|[几两三四五六七八九十](?:个|项|类|种|方面|大|化).{0,12}(?:是什么|是哪|分别)",
        ),
    ),
    (
        Asked.LIST,
        Language.EN,
        (
            r"\b(?:which|what) (?:cases|circumstances|situations)\b",  # in which cases; not "case by case"
            r"\bwhat are the\b|\b(?:list|enumerate)\b|\bname the\b|\bwhat .{0,30}include",  # list the projects; not "listed"
            # which three kinds; not "which bureau"
            r"\bwh(?:ich|at) (?!share|percent|proportion|number)(?:\w+ ){0,4}?(?:sectors|kinds|types|sorts|areas|"
            r"industries|projects|measures|phases|stages|tasks|"
            r"items|things|steps|fields|places|topics|principles|systems|functions|plans|documents|methods|people|groups|"
            r"categories|elements|aspects|parts|dimensions|challenges|problems)\b",
        ),
    ),
    (
        Asked.FIGURE,
        Language.ZH,
        (
            rf"多少|几(?:{alternatives('counters')}|个|元|万|成|倍|所|场)|多[高大长]",  # 死亡几人; not "几号"
            r"百分之|%|比例|占比|率(?:是|为|要|目标|达|控制|下降|多|到|的|$|[\s,，?0-9])|[降增]幅",  # 死亡率目标; not "率先"
            r"指标|目标值|数量|[总人起]数|金额|数[是字]",  # 事故起数; not "数据库"
        ),
    ),
    (
        Asked.FIGURE,
        Language.EN,
        (
            r"\bhow (?:many|much|often|far|large|big|high|long|wide|frequently)\b",  # how many; not "how does"
            # the death rate; not "is rated", "limited"
            r"\bpercent|\bshare\b|\brates?\b|\bratio|\bproportion|"
            r"\bwhat (?:is|are|was) the fines?\b|"  # what is the fine; not "what is finely ground"
            r"\bnumber of|\bfigure|\btarget|\bcost|\bbudget|\btotal\b|\bcap\b|\bceiling\b|\blimit\b|\bthreshold\b",
        ),
    ),
)
_PATTERNS = tuple((kind, language, re.compile("|".join(ways), re.IGNORECASE)) for kind, language, ways in _KINDS)
# What speaks of several plans without naming them: "哪几个规划", "compare all plans", "哪个市"; not "哪个部门", "the plan".
_ALL_PLANS = re.compile(
    r"(?:各|所有|[哪几五这]|哪几|哪些)[个份部]?(?:规划|方案|计划|地|市)|^\s*请?(?:比较|对比)|^\s*(?:please )?compare\b|"
    r"\b(?:all|which|each|five) (?:(?:of )?the |five )*(?:\w+ )?plans?\b|\bacross\b",
    re.IGNORECASE,
)


def asked_of(text: str, language: Language, named_plans: tuple[str, ...]) -> Asked:
    """What kind of thing a question asks; a comparison when it names several plans or speaks of all."""
    if len(named_plans) > 1 or (not named_plans and _ALL_PLANS.search(text)):
        return Asked.COMPARE
    return kind_of(text, language)


def kind_of(text: str, language: Language) -> Asked:
    """What kind of thing a question asks, apart from whether it compares plans."""
    for kind, spoken, pattern in _PATTERNS:
        if spoken is language and pattern.search(text):
            return kind
    return Asked.MEASURE
