"""Understanding a question: its language, places and plans, years, what kind of thing it asks and what of.

Rules only, each one readable: an official can be told why a question was taken as it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache, partial, reduce
from itertools import pairwise

from opencc import OpenCC

from assistant.question.concepts import concepts_of, own_words, query_of, without_titles
from assistant.question.documents import Asking, meant_by, tells_of_adding
from assistant.question.english_forms import telling_words
from assistant.question.exchanges import OneAsked, in_full, things_named
from assistant.question.followups import completed, is_follow_up
from assistant.question.kinds import asked_of, kind_of
from assistant.question.offices_named import offices_named
from assistant.question.other_languages import in_another_language
from assistant.question.places import PlaceNames, Places, find_places, plans_named
from assistant.question.plans_meant import apart, compared, in_question, is_placeless, spoken_of
from assistant.question.said import Said, language_of
from assistant.question.titles_held import Titles
from assistant.question.unglossed.given_words import Given, with_given
from assistant.question.unglossed.names_in_pinyin import told_by_sound
from assistant.question.wants import wants_of
from assistant.types import ANY_PLAN, Asked, NamedOffice, Question, Understanding
from index import Document, Index, Level, plan_years
from index.recent import Recent
from index.terms.gazetteer import gazetteer, short_name
from index.terms.glossary import Glossary, english_words
from index.terms.lexicon import without_document_numbers, years_in

# "“十四五”期间", "十三五规划"; not "十五个".
_PLAN_NUMBER = re.compile(r"(十[一二三四五六七八九]?)五[”\"]?(?=规划|计划|[期末的]|\W|$)")
# How questions name the plan itself or all of them: "安全生产“十三五”规划", "the 14th five-year plan's", "哪个规划", "in all
# plans"; not "规划目标", "the plan".
_PLAN_TITLE = re.compile(
    r"(?:安全生产|[“\"]?十[一二三四五六]五[”\"]?)+(?:发展)?(?:规划|计划)(?!目标)|三年行动(?:实施)?(?:方案|计划)|"
    r"(?:哪[个些几]|各个?|所有|两个)规划(?!目标)|\b(?:(?:in|of|by|across) )?(?:all|each|every|which)(?: of)?(?: the)?(?: \w+)? plans?\b|"
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
_FIRST_ACCENTED, _LAST_ACCENTED = "À", "ɏ"  # the blocks of Latin letters with accents
MOST_STATES = 4
"""States of the index whose place names are kept; questions under way may still be at an older one."""
OTHER_CLAUSES = 0.3
"""What other clauses speak of counts so much of its weight for a plan that they do not name."""


def understand(question: Question, index: Index, glossary: Glossary) -> Understanding:
    """What `question` means; a follow-up is completed from its history (place, kind and topic that it leaves out)."""
    *history, text = in_full(
        tuple(map(normalised, (*question.history, question.text))), partial(_asking, index=index, glossary=glossary)
    )
    said = Said(text)
    meant = replace(_read(text, index, glossary, question.spellings), question=replace(question, text=text))
    for earlier in reversed(history):
        if not is_follow_up(meant, said):
            break
        meant = completed(meant, _read(earlier, index, glossary, question.spellings), said)
    plans = meant.plans or meant.named_plans
    people = index.people_in(text, plans or None)
    if meant.asked is Asked.MEASURE and people:
        meant = replace(meant, asked=Asked.PERSON)
    if question.plans:
        plans = tuple(p for p in question.plans if not meant.named_plans or p in meant.named_plans) or question.plans
    meant = replace(meant, plans=plans, query=query_of(meant.concepts, text), own_words=tuple(own_words(text).split()))
    meant = replace(meant, english=telling_words(text, meant.concepts))
    meant = replace(meant, wants=wants_of(said), people=people, offices=_offices(text, meant, index))
    meant = replace(meant, in_another_language=in_another_language(question.text))
    meant = replace(meant, documents=_among(meant.documents, plans))
    if meant.asked is not Asked.COMPARE:
        return meant
    return replace(meant, by_plan=_by_plan(meant, text, index, glossary))


def _offices(text: str, meant: Understanding, index: Index) -> tuple[NamedOffice, ...]:
    return offices_named(text, meant.concepts, [name for document in index.documents for name in document.places])


def _asking(text: str, index: Index, glossary: Glossary) -> OneAsked:
    """A question of a conversation by itself, with the things that it names."""
    meant = replace(_read(text, index, glossary), wants=wants_of(Said(text)))
    places = find_places(text, _place_names(index), index.documents_holding).named
    offices = [office.name for office in _offices(text, meant, index)]
    return OneAsked(text, meant, things_named(text, meant, meant.wants.numbered, places, offices))


def normalised(text: str) -> str:
    """A question in the form that plans are written in: NFKC (full-width letters and digits), simplified characters."""
    whole = unicodedata.normalize("NFKC", text)
    return str(_simplified().convert("".join(map(_without_mark, whole))))


def _without_mark(char: str) -> str:
    """A Latin letter without its accent, by which pinyin tells tones and lü: Lüliang is written Luliang as often."""
    return unicodedata.normalize("NFD", char)[:1] if _FIRST_ACCENTED <= char <= _LAST_ACCENTED else char


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


def _read(text: str, index: Index, glossary: Glossary, given: Given = ()) -> Understanding:
    language = language_of(text)
    index.prepare(text)
    places = find_places(text, _place_names(index), told_by_sound(index))
    placed = _by_period(places, text, index)
    years = years_in(without_document_numbers(text))
    concepts = concepts_of(_PLAN_TITLE.sub(" ", places.rest), language, glossary, index, placed)
    concepts = with_given(concepts, given, index)
    titles = _titles(index)
    # A place that nothing is of names no document: the other words of a title have to.
    rest = reduce(lambda left, name: left.replace(name, " "), places.unknown, places.rest)
    meant = meant_by(Asking(text, rest, concepts, years, placed, places.speaking, index.newest), titles)
    speaking, unknown = spoken_of(places, meant, index)
    named = tuple(d for d in meant.named if not unknown or is_placeless(index.described(d)))
    plans = in_question(placed, named, meant, index)
    beside = apart(plans, index)
    if len(places.named) == 1 and set(plans) <= set(places.plans):
        beside = beside[:1]  # one name of which there are several places or papers compares none of them
    one_plan = len(index.documents) == 1  # "这份方案" means the only one
    asked = kind_of(text, language) if one_plan else asked_of(text, language, beside)
    if asked is Asked.COMPARE:
        plans = compared(plans, meant, index)
    named_plans = (places.plans and plans) or named
    recognised = titles.bare(set(plans) & meant.titled) if len(plans) == 1 else ()
    concepts = without_titles(concepts, recognised)
    if index.newest in named:
        concepts = tuple(concept for concept in concepts if not tells_of_adding(concept))
    return Understanding(
        Question(text),
        language,
        asked,
        plans or speaking,
        named_plans,
        unknown,
        years,
        concepts,
        "",
        documents=meant.weights(),
        corrected=places.corrected,
        related=places.related,
    )


def _among(weights: Mapping[str, float], plans: tuple[str, ...]) -> dict[str, float]:
    """The weights of the documents in question, the greatest of them 1.0."""
    own = {plan: weights[plan] for plan in plans or weights if plan in weights}
    most = max(own.values(), default=1.0)
    return {plan: weight / most for plan, weight in own.items()}


def _place_names(index: Index) -> PlaceNames:
    return _PLACE_NAMES.get(index.fingerprint, lambda: PlaceNames.of(_by_place(index.documents)))


def _by_place(documents: Collection[Document]) -> Iterable[Document]:
    """The documents that a place names: no national ones, whose 全国 stands in many questions.

    Those of a company or a school are also named by the place where it is, if no paper is of that place.
    """
    called = {name for document in documents if document.level is not Level.OTHER for name in document.places}
    for document in documents:
        if document.level is Level.OTHER:
            seat = gazetteer().called(gazetteer().name_at(document.place, 0) or gazetteer().short_at(document.place, 0))
            names = (name for place in seat[:1] for name in (place.name, short_name(place.name), *place.english))
            yield replace(document, places=(*document.places, *(name for name in names if name not in called)))
        elif document.level is not Level.COUNTRY:
            yield document


def _titles(index: Index) -> Titles:
    return _TITLES.get(index.fingerprint, lambda: Titles.of(index.documents, index.superseded, index.of_earlier_years))


_PLACE_NAMES: Recent[str, PlaceNames] = Recent(MOST_STATES)
_TITLES: Recent[str, Titles] = Recent(MOST_STATES)


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


def _by_plan(
    meant: Understanding, text: str, index: Index, glossary: Glossary
) -> tuple[tuple[str, Understanding], ...]:
    """A comparison's question as it concerns each plan: the clauses that name it, and those that name no plan.

    "宁夏推广什么工艺,中卫重点打击什么?" asks two things of two plans; "比较宁夏和中卫的死亡率目标" one thing of both.
    """
    clauses = [clause for clause in _CLAUSE_END.split(text) if clause.strip()]
    naming = {clause: plans_named(clause, _place_names(index)) for clause in clauses}
    named = dict.fromkeys((*meant.plans, *(plan for plans in naming.values() for plan in plans)))
    concerning = {
        plan: "，".join(clause for clause in clauses if not naming[clause] or plan in naming[clause])
        for plan in (*named, ANY_PLAN)
    }
    read = {own: _of_clauses(meant, own, index, glossary) for own in {own or text: None for own in concerning.values()}}
    return tuple((plan, read[own or text]) for plan, own in concerning.items())


def _of_clauses(meant: Understanding, text: str, index: Index, glossary: Glossary) -> Understanding:
    """What some clauses of a comparison ask; what the others speak of counts less."""
    asked = _read(text, index, glossary, meant.question.spellings)
    known = {c.spellings[0] for c in asked.concepts if c.spellings}
    carried = tuple(
        replace(c, weight=OTHER_CLAUSES * c.weight)
        for c in meant.concepts
        if c.spellings and c.spellings[0] not in known
    )
    return replace(
        meant,
        asked=kind_of(text, meant.language),
        concepts=asked.concepts + carried if asked.concepts else meant.concepts,
        years=asked.years,
        query=query_of(asked.concepts or meant.concepts, text),
    )
