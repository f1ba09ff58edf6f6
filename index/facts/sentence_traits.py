"""A plan's sentences that may answer a question, each with what it tells, whatever is asked: read once, at indexing.

Left out are rows of tables that come as facts or hold a personal telephone number; the lines of the front matter that are
no sentences, which are looked at only where they are asked for; and the units that end a task, which comes whole as a fact.
"""

from __future__ import annotations

import re

from index.fact_types import Duty, Fact, Indicator, Person, of_kind
from index.facts.aims import looks_back
from index.facts.dates import dates
from index.facts.grids import personal_numbers
from index.indexed_document import IndexedDocument
from index.reading.lines import MOST_LABEL_CHARS
from index.reading.sentences import split_sentences
from index.terms.lexicon import YEAR, alternatives, contains, years_in
from index.terms.numbering import without_number
from index.types import Sentence, Span, Trait

# "125起", "20分钟", "≥95%", "零发生", "五十人以上", "不得少于三年", "二十四小时"; not "第3号", "2018年", "28日", "三年行动".
_FIGURE = re.compile(
    rf"\d+(?:\.\d+)?\s*(?:[%‰]|余?[万亿]?(?![年日期路]){alternatives('counters')})|[≥≤<>]\s*\d|\d\.\d|零发生|零死亡"
    r"|[一二两三四五六七八九十百千][一二三四五六七八九十百千万]*(?:个月|[日天名人元倍]|小时|分钟)"
    r"|(?:少于|超过|低于|届满|期限为?|每)[一二两三四五六七八九十]+年"
)
_ISO_DATE = re.compile(YEAR + r"[-/.]\d{1,2}[-/.]\d{1,2}")  # "2024-05-01"; not "2021-2025"
_OFFICE_WORDS = ("负责", "牵头", "由", "部门", "单位", "局")
# "(牵头单位:…)", "【责任单位:…】", "。责任单位:…", "(市公安局牵头,…负责)" at the end of a task.
_ROLE = alternatives("leading", "answering", "helping")
_UNITS = re.compile(
    rf"[(（\[【〔]{_ROLE}|(?:(?<=[。;；])|\s|^)\s*{_ROLE}(?:单位|部门)\s*[:：]|[(（][^()（）]{{2,60}}?{alternatives('leading')}"
)
_CELL_MARKS = frozenset("\t|")
"""What parts the cells of a row that stands on one line; a cell alone on its line says nothing by itself."""
_STOPS = ("。", "；", ";", "！", "。”", "。）", ".")
SHORT_CHARS = 14
"""A sentence shorter than this says little by itself."""
LEAST_TITLE_CHARS = 6
"""Fewer characters of a title may be a heading or an item of their own."""
MOSTLY_PEOPLE = 0.6
"""A sentence of which people take up more than this is a line of a list of people."""


def read_sentences(indexed: IndexedDocument) -> tuple[Sentence, ...]:
    """The sentences of the document's chunks that may answer, in the order of the text."""
    text, body_start = indexed.clean.text, indexed.body_start
    in_table = _marked(len(text), [table.span for table in indexed.tables])
    as_facts = _marked(len(text), [fact.span for fact in indexed.facts if _tells_row(fact)])
    personal = _marked(len(text), [s for table in indexed.tables for s in personal_numbers(indexed.clean, table)])
    of_people = _marked(len(text), [person.span for person in of_kind(Person, indexed.facts) if person.is_listed])
    found: list[Sentence] = []
    for chunk in indexed.chunks:
        past = Trait.LOOKS_BACK if looks_back(chunk.heading_path) else Trait(0)
        for start, end in split_sentences(text, chunk.span.start, chunk.span.end):
            if in_table[start] and (
                any(personal[start:end]) or any(as_facts[start:end]) or not _CELL_MARKS & set(text[start:end])
            ):
                continue
            if _names_only_units(text[start:end]) or _is_of_title(text[start:end], indexed.document.title):
                continue
            if start < body_start and not text.endswith(_STOPS, start, end):
                continue
            listed = Trait.OF_PEOPLE if sum(of_people[start:end]) >= MOSTLY_PEOPLE * (end - start) else Trait(0)
            traits = traits_of(text[start:end]) | past | listed
            found.append(Sentence(Span(chunk.span.document_id, start, end), chunk.id, traits))
    return tuple(found)


def _is_of_title(text: str, title: str) -> bool:
    """Whether a line only repeats the document's title, a part of it as covers do, or the title behind a form's label."""
    bare, whole = "".join(text.split()), "".join(title.split())
    part = len(bare) >= LEAST_TITLE_CHARS and bare in whole
    return part or (whole in bare and len(bare) - len(whole) <= MOST_LABEL_CHARS)


def _tells_row(fact: Fact) -> bool:
    """Whether a fact tells a row of a table whatever is asked: a duty or a figure; not a deadline, which only dates find."""
    return fact.kind in (Duty.kind, Indicator.kind)


def traits_of(text: str) -> Trait:
    """What the text itself tells; its headings and what stands beside it are not looked at."""
    told = dates(text)
    iso = _ISO_DATE.search(text) is not None
    holding = {
        Trait.FIGURE: _FIGURE.search(text),
        Trait.DATED: told or iso,
        Trait.DAY: iso or any("-" in date.date for date in told),
        Trait.YEAR: years_in(text),
        Trait.OFFICE: any(word in text for word in _OFFICE_WORDS) or contains(text, "governing", "bodies"),
        Trait.LISTED: text.count("、") >= 2 or "一是" in text,
        Trait.LEADS_IN: text.rstrip("。 \n").endswith((":", "：", "如下")),
        Trait.SHORT: len(text) < SHORT_CHARS,
    }
    return Trait(sum(trait for trait, holds in holding.items() if holds))


def before_units(text: str) -> str:
    """What stands before the units that end a task; the text is on one line."""
    return _UNITS.split(text)[0].strip("。 ")


def _names_only_units(text: str) -> bool:
    """Whether a sentence is only the end of a task: "(牵头单位:…)", "12.责任单位:…"."""
    before = before_units(" ".join(text.split()))
    return before.isdigit() or not without_number(before)


def _marked(length: int, spans: list[Span]) -> bytearray:
    """A byte for each character of a text, 1 where a span covers it."""
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\1" * (span.end - span.start)
    return marks
