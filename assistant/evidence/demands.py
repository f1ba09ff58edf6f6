"""What an answer must hold to be one: the unit, the kind of attribute and the year that the question asks for.

A fact of the right topic that lacks what is asked (a sum of money, a telephone number, that year's figure) is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.evidence.matching import match
from assistant.types import Asked, Place, Understanding
from index import Deadline, Fact, Indicator, Person
from index.terms.person_names import names

LEAST_MATCH = 0.3
"""An office of the question that a person's posts match less than this is another office."""


@dataclass(frozen=True, slots=True)
class _Demand:
    """A question that matches `asks` is answered only by a text that matches `holds`.

    A `count` may be asked beside a list ("which three teams, and how many people?"), which then need not hold it.
    """

    asks: re.Pattern[str]
    holds: re.Pattern[str]
    count: bool


def _demand(asks: str, holds: str, *, count: bool = True) -> _Demand:
    return _Demand(re.compile(asks, re.IGNORECASE), re.compile(holds, re.IGNORECASE), count)


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
_MONEY_ASKED = re.compile(rf"{_MONEY_ZH}|{_MONEY_EN}", re.IGNORECASE)
_DEMANDS = (
    _demand(rf"{_MONEY_ZH}|{_MONEY_EN}", r"[\d一二三四五六七八九十百千万]\s*余?[万亿]?元"),
    _demand(
        r"电话|手机号|热线|拨打|联系方式|传真|\bphone|\btelephone|\bhotline|\bcall\b|\bcontact (?:number|"
        r"details)|\bfax\b|\bdial\b",
        r"(?<![\d-])\d{7,}|\d{3,4}-\d{7,}|热线.{0,6}\d|\d{5}(?=热线|举报电话)|电话[:：]?\s*\d",
        count=False,
    ),
    _demand(r"地址|在哪(?:条)?(?:路|街)|\baddress\b|\bstreet\b", r"[路街道巷]\s*\d+\s*号", count=False),
    _demand(r"邮箱|电子邮件|\be-?mail\b", r"@", count=False),
    _demand(r"网址|官网|\bwebsite\b|\burl\b", r"www\.|https?:|\.cn", count=False),
    _demand(r"邮编|\bpostcode|\bzip code", r"邮编", count=False),
    _demand(
        r"多少(?:个)?(?:人|名|位)|(?:死|伤|亡)了?(?:多少|几)|几(?:个|名|位)人|"
        r"\bhow many (?:\w+ ){0,5}?(?:people|persons|workers|staff|deaths|died|dead|employees|officers|"
        r"members|killed|firefighters|miners|drivers|inspectors|experts|volunteers|residents|officials)|\bdeath toll",
        r"\d\s*余?万?(?:多)?[人名位]|(?:人数|死亡|编制)(?!.{0,10}(?:下降|减少|上升|降)).{0,12}\d|"
        r"[两三四五六七八九十][名人]",
    ),
    _demand(
        r"百分之|占比|比例|覆盖率|\bwhat (?:share|percentage|proportion)|\bpercent(?:age)?\b|"
        r"\bby (?:how much|what)\b.{0,20}(?:fall|drop|cut|reduc)",
        r"[%‰]|全部|全覆盖|百分之|下降\s*\d|率|\d\.\d",
    ),
    _demand(
        r"多久.{0,6}一?[次回轮]|多长时间.{0,6}一?[次回轮]|几[个天]月?.{0,4}一[次回轮]|隔多|"
        r"\bhow (?:often|frequently|regularly)\b|\bevery how\b",
        r"每(?:隔|半|两|一|三|\d+)?个?(?:[年月周日天]|季度|小时|分钟)|[一两]?年[一两]次|定期|每次|次/|\d\s*(?:分钟|小时).{0,12}[次轮]",
    ),
    _demand(
        r"(?:公司|企业|机构|单位)(?:的)?(?:名称|名字)|哪家(?:公司|厂家|厂商)|"
        r"\bnames? of the (?:\w+ ){0,4}?(?:agenc|compan|firm|enterprise|institution|contractor)|"
        r"\bwhich (?:contractor|company|firm|supplier|vendor)\b",
        r"公司|集团|、[^、]{2,12}等\s*\d+\s*家",
        count=False,
    ),
    _demand(r"文号|发文字号|\bdocument numbers?\b", r"[〔\[(（]\d{4}[〕\])）]\s*\d+\s*号"),
    _demand(r"多少起|几起|\bhow many (?:\w+ ){0,4}?accidents", r"\d\s*起|起数|零发生"),
    _demand(r"多少家|几家(?:企业|单位|机构|公司)", r"\d\s*余?家|[两三四五六七八九十]家|户"),
)
# "多少公里", "几亿立方米": the figure must stand before the same measure.
_MEASURE_ASKED = re.compile(
    r"(?:多少|几)(?:个)?(?:亿|万|千|百|余)*(立方米|平方米|公里|千米|公顷|学时|小时|分钟|户|吨|艘|亩|米|%)"
)
_MEASURE_ASKED_EN = re.compile(
    r"\bhow many (?:\w+ ){0,3}?(kilomet|km\b|household|famil|cubic met|tonne|ton\b|tons\b|hectare|vehicle|boat|vessel|minute|"
    r"hour|day)",
    re.IGNORECASE,
)
_MEASURES_EN = {
    "kilomet": "公里|千米", "km": "公里|千米", "household": "户", "famil": "户", "cubic met": "立方米|方", "tonne": "吨",
    "ton": "吨", "tons": "吨", "hectare": "公顷", "vehicle": "辆|台", "boat": "艘|只", "vessel": "艘|只", "minute": "分钟",
    "hour": "小时|学时|课时", "day": "天|日",
}  # fmt: skip
_NUMERAL = r"(?:[\d一二三四五六七八九十百千两半]\s*)[余多来]?[万亿千百]*\s*(?:个)?"


def _measure_unmet(question: str, text: str) -> bool:
    """Whether a question for so many of a measure (公里, 户, tonnes) gets a text without a figure in it."""
    asked = _MEASURE_ASKED.search(question)
    english = _MEASURE_ASKED_EN.search(question)
    measure = asked[1] if asked else _MEASURES_EN[english[1].lower()] if english else ""
    return bool(measure) and not re.search(rf"{_NUMERAL}(?:{measure})", text)


# What asks for money, and the words for it, are no subject: the sum must be said of something that was asked about.
_MONEY_WORD = re.compile(r"资金|经费|投资|费用|金额|预算|元$|投入|财政|补助|补贴|奖励|奖金|罚款")
# Who a person is by name; a plan that names nobody for a post does not tell.
_NAME_ASKED = re.compile(
    r"叫什么|叫啥|姓名|名字|姓什么|\bname of\b|\bnamed?\b(?= as)|\bwhat is .{0,30}\bname\b", re.IGNORECASE
)
_HOLDER_ASKED = re.compile(
    r"是谁|谁(?:是|任|担任|当)|哪位|\bwho (?:is|are|was|chairs|heads|serves|holds)\b|\bwho's\b", re.IGNORECASE
)
_HOLDER = re.compile(r"兼任|担任|第一责任人|由.{2,14}[任兼]|主要领导|负责人|实际控制人")
_OFFICE = re.compile(r"(?:局|委|办|厅|会|队|社|院|部|署|站|工会|团委|妇联|政府|公司)$")


def unmet(meant: Understanding, text: str, fact: Fact | None) -> bool:
    """Whether `text` lacks what the question asks for; of several things asked at once one will do."""
    question = meant.question.text
    if isinstance(fact, Indicator) and fact.row and re.search(r"\d", fact.value):
        unit = (
            "起"
            if re.search(r"起数", fact.row + fact.column)
            else "人"
            if re.search(r"人数|死亡", fact.row + fact.column)
            else ""
        )
        text = f"{text} {fact.value}{unit}"
    asked = [d for d in _asked(question) if not (d.count and meant.asked is Asked.LIST)]
    if asked and not any(d.holds.search(text) for d in asked):
        return True
    return meant.asked is not Asked.LIST and _measure_unmet(question, text)


# What is said of these is said of a sector among them: "矿山、危险化学品等重点行业领域机械化程度达到80%以上".
_WIDER_SECTOR = re.compile(r"矿山|高危|行业|工矿商贸|各类企业|所有企业")


def subject_unmet(meant: Understanding, place: Place, fact: Fact | None) -> bool:
    """Whether a sum of money is said of nothing that the question speaks of, or a figure of no sector that it names.

    To be asked only where the question speaks in the plans' own words: everyday words need not stand beside the answer.
    """
    strong = [c for c in meant.concepts if c.weight >= 0.5 and c.spellings]
    sectors = [c for c in strong if c.firm and c.kind == "sector"]
    other_sector = bool(sectors) and all(match(c, place) == 0.0 for c in sectors)
    if meant.asked is Asked.FIGURE and fact is None and other_sector and not _WIDER_SECTOR.search(place.text):
        return True
    if not _MONEY_ASKED.search(meant.question.text):
        return False
    subjects = [c for c in strong if not _MONEY_WORD.search(c.spellings[0])]
    around = Place(place.text, place.heading, place.path, "")
    return bool(subjects) and all(match(c, around) == 0.0 for c in subjects)


@lru_cache(maxsize=64)
def _asked(question: str) -> tuple[_Demand, ...]:
    """What a question asks for; remembered, since every unit is held against it."""
    return tuple(d for d in _DEMANDS if d.asks.search(question))


def year_unmet(meant: Understanding, text: str, fact: Fact | None, period: tuple[int, int] | None) -> bool:
    """Whether a question that names a year gets a text of other years.

    A target without a year of its own is the plan's last year's; text without any year is taken to be of the plan's
    period.
    """
    if not meant.years:
        return False
    if any(str(year) in text for year in meant.years):
        return False
    if isinstance(fact, Indicator) and fact.row and fact.years:
        allowed = set(fact.years) if len(set(fact.years)) <= 2 else {max(fact.years)}
        return not allowed & set(meant.years)
    if isinstance(fact, Deadline) and fact.date:
        return not any(fact.date.startswith(str(year)) for year in meant.years)
    if re.search(r"(?:19|20)\d{2}", text):
        return True
    return period is not None and not any(period[0] <= year <= period[1] for year in meant.years)


# What is told apart by its number: "4号线", "附表1", "Line 4", "task 29"; not "2个", "3类".
_NUMBERED = re.compile(
    r"\d+(?=\s*号)|(?:附表|附件|专栏|表|第|任务)\s*(\d+)|\b(?:line|annex|table|box|task|item|route|phase|no\.?)\s*(\d+)",
    re.IGNORECASE,
)


# "沙坡头区", "阿图什市"; not "全市", "各县", "山区", "老城区".
_PLACE_NAME = re.compile(
    r"^(?![全各本我城山农林牧矿库灾地郊园景校厂社居小老市县])[\u4e00-\u9fff]{2,6}(?:省|市|县|区|州|盟|旗|镇|乡)$"
)


def thing_unmet(meant: Understanding, place: Place, text: str) -> bool:
    """Whether the question names a numbered thing or a place inside the plan's area that the text is not about."""
    around = f"{text} {place.heading} {place.path} {place.nearby}"
    for found in _NUMBERED.finditer(meant.question.text):
        number = next((g for g in found.groups() if g), found.group())
        if not re.search(rf"(?<!\d){number}(?!\d)", around):
            return True
    named = (c for c in meant.concepts if c.kind == "place" and c.spellings and _PLACE_NAME.match(c.spellings[0]))
    return any(match(c, place) == 0.0 for c in named)


def years_untold(meant: Understanding, texts: Iterable[str]) -> bool:
    """Whether the question names a year that no plan in question speaks of at all."""
    if not meant.years:
        return False
    searched = tuple(texts)
    return any(not any(str(year) in text for text in searched) for year in meant.years)


def name_unmet(meant: Understanding, place: Place, text: str, fact: Fact | None) -> bool:
    """Whether a question for a person gets no person, no holder of a post, or somebody of another office."""
    if meant.asked is not Asked.PERSON:
        return False
    question = meant.question.text
    if isinstance(fact, Person) and names(question, fact.name):
        return not _POST_ASKED.search(question) and not _speaks_of(meant, fact, place)
    offices = [c for c in meant.concepts if any(_OFFICE.search(s) for s in c.spellings[:2]) and c.weight >= 0.5]
    if any(match(c, place) < LEAST_MATCH for c in offices):
        return True
    if isinstance(fact, Person):
        return False
    posts = [c for c in meant.concepts if c.kind == "post" and c.weight >= 0.5]
    if posts and not any(match(c, Place(text, "", "", "")) for c in posts):
        return True
    if _NAME_ASKED.search(question):
        return True
    return bool(_HOLDER_ASKED.search(question)) and not _HOLDER.search(text)


_POST_ASKED = re.compile(
    r"职务|职位|担任|是谁|什么人|任什么|任何职|身份|头衔|岗位|本职|角色|介绍|"
    r"\b(?:posts?|positions?|roles?|titles?|jobs?|who is|who's|ranks?|serves?|offices?|about)\b",
    re.IGNORECASE,
)


def _speaks_of(meant: Understanding, person: Person, place: Place) -> bool:
    """Whether a named person's posts hold something else that the question speaks of than the name."""
    others = [c for c in meant.concepts if c.weight >= 0.5 and c.spellings and not names(c.asked_as, person.name)]
    others = [c for c in others if c.spellings[0] not in person.name]
    return not others or any(match(c, place) > 0.0 for c in others)


def row_unmet(meant: Understanding, place: Place, fact: Fact | None) -> bool:
    """Whether a table's cell is of another sector, office or place than the question names."""
    if not isinstance(fact, Indicator) or not fact.row:
        return False
    firm = [c for c in meant.concepts if c.firm and c.weight >= 0.5]
    return any(match(concept, place) < LEAST_MATCH for concept in firm)
