"""What a reranker may change in the order of evidence, and what not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from assistant import Question
from assistant.errors import TookTooLong
from assistant.evidence.rank import LEAST_CONFIDENCE, RERANKED, rank
from assistant.evidence.retrieve import retrieve
from assistant.question.understand import understand
from assistant.time_limit import within_seconds
from assistant.types import Evidence
from index import Index
from index.errors import ModelError
from index.search.reranker import Reranker

CHEMICALS = "宁夏如何加强危险化学品安全监管"
CHEMICALS_EN = "How does Ningxia strengthen safety supervision of hazardous chemicals"
PUBLICITY = "克州如何开展安全宣传教育"


@dataclass
class OfWord:
    """Scores a text by how often it holds a word."""

    word: str
    asked: list[tuple[str, list[str]]] = field(default_factory=list)

    def scores(self, question: str, texts: Sequence[str], between: Callable[[], None]) -> list[float]:
        between()
        self.asked.append((question, list(texts)))
        return [float(text.count(self.word)) for text in texts]


class PutsBack:
    """Confirms the order, but that it puts the first behind the next two."""

    def scores(self, _question: str, texts: Sequence[str], _between: Callable[[], None]) -> list[float]:
        return [-2.5, *(-float(place) for place in range(1, len(texts)))]


class OutOfMemory:
    """Fails, whatever it is asked."""

    def scores(self, _question: str, _texts: Sequence[str], _between: Callable[[], None]) -> list[float]:
        raise ModelError("the reranker fails: out of memory")


@pytest.fixture
def ranked(plans: Index, glossary):
    def of(text: str, reranker: Reranker | None = None) -> tuple[Evidence, ...]:
        meant = understand(Question(text), plans, glossary)
        return rank(meant, retrieve(meant, plans, 30), plans, reranker=reranker)

    return of


@pytest.mark.parametrize("question", [CHEMICALS, CHEMICALS_EN])
def test_the_sentence_that_both_hold_for_good_comes_first(ranked, question: str) -> None:
    before, after = ranked(question), ranked(question, PutsBack())
    second = next(e for e in before[1:] if e.fact is None)
    assert after[0].span == second.span and after[0].confidence == second.confidence
    assert [e.score for e in after] == [e.score for e in before]
    assert {e.span for e in after} == {e.span for e in before}


@pytest.mark.parametrize("question", [CHEMICALS, CHEMICALS_EN, PUBLICITY])
def test_facts_and_what_is_not_trusted_stay_where_they_are(ranked, question: str) -> None:
    before, after = ranked(question), ranked(question, PutsBack())
    moved = [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    assert moved and max(moved) < RERANKED
    for at in moved:
        assert before[at].fact is None and before[at].confidence >= LEAST_CONFIDENCE


def test_it_reads_the_question_in_chinese_too_and_each_sentence_below_its_heading(ranked) -> None:
    reranker = OfWord("安全")
    first = ranked(CHEMICALS_EN, reranker)[0]
    ((question, texts),) = reranker.asked
    assert question.startswith(CHEMICALS_EN) and "危险化学品" in question
    assert f"{first.heading_path[-1]}\n{first.text}" in texts


def test_what_fails_leaves_the_order_as_it_was(ranked, caplog: pytest.LogCaptureFixture) -> None:
    assert ranked(CHEMICALS, OutOfMemory()) == ranked(CHEMICALS)
    assert "out of memory" in caplog.text


def test_it_is_held_to_the_time_of_the_question(ranked) -> None:
    with within_seconds(0), pytest.raises(TookTooLong):
        ranked(CHEMICALS, OfWord("安全"))
