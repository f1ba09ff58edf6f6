"""Which clauses of a plan's sentences an English answer tells where it has no room for all of them; none is cut inside.

English that was translated goes with the Chinese clause by clause, so that what a question asks for is found by the Chinese.
"""

from __future__ import annotations

from assistant.types import Concept
from assistant.wording.first_clauses import clauses_fitting, only_leads_in
from assistant.wording.in_english import as_sentence, beside, clauses_joined, sentence
from assistant.wording.letter_case import lowered
from assistant.wording.quoting import A_CLAUSE, is_english, shortened
from index.translation.english import English, Piece, Rendering
from index.translation.segments import segments

MAX_CHARS = 720
"""A longer quotation is cut to the clauses nearest the question: about 110 words; the citation keeps the whole."""
LETTERS_PER_CHARACTER = 3
"""English takes so many times the room of Chinese."""
SPOKEN_AGAIN, A_FIGURE = 0.1, 0.05
"""What a clause is worth, beside a thing that is asked, that speaks of one told already, or that tells a figure."""
_PARTING = (";", "；", "。")
"""Ends of clauses behind which another matter begins."""
SLACK = 2
"""By so many characters a clause may be longer than its share: the marks at its ends."""


def nearest(zh: str, concepts: tuple[Concept, ...], english: English, most: int = MAX_CHARS) -> str:
    """Sentences of a plan in English, long ones by the clauses that speak most of the question."""
    pieces = _translated(zh, english)
    if not pieces:
        return sentence(shortened(zh, concepts), english)
    if sum(len(piece.en) + 1 for piece in pieces) > most:
        pieces = _speaking_most(_by_clauses(zh, english) or pieces, concepts, most)
    return as_sentence(clauses_joined(pieces))


def _speaking_most(pieces: tuple[Piece, ...], concepts: tuple[Concept, ...], most: int) -> tuple[Piece, ...]:
    """The clauses in a row that speak of most of the question for which there is room, as many of them as there are."""
    best: tuple[float, tuple[Piece, ...]] = (-1.0, pieces[:1])
    for first in range(len(pieces)):
        for end in range(first + 1, len(pieces) + 1):
            run = pieces[first:end]
            if sum(len(piece.en) + 1 for piece in run) > most:
                break
            text = "".join(piece.zh for piece in run)
            spoken = sum(concept.weight for concept in concepts if _speaks_of(text, concept))
            again = sum(_speaks_of(piece.zh, concept) for piece in run for concept in concepts)
            figures = sum(any(map(str.isdigit, piece.zh)) for piece in run)
            worth = spoken + SPOKEN_AGAIN * again + A_FIGURE * figures + A_CLAUSE * len(run)
            best = max(best, (worth, run), key=lambda one: one[0])
    return _without_other_matters(best[1], concepts)


def _without_other_matters(pieces: tuple[Piece, ...], concepts: tuple[Concept, ...]) -> tuple[Piece, ...]:
    """Clauses without those at either end that a semicolon parts from all that speak of the question; all where none does."""
    speaking = [at for at, piece in enumerate(pieces) if any(_speaks_of(piece.zh, concept) for concept in concepts)]
    if not speaking:
        return pieces
    ends = [at + 1 for at, piece in enumerate(pieces) if piece.zh.rstrip().endswith(_PARTING)]
    first = max((end for end in ends if end <= speaking[0]), default=0)
    last = min((end for end in ends if end > speaking[-1]), default=len(pieces))
    return pieces[first:last]


def within(zh: str, most: int, english: English) -> str:
    """The first clauses of a sentence for which there is room, one at least, as they stand within another sentence.

    `most` is in letters; what is no translation stands in Chinese.
    """
    pieces = _translated(zh, english)
    if not pieces:
        return beside(clauses_fitting(zh, most if is_english(zh) else most // LETTERS_PER_CHARACTER), english)
    size, kept = 0, 0
    for piece in pieces:
        size += len(piece.en) + 1
        if size > most and not only_leads_in("".join(one.zh for one in pieces[:kept])):
            break
        kept += 1
    return _within_sentence(pieces[:kept], english)


def opening(zh: str, words: str, english: English) -> str:
    """In English the clauses of a sentence that its first `words` tell, one at least."""
    pieces = _translated(zh, english)
    if not pieces or not words:
        return beside(words.rstrip("。.；;，,"), english)
    size, kept = 0, 0
    for piece in pieces:
        size += len(piece.zh)
        if kept and size > len(words) + SLACK:
            break
        kept += 1
    return _within_sentence(pieces[:kept], english)


def _translated(zh: str, english: English) -> tuple[Piece, ...]:
    """The clauses of a text; none where it is English as it stands, or some of it was not translated."""
    rendering = english.render(zh)
    return () if is_english(zh) or not rendering.is_translation else rendering.pieces


def _speaks_of(text: str, concept: Concept) -> bool:
    return any(spelling in text for spelling in concept.spellings)


def _by_clauses(zh: str, english: English) -> tuple[Piece, ...]:
    """The clauses of a text that was translated in one piece as well; none where they were not."""
    clauses = (english.render(zh[one.start : one.end]) for one in segments(zh))
    pieces = tuple(piece for clause in clauses for piece in clause.pieces)
    return pieces if Rendering(pieces).is_translation else ()


def _within_sentence(pieces: tuple[Piece, ...], english: English) -> str:
    return lowered(as_sentence(clauses_joined(pieces)).rstrip("."), english.memory)
