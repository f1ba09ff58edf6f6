"""What the question before a follow-up was answered with, and the follow-up with what it points back at put into words.

History holds questions only, so the one before is answered once more: ranked and selected, not worded. "它还负责哪些任务" asks of
the office that led there, "他的本职是什么" of the person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.evidence.rank import LEAST_CONFIDENCE, rank
from assistant.evidence.retrieve import retrieve
from assistant.evidence.select import select
from assistant.facts import view_of
from assistant.question.said import language_of
from assistant.question.understand import normalised, understand
from assistant.types import Evidence, Language, Question, Understanding
from assistant.whole.found import Found
from assistant.whole.listed_people import people_told
from assistant.whole.sections.in_sum import overview
from assistant.whole.sections.stages import stages
from assistant.wording.in_english import english_name
from index import Index
from index.terms.lexicon import listed
from index.terms.person_names import in_pinyin
from index.translation.english import English

NEAR = 15
"""Passages that are ranked for it: fewer than for a question that is answered, since only what it was answered from is wanted."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The question before, and the evidence that answers it, best first."""

    meant: Understanding
    chosen: tuple[Evidence, ...]
    in_turn: bool = False
    """Whether it was answered with several parts of the paper, one after another."""


def earlier_of(question: Question, index: Index, english: English) -> Earlier | None:
    """The question before this one with its evidence; None where there is none, or it was not answered."""
    if not question.history:
        return None
    *history, text = question.history
    asked = in_words(replace(question, text=text, history=tuple(history)), index, english)
    meant = understand(asked, index, english.glossary)
    ranked = rank(meant, retrieve(meant, index, NEAR), index)
    if not ranked or ranked[0].confidence < LEAST_CONFIDENCE:
        return None
    found = Found(meant, ranked, index, english)
    for answer in (people_told, stages, overview):
        if draft := answer(found):
            told = tuple(e for statement in draft.statements for e in statement.evidence)
            return Earlier(meant, told, in_turn=answer is not people_told and len(told) > 1)
    return Earlier(meant, select(meant, ranked, index))


def in_words(question: Question, index: Index, english: English) -> Question:
    """The question with the name of the office or the person in place of the word that points back at it."""
    text = normalised(question.text)
    in_english = language_of(text) is Language.EN
    person, office = (_pointer(text, f"pointing_{kind}", english=in_english) for kind in ("people", "offices"))
    if not question.history or not (person or office):
        return question
    earlier = earlier_of(question, index, english)
    views = [view_of(evidence.fact) for evidence in earlier.chosen] if earlier else []
    if person and (names := [view.person.name for view in views if view.person]):
        return replace(
            question, text=_put(text, person, in_pinyin(names[0]) if in_english else names[0], english=in_english)
        )
    if office and (units := [view.actors[0] for view in views if view.actors]):
        unit = f"the {english_name(units[0], english)}" if in_english else units[0]
        return replace(question, text=_put(text, office, unit, english=in_english))
    return question


def _pointer(text: str, group: str, *, english: bool) -> str:
    """The longest word of a group that a text holds, in English as a word by itself; "" where it holds none."""
    words = (word.replace("_", " ") for word in listed(group) if word.isascii() is english)
    return max((word for word in words if _put(text, word, "", english=english) != text), key=len, default="")


def _put(text: str, word: str, name: str, *, english: bool) -> str:
    """A text with a name in place of a word, in English also of the one that says whose something is."""
    if not english:
        return text.replace(word, name, 1)
    tokens = text.rstrip("?. ").split(" ")
    size = len(word.split(" "))
    for at in range(len(tokens) - size + 1):
        if " ".join(tokens[at : at + size]).casefold() == word:
            return " ".join((*tokens[:at], f"{name}'s" if word in _WHOSE else name, *tokens[at + size :]))
    return text


_WHOSE = ("his", "her", "its")
