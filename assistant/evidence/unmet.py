"""What an answer must hold to be one: the unit, the kind of attribute and the year that the question asks for.

A fact of the right topic that lacks what is asked (a sum of money, a telephone number, that year's figure) is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.evidence.matching import match
from assistant.types import Asked, Place, Understanding, Want
from index import Deadline, Fact, Indicator, Person
from index.terms.person_names import names

LEAST_MATCH = 0.3
"""An office of the question that a person's posts match less than this is another office."""


# What a text must hold, of which one thing is wanted; see `assistant.question.wants`.
_HELD_BY: dict[Want, str] = {
    Want.MONEY: r"[\d一二三四五六七八九十百千万]\s*余?[万亿]?元",
    Want.PHONE: r"(?<![\d-])\d{7,}|\d{3,4}-\d{7,}|热线.{0,6}\d|\d{5}(?=热线|举报电话)|电话[:：]?\s*\d",
    Want.ADDRESS: r"[路街道巷]\s*\d+\s*号",
    Want.EMAIL: r"@",
    Want.WEBSITE: r"www\.|https?:|\.cn",
    Want.POSTCODE: r"邮编",
    Want.PEOPLE: r"\d\s*余?万?(?:多)?[人名位]|(?:人数|死亡|编制)(?!.{0,10}(?:下降|减少|上升|降)).{0,12}\d|[两三四五六七八九十][名人]",
    Want.SHARE: r"[%‰]|全部|全覆盖|百分之|下降\s*\d|率|\d\.\d",
    Want.FREQUENCY: r"每(?:隔|半|两|一|三|\d+)?个?(?:[年月周日天]|季度|小时|分钟)|[一两]?年[一两]次|定期|每次|次/|"
    r"\d\s*(?:分钟|小时).{0,12}[次轮]",
    Want.COMPANY: r"公司|集团|、[^、]{2,12}等\s*\d+\s*家",
    Want.DOCUMENT_NUMBER: r"[〔\[(（]\d{4}[〕\])）]\s*\d+\s*号",
    Want.ACCIDENTS: r"\d\s*起|起数|零发生",
    Want.ENTERPRISES: r"\d\s*余?家|[两三四五六七八九十]家|户",
}
_HOLDS = {want: re.compile(pattern, re.IGNORECASE) for want, pattern in _HELD_BY.items()}
_COUNTS = frozenset(
    {Want.MONEY, Want.PEOPLE, Want.SHARE, Want.FREQUENCY, Want.DOCUMENT_NUMBER, Want.ACCIDENTS, Want.ENTERPRISES}
)
"""What may be asked beside a list ("which three teams, and how many people?"), which then need not hold it."""
_NUMERAL = r"(?:[\d一二三四五六七八九十百千两半]\s*)[余多来]?[万亿千百]*\s*(?:个)?"


def _measure_unmet(meant: Understanding, text: str) -> bool:
    """Whether a question for so many of a measure (公里, 户, tonnes) gets a text without a figure in it."""
    measures = meant.wants.measures
    return bool(measures) and not re.search(rf"{_NUMERAL}(?:{'|'.join(measures)})", text)


# What asks for money, and the words for it, are no subject: the sum must be said of something that was asked about.
_MONEY_WORD = re.compile(r"资金|经费|投资|费用|金额|预算|元$|投入|财政|补助|补贴|奖励|奖金|罚款")
_HOLDER = re.compile(r"兼任|担任|第一责任人|由.{2,14}[任兼]|主要领导|负责人|实际控制人")
_OFFICE = re.compile(r"(?:局|委|办|厅|会|队|社|院|部|署|站|工会|团委|妇联|政府|公司)$")


def unmet(meant: Understanding, text: str, fact: Fact | None) -> bool:
    """Whether `text` lacks what the question asks for; of several things asked at once one will do."""
    if isinstance(fact, Indicator) and fact.row and re.search(r"\d", fact.value):
        unit = (
            "起"
            if re.search(r"起数", fact.row + fact.column)
            else "人"
            if re.search(r"人数|死亡", fact.row + fact.column)
            else ""
        )
        text = f"{text} {fact.value}{unit}"
    listed = meant.asked is Asked.LIST
    wanted = [pattern for want, pattern in _HOLDS.items() if want in meant.wants and not (listed and want in _COUNTS)]
    if wanted and not any(pattern.search(text) for pattern in wanted):
        return True
    return not listed and _measure_unmet(meant, text)


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
    if Want.MONEY not in meant.wants:
        return False
    subjects = [c for c in strong if not _MONEY_WORD.search(c.spellings[0])]
    around = Place(place.text, place.heading, place.path, "")
    return bool(subjects) and all(match(c, around) == 0.0 for c in subjects)


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


# "沙坡头区", "阿图什市"; not "全市", "各县", "山区", "老城区".
_PLACE_NAME = re.compile(
    r"^(?![全各本我城山农林牧矿库灾地郊园景校厂社居小老市县])[\u4e00-\u9fff]{2,6}(?:省|市|县|区|州|盟|旗|镇|乡)$"
)


def thing_unmet(meant: Understanding, place: Place, text: str) -> bool:
    """Whether the question names a numbered thing or a place inside the plan's area that the text is not about."""
    around = f"{text} {place.heading} {place.path} {place.nearby}"
    if not all(re.search(rf"(?<!\d){number}(?!\d)", around) for number in meant.wants.numbered):
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
    if isinstance(fact, Person) and fact.name in meant.people:
        return Want.POSTS not in meant.wants and not _speaks_of(meant, fact, place)
    offices = [c for c in meant.concepts if any(_OFFICE.search(s) for s in c.spellings[:2]) and c.weight >= 0.5]
    if any(match(c, place) < LEAST_MATCH for c in offices):
        return True
    if isinstance(fact, Person):
        return False
    posts = [c for c in meant.concepts if c.kind == "post" and c.weight >= 0.5]
    if posts and not any(match(c, Place(text, "", "", "")) for c in posts):
        return True
    if Want.NAME in meant.wants:
        return True
    return Want.HOLDER in meant.wants and not _HOLDER.search(text)


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
