"""Which clauses of a plan's sentences an English answer tells where it has no room for all of them; none is cut inside.

English that was translated goes with the Chinese clause by clause, so that what a question asks for is found by the Chinese.
"""

from __future__ import annotations

from assistant.types import Concept
from assistant.wording.first_clauses import clauses_fitting
from assistant.wording.in_english import as_sentence, beside, clauses_joined, sentence
from assistant.wording.letter_case import lowered
from assistant.wording.quoting import A_CLAUSE, is_english, shortened
from index.translation.english import English, Piece, Rendering
from index.translation.segments import segments

MAX_CHARS = 640
"""A longer quotation is cut to the clauses nearest the question: about a hundred words; the citation keeps the whole."""
LETTERS_PER_CHARACTER = 3
"""English takes so many times the room of Chinese."""
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
            spoken = sum(concept.weight for concept in concepts if any(word in text for word in concept.spellings))
            best = max(best, (spoken + A_CLAUSE * len(run), run), key=lambda one: one[0])
    return best[1]


def within(zh: str, most: int, english: English) -> str:
    """The first clauses of a sentence for which there is room, one at least, as they stand within another sentence.

    `most` is in letters; what is no translation has its Chinese beside it, which takes as much room again.
    """
    pieces = _translated(zh, english)
    if not pieces:
        return beside(clauses_fitting(zh, most // (LETTERS_PER_CHARACTER + 1)), english)
    size, kept = 0, 0
    for piece in pieces:
        size += len(piece.en) + 1
        if kept and size > most:
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


def _by_clauses(zh: str, english: English) -> tuple[Piece, ...]:
    """The clauses of a text that was translated in one piece as well; none where they were not."""
    clauses = (english.render(zh[one.start : one.end]) for one in segments(zh))
    pieces = tuple(piece for clause in clauses for piece in clause.pieces)
    return pieces if Rendering(pieces).is_translation else ()


def _within_sentence(pieces: tuple[Piece, ...], english: English) -> str:
    return lowered(as_sentence(clauses_joined(pieces)).rstrip("."), english.memory)
