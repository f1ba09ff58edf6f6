"""A file of translations taken in: held to its paper line by line, and kept for this paper and every other that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.settings import Settings
from index.storage.place import holding
from index.store import Index
from index.translating.held_to_source import Fault, Row, held_to
from index.translating.worksheet import Coverage, coverage
from index.translation.added_translations import keep, kept_lines
from index.translation.memory import Line, Maker, key_of


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file of translations, in its lines, and how much of the paper is translated now."""

    taken: int
    known: int
    faults: tuple[Fault, ...]
    coverage: Coverage


def take(settings: Settings, index: Index, document_id: str, rows: Sequence[Row], maker: Maker) -> Taken:
    """Keep what somebody translated of a document, in the place of what the same made of the same sentences before.

    Lines that lose or add something, or whose Chinese does not stand in the document, are left out; the others are in force
    at once.

    Raises:
        UnknownDocument: No plan has this id.
        IndexBusy, StoreError: It cannot be written; what was kept stays.
        TranslationError: What was kept is damaged.
    """
    text = index.text(document_id).text
    with holding(settings):
        held = held_to(text, rows, index.english.memory)
        if held.lines:
            before = kept_lines(settings.data_dir, document_id, maker)
            keep(settings.data_dir, document_id, maker, _replaced(before, held.lines))
    return Taken(held.taken, held.known, held.faults, coverage(text, index.english.memory))


def _replaced(before: Sequence[Line], lines: Sequence[Line]) -> Iterator[Line]:
    """What was kept before without the sentences that are there anew, and these."""
    anew = {_key(sentence) for sentence in _sentences(lines)}
    for sentence in _sentences(before):
        if _key(sentence) not in anew:
            yield from sentence
    yield from lines


def _sentences(lines: Iterable[Line]) -> Iterator[list[Line]]:
    sentence: list[Line] = []
    for line in lines:
        if sentence and not line.continues:
            yield sentence
            sentence = []
        sentence.append(line)
    if sentence:
        yield sentence


def _key(sentence: Sequence[Line]) -> str:
    return key_of("".join(line.zh for line in sentence))
