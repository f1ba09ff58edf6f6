"""Whether a text lacks what the question wants: the unit, the kind of attribute, the year, the person, the thing.

A fact of the right topic that lacks what is asked (a sum of money, a telephone number, that year's figure) is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.evidence.matching import match
from assistant.facts import view_of
from assistant.types import Asked, Concept, Place, Understanding, Want
from index import Fact
from index.terms.lexicon import DOCUMENT_NUMBER, ends_with, is_office, years_in
from index.terms.person_names import names

LEAST_MATCH = 0.3
"""An office of the question that a person's posts match less than this is another office."""
STRONG = 0.5
"""What weighs less than this in a question decides nothing alone."""

# What a text must hold where a thing other than so many of a unit is wanted.
_HELD_BY: dict[Want, str] = {
    Want.PHONE: r"(?<![\d-])\d{7,}|\d{3,4}-\d{7,}|热线.{0,6}\d|\d{5}(?=热线|举报电话)|电话[:：]?\s*\d",
    Want.ADDRESS: r"[路街道巷]\s*\d+\s*号",
    Want.EMAIL: r"@",
    Want.WEBSITE: r"www\.|https?:|\.cn",
    Want.SHARE: r"[%‰率]|全部|全覆盖|百分之|\d\.\d",
    Want.FREQUENCY: r"每|定期|[一二两三四\d]\s*次",
    Want.COMPANY: r"公司|集团|、[^、]{2,12}等\s*\d+\s*家",
    Want.DOCUMENT_NUMBER: DOCUMENT_NUMBER,
}
_COUNTED = frozenset({Want.SHARE, Want.FREQUENCY, Want.DOCUMENT_NUMBER})
"""What may be asked beside a list ("which three teams, and how many people?"), which then need not hold it."""
_NUMBER = r"[\d一二三四五六七八九十百千两半]\s*[余多来]?[万亿千百]*\s*个?"
# "死亡人数控制在45以内"; "死亡人数下降10%" counts nobody.
_COUNT_NAMED = r"数(?![^,，。;；]{0,10}[降减少升])[^,，。;；]{0,12}\d"
_OFFICE_KINDS = ("office", "body", "")
"""Kinds of the glossary that name an office; a name that it does not hold has none. 牵头单位 is none."""
# What asks for money, and the words for it, are no subject: the sum must be said of something that was asked about.
_MONEY_WORDS = ("资金", "经费", "投资", "费用", "金额", "预算", "投入", "财政", "补助", "补贴", "奖", "罚款")
# What is said of these is said of a sector among them: "矿山、危险化学品等重点行业领域机械化程度达到80%以上".
_WIDER_SECTORS = ("矿山", "高危", "行业", "工矿商贸", "各类企业", "所有企业")
_OPENS_NO_NAME = "全各本我城山农林牧矿库灾地郊园景校厂社居小老市县"
MOST_PLACE_CHARS = 7
"""Longer names are those of prefectures, which the plans in question are of."""
# Who holds a post may be told without a name: "由市长兼任", "主要负责人是第一责任人".
_HOLDER = re.compile(r"[兼担]任|第一责任人|由.{2,14}任|主要领导|负责人|实际控制人")


def unmet(meant: Understanding, text: str, fact: Fact | None) -> bool:
    """Whether `text` lacks what the question wants; of several things wanted at once one will do."""
    patterns = _patterns(meant.wants.kinds, meant.wants.units, listed=meant.asked is Asked.LIST)
    told = f"{text} {view_of(fact).told}"
    return bool(patterns) and not any(pattern.search(told) for pattern in patterns)


@lru_cache(maxsize=64)
def _patterns(kinds: frozenset[Want], units: frozenset[str], *, listed: bool) -> tuple[re.Pattern[str], ...]:
    """What a text must match one of; remembered, since every unit of a question is held against it."""
    held = [pattern for want, pattern in _HELD_BY.items() if want in kinds and not (listed and want in _COUNTED)]
    if units and not listed:
        counted = "|".join(sorted(units))
        held.append(rf"{_NUMBER}(?:{counted})|(?:{counted}){_COUNT_NAMED}|[(（][万亿千百]*(?:{counted})[)）]")
    return tuple(re.compile(pattern) for pattern in held)


def subject_unmet(meant: Understanding, place: Place, fact: Fact | None) -> bool:
    """Whether a sum of money is said of nothing that the question speaks of, or a figure of no sector that it names.

    To be asked only where the question speaks in the plans' own words: everyday words need not stand beside the answer.
    """
    strong = [c for c in _strong(meant) if c.spellings]
    sectors = [c for c in strong if c.firm and c.kind == "sector"]
    if meant.asked is Asked.FIGURE and fact is None and sectors and not any(match(c, place) for c in sectors):
        return not any(wider in place.text for wider in _WIDER_SECTORS)
    if "元" not in meant.wants.units:
        return False
    subjects = [c for c in strong if not any(word in c.spellings[0] for word in _MONEY_WORDS)]
    around = Place(place.text, place.heading, place.path, "")
    return bool(subjects) and not any(match(c, around) for c in subjects)


def year_unmet(meant: Understanding, text: str, fact: Fact | None, period: tuple[int, int] | None) -> bool:
    """Whether a question that names a year gets a text of other years.

    A target without a year of its own is the plan's last year's; text without any year is taken to be of the plan's
    period.
    """
    if not meant.years or any(str(year) in text for year in meant.years):
        return False
    if own := view_of(fact).years:
        return not own & set(meant.years)
    if years_in(text):
        return True
    return period is not None and not any(period[0] <= year <= period[1] for year in meant.years)


def thing_unmet(meant: Understanding, place: Place, text: str) -> bool:
    """Whether the question names a numbered thing or a place inside the plan's area that the text is not about."""
    around = f"{text} {place.heading} {place.path} {place.nearby}"
    if not all(re.search(rf"(?<!\d){number}(?!\d)", around) for number in meant.wants.numbered):
        return True
    named = (c for c in meant.concepts if c.kind == "place" and c.spellings and _is_place(c.spellings[0]))
    return any(match(c, place) == 0.0 for c in named)


def _is_place(name: str) -> bool:
    """Whether a place of the glossary has a name of its own: "沙坡头区", "阿图什市"; not "全市", "山区", "老城区"."""
    return 3 <= len(name) <= MOST_PLACE_CHARS and ends_with(name, "levels") and name[0] not in _OPENS_NO_NAME


def years_untold(meant: Understanding, texts: Iterable[str]) -> bool:
    """Whether the question names a year that no plan in question speaks of at all."""
    searched = tuple(texts) if meant.years else ()
    return any(not any(str(year) in text for text in searched) for year in meant.years)


def name_unmet(meant: Understanding, place: Place, text: str, fact: Fact | None) -> bool:
    """Whether a question for a person gets no person, no holder of a post, or somebody of another office."""
    if meant.asked is not Asked.PERSON:
        return False
    person = view_of(fact).person
    if person and person.name in meant.people:
        return Want.POSTS not in meant.wants and not _speaks_of(meant, person.name, place)
    offices = [c for c in _strong(meant) if c.kind in _OFFICE_KINDS and any(map(_names_office, c.spellings[:2]))]
    if any(match(c, place) < LEAST_MATCH for c in offices):
        return True
    if person:
        return False
    posts = [c for c in _strong(meant) if c.kind == "post"]
    if posts and not any(match(c, Place(text, "", "", "")) for c in posts):
        return True
    return Want.NAME in meant.wants or (Want.HOLDER in meant.wants and not _HOLDER.search(text))


def _names_office(name: str) -> bool:
    """Whether words name an office that people belong to: "县应急管理局"; not a body's "办公室", which is told as a role."""
    return is_office(name) and not name.endswith("办公室")


def _speaks_of(meant: Understanding, name: str, place: Place) -> bool:
    """Whether a named person's posts hold something else that the question speaks of than the name."""
    others = [c for c in _strong(meant) if c.spellings and not names(c.asked_as, name)]
    others = [c for c in others if c.spellings[0] not in name]
    return not others or any(match(c, place) > 0.0 for c in others)


def row_unmet(meant: Understanding, place: Place, fact: Fact | None) -> bool:
    """Whether a table's cell is of another sector, office or place than the question names."""
    firm = [c for c in _strong(meant) if c.firm]
    return view_of(fact).cell is not None and any(match(concept, place) < LEAST_MATCH for concept in firm)


def _strong(meant: Understanding) -> list[Concept]:
    return [c for c in meant.concepts if c.weight >= STRONG]
