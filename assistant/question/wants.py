"""What a question wants of its answer: a sum, a share, a name, a difference … Read once; later steps ask no text."""

from __future__ import annotations

import re

from assistant.types import Want, Wants

_MONEY_ZH = (
    r"多少(?:钱|资金|经费|万元|亿元|元)|(?:奖金|奖励|罚款|经费|预算|资金|投资|补贴|工资|费用|造价|"
    r"金额).{0,8}(?:多少|几|是多大)|(?:花|掏|投|拿|罚|奖|出).{0,6}多少|"
    r"(?:几|多少)(?:[万百千亿]+[元块]|元|块钱)|损失(?:金额|多少)"
)
_MONEY_EN = (
    r"\bhow much (?:money|does it cost|is spent|was spent|cash|funding|will .* cost|did .* (?:cost|"
    r"spend))|\bhow much (?:did|does|has|have|was|is|will)\b.{0,40}\b(?:invest|spen[dt]|cost|pay|fund)|"
    r"\bbudget\b|\bhow many (?:\w+ )?(?:yuan|rmb)|\b(?:in|per|of) yuan\b|\byuan (?:a|per)\b|"
    r"\b(?:loss|investment|reward|subsidy|premium|fine) amount|\btotal investment|\beconomic loss|"
    r"\bhow (?:big|large|much) (?:a |is the |was the |of a )?"
    r"(?:fine|reward|fund|budget|bonus|investment)|\bcosts?\b|\bprice\b|\bsalary|\bspen[dt]\b|"
    r"\bhow (?:many|much) yuan|\binvest(?:ed|ment)? (?:total|amount)"
)
_ASKED_BY: dict[Want, str] = {
    Want.MONEY: rf"{_MONEY_ZH}|{_MONEY_EN}",
    Want.PHONE: r"电话|手机号|热线|拨打|联系方式|传真|\bphone|\btelephone|\bhotline|\bcall\b|\bcontact (?:number|"
    r"details)|\bfax\b|\bdial\b",
    Want.ADDRESS: r"地址|在哪(?:条)?(?:路|街)|\baddress\b|\bstreet\b",
    Want.EMAIL: r"邮箱|电子邮件|\be-?mail\b",
    Want.WEBSITE: r"网址|官网|\bwebsite\b|\burl\b",
    Want.POSTCODE: r"邮编|\bpostcode|\bzip code",
    Want.PEOPLE: r"多少(?:个)?(?:人|名|位)|(?:死|伤|亡)了?(?:多少|几)|几(?:个|名|位)人|"
    r"\bhow many (?:\w+ ){0,5}?(?:people|persons|workers|staff|deaths|died|dead|employees|officers|"
    r"members|killed|firefighters|miners|drivers|inspectors|experts|volunteers|residents|officials)|\bdeath toll",
    Want.SHARE: r"百分之|占比|比例|覆盖率|\bwhat (?:share|percentage|proportion)|\bpercent(?:age)?\b|"
    r"\bby (?:how much|what)\b.{0,20}(?:fall|drop|cut|reduc)",
    Want.FREQUENCY: r"多久.{0,6}一?[次回轮]|多长时间.{0,6}一?[次回轮]|几[个天]月?.{0,4}一[次回轮]|隔多|"
    r"\bhow (?:often|frequently|regularly)\b|\bevery how\b",
    Want.COMPANY: r"(?:公司|企业|机构|单位)(?:的)?(?:名称|名字)|哪家(?:公司|厂家|厂商)|"
    r"\bnames? of the (?:\w+ ){0,4}?(?:agenc|compan|firm|enterprise|institution|contractor)|"
    r"\bwhich (?:contractor|company|firm|supplier|vendor)\b",
    Want.DOCUMENT_NUMBER: r"文号|发文字号|\bdocument numbers?\b",
    Want.ACCIDENTS: r"多少起|几起|\bhow many (?:\w+ ){0,4}?accidents",
    Want.ENTERPRISES: r"多少家|几家(?:企业|单位|机构|公司)",
    # What is to be reached, and what was: "目标是多少", "should fall" against "死了多少人", "did occur".
    Want.AIM: r"要|应当?|须|必须|目标|指标|预期|计划|打算|力争|将|不得|控制在|准备|"
    r"\b(?:should|must|will|shall|targets?|goals?|aims?|plans? to|planned|has to|have to|required|wants?|intends?)\b",
    Want.PAST: r"发生|死了|没了|伤了|已经|已|建成了|实际|完成情况|达到了|累计|下降了|成效|取得|过去|当时|"
    r"\b(?:did|was|were|had|have been|has been|achieved|actual(?:ly)?|happened|occurred|killed|died)\b",
    Want.TARGET: r"目标|要达到|\btarget(?:s|ed)?\b|\baim(?:s|ed)?\b|\bgoals?\b",
    Want.REDUCTION: r"降|减少|\b(?:cut|reduc|fall|drop|decreas)",
    Want.DIFFERENCE: r"相差|差(?:了|距|额|值)?(?:是|为)?多少|"
    r"(?:少|多|减少|增加|下降|上升|降低|增长|高|低)(?:了|出)?(?:多少|几)|"
    r"\bhow (?:many|much) (?:more|fewer|less|higher|lower)\b|\bdifference\b|\bby how (?:many|much)\b.{0,60}"
    r"\b(?:fall|fell|rise|rose|drop|dropped|change|changed|grow|grew|decreased?|increased?)\b",
    Want.SUM: r"合计|总共|一共|共计|总和|加起来|相加|之和|"
    r"\bin total\b|\bcombined\b|\baltogether\b|\bsum of\b|\badd(?:ed)? up\b|\btogether\b",
    Want.HIGHEST: r"哪(?:个|一个|边|地|里|份)|谁(?:更|的)|更[高低大小多少严]|最[高低大小多少严]|"
    r"\bwhich\b|\bwhose\b|\b(?:high|low|bigg|larg|small|great|few|strict|tough)(?:er|est)\b|\bmore\b|\bmost\b",
    Want.OFFICE: r"谁|单位|部门|哪家|负责|牵头|\b(?:who|whose|offices?|bureaus?|departments?|units?|lead)\b",
    # Who a person is by name; a plan that names nobody for a post does not tell.
    Want.NAME: r"叫什么|叫啥|姓名|名字|姓什么|\bname of\b|\bnamed?\b(?= as)|\bwhat is .{0,30}\bname\b",
    Want.HOLDER: r"是谁|谁(?:是|任|担任|当)|哪位|\bwho (?:is|are|was|chairs|heads|serves|holds)\b|\bwho's\b",
    Want.POSTS: r"职务|职位|担任|是谁|什么人|任什么|任何职|身份|头衔|岗位|本职|角色|介绍|"
    r"\b(?:posts?|positions?|roles?|titles?|jobs?|who is|who's|ranks?|serves?|offices?|about)\b",
    Want.SEVERAL: r"哪些|哪几|几位|几个|名单|都有谁|分别|who are|deputy heads|deputies|members|list|names of",
    Want.FRONT_MATTER: r"印发|发布|文号|发文|成文|生效|签发|出台日期|落款|issued?|publish|document number|dated?|"
    r"take effect|effective|came out|releas",
}
_PATTERNS = {want: re.compile(pattern, re.IGNORECASE) for want, pattern in _ASKED_BY.items()}
# "多少公里", "几亿立方米": the figure must stand before the same measure.
_MEASURE = re.compile(
    r"(?:多少|几)(?:个)?(?:亿|万|千|百|余)*(立方米|平方米|公里|千米|公顷|学时|小时|分钟|户|吨|艘|亩|米|%)"
)
_MEASURE_EN = re.compile(
    r"\bhow many (?:\w+ ){0,3}?(kilomet|km\b|household|famil|cubic met|tonne|ton\b|tons\b|hectare|vehicle|boat|vessel|minute|"
    r"hour|day)",
    re.IGNORECASE,
)
_MEASURES_EN = {
    "kilomet": "公里|千米", "km": "公里|千米", "household": "户", "famil": "户", "cubic met": "立方米|方", "tonne": "吨",
    "ton": "吨", "tons": "吨", "hectare": "公顷", "vehicle": "辆|台", "boat": "艘|只", "vessel": "艘|只", "minute": "分钟",
    "hour": "小时|学时|课时", "day": "天|日",
}  # fmt: skip
_COUNTER = re.compile(r"(?:多少|几)([起人家个座条处台辆项元名支次万亿])")
# What is told apart by its number: "4号线", "附表1", "Line 4", "task 29"; not "2个", "3类".
_NUMBERED = re.compile(
    r"\d+(?=\s*号)|(?:附表|附件|专栏|表|第|任务)\s*(\d+)|\b(?:line|annex|table|box|task|item|route|phase|no\.?)\s*(\d+)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:至|到|[-—–~]|to|through|until)\s*((?:19|20)\d{2})", re.IGNORECASE)


def wants_of(text: str) -> Wants:
    """All that a question's words tell of what its answer must be."""
    span = _YEARS.search(text)
    return Wants(
        kinds=frozenset(want for want, pattern in _PATTERNS.items() if pattern.search(text)),
        measures=_measures(text),
        counters=frozenset(_COUNTER.findall(text)),
        numbered=tuple(next((g for g in m.groups() if g), m.group()) for m in _NUMBERED.finditer(text)),
        year_range=(int(span[1]), int(span[2])) if span else None,
    )


def _measures(text: str) -> tuple[str, ...]:
    if asked := _MEASURE.search(text):
        return (asked[1],)
    english = _MEASURE_EN.search(text)
    return tuple(_MEASURES_EN[english[1].lower()].split("|")) if english else ()
