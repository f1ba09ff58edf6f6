"""Figures and dates as quiz options: what is left out for a gap, and which other value would be wrong there."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NUMBER = r"\d+(?:\.\d+)?"
# "95%", "900余万", "31" of "31项"; the unit in Chinese stays in the sentence, so that the gap tells what is counted.
_FIGURE = re.compile(rf"{_NUMBER}(?:[%‰])?")
_MEASURE = re.compile(r"[起人处家座支次项个台辆名所条套户场份元种类艘栋]")
_LOWER = re.compile(r"(?:≥|>|＞|不低于|不少于|不小于|至少|超过|大于|高于|多于)\s*$")
_LOWER_AFTER = re.compile(r"^\s*(?:\S{0,4}(?:及?以上|余))")
_UPPER = re.compile(r"(?:≤|<|＜|不超过?|不高于|不大于|不多于|小于|低于|控制在|压减到|降至)\s*$")
_UPPER_AFTER = re.compile(r"^\s*(?:\S{0,4}(?:及?以下|以内|之内))")


@dataclass(frozen=True, slots=True)
class Gap:
    """A value left out of a sentence: the sentence around it, and the value as written."""

    before: str
    value: str
    after: str

    @property
    def unit(self) -> str:
        """The sign that belongs to the number: "%", "‰" or ""."""
        return self.value[-1] if self.value[-1] in "%‰" else ""

    @property
    def counted(self) -> str:
        """The character after the gap ("项", "家", "起"), by which like is put beside like."""
        return self.unit or self.after[:1]

    @property
    def number(self) -> float:
        """The value without its sign."""
        return float(self.value.rstrip("%‰"))

    def filled(self, value: str) -> str:
        """The sentence with a value in the gap."""
        return f"{self.before}{value}{self.after}"


def gap_at(sentence: str, value: str) -> Gap | None:
    """The gap for the number of `value` in a sentence; None where it stands there twice or as part of a date."""
    number = _FIGURE.search(value)
    if number is None:
        return None
    written = number[0]
    hits = [m.start() for m in re.finditer(rf"(?<![\d.]){re.escape(written)}(?![\d.%‰])", sentence)]
    if len(hits) != 1:
        return None
    before, after = sentence[: hits[0]], sentence[hits[0] + len(written) :]
    if re.match(r"\s*[年月日]", after) or re.search(r"[“\"《第]\s*$", before):
        return None
    return Gap(before, written, after)


def wrong_there(gap: Gap, value: str) -> bool:
    """Whether the sentence would be wrong with another value: "70%以上" says nothing against "60%以上", but against 80%."""
    if not re.fullmatch(rf"{_NUMBER}[%‰]?", value) or (value[-1] if value[-1] in "%‰" else "") != gap.unit:
        return False
    number = float(value.rstrip("%‰"))
    if number == gap.number or (gap.unit == "%" and number > 100):
        return False
    if _LOWER.search(gap.before) or _LOWER_AFTER.search(gap.after):
        return number > gap.number
    if _UPPER.search(gap.before) or _UPPER_AFTER.search(gap.after):
        return number < gap.number
    return True


def cell_wrong(right: str, other: str) -> bool:
    """Whether a table cell that says `right` rules `other` out; only cells of the same form are compared."""
    one, two = form(right), form(other)
    if one != two or figure(right) is None or figure(other) is None or figure(right) == figure(other):
        return False
    return wrong_there(Gap(_opening(right), plain(right), _closing(right)), plain(other))


def form(value: str) -> str:
    """A value with its digits blanked: "下降15%" and "下降5%" are of one form."""
    return re.sub(_NUMBER, "#", unicodedata.normalize("NFKC", value).strip())


def figure(value: str) -> float | None:
    """The number in a value; None where it holds none."""
    match = re.search(_NUMBER, value)
    return float(match[0]) if match else None


def plain(value: str) -> str:
    """The number of a value with its sign."""
    match = _FIGURE.search(value)
    return match[0] if match else ""


def _opening(value: str) -> str:
    return value[: value.find(plain(value))]


def _closing(value: str) -> str:
    return value[value.find(plain(value)) + len(plain(value)) :]


def accepted_entries(gap: Gap) -> tuple[str, ...]:
    """What may be typed into a gap: the number with and without its sign and the word that follows it."""
    bare = gap.value.rstrip("%‰")
    word = _MEASURE.match(gap.after)
    return tuple(dict.fromkeys((gap.value, bare, f"{gap.value}{word[0]}" if word else gap.value)))
