"""Understanding a question: its language, places and plans, years, what kind of thing it asks and what of.

Rules only, each one readable: an official can be told why a question was taken as it was.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache
from itertools import pairwise

from opencc import OpenCC

from assistant.question.concepts import concepts_of, query_of
from assistant.question.followups import completed, is_follow_up
from assistant.question.kinds import asked_of, kind_of
from assistant.question.places import Places, find_places
from assistant.question.said import Said, language_of
from assistant.question.wants import wants_of
from assistant.types import Asked, Question, Understanding
from index import Index, Person, plan_years
from index.terms.glossary import Glossary, english_words
from index.terms.lexicon import without_document_numbers, years_in
from index.terms.person_names import names

# "“十四五”期间", "十三五规划"; not "十五个".
_PLAN_NUMBER = re.compile(r"(十[一二三四五六七八九]?)五[”\"]?(?=规划|计划|[期末的]|\W|$)")
# How questions name the plan itself: "安全生产“十三五”规划", "the 14th five-year plan's"; not "规划目标", "the plan".
_PLAN_TITLE = re.compile(
    r"(?:安全生产|[“\"]?十[一二三四五六]五[”\"]?)+(?:发展)?(?:规划|计划)(?!目标)|三年行动(?:实施)?(?:方案|计划)|"
    r"\b(?:the )?(?:(?:1\dth|\w+teenth|(?:three|five|5)[- ]year(?: action)?|work[- ]safety)[- ])+plan(?:'s)?\b(?! target)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,，;；。?？:：]|\band what\b")  # "宁夏推广什么工艺,中卫…"; not "昆明和宁夏"
# "the 14th Five-Year Plan", "the fifteenth plan"; not "the tenth item".
_ORDINALS = {
    "tenth": "十", "eleventh": "十一", "twelfth": "十二", "thirteenth": "十三", "fourteenth": "十四", "fifteenth": "十五",
    "10th": "十", "11th": "十一", "12th": "十二", "13th": "十三", "14th": "十四", "15th": "十五",
}  # fmt: skip
_BEHIND_AN_ORDINAL = ("five", "5", "plan")
OTHER_CLAUSES = 0.3
"""What other clauses speak of counts so much of its weight for a plan that they do not name."""


def understand(question: Question, index: Index, glossary: Glossary) -> Understanding:
    """What `question` means; a follow-up is completed from its history (place, kind and topic that it leaves out)."""
    text = normalised(question.text)
    said = Said(text)
    meant = replace(_read(text, index, glossary), question=replace(question, text=text))
    for earlier in reversed(question.history):
        if not is_follow_up(meant, said):
            break
        meant = completed(meant, _read(normalised(earlier), index, glossary), said)
    plans = meant.plans or meant.named_plans
    people = people_named(text, index, plans)
    if meant.asked is Asked.MEASURE and people:
        meant = replace(meant, asked=Asked.PERSON)
    if question.plans:
        plans = tuple(p for p in question.plans if not meant.named_plans or p in meant.named_plans) or question.plans
    meant = replace(meant, plans=plans, query=query_of(meant.concepts, text), wants=wants_of(said), people=people)
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
    years = years_in(without_document_numbers(text))
    concepts = concepts_of(_PLAN_TITLE.sub(" ", places.rest), language, glossary, index)
    return Understanding(Question(text), language, asked, plans, places.plans, places.unknown, years, concepts, "")


def _by_period(places: Places, text: str, index: Index) -> tuple[str, ...]:
    """Narrow the named plans by the five-year plan that the question names, where it names one and a plan is left."""
    numbers = set(_PLAN_NUMBER.findall(text))
    words = english_words(text)
    numbers |= {_ORDINALS[w] for w, behind in pairwise(words) if w in _ORDINALS and behind in _BEHIND_AN_ORDINAL}
    years = plan_years(numbers.pop()) if len(numbers) == 1 else None
    if years is None or len(places.plans) == 1:
        return places.plans
    of_period = tuple(d.id for d in index.documents if d.period == years)
    return tuple(p for p in places.plans or of_period if p in of_period) or places.plans


def _for_plan(meant: Understanding, text: str, plan: str, index: Index, glossary: Glossary) -> Understanding:
    """A comparison's question as it concerns one plan: the clauses that name it, and those that name no plan.

    "宁夏推广什么工艺,中卫重点打击什么?" asks two things of two plans; "比较宁夏和中卫的死亡率目标" one thing of both.
    """
    clauses = [c for c in _CLAUSE_END.split(text) if c.strip()]
    own: list[str] = []
    for clause in clauses:
        named = find_places(clause, index.documents, ()).plans
        if not named or plan in named:
            own.append(clause)
    text = "，".join(own) if own else text
    asked = _read(text, index, glossary)
    known = {c.spellings[0] for c in asked.concepts if c.spellings}
    carried = tuple(
        replace(c, weight=OTHER_CLAUSES * c.weight)
        for c in meant.concepts
        if c.spellings and c.spellings[0] not in known
    )
    return replace(
        meant,
        plans=(plan,),
        asked=kind_of(text, meant.language),
        concepts=asked.concepts + carried if asked.concepts else meant.concepts,
        years=asked.years,
        query=query_of(asked.concepts or meant.concepts, text),
    )
