"""The names of a sentence held to those of its passages: offices, papers and people, in either language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.grounding.ground import Ground
from assistant.grounding.places_held import place_faults
from index.terms.glossary import Glossary, english_words, load_glossary
from index.terms.lexicon import PLACE_LEVELS, document_numbers, found_in, is_han, is_han_name
from index.terms.pinyin import is_pinyin, pinyin
from index.terms.segment import is_word, tagged

_NAMES = frozenset(("office", "body", "instrument"))
"""Kinds of the glossary's entries of which no other may take the place."""
_PROPER = ("nr", "ns", "nt")
"""Beginnings of jieba's tags of people, places and bodies."""
LEAST_OF_NAME, MOST_OF_NAME = 2, 4
"""Signs of a person's name."""
LEAST_OF_NUMBER = 8
"""Signs at the end of a document's number by which it is known: "办2017|29号", whatever words stand before it."""
LEAST_HELD = 0.6
"""Share of the characters of an office's name that must stand in the passages for its English to be of it."""
LEAST_COMMON = 10
"""What stands in the names of so many offices tells none from another: 部门, 管理."""


def name_faults(claim: str, grounds: Sequence[Ground], *, in_english: bool) -> Iterator[tuple[str, str]]:
    """Kind and detail of each name that stands neither in the passages nor above them."""
    held = "".join("".join(f"{ground.above} {ground.text}" for ground in grounds).split())
    text = "".join(claim.split())
    papers = {"".join(filter(str.isalnum, number))[-LEAST_OF_NUMBER:] for number in document_numbers(held)}
    for number in document_numbers(text):
        if "".join(filter(str.isalnum, number))[-LEAST_OF_NUMBER:] not in papers:
            yield "name", number
    yield from place_faults(claim, grounds, held, in_english=in_english)
    if in_english:
        yield from (("name", name) for name in _runs(text) if name not in held and not _in_parts(name, held))
        yield from _english_names(claim, grounds, held, load_glossary())
    else:
        yield from _chinese_names(text, held, load_glossary())


def _chinese_names(text: str, held: str, glossary: Glossary) -> Iterator[tuple[str, str]]:
    yield from (("name", title) for title in _titles(text) if title not in held)
    words = tagged(text)
    ends = _word_ends(words)
    at = 0
    for term, entry in glossary.segment(text):
        at += len(term)
        is_name = entry is not None and entry.kind in _NAMES and len(term) > (entry.kind != "office") + 1
        is_name = is_name and {at, at - len(term)} <= ends.keys()
        if entry and is_name and not any(_stands(form, held) for form in entry.forms):
            yield "name", term
    for start, end in found_in(text, "office_endings"):
        tail = text[max(start - 2, 0) : end]
        word, tag = ends.get(end, ("", "r"))
        of_office = all(map(is_han, tail)) and end - start < len(tail) - 1 and not tag.startswith("r")
        stands = tail in held or tail[1:] in held or (len(word) >= LEAST_OF_NAME and _stands(word, held))
        if of_office and not stands:
            yield "name", tail
    yield from (("name", run) for run in _proper_names(words, held))


def _word_ends(words: Sequence[tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """Where words end, and which; the text begins there, too."""
    ends, at = {0: ("", "")}, 0
    for word, tag in words:
        at += len(word)
        ends[at] = (word, tag)
    return ends


def _stands(form: str, held: str) -> bool:
    """Whether a name stands in the passages, with others between its signs where they shorten it: 行业部门, 行业|主管|部门."""
    return form in held or (len(form) > LEAST_OF_NAME + 1 and _in_parts(form, held)) or _is_short_for(form, held)


def _proper_names(words: Sequence[tuple[str, str]], held: str) -> Iterator[str]:
    """The names of people, places and bodies that are not in the passages, nor words of the language."""
    run = ""
    for word, tag in (*words, ("", "")):
        if tag.startswith(_PROPER) or (run and word == "·"):
            run += word
            continue
        if run:
            yield from _strange(run, held)
        run = ""
        if len(word) == MOST_OF_NAME - 1 and is_han_name(word) and not _has_word(word) and word not in held:
            yield word


def _strange(run: str, held: str) -> Iterator[str]:
    left = run
    for size in range(len(run), 1, -1):
        for at in range(len(run) - size + 1):
            if run[at : at + size] in held:
                left = left.replace(run[at : at + size], "")
    name = left.strip("·")
    if len(name) >= LEAST_OF_NAME and (not is_word(name) or name[-1] in PLACE_LEVELS or is_han_name(name)):
        yield name


def _has_word(name: str) -> bool:
    return is_word(name) or any(is_word(name[at : at + 2]) for at in range(len(name) - 1))


def _runs(text: str) -> Iterator[str]:
    """The runs of Chinese characters, those of a name with its dots."""
    run = ""
    for sign in f"{text} ":
        if is_han(sign) or (sign == "·" and run):
            run += sign
        elif run:
            yield run
            run = ""


def _in_parts(name: str, held: str) -> bool:
    """Whether a long name stands in the evidence in two parts, what both names share told once: 市、县应急管理局."""
    return any(name[:at] in held and name[at:] in held for at in range(2, len(name) - 1)) and len(name) > MOST_OF_NAME


def _titles(text: str) -> Iterator[str]:
    for part in text.split("《")[1:]:
        title, closed, _ = part.partition("》")
        if closed:
            yield title


def _in_a_row(words: tuple[str, ...], texts: Sequence[tuple[str, ...]]) -> bool:
    return any(words == text[at : at + len(words)] for text in texts for at in range(len(text)))


def _english_names(claim: str, grounds: Sequence[Ground], held: str, glossary: Glossary) -> Iterator[tuple[str, str]]:
    bare = "".join(" " if is_han(sign) else sign for sign in claim)
    words = english_words(bare)
    capitals = [word for word in bare.replace("’", "'").split() if word.strip("(\"'“”‘")[:1].isupper()]
    written = {"".join(filter(str.isalpha, word)).lower() for word in capitals}
    known: set[str] = set()
    translated = [english_words(ground.translation) for ground in grounds]
    for match in glossary.match_english(words):
        of_match = words[match.start : match.end]
        if match.exact and any(entry.kind != "place" for entry in match.entries):
            known.update(of_match)
        named = [entry for entry in match.entries if entry.kind in _NAMES]
        if not match.exact or not named or match.end - match.start < LEAST_OF_NAME or len(named) < len(match.entries):
            continue
        if _in_a_row(of_match, translated) or _word_by_word(of_match, written, held, glossary):
            continue
        forms = [form for entry in match.entries for form in entry.forms]
        as_name = all(word in written for word in of_match if len(word) > LEAST_OF_NAME + 1)
        if not any(_share(form, held) >= LEAST_HELD if as_name else _is_told(form, held) for form in forms):
            yield "name", " ".join(of_match)
    yield from (("name", word) for word in _sounds(bare, known, held))


def _word_by_word(words: tuple[str, ...], written: set[str], held: str, glossary: Glossary) -> bool:
    """Whether the passages hold the Chinese of each word by itself: no name then, but words as they come ("fire and rescue")."""
    if written.intersection(words):
        return False
    for word in words:
        forms = [form for match in glossary.match_english((word,)) for entry in match.entries for form in entry.forms]
        if forms and not any(form in held for form in forms):
            return False
    return True


def _sounds(bare: str, known: set[str], held: str) -> Iterator[str]:
    """Names in pinyin of which the passages hold no Chinese that sounds so."""
    sounds = ""
    spoken = bare.replace("’", "'").split()
    for word, behind in zip(spoken, [*spoken[1:], ""], strict=True):
        opens = word is spoken[0] and not behind[:1].isupper()
        plain = word.strip('.,;:()[]"“”’').removesuffix("'s").replace("'", "")
        if not plain[:1].isupper() or not plain.isalpha() or opens or len(plain) <= MOST_OF_NAME - 1:
            continue
        if plain.lower() not in known and is_pinyin(plain.lower()):
            sounds = sounds or "".join(pinyin(held)).lower()
            if plain.lower() not in sounds:
                yield plain


def _share(form: str, held: str) -> float:
    pairs = _pairs(form)
    return sum(pair in held for pair in pairs) / len(pairs)


def _is_told(form: str, held: str) -> bool:
    """Whether something of a name stands in the passages that tells it from others, where English speaks of it in passing."""
    own = [pair for pair in _pairs(form) if pair not in _common_pairs()]
    return any(pair in held for pair in own or _pairs(form)) or _is_short_for(form, held)


def _is_short_for(form: str, held: str) -> bool:
    """Whether the passages hold the signs of a short name in their order, close by: 发改, 发展改革."""
    at = held.find(form[0])
    while at >= 0:
        window, found = held[at : at + MOST_OF_NAME * len(form)], 0
        for sign in window:
            found += found < len(form) and sign == form[found]
        if found == len(form):
            return True
        at = held.find(form[0], at + 1)
    return False


def _pairs(form: str) -> list[str]:
    return [form[at : at + 2] for at in range(max(len(form) - 1, 1))]


@cache
def _common_pairs() -> frozenset[str]:
    """Pairs of characters that stand in the names of many offices."""
    counts = Counter(
        pair for entry in load_glossary().entries if entry.kind in _NAMES for pair in set(_pairs(entry.zh))
    )
    return frozenset(pair for pair, count in counts.items() if count >= LEAST_COMMON)
