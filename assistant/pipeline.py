"""From a question to its cited answer: understand, retrieve, rank, select, compose, verify."""

from __future__ import annotations

import logging
import time
from collections.abc import Generator, Sequence

from assistant.comparison.answer import answer as comparison_answer
from assistant.comparison.computed import computed
from assistant.comparison.findings import Search, find
from assistant.comparison.matrix import TopicStep, compare, comparing
from assistant.comparison.shared_topics import SharedTopic, shared_topics
from assistant.comparison.types import Comparison
from assistant.compose import compose, led, other_versions, refusal, searched, suggestions, with_corrections
from assistant.evidence.conflicts import conflicting
from assistant.evidence.features import absent_share, features, lacks
from assistant.evidence.passages_found import passages
from assistant.evidence.rank import LEAST_CONFIDENCE, rank, units_of
from assistant.evidence.retrieve import POOL, RETRIEVERS, retrieve
from assistant.evidence.select import select, task_quote
from assistant.evidence.units import FEW_PLANS, nearest_plans
from assistant.evidence.verify import cite, verify
from assistant.facts import view_of
from assistant.limits import plans_within_limits, within_limits
from assistant.question.understand import understand
from assistant.time_limit import check_time
from assistant.types import (
    Answer,
    Asked,
    Citation,
    Evidence,
    FeaturedUnit,
    Language,
    Mode,
    Question,
    Trace,
    Understanding,
    Want,
)
from index import Chunk, Document, Index, Settings, read_settings
from index.build import Progress, build
from index.errors import CatalogError, IndexBusy, PlansError, StoreError, VectorStoreError
from index.terms.glossary import Glossary, load_glossary

logger = logging.getLogger(__name__)

CHUNKS = 15
"""Chunks whose sentences are ranked."""
MOSTLY_ABSENT = 0.8
"""A question of whose words the plans hold less than a fifth has nothing near in them."""


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
        self.index = _brought_up_to_date(self.settings, progress) if build_first else Index.open(self.settings)
        self._glossary = load_glossary()
        self._retrievers = tuple(retrievers)
        self._facts = facts

    def documents(self) -> tuple[Document, ...]:
        """The plans that can be asked of."""
        return self.index.documents

    def warm_up(self) -> None:
        """Load what the first question would otherwise wait for."""
        self.index.warm_up()
        # With a slip (卫健委) and a place in pinyin, for which the tables of sounds are read.
        understand(Question("安全生产卫建委 work safety in Shanxi"), self.index, self._glossary)

    def search(self, query: str, plans: Sequence[str] = (), k: int = 10) -> tuple[tuple[Chunk, float], ...]:
        """The `k` passages nearest to a question or a few words, best first.

        A passage's score is that of the sentence or fact in it that answers best; those in which nothing was ranked come
        last, as they were retrieved.
        """
        asked = within_limits(Question(query, plans=tuple(plans)), "query")
        return self.index.on_sound(lambda index: self._found(asked, index, k))

    def _found(self, asked: Question, index: Index, k: int) -> tuple[tuple[Chunk, float], ...]:
        meant = understand(asked, index, self._glossary)
        found = retrieve(meant, index, max(k, CHUNKS), self._retrievers)
        ranked = rank(meant, found[:CHUNKS], index, with_facts=self._facts)
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
        for plan in asked.plans:
            index.described(plan)
        if not asked.plans:
            index.require_sound("\n".join((*asked.history, asked.text)))
        return _Run(index, self, asked).answer()

    def featured(self, question: Question) -> tuple[FeaturedUnit, ...]:
        """All that could answer a question, in no order, with what ranks it: what the weights are fitted on."""
        index = self.index.snapshot()
        meant = understand(question, index, self._glossary)
        units = units_of(meant, retrieve(meant, index, CHUNKS, self._retrievers), index, with_facts=self._facts)
        if not units:
            return ()
        columns = features(meant, units, index)
        rows = zip(*(column.tolist() for column in columns.values()), strict=True)
        return tuple(
            FeaturedUnit(unit.span, dict(zip(columns, row, strict=True)), lacking)
            for unit, row, lacking in zip(units, rows, lacks(columns).tolist(), strict=True)
        )

    def compare(self, topics: Sequence[str], plans: Sequence[str] = (), language: Language = Language.ZH) -> Comparison:
        """What each of `plans` (all where none is given) states of each topic, worded in `language`.

        Raises:
            TopicsError: There is no topic, too many, or one is too long.
        """
        chosen = plans_within_limits(plans)
        return self.index.on_sound(lambda index: compare(topics, chosen, language, self._search(index)))

    def comparing(
        self, topics: Sequence[str], plans: Sequence[str], language: Language
    ) -> Generator[TopicStep, None, Comparison]:
        """The same as `compare`, with a step before each topic, for those who show how far it has come."""
        return comparing(topics, plans_within_limits(plans), language, self._search(self.index.snapshot()))

    def shared_topics(self, plans: Sequence[str] = ()) -> tuple[SharedTopic, ...]:
        """Topics that at least two of `plans` (all where none is given) have in common."""

        def shared(index: Index) -> tuple[SharedTopic, ...]:
            chosen = plans or [document.id for document in index.documents]
            return shared_topics((index.document(plan) for plan in chosen), self._glossary)

        return self.index.on_sound(shared)

    def _ranked(self, meant: Understanding, index: Index) -> tuple[Evidence, ...]:
        check_time()  # here too, since a comparison ranks for every plan
        return rank(meant, retrieve(meant, index, CHUNKS, self._retrievers), index, with_facts=self._facts)

    def _search(self, index: Index) -> Search:
        return Search(index, self._glossary, self._ranked, self._compared, LEAST_CONFIDENCE)

    def _compared(self, meant: Understanding, index: Index) -> tuple[str, ...]:
        """The plans that are compared: those in question; where none is named, all, or of many the nearest few."""
        every = meant.plans or tuple(document.id for document in index.documents)
        if meant.plans or len(every) <= FEW_PLANS:
            return every
        return tuple(sorted(nearest_plans(retrieve(meant, index, 2 * POOL, self._retrievers), index)))

    @property
    def glossary(self) -> Glossary:
        """The bilingual glossary in use."""
        return self._glossary


def _brought_up_to_date(settings: Settings, progress: Progress | None) -> Index:
    """The index of today; the last one where it cannot be brought up to date, as on a full disk."""
    try:
        build(settings, progress)
    except IndexBusy:
        logger.warning("another process is writing the index; going on with the last one")
    except (StoreError, VectorStoreError, CatalogError) as exc:
        try:
            index = Index.open(settings)
        except PlansError:
            raise exc from None  # without an index, that is what there is to tell
        logger.warning("%s; going on with the index that is there", exc)
        return index
    return Index.open(settings)


class _Run:
    """One question on its way; keeps the times of its stages."""

    def __init__(self, index: Index, assistant: Assistant, question: Question) -> None:
        self.index, self.assistant, self.question = index, assistant, question
        self.started = self.last = time.perf_counter()
        self.timings: dict[str, float] = {}

    def _stage(self, name: str) -> None:
        now = time.perf_counter()
        self.timings[name] = round((now - self.last) * 1000, 2)
        self.last = now

    def answer(self) -> Answer:
        meant = understand(self.question, self.index, self.assistant.glossary)
        self._stage("understand")
        check_time()
        if meant.unknown_places and not meant.named_plans:
            ranked = self.assistant._ranked(meant, self.index)
            self._stage("search")
            return self._refuse(meant, ranked)
        if not meant.concepts or meant.in_doubt:
            return self._refuse(meant, ())
        if meant.asked is Asked.COMPARE:
            return self._compare(meant)
        ranked = self.assistant._ranked(meant, self.index)
        self._stage("search")
        text, citations = computed(meant, ranked, self.index, self.assistant.glossary)
        if citations:
            self._stage("compose")
            return self._made(meant, ranked, led(text, citations[0].document, meant, self.index), citations)
        if not ranked or ranked[0].confidence < LEAST_CONFIDENCE:
            return self._refuse(meant, ranked)
        chosen = tuple(task_quote(e, meant, self.index) for e in select(meant, ranked, self.index))
        if all(view_of(e.fact).blank for e in chosen):
            return self._refuse(meant, chosen)
        versions = other_versions(chosen[0], ranked, meant, self.index)
        beside = conflicting(meant, chosen, self.index) + versions
        draft = compose(meant, chosen, beside, self.index, self.assistant.glossary)
        text, citations = verify(draft, self.index)
        if not citations:
            return self._refuse(meant, ranked)
        self._stage("compose")
        return self._made(meant, ranked, text, citations)

    def _compare(self, meant: Understanding) -> Answer:
        search = self.assistant._search(self.index)
        findings = find(meant, search.compared(meant, self.index), search, prefer_targets=Want.TARGET in meant.wants)
        self._stage("search")
        near = sorted((e for finding in findings for e in finding.ranked[:5]), key=lambda e: (-e.score, e.span))
        text, citations = comparison_answer(meant, findings, search)
        self._stage("compose")
        if not citations:
            return self._refuse(meant, tuple(near))
        return self._made(meant, tuple(near), text, citations)

    def _refuse(self, meant: Understanding, near: tuple[Evidence, ...]) -> Answer:
        foreign = absent_share(meant, self.index) > MOSTLY_ABSENT
        near = () if foreign else near
        about = searched(meant) or [document.id for document in self.index.documents]
        shown = tuple(e for e in [e for e in near if e.span.document_id in about][:1] if e.heading_path)
        text = refusal(meant, shown, self.index, self.assistant.glossary)
        citations = tuple(cite(e, i, self.index) for i, e in enumerate(shown, start=1))
        return self._made(meant, near, text, citations, refused=True)

    def _made(
        self,
        meant: Understanding,
        ranked: tuple[Evidence, ...],
        text: str,
        citations: tuple[Citation, ...],
        *,
        refused: bool = False,
    ) -> Answer:
        self.timings["total"] = round((time.perf_counter() - self.started) * 1000, 2)
        trace = Trace(
            str(meant.asked),
            meant.query,
            meant.plans,
            tuple(f"{c.asked_as} → {'/'.join(c.spellings[:3])}" for c in meant.concepts),
            tuple((e.text[:80], round(e.score, 2)) for e in ranked[:8]),
            round(ranked[0].confidence, 3) if ranked else 0.0,
        )
        following = suggestions(
            ranked[:6] if refused else ranked[1:8], meant.language, self.index, self.assistant.glossary
        )
        return Answer(
            self.question.id,
            self.question.text,
            meant.language,
            refused,
            with_corrections(text, meant),
            citations,
            following,
            Mode.EXTRACTIVE,
            self.timings,
            trace,
        )
