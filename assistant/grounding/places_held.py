"""The places of a sentence held to those of its passages and their papers, in either language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.grounding.ground import Ground
from index.terms.gazetteer import gazetteer, short_name
from index.terms.lexicon import is_han
from index.terms.pinyin import pinyin
from index.terms.segment import segment


def place_faults(claim: str, grounds: Sequence[Ground], held: str, *, in_english: bool) -> Iterator[tuple[str, str]]:
    """Kind and detail of each place that neither the passages name nor is that of their papers.

    The place that a paper's own lies in ("Zhongwei, Ningxia") is another one, if the sentence does not name that as well.
    """
    texts = "".join("".join((*ground.heading_path, ground.title, ground.text)) for ground in grounds)
    told = "".join(texts.split())
    named = dict(_english(claim, held) if in_english else _chinese("".join(claim.split())))
    spellings = {spelling for ground in grounds for spelling in ground.places}
    own = {word for word, names in named.items() if word in spellings or names & spellings}
    for word, names in named.items():
        beside = any(spelling in claim and not any(name in spelling for name in names) for spelling in spellings)
        above = beside and any(name in spelling for spelling in spellings for name in names)
        if word not in own and not above and not any(name in told for name in names):
            yield "place", word


def _chinese(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    known, at, cut = gazetteer(), 0, segment(text)
    while at < len(text):
        name = known.name_at(text, at) or (short if (short := known.short_at(text, at)) in cut else "")
        if name and len(name) > 1:
            yield name, frozenset((name, short_name(name)))
        at += max(len(name), 1)


def _english(claim: str, held: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The English names of places, with the Chinese that each may stand for; not where the passages hold what sounds so."""
    bare = "".join(" " if is_han(sign) else sign for sign in claim)
    sounds = ""
    for word in bare.replace("’", "'").split():
        plain = word.strip('.,;:()[]"“”’').removesuffix("'s").replace("'", "")
        places = gazetteer().by_english.get(plain.lower(), ()) if plain[:1].isupper() and plain.isalpha() else ()
        if places:
            sounds = sounds or "".join(pinyin(held)).lower()
            names = frozenset(name for place in places for name in (place.name, short_name(place.name)))
            if any(name in held for name in names) or plain.lower() not in sounds:
                yield plain, names
