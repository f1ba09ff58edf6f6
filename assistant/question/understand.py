"""Understanding a question: its language, places and plans, years, what kind of thing it asks and what of.

Rules only, each one readable: an official can be told why a question was taken as it was.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache

from opencc import OpenCC

from assistant.question.concepts import concepts_of, query_of
from assistant.question.kinds import asked_of, kind_of, language_of
from assistant.question.places import Places, find_places
from assistant.question.wants import wants_of
from assistant.types import Asked, Language, Question, Understanding
from index import Index, Person, plan_years
from index.terms.glossary import Glossary
from index.terms.person_names import names

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_PLAN_NAME = re.compile(
    r"[“\"]?([一二三四五六七八九十]{1,3})五[”\"]?(?=规划|计划|期间|时期|末|以来|的|[^\u4e00-\u9fff]|$)"
)
# How questions name the plan itself: "安全生产“十三五”规划", "the 14th Five-Year work safety plan"; not what they ask of it.
_PLAN_TITLE = re.compile(
    r"(?:安全生产)?[“\"]?十[一二三四五六]五[”\"]?(?:安全生产)?(?:发展)?(?:规划|计划)|"
    r"安全生产(?:“?十[一二三四五六]五”?)?(?:发展)?(?:规划|计划)(?!目标)|"
    r"三年行动(?:实施)?(?:方案|计划)|"
    r"\b(?:the )?(?:1\dth|thirteenth|fourteenth|fifteenth)(?: (?:five|"
    r"5)[- ]year)?(?: work[- ]safety)? plan(?:'s)?\b|\bwork[- ]safety plan(?:'s)?\b|"
    r"\bthree[- ]year (?:action )?plan\b",
    re.IGNORECASE,
)
_PLAN_NAME_EN = re.compile(
    r"\b(1[0-9])(?:th)?[- ](?:five|5)[- ]year|\b(tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth)\b",
    re.IGNORECASE,
)
_ORDINALS = {"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}


def understand(question: Question, index: Index, glossary: Glossary) -> Understanding:
    """What `question` means; a follow-up is completed from its history (place, kind and topic that it leaves out)."""
    text = normalised(question.text)
    meant = replace(_read(text, index, glossary), question=replace(question, text=text))
    for earlier in reversed(question.history):
        if not _is_elliptical(meant, text):
            break
        meant = _completed(meant, _read(normalised(earlier), index, glossary), text)
    plans = meant.plans or meant.named_plans
    people = people_named(text, index, plans)
    if meant.asked is Asked.MEASURE and people:
        meant = replace(meant, asked=Asked.PERSON)
    if question.plans:
        plans = tuple(p for p in question.plans if not meant.named_plans or p in meant.named_plans) or question.plans
    meant = replace(meant, plans=plans, query=query_of(meant.concepts, text), wants=wants_of(text), people=people)
    if meant.asked is not Asked.COMPARE:
        return meant
    compared = plans or tuple(document.id for document in index.documents)
    return replace(meant, by_plan=tuple((plan, _for_plan(meant, text, plan, index, glossary)) for plan in compared))


def people_named(text: str, index: Index, plans: tuple[str, ...]) -> tuple[str, ...]:
    """Persons of the plans in question whom a text names: what else it asks is about them."""
    named = (person.name for person in index.facts(Person, plans or None) if names(text, person.name))
    return tuple(dict.fromkeys(named))


def normalised(text: str) -> str:
    """A question in the form that plans are written in: NFKC (full-width letters and digits), simplified characters."""
    return str(_simplified().convert(unicodedata.normalize("NFKC", text)))


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


def _read(text: str, index: Index, glossary: Glossary) -> Understanding:
    language = language_of(text)
    documents = index.documents
    places = find_places(text, documents, (index.document(d.id).clean.text for d in documents))
    plans = _by_period(places, text, index)
    asked = asked_of(text, language, places.plans)
    years = tuple(int(y) for y in _YEAR.findall(_DOCUMENT_NUMBER.sub(" ", text)))
    concepts = concepts_of(_PLAN_TITLE.sub(" ", places.rest), language, glossary, index)
    return Understanding(Question(text), language, asked, plans, places.plans, places.unknown, years, concepts, "")


def _by_period(places: Places, text: str, index: Index) -> tuple[str, ...]:
    """Narrow the named plans by the five-year plan that the question names, where that leaves one."""
    number = next((m[1] for m in _PLAN_NAME.finditer(text)), None)
    english = _PLAN_NAME_EN.search(text)
    years = plan_years(number) if number else None
    if english:
        first = 2001 + (int(english[1] or _ORDINALS[english[2].lower()]) - 10) * 5
        years = (first, first + 4)
    if years is None or len(places.plans) == 1:
        return places.plans
    fitting = tuple(d.id for d in index.documents if d.period == years and (not places.plans or d.id in places.plans))
    return fitting or places.plans


_DOCUMENT_NUMBER = re.compile(r"(?:按照?|根据|依据)?[\u4e00-\u9fff]{1,12}[〔\[(（]\d{4}[〕\])）]\s*\d+\s*号(?:文件?)?")


def _for_plan(meant: Understanding, text: str, plan: str, index: Index, glossary: Glossary) -> Understanding:
    """A comparison's question as it concerns one plan: the clauses that name it, and those that name no plan.

    "宁夏推广什么工艺,中卫重点打击什么?" asks two things of two plans; "比较宁夏和中卫的死亡率目标" one thing of both.
    """
    clauses = [c for c in re.split(r"[,，;；。?？:：]|\band what\b", text) if c.strip()]
    own: list[str] = []
    for clause in clauses:
        named = find_places(clause, index.documents, ()).plans
        if not named or plan in named:
            own.append(clause)
    text = "，".join(own) if own else text
    asked = _read(text, index, glossary)
    known = {c.spellings[0] for c in asked.concepts if c.spellings}
    carried = tuple(
        replace(c, weight=0.3 * c.weight) for c in meant.concepts if c.spellings and c.spellings[0] not in known
    )
    return replace(
        meant,
        plans=(plan,),
        asked=kind_of(text, meant.language),
        concepts=asked.concepts + carried if asked.concepts else meant.concepts,
        years=asked.years,
        query=query_of(asked.concepts or meant.concepts, text),
    )


# --- follow-ups -------------------------------------------------------------------------------------------------------

_ELLIPTICAL_ZH = re.compile(
    r"^(?:那|那么|它|他|她|这|该|其|呢|再|还有|另外|分别|具体|然后|上述|前者|后者|同一)|呢[?？]?$|"
    r"^.{1,9}[?？]?$|(?:这个|那个|这些|该)(?:指标|任务|单位|部门|项|数|系统|工程|人|机构|行动|要求)"
)
_ELLIPTICAL_EN = re.compile(
    r"^(?:and|what about|how about|then|so|but|who else|why|which one|by when|since when|when|"
    r"also)\b|\b(?:it|its|that|this|they|them|their|those|these|he|she|his|her|there|same|one)\b",
    re.IGNORECASE,
)


def _is_elliptical(meant: Understanding, text: str) -> bool:
    pattern = _ELLIPTICAL_ZH if meant.language is Language.ZH else _ELLIPTICAL_EN
    strong = [c for c in meant.concepts if c.weight >= 0.5 and c.spellings]
    return bool(pattern.search(text)) or not meant.named_plans or not strong


def _completed(own: Understanding, earlier: Understanding, text: str) -> Understanding:
    """`own` with what it leaves out taken from the question before it."""
    strong = [c for c in own.concepts if c.weight >= 0.5 and c.spellings]
    new_place_only = bool(own.named_plans) and not strong
    pattern = _ELLIPTICAL_ZH if own.language is Language.ZH else _ELLIPTICAL_EN
    needs_topic = not strong or bool(pattern.search(text))
    carried = (
        tuple(replace(c, weight=c.weight * (0.95 if not strong else 0.35), firm=False) for c in earlier.concepts)
        if needs_topic
        else ()
    )
    known = {c.spellings[0] for c in own.concepts if c.spellings}
    concepts = own.concepts + tuple(c for c in carried if not c.spellings or c.spellings[0] not in known)
    asked = earlier.asked if new_place_only or (own.asked is Asked.MEASURE and not _asks(text)) else own.asked
    return replace(
        own,
        asked=asked,
        plans=own.plans or earlier.plans,
        named_plans=own.named_plans or earlier.named_plans,
        unknown_places=own.unknown_places or (earlier.unknown_places if not own.named_plans else ()),
        years=own.years or (earlier.years if asked is earlier.asked else ()),
        concepts=concepts,
    )


def _asks(text: str) -> bool:
    return bool(re.search(r"如何|怎么|怎样|措施|要求|\bhow\b|\bwhat\b", text, re.IGNORECASE))
