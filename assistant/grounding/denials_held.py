"""What a sentence denies or forbids held to what its passages do, by the words that stand behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from assistant.grounding.compared_form import Compared
from assistant.grounding.english_form import WORD_CHARS
from index.terms.lexicon import is_han
from index.translation.said_marks import Phrases, all_phrases, marks, marks_in, neutral_english, without_neutral

_SIGNS = "不未无非没禁勿"
DENIED_CHARS = 8
"""What a denial speaks of stands so near behind it."""
DENIED_WORDS = 6
_STOPS = "，,；;。"


def denial_faults(claim: Compared, grounds: Sequence[Compared]) -> Iterator[tuple[str, str]]:
    """Kind and detail of a denial that the passages lack, or of theirs that the sentence drops."""
    denied = _denied(claim)
    evidence = [without_neutral(ground.text) for ground in grounds]
    for pairs in denied:
        found = [_is_denied(text, at, len(pair)) for text in evidence for pair in pairs for at in _places(text, pair)]
        if (found and not any(found)) or not any(sign in text for text in evidence for sign in _SIGNS):
            yield "negation", "added"
    if not denied and not _denies_loosely(claim):
        for text in evidence:
            for word, behind in _forbidden(text):
                pairs = [behind[at : at + 2] for at in range(len(behind) - 1)]
                if len(pairs) > 1 and sum(pair in claim.places for pair in pairs) >= max(2, len(pairs) // 2):
                    yield "negation", f"lost: {word}{behind}"


def _forbidden(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text that forbids (不得, 严禁), and what stands behind it in its clause."""
    for found in marks_in(text):
        if found.mark.added.times(("prohibited",)):
            behind = text[found.end : found.end + DENIED_CHARS].replace("。", ",").partition(",")[0]
            yield text[found.start : found.end], behind


def _denied(claim: Compared) -> list[list[str]]:
    """The pairs of characters behind each denial of a sentence."""
    if not claim.is_english:
        text = without_neutral(claim.text)
        places = [at for at, sign in enumerate(text) if sign in _SIGNS]
        spans = [text[at + 1 : at + 1 + DENIED_CHARS].split(",")[0] for at in places]
        return [[span[i : i + 2] for i in range(len(span) - 1) if span[i : i + 2].isalnum()][:6] for span in spans]
    words = claim.words
    plain = [mark.added for mark in marks() if mark.kind == "negation"]
    denied = []
    for at in range(len(words)):
        before = max(at - 1, 0)
        if any(one.times(words[at : at + 1]) for one in plain) and not neutral_english().times(words[before : at + 4]):
            forbids = (
                _forbids().times(words[at : at + 1]) > 0
            )  # "entry is prohibited": what is denied may stand before it
            low = claim.where[max(at - DENIED_WORDS, 0) if forbids else at]
            high = claim.where[at] + DENIED_WORDS * WORD_CHARS
            near = [pair for pair, there in claim.places.items() if any(low <= one <= high for one in there)]
            denied.append([pair for pair in near if is_han(pair[0])])
    return denied


@cache
def _forbids() -> Phrases:
    return next(mark.plainly for mark in marks() if mark.name == "prohibition")


def _denies_loosely(claim: Compared) -> bool:
    if claim.is_english:
        return bool(all_phrases("negation").times(claim.words))
    return any(sign in claim.text for sign in _SIGNS)


def _places(text: str, pair: str) -> Iterator[int]:
    at = text.find(pair)
    while at >= 0:
        yield at
        at = text.find(pair, at + 1)


def _is_denied(text: str, at: int, size: int) -> bool:
    before = text[max(at - 2 * DENIED_CHARS, 0) : at + size]
    for stop in _STOPS:
        before = before.rpartition(stop)[2]
    return any(sign in before for sign in _SIGNS)
