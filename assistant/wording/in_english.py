"""Chinese official text in the English of answers: sentences, terms, values, names of offices and people.

What was translated stands in English alone; what could only be put into words term by term keeps the Chinese beside it.
"""

from __future__ import annotations

from assistant.wording.parts_of_laws import PARTS_OF_LAWS
from assistant.wording.quoting import flat, is_english
from index.terms.numbering import read_number
from index.translation.by_terms import plain
from index.translation.english import English, Rendering

_PLACE_PREFIX = (
    ("自治州", "Prefecture "),
    ("自治区", "Regional "),
    ("州", "Prefecture "),
    ("市", "Municipal "),
    ("县", "County "),
    ("区", "District "),
    ("省", "Provincial "),
)


def is_chinese(text: str) -> bool:
    """Whether Chinese stands in a text."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def in_english(zh: str, english: English) -> str:
    """A clause, term or heading in English; what is English is as it stands."""
    return flat(zh) if is_english(zh) else _behind_part(zh, english)[0]


def _behind_part(zh: str, english: English) -> tuple[str, Rendering]:
    """A text in English behind the number of the part of a law that it opens with, and how it was put into English."""
    number = read_number(zh)
    if number is None or number.style not in PARTS_OF_LAWS:
        rendering = english.render(zh)
        return rendering.text, rendering
    rendering = english.render(zh[number.end :])
    part = f"{PARTS_OF_LAWS[number.style][1]} {number.value}"
    return f"{part}: {rendering.text}" if rendering.text else part, rendering


def sentence(zh: str, english: English) -> str:
    """A clause as an English sentence; one that was put into words term by term is marked, its Chinese in brackets."""
    if is_english(zh):
        return zh
    told, rendering = _behind_part(zh, english)
    bare = f"{told[:1].upper()}{told[1:].rstrip('.,;: ')}"
    return f"{bare}." if rendering.is_translation else f"Gloss: {bare} ({inner(zh)})."


def beside(zh: str, english: English) -> str:
    """Words or a value in English, the Chinese in brackets where it is no translation; figures and years alone stay."""
    if is_english(zh):
        return flat(zh)
    bare = zh.removesuffix("年")
    if not is_chinese(bare):
        return bare.replace("—", "–")
    told, rendering = _behind_part(zh, english)
    return told if rendering.is_translation else f"{told} ({inner(zh)})"


def bilingual(zh: str, english: English) -> str:
    """A name as "English (中文)"; the place prefix of an office is put into words."""
    return flat(zh) if is_english(zh) else f"{english_name(zh, english)} ({inner(zh)})"


def english_name(zh: str, english: English) -> str:
    """English for an office or a term: as it was translated, from the glossary where it has the whole, else word by word."""
    if known := english.memory.translated(zh):
        return " ".join(pair.en for pair in known)
    entry = english.glossary.entry(zh)
    if entry and entry.en != "-":
        return plain(entry.en)
    for prefix, place in _PLACE_PREFIX:
        rest = zh.removeprefix(prefix)
        entry = english.glossary.entry(rest)
        if rest != zh and entry and entry.en != "-":
            return f"{place}{plain(entry.en)}"
    made = in_english(zh, english)
    return made[:1].upper() + made[1:]


def inner(zh: str) -> str:
    """Chinese to stand in brackets: its own brackets become 〔〕, so that the outer ones can be told."""
    return flat(zh).translate(str.maketrans("()（）[]", "〔〕〔〕〔〕"))


def english_list(parts: list[str]) -> str:
    """Parts joined as English does: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
