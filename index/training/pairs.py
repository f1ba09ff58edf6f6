"""Training files in, pairs of texts that mean the same out; reads only, and never a held-back law.

A source is a named list of pairs; the loop draws each batch from one source, so that the other
pairs of a batch are negatives of the same kind. Law questions stand in the order of their laws,
so that a batch cut in runs holds articles of one law as negatives of each other.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HELD_BACK_LAWS = 30
MIN_HELD_BACK_QUESTIONS = 20
"""A held-back law must carry enough questions to be scored."""

SOFTWARE = frozenset({
    "apisix-docs", "dart-docs", "django-docs", "gnome-user-docs", "iotdb-docs", "mozilla-www",
    "python-docs", "react-docs", "tensorflow-docs", "vue-docs",
})  # fmt: skip
"""Parallel files about software: many rows, few words of this field; drawn less often."""

UNUSED = frozenset({"flores200-devtest", "xquad-contexts", "xquad-questions"})
"""Parallel files left out because their rows are widely used as test sets."""

MAX_TEXT_CHARS = 600
FINGERPRINT_CHARS = 40
_BRACKETS = re.compile(r"\([^)]*\)|（[^）]*）|\[[^\]]*\]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that should lie near each other: a question and its passage, or two renderings."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class LawQuestion:
    """A question made from an article of a law, with the article as its passage."""

    question: str
    passage: str
    law: str
    is_safety: bool


def read_parallel(folder: Path, *, software: bool) -> tuple[Pair, ...]:
    """Chinese and English renderings of one text, from the software files or from all others."""
    pairs: list[Pair] = []
    for path in sorted((folder / "zh_en").glob("*.tsv.gz")):
        name = path.name.removesuffix(".tsv.gz")
        if name not in UNUSED and (name in SOFTWARE) == software:
            pairs.extend(Pair(row[0][:MAX_TEXT_CHARS], row[1][: 2 * MAX_TEXT_CHARS]) for row in _rows(path))
    return tuple(pairs)


def read_dictionary(folder: Path) -> tuple[Pair, ...]:
    """Chinese words with an English gloss each, brackets and "to " taken off."""
    pairs: dict[Pair, None] = {}
    for path in sorted((folder / "zh_en_dict").glob("*.tsv.gz")):
        for row in _rows(path):
            gloss = clean_gloss(row[1])
            if gloss:
                pairs[Pair(row[0], gloss)] = None
    return tuple(pairs)


def read_glossary(path: Path) -> tuple[Pair, ...]:
    """The field's own terms: every Chinese form with every English one."""
    pairs: dict[Pair, None] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        columns = (line.split("\t") + [""] * 5)[:5]
        chinese, english = _forms(columns[0], columns[3]), _forms(columns[1], columns[4])
        for left in chinese:
            pairs.update((Pair(left, right), None) for right in english if right != "-")
    return tuple(pairs)


def read_law_questions(folder: Path) -> tuple[LawQuestion, ...]:
    """All template questions over laws, in the order of the file (law by law)."""
    return tuple(
        LawQuestion(row["q"], row["p"][:MAX_TEXT_CHARS], row["title"], row["safety"])
        for row in _objects(folder / "zh_qp" / "law_rule_questions.jsonl.gz")
    )


def read_reading_questions(folder: Path) -> tuple[Pair, ...]:
    """Questions written by people over encyclopaedia passages (CMRC 2018, DRCD)."""
    names = ("cmrc2018_dev_trial.jsonl.gz", "drcd_dev_test.jsonl.gz")
    return tuple(Pair(row["q"], row["p"][:MAX_TEXT_CHARS]) for name in names for row in _objects(folder / "zh_qp" / name))


def held_back_laws(questions: Iterable[LawQuestion]) -> frozenset[str]:
    """The safety laws kept out of all training: the first ones by the SHA-256 of their title."""
    counts: dict[str, int] = {}
    for question in questions:
        if question.is_safety:
            counts[question.law] = counts.get(question.law, 0) + 1
    eligible = [law for law, count in counts.items() if count >= MIN_HELD_BACK_QUESTIONS]
    eligible.sort(key=lambda law: hashlib.sha256(law.encode()).hexdigest())
    return frozenset(eligible[:HELD_BACK_LAWS])


def read_articles(folder: Path, without: frozenset[str]) -> tuple[tuple[str, str, bool], ...]:
    """(heading path, article text, is safety law) of every law that is not held back."""
    found: list[tuple[str, str, bool]] = []
    for law in _objects(folder / "domain" / "laws.jsonl.gz"):
        if law["law"] not in without:
            for article in law["articles"]:
                heading = " ".join(part for part in (law["law"], article["ch"], article["sec"]) if part)
                found.append((heading, _SPACE.sub(" ", article["t"])[:MAX_TEXT_CHARS], law["safety"]))
    return tuple(found)


def held_back_fingerprints(folder: Path, laws: frozenset[str]) -> frozenset[str]:
    """The openings of the held-back laws' articles, by which rows without a law's name are known."""
    return frozenset(
        _fingerprint(article["t"])
        for law in _objects(folder / "domain" / "laws.jsonl.gz")
        if law["law"] in laws
        for article in law["articles"]
    )


def read_similar_articles(folder: Path, laws: frozenset[str], fingerprints: frozenset[str]) -> tuple[Pair, ...]:
    """Articles of different laws that say nearly the same, and duties with their penalties."""
    pairs = [Pair(row[0][:MAX_TEXT_CHARS], row[1][:MAX_TEXT_CHARS]) for row in _rows(folder / "zh_sim" / "law_parallel_articles.tsv.gz")]
    for row in _rows(folder / "zh_sim" / "law_crossref.tsv.gz"):
        if row[2] not in laws:
            pairs.append(Pair(row[0][:MAX_TEXT_CHARS], row[1][:MAX_TEXT_CHARS]))
    return tuple(
        pair for pair in pairs if _fingerprint(pair.left) not in fingerprints and _fingerprint(pair.right) not in fingerprints
    )


def read_reports(folder: Path) -> tuple[str, ...]:
    """Government work reports, whole."""
    return tuple(row["text"] for row in _objects(folder / "mono" / "gov_reports_zh.jsonl.gz"))


def clean_gloss(gloss: str) -> str:
    """A dictionary gloss without brackets and the infinitive's "to "; empty when it only explains."""
    text = _SPACE.sub(" ", _BRACKETS.sub(" ", gloss)).strip(" ;,.")
    if text.startswith(("variant of", "see ", "surname ", "Kangxi radical", "abbr. for")):
        return ""
    return re.sub(r"^(to|a|an|the) ", "", text)


def _forms(first: str, others: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in (first, *others.split("|")) if form.strip())


def _fingerprint(text: str) -> str:
    return _SPACE.sub("", text)[:FINGERPRINT_CHARS]


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _objects(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
