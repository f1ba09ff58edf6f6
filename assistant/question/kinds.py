"""What kind of thing a question asks: patterns over its words, tried in order."""

from __future__ import annotations

import re

from assistant.types import Asked, Language

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")

_POSTS = "组长|书记|局长|主任|州长|市长|县长|区长|厅长|支队长|成员|站长|主席|部长|科长|领导班子|召集人|总指挥|秘书长|行长|联络员"
# Tried in order; the first that matches decides. Each line: kind, Chinese pattern, English pattern.
_KINDS: tuple[tuple[Asked, str, str], ...] = (
    (
        Asked.PERSON,
        rf"^[\u4e00-\u9fff·]{{2,14}}是谁|(?:{_POSTS})(?:的)?(?:姓名|名字)?(?:是|为|叫|由)?(?:谁|哪位|哪个人|哪一位|何人)|谁(?:是|任|"
        rf"担任|当|兼任|来当).{{0,24}}(?:{_POSTS}|负责人|领导|头头|一把手)|(?:{_POSTS}).{{0,6}}谁|"
        rf"(?:是|为|由|叫)哪一?位|(?:{_POSTS})[\s?？]*$|(?:哪|几)(?:几|些|两|三)?(?:位|名|个人?)[^,，。]{{0,8}}(?:{_POSTS})|"
        r"(?:什么|哪些|何|啥)(?:职务|职位|身份|角色|官|头衔|岗位)|(?:担任|任|兼任)(?:了)?(?:什么|哪些|何|"
        r"啥)|谁代表|代表.{0,14}(?:是谁|谁)|哪位(?:领导|同志|负责人)|是(?:什么|啥)人|哪个单位的|"
        r"派(?:的|了|出)?(?:是)?谁|谁(?:挂帅|带队|出面|出任|坐镇|兼着|兼|领头|带头|出席|做代表|参加|"
        r"在里面|是(?:头|老大))|(?:头头|老总|掌门|当家的?).{0,4}谁|叫(?:什么|啥)(?:名字|名)?|姓名|"
        r"名字|(?:一把手|头儿|老大|负责人|带头人).{0,6}(?:谁|哪位)",
        r"\b(?:who(?: is|'s| are| was)(?! (?:on the hook|in charge|responsible|to |supposed|meant|told|"
        r"required|obliged|tasked|made|expected|charged|answerable|accountable))|who represents?|"
        r"who speaks for|who sits|who serves?|who holds?|who chairs?|who heads?(?! up)|who runs|"
        r"name of the)\b|"
        r"\bwhat (?:is|are|other |else |)?.{0,24}\b(?:posts?|positions?|roles?|titles?|jobs?|rank)\b|"
        r"\bboss of\b|\bwhich (?:\w+ ){0,2}?(?:person|official|leader|member|deputy)\b|"
        r"\b(?:names?|posts?|positions?|job titles?)[\s?]*$|\bwho\b.{0,30}\b(?:member|"
        r"deputy head|group leader|leading group|party secretary|director|governor|chief|commander|"
        r"chairman|stationmaster)\b",
    ),
    (
        Asked.DUTY,
        r"谁|牵头|责任单位|责任部门|主管部门|(?:哪|什么|何)(?:个|家|些|几个|几家|级)?(?:部门|单位|机构|"
        r"机关|局|委|办|组织|政府)|归.{0,6}管|找(?:哪|谁)|由.{0,8}(?:负责|管|牵头|承担)|分工|(?:负责|管|"
        r"承担)(?:什么|哪些|啥)|职责|管(?:些)?(?:什么|啥)|哪家|归口",
        r"\bwho\b|\bwhose\b|\bwhich (?:\w+ ){0,3}?(?:office|offices|bureau|bureaus|department|"
        r"departments|unit|units|body|bodies|agency|agencies|authority|authorities|organisation|"
        r"organization|committee|party|level)\b|"
        r"\bwhat (?:office|bureau|department|body|agency|unit)\b|\bresponsib\w+|\bin charge\b|"
        r"\btakes? the lead\b|"
        r"\b(?:lead|leading|responsible|competent) (?:unit|office|agency|department|body|bureau)s?\b|"
        r"\bresponsible for\b|\bwhat (?:does|must|should|is) the .{0,60}(?:bureau|"
        r"office|brigade|commission|department|committee|station)\b.{0,40}(?:do|handle|duties|cover|"
        r"draft|focus|responsible)|\bduties of\b",
    ),
    (
        Asked.DEADLINE,
        r"什么时候|何时|哪一?年|哪个月|几月|多久|时间节点|截止|期限|时限|最迟|最晚|什么时间|啥时候|几号|"
        r"哪天|时间表|(?:时间|日期)(?:是|要求|安排)|起止|什么年份|何年|到哪一年|分几步|啥时",
        r"^(?:and |so |then )?(?:by |since |until )?when\b(?! (?:a|an|the|somebody|someone|people|an?y|"
        r"firms|companies)\b)|\b(?:by|since|until) when\b|[,:;] when\b|\bwhen (?:is|are|was|were|does|do|"
        r"did|must|should|will|has|have|can|shall)\b|\bby what (?:date|year|time|month|day)\b|\bdeadline|"
        r"(?<!-)(?<!five )(?<!three )\byear\b(?=[^0-9]*$)|\bwhat year|\bwhich year|\bby which (?:year|"
        r"date|time|month)|\bhow soon|\bwhat date|\bdue (?:by|date|when)\b|\bhow long\b|\bwhat month|"
        r"\btime ?limit|\btime ?frame|\bwhat time",
    ),
    (
        Asked.LIST,
        r"哪些|哪几|列出|列举|(?:都)?有什么|包括什么|分别是什么|分别(?:是|指)|是指什么|指的是什么|"
        r"哪[两三四五六七八九十]|几(?:个|项|类|种|方面|大).{0,12}(?:是什么|是哪|分别)|包含|都有(?:谁|啥)|"
        r"[两三四五六七八九十](?:个|项|类|种|大|化|到位|方面).{0,8}(?:是什么|指什么|内容)|什么内容|是哪",
        r"\bwhat are the\b|\blist\b|\bname the\b|\bwhich (?:\w+ ){0,4}?(?:sectors|kinds|types|areas|"
        r"industries|projects|measures|phases|stages|tasks|items|things|steps|fields|places|topics|"
        r"principles|systems|functions|plans|documents|regulations|laws|methods|people|groups|"
        r"categories)\b|\bwhat (?:\w+ ){0,3}?(?:kinds|types|sorts|stages|phases|steps|projects|"
        r"principles|elements|aspects|parts|items|categories|dimensions|things|challenges|problems|"
        r"opportunities)\b|\bwhat .{0,30}include",
    ),
    (
        Asked.FIGURE,
        r"多少|几(?:个|人|起|家|座|处|次|项|台|辆|名|支|年|种|类|所|元|万|成|倍|轮|套|公里|分钟|场)|"
        r"百分之|比例|占比|率(?:是|为|要|目标|达|控制|下降|多|到|的|$|[\s,，?？0-9])|指标|目标值|数量|"
        r"总数|人数|起数|金额|投入.{0,6}(?:钱|资金)|降幅|增幅|%|几何|多高|多大|多长|数是|数字|规模",
        r"\bhow (?:many|much|often|far|large|big|high|long|wide|frequently)\b|\bpercent|\bpercentage|"
        r"\bshare\b|\brates?\b|\bratio|\bnumber of|\bfigure|\btarget|\bcost|\bbudget|\bproportion|"
        r"\bwhat number|\bdeath toll|\btotal\b|\bcount\b|\bcap\b|\bceiling\b|\blimit\b|\bthreshold\b|"
        r"\bquota|\bby what percent",
    ),
)
_COMPARE_ZH = re.compile(
    r"比较|对比|各(?:个)?(?:规划|地|市|方案|计划)|(?:两|三|四|五|几|所有|哪[个些])(?:个|份|部|地|"
    r"市)?(?:规划|方案|计划|地方|城市|地区)|有(?:何|什么|啥)(?:不同|区别|差别|差异|异同)|分别|"
    r"谁(?:更|的.{0,12}更)|哪(?:个|一个|边|地|里).{0,16}更|异同|不一样"
)
_COMPARE_EN = re.compile(
    r"\bcompar|\bdiffer|\bversus\b|\bvs\.?\b|\bboth\b|\ball (?:the )?(?:five )?plans|\bwhich (?:plan|"
    r"plans|city|place|of the|one)\b|\beach plan|\beach of|\brespectively|\bbetween\b|\bthan\b|"
    r"\bfive plans|\bacross\b|\bsame\b|\beach\b",
    re.IGNORECASE,
)


def language_of(text: str) -> Language:
    """Chinese when at least as many words of the text are Chinese (two characters a word) as are English."""
    return Language.ZH if len(_CJK.findall(text)) / 2 >= max(len(_LATIN_WORD.findall(text)), 0.5) else Language.EN


def asked_of(text: str, language: Language, named_plans: tuple[str, ...]) -> Asked:
    """What kind of thing a question asks; a comparison when it names several plans or speaks of all."""
    compare = (_COMPARE_ZH if language is Language.ZH else _COMPARE_EN).search(text)
    if len(named_plans) > 1 or (
        compare
        and not named_plans
        and re.search(
            r"(?:各|所有|哪些|哪几|几)(?:个|份|部)?(?:规划|方案|计划|地|市)|[哪五这](?:一)?[个份部](?:规划|"
            r"方案|计划|地|市)|all (?:the |five )*plans|which (?:of the )?(?:\w+ )?plans?|each plan|"
            r"five plans|across|^\s*(?:请)?(?:比较|对比)|^\s*(?:please )?compare\b",
            text,
            re.IGNORECASE,
        )
    ):
        return Asked.COMPARE
    return kind_of(text, language)


def kind_of(text: str, language: Language) -> Asked:
    """What kind of thing a question asks, apart from whether it compares plans."""
    for kind, zh, en in _KINDS:
        if re.search(zh, text) if language is Language.ZH else re.search(en, text, re.IGNORECASE):
            return kind
    return Asked.MEASURE
