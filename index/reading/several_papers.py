"""A file's text to the papers in it, each described: the one that most files are, or those of a compilation.

What holds for all papers of a file (a letter or a cover before them, the file's name) describes those that do not tell it
themselves. What stands before the first is a document of its own where it has sentences.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TypeVar

from index.reading.describe import describe, document_id
from index.reading.files.types import LoadedText
from index.reading.front.form import form_of
from index.reading.front.front_lines import Role, front_lines
from index.reading.front.paper_bounds import Piece, papers_in
from index.storage.overrides import Override
from index.types import CleanText, Document, MarkedHeading, PaperKind, RecognisedLine

_MOST_NAME_CHARS = 80
_AS_READ = Override()
_OFFICIAL = (PaperKind.REGULATION,)
"""Kinds that others than their makers compile and send round."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a file; the id of `document` is a proposal, `clean` bears none."""

    document: Document
    clean: CleanText
    warnings: tuple[str, ...] = ()


def papers_of(
    clean: CleanText, loaded: LoadedText, edit: Override = _AS_READ, *, is_one: bool = False
) -> tuple[Paper, ...]:
    """The papers of a file, one where it `is_one`, where a person calls it by one title or where it is not sure.

    Place, years and kind of an `edit` hold for all of them. Pages stay those of the file.
    """
    named = edit.title or edit.kind is PaperKind.COMPILATION
    pieces = () if is_one or named else papers_in(clean)
    if not pieces:
        return (Paper(describe(clean, loaded, edit), clean, loaded.warnings),)
    front = _cut(clean, 0, pieces[0].start)
    known = describe(front, replace(loaded, text=loaded.text if form_of(loaded.text) else front.text), edit)
    papers = [Paper(known, front)] if _has_sentences(front.text) else []
    dropped = "" if papers else front.text.strip()
    for piece in pieces:
        own = _cut(clean, piece.start, piece.end)
        document = _described(own, loaded, piece, edit)
        papers.append(Paper(_told(document, known), own))
        if piece.is_letter:
            known = _told(document, known)
    warnings = (*loaded.warnings, *([_left_out(loaded, dropped)] if dropped else []))
    papers[0] = replace(papers[0], warnings=warnings)
    return _with_names(papers)


def _described(own: CleanText, loaded: LoadedText, piece: Piece, edit: Override) -> Document:
    """A paper as if it were a file of its own that bears its title as its name."""
    name = loaded.path.with_name(f"{piece.title[:_MOST_NAME_CHARS].replace('/', '／')}{loaded.path.suffix}")
    set_off = tuple(one for one in loaded.prominent if one.text.strip() and one.text.strip() in own.text)
    return describe(own, LoadedText(name, own.text, own.page_starts, prominent=set_off), edit)


def _told(own: Document, known: Document) -> Document:
    """A paper with what is known of all, where it does not tell that itself."""
    if not own.place and known.place:
        own = replace(own, place=known.place, place_en=known.place_en, places=known.places, level=known.level)
    if known.number:  # a letter's: it brings the paper
        own = replace(own, number=own.number or known.number, issued=own.issued or known.issued)
    if own.kind not in _OFFICIAL:
        own = replace(own, issuer=own.issuer or known.issuer)
    own = replace(own, period=own.period or known.period)
    return replace(own, id=document_id(own.place_en, own.period, own.title, own.kind))


def _with_names(papers: list[Paper]) -> tuple[Paper, ...]:
    """Each under its title as its name in the file, with a number behind one that others bear before it."""
    seen: Counter[str] = Counter()
    named: list[Paper] = []
    for one in papers:
        title = one.document.title[:_MOST_NAME_CHARS]
        seen[title] += 1
        name = title if seen[title] == 1 else f"{title} ({seen[title]})"
        named.append(replace(one, document=replace(one.document, paper=name)))
    return tuple(named)


_Marked = TypeVar("_Marked", MarkedHeading, RecognisedLine)


def _cut(clean: CleanText, start: int, end: int) -> CleanText:
    """A piece of a text, with all that points into it; earlier pages are empty in it, so that pages count as in the file."""
    text = clean.text[start:end].rstrip("\n")
    pages = tuple(max(0, page - start) for page in clean.page_starts if page < start + len(text))
    marked = _within(clean.headings, start, len(text))
    return replace(
        clean, text=text, page_starts=pages, recognised=_within(clean.recognised, start, len(text)), headings=marked
    )


def _within(marked: tuple[_Marked, ...], start: int, chars: int) -> tuple[_Marked, ...]:
    moved = (replace(one, start=max(0, one.start - start), end=min(chars, one.end - start)) for one in marked)
    return tuple(one for one in moved if one.start < one.end)


def _has_sentences(text: str) -> bool:
    return any(line.role is Role.PROSE or "。" in line.text for line in front_lines(text))


def _left_out(loaded: LoadedText, text: str) -> str:
    told = " ".join(text.split())
    told = told if len(told) <= _MOST_NAME_CHARS else f"{told[:_MOST_NAME_CHARS]}…"
    return f"{loaded.path.name} is cut into its papers; what stands before the first holds no sentence and is left out: {told}"
