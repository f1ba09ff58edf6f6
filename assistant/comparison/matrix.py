"""Topics by plans: what each plan states of each topic, verified and numbered over the whole matrix."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from assistant.comparison.cells import Shown, asks_figures, cell_of, setting_bounds
from assistant.comparison.findings import Search, find
from assistant.comparison.likeness import unlike
from assistant.comparison.types import ComparedTopic, Comparison
from assistant.errors import TopicsError
from assistant.evidence.verify import CitationNumbers
from assistant.question.understand import understand
from assistant.types import Language, Question, Understanding
from assistant.wording.in_english import bilingual, is_chinese

MAX_TOPICS = 12
MAX_TOPIC_CHARS = 100
INDICATOR = "indicator"
"""What the glossary calls that of which plans give figures."""


@dataclass(frozen=True, slots=True)
class TopicStep:
    """A topic that is about to be searched, the `at`-th (1-based) of `count`."""

    topic: str
    at: int
    count: int


def comparing(
    topics: Sequence[str], plans: Sequence[str], language: Language, search: Search
) -> Generator[TopicStep, None, Comparison]:
    """What `plans` state of `topics`, with a step before each topic; where none is given, all, or of many the nearest few.

    Raises:
        TopicsError: There is no topic, too many, or one is too long.
        UnknownDocument: A plan is not on file.
    """
    named = tuple(dict.fromkeys(topic.strip() for topic in topics if topic.strip()))
    _check(named)
    given = tuple(dict.fromkeys(plans))
    for plan in given:
        search.index.described(plan)
    chosen = given or _nearest(named, search)
    numbering = CitationNumbers(search.index, limit=None)
    rows: list[ComparedTopic] = []
    for at, topic in enumerate(named, start=1):
        yield TopicStep(topic, at, len(named))
        rows.append(_row(topic, chosen, language, search, numbering))
    citations = numbering.citations if language is Language.ZH else search.in_both(numbering.citations)
    return Comparison(language, chosen, tuple(rows), citations)


def _nearest(topics: tuple[str, ...], search: Search) -> tuple[str, ...]:
    """The plans that are compared where none is given, whatever places the topics name."""
    meant = understand(Question("，".join(topics)), search.index, search.glossary)
    return search.compared(replace(meant, plans=()), search.index)


def compare(topics: Sequence[str], plans: Sequence[str], language: Language, search: Search) -> Comparison:
    """The same at one go."""
    steps = comparing(topics, plans, language, search)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            comparison: Comparison = done.value
            return comparison


def _check(topics: tuple[str, ...]) -> None:
    if not topics:
        raise TopicsError("no topic is given; name at least one", code="topics_none")
    if len(topics) > MAX_TOPICS:
        message = f"{len(topics)} topics are too many; compare {MAX_TOPICS} at a time"
        raise TopicsError(message, code="topics_many", limit=str(MAX_TOPICS))
    if max(map(len, topics)) > MAX_TOPIC_CHARS:
        message = f"a topic is too long; shorten it to {MAX_TOPIC_CHARS} characters"
        raise TopicsError(message, code="topic_long", limit=str(MAX_TOPIC_CHARS))


def _row(
    topic: str, plans: tuple[str, ...], language: Language, search: Search, numbering: CitationNumbers
) -> ComparedTopic:
    meant = _understood(topic, plans, search)
    findings = find(meant, plans, search, prefer_targets=True)
    if asks_figures(meant, findings, search):
        findings = setting_bounds(findings, search)
    cells = tuple(cell_of(finding, search, numbering, Shown.BOTH, language) for finding in findings)
    return ComparedTopic(topic, _title(topic, language, search), cells, unlike(cells, language))


def _understood(topic: str, plans: tuple[str, ...], search: Search) -> Understanding:
    """What a topic means; an indicator that is named in English is sought by its Chinese name, and so found alike."""
    meant = understand(Question(topic, plans=plans), search.index, search.glossary)
    kinds = [concept.kind for concept in meant.concepts]
    if meant.language is Language.ZH or kinds != [INDICATOR]:
        return meant
    return understand(Question(meant.concepts[0].spellings[0], plans=plans), search.index, search.glossary)


def _title(topic: str, language: Language, search: Search) -> str:
    return bilingual(topic, search.english) if language is Language.EN and is_chinese(topic) else topic
