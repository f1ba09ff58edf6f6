"""What a paper without a catalogue entry says of itself: title, kind, place, period, issuer, number and days.

Comes in: the cleaned text and what was loaded, whose head may hold the publishing site's form. Goes out: a `Document`
with "" or None where the file does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from index.reading.files.types import LoadedText
from index.reading.front.compilations import title_of_all, titles_in
from index.reading.front.english_papers import (
    english_place_in,
    english_spellings,
    is_english,
    issue_line,
    title_in_english,
)
from index.reading.front.english_titles import english_title
from index.reading.front.form import form_of
from index.reading.front.front_lines import front_lines
from index.reading.front.issuers import issuer_of, makers
from index.reading.front.letters import letter_of, stem_of
from index.reading.front.paper_kinds import ending_of, own_words, without_brackets
from index.reading.front.paper_titles import brought_by
from index.reading.front.paper_years import annual_period, period_in, without_years
from index.reading.front.particulars import in_force_from, issued_on, number_of, part_of
from index.reading.front.signatures import signatures
from index.reading.paper_place import NATION, Where, find_place, is_national, syllables, where_of
from index.storage.overrides import Override, Particular
from index.terms.five_years import plan_number
from index.terms.gazetteer import gazetteer
from index.terms.glossary import load_glossary
from index.types import CleanText, Document, Level, PaperKind

_AS_READ = Override()
_MOST_ID_CHARS = 40
_MOST_PINYIN_CHARS = 24
"""Of an id: six or seven syllables, which tell a title and can still be typed."""
_MOST_LINES = 20_000
"""Among so many lines further titles are looked for: some thousand pages."""
_OF_OTHERS = (PaperKind.NOTICE, PaperKind.FORWARDING)
"""The titles that these quote are of other papers, with places and years of their own."""
_MATTER = "关于"
_UNMARKED = (PaperKind.PLAN, PaperKind.ACTION_PLAN, PaperKind.OTHER)
"""Kinds that an id does not name."""


def describe(clean: CleanText, loaded: LoadedText, edit: Override = _AS_READ) -> Document:
    """Everything a `Document` holds but its id, file and hash, which the builder sets; `edit` goes before the file."""
    read = _read(clean, loaded, edit)
    where = _where(read, edit.place)
    title = read.title if Particular.TITLE in edit.by_model else edit.title or read.title
    period = edit.period or read.period
    kind = edit.kind or read.kind
    ending = ending_of(title)
    return Document(
        id=document_id(where.place_en, period, title, kind),
        title=title,
        title_en=read.title_en or english_title(title, ending, where.places, period),
        file="",
        sha256="",
        place=where.place,
        place_en=where.place_en,
        places=where.places,
        level=where.level,
        period=period,
        issuer=read.issuer,
        number=read.number,
        issued=read.issued,
        kind=kind,
        in_force=read.in_force,
        part=read.part,
    )


@dataclass(frozen=True, slots=True)
class _Front:
    """What a paper says of itself, as it says it."""

    title: str
    title_en: str
    kind: PaperKind
    stem: str
    issuer: str
    number: str
    issued: str
    in_force: str
    period: tuple[int, int] | None
    part: str


def _read(clean: CleanText, loaded: LoadedText, edit: Override) -> _Front:
    lines = front_lines(clean.text)
    form = form_of(loaded.text)
    stem = stem_of(loaded)
    letter = edit.title if Particular.TITLE in edit.by_model else letter_of(clean, loaded).text
    title = brought_by(letter)
    kind = ending_of(title).kind
    signed = tuple(signatures(clean.text))
    issuer = edit.issuer or issuer_of(form.get("issuer", ""), lines, letter, signed)
    issued = issued_on(form, lines, signed, stem)
    if is_english(clean.text):
        by, day = issue_line(lines)
        issuer, issued = by or issuer.rpartition(": ")[2], day or issued  # "Issued by: Oakfield Fire Office"
    number = number_of(form.get("number", ""), lines)
    all_lines = front_lines(clean.text, most=_MOST_LINES)
    if len(titles := titles_in(all_lines, title)) > 1:
        title, kind = title_of_all(titles), PaperKind.COMPILATION
        issuer = issuer if form or any(one.offices for one in signed) else "、".join(dict.fromkeys(makers(all_lines)))
    own = own_words(title, kind) if kind in _OF_OTHERS else title
    return _Front(
        title,
        title if is_english(title) else title_in_english(lines),
        kind,
        stem,
        issuer,
        number,
        issued,
        in_force_from(form.get("in_force", ""), clean.text, issued, kind),
        period_in(own) or period_in(stem if own == title else "") or annual_period(title, kind, number, issued),
        part_of(title, stem, kind),
    )


def _where(read: _Front, given: str) -> Where:
    """The place of a paper: as a person gives it, else of its own title, its issuer, its whole title, its file's name.

    A title that opens with its matter ("关于瑞安市…事故的通报") may name where others had something happen: the issuer goes first.
    """
    if not given and _is_national(read):
        return where_of(NATION)
    own = own_words(read.title, read.kind)
    own_or_issuer = (read.issuer, own) if own.startswith(_MATTER) else (own, read.issuer)
    place = given or next(filter(None, map(find_place, (*own_or_issuer, read.title, read.stem))), "")
    if place:
        town = gazetteer().name_at(place, 0) if place == read.issuer else ""
        if town and town != place:  # a firm or a school, which people look for by its town
            where = where_of(town)
            return replace(where, places=(*where.places, place), level=Level.OTHER)
        return where_of(place)
    for text in (read.title, read.issuer):
        english, level = english_place_in(text)
        if english:
            return Where(english, english, english_spellings(english), level)
    return Where()


def _is_national(read: _Front) -> bool:
    """Whether a paper is of the whole country: of a national office, or a regulation that names no place."""
    if read.title.isascii():
        return False
    of_all = read.kind is PaperKind.REGULATION and not read.issuer and not find_place(read.title)
    return of_all or is_national(read.title, read.issuer)


def document_id(place_en: str, period: tuple[int, int] | None, title: str, kind: PaperKind = PaperKind.OTHER) -> str:
    """An id from place and period as the shipped ones have it (`xian-14th`), else from the place and the kind of paper.

    Without a place it is the title in pinyin, cut behind a syllable, with the first year.
    """
    number = plan_number(period) if period else None
    years = f"{number}th" if number else str(period[0]) if period else ""
    name = _slug(place_en)
    if not name:
        name, years = _in_pinyin(title) or "plan", "" if period is None else years
    elif not years and kind not in _UNMARKED:
        years = str(kind)
    return f"{name}-{years}" if years else name


def _in_pinyin(title: str) -> str:
    """As many of the title's terms as fit, and of a first one that does not, as many syllables."""
    terms = [piece for piece, _ in load_glossary().segment(without_brackets(without_years(title)))]
    return _fitting("".join(syllables(term)) for term in terms) or _fitting(syllables(terms[0]))


def _fitting(pieces: Iterable[str]) -> str:
    longer = (_slug(name) for name in accumulate(pieces))
    return max(takewhile(lambda name: len(name) <= _MOST_PINYIN_CHARS, longer), key=len, default="")


def _slug(text: str) -> str:
    """Xi'an -> xian, Inner Mongolia -> inner-mongolia, "-my_plan-" -> my-plan."""
    signs = (sign if sign.isascii() and sign.isalnum() else " " for sign in text.lower().replace("'", ""))
    return "-".join("".join(signs).split())[:_MOST_ID_CHARS].strip("-")
