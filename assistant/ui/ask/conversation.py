"""The conversation: questions and their cited answers, as values and as markup."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.limits import MAX_QUESTION_CHARS
from assistant.types import Answer, Asked, Citation, Language
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.fact_plots import fact_plots, plain_tables
from assistant.ui.ask.lead import SaidPart, said_parts
from assistant.ui.ask.offered import examples
from assistant.ui.shared.fact_tables import FactTable
from assistant.ui.shared.labels import Plans, plan_title, quoted, where
from assistant.ui.shared.plots import Plot
from assistant.ui.shared.templates import renderer
from assistant.wording.in_english import beside, is_told
from assistant.wording.letter_case import capitalised
from index.fact_types import Fact
from index.translation.english import load_english

MAX_SOURCES_SHOWN = 4
"""More sources than these fold away, so that the answer stays in sight."""
MAX_QUOTE_CHARS = 110
MAX_PLANS_NAMED, MAX_SECTION_CHARS = 5, 40
"""Of the plans named above an answer, and of the section beside the only one."""
MAX_FOUND_SHOWN = 8
MAX_FOUND_CHARS = 90
"""Of the passages looked at, under "why this answer"."""
MAX_FOREIGN_EXAMPLES = 2

_render = renderer(words)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came back: `answer` is None while it is awaited or when `error` says why there is none.

    `growing` tells that more of the answer is to come; `vote` is "up", "down" or ""; `facts` are the typed facts that stand
    in what the answer cites; `seal` is the server's mark on an answer that it gave. `unchecked` are questions that may be
    offered behind the answer once it is known that they have one.
    """

    question: str
    answer: Answer | None = None
    error: str = ""
    vote: str = ""
    facts: tuple[Fact, ...] = ()
    seal: str = ""
    growing: bool = False
    unchecked: tuple[str, ...] = ()


Turns = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was asked one after the other; `id` is "" until the browser keeps it under one."""

    id: str = ""
    turns: Turns = ()


@dataclass(frozen=True, slots=True)
class _Laid:
    """An answer taken apart for its template."""

    answer: Answer
    said: tuple[SaidPart, ...]
    taken_from: tuple[Citation, ...]
    """Its first citation of each document."""
    copied: str
    plots: tuple[Plot, ...]
    tables: tuple[FactTable, ...]
    asked: str
    total_ms: float
    dropped: tuple[tuple[str, str], ...]
    """Sentences of a language model that were not shown, each with why."""


def conversation_log(turns: Turns, plans: Plans, language: str) -> str:
    """The whole conversation; a welcome with examples where nothing has been asked yet."""
    if not turns:
        other = "en" if language == "zh" else "zh"
        shown = [(language, examples(plans, language)), (other, examples(plans, other)[:MAX_FOREIGN_EXAMPLES])]
        return _render("ask/welcome.html", language, count=len(plans), examples=shown, limit=MAX_QUESTION_CHARS)
    asked = [turn.question for turn in turns]
    return _render(
        "ask/conversation.html",
        language,
        turns=[
            (turn, _laid(turn, turn.answer, plans, language) if turn.answer else None, turn.question in asked[:at])
            for at, turn in enumerate(turns)
        ],
        plans=plans,
        max_sources=MAX_SOURCES_SHOWN,
        max_quote=MAX_QUOTE_CHARS,
        max_found=MAX_FOUND_SHOWN,
        max_found_chars=MAX_FOUND_CHARS,
        max_plans=MAX_PLANS_NAMED,
        max_section=MAX_SECTION_CHARS,
        heading_told=heading_told,
        limit=MAX_QUESTION_CHARS,
    )


def offered_markup(turns: Turns, language: str) -> str:
    """What is offered behind each answer, as JSON: [place of the turn, markup], for the page's script to put in.

    The log itself is left as it stands, where somebody may be writing a comment or wording a question anew.
    """
    shown = [
        (place, _render("ask/offered.html", language, answer=turn.answer))
        for place, turn in enumerate(turns)
        if turn.answer is not None and not turn.unchecked
    ]
    return json.dumps(shown, ensure_ascii=False)


def plain_answer(answer: Answer, plans: Plans, language: str) -> str:
    """An answer with its sources as plain text, for the clipboard."""
    sources = [
        "\n".join(filter(None, (f"[{c.number}] {_source(c, plans, language)}", c.quote, c.english)))
        for c in answer.citations
    ]
    if any(citation.english for citation in answer.citations):
        sources.append(words(language, "unofficial"))
    asked = words(language, "copy_question", question=answer.question)
    return "\n\n".join([asked, answer.answer, *told_of_model(answer, language), *sources])


def told_of_model(answer: Answer, language: str) -> list[str]:
    """Lines below an answer's text that tell what part a language model has in it; none without one."""
    return [words(language, "generated")] * bool(answer.by_model) + [answer.note] * bool(answer.note)


def _source(citation: Citation, plans: Plans, language: str) -> str:
    return f"{plan_title(plans, citation.document, language, citation.title)} {where(citation, language)}"


def chat_list(language: str) -> str:
    """The list of kept conversations: a frame that the page's script fills from the browser's own storage."""
    return _render("ask/chat_list.html", language)


def _laid(turn: Turn, answer: Answer, plans: Plans, language: str) -> _Laid:
    facts = () if answer.refused else turn.facts
    return _Laid(
        answer,
        said_parts(answer),
        tuple({citation.document: citation for citation in reversed(answer.citations)}.values())[::-1],
        plain_answer(answer, plans, language),
        tuple(_plots(answer, facts, plans, language)),
        tuple(plain_tables(facts, plans, language)),
        _asked(answer.trace.asked, language) if answer.trace else "",
        answer.timings_ms.get("total", sum(answer.timings_ms.values())),
        tuple((one.text, _why_dropped(one.why, language)) for one in answer.trace.dropped) if answer.trace else (),
    )


def _plots(answer: Answer, facts: Iterable[Fact], plans: Plans, language: str) -> Iterable[Plot]:
    """Plots of figures; none where an office or a person was asked for."""
    if answer.trace and answer.trace.asked in (Asked.DUTY, Asked.PERSON):
        return ()
    query = answer.trace.query if answer.trace else ""
    return fact_plots(facts, [quoted(one) for one in answer.citations], query, plans, language)


def heading_told(heading: str, language: str) -> tuple[str, str]:
    """A heading in the reader's language, if it is told in it, else as it stands; and the language that it is in."""
    if language == Language.EN and is_told(heading, load_english()):
        return capitalised(beside(heading, load_english())), "en"
    return heading, "zh"


def _why_dropped(why: str, language: str) -> str:
    """Why a sentence was dropped: the kinds of fault in the page's words, each with what it is about as it was written."""
    told = []
    for fault in why.split("; "):
        kind, _, detail = fault.partition(": ")
        try:
            told.append(words(language, f"dropped_{kind.replace(' ', '_')}", detail=detail))
        except KeyError:  # a kind of a later day, or one that the browser made up
            told.append(fault)
    return words(language, "dropped_between").join(told)


def _asked(asked: str, language: str) -> str:
    try:
        return words(language, f"asked_{asked}")
    except KeyError:  # a kind of a later day, or one that the browser made up
        return asked
