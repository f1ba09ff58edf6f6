"""Which parts of a law a question asks for by their numbers: 第三条第二款第一项, 第二章, Article 8(2), paragraph 2 of Article 3."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import LawPart
from index import ends_with
from index.terms.numbering import Style, numeral_value

_STYLES = {
    "编": Style.PART, "章": Style.CHAPTER, "节": Style.SECTION, "条": Style.ARTICLE,
    "part": Style.PART, "chapter": Style.CHAPTER, "section": Style.SECTION, "article": Style.ARTICLE,
}  # fmt: skip
_NUMERAL = r"[\d一二三四五六七八九十百零〇]+"
# "第三条第二款第（一）项", "第五条之一", "第2章", "Article 8(2)", "paragraph 2"; not "四条措施", "第四条例".
_PART = re.compile(
    rf"第\s*({_NUMERAL})\s*([编章节条])(?!例)(?:之({_NUMERAL}))?(?:第?({_NUMERAL})款)?(?:第?[（(]?({_NUMERAL})[)）]?项)?"
    r"|\b(part|chapter|section|article)\s+(\d+)(?:\s*\((\d+)\))?|\b(paragraph|item)\s+(\d+)",
    re.IGNORECASE,
)
_BEFORE = " 》>”\"'的之"
"""What may stand between the name of a law and the number of its part."""
_BREAKS = '《<“"，,。；;？?！!：:、\n'
_MOST_LAW_CHARS = 40


def law_parts(text: str) -> tuple[LawPart, ...]:
    """The parts of laws that `text` names, in its order; a paragraph or an item belongs to the article named with it."""
    found: list[LawPart] = []
    within = LawPart(Style.ARTICLE, 0)
    for match in _PART.finditer(text):
        zh, sign, added, paragraph, item, word, en, bracketed, finer, finer_number = match.groups()
        if finer:
            number = _value(finer_number)
            is_item = finer.lower() == "item"
            within = replace(within, item=number) if is_item else replace(within, paragraph=number)
            continue
        law = _law_before(text, match.start()) or (found[-1].law if found else "")
        style = _STYLES[sign or word.lower()]
        found.append(LawPart(style, _value(zh or en), _value(added), _value(paragraph or bracketed), _value(item), law))
    if len(found) == 1 and found[0].style is Style.ARTICLE:
        (one,) = found
        return (replace(one, paragraph=one.paragraph or within.paragraph, item=one.item or within.item),)
    return tuple(found)


def _value(numeral: str | None) -> int:
    return numeral_value(numeral) or 0 if numeral else 0


def _law_before(text: str, end: int) -> str:
    """The name of a law that stands right before the number of its part: "青岚市安全生产条例"; "" where there is none."""
    before = text[max(0, end - _MOST_LAW_CHARS) : end].rstrip(_BEFORE)
    start = max(before.rfind(mark) for mark in _BREAKS) + 1
    name = before[start:].strip()
    return name if ends_with(name, "laws") else ""
