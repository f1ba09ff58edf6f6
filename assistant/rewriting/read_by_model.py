"""Questions read by a language model before they are answered: put in full, parted, given Chinese words.

What it writes only asks; what is told stands in the papers as ever. Where that does not hold, or the model fails, the
question is answered as it was asked.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel

from assistant.comparison.findings import Search
from assistant.limits import MAX_QUESTION_CHARS
from assistant.one_question import OneQuestion
from assistant.part_told import Outcome
from assistant.question.asked_parts import clauses_asked, things_asked
from assistant.question.other_languages import in_another_language
from assistant.question.said import language_of
from assistant.question.understand import understand
from assistant.rewriting.rewriting_held import is_held
from assistant.rewriting.rewriting_prompts import (
    MOST_PARTS,
    MOST_SPELLINGS,
    InFull,
    SearchWords,
    in_full_prompt,
    search_words_prompt,
)
from assistant.types import Asked, Language, Question, Understanding, Want
from assistant.whole.earlier_answer import in_words
from assistant.wording.phrases import said
from index import Index, Settings
from index.errors import LanguageModelError, PlansError, SettingsError
from index.language_model.language_model import LanguageModel, Prompt, open_model
from index.language_model.uses import Use
from index.terms.glossary import english_words
from index.terms.lexicon import is_han

logger = logging.getLogger(__name__)

Shape = TypeVar("Shape", bound=BaseModel)

LONG_CHARS, LONG_WORDS = 60, 40
"""A question so long, Chinese or English, may ask for more than its clauses tell."""
MOST_SPELLING_CHARS = 12
"""Longer Chinese is no term."""


def answered(asked: Question, index: Index, search: Search, settings: Settings) -> tuple[OneQuestion, Outcome]:
    """The answer to a question as a model reads it; as it stands where there is no model, or it is answered only so."""
    one = OneQuestion(index, search, asked)
    if in_another_language(asked.text):  # a model would read it, and nobody could hold that to what was asked
        return one, one.outcome()
    started = time.perf_counter()
    reading = _Reading(index, search, settings)
    questions = reading.with_spellings(reading.in_full(asked))
    taken = round((time.perf_counter() - started) * 1000, 2)
    if questions == (asked,):
        outcome = one.outcome()
    else:
        one, outcome = _better(asked, questions, index, search)
    if not reading.was_asked:
        return one, outcome
    timings = outcome.answer.timings_ms
    answer = replace(outcome.answer, timings_ms={**timings, "read": taken, "total": timings["total"] + taken})
    note = said(outcome.meant.language, "model_not_read") if reading.failed else ""
    return one, replace(outcome, answer=replace(answer, note=note))


def _better(
    asked: Question, questions: Sequence[Question], index: Index, search: Search
) -> tuple[OneQuestion, Outcome]:
    """The answer to a question as it was read; as it was asked where that tells as much and the other leaves a part out."""
    plain, built_in = OneQuestion(index, search, asked), None
    if len(questions) == 1:
        one = OneQuestion(index, search, asked, read_as=questions[0])
        outcome = one.outcome()
        told = int(not outcome.answer.refused)
    else:
        built_in = plain.outcome()
        if len(built_in.parts) >= len(questions):
            return plain, built_in
        one = OneQuestion(index, search, asked)
        outcome = one.of_parts([OneQuestion(index, search, part).outcome() for part in questions])
        told = len(outcome.parts)
    if told < len(questions):
        built_in = built_in or plain.outcome()
        if not built_in.answer.refused and max(len(built_in.parts), 1) >= told:
            return plain, built_in
    read_as = tuple(question.text for question in questions)
    if read_as == (asked.text,) or outcome.answer.trace is None:
        return one, outcome
    return one, replace(outcome, answer=replace(outcome.answer, trace=replace(outcome.answer.trace, read_as=read_as)))


@dataclass(slots=True)
class _Reading:
    """A question on its way through the models; keeps whether one was asked, and whether it failed."""

    index: Index
    search: Search
    settings: Settings
    was_asked: bool = False
    failed: bool = False

    def in_full(self, asked: Question) -> tuple[Question, ...]:
        """The questions that a question stands for, each by itself; the question where it needs no model, or none helps."""
        model = self._model(Use.QUESTIONS)
        if model is None:
            return (asked,)
        put = in_words(asked, self.index, self.search.english)
        whole = self._understood(put)
        one_answer = whole.asked is Asked.COMPARE or bool({Want.SUM, Want.DIFFERENCE} & whole.wants.kinds)
        if not asked.history and (one_answer or not self._may_ask_for_several(whole)):
            return (asked,)
        told = self._answer(model, in_full_prompt(put.text, put.history, whole.language), InFull)
        texts = tuple(dict.fromkeys(text.strip() for text in told.questions if text.strip())) if told else ()
        if not 0 < len(texts) <= (1 if one_answer else MOST_PARTS) or max(map(len, texts)) > MAX_QUESTION_CHARS:
            return (asked,)
        read = [self._understood(replace(asked, text=text, history=())) for text in texts]
        own = self._understood(replace(put, history=()))
        earlier = [self._understood(replace(asked, text=text, history=())) for text in asked.history]
        if not is_held(read, own, [own, whole, *earlier]):
            logger.info("a rewriting asks for something else than the question; it is left alone")
            return (asked,)
        return tuple(one.question if one.named_plans else _kept_to(whole.named_plans, one.question) for one in read)

    def _may_ask_for_several(self, meant: Understanding) -> bool:
        text, glossary = meant.question.text, self.search.glossary
        is_long = len(english_words(text)) > LONG_WORDS if meant.language is Language.EN else len(text) > LONG_CHARS
        return bool(is_long or clauses_asked(meant, self.index, glossary) or things_asked(meant, self.index, glossary))

    def with_spellings(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """English questions with the Chinese that papers may have for their words."""
        model = self._model(Use.SEARCH_WORDS)
        text = " ".join(question.text for question in questions)
        if model is None or language_of(text) is not Language.EN:
            return questions
        told = self._answer(model, search_words_prompt(text), SearchWords)
        given = tuple((word.english, _terms(word.chinese)) for word in told.words) if told else ()
        return tuple(replace(question, spellings=given) for question in questions)

    def _understood(self, question: Question) -> Understanding:
        return understand(question, self.index, self.search.glossary)

    def _model(self, use: Use) -> LanguageModel | None:
        try:
            return open_model(self.settings, use)
        except SettingsError as exc:
            self._fail(exc)
            return None

    def _answer(self, model: LanguageModel, prompt: Prompt, shape: type[Shape]) -> Shape | None:
        self.was_asked = True
        try:
            return model.structured(prompt, shape)
        except LanguageModelError as exc:
            self._fail(exc)
            return None

    def _fail(self, exc: PlansError) -> None:
        logger.warning("%s; going on without it", exc)
        self.was_asked = self.failed = True


def _kept_to(plans: tuple[str, ...], question: Question) -> Question:
    """A question that names no plan kept to those that the one it stands for names."""
    return replace(question, plans=question.plans or plans)


def _terms(chinese: Sequence[str]) -> tuple[str, ...]:
    """The first of the terms that are Chinese and no sentence."""
    terms = (term.strip() for term in chinese)
    return tuple(term for term in terms if 1 < len(term) <= MOST_SPELLING_CHARS and all(map(is_han, term)))[
        :MOST_SPELLINGS
    ]
