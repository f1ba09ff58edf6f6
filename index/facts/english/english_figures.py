"""Figures of English sentences: "deaths shall fall by 20 percent", "inspects all 46 high-rise buildings", "a fine of 5,000 yuan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.fact_types import Indicator, Status
from index.facts.english.english_dates import date_words, dues_in, year_of
from index.facts.english.english_words import Word, one_of
from index.types import Span

_BASE = ("compared", "against", "from", "over", "than")
_PERCENT = ("percent", "%", "per", "percentage")
MOST_VALUE_WORDS = 6
MOST_NOUN_WORDS = 5
"""How many words name what a number counts."""
LEAST_NAME_CHARS = 4


def figures_in(
    text: str, words: Sequence[Word], span: Span, labels: tuple[str, ...], *, looked_back: bool
) -> Iterator[Indicator]:
    """Every figure of a sentence that is no date, with what it measures or counts."""
    taken = date_words(words).union(*(range(due.first, due.last) for due in dues_in(words, None)))
    period, years = _period(text, words)
    fined = tells_fine(words)
    status = Status.ACHIEVED if looked_back else Status.RULE if fined else Status.TARGET
    at = 0
    while at < len(words):
        if at in taken or not words[at].text[0].isdecimal() or year_of(words[at]) or _is_number_of(words, at):
            at += 1
            continue
        last = _behind_number(words, at)
        first = _opening(words, at)
        name = _name(text, words, first, last, fined=fined)
        if name:
            value = text[words[first].start : words[last - 1].end]
            baseline = _baseline(text, words, last)
            yield Indicator(span, name, value, period, years, baseline, status, "", "", labels)
        at = last


def tells_fine(words: Sequence[Word]) -> bool:
    """Whether a sentence speaks of a fine."""
    return any(word.small in ("fine", "fined", "fines") for word in words)


def _period(text: str, words: Sequence[Word]) -> tuple[str, tuple[int, ...]]:
    """The date by which the figures of a sentence are to be reached."""
    due = next((due for due in dues_in(words, None) if due.date), None)
    if due is None:
        return "", ()
    return text[words[due.first].start : words[due.last - 1].end], (int(due.date[:4]),)


def _is_number_of(words: Sequence[Word], at: int) -> bool:
    """Whether a number makes up a name: "Article 5", "No. 3", "2.1" that opens a line."""
    before = words[at - 1].small if at else ""
    opens = at == 0 and at + 1 < len(words) and words[at + 1].is_name
    dotted = at > 1 and words[at - 1].text == "." and one_of(words[at - 2], "english_numbered")
    return opens or dotted or (bool(before) and one_of(words[at - 1], "english_numbered"))


def _behind_number(words: Sequence[Word], at: int) -> int:
    """Behind a number with its range and its unit: "5,000 to 30,000 yuan", "20 percent", "2 million yuan"."""
    last = at + 1
    if last + 1 < len(words) and words[last].small in ("to", "-", "–") and words[last + 1].text[0].isdecimal():
        last += 2
    while last < len(words) and (one_of(words[last], "english_units") or words[last].text == "%"):
        last += 1
    return last


def _opening(words: Sequence[Word], at: int) -> int:
    """Where the value opens: with its bound and the verb of change before it ("fall by at least|20 percent")."""
    first = at
    while (
        first
        and at - first < MOST_VALUE_WORDS
        and (one_of(words[first - 1], "english_bounds") or one_of(words[first - 1], "english_changes"))
    ):
        first -= 1
    while first < at and words[first].small in ("of", "a"):
        first += 1
    return first


def _name(text: str, words: Sequence[Word], first: int, last: int, *, fined: bool) -> str:
    """What a value measures: the subject before its verb; for a count what is counted, with the verb before it."""
    if (
        words[first].small in _PERCENT
        or one_of(words[last - 1], "english_shares")
        or words[last - 1].text == "%"
        or fined
    ):
        return _subject(text, words, first) or _whole(text, words, last)
    stop = last
    while stop < len(words) and stop - last < MOST_NOUN_WORDS and _is_noun(words[stop]):
        stop += 1
    if stop == last:
        return ""
    noun = text[words[last].start : words[stop - 1].end]
    return noun if len(noun) >= LEAST_NAME_CHARS else ""


def _whole(text: str, words: Sequence[Word], last: int) -> str:
    """Of what a share is told that opens a clause: "95 percent of|buildings shall have alarms"."""
    if last + 1 >= len(words) or words[last].small != "of":
        return ""
    stop = next((i for i in range(last + 1, len(words)) if words[i].text in (",", ";", ":", ".")), len(words))
    return text[words[last + 1].start : words[stop - 1].end]


def _is_noun(word: Word) -> bool:
    return word.text[0].isalpha() and not one_of(word, "english_ends_noun")


def _subject(text: str, words: Sequence[Word], first: int) -> str:
    """The subject of the clause in which a value stands, without the date that may open it."""
    taken = date_words(words)
    start = next((i + 1 for i in range(first - 1, -1, -1) if words[i].text in (";", ":")), 0)
    verb = next((i for i in range(start, first + 1) if one_of(words[i], "english_must") or _is_change(words[i])), first)
    dated = max((i + 1 for i in taken if start <= i < verb), default=start)
    opens = (
        dated
        if dated > start and all(i in taken or not words[i].is_name or i == start for i in range(start, dated))
        else start
    )
    while opens < verb and words[opens].text in (",", "the", "The"):
        opens += 1
    name = text[words[opens].start : words[verb - 1].end] if verb > opens else ""
    return name if len(name) >= LEAST_NAME_CHARS else ""


def _is_change(word: Word) -> bool:
    return one_of(word, "english_changes") and word.small not in ("by", "to")


def _baseline(text: str, words: Sequence[Word], last: int) -> str:
    """The year or period that a change is compared with: "compared with |2023"."""
    for at in range(last, min(last + MOST_VALUE_WORDS, len(words))):
        if words[at].small in _BASE:
            for year in range(at + 1, min(at + 4, len(words))):
                if year_of(words[year]):
                    return text[words[year].start : words[year].end]
    return ""
