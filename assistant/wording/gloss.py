"""English for Chinese official text: names, offices, values, and a word-for-word gloss of a clause.

The gloss is no translation and is marked as one where it is shown; the Chinese always stands beside it.
"""

from __future__ import annotations

import re

from assistant.wording.english_values import dates_in_english, values_in_english
from assistant.wording.parts_of_laws import PARTS_OF_LAWS
from assistant.wording.quoting import cut_at_word, flat, is_english
from index.terms.glossary import Glossary
from index.terms.lexicon import HAN
from index.terms.numbering import read_number

MAX_GLOSS_CHARS = 420
_PUNCTUATION = str.maketrans("，。；：、（）？！", ",.;:,()?!")
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


def gloss(text: str, glossary: Glossary) -> str:
    """A word-for-word English rendering; Chinese without an entry stays, in brackets, and English is as it stands."""
    if is_english(text):
        return flat(text)
    number = read_number(text)
    if number and number.style in PARTS_OF_LAWS:
        rest = gloss(text[number.end :], glossary)
        return f"{PARTS_OF_LAWS[number.style][1]} {number.value}{f': {rest}' if rest else ''}"
    prepared = values_in_english(dates_in_english(text.translate(_PUNCTUATION)))
    words: list[str] = []
    for run in re.findall(rf"[{HAN}]+|[^{HAN}]+", prepared):
        if not is_chinese(run):
            words.append(run)
            continue
        for piece, entry in glossary.segment(run):
            if entry is None:
                words.append(f" ({piece}) " if len(piece) > 1 else " ")
            elif entry.en != "-":
                words.append(f" {_plain(entry.en)} ")
    return _tidy("".join(words))


def _plain(english: str) -> str:
    """A rendering without the explanation in brackets that some entries carry."""
    return english.partition("(")[0].rstrip()


def _tidy(text: str) -> str:
    """English with one space between words, none before a stop or inside brackets, and no word twice ("the the")."""
    spaced = re.sub(r" ([,.;:)”%])|([(“]) ", r"\1\2", flat(text))
    parted = re.sub(r"([,;:])(?=[^\s\d])", r"\1 ", spaced)  # "a,b" -> "a, b"; not "1,575"
    return re.sub(r"\b(\w+)( \1\b)+", r"\1", parted)


def cut_gloss(zh: str, glossary: Glossary) -> str:
    """A gloss of at most `MAX_GLOSS_CHARS`, cut at a word."""
    english = gloss(zh, glossary)
    return cut_at_word(english, MAX_GLOSS_CHARS)


def glossed(zh: str, glossary: Glossary) -> str:
    """A clause's gloss, marked as one, with the Chinese in brackets; a clause in English as it stands."""
    if is_english(zh):
        return zh
    english = cut_gloss(zh, glossary)
    return f"Gloss: {english[:1].upper()}{english[1:].rstrip('.,; ')} ({inner(zh)})."


def beside(zh: str, glossary: Glossary) -> str:
    """A gloss with the Chinese in brackets; English, figures and years alone stay as they are ("≥95%", "2016—2020年")."""
    if is_english(zh):
        return flat(zh)
    bare = zh.removesuffix("年")
    return f"{gloss(zh, glossary)} ({inner(zh)})" if is_chinese(bare) else bare.replace("—", "–")


def bilingual(zh: str, glossary: Glossary) -> str:
    """A name or term as "English (中文)"; the place prefix of an office is put into words."""
    return flat(zh) if is_english(zh) else f"{english_name(zh, glossary)} ({inner(zh)})"


def english_name(zh: str, glossary: Glossary) -> str:
    """English for an office or a term, from the glossary where it has the whole, else word by word."""
    entry = glossary.entry(zh)
    if entry and entry.en != "-":
        return _plain(entry.en)
    for prefix, english in _PLACE_PREFIX:
        rest = zh.removeprefix(prefix)
        entry = glossary.entry(rest)
        if rest != zh and entry and entry.en != "-":
            return f"{english}{_plain(entry.en)}"
    made = gloss(zh, glossary)
    return made[:1].upper() + made[1:]


def inner(zh: str) -> str:
    """Chinese to stand in brackets: its own brackets become 〔〕, so that the outer ones can be told."""
    return flat(zh).translate(str.maketrans("()（）[]", "〔〕〔〕〔〕"))


def english_list(parts: list[str]) -> str:
    """Parts joined as English does: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
