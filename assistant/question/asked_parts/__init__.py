"""The parts of a question that asks for several things, each as a question of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.question.asked_parts.clauses import clauses_of
from assistant.question.asked_parts.things import Thing, things_of
from assistant.question.concepts import STRONG
from assistant.question.understand import understand
from assistant.types import Asked, Concept, Language, Understanding, Want
from index import Index
from index.terms.glossary import Glossary, english_words
from index.terms.lexicon import contains, found_in, is_office, listed


def clauses_asked(meant: Understanding, index: Index, glossary: Glossary) -> tuple[Understanding, ...]:
    """Each clause of a question that asks, with what it leaves out taken from the one that names the topic; else nothing.

    A comparison is left to itself.
    """
    texts = clauses_of(meant.question.text, meant.language)
    if len(texts) == 1 or meant.asked is Asked.COMPARE:
        return ()
    first = _of_clause(texts[0], "", meant, index, glossary)
    if first.people and not any(_names_more(text, first, meant, index, glossary) for text in texts[1:]):
        return ()  # all is asked of one person, whose posts are told together: "是哪个单位的,什么职务"
    named = any(concept.weight >= STRONG and concept.spellings for concept in first.concepts)
    head = texts[0] if named else max(texts[1:], key=len)
    told = first if named else _of_clause(head, "", meant, index, glossary)
    if not named and told.asked not in _ASKED_EACH:
        return ()  # "到哪一年,学生都学过怎么避险" asks once
    return tuple(told if text == head else _after(told, text, meant, index, glossary) for text in texts)


def _names_more(text: str, first: Understanding, meant: Understanding, index: Index, glossary: Glossary) -> bool:
    """Whether a clause speaks of something that the first does not speak of."""
    own = _of_clause(text, "", meant, index, glossary)
    return not asks_of_the_same(own, first)


def _after(head: Understanding, text: str, meant: Understanding, index: Index, glossary: Glossary) -> Understanding:
    """A clause that goes on from the one that names the topic; where it names none itself, the topic keeps its weight."""
    own = _of_clause(text, head.question.text, meant, index, glossary)
    topic = {concept.spellings[0]: concept for concept in head.concepts if concept.spellings}
    of_thing = any(c.firm for c in head.concepts)  # "道路交通事故多少起，死亡多少人" asks of one sector in both clauses
    if any(
        c.weight >= STRONG and c.spellings and c.spellings[0] not in topic and not (of_thing and c.kind == "accident")
        for c in _told_of(own)
    ):
        return own
    kept = (
        replace(c, weight=topic[c.spellings[0]].weight) if c.spellings[:1] and c.spellings[0] in topic else c
        for c in own.concepts
    )
    wants = replace(  # "第二阶段是什么时候,要干什么" asks both of that stage
        own.wants,
        stage=own.wants.stage or head.wants.stage,
        kinds=own.wants.kinds | (head.wants.kinds & {Want.STAGES}),
    )
    return replace(own, concepts=tuple(kept), wants=wants)


def _told_of(meant: Understanding) -> Iterator[Concept]:
    """What a clause speaks of, without what it only asks by ("何时完成")."""
    return (concept for concept in meant.concepts if not contains(concept.asked_as, "asking"))


@dataclass(frozen=True, slots=True)
class AskedThing:
    """One of several things that a question asks of, as written, with the question that asks of it alone."""

    name: str
    meant: Understanding
    concepts: tuple[Concept, ...]
    """What tells it from the others: an answer that speaks of none of it is of another thing."""


_ASKED_EACH = (Asked.FIGURE, Asked.DUTY, Asked.DEADLINE, Asked.PERSON)
"""Kinds of question that have an answer for each of several things; others only where each is asked for ("分别")."""


_MEASURED = tuple("率数量额值比")
"""What is measured ends so: 死亡率, 事故起数, 数量."""


def things_asked(meant: Understanding, index: Index, glossary: Glossary) -> tuple[AskedThing, ...]:
    """Each thing of a list that a question asks of; empty where it holds none, or asks of all together."""
    named_together = any(_is_joined(concept.asked_as) for concept in meant.concepts)
    together = named_together or {Want.SUM, Want.DIFFERENCE} & meant.wants.kinds
    if together or (meant.asked not in _ASKED_EACH and not asks_each(meant)):
        return ()
    things = things_of(meant.question.text, meant.language)
    texts = [thing.text for thing in things]
    own = [_of_thing(text, meant, index, glossary) for text in texts]
    named = [_named_in(thing.name, one.concepts) for thing, one in zip(things, own, strict=True)]
    if shared := _shared_end(things, named):
        own = [_of_thing(f"{t.before}{t.name}{shared}{t.after}", meant, index, glossary) for t in things[:-1]] + own[
            -1:
        ]
        things = (*things[:-1], things[-1]._replace(name=things[-1].name.removesuffix(shared)))
        named[-1] = _named_in(things[-1].name, own[-1].concepts)
    held = Counter(concept.spellings[0] for concepts in named for concept in concepts)
    apart = [tuple(c for c in concepts if held[c.spellings[0]] == 1) for concepts in named]
    asked = zip(things, own, apart, strict=True)
    return tuple(AskedThing(_bare(t.name, c), one, c) for t, one, c in asked) if all(apart) else ()


def _bare(name: str, concepts: tuple[Concept, ...]) -> str:
    """A thing's name without a place before it: "昆明危险化学品"."""
    return name[max(name.find(concepts[0].asked_as), 0) :]


def _of_thing(text: str, meant: Understanding, index: Index, glossary: Glossary) -> Understanding:
    own = _of_clause(text, "", meant, index, glossary)
    own = replace(own, years=own.years or meant.years)
    return own if _asks_otherwise(own) else replace(own, asked=meant.asked)


def _shared_end(things: tuple[Thing, ...], named: list[tuple[Concept, ...]]) -> str:
    """What the last thing of a Chinese list ends with that all share: "煤矿、道路交通、建筑施工|死亡人数"; else "".

    Things that end in what is measured have each their own ("事故起数、死亡率").
    """
    if not things or not all(named) or things[-1].name.isascii():
        return ""
    last, first = things[-1].name, named[-1][0].asked_as
    have_own = any(thing.name.endswith((last[-1], *_MEASURED)) for thing in things[:-1])
    return "" if have_own else last[last.find(first) + len(first) :]


def _is_joined(name: str) -> bool:
    """Whether one term of the plans is written like a list: "防灾减灾和救灾", "industry, mining and commerce"."""
    return bool(set(name.split()) & set(listed("english_joints"))) if name.isascii() else contains(name, "listing")


def _asks_otherwise(meant: Understanding) -> bool:
    """Whether what is asked of one thing tells its kind by itself: "分别是多少" asks for figures and no list."""
    if meant.asked is Asked.FIGURE and meant.language is Language.ZH:
        return contains(meant.question.text, "how_many")
    return meant.asked in _ASKED_EACH


def asks_each(meant: Understanding) -> bool:
    """Whether a question says that it wants an answer for each of several things."""
    return contains(meant.question.text.lower(), "each")


def _named_in(name: str, concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """The concepts that a thing's name holds, in the order in which they stand there."""
    said = f" {' '.join(english_words(name))} "
    at = [
        (said.find(f" {own} ") if own.isascii() else name.find(own), concept)
        for concept in concepts
        if concept.weight >= STRONG and concept.spellings and (own := concept.asked_as)
    ]
    return tuple(concept for _, concept in sorted((one for one in at if one[0] >= 0), key=lambda one: one[0]))


def _of_clause(text: str, head: str, meant: Understanding, index: Index, glossary: Glossary) -> Understanding:
    """One clause, of the plans that the whole question means where it names none itself."""
    question = meant.question
    history = (*question.history, head) if head else question.history
    own = understand(replace(question, text=text, history=history), index, glossary)
    own = replace(own, language=meant.language)
    if own.named_plans == meant.named_plans:
        return own
    return replace(own, plans=meant.plans, named_plans=meant.named_plans, documents=meant.documents)


def as_asked(meant: Understanding) -> str:
    """A clause in its own words, as it is said to be missing."""
    return meant.question.text.removeprefix("and ")


def asks_of_the_same(meant: Understanding, before: Understanding) -> bool:
    """Whether a clause names nothing that the one before it does not name: "由谁负责,什么时候完成"."""
    known = {spelling for concept in before.concepts for spelling in concept.spellings}
    return all(known & set(concept.spellings) for concept in _told_of(meant) if concept.weight >= STRONG)


def pointing_at(meant: Understanding, subject: str, index: Index, glossary: Glossary) -> Understanding:
    """A clause with the office or the person that the one before was answered by, where it points there by a pronoun."""
    text = meant.question.text
    if meant.language is Language.EN:
        words = [word for word in text.split(" ") if word.lower() not in listed("english_pointing")]
        named = text if len(words) == len(text.split(" ")) else f"{' '.join(words)} of {subject}"
    else:
        start, end = next(iter(found_in(text, "pointing")), (0, 0))
        named = f"{text[:start]}{subject}{text[end:]}" if end else _continued(subject, text)
    if not subject or named == text:
        return meant
    own = understand(replace(meant.question, text=named), index, glossary)
    return replace(
        own, language=meant.language, plans=meant.plans, named_plans=meant.named_plans, documents=meant.documents
    )


def _continued(subject: str, text: str) -> str:
    """A clause that goes on from the end of an office's name: "…建设局" and "局长是谁", "局里哪位领导"; else as it is."""
    return f"{subject}{text[1:]}" if is_office(subject) and text.startswith(subject[-1]) else text


def of_document(meant: Understanding, document: str) -> Understanding:
    """A part as it concerns the one document from which the part before it is answered, which need not be named again."""
    return replace(meant, question=replace(meant.question, plans=(document,)), plans=(document,))
