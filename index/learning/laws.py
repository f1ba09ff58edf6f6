"""Law files in, questions and articles for training out; and the laws that are held back from all of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.learning.pairs import MAX_CHINESE_CHARS, Pair, objects, rows

HELD_BACK_LAWS = 30
"""Some 1,350 questions: a recall over them is known to within three points at 95%."""
MIN_HELD_BACK_QUESTIONS = 20
"""A held-back law must carry enough questions to be scored."""
FINGERPRINT_CHARS = 40
"""Enough that no two articles of different wording begin alike, few enough for rows that were cut short."""


@dataclass(frozen=True, slots=True)
class LawQuestion:
    """A question made by template from an article, with the article as its passage."""

    question: str
    passage: str
    law: str
    is_safety: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a law, with the law's title and the chapters above it as heading."""

    law: str
    heading: str
    text: str
    is_safety: bool


def read_law_questions(folder: Path) -> tuple[LawQuestion, ...]:
    """All template questions, in the order of the file: law by law, so that neighbours share a law."""
    return tuple(
        LawQuestion(row["q"], row["p"][:MAX_CHINESE_CHARS], row["title"], row["safety"])
        for row in objects(folder / "zh_qp" / "law_rule_questions.jsonl.gz")
    )


def held_back_laws(questions: Iterable[LawQuestion]) -> frozenset[str]:
    """The safety laws kept out of all training: the first by the SHA-256 of their titles."""
    counts = Counter(question.law for question in questions if question.is_safety)
    eligible = [law for law, count in counts.items() if count >= MIN_HELD_BACK_QUESTIONS]
    return frozenset(sorted(eligible, key=lambda law: hashlib.sha256(law.encode()).hexdigest())[:HELD_BACK_LAWS])


def read_articles(folder: Path) -> tuple[Article, ...]:
    """Every article of every law, held-back ones too."""
    found: list[Article] = []
    for law in objects(folder / "domain" / "laws.jsonl.gz"):
        for article in law["articles"]:
            heading = " ".join(part for part in (law["law"], article["ch"], article["sec"]) if part)
            text = " ".join(article["t"].split())[:MAX_CHINESE_CHARS]
            found.append(Article(law["law"], heading, text, law["safety"]))
    return tuple(found)


def read_similar_articles(folder: Path, held_back: frozenset[str], articles: Iterable[Article]) -> tuple[Pair, ...]:
    """Articles of different laws that say nearly the same, and penalties with the duties they punish.

    Rows of the first kind do not name their laws: those of held-back laws are known by how their articles begin.
    """
    unwanted = {_fingerprint(article.text) for article in articles if article.law in held_back}
    pairs = [Pair(row[0], row[1]) for row in rows(folder / "zh_sim" / "law_parallel_articles.tsv.gz")]
    for row in rows(folder / "zh_sim" / "law_crossref.tsv.gz"):
        if row[2] not in held_back:
            pairs.append(Pair(row[0], row[1]))
    return tuple(
        Pair(pair.left[:MAX_CHINESE_CHARS], pair.right[:MAX_CHINESE_CHARS])
        for pair in pairs
        if unwanted.isdisjoint((_fingerprint(pair.left), _fingerprint(pair.right)))
    )


def _fingerprint(text: str) -> str:
    return "".join(text.split())[:FINGERPRINT_CHARS]
