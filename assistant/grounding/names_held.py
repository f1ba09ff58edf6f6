"""The names of a sentence held to those of its passages: offices, places, papers and people, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from index.terms.gazetteer import gazetteer, short_name
from index.terms.glossary import Glossary, english_words, load_glossary
from index.terms.lexicon import PLACE_LEVELS, document_numbers, found_in, is_han, is_han_name
from index.terms.pinyin import is_pinyin, pinyin
from index.terms.segment import is_word, segment
from index.translation.grammar.officialese import read_rows

_NAMES = frozenset(("office", "body", "instrument"))
"""Kinds of the glossary's entries of which no other may take the place."""
_OWN_NAMES = frozenset((*_NAMES, "place"))
MOST_OF_WORD, LEAST_OF_NAME = 8, 3
"""Signs: the longest word that is looked for, and from which length on what is no word is taken for a name."""
LEAST_OF_NUMBER = 8
"""Signs at the end of a document's number by which it is known: "办2017|29号", whatever words stand before it."""
LEAST_HELD = 0.6
"""Share of the characters of an office's name that must stand in the passages for its English to be of it."""


def name_faults(claim: str, evidence: str, *, in_english: bool) -> Iterator[tuple[str, str]]:
    """Kind and detail of each name that does not stand in the evidence, all text of the passages and above them."""
    held = "".join(evidence.split())
    glossary = load_glossary()
    papers = {"".join(filter(str.isalnum, number))[-LEAST_OF_NUMBER:] for number in document_numbers(held)}
    for number in document_numbers("".join(claim.split())):
        if "".join(filter(str.isalnum, number))[-LEAST_OF_NUMBER:] not in papers:
            yield "name", number
    yield from _han_runs(claim, held, glossary, in_english=in_english)
    if in_english:
        yield from _english_names(claim, held, glossary)


def _han_runs(claim: str, held: str, glossary: Glossary, *, in_english: bool) -> Iterator[tuple[str, str]]:
    text = "".join(claim.split())
    if in_english:
        for name in _runs(text):
            if name not in held and not _in_parts(name, held):
                yield "name", name
        return
    yield from (("name", title) for title in _titles(text) if title not in held)
    for term, entry in glossary.segment(text):
        if entry and entry.kind in _NAMES and len(term) > 1 and not any(form in held for form in entry.forms):
            yield "name", term
    for start, end in found_in(text, "office_endings"):
        tail = text[max(start - 2, 0) : end]
        if all(map(is_han, tail)) and end - start < len(tail) - 1 and tail not in held and tail[1:] not in held:
            yield "name", tail
    yield from _places_and_people(text, held)
    yield from (("name", run) for run in _strange_runs(text, held))


def _strange_runs(text: str, held: str) -> Iterator[str]:
    """What is neither in the passages nor made of words of official Chinese: the names of other people and places."""
    strange = [is_han(sign) for sign in text]
    for at in range(len(text)):
        for end in range(at + 2, min(at + MOST_OF_WORD, len(text)) + 1):
            if text[at:end] in held or text[at:end] in ordinary_words():
                strange[at:end] = [False] * (end - at)
    run = ""
    for sign, is_strange in zip(f"{text} ", [*strange, False], strict=True):
        if is_strange and sign not in ordinary_words():
            run += sign
        else:
            if (
                len(run) >= LEAST_OF_NAME
                or (len(run) > 1 and sign in PLACE_LEVELS)
                or (len(run) > 1 and is_han_name(run) and not is_word(run))
            ):
                yield run
            run = ""


@cache
def ordinary_words() -> frozenset[str]:
    """Words of official Chinese, those that name one place, office, person or paper left out."""
    words = {zh for zh, _, _ in read_rows()}
    glossary = load_glossary()
    words |= {form for entry in glossary.entries if entry.kind not in _OWN_NAMES for form in entry.forms}
    return frozenset(words)


def _places_and_people(text: str, held: str) -> Iterator[tuple[str, str]]:
    for place in _places(text):
        if short_name(place) not in held and place not in held:
            yield "place", place
    for word in segment(text):
        if len(word) in (2, 3) and is_han_name(word) and word not in held and not _has_word(word):
            yield "name", word


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
    return any(name[:at] in held and name[at:] in held for at in range(1, len(name) - 2)) and len(name) > 5


def _titles(text: str) -> Iterator[str]:
    for part in text.split("《")[1:]:
        title, closed, _ = part.partition("》")
        if closed:
            yield title


def _places(text: str) -> Iterator[str]:
    known, at, cut = gazetteer(), 0, segment(text)
    while at < len(text):
        name = known.name_at(text, at) or (short if (short := known.short_at(text, at)) in cut else "")
        if name and len(name) > 1:
            yield name
        at += max(len(name), 1)


def _english_names(claim: str, held: str, glossary: Glossary) -> Iterator[tuple[str, str]]:
    bare = "".join(" " if is_han(sign) else sign for sign in claim)
    words = english_words(bare)
    known: set[str] = set()
    for match in glossary.match_english(words):
        if match.exact and any(entry.kind != "place" for entry in match.entries):
            known.update(words[match.start : match.end])
        named = [entry for entry in match.entries if entry.kind in _NAMES]
        if (
            match.exact
            and named
            and match.end - match.start > 1
            and len(named) == len(match.entries)
            and not any(_share(form, held) >= LEAST_HELD for entry in match.entries for form in entry.forms)
        ):
            yield "name", " ".join(words[match.start : match.end])
    sounds = ""
    spoken = bare.replace("’", "'").split()
    for word, behind in zip(spoken, [*spoken[1:], ""], strict=True):
        opens = word is spoken[0] and not behind[:1].isupper()
        plain = word.strip('.,;:()[]"“”’').removesuffix("'s").replace("'", "")
        if not plain[:1].isupper() or not plain.isalpha():
            continue
        places = gazetteer().by_english.get(plain.lower(), ())
        if places:
            if not any(short_name(place.name) in held or place.name in held for place in places):
                yield "place", plain
        elif not opens and len(plain) > 3 and plain.lower() not in known and is_pinyin(plain.lower()):
            sounds = sounds or "".join(pinyin(held)).lower()
            if plain.lower() not in sounds:
                yield "name", plain


def _share(form: str, held: str) -> float:
    pairs = [form[at : at + 2] for at in range(max(len(form) - 1, 1))]
    return sum(pair in held for pair in pairs) / len(pairs)
