"""One question on its way to its answer: understand, search, compose, verify; else refuse."""

from __future__ import annotations

import time

from assistant.comparison.answer import answer as comparison_answer
from assistant.comparison.computed import computed
from assistant.comparison.findings import Search, find
from assistant.compose import (
    compose,
    led,
    named_draft,
    other_versions,
    refusal,
    searched,
    suggestions,
    with_corrections,
)
from assistant.evidence.conflicts import conflicting
from assistant.evidence.features import absent_share
from assistant.evidence.rank import LEAST_CONFIDENCE
from assistant.evidence.select import select, task_quote
from assistant.evidence.verify import cite, verify
from assistant.facts import view_of
from assistant.question.understand import understand
from assistant.question.wants import OF_PAPER
from assistant.time_limit import check_time
from assistant.types import Answer, Asked, Citation, Evidence, Language, Mode, Question, Trace, Understanding, Want
from assistant.whole import NOTHING_TOLD, drafted
from assistant.whole.found import Found
from assistant.wording.phrases import said
from index import Index

SURE = 0.55
"""Below this an answer is more likely than not, and hardly more: it is given as the closest passage. Set by hand."""
MOSTLY_ABSENT = 0.8
"""A question of whose words the plans hold less than a fifth has nothing near in them."""


def as_sure(text: str, confidence: float, language: Language) -> str:
    """An answer's text as surely as it is known: a doubtful one is the closest passage, and no more."""
    return text if confidence >= SURE else said(language, "closest", told=text)


class OneQuestion:
    """One question on its way; keeps the times of its stages."""

    def __init__(self, index: Index, search: Search, question: Question) -> None:
        self.index, self.search, self.question = index, search, question
        self.started = self.last = time.perf_counter()
        self.timings: dict[str, float] = {}

    def _stage(self, name: str) -> None:
        now = time.perf_counter()
        self.timings[name] = round((now - self.last) * 1000, 2)
        self.last = now

    def answer(self) -> Answer:
        """The answer; a refusal where the documents do not tell it."""
        meant = understand(self.question, self.index, self.search.glossary)
        self._stage("understand")
        check_time()
        if meant.unknown_places and not meant.named_plans:
            ranked = self.search.ranked(meant, self.index)
            self._stage("search")
            return self._refuse(meant, ranked)
        if meant.in_doubt or not (meant.concepts or meant.wants.kinds & OF_PAPER):
            return self._refuse(meant, ())
        if meant.asked is Asked.COMPARE:
            return self._compare(meant)
        ranked = self.search.ranked(meant, self.index)
        self._stage("search")
        text, citations = computed(meant, ranked, self.index, self.search.glossary)
        if citations:
            self._stage("compose")
            return self._made(meant, ranked, led(text, citations[0].document, meant, self.index), citations)
        if draft := drafted(Found(meant, ranked, self.index, self.search.glossary)):
            text, citations = verify(named_draft(draft, meant, self.index), self.index)
            if citations:
                self._stage("compose")
                return self._made(meant, ranked, text, citations)
        if draft == NOTHING_TOLD or not ranked or ranked[0].confidence < LEAST_CONFIDENCE:
            return self._refuse(meant, ranked)
        chosen = tuple(task_quote(e, meant, self.index) for e in select(meant, ranked, self.index))
        if all(view_of(e.fact).blank for e in chosen):
            return self._refuse(meant, chosen)
        versions = other_versions(chosen[0], ranked, meant, self.index)
        beside = conflicting(meant, chosen, self.index) + versions
        draft = compose(meant, chosen, beside, self.index, self.search.glossary)
        text, citations = verify(draft, self.index)
        if not citations:
            return self._refuse(meant, ranked)
        self._stage("compose")
        return self._made(meant, ranked, as_sure(text, ranked[0].confidence, meant.language), citations)

    def _compare(self, meant: Understanding) -> Answer:
        findings = find(
            meant, self.search.compared(meant, self.index), self.search, prefer_targets=Want.TARGET in meant.wants
        )
        self._stage("search")
        near = sorted((e for finding in findings for e in finding.ranked[:5]), key=lambda e: (-e.score, e.span))
        text, citations = comparison_answer(meant, findings, self.search)
        self._stage("compose")
        if not citations:
            return self._refuse(meant, tuple(near))
        return self._made(meant, tuple(near), text, citations)

    def _refuse(self, meant: Understanding, near: tuple[Evidence, ...]) -> Answer:
        foreign = absent_share(meant, self.index) > MOSTLY_ABSENT
        near = () if foreign else near
        about = searched(meant) or [document.id for document in self.index.documents]
        shown = tuple(e for e in [e for e in near if e.span.document_id in about][:1] if e.heading_path)
        text = refusal(meant, shown, self.index, self.search.glossary)
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
            ranked[:6] if refused else ranked[1:8], meant.language, self.index, self.search.glossary
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
