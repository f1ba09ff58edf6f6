"""Passages for a pack: short complete pieces of the plans' sentences, and facts, with how well each fits the request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant import Assistant
from assistant.courses.audiences import NEEDS, Needs
from assistant.courses.pieces import best_piece
from assistant.courses.topics import Topic, read_topics
from assistant.courses.types import PackRequest
from assistant.types import Evidence
from index import (
    Chunk,
    Deadline,
    Duty,
    Fact,
    Index,
    IndexedDocument,
    Indicator,
    SectionKind,
    Span,
    split_sentences,
)

SEARCHED = 20
"""Passages that a search for a topic looks at."""
IN_TEXT, IN_HEADING = 1.0, 0.7
# What looks back or sets the frame: no requirement to teach, but where figures reached and problems stand.
RETROSPECT = re.compile(r"回顾|成效|成绩|现状|形势|基础|进展|存在|问题|挑战|机遇|背景|编制依据|阶段划分")
FRAME = re.compile(r"指导思想|基本原则|领导小组|总体要求|任务分工")
_NOT_REQUIRED = re.compile(f"{RETROSPECT.pattern}|{FRAME.pattern}|目标")
_BETTERED = re.compile(r"下降|减少|大幅|有效|明显好转|得到解决|整改率")
Wanted = Callable[[tuple[str, ...]], bool]
# "(牵头单位:…)" and "见附件1" are no statements.
_NO_STATEMENT = re.compile(r"^\s*[(（]?(?:牵头|责任|主办|承办|配合|附件|详见)|[:：]\s*$|附件\s*\d|^\s*索\s*引|\|")
# "规划目标", "(一)任务目标"; not "严肃目标责任考核".
_AIM = re.compile(r"目标(?!责任|考核|管理)")
_RESULT = re.compile(r"(?:19|20)\d{2}年|控制在|遏制|下降|杜绝|形成|实现|消除|建成|基本")
_ACCIDENT = re.compile(
    r"(?:事故|爆燃|爆炸|坍塌|火灾|透水|中毒).{0,40}(?:死亡|遇难|受伤|伤亡)\D{0,6}\d+\s*人|(?:吸取|汲取|深刻|惨痛).{0,4}教训|教训\S{0,4}(?:深刻|惨痛)|造成\d+人(?:死亡|遇难)"
)
_PROBLEM = re.compile(
    r"不够|不足|薄弱|滞后|缺乏|缺失|不到位|不强|不高|不完善|不健全|不落实|不平衡|不适应|不牢|不力|不具备|欠账|短板|严峻|多发|频发|宽松软|挂靠|隐患突出|"
    r"压力大|难度大|难度加大|老化|非法违法|存在.{0,12}(?:问题|隐患|差距|盲区|漏洞)"
)
# Among what is required only a problem that is named as one: "推动解决一些地方…行政处罚率低…问题"; not "解决突出问题".
_PROBLEM_SECTION = re.compile(r"问题|挑战|短板|差距|不足|矛盾|薄弱|有待")
_PROBLEM_TACKLED = re.compile(r"(?:解决|整治|治理|消除|针对)[^,，。;；]{6,60}问题")


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a pack may be made of: the plans asked for, the topics, and what the audience needs."""

    index: Index
    documents: tuple[IndexedDocument, ...]
    topics: tuple[Topic, ...]
    needs: Needs
    found: dict[str, float]
    """Chunks that searches found, 0 to 1 for the best."""

    def topic_of(self, text: str, heading: str = "") -> float:
        """How surely a text is about one of the topics, 0 to 1; everything is, where none was asked for."""
        if not self.topics:
            return IN_TEXT
        if any(topic.told_in(text) for topic in self.topics):
            return IN_TEXT
        return IN_HEADING if heading and any(topic.told_in(heading) for topic in self.topics) else 0.0


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


def requirements(material: Material) -> tuple[Evidence, ...]:
    """What the plans require on the topics, best first; each a short complete piece of one sentence."""
    return _ranked(material, lambda path: not any(map(_NOT_REQUIRED.search, path)))


def aims(material: Material) -> tuple[Evidence, ...]:
    """What the plans want to reach: sentences of the sections on aims, those on the topics first."""
    pieces = _ranked(
        material,
        lambda path: bool(path and _AIM.search(path[-1])) and not any(map(RETROSPECT.search, path)),
        whole_section=True,
    )
    # What names a result says more than what only sets the scene.
    scored = (replace(piece, score=piece.score + 0.5 * bool(_RESULT.search(piece.text))) for piece in pieces)
    return tuple(sorted(scored, key=lambda e: (-e.score, e.span)))


def cases(material: Material) -> tuple[Evidence, ...]:
    """Accidents and problems that the plans name, those on the topics first, accidents before problems."""
    found = []
    for piece in _pieces(material, lambda path: not any(map(FRAME.search, path)), whole_section=True):
        heading = piece.heading_path[-1] if piece.heading_path else ""
        accident = bool(_ACCIDENT.search(piece.text))
        in_section = any(map(_PROBLEM_SECTION.search, piece.heading_path)) or RETROSPECT.search(heading)
        tackled = _PROBLEM_TACKLED.search(piece.text)
        problem = _PROBLEM.search(piece.text) and (in_section or tackled)
        if (accident or problem) and not _BETTERED.search(piece.text):
            found.append(replace(piece, score=2.0 * material.topic_of(piece.text, heading) + 0.8 * accident))
    return tuple(sorted(found, key=lambda e: (-e.score, e.span)))


def _ranked(material: Material, wanted: Wanted, *, whole_section: bool = False) -> tuple[Evidence, ...]:
    pieces = _pieces(material, wanted, whole_section=whole_section)
    return tuple(sorted(pieces, key=lambda e: (-e.score, e.span)))


def _pieces(material: Material, wanted: Wanted, *, whole_section: bool) -> Iterator[Evidence]:
    """The best piece of each sentence about the topics (of every sentence with `whole_section`) in the sections wanted."""
    for indexed in material.documents:
        body = body_start(indexed)
        for chunk in indexed.chunks:
            in_table = any(table.span.overlaps(chunk.span) for table in indexed.tables)
            if chunk.span.start < body or not wanted(chunk.heading_path) or in_table:
                continue
            yield from _of_chunk(material, indexed, chunk, whole_section=whole_section)


def _of_chunk(material: Material, indexed: IndexedDocument, chunk: Chunk, *, whole_section: bool) -> Iterator[Evidence]:
    text, heading = indexed.clean.text, chunk.heading_path[-1] if chunk.heading_path else ""
    titles = {re.sub(r"\W", "", label) for label in chunk.heading_path}
    for start, end in split_sentences(text, chunk.span.start, chunk.span.end):
        sentence = text[start:end]
        on_topic = material.topic_of(sentence, heading)
        if _NO_STATEMENT.search(sentence) or re.sub(r"\W", "", sentence) in titles or not (on_topic or whole_section):
            continue
        span = best_piece(text, start, end, lambda piece: _worth(material, piece))
        if span is None:
            continue
        piece = text[span[0] : span[1]]
        # A sentence of several matters is cut to one of them: what is left must still be about the topic.
        on_topic = material.topic_of(piece, heading)
        if not (on_topic or whole_section):
            continue
        speaks = min(len(set(material.needs.speaks.findall(piece))), 3) / 3
        score = 2.0 * on_topic + 0.9 * speaks + 0.6 * material.found.get(chunk.id, 0.0)
        yield Evidence(Span(indexed.document.id, *span), piece, chunk.heading_path, score, 1.0)


def _worth(material: Material, piece: str) -> float:
    told = sum(topic.told_in(piece) for topic in material.topics)
    return 2.0 * told + min(len(set(material.needs.speaks.findall(piece))), 3) / 3


def facts(material: Material, kind: type[Fact]) -> tuple[Evidence, ...]:
    """Facts of a kind that are about the topics, best first; with no topic all, what concerns the audience first."""
    found = []
    for indexed in material.documents:
        body = body_start(indexed)
        for fact in indexed.facts:
            if not isinstance(fact, kind) or fact.span.start < body:
                continue
            heading = _heading(fact)
            on_topic = material.topic_of(_matter(fact), heading)
            if on_topic:
                quote = indexed.clean.text[fact.span.start : fact.span.end]
                score = 2.0 * on_topic + 0.8 * bool(material.needs.acts.search(_actors(fact))) + _speaks(material, fact)
                found.append(Evidence(fact.span, quote, _path(fact), score, 1.0, fact))
    return tuple(sorted(found, key=lambda e: (-e.score, e.span)))


def _speaks(material: Material, fact: Fact) -> float:
    return 0.5 * min(len(set(material.needs.speaks.findall(_matter(fact)))), 3) / 3


def _matter(fact: Fact) -> str:
    """What a fact is about, as text in which topics are looked for."""
    if isinstance(fact, Duty):
        return f"{fact.what} {fact.drafts}"
    if isinstance(fact, Indicator):
        return f"{fact.row} {fact.column}" if fact.row else fact.name
    return fact.what if isinstance(fact, Deadline) else ""


def _actors(fact: Fact) -> str:
    if isinstance(fact, Duty):
        return " ".join((*fact.units, *fact.support))
    return fact.who if isinstance(fact, Deadline) else ""


def _path(fact: Fact) -> tuple[str, ...]:
    return tuple(getattr(fact, "heading_path", ()))


def _heading(fact: Fact) -> str:
    path = _path(fact)
    # A table's caption names the whole table, not what one row is about.
    return "" if not path or (isinstance(fact, Indicator) and fact.row) else path[-1]


def body_start(indexed: IndexedDocument) -> int:
    """Where the first chapter begins; what stands before it is the document's own numbers, dates and senders."""
    return min((s.span.start for s in indexed.root.children if s.kind is SectionKind.CHAPTER), default=0)
