"""The readers' results in, named sources of pairs out: everything the batches are drawn from."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.learning.laws import (
    Article,
    LawQuestion,
    held_back_laws,
    read_articles,
    read_law_questions,
    read_similar_articles,
)
from index.learning.matters import Matter, article_matters, plan_matters, read_plans, title_place
from index.learning.pairs import (
    SOFTWARE,
    Pair,
    read_dictionary,
    read_everyday,
    read_glossary,
    read_parallel,
    read_reading_questions,
    read_reports,
    read_word_vectors,
)
from index.learning.question_templates import ask_in_chinese, ask_in_english
from index.learning.rendering import Cut, Renderer, alike, paraphrase, synonyms, whole_terms
from index.terms.segment import segment
from index.types import Chunk, Document

SEED = 11
"""Any number would do; this one gave the shipped table."""
SAFETY_ROUNDS = 4
"""How many clauses are drawn from each article of a safety law; others give one from every third article."""
OTHER_STRIDE = 3
PLAN_ROUNDS = 10
"""How many clauses are drawn from each chunk: of plans there are few, so most of their clauses are drawn once."""
QUESTION_RENDERINGS = 3
PLAN_RENDERINGS = 3
"""A rendering takes up to eight words and one of several glosses of each: three differ enough to teach. Not tuned."""
TITLE_PLACE_SHARE = 0.3
"""How often a question about a local law names its place: seldom enough that matter, not place, is what is learnt."""

_PLACE_TAIL = re.compile(r"[,;(]| (?:province|city|prefecture|munic|county|sub|auto)")  # "Kunming, capital of …"


@dataclass(frozen=True, slots=True)
class TrainingText:
    """All that training reads. ``articles`` and ``law_questions`` still hold the held-back laws."""

    parallel: tuple[Pair, ...]
    software: tuple[Pair, ...]
    dictionary: tuple[Pair, ...]
    glossary: tuple[Pair, ...]
    everyday: tuple[Pair, ...]
    words: dict[str, NDArray[np.float32]]
    reading: tuple[Pair, ...]
    similar: tuple[Pair, ...]
    reports: tuple[str, ...]
    articles: tuple[Article, ...]
    law_questions: tuple[LawQuestion, ...]
    held_back: frozenset[str]
    documents: tuple[Document, ...]
    chunks: tuple[Chunk, ...]


def read_material(data: Path, documents: Path, terms: Path, word_vectors: Path) -> TrainingText:
    """Read the training folder, the plans, the folder of the glossary, and the archive of Chinese word vectors."""
    questions, articles = read_law_questions(data), read_articles(data)
    held_back = held_back_laws(questions)
    plans, chunks = read_plans(documents)
    return TrainingText(
        parallel=read_parallel(data),
        software=read_parallel(data, SOFTWARE),
        dictionary=read_dictionary(data),
        glossary=read_glossary(terms / "glossary.tsv"),
        everyday=read_everyday(terms / "everyday.tsv"),
        words=read_word_vectors(word_vectors),
        reading=read_reading_questions(data),
        similar=read_similar_articles(data, held_back, articles),
        reports=read_reports(data),
        articles=articles,
        law_questions=questions,
        held_back=held_back,
        documents=plans,
        chunks=chunks,
    )


def make_sources(material: TrainingText, is_common: Callable[[str], bool]) -> dict[str, tuple[Pair, ...]]:
    """The pairs of every source; ``is_common`` tells which Chinese words may stand in for others."""
    source = random.Random(SEED)
    questions = [question for question in material.law_questions if question.law not in material.held_back]
    safety_questions = [question for question in questions if question.is_safety]
    articles, plans = _article_matters(material), _plan_matters(material)
    renderer = Renderer(material.glossary, material.dictionary, segment)
    cut = whole_terms((pair.right for pair in material.everyday), segment)
    asker = _Asker(renderer, _latin_places(material), _others(material, is_common), cut, source)
    asked = [Matter(question.question, question.passage, title_place(question.law)) for question in questions]
    return {
        "parallel": material.parallel,
        "software": material.software,
        "dictionary": material.dictionary,
        "glossary": material.glossary,
        "everyday": material.everyday,
        "law_questions": _placed(questions, source),
        "safety_law_questions": _placed(safety_questions, source),
        "similar_articles": material.similar,
        "reading": material.reading,
        "articles": asker.chinese(articles),
        "articles_paraphrased": asker.paraphrased(articles),
        "plans": asker.chinese(plans),
        "plans_paraphrased": asker.paraphrased(plans),
        "law_questions_english": asker.english(
            [matter for matter, question in zip(asked, questions, strict=True) if question.is_safety],
            QUESTION_RENDERINGS,
        )
        + asker.english(asked[::2], 1),
        "articles_english": asker.english(articles, 1),
        "plans_english": asker.english(plans, PLAN_RENDERINGS),
    }


@dataclass(frozen=True, slots=True)
class _Asker:
    renderer: Renderer
    latin: dict[str, str]
    synonyms_of: dict[str, tuple[str, ...]]
    cut: Cut
    source: random.Random

    def chinese(self, matters: Iterable[Matter]) -> tuple[Pair, ...]:
        return tuple(Pair(ask_in_chinese(m.text, m.place, self.source), m.passage) for m in matters)

    def paraphrased(self, matters: Iterable[Matter]) -> tuple[Pair, ...]:
        said = (Matter(self._reworded(matter.text), matter.passage, matter.place) for matter in matters)
        return self.chinese(said)

    def english(self, matters: Iterable[Matter], times: int) -> tuple[Pair, ...]:
        found: list[Pair] = []
        for matter in matters:
            words = self.renderer.words(matter.text)
            place = self.latin.get(matter.place, "")
            for _ in range(times):
                if rendering := self.renderer.render(words, self.source):
                    found.append(Pair(ask_in_english(rendering, place, self.source), matter.passage))
        return tuple(found)

    def _reworded(self, text: str) -> str:
        return paraphrase(text, self.synonyms_of, self.cut, self.source)


def _others(material: TrainingText, is_common: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """What may stand in for a word: everyday words for an official one, else words that mean or are used alike."""
    everyday: dict[str, list[str]] = {}
    for pair in material.everyday:
        everyday.setdefault(pair.right, []).append(pair.left)
    meant, used = synonyms(material.dictionary, is_common), alike(material.words, is_common)
    words = dict.fromkeys((*meant, *used))
    both = {word: (*meant.get(word, ()), *used.get(word, ())) for word in words}
    return both | {official: tuple(own) for official, own in everyday.items()}


def _article_matters(material: TrainingText) -> tuple[Matter, ...]:
    allowed = [article for article in material.articles if article.law not in material.held_back]
    safety = [article for article in allowed if article.is_safety]
    other = [article for article in allowed if not article.is_safety][::OTHER_STRIDE]
    drawn = [matter for seed in range(SAFETY_ROUNDS) for matter in article_matters(safety, seed)]
    return (*drawn, *article_matters(other, SAFETY_ROUNDS))


def _plan_matters(material: TrainingText) -> tuple[Matter, ...]:
    places = {document.id: document.place for document in material.documents}
    return plan_matters(material.chunks, places, PLAN_ROUNDS, SEED)


def _latin_places(material: TrainingText) -> dict[str, str]:
    """Chinese place names with their names in Latin letters: the dictionary's first, the catalogue's over them."""
    found: dict[str, str] = {}
    for pair in material.dictionary:
        if pair.right[:1].isupper():
            found.setdefault(pair.left, _PLACE_TAIL.split(pair.right)[0])
    found.update({document.place: document.place_en for document in material.documents if document.place_en})
    return found


def _placed(questions: Iterable[LawQuestion], source: random.Random) -> tuple[Pair, ...]:
    return tuple(
        Pair((title_place(q.law) if source.random() < TITLE_PLACE_SHARE else "") + q.question, q.passage)
        for q in questions
    )
