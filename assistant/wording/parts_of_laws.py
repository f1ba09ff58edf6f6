"""What the parts of a law are called in either language: 第三条第二款, Article 3, paragraph 2."""

from __future__ import annotations

from assistant.types import Language, LawPart
from assistant.wording.phrasebook import Phrase
from index.terms.numbering import Style, chinese_numeral

PARTS_OF_LAWS: dict[Style, Phrase] = {
    Style.PART: ("编", "Part"),
    Style.CHAPTER: ("章", "Chapter"),
    Style.SECTION: ("节", "Section"),
    Style.ARTICLE: ("条", "Article"),
}
_PARAGRAPH: Phrase = ("款", "paragraph")
_ITEM: Phrase = ("项", "item")


def part_in_words(part: LawPart, language: Language) -> str:
    """A part as people write it: 第五条之一, 第三条第二款第一项."""
    steps = [(PARTS_OF_LAWS[part.style], part.value)]
    steps += ((name, value) for name, value in ((_PARAGRAPH, part.paragraph), (_ITEM, part.item)) if value)
    if language is Language.EN:
        return ", ".join(f"{en} {value}" for (_, en), value in steps)
    numbers = [f"第{chinese_numeral(value)}{zh}" for (zh, _), value in steps]
    return "".join((numbers[0], f"之{chinese_numeral(part.added)}" if part.added else "", *numbers[1:]))


def last_in_words(part: LawPart, last: int, language: Language) -> str:
    """The last one that there is of what a part counts in the end: 第七条, Article 7, item 4."""
    zh, en = _ITEM if part.item else _PARAGRAPH if part.paragraph else PARTS_OF_LAWS[part.style]
    return f"{en} {last}" if language is Language.EN else f"第{chinese_numeral(last)}{zh}"
