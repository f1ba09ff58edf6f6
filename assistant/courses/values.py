"""Figures and dates as quiz options: what is left out for a gap, and which other value would be wrong there."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from index import contains, ends_with, listed

_NUMBER = re.compile(r"\d+(?:\.\d+)?")  # "95" of "95%", "900" of "900余万"; the unit stays in the sentence
SIGNS = "%‰"
WHOLE = "100%"
"""What all are to reach, each one is to reach; it is what is guessed of a rate."""
ALONE = "1"
"""The one number after which an English noun is no plural, which would give it away or read wrong."""
BLANKS = ("", "-", "—", "–")
"""Cells that say nothing."""
_LOWERED_TO = ("控制在", "压减到", "降至")
"""Bounds that the lexicon has no reason to know: a figure behind them is the most that is allowed."""
_THOUSANDS = tuple(f",{digit}" for digit in range(10))
"""Behind a number they make it a greater one: the "2" of "2,000" is none."""
MOST_YEAR_DIGITS = 4
"""A longer number is written with commas in English."""
MOST_BOUND_CHARS = 6
"""So near behind a number a bound still belongs to it: "95%左右以上", "30项及以上"."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A value left out of a sentence: the sentence around it, and the value as written."""

    before: str
    value: str
    after: str

    @property
    def unit(self) -> str:
        """The sign that belongs to the number: "%", "‰" or ""."""
        return self.value[-1] if self.value[-1] in SIGNS else ""

    @property
    def counted(self) -> str:
        """The character after the gap ("项", "家", "起"), by which like is put beside like."""
        return self.unit or self.after[:1]

    @property
    def number(self) -> float:
        """The value without its sign."""
        return float(self.value.rstrip(SIGNS))

    def filled(self, value: str) -> str:
        """The sentence with a value in the gap."""
        return f"{self.before}{value}{self.after}"


def gap_at(sentence: str, value: str) -> Gap | None:
    """The gap for the number of `value` in a sentence; None where it stands there twice or as part of a date."""
    written = plain(value)
    hits = [m.start() for m in _NUMBER.finditer(sentence) if plain(sentence[m.start() :]) == written]
    if not written or len(hits) != 1:
        return None
    before, after = sentence[: hits[0]], sentence[hits[0] + len(written) :]
    if after.lstrip().startswith(("年", "月", "日")) or before.rstrip().endswith(("“", '"', "《", "第")):
        return None
    return Gap(before, written, after)


def gap_in(sentence: str, value: str) -> Gap | None:
    """The gap for a value in an English sentence; None where it stands there twice or not at all ("ten" for 十)."""
    told = f"{int(value):,}" if value.isdigit() and len(value) > MOST_YEAR_DIGITS else value
    hits = [match for match in _NUMBER.finditer(sentence) if sentence.startswith(told, match.start())]
    hits = [match for match in hits if not sentence[match.end() :].startswith(_THOUSANDS)]
    whole = [m.start() for m in hits if m.end() in (m.start() + len(told), m.start() + len(told.rstrip(SIGNS)))]
    if len(whole) != 1:
        return None
    return Gap(sentence[: whole[0]], told, sentence[whole[0] + len(told) :])


def wrong_there(gap: Gap, value: str) -> bool:
    """Whether the sentence would be wrong with another value: "70%以上" says nothing against "60%以上", but against 80%."""
    other = Gap("", value, "")
    if not value or plain(value) != value or other.unit != gap.unit:
        return False
    if other.number == gap.number or (gap.unit == "%" and other.number > 100):
        return False
    before, after = gap.before.rstrip(), gap.after.strip()[:MOST_BOUND_CHARS]
    if ends_with(before, "at_least") or contains(after, "at_least_after") or "余" in after[:2]:
        return other.number > gap.number
    if ends_with(before, "at_most") or before.endswith(_LOWERED_TO) or contains(after, "at_most_after"):
        return other.number < gap.number
    return True


def cell_wrong(right: str, other: str) -> bool:
    """Whether a table cell that says `right` rules `other` out; only cells of the same form are compared."""
    one, two = form(right), form(other)
    if one != two or figure(right) is None or figure(other) is None or figure(right) == figure(other):
        return False
    return wrong_there(Gap(_opening(right), plain(right), _closing(right)), plain(other))


def form(value: str) -> str:
    """A value with its digits blanked: "下降15%" and "下降5%" are of one form."""
    return _NUMBER.sub("#", unicodedata.normalize("NFKC", value).strip())


def figure(value: str) -> float | None:
    """The number in a value; None where it holds none."""
    return float(plain(value).rstrip(SIGNS)) if plain(value) else None


def plain(value: str) -> str:
    """The first number of a value with its sign; "" where it holds none."""
    match = _NUMBER.search(value)
    if match is None:
        return ""
    signed = value.startswith(tuple(SIGNS), match.end())
    return value[match.start() : match.end() + signed]


def _opening(value: str) -> str:
    return value[: value.find(plain(value))]


def _closing(value: str) -> str:
    return value[value.find(plain(value)) + len(plain(value)) :]


def accepted_entries(gap: Gap) -> tuple[str, ...]:
    """What may be typed into a gap: the number with and without its sign and the word that follows it."""
    word = max((word for word in listed("counters") if gap.after.startswith(word)), key=len, default="")
    return tuple(dict.fromkeys((gap.value, gap.value.rstrip(SIGNS), f"{gap.value}{word}")))


def counts_accidents(text: str) -> bool:
    """Whether a text tells of more accidents than one, which is no case to learn from: "事故254起"; not "1起"."""
    counted = (text[:at] for at, char in enumerate(text) if char == "起")
    return any(told[-1:].isdigit() and (told[-1] != "1" or told[-2:-1].isdigit()) for told in counted)
