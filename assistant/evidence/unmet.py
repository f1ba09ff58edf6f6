"""Which units lack what the question wants: the unit of measure, the kind of attribute, the year, the person, the thing.

A fact of the right topic that lacks what is asked (a sum of money, a telephone number, that year's figure) is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from assistant.evidence.matching import HEADING, OTHER_SPELLING, PATH, TEXT, Marks, Values, matches
from assistant.evidence.seen import Seen
from assistant.evidence.units import Unit
from assistant.types import Asked, Concept, Place, Understanding, Want
from assistant.wording.quoting import is_english, title_of
from index import Index, Person, Trait
from index.terms.lexicon import DOCUMENT_NUMBER, ends_with, is_office, is_one_of, years_in
from index.terms.numbering import chinese_numeral
from index.terms.person_names import names

LEAST_MATCH = 0.3
"""An office of the question that a person's posts match less than this is another office."""
LEAST_OF_POST = 0.62
"""A post that is matched less stands nowhere whole: 县委书记 shares most pairs with 县委副书记."""

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


def unmet(seen: Seen) -> Marks:
    """The units that lack what the question wants; of several things wanted at once one will do.

    The patterns are of Chinese: of a sentence in English any figure will do.
    """
    wants = seen.meant.wants
    patterns = _patterns(wants.kinds, wants.units, listed=seen.meant.asked is Asked.LIST)
    if not patterns:
        return seen.none
    told = (f"{text} {view.told}" for text, view in zip(seen.texts, seen.views, strict=True))
    return seen.each(
        not any(pattern.search(text) for pattern in patterns) and not (is_english(text) and any(map(str.isdigit, text)))
        for text in told
    )


@lru_cache(maxsize=64)
def _patterns(kinds: frozenset[Want], units: frozenset[str], *, listed: bool) -> tuple[re.Pattern[str], ...]:
    """What a text must match one of; remembered, since every unit of a question is held against it."""
    held = [pattern for want, pattern in _HELD_BY.items() if want in kinds and not (listed and want in _COUNTED)]
    if units and not listed:
        counted = "|".join(sorted(units))
        held.append(rf"{_NUMBER}(?:{counted})|(?:{counted}){_COUNT_NAMED}|[(（][万亿千百]*(?:{counted})[)）]")
    return _compiled(tuple(held))


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def counted(seen: Seen) -> Marks:
    """The units that tell so many of what the question counts: 5000条 for "多少条"."""
    counters = seen.meant.wants.counters
    if not counters:
        return seen.none
    (told,) = _compiled((rf"{_NUMBER}(?:{'|'.join(sorted(counters))})",))
    return seen.each(told.search(text) for text in seen.texts)


def subject_unmet(seen: Seen, index: Index) -> Marks:
    """The units that tell a sum of money of nothing that the question speaks of, or a figure of no sector that it names.

    What the title of a paper names all of it is about. To be heeded only where the question speaks in the plans' own
    words: everyday words need not stand beside the answer.
    """
    meant, found = seen.meant, seen.matches
    spoken = [c for c in seen.strong if c.spellings]
    sectors = [c for c in spoken if c.firm and c.kind == "sector"]
    subjects = [c for c in spoken if not any(word in c.spellings[0] for word in _MONEY_WORDS)]
    lacking = seen.none
    if "元" in meant.wants.units and subjects:
        lacking = (found.most(subjects, PATH) == 0.0) & (_of_title(seen, subjects, index) == 0.0)
    if meant.asked is Asked.FIGURE and sectors:
        other = (found.most(sectors) == 0.0) & (_of_title(seen, sectors, index) == 0.0)
        other &= seen.each(unit.fact is None for unit in seen.units)
        wider = seen.each(any(word in unit.place.text for word in _WIDER_SECTORS) for unit in seen.units)
        lacking = np.where(other, ~wider, lacking)
    return lacking


def _of_title(seen: Seen, concepts: Sequence[Concept], index: Index) -> Values:
    """How surely the title of each unit's document speaks of one of some concepts."""
    documents = [unit.span.document_id for unit in seen.units]
    once = sorted(set(documents))
    told = matches(concepts, [Place(index.described(document).title, "", "", "") for document in once]).most(concepts)
    of_each = dict(zip(once, told.tolist(), strict=True))
    return np.array([of_each[document] for document in documents])


def year_unmet(seen: Seen, index: Index) -> Marks:
    """The units of other years than the question names.

    A target without a year of its own is the plan's last year's; text without any year is taken to be of the plan's
    period.
    """
    if not seen.meant.years:
        return seen.none
    wants = seen.meant.wants
    changes = Want.REDUCTION in wants or Want.DIFFERENCE in wants or _only_compared_with(seen.meant.years, wants.said)
    of_itself = seen.meant.asked is Asked.FIGURE and not changes
    plans = {unit.span.document_id for unit in seen.units}
    periods = {plan: index.described(plan).period for plan in plans}
    told = zip(seen.units, seen.views, seen.telling(Trait.YEAR), strict=True)
    return seen.each(
        _is_of_other_years(unit, view.years, periods[unit.span.document_id], seen.meant.years, dated=dated)
        or (of_itself and unit.fact is None and _only_compared_with(seen.meant.years, unit.place.text))
        for unit, view, dated in told
    )


def _only_compared_with(years: Sequence[int], text: str) -> bool:
    """Whether a text names years only to compare with them: "较2023年下降15%" tells no figure of 2023."""
    before = [piece for year in years for piece in text.split(str(year))[:-1]]
    return bool(before) and all(piece.endswith(("较", "比")) for piece in before)


def _is_of_other_years(
    unit: Unit, own: frozenset[int], period: tuple[int, int] | None, asked: tuple[int, ...], *, dated: bool
) -> bool:
    titled = f"{unit.place.text} {unit.place.heading}"
    if any(str(year) in titled for year in asked):
        return False
    if own:
        return not own & set(asked)
    if dated or years_in(unit.place.heading):
        return True
    return period is not None and not any(period[0] <= year <= period[1] for year in asked)


def thing_unmet(seen: Seen, index: Index) -> Marks:
    """The units that are not about the numbered thing, or the place inside the plan's area, that the question names.

    A place in a paper's title is what all of the paper is about.
    """
    lacking = seen.none
    for concept in seen.meant.concepts:
        if concept.kind == "place" and concept.spellings and _is_place(concept.spellings[0]):
            of_title = {
                one: any(spelling in index.described(one).title for spelling in concept.spellings)
                for one in {unit.span.document_id for unit in seen.units}
            }
            titled = seen.each(of_title[unit.span.document_id] for unit in seen.units)
            lacking |= (seen.matches.of(concept) == 0.0) & ~titled
    for number in seen.meant.wants.numbered:
        # "第11类", "11 完成…", "第十一类"; not "2025年11月底", a date.
        written = rf"(?<!\d){number}(?![\d年月日])|第{chinese_numeral(int(number))}(?![一二三四五六七八九十])"
        lacking |= ~seen.each(re.search(written, around) for around in _surroundings(seen))
    return lacking


def _surroundings(seen: Seen) -> list[str]:
    places = [unit.place for unit in seen.units]
    return [f"{text} {p.heading} {p.path} {p.nearby}" for text, p in zip(seen.texts, places, strict=True)]


def _is_place(name: str) -> bool:
    """Whether a place of the glossary has a name of its own: "沙坡头区", "阿图什市"; not "全市", "山区", "老城区"."""
    return 3 <= len(name) <= MOST_PLACE_CHARS and ends_with(name, "levels") and name[0] not in _OPENS_NO_NAME


def years_untold(meant: Understanding, index: Index) -> bool:
    """Whether the question names a year that no plan in question speaks of at all."""
    told = (index.documents_holding(str(year)) for year in meant.years)
    return any(not (plans & set(meant.plans) if meant.plans else plans) for plans in told)


def name_unmet(seen: Seen, index: Index) -> Marks:
    """The units that give a question for a person no person, no holder of a post, or somebody of another office.

    Of whom a paper names, its own issuer is no other office.
    """
    if seen.meant.asked is not Asked.PERSON:
        return seen.none
    offices = [c for c in seen.strong if c.kind in _OFFICE_KINDS and any(map(_names_office, c.spellings[:2]))]
    # Below a bare "2.1 指挥部" a paper speaks of its own, whatever a question calls it.
    in_own_body = seen.each(is_one_of(title_of(unit.place.heading), "bodies") for unit in seen.units)
    of_other_office = (seen.matches.least(offices) < LEAST_MATCH) & ~_of_issuer(seen, offices, index)
    if all(concept.kind == "body" for concept in offices):
        of_other_office &= ~in_own_body
    posts = [c for c in seen.strong if c.kind == "post"]
    told = matches(posts, [Place(text, "", "", "") for text in seen.texts])
    of_no_post = (told.most(posts, TEXT) < OTHER_SPELLING) & bool(posts)  # a 副局长 is no 局长
    # Who is "一把手" or "the head" is told by other words.
    held = [c for c in posts if ends_with(c.asked_as if not c.asked_as.isascii() else c.spellings[0], "posts")]
    of_other_post = (seen.matches.most(held, HEADING) < LEAST_OF_POST) & bool(held)
    lacking: Marks = of_other_office | of_no_post | seen.each(_names_nobody(seen.meant, text) for text in seen.texts)
    for at, view in enumerate(seen.views):
        if view.person and view.person.name in seen.meant.people:
            lacking[at] = Want.POSTS not in seen.meant.wants and not _speaks_of(seen, view.person, at)
        elif view.person:
            lacking[at] = of_other_office[at] or of_other_post[at]
    return lacking


def _of_issuer(seen: Seen, offices: Sequence[Concept], index: Index) -> Marks:
    """The units whose document one of some offices issued."""
    documents = [unit.span.document_id for unit in seen.units]
    once = sorted(set(documents))
    told = matches(offices, [Place(index.described(document).issuer, "", "", "") for document in once]).most(offices)
    own = {document for document, match in zip(once, told.tolist(), strict=True) if match >= LEAST_MATCH}
    return seen.each(document in own for document in documents)


def _names_nobody(meant: Understanding, text: str) -> bool:
    """Whether a sentence does not do for an answer: a name is wanted, or the holder of a post, and it tells none."""
    if is_english(text):
        return not any(one.istitle() and other.istitle() for one, other in pairwise(text.split()))
    return Want.NAME in meant.wants or (Want.HOLDER in meant.wants and not _HOLDER.search(text))


def _names_office(name: str) -> bool:
    """Whether words name an office that people belong to: "县应急管理局"; not a body's "办公室", which is told as a role."""
    return is_office(name) and not name.endswith("办公室")


def _speaks_of(seen: Seen, person: Person, at: int) -> bool:
    """Whether a named person's posts hold something else that the question speaks of than the name."""
    others = [c for c in seen.strong if c.spellings and not names(c.asked_as, person.name)]
    others = [c for c in others if c.spellings[0] not in person.name]
    return not others or any(seen.matches.of(c)[at] > 0.0 for c in others)
