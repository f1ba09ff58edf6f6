"""From a question to its cited answer: understand, retrieve, rank, select, compose, verify."""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from dataclasses import replace

from assistant.comparison.findings import Search
from assistant.comparison.matrix import TopicStep, compare, comparing
from assistant.comparison.shared_topics import SharedTopic, shared_topics
from assistant.comparison.types import Comparison
from assistant.errors import TookTooLong
from assistant.evidence.passages_found import passages
from assistant.evidence.rank import LEAST_CONFIDENCE, featured, rank, units_of
from assistant.evidence.retrieve import POOL, RETRIEVERS, retrieve
from assistant.evidence.units import FEW_PLANS, nearest_plans
from assistant.generation.generate import generated, last
from assistant.limits import plans_within_limits, within_limits
from assistant.one_question import OneQuestion
from assistant.part_told import Outcome
from assistant.question.slips.asked_otherwise import asked_otherwise
from assistant.question.understand import understand
from assistant.rewriting.read_by_model import answered
from assistant.time_limit import check_time, within_seconds
from assistant.types import (
    Answer,
    Evidence,
    FeaturedUnit,
    Language,
    Question,
    Understanding,
)
from assistant.wording.phrases import said
from index import Chunk, Document, Index, Settings, read_settings
from index.build import Progress, build
from index.errors import CatalogError, IndexBusy, PlansError, SettingsError, StoreError, VectorStoreError
from index.language_model.language_model import open_model
from index.language_model.uses import Use
from index.search.reranker import open_reranker
from index.terms.glossary import Glossary, load_glossary
from index.translation.english import English

logger = logging.getLogger(__name__)

CHUNKS = 30
"""Chunks whose sentences are ranked."""
OFFER_SECONDS = 2.0
"""So long it is looked at most whether what else may have been meant has an answer."""


class Assistant:
    """Answers questions over the indexed plans; may be shared between threads."""

    def __init__(
        self,
        settings: Settings | None = None,
        progress: Progress | None = None,
        retrievers: Sequence[str] = RETRIEVERS,
        *,
        facts: bool = True,
        build_first: bool = True,
    ) -> None:
        """Open the index of `settings` (the environment's by default), brought up to date with the plan files.

        `retrievers` and `facts` switch parts off, so that their worth can be measured; without `build_first` the index is
        taken as it is.
        """
        self.settings = settings or read_settings()
        self._reranker = open_reranker(self.settings.reranker)
        self.index = _brought_up_to_date(self.settings, progress) if build_first else Index.open(self.settings)
        self._retrievers = tuple(retrievers)
        self._facts = facts

    def documents(self) -> tuple[Document, ...]:
        """The plans that can be asked of."""
        return self.index.documents

    def warm_up(self) -> None:
        """Load what the first question would otherwise wait for."""
        self.index.warm_up()
        # With a slip (卫健委) and a place in pinyin, for which the tables of sounds are read.
        understand(Question("安全生产卫建委 work safety in Shanxi"), self.index, self.glossary)
        self.english.warm_up()

    def search(self, query: str, plans: Sequence[str] = (), k: int = 10) -> tuple[tuple[Chunk, float], ...]:
        """The `k` passages nearest to a question or a few words, best first.

        A passage's score is that of the sentence or fact in it that answers best; those in which nothing was ranked come
        last, as they were retrieved.
        """
        asked = within_limits(Question(query, plans=tuple(plans)), "query")
        return self.index.on_sound(lambda index: self._found(asked, index, k))

    def _found(self, asked: Question, index: Index, k: int) -> tuple[tuple[Chunk, float], ...]:
        meant = understand(asked, index, self.glossary)
        found = retrieve(meant, index, max(k, CHUNKS), self._retrievers)
        ranked = rank(meant, found[:CHUNKS], index, with_facts=self._facts, reranker=self._reranker)
        return passages(meant, found, ranked, index, k)

    def ask(self, question: str | Question) -> Answer:
        """The answer to one question.

        Raises:
            QuestionError: The question is empty or over one of the limits of `assistant.limits`.
            TookTooLong: It takes longer than the limit under which it is asked.
        """
        asked = within_limits(Question(question) if isinstance(question, str) else question)
        return self.index.on_sound(lambda index: self._answered(asked, index))

    def _answered(self, asked: Question, index: Index) -> Answer:
        return self._in_both(last(self._written(*self._outcome(asked, index), index)), index)

    def is_told(self, question: str) -> bool:
        """Whether the plans answer a question, without a language model: for questions that are to be offered."""
        asked = within_limits(Question(question))

        def told(index: Index) -> bool:
            return not OneQuestion(index, self.search_of(index), asked).outcome().answer.refused

        return self.index.on_sound(told)

    def answering(self, question: str | Question) -> Generator[Answer, None, Answer]:
        """The same as `ask`, for those who show an answer as it grows: a language model's comes sentence by sentence.

        Raises as `ask`.
        """
        asked = within_limits(Question(question) if isinstance(question, str) else question)
        (one, outcome), index = self.index.on_sound(lambda index: (self._outcome(asked, index), index))
        growing = self._written(one, outcome, index)
        while True:
            try:
                yield self._in_both(next(growing), index)
            except StopIteration as end:
                return self._in_both(end.value, index)

    def _written(self, one: OneQuestion, outcome: Outcome, index: Index) -> Generator[Answer, None, Answer]:
        """The answer as a language model writes it; as it was put together where there is none, or it cannot be set up."""
        try:
            model = open_model(self.settings, Use.ANSWERS)
        except SettingsError as exc:
            logger.warning("%s; going on without it", exc)
            return replace(outcome.answer, note=said(outcome.meant.language, "model_failed"))
        if model is None:
            return outcome.answer
        return (yield from generated(outcome, one.refused, index, index.english, model))

    def _outcome(self, asked: Question, index: Index) -> tuple[OneQuestion, Outcome]:
        for plan in asked.plans:
            index.described(plan)
        if not asked.plans:
            index.require_sound("\n".join((*asked.history, asked.text)))
        search = self.search_of(index)

        def is_told(text: str) -> bool:
            return not OneQuestion(index, search, replace(asked, text=text)).outcome().answer.refused

        one, outcome = answered(asked, index, search, self.settings)
        if asked.without:
            return one, outcome
        try:
            with within_seconds(OFFER_SECONDS):
                offered = asked_otherwise(outcome.meant, outcome.answer.refused, index, is_told)
        except TookTooLong:  # the answer stands all the same
            logger.info("what else may have been meant took too long to look at")
            offered = ()
        return one, replace(outcome, answer=replace(outcome.answer, did_you_mean=offered))

    def _in_both(self, answer: Answer, index: Index) -> Answer:
        if answer.language is Language.ZH:
            return answer
        return replace(answer, citations=self.search_of(index).in_both(answer.citations))

    def featured(self, question: Question) -> tuple[FeaturedUnit, ...]:
        """All that could answer a question, in no order, with what ranks it: what the weights are fitted on."""
        index = self.index.snapshot()
        meant = understand(question, index, self.glossary)
        units = units_of(meant, retrieve(meant, index, CHUNKS, self._retrievers), index, with_facts=self._facts)
        return featured(meant, units, index)

    def compare(self, topics: Sequence[str], plans: Sequence[str] = (), language: Language = Language.ZH) -> Comparison:
        """What each of `plans` (all where none is given) states of each topic, worded in `language`.

        Raises:
            TopicsError: There is no topic, too many, or one is too long.
        """
        chosen = plans_within_limits(plans)
        return self.index.on_sound(lambda index: compare(topics, chosen, language, self.search_of(index)))

    def comparing(
        self, topics: Sequence[str], plans: Sequence[str], language: Language
    ) -> Generator[TopicStep, None, Comparison]:
        """The same as `compare`, with a step before each topic, for those who show how far it has come."""
        return comparing(topics, plans_within_limits(plans), language, self.search_of(self.index.snapshot()))

    def shared_topics(self, plans: Sequence[str] = ()) -> tuple[SharedTopic, ...]:
        """Topics that at least two of `plans` (all where none is given) have in common."""

        def shared(index: Index) -> tuple[SharedTopic, ...]:
            chosen = plans or [document.id for document in index.documents]
            return shared_topics((index.document(plan) for plan in chosen), self.glossary)

        return self.index.on_sound(shared)

    def _ranked(self, meant: Understanding, index: Index) -> tuple[Evidence, ...]:
        check_time()  # here too, since a comparison ranks for every plan
        found = retrieve(meant, index, CHUNKS, self._retrievers)
        return rank(meant, found, index, with_facts=self._facts, reranker=self._reranker)

    def search_of(self, index: Index) -> Search:
        """What searches over plans need, of one state of the index."""
        return Search(index, index.english, self._ranked, self._compared, LEAST_CONFIDENCE)

    def _compared(self, meant: Understanding, index: Index) -> tuple[str, ...]:
        """The plans that are compared: those in question; where none is named, all, or of many the nearest few."""
        every = meant.plans or tuple(document.id for document in index.documents)
        if meant.plans or len(every) <= FEW_PLANS:
            return every
        return tuple(sorted(nearest_plans(retrieve(meant, index, 2 * POOL, self._retrievers), index)))

    @property
    def english(self) -> English:
        """What puts plans into English, with the translations that are on file now."""
        return self.index.english

    @property
    def glossary(self) -> Glossary:
        """The bilingual glossary in use."""
        return load_glossary()


def _brought_up_to_date(settings: Settings, progress: Progress | None) -> Index:
    """The index of today; the last one where it cannot be brought up to date, as on a full disk."""
    try:
        build(settings, progress)
    except IndexBusy:
        logger.warning("another process is writing the index; going on with the last one")
        return Index.open(settings, own_model=True)  # it may be making the vectors of another one for hours
    except (StoreError, VectorStoreError, CatalogError) as exc:
        try:
            index = Index.open(settings, own_model=True)
        except PlansError:
            raise exc from None  # without an index, that is what there is to tell
        logger.warning("%s; going on with the index that is there", exc)
        return index
    return Index.open(settings)
