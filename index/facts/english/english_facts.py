"""The sentences of a paper in English, and what each tells: who answers for what, what is due when, figures, people.

A sentence is quoted as it stands, so that nothing here has to be put into other words; what is read are its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.fact_types import Deadline, Fact
from index.facts.aims import looks_back
from index.facts.cutting import own_prose
from index.facts.dates import year_told
from index.facts.english.english_dates import dues_in
from index.facts.english.english_duties import read_duty
from index.facts.english.english_figures import figures_in, tells_fine
from index.facts.english.english_people import people_on
from index.facts.english.english_words import one_of, words_of
from index.reading.sentences import split_sentences
from index.reading.structure import walk_prose
from index.terms.lexicon import is_han
from index.terms.numbering import read_number
from index.types import CleanText, Section, SectionKind, Span

LEAST_WORDS = 4
"""Fewer words are a heading."""


def reads_english(text: str) -> bool:
    """Whether a text is English and nothing else."""
    return any(char.isascii() and char.islower() for char in text) and not any(map(is_han, text))


def read_english(clean: CleanText, root: Section) -> Iterator[Fact]:
    """The facts of every English sentence, in the order of the text."""
    for section, path in walk_prose(root):
        if section.kind is SectionKind.TABLE:
            continue
        labels = (*path, section.label) if section.label else path
        start, end = own_prose(clean.text, section)
        title = words_of(section.title, 0, len(section.title))
        if len(title) >= LEAST_WORDS and any(one_of(word, "english_must") for word in title):
            start = section.span.start  # "1. The Bureau shall lead the inspections." is no heading
        for left, right in split_sentences(clean.text, start, end):
            if reads_english(clean.text[left:right]):
                number = read_number(clean.text[left:right])
                first = left + (number.end if number else 0)
                yield from _told(clean, section, labels, Span(clean.document_id, first, right))


def _told(clean: CleanText, section: Section, labels: tuple[str, ...], span: Span) -> Iterator[Fact]:
    words = words_of(clean.text, span.start, span.end)
    people = list(people_on(clean.text, words, span, section.title))
    yield from people
    if people or len(words) < LEAST_WORDS:
        return
    past = looks_back(labels)
    duty = None if past else read_duty(clean.text, words, span, section, labels)
    if duty:
        yield duty
    year = year_told(clean.text, span.start, labels)
    who = ", ".join(duty.units) if duty else ""
    # Where a fine is laid down, a time is part of the case.
    for due in () if past or tells_fine(words) else dues_in(words, year):
        when = clean.text[words[due.first].start : words[due.last - 1].end]
        what = clean.text[span.start : span.end].rstrip(" .;")
        yield Deadline(span, what, when, due.date, who, labels)
    yield from figures_in(clean.text, words, span, labels, looked_back=past)
