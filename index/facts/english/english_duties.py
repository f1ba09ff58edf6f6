"""Duties of English sentences: which offices lead or have to act, which help, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.fact_types import Duty, DutyBasis
from index.facts.english.english_words import Phrase, Word, offices_in, one_of
from index.types import Section, Span

_BETWEEN_UNITS = (",", "and", "the", "&", "or")
_STOPS = (",", ";", ".", ":")
MOST_ADVERBS = 2
"""So many adverbs stand between an office and its verb ("also promptly inspects")."""
MOST_BEFORE_AGENT = 3
"""How far before "by" its verb stands ("shall be drawn up jointly by")."""


@dataclass(frozen=True, slots=True)
class _Units:
    """Offices named in one breath, from their first word to behind their last."""

    names: tuple[str, ...]
    first: int
    last: int


def read_duty(text: str, words: Sequence[Word], span: Span, section: Section, labels: tuple[str, ...]) -> Duty | None:
    """Who leads or has to act by a sentence, and who helps; None where no office does."""
    lead: list[str] = []
    support: list[str] = []
    verb = None
    for group in _together(words, offices_in(text, words)):
        at = _verb(words, group.last)
        if _helps(words, group.first, at):
            support += group.names
        elif _is_agent(words, group.first) or at is not None:
            lead += group.names
            verb = at if verb is None and not _is_agent(words, group.first) else verb
    if not lead:
        return None
    headed = section.title and "\\n" not in text[section.span.start : span.start].strip()
    if verb is not None and headed and _only_leads(words, verb):
        what, start = section.title, section.span.start
    else:
        what, start = text[words[verb].start if verb is not None else span.start : span.end].rstrip(" .;"), span.start
    whole = Span(span.document_id, start, span.end)
    units, helpers = tuple(dict.fromkeys(lead)), tuple(dict.fromkeys(support))
    return Duty(whole, what, units, helpers, "", DutyBasis.CLAUSE, section.number, labels)


def _together(words: Sequence[Word], offices: Iterator[Phrase]) -> Iterator[_Units]:
    """Offices that only a comma or "and" parts are named together."""
    held: _Units | None = None
    for office in offices:
        between = [word.small for word in words[held.last : office.first]] if held else []
        if held and between and all(word in _BETWEEN_UNITS for word in between):
            held = _Units((*held.names, office.text), held.first, office.last)
            continue
        if held:
            yield held
        held = _Units((office.text,), office.first, office.last)
    if held:
        yield held


def _verb(words: Sequence[Word], at: int) -> int | None:
    """Where the verb of offices that end before `at` stands; None where none follows."""
    for place in range(at, min(at + MOST_ADVERBS + 1, len(words))):
        if one_of(words[place], "english_must") or one_of(words[place], "english_acts"):
            return place
        if words[place].small == "is" or words[place].small == "are":
            following = [word.small for word in words[place + 1 : place + 3]]
            told = following[:1] == ["responsible"] or following == ["in", "charge"] or following[:1] == ["to"]
            return place if told else None
        if not (words[place].small.endswith("ly") or words[place].small == "also"):
            return None
    return None


def _main_verb(words: Sequence[Word], verb: int) -> Word:
    """The verb itself, behind "shall", "is to" and adverbs."""
    at = verb
    while at + 1 < len(words) and (
        one_of(words[at], "english_must")
        or words[at].small in ("is", "are", "be", "to")
        or words[at].small.endswith("ly")
    ):
        at += 1
    return words[at]


def _helps(words: Sequence[Word], first: int, verb: int | None) -> bool:
    """Whether offices help: "…, assisted by the X", "together with the X", "the X assists"."""
    before = [word.small for word in words[max(0, first - MOST_BEFORE_AGENT) : first] if word.small != "the"]
    if before[-1:] == ["with"] or (
        before[-1:] == ["by"] and before[-2:-1] in (["assisted"], ["supported"], ["helped"])
    ):
        return True
    return verb is not None and one_of(_main_verb(words, verb), "english_helps")


def _is_agent(words: Sequence[Word], first: int) -> bool:
    """Whether offices are those by whom something is done: "shall be led by|", "is carried out by the|"."""
    before = [word.small for word in words[max(0, first - MOST_BEFORE_AGENT - 1) : first] if word.small != "the"]
    done = before[:-1] if before[-1:] == ["by"] else []
    return any(word.endswith("ed") or word in ("led", "run", "out", "up", "done", "held") for word in done)


def _only_leads(words: Sequence[Word], verb: int) -> bool:
    """Whether a clause tells who leads and not in what: "takes the lead;"."""
    clause: list[Word] = []
    for word in words[verb:]:
        if word.text in _STOPS:
            break
        clause.append(word)
    return all(one_of(word, "english_leading") or one_of(word, "english_must") for word in clause)
