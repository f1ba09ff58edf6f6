"""Chinese official text in the English of answers: terms, values, names of offices and people, whole sentences.

What was translated stands in English alone, as do values and single terms; what could only be put into words term by term
stands in Chinese: a heap of words misleads. Names of offices and people have theirs behind them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from assistant.wording.letter_case import capitalised, lowered
from assistant.wording.parts_of_laws import PARTS_OF_LAWS
from assistant.wording.quoting import flat, is_english, unnumbered
from index.terms.lexicon import is_han, is_office
from index.terms.numbering import read_number
from index.translation.about import about
from index.translation.by_terms import plain
from index.translation.english import English, Piece, Rendering, Source
from index.translation.figures_told import whole_figure

_PLACE_PREFIX = (
    ("自治州", "Prefecture "),
    ("自治区", "Regional "),
    ("州", "Prefecture "),
    ("市", "Municipal "),
    ("县", "County "),
    ("区", "District "),
    ("省", "Provincial "),
)
FEW_CHARS = 8
"""Of Chinese characters around a figure: "控制在0.2以下", "2024年12月20日前", "十三五平均数"."""
LEAST_OPENING = 0.5
"""So much of a passage must be in good English for that to be told: less of it may mislead without the rest."""
_NO_END = ".,;: "
_CHINESE_STOPS = "。；，;,:："
_STOPS = (".", "!", "?", "…", ".”")
"""What ends an English sentence as it stands."""


def is_chinese(text: str) -> bool:
    """Whether Chinese stands in a text."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def in_english(zh: str, english: English) -> str:
    """A term, heading or clause in English as it stands within a sentence; what is English is as it stands."""
    if is_english(zh):
        return flat(zh)
    if (figure := whole_figure(zh, english.words)) and not english.memory.translated(zh):
        return figure
    part, rendering = _behind_part(zh, english)
    words = clauses_joined(rendering.pieces)
    if not rendering.is_translation:
        return _value_or_term(zh, english) or _quoted(zh)
    return f"{part}: {words}" if part and words else part or lowered(words, english.memory)


def _behind_part(zh: str, english: English) -> tuple[str, Rendering]:
    """The part of a law by whose number a text opens ("Article 9"; "" for none), and what stands behind it in English."""
    number = read_number(zh)
    if number is None or number.style not in PARTS_OF_LAWS:
        return "", english.render(zh)
    return f"{PARTS_OF_LAWS[number.style][1]} {number.value}", english.render(zh[number.end :])


def clauses_joined(pieces: Sequence[Piece]) -> str:
    """Pieces of a text one after another, without the mark at the end; one that begins anew is parted from the one before."""
    text = ""
    for piece in pieces:
        words = piece.en.strip()
        if text and words[:1].isupper() and text[-1] == ";":
            text = f"{text[:-1]}."
        text = f"{text} {words}".strip()
    return text.rstrip(_NO_END)


def as_sentence(words: str) -> str:
    """Words as an English sentence: with a capital letter and a full stop, without the "and" of the clause before."""
    bare = words.strip().rstrip(_NO_END).removesuffix(" and").rstrip(_NO_END).removeprefix("and ")
    told = capitalised(bare)
    return told if told.endswith(_STOPS) or not told else f"{told}."


def sentence(zh: str, english: English) -> str:
    """A clause as an English sentence; of one that no good English was found for, what it is about, and its Chinese."""
    if is_english(zh):
        return zh
    part, rendering = _behind_part(zh, english)
    words = clauses_joined(rendering.pieces)
    told = f"{part}: {words}" if part and words else part or words
    if rendering.is_translation:
        return as_sentence(told)
    opening = clauses_joined(_good_opening(rendering))
    rest = f"{'The rest is' if opening else 'The passage is'} {_about(zh, english)} ({_quoted(zh)})."
    lead = f"{part}: " if part else ""
    return f"{lead}{as_sentence(opening)} {rest}" if opening else f"{lead}{rest}"


def _good_opening(rendering: Rendering) -> tuple[Piece, ...]:
    """The clauses that open a passage and read as English; none where they are less than a good part of it."""
    opening = tuple(takewhile(lambda piece: piece.source is not Source.TERMS, rendering.pieces))
    size = sum(len(piece.zh) for piece in rendering.pieces)
    return opening if sum(len(piece.zh) for piece in opening) >= LEAST_OPENING * size else ()


def _about(zh: str, english: English) -> str:
    """What a Chinese passage speaks of, whom it names, its dates and figures, as far as that is known."""
    known = about(zh, english)
    offices = [with_article(office, english) for office in known.offices]
    gives = "gives this figure:" if len(known.figures) == 1 else "gives these figures:"
    told = [
        f"{does} {english_list(list(what))}" for does, what in (("speaks of", known.topics), ("names", offices)) if what
    ]
    told += [f"{gives} {'; '.join(known.figures)}"] if known.figures else []
    return f"in Chinese; it {english_list(told)}" if told else "in Chinese"


def beside(zh: str, english: English) -> str:
    """Words or a value in English, in their Chinese where it has no good English; figures and years alone stay."""
    if is_english(zh):
        return flat(zh)
    bare = flat(zh).removesuffix("年").rstrip()
    return in_english(zh, english) if is_chinese(bare) else bare.replace("—", "–")


def _quoted(zh: str) -> str:
    """Chinese as it stands in English, without its number and the mark at its end."""
    return f"“{inner(unnumbered(zh)).rstrip(_CHINESE_STOPS)}”"


def is_told(zh: str, english: English) -> bool:
    """Whether words have good English, so that they need not stand in Chinese."""
    return not in_english(zh, english).startswith("“")


def _value_or_term(zh: str, english: English) -> str:
    """The English of Chinese that is one term by its own spelling, or a figure or date with few words; "" for other Chinese."""
    entry = english.glossary.entry(zh)
    if entry is not None and entry.zh == zh and entry.en != "-":
        return plain(entry.en)
    rendering = english.render(zh)
    has_figure = any(map(str.isdigit, rendering.text)) and sum(map(is_han, zh)) <= FEW_CHARS
    return rendering.text if has_figure and rendering.share == 1 else ""


def bilingual(zh: str, english: English) -> str:
    """A name as "English (中文)"; the place prefix of an office is put into words."""
    if is_english(zh):
        return flat(zh)
    name = english_name(zh, english)
    return name if name == inner(zh) else f"{name} ({inner(zh)})"


def with_article(zh: str, english: English) -> str:
    """The name of an office within a sentence: "the Prefecture Civil Affairs Bureau (自治州民政局)"."""
    return bilingual(zh, english) if is_english(zh) else f"the {bilingual(zh, english)}"


def english_name(zh: str, english: English) -> str:
    """English for an office or a term, without article: as it was translated, from the glossary where it has the whole, else by words."""
    if english.memory.translated(zh):
        name = clauses_joined(english.render(zh).pieces).removeprefix("the ").removeprefix("The ")
        return name if is_office(zh) else lowered(name, english.memory)
    entry = english.glossary.entry(zh)
    if entry and entry.en != "-":
        return plain(entry.en)
    for prefix, place in _PLACE_PREFIX:
        rest = zh.removeprefix(prefix)
        entry = english.glossary.entry(rest)
        if rest != zh and entry and entry.en != "-":
            return f"{place}{plain(entry.en)}"
    return capitalised(in_english(zh, english)) if is_told(zh, english) else _placed(zh, english) or inner(zh)


def _placed(zh: str, english: English) -> str:
    """The name of an office behind its places, each of them known; "" for another."""
    entries = [entry for text, entry in english.glossary.segment(zh) if entry is not None and entry.zh == text]
    of_office = [entry.kind in ("office", "body") for entry in entries[-1:]]
    known = sum(len(entry.zh) for entry in entries) == len(zh) and all(entry.en != "-" for entry in entries)
    is_name = known and any(of_office) and all(entry.kind == "place" for entry in entries[:-1])
    return capitalised(" ".join(plain(entry.en) for entry in entries)) if is_name else ""


def inner(zh: str) -> str:
    """Chinese to stand in brackets: its own brackets become 〔〕, so that the outer ones can be told."""
    return flat(zh).translate(str.maketrans("()（）[]", "〔〕〔〕〔〕"))


def english_list(parts: list[str]) -> str:
    """Parts joined as English does: "a", "a and b", "a, b and c"."""
    return "".join(parts) if len(parts) < 2 else f"{', '.join(parts[:-1])} and {parts[-1]}"
