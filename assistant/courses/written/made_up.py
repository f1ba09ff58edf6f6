"""What a made-up text brings that reads as a fact: numbers, names, places and offices that stand in no line beside it.

No line can prove what is made up, so no more is asked of it; that a duty is not met it may well tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from assistant.grounding.faults import faults
from assistant.grounding.ground import Ground
from assistant.question.said import language_of
from assistant.types import Language
from index.terms.glossary import english_words, load_glossary
from index.terms.lexicon import listed
from index.terms.segment import tagged

MOST_CHARS = {Language.ZH: 400, Language.EN: 1_000}
"""Of a situation; twice what a model is asked for."""
_FACTS = frozenset(("number", "unit", "number of something else", "place"))
"""Kinds of faults, beside names, by which a text would read as a fact."""
_NO_ONE = ("部门", "单位")
"""End what names no one office: 监管部门, 责任单位."""
_PROPER = ("nr", "ns", "nt")
"""Beginnings of jieba's tags of people, places and bodies."""
_SOMEBODY = frozenset(("office", "body"))
"""Kinds of the glossary's entries that name somebody, or many: 国务院, 企业."""
_OPENING = ".!?:;“\"‘'("


def invented(text: str, grounds: Sequence[Ground], language: Language) -> str:
    """What of a made-up text stands in none of the grounds, in words for a trace; "" for nothing."""
    if not text.strip() or len(text) > MOST_CHARS[language]:
        return "too long or empty"
    if language_of(text) is not language:
        return "another language"
    found = [
        f"{fault.kind}: {fault.detail}"
        for fault in faults(text, grounds)
        if fault.kind in _FACTS or (fault.kind == "name" and _is_name(fault.detail))
    ]
    if language is Language.EN:
        found += [f"name: {word}" for word in _strange_capitals(text, grounds)]
    return "; ".join(dict.fromkeys(found))


def _is_name(told: str) -> bool:
    """Whether what the lines do not have is a name, and no word that people tell things in: 怎样做, 举报."""
    if told.isascii():
        return told[0].isupper()  # English writes names so: "Hongda"; not "fire brigade"
    words = tagged(told)
    if any(tag.startswith(_PROPER) for _, tag in words):
        return True
    return not told.endswith(_NO_ONE) and (words[-1][0] in _offices() or _ends_in_office(told))


def _ends_in_office(told: str) -> bool:
    """Whether the glossary knows the last word as an office or body whose name ends like one: 国务院; not 怎么办, 企业."""
    *_, (term, entry) = load_glossary().segment(told)
    return entry is not None and entry.kind in _SOMEBODY and term.endswith(_offices())


@cache
def _offices() -> tuple[str, ...]:
    return listed("office_endings", "institutions")


def _strange_capitals(text: str, grounds: Sequence[Ground]) -> Iterator[str]:
    """Words with a capital inside a sentence, as English writes names, that nothing beside it has."""
    known = {word for ground in grounds for word in english_words(f"{ground.translation} {ground.above}")}
    before = "."
    for word in text.split():
        bare = word.strip(_OPENING + ",)”’").removesuffix("’s").removesuffix("'s")
        opens = before[-1] in _OPENING or word[0] in _OPENING
        if not opens and len(bare) > 1 and bare.isascii() and bare[0].isupper() and bare.lower() not in known:
            yield bare
        before = word
