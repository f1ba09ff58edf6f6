"""Verification: each statement is held to its evidence; what is not supported is dropped; citations get their numbers.

A statement stands when its quotes are verbatim text of the plans, every number in it stands in a quote, in a heading
above it or in the name of the plan, and the names, offices, dates and values of the facts that it tells stand in their text.
"""

from __future__ import annotations

import logging
import re
import unicodedata

from assistant.facts import view_of
from assistant.facts.magnitudes import NUMBER
from assistant.types import Citation, Draft, Evidence, Statement
from assistant.wording.quoting import is_english
from index import Document, Fact, Index
from index.terms.numbering import numeral_value

logger = logging.getLogger(__name__)

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8}
_NUMBER = re.compile(rf"({NUMBER})[余多 ]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})?")
# "十四" of 十四五, "二十" of 二十大, "三" of 三级, "三万" of 三万元: English writes them in figures.
_NUMERAL = re.compile(
    r"[一二两三四五六七八九](?:[一二三四五六七八九十零]*[百千万亿])+(?:零?[一二三四五六七八九十]+)?"
    r"|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
)
_UNITS = {"10000": "万", "100000": "十万", "1000000": "百万", "100000000": "亿"}
"""Figures that English words of a Chinese unit: 万车死亡率 is per 10,000 vehicles, 亿元 is 100 million yuan."""
# The numbers of a list's items and how many they are: "：1. …；2. …", "（共3项）", "共3项：", "（共6人）", "3 items", "6 in all:"; not
# "320,000 items", "共6人死亡".
_OF_LIST = re.compile(
    r"(?:(?<=[：:；;] )|(?<=[：；:;]))\d{1,2}\. |共\d+个?[项人部]分?(?=[）：，])|(?<![\d,])\d+ items|(?<=, )\d+ in all(?=:)"
)
_LOOKS_LIKE_MARK = re.compile(r"\[(\d{1,2})\]")
MAX_MARKS = 99
BEFORE_CHARS = 6_000
"""How far before a fact its role or column may stand: the length of a list of people, or of a table, over some pages."""


def verify(draft: Draft, index: Index) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text with [n] marks and its citations; empty text when no statement with evidence is left.

    Statements of one document that follow each other are led by its name once.
    """
    numbering = CitationNumbers(index)
    parts: list[str] = []
    source = ""
    for statement in draft.statements:
        numbers = numbering.marks(statement)
        if numbers is not None:
            lead = f"{statement.source}{draft.colon}" if statement.source not in ("", source) else ""
            parts.append(marked(f"{lead}{statement.denied}{statement.text}", numbers))
            source = statement.source
    return (draft.separator.join(parts), numbering.citations) if numbering.citations else ("", ())


def marked(text: str, numbers: tuple[int, ...]) -> str:
    """A statement's text with its marks; brackets of its own that look like marks are changed."""
    marks = "".join(f"[{number}]" for number in numbers)
    plain = _LOOKS_LIKE_MARK.sub(r"〔\1〕", text)
    in_english = plain[-1:].isascii() and (plain.isascii() or is_english(plain) or plain.endswith("."))
    return f"{plain} {marks}" if marks and in_english else f"{plain}{marks}"


class CitationNumbers:
    """The citations of one answer in the order of their first use; a span has one number however often it is cited.

    Past `limit` citations (None: as many as there are) a statement gets no marks, as if it were not supported.
    """

    def __init__(self, index: Index, limit: int | None = MAX_MARKS) -> None:
        self._index, self._limit = index, limit
        self._made: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What has been cited so far."""
        return tuple(self._made)

    def marks(self, statement: Statement) -> tuple[int, ...] | None:
        """The numbers of a statement's citations, each once; None for a statement that its evidence does not support."""
        if statement.evidence and not supported(statement, self._index):
            logger.warning("a statement was dropped: it is not supported by its quote")
            return None
        numbers = [self._number(evidence) for evidence in statement.evidence]
        return None if None in numbers else tuple(dict.fromkeys(n for n in numbers if n is not None))

    def _number(self, evidence: Evidence) -> int | None:
        span = evidence.span
        for citation in self._made:
            if (citation.document, citation.start, citation.end) == (span.document_id, span.start, span.end):
                return citation.number
        if self._limit is not None and len(self._made) >= self._limit:
            return None
        self._made.append(cite(evidence, len(self._made) + 1, self._index))
        return len(self._made)


def renumbered(text: str, numbers: dict[int, int]) -> str:
    """A text with other numbers in its marks: by its own numbers."""
    return _LOOKS_LIKE_MARK.sub(lambda mark: f"[{numbers.get(int(mark[1]), int(mark[1]))}]", text)


def marks_in(text: str) -> str:
    """The marks of a text without its words: "[1] [2]"."""
    return " ".join(mark[0] for mark in _LOOKS_LIKE_MARK.finditer(text))


def unmarked(text: str) -> str:
    """A text without its marks."""
    return _LOOKS_LIKE_MARK.sub("", text)


def supported(statement: Statement, index: Index) -> bool:
    """Whether a statement's quotes stand in the plans and hold every number that it states."""
    grounds: list[str] = []
    claims = _OF_LIST.sub(" ", statement.text)
    for evidence in statement.evidence:
        document, text = index.described(evidence.span.document_id), index.text(evidence.span.document_id).text
        if text[evidence.span.start : evidence.span.end] != evidence.text or not upheld(evidence.fact, text):
            return False
        grounds += [evidence.text, *evidence.heading_path, document.title, *view_of(evidence.fact).grounds]
        claims = _without_period(claims, document)
    ground = " ".join(grounds)
    known = set(_numbers(ground))
    return all(number in known or _made_of(number, ground, known) for number in _numbers(claims))


def upheld(fact: Fact | None, text: str) -> bool:
    """Whether the names, offices, dates and values that a fact tells stand in its plan's text, where it was read from."""
    if fact is None:
        return True
    claims, (start, end) = view_of(fact).claims, (fact.span.start, fact.span.end)
    quote = _plain(text[start:end])
    if not all(_plain(told) in quote for told in claims.quoted):
        return False
    missing = [told for told in claims.around if _plain(told) not in quote]
    missing += [told for told in claims.rebuilt if not _in_order(_plain(told), quote)]
    last = text.find("\n", end)
    around = _plain(text[max(0, start - BEFORE_CHARS) : len(text) if last < 0 else last]) if missing else ""
    return all(_plain(told) in around for told in missing)


def _plain(text: str) -> str:
    """Text without blanks, in one width: "张  伟" is 张伟."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _in_order(told: str, quote: str) -> bool:
    """Whether all characters stand in a quote one behind another: "开展四级联查" in "开展企业自查…“四级联查”"."""
    left = iter(quote)
    return all(char in left for char in told)


def _numbers(text: str) -> list[str]:
    """The numbers that a text states; with an English word of scale behind it what both make: "10 million" is 10000000."""
    return [_scaled(number, scale) if scale.isascii() else number for number, scale in _found(text)]


def _found(text: str) -> list[tuple[str, str]]:
    """The numbers of a text, each with the word of scale behind it."""
    found = _NUMBER.findall(unicodedata.normalize("NFKC", text))
    return [(number.replace(",", "").lstrip("0") or "0", scale) for number, scale in found]


def _scaled(number: str, scale: str) -> str:
    return f"{float(number) * _SCALES[scale]:.0f}" if scale else number


def _made_of(number: str, ground: str, known: set[str]) -> bool:
    """Whether English wording makes the number of the ground's Chinese: 900万 -> 9,000,000, 9 million, 十四五 -> 14th."""
    if number in _UNITS and _UNITS[number] in ground:
        return True
    if "万" in ground and any(float(number) == float(k) * 10_000 for k in known):
        return True
    made = {_scaled(told, scale) for told, scale in _found(ground)}
    return number in made | {str(numeral_value(numeral)) for numeral in _NUMERAL.findall(ground)}


def _without_period(claims: str, document: Document) -> str:
    """Claims without the years by which a comparison names the plan, "（2016—2020年）"."""
    if document.period is None:
        return claims
    first, last = document.period
    for dash in "—–-":
        claims = claims.replace(f"{first}{dash}{last}", " ")
    return claims


def cite(evidence: Evidence, number: int, index: Index) -> Citation:
    """The citation of one piece of evidence."""
    span, clean = evidence.span, index.text(evidence.span.document_id)
    return Citation(
        number,
        span.document_id,
        index.described(span.document_id).title,
        " › ".join(_without_repeats(evidence.heading_path)),
        clean.page_of(span.start),
        span.start,
        span.end,
        clean.text[span.start : span.end],
        min((line.confidence for line in clean.recognised_in(span.start, span.end)), default=None),
    )


def _without_repeats(path: tuple[str, ...]) -> list[str]:
    """A heading path without a label that only repeats the one before it (a box and the table that fills it)."""
    kept: list[str] = []
    for label in path:
        if label and not (kept and "".join(label.split()) == "".join(kept[-1].split())):
            kept.append(label)
    return kept
