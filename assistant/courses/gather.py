"""Passages for a pack: short complete pieces of the plans' sentences, and facts, with how well each fits the request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from assistant import Assistant
from assistant.courses.addressed import (
    Address,
    address,
    asks_of,
    bound,
    duties_in,
    is_penal,
    left_to_others,
    own_part,
    told_to_firms,
    without_pressing,
)
from assistant.courses.audiences import NEEDS, Needs
from assistant.courses.pieces import MOST_WHOLE_CHARS, complete, whole_statement
from assistant.courses.topics import IN_TEXT, Topic, read_topics
from assistant.courses.types import PackRequest
from assistant.courses.values import counts_accidents
from assistant.facts import view_of
from assistant.types import Evidence
from index import (
    Chunk,
    Deadline,
    Duty,
    Fact,
    Index,
    IndexedDocument,
    Span,
    contains,
    looks_back,
    of_kind,
    split_sentences,
    years_in,
)

SEARCHED = 20
"""Passages that a search for a topic looks at."""
IN_HEADING = 0.7
"""What stands below a heading on a topic may be about its neighbour."""
BOUND = 0.5
"""What says that the audience has to do something is worth more than what only speaks of it."""
LEAST_OWN_CHARS = 15
"""What is left of a statement and shorter only names an aim: "提高企业安全生产保障能力"."""
MOST_SPEAKING = 3
"""So many words of an audience show that a passage speaks to it; more of them show no more."""
# Headings of what sets the frame of a plan and requires nothing that could be taught.
FRAME = ("指导思想", "基本原则", "领导小组", "总体要求", "任务分工", "阶段划分")
# "规划目标", "(一)任务目标"; not "严肃目标责任考核".
_AIM, _ASSESSED = "目标", ("目标责任", "目标考核", "目标管理")
_RESULTS = ("控制在", "下降", "遏制", "杜绝", "实现")
"""What an aim says of its result, beside a year; "加强领导" only sets the scene."""
_OWED = (Duty, Deadline)
"""Facts that tell what somebody has to do."""
AnyFact = TypeVar("AnyFact", bound=Fact)
Wanted = Callable[[tuple[str, ...]], bool]
# "责任单位:县司法局", "(牵头单位:…)", "完成时限:长期坚持": who does it and when, no statement; not "指导思想:坚持…".
_LABELS = ("单位", "部门", "责任人", "时限")
MOST_LABEL_CHARS = 8
# "死亡646人", "造成40人死亡"; not "死亡率控制在0.14以内".
_VICTIMS = re.compile(r"(?:死亡|遇难|受伤)\D{0,6}\d+\s*人|\d+人(?:死亡|遇难)")
_ACCIDENTS = ("事故", "爆燃", "爆炸", "坍塌", "火灾")
_PROBLEMS = tuple(
    "不够 不足 不到位 不强 不高 不适应 不完善 不健全 薄弱 滞后 缺乏 缺失 短板 差距 欠账 严峻 多发 难 压力大 老化 宽松软".split()
)
"""What goes wrong. In running text that may be what is required: "加强薄弱环节建设"."""
_PROBLEM_HEADINGS = ("问题", "形势", "挑战", "矛盾", "有待", *_PROBLEMS)
"""Headings of what goes wrong: "面临的形势", "主要差距"."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a pack may be made of: the plans asked for, the topics, and what the audience needs."""

    index: Index
    documents: tuple[IndexedDocument, ...]
    topics: tuple[Topic, ...]
    needs: Needs
    found: dict[str, float]
    """Chunks that searches found, 0 to 1 for the best."""

    def is_told(self, text: str) -> bool:
        """Whether a text may be told to the audience; some read nothing of what others have to do."""
        return not (self.needs.own_only and left_to_others(text, self.needs))

    def topic_of(self, text: str, heading: str = "") -> float:
        """How surely a text is about one of the topics, 0 to 1; everything is, where none was asked for."""
        if not self.topics:
            return IN_TEXT
        below = any(heading and topic.told_in(heading) and not topic.denied_in(text) for topic in self.topics)
        return max(IN_HEADING * below, *(topic.worth(text) for topic in self.topics))


def gather(assistant: Assistant, request: PackRequest) -> Material:
    """What the plans hold for a request."""
    index = assistant.index.snapshot()
    topics = read_topics(request.topics, index, assistant.glossary)
    needs = NEEDS[request.audience]
    found: dict[str, float] = {}
    for plan in request.plans:
        for query in [topic.named for topic in topics] or [needs.query]:
            hits = assistant.search(query, plans=(plan,), k=SEARCHED)
            for chunk, score in hits:
                share = score / hits[0][1] if hits[0][1] else 0.0
                found[chunk.id] = max(found.get(chunk.id, 0.0), share)
    return Material(index, tuple(index.document(plan) for plan in request.plans), topics, needs, found)


def requirements(material: Material, *, every: bool = False) -> tuple[Evidence, ...]:
    """What the plans require on the topics (with `every` on all matters), best first; each a whole statement."""
    found = _ranked(material, lambda path: not (looks_back(path) or _any_in(path, (*FRAME, _AIM))), whole_section=every)
    asked = (piece for piece in found if material.is_told(piece.text) and asks_of(piece.text, material.needs))
    if not material.needs.own_only:
        return tuple(asked)
    cut = (own_clauses(material, piece) for piece in asked)
    own = (_told(piece) for piece in cut if piece and not _supports(piece))
    return tuple(sorted(own, key=lambda e: (-e.score, e.span)))


def _told(piece: Evidence) -> Evidence:
    return replace(piece, score=piece.score + told_to_firms(piece.text, piece.heading_path))


def _supports(piece: Evidence) -> bool:
    """Whether a statement tells what an authority offers firms, and binds none."""
    return _any_in(piece.heading_path, ("政策", "营商", "保障措施")) and not (
        duties_in(piece.text) or without_pressing(piece.text) != piece.text
    )


def own_clauses(material: Material, piece: Evidence) -> Evidence | None:
    """Of a statement for a firm the clauses that bind it; None where too little is left to be taught.

    What follows for it where it does not comply is told whole.
    """
    text = piece.text
    if is_penal(text, material.needs) or address(text) < Address.PRESSED:
        return piece
    start, end = own_part(text)
    if (start, end) == (0, len(text)):
        return piece
    cut = next((text[start:one] for one in (end, len(text)) if complete(text[start:one])), "")
    if len(cut) < LEAST_OWN_CHARS:
        return None
    at = piece.span.start + start
    return replace(piece, span=replace(piece.span, start=at, end=at + len(cut)), text=cut)


def aims(material: Material) -> tuple[Evidence, ...]:
    """What the plans want to reach: sentences of the sections on aims, those on the topics first."""
    pieces = _ranked(
        material,
        lambda path: _any_in(path[-1:], (_AIM,)) and not (looks_back(path) or _any_in(path[-1:], _ASSESSED)),
        whole_section=True,
    )
    # What names a result says more than what only sets the scene.
    return tuple(piece for piece in pieces if _tells_result(piece.text)) or pieces


def _tells_result(text: str) -> bool:
    return bool(years_in(text)) or any(word in text for word in _RESULTS)


def cases(material: Material) -> tuple[Evidence, ...]:
    """Accidents and problems that the plans name, those on the topics first, accidents before problems."""
    found, firm = [], material.needs.own_only
    for piece in _pieces(material, lambda path: not _any_in(path, FRAME), whole_section=True):
        heading = piece.heading_path[-1] if piece.heading_path else ""
        # How many accidents an area had is no case from which a firm learns.
        accident = tells_accident(piece.text) and not (firm and counts_accidents(piece.text))
        if accident or (_tells_problem(piece, tasks=not firm) and material.is_told(piece.text)):
            found.append(replace(piece, score=2.0 * material.topic_of(piece.text, heading) + 0.8 * accident))
    return tuple(sorted(found, key=lambda e: (-e.score, e.span)))


def tells_accident(text: str) -> bool:
    """Whether a text names an accident with its victims: "爆燃事故,造成40人死亡"; not that there were fewer of them."""
    return _any_in((text,), _ACCIDENTS) and _VICTIMS.search(text) is not None and not contains(text, "falls")


def _tells_problem(piece: Evidence, *, tasks: bool) -> bool:
    """Whether a piece says what goes wrong; among what is required only, with `tasks`, what ends in the problem that it tackles.

    A problem that a plan looks back on as tackled is none any more.
    """
    below = _any_in(piece.heading_path, _PROBLEM_HEADINGS)
    tackled = tasks and piece.text.endswith("问题") and not looks_back(piece.heading_path)
    return (below or tackled) and _any_in((piece.text,), _PROBLEMS)


def _any_in(texts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(word in text for text in texts for word in words)


def _ranked(material: Material, wanted: Wanted, *, whole_section: bool = False) -> tuple[Evidence, ...]:
    pieces = _pieces(material, wanted, whole_section=whole_section)
    return tuple(sorted(pieces, key=lambda e: (-e.score, e.span)))


def _pieces(material: Material, wanted: Wanted, *, whole_section: bool) -> Iterator[Evidence]:
    """The best statement of each sentence about the topics (of every sentence with `whole_section`) in the sections wanted."""
    for indexed in material.documents:
        for chunk in indexed.chunks:
            in_table = any(table.span.overlaps(chunk.span) for table in indexed.tables)
            if chunk.span.start < indexed.body_start or not wanted(chunk.heading_path) or in_table:
                continue
            yield from _of_chunk(material, indexed, chunk, whole_section=whole_section)


def _of_chunk(material: Material, indexed: IndexedDocument, chunk: Chunk, *, whole_section: bool) -> Iterator[Evidence]:
    text, heading = indexed.clean.text, chunk.heading_path[-1] if chunk.heading_path else ""
    titles = {_letters(label) for label in chunk.heading_path}
    for start, end in _with_subjects(material, text, split_sentences(text, chunk.span.start, chunk.span.end)):
        sentence = text[start:end]
        on_topic = material.topic_of(sentence, heading)
        if not _states(sentence) or _letters(sentence) in titles or not (on_topic or whole_section):
            continue
        span = whole_statement(text, start, end, lambda piece: _worth(material, piece))
        if span is None:
            continue
        piece = text[span[0] : span[1]]
        # A sentence of several matters is cut to one of them: what is left must still be about the topic.
        on_topic = material.topic_of(piece, heading)
        if on_topic or whole_section:
            score = 2.0 * on_topic + 0.9 * _speaks(material, piece) + 0.6 * material.found.get(chunk.id, 0.0)
            score += BOUND * bound(piece, material.needs)
            yield Evidence(Span(indexed.document.id, *span), piece, chunk.heading_path, score, 1.0)


def _with_subjects(material: Material, text: str, parts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences; a part behind a semicolon that names the audience no more is told with the part before, which does."""
    found: list[tuple[int, int]] = []
    for start, end in parts:
        opened = found[-1][0] if found and text[found[-1][1] - 1] in ";；" else start
        lost = not material.is_told(text[start:end]) and material.is_told(text[opened:end])
        if lost and end - opened <= MOST_WHOLE_CHARS:
            found[-1] = (opened, end)
        else:
            found.append((start, end))
    return found


def _states(sentence: str) -> bool:
    """Whether a sentence says something of its own: not "责任单位:市安委办", not "主要措施包括:", not a line of links."""
    told = sentence.strip().replace("：", ":")
    label, colon, _ = told.lstrip("(（").partition(":")
    refers = colon and len(label) <= MOST_LABEL_CHARS and label.endswith(_LABELS)
    return not (refers or told.endswith(":") or "|" in told)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _worth(material: Material, piece: str) -> float:
    told = sum(topic.worth(piece) for topic in material.topics)
    return 2.0 * told + _speaks(material, piece)


def _speaks(material: Material, text: str) -> float:
    """How much a text speaks to the audience, 0 to 1."""
    return min(sum(word in text for word in material.needs.words), MOST_SPEAKING) / MOST_SPEAKING


def facts(material: Material, kind: type[Fact], *, every: bool = False) -> tuple[Evidence, ...]:
    """Facts of a kind that are about the topics, best first; with no topic or `every` all, what concerns the audience first."""
    found = []
    for indexed in material.documents:
        for fact in of_kind(kind, indexed.facts):
            if fact.span.start < indexed.body_start:
                continue
            view = view_of(fact)
            # A table's caption names the whole table, not what one row is about.
            heading = "" if view.cell or not view.path else view.path[-1]
            on_topic = material.topic_of(view.matter, heading)
            quote = indexed.clean.text[fact.span.start : fact.span.end]
            if (on_topic or every) and (kind not in _OWED or material.is_told(quote)):
                acts = _any_in(view.actors, material.needs.actors)
                score = 2.0 * on_topic + 0.8 * acts + 0.5 * _speaks(material, view.matter)
                found.append(Evidence(fact.span, quote, view.path, score, 1.0, fact))
    return tuple(sorted(found, key=lambda e: (-e.score, e.span)))


def fact_of(evidence: Evidence, kind: type[AnyFact]) -> AnyFact:
    """The fact that evidence of `facts(…, kind)` stands for."""
    assert isinstance(evidence.fact, kind)
    return evidence.fact
