"""The words of official Chinese with their part in a sentence, and a text cut into them.

`officialese.tsv` is a data file that people edit: zh, kind, en. A word may have several kinds ("检查": to inspect, an inspection);
where it stands decides. The English of a noun ends with the word that joins what it is of: "mechanisms for".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index.errors import TranslationError
from index.terms.glossary import Entry, Glossary
from index.terms.lexicon import is_han
from index.terms.numbering import numeral_value
from index.translation.english_values import dates_in_english, values_in_english

_FILE = Path(__file__).with_name("officialese.tsv")


class Kind(StrEnum):
    """What a word does in a sentence; the first ones stand in the table, the last are told by their signs."""

    VERB = "verb"
    PIVOT = "pivot"
    INTO = "into"
    LIGHT = "light"
    TOWARD = "toward"
    WHOLE = "whole"
    FINE = "fine"
    MODAL = "modal"
    NOT = "not"
    ADVERB = "adverb"
    PHRASE = "phrase"
    PREPOSITION = "prep"
    CIRCUMFIX = "circumfix"
    AS = "as"
    RESULT = "result"
    OCCUR = "occur"
    DONE_BY = "done by"
    MEASURE = "measure"
    UNIT = "unit"
    BOUND = "bound"
    FROM_THEN = "from then"
    PART = "part"
    ADJECTIVE = "adjective"
    DETERMINER = "determiner"
    DEGREE = "degree"
    ACTION = "action"
    FRAME = "frame"
    NOUN = "noun"
    JOIN = "join"
    DATE = "date"
    VALUE = "value"
    COMMA = "comma"
    COLON = "colon"
    PAUSE = "pause"
    BRACKET = "bracket"
    OF = "of"
    AND_THE_LIKE = "and the like"


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of a text, with its English in each part that it may play; the same word is the same object."""

    zh: str
    en: tuple[tuple[Kind, str], ...]

    def __contains__(self, kind: Kind) -> bool:
        return kind in [own for own, _ in self.en]  # asked so often that a generator would cost

    def __getitem__(self, kind: Kind) -> str:
        return next(en for own, en in self.en if own is kind)

    def get(self, kind: Kind, otherwise: str = "") -> str:
        """Its English in a part; `otherwise` where it plays none such."""
        return next((en for own, en in self.en if own is kind), otherwise)

    @property
    def is_nominal(self) -> bool:
        """Whether it can head a name of something."""
        return any(kind in self for kind in (Kind.NOUN, Kind.FRAME, Kind.ACTION))


_JOINING = frozenset("of for in on".split())


def without_joining(noun: str) -> str:
    """The English of a noun without article and the word that joins what it is of: "the level of" -> "level"."""
    name, _, joining = noun.rpartition(" ")
    return (name if joining in _JOINING else noun).removeprefix("the ")


_SIGNS = {
    **{",": Kind.COMMA, ":": Kind.COLON, "、": Kind.PAUSE, "的": Kind.OF, "等": Kind.AND_THE_LIKE},
    **dict.fromkeys("()“”《》", Kind.BRACKET),
}
_WIDTHS = str.maketrans("，：；。（）", ",:;.()")
_NAMING = frozenset("sector measure hazard accident equipment office body post document population indicator".split())
"""Kinds of the glossary whose own Chinese names a thing."""
_LONG_NAMING = frozenset(("general", "instrument"))
_NUMERALS = frozenset("一二两三四五六七八九十百千〇零")
_PARTS = {"条": "Article {}", "款": "paragraph {}", "项": "item {}", "章": "Chapter {}", "节": "Section {}"}
MOST_NUMERALS = 8
"""Signs between 第 and the part of a law that it numbers: "第一百二十三条", "第(三)项"."""
_FIGURE = "\0"
"""Stands for a figure while words are looked up."""
LEAST_GENERAL_CHARS = 4
"""Shorter general entries of the glossary may be verbs, or half of a longer word."""
LOOSE_COST, WORD_COST, SIGN_COST = 6.0, 1.0, 1.3
"""Of a character that no word covers, of a word, of a word of one character: the cut with the fewest words is taken."""


class Officialese:
    """The words by their Chinese; read once, never changed."""

    def __init__(self, rows: Iterable[tuple[str, str, str]], glossary: Glossary) -> None:
        words: dict[str, dict[Kind, str]] = defaultdict(dict)
        for zh, kind, en in rows:
            words[zh].setdefault(Kind(kind), en)
        for entry in glossary.entries:
            if entry.zh not in words and _names_a_thing(entry):
                words[entry.zh][Kind.NOUN] = f"{_with_article(entry.en)} of"
        for sign, kind in _SIGNS.items():
            words[sign] = {kind: sign}
        self._words = {zh: Word(zh, tuple(kinds.items())) for zh, kinds in words.items()}
        self._longest: dict[str, int] = defaultdict(int)
        for zh in self._words:
            self._longest[zh[0]] = max(self._longest[zh[0]], len(zh))

    def name_of(self, zh: str) -> str | None:
        """The English of a thing; None where the Chinese is no such name."""
        word = self._words.get(zh)
        if word is None or Kind.NOUN not in word or Kind.VERB in word:
            return None
        return without_joining(word[Kind.NOUN])

    def cut(self, text: str) -> tuple[Word, ...] | None:
        """The words of a text; None where there is something else in it."""
        prepared = values_in_english(dates_in_english(text.translate(_WIDTHS).rstrip(".;,: ")))
        runs = tuple(_runs(prepared))
        signs = "".join(run if len(run) == 1 else _FIGURE for run in runs)
        size = len(runs)
        made = {at: word for at in range(size) if (word := self._numbered(runs, at))}
        best: list[tuple[float, int]] = [(0.0, size)] * (size + 1)
        for at in range(size - 1, -1, -1):
            choice = (best[at + 1][0] + (WORD_COST if len(runs[at]) > 1 else LOOSE_COST), at + 1)
            for end in range(at + 1, min(size, at + self._longest.get(signs[at], 0)) + 1):
                if signs[at:end] in self._words:
                    cost = best[end][0] + (WORD_COST if end - at > 1 else SIGN_COST)
                    if cost < choice[0]:
                        choice = (cost, end)
            if at in made and best[at + len(made[at].zh)][0] + WORD_COST < choice[0]:
                choice = (best[at + len(made[at].zh)][0] + WORD_COST, at + len(made[at].zh))
            best[at] = choice
        words: list[Word] = []
        at = 0
        while at < size:
            end = best[at][1]
            piece = "".join(runs[at:end])
            word = self._words.get(piece) or (_figure(piece) if not any(map(is_han, piece)) else None)
            if word is None and at in made and end == at + len(made[at].zh):
                word = made[at]
            if word is None:
                return None
            words.append(word)
            at = end
        return tuple(words)

    def _numbered(self, runs: Sequence[str], at: int) -> Word | None:
        """A part of a law by its number, or a Chinese numeral before what it counts."""
        if runs[at] == "第":
            for end in range(at + 2, min(at + MOST_NUMERALS, len(runs))):
                value = numeral_value("".join(runs[at + 1 : end]).strip("()"))
                if runs[end] in _PARTS and value and len("".join(runs[at:end])) == end - at:
                    told = _PARTS[runs[end]].format(value)
                    return Word("".join(runs[at : end + 1]), ((Kind.PART, told), (Kind.NOUN, f"{told} of")))
        end = at
        while end < len(runs) and runs[end] in _NUMERALS:
            end += 1
        if end > at and any(self.is_measure("".join(runs[end:stop])) for stop in range(end + 1, end + 4)):
            numeral = "".join(runs[at:end])
            return Word(numeral, ((Kind.VALUE, str(numeral_value(numeral))),))
        return None

    def unit(self, zh: str) -> str:
        """The English of a unit; "" for another word."""
        word = self._words.get(zh)
        return word.get(Kind.UNIT) if word else ""

    def is_measure(self, zh: str) -> bool:
        """Whether Chinese is a unit or what stands between a number and the things counted."""
        word = self._words.get(zh)
        return word is not None and (Kind.MEASURE in word or Kind.UNIT in word)


def _names_a_thing(entry: Entry) -> bool:
    if entry.en == "-" or "(" in entry.en or entry.en.startswith("not ") or len(entry.zh) == 1:
        return False
    return entry.kind in _NAMING or (entry.kind in _LONG_NAMING and len(entry.zh) >= LEAST_GENERAL_CHARS)


_ONE = frozenset(
    "mechanism system plan level rate platform list network director scheme fund role field foundation".split()
)
"""What is one thing of many where it stands so: "the mechanism"."""


def _with_article(en: str) -> str:
    return f"the {en}" if en.rpartition(" ")[2] in _ONE and en[0].islower() and not en.startswith("the ") else en


def _runs(text: str) -> Iterator[str]:
    """The Chinese of a text sign by sign, other runs of signs whole."""
    at = 0
    while at < len(text):
        end = at + 1
        if not (is_han(text[at]) or text[at] in _SIGNS):
            while end < len(text) and not is_han(text[end]) and (text[end] not in _SIGNS or _in_figure(text, end)):
                end += 1
            run = text[at:end].strip()
            if run:
                yield run
        else:
            yield text[at]
        at = end


def _in_figure(text: str, at: int) -> bool:
    """Whether a sign stands between digits: "1,000"."""
    return text[at] in ",:" and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()


_BEFORE_A_DATE = frozenset("by in on at to".split())


def _figure(told: str) -> Word | None:
    """A date or a value that is in English already; None for other signs."""
    if not all(sign.isalnum() or sign in " .,%‰-–≥≤" for sign in told):
        return None
    told = " ".join(told.split())
    first = told.split(" ", 1)[0]
    return Word(told, ((Kind.DATE if first in _BEFORE_A_DATE else Kind.VALUE, told),))


def read_rows(path: Path = _FILE) -> Iterator[tuple[str, str, str]]:
    """The rows of the table.

    Raises:
        TranslationError: A line has not three columns.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        match line.split("\t"):
            case [zh, kind, en]:
                yield zh, kind, en
            case columns:
                raise TranslationError(
                    f"{path.name}, line {number}: {len(columns)} columns instead of 3; part them by tabs"
                )
