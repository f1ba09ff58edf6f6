"""One question on its way to its answer: understand, search, compose, verify; else refuse."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

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
from assistant.evidence.rank import LEAST_CONFIDENCE, in_paragraph_first
from assistant.evidence.select import select, task_quote
from assistant.evidence.verify import cite, unmarked, verify
from assistant.facts import view_of
from assistant.next_best import next_best, not_shown
from assistant.part_told import Outcome, Told, as_sure, may_answer, speaks_of, subject_of, trace_of
from assistant.parts_joined import in_parts, parted
from assistant.question.asked_parts import (
    as_asked,
    asks_each,
    asks_of_the_same,
    clauses_asked,
    of_document,
    pointing_at,
    things_asked,
)
from assistant.question.understand import understand
from assistant.question.wants import OF_PAPER
from assistant.time_limit import check_time
from assistant.types import Answer, Asked, Citation, Evidence, Language, Mode, Question, Understanding, Want
from assistant.whole import NOTHING_TOLD, drafted, drafted_across
from assistant.whole.earlier_answer import in_words
from assistant.whole.figures.cells_told import cells_told
from assistant.whole.figures.fallen import fallen
from assistant.whole.found import Found
from assistant.whole.own_data import own_data
from assistant.wording.first_mention import each_once
from index import Index

SECTOR = "sector"
"""The glossary's kind of what rows of figures are of; a clause that names one has a row of its own."""
LEAST_OF_PAPER = 2
"""So many things asked of a paper itself are answered together, whatever clauses they stand in."""
MOSTLY_ABSENT = 0.8
"""A question of whose words the plans hold less than a fifth has nothing near in them."""


class OneQuestion:
    """One question on its way; keeps the times of its stages."""

    def __init__(self, index: Index, search: Search, question: Question, *, read_as: Question | None = None) -> None:
        """`read_as` is what is answered where it is not the question's own words."""
        self.index, self.search, self.question = index, search, question
        self.read_as = read_as or question
        self.started = self.last = time.perf_counter()
        self.timings: dict[str, float] = {}
        self.parts: tuple[Told, ...] = ()

    def _stage(self, name: str) -> None:
        now = time.perf_counter()
        self.timings[name] = round((now - self.last) * 1000, 2)
        self.last = now

    def outcome(self) -> Outcome:
        """The answer, with what it rests on; a refusal where the documents do not tell it."""
        meant = self._understood()
        self._stage("understand")
        check_time()
        if meant.unknown_places and not meant.named_plans and not meant.in_another_language:
            ranked = self.search.ranked(meant, self.index)
            self._stage("search")
            return self._refuse(meant, ranked)
        if meant.asks_back or not (meant.concepts or meant.wants.kinds & OF_PAPER):
            return self._refuse(meant, ())
        if meant.question.without:
            return self._another(meant)
        if meant.asked is Asked.COMPARE:
            return self._compare(meant)
        told = self._in_clauses(meant)
        if told is None:
            whole = self._told(meant)
            told = self._of_things(meant, whole) or whole
        if not told.citations:
            return self._refuse(meant, told.ranked)
        self._stage("compose")
        return self._made(meant, told.ranked, told.text, told.citations)

    def of_parts(self, parts: Sequence[Outcome]) -> Outcome:
        """The answers to questions that together ask what this one asks, as one; a refusal where none of them is told."""
        meant = self._understood()
        told = [
            (as_asked(one.meant), Told(one.meant, one.found, one.answer.answer, one.answer.citations))
            if not one.answer.refused
            else (as_asked(one.meant), Told(one.meant, one.found))
            for one in parts
        ]
        joined = self._joined(meant, told)
        if joined is None:
            return self._refuse(meant, tuple(chain.from_iterable(one.found for one in parts)))
        bare = replace(meant, corrected=())  # each part tells what was taken for a slip
        return self._made(bare, joined.ranked, joined.text, joined.citations)

    def _understood(self) -> Understanding:
        asked = in_words(self.read_as, self.index, self.search.english)
        return understand(asked, self.index, self.search.glossary)

    def _told(self, meant: Understanding, *, brief: bool = False, near: Citation | None = None) -> Told:
        """What is told of a question that asks for one thing.

        `brief`: with the best of several sentences alone; `near`: what stands in the same paragraph goes first.
        """
        ranked = self.search.ranked(meant, self.index)
        if near:
            ranked = in_paragraph_first(ranked, near, self.index)
        self._stage("search")
        text, citations = computed(meant, ranked, self.index, self.search.english)
        if citations:
            return Told(meant, ranked, led(text, citations[0].document, meant, self.index), citations)
        if draft := drafted(Found(meant, ranked, self.index, self.search.english)):
            text, citations = verify(named_draft(draft, meant, self.index), self.index)
            if citations:
                return Told(meant, ranked, text, citations, *subject_of(draft.statements[0].evidence))
        if draft == NOTHING_TOLD or not ranked or ranked[0].confidence < LEAST_CONFIDENCE:
            return Told(meant, ranked)
        chosen = tuple(task_quote(e, meant, self.index) for e in select(meant, ranked, self.index))
        if all(view_of(e.fact).blank for e in chosen):
            return Told(meant, chosen)
        if brief and not any(e.fact for e in chosen):
            chosen = chosen[:1]
        versions = () if brief else other_versions(chosen[0], ranked, meant, self.index)
        beside = conflicting(meant, chosen, self.index) + versions
        draft = compose(meant, chosen, beside, self.index, self.search.english)
        text, citations = verify(draft, self.index)
        sure = text if brief or not citations else as_sure(text, ranked[0].confidence, meant.language)
        return Told(meant, ranked, sure, citations, *subject_of(chosen))

    def _in_clauses(self, meant: Understanding) -> Told | None:
        """What is told of each clause that asks, in their order; None for a question of one, or if none is told."""
        if of_paper := self._of_paper(meant):
            return of_paper
        clauses = tuple(clauses_asked(meant, self.index, self.search.glossary))
        if row := self._of_one_row(meant, clauses):
            return row
        whole = self._told(meant) if clauses and not meant.plans else None
        if whole and whole.citations:  # no clause alone tells as well which document is meant
            clauses = tuple(of_document(clause, whole.citations[0].document) for clause in clauses)
        told: list[Told] = []
        for clause in clauses:
            check_time()
            before = next((one for one in reversed(told) if one.citations), None)
            if before is None:
                told.append(self._told(clause, brief=True))
                continue
            asked = pointing_at(clause, before.subject, self.index, self.search.glossary)
            near = before.citations[0] if asks_of_the_same(asked, before.meant) else None
            one = self._told(of_document(asked, before.citations[0].document), brief=True, near=near)
            told.append(one if asked is clause or may_answer(one, before.subject) else Told(asked, ()))
        return self._joined(meant, [(as_asked(one.meant), one) for one in told])

    def _of_paper(self, meant: Understanding) -> Told | None:
        """What a paper tells of itself, where several such things are asked at once: "when issued, and by whom"."""
        if len(meant.wants.kinds & OF_PAPER) < LEAST_OF_PAPER:
            return None
        draft = own_data(Found(meant, (), self.index, self.search.english))
        text, citations = verify(named_draft(draft, meant, self.index), self.index) if draft else ("", ())
        return Told(meant, (), text, citations) if citations else None

    def _of_one_row(self, meant: Understanding, clauses: Sequence[Understanding]) -> Told | None:
        """What one row of a table tells of each clause, where those behind the first only measure: "…多少起，死亡多少人"."""
        sectors = [{concept.spellings for concept in one.concepts if concept.kind == SECTOR} for one in clauses]
        if not clauses or not all(named <= sectors[0] for named in sectors):
            return None
        of_figures = all(one.asked is Asked.FIGURE for one in clauses)
        text, citations = computed(meant, (), self.index, self.search.english) if of_figures else ("", ())
        if citations:  # "2016年多少，2020年多少，少了几个": the difference is shown with both
            return Told(meant, (), led(text, citations[0].document, meant, self.index), citations)
        draft = cells_told(Found(meant, (), self.index, self.search.english))
        if draft is None and of_figures and Want.REDUCTION in meant.wants:
            draft = fallen(Found(meant, self.search.ranked(meant, self.index), self.index, self.search.english))
        elif draft and any(len(statement.evidence) < len(clauses) for statement in draft.statements):
            draft = None
        if draft is None:
            return None
        text, citations = verify(named_draft(draft, meant, self.index), self.index)
        return Told(meant, (), text, citations) if citations else None

    def _of_things(self, meant: Understanding, whole: Told) -> Told | None:
        """What is told of each thing of a list, where the answer to the whole question leaves one out; else None.

        The plans decide whether a list is of several things: more must have an answer of their own, that speaks of them,
        than the whole answer speaks of. The others are said to be missing, where each or a figure is asked for.
        """
        things = things_asked(meant, self.index, self.search.glossary)
        spoken = sum(speaks_of(whole, thing) for thing in things)
        if meant.asked is Asked.DUTY:
            spoken = min(spoken, 1)  # what an office answers for speaks of many things in passing
        if spoken == len(things):
            return None
        told: list[tuple[str, Told]] = []
        for thing in things:
            check_time()
            known = next((one.citations[0].document for _, one in told if one.citations), "")
            one = self._told(of_document(thing.meant, known) if known else thing.meant, brief=True)
            told.append((thing.name, one if speaks_of(one, thing) else Told(thing.meant, ())))
        own = {unmarked(one.text) for _, one in told if one.citations}
        if asks_each(meant):
            return self._joined(meant, told) if len(own) >= max(spoken, 1) else None
        least = 2 if meant.asked is Asked.FIGURE else len(things)
        return self._joined(meant, told) if len(own) >= max(least, spoken + 1) else None

    def _joined(self, meant: Understanding, parts: Sequence[tuple[str, Told]]) -> Told | None:
        """The answers to parts as one, each with what it answers, behind their document's name; None where none is."""
        answered = [one for _, one in parts if one.citations]
        documents = {citation.document for one in answered for citation in one.citations}
        lead = led("", documents.pop(), meant, self.index) if len(documents) == 1 else ""
        texts = [(asked, one.text.removeprefix(lead), one.citations) for asked, one in parts]
        text, citations = in_parts(texts, meant.language)
        self.parts = tuple(answered)
        ranked = tuple(chain.from_iterable(one.ranked for one in answered))
        return Told(meant, ranked, f"{lead}{text}", citations) if citations else None

    def _another(self, meant: Understanding) -> Outcome:
        """The next best passage after those that were shown; that there is none where what is left is too unsure."""
        left = not_shown(self.search.ranked(meant, self.index), meant.question.without, self.index)
        text, citations = next_best(meant, left, self.index, self.search.english)
        self._stage("search")
        return self._made(meant, left, text, citations, refused=not citations)

    def _compare(self, meant: Understanding) -> Outcome:
        across = drafted_across(Found(meant, (), self.index, self.search.english))
        if across:
            text, citations = verify(named_draft(across, meant, self.index), self.index)
            self._stage("compose")
            return self._made(meant, (), text, citations)
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

    def refused(self, outcome: Outcome) -> Answer:
        """The refusal in the place of an answer that turned out not to be told, with what stands nearest."""
        return self._refuse(outcome.meant, outcome.found).answer

    def _refuse(self, meant: Understanding, near: tuple[Evidence, ...]) -> Outcome:
        foreign = absent_share(meant, self.index) > MOSTLY_ABSENT
        near = () if foreign else near
        about = searched(meant) or [document.id for document in self.index.documents]
        shown = tuple(e for e in [e for e in near if e.span.document_id in about][:1] if e.heading_path)
        text = refusal(meant, shown, self.index, self.search.english)
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
    ) -> Outcome:
        self.timings["total"] = round((time.perf_counter() - self.started) * 1000, 2)
        whole, parts = parted(with_corrections(each_once(text) if meant.language is Language.EN else text, meant))
        following = suggestions(ranked[:6] if refused else ranked[1:8], meant.language, self.index, self.search.english)
        answer = Answer(
            self.question.id,
            self.question.text,
            meant.language,
            refused,
            whole,
            citations,
            tuple(one for one in following if one != self.question.text),
            Mode.EXTRACTIVE,
            self.timings,
            trace_of(meant, ranked),
            parts=parts,
        )
        return Outcome(answer, meant, ranked, () if refused else self.parts)
