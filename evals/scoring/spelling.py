"""How texts are compared when answers are scored. The scorer's own rules: the product's are never used here."""

from __future__ import annotations

import re
import string
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

# Matches "[1]" and "[99]"; not "[2021]" of 国发[2021]23号, nor "[0]".
_MARK = re.compile(r"\[[1-9][0-9]?\]")
_KEPT = frozenset(".%")
_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")

HEAD_CHARS = {"zh": 300, "en": 900}
LONG_HEAD_CHARS = {"zh": 900, "en": 2400}
LONG_KINDS = frozenset({"list", "compare"})

MIN_OVERLAP_CHARS = 8
"""Longer than the names of offices and the phrases that stand all over a plan, shorter than a clause."""
# Two spans of one text agree wherever they overlap; cleaning may have taken a few characters out of one of them.
_MIN_AGREEMENT = 0.8


def without_marks(answer: str) -> str:
    """The answer without its citation marks [1] to [99]."""
    return _MARK.sub("", answer)


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """NFKC, lower case, no white space, and no punctuation other than `.` and `%`."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in folded if char in _KEPT or not _dropped(char))


def _dropped(char: str) -> bool:
    # Z: spaces, C: control and zero-width characters, P: punctuation; the rest of ASCII's punctuation is of kind S.
    return unicodedata.category(char)[0] in "ZCP" or char in string.punctuation


def answer_head(answer: str, lang: str, kind: str) -> str:
    """The beginning of an answer in which its nuggets must stand, without marks, not yet normalised."""
    chars = (LONG_HEAD_CHARS if kind in LONG_KINDS else HEAD_CHARS)[lang]
    return without_marks(answer)[:chars]


def states(text: str, spellings: tuple[str, ...]) -> bool:
    """Whether one of the spellings stands in the text."""
    plain = normalise(text)
    return any(normalise(spelling) in plain for spelling in spellings)


@lru_cache(maxsize=65536)
def overlap_chars(left: str, right: str) -> int:
    """How many characters in a row two spans of one text share, after normalisation; 0 where they merely look alike.

    Spans that overlap in a text agree all the way from where both have begun to where one ends. A phrase that both
    hold by chance ("自治州住房和城乡建设局" in two places) does not, and is no overlap.
    """
    a, b = normalise(left), normalise(right)
    match = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    if match.size == 0:
        return 0
    before = min(match.a, match.b)
    after = min(len(a) - match.a - match.size, len(b) - match.b - match.size)
    shared_a = a[match.a - before : match.a + match.size + after]
    shared_b = b[match.b - before : match.b + match.size + after]
    if before + after == 0:
        return match.size
    agreement = SequenceMatcher(None, shared_a, shared_b, autojunk=False).ratio()
    return match.size if agreement >= _MIN_AGREEMENT else 0


def overlaps(evidence: str, quote: str) -> bool:
    """Whether a quote overlaps an evidence span by 8 characters (by all of it, where evidence is shorter)."""
    wanted = min(MIN_OVERLAP_CHARS, len(normalise(evidence)))
    return _share(normalise(evidence), normalise(quote), wanted) and overlap_chars(evidence, quote) >= wanted


def _share(left: str, right: str, chars: int) -> bool:
    """Whether the two hold `chars` characters in a row alike: a quick way to tell most pairs apart."""
    return chars > 0 and any(left[start : start + chars] in right for start in range(len(left) - chars + 1))


def written_in(answer: str, lang: str) -> bool:
    """Whether the letters of an answer are mostly of the language.

    For English, brackets (where the Chinese terms stand) are left out. An answer of figures alone is of either
    language; an empty one of none.
    """
    text = without_marks(answer)
    if lang == "en":
        text = _without_brackets(text)
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    latin = sum(char.isascii() and char.isalpha() for char in text)
    if not answer.strip():
        return False
    if han == latin == 0:
        return True
    return latin > han if lang == "en" else han > latin


def _without_brackets(text: str) -> str:
    while (shorter := _BRACKETS.sub("", text)) != text:
        text = shorter
    return text
