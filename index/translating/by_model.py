"""A paper translated by a language model: what is missing of its English is made in batches, checked, and kept bit by bit.

It may end at any moment: what was kept stays, and the next time it goes on with what is still missing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.errors import AnswerMalformed, IndexBusy
from index.language_model.language_model import CHARS_A_TOKEN, LanguageModel
from index.settings import Settings
from index.store import Index
from index.translating.asked_lines import Around, AskedLine, Rendered, ask, prompt_of
from index.translating.held_to_source import Row
from index.translating.taking import take
from index.translating.worksheet import worksheet
from index.translation.checking import Finding
from index.translation.memory import Line, Maker

BATCH_LINES, BATCH_CHARS = 20, 900
"""Lines and characters asked at once: small models lose count of more, and an answer of a minute comes in time."""
ENGLISH_SIGNS = 4
"""Letters of English a Chinese character, as the shipped translations have: for the estimate of what it will cost."""
MOST_MALFORMED = 3
"""Batches one after the other that are answered in no form: the model cannot do it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What is to be translated, and about how many tokens it will take."""

    lines: int
    tokens: int


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A line that was left out, and what is wrong with its English; nothing where the model gave none."""

    zh: str
    en: str
    wrong: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come: of `lines` so many were `asked`. `seconds_left` is an estimate."""

    lines: int
    asked: int = 0
    held_back: tuple[HeldBack, ...] = ()
    tokens: int = 0
    seconds_left: float = 0.0

    @property
    def taken(self) -> int:
        """Lines that were kept."""
        return self.asked - len(self.held_back)

    @property
    def share(self) -> float:
        """Of the whole, 0 to 1."""
        return self.asked / self.lines if self.lines else 1.0


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some sentences with all their lines, and what stands around those that are missing."""

    lines: tuple[Line, ...]
    around: Around

    @property
    def missing(self) -> tuple[str, ...]:
        """The Chinese of the lines that have no English yet."""
        return self.around.batch


def cost_of(index: Index, document_id: str) -> Cost:
    """What a model would have to translate of a document. Raises `UnknownDocument` where no plan has this id."""
    batches = _batches(index, document_id)
    return Cost(sum(len(batch.missing) for batch in batches), sum(map(_tokens, batches)))


def translate_by_model(settings: Settings, index: Index, document_id: str, model: LanguageModel) -> Iterator[Progress]:
    """Translate what is missing of a document, and tell after each batch how far it has come, once before the first.

    Raises:
        UnknownDocument: No plan has this id.
        LanguageModelError: The model gives no answers; what it gave before is kept.
        IndexBusy, StoreError, TranslationError: As `take` says; what was kept stays.
    """
    batches = _batches(index, document_id)
    lines, begun, malformed = sum(len(batch.missing) for batch in batches), time.monotonic(), 0
    done = Progress(lines)
    yield done
    waiting: list[Row] = []
    for place, batch in enumerate(batches, start=1):
        try:
            made = _translated(model, batch)
            malformed = 0
        except AnswerMalformed:
            made, malformed = (Rendered("", ()),) * len(batch.missing), malformed + 1
            if malformed == MOST_MALFORMED:
                raise
        held = [HeldBack(zh, one.en, one.wrong) for zh, one in zip(batch.missing, made, strict=True) if not _holds(one)]
        waiting += _rows(batch, made)
        _take(settings, index, document_id, waiting, last=place == len(batches))
        asked, tokens = done.asked + len(made), done.tokens + _tokens(batch)
        left = (time.monotonic() - begun) / asked * (lines - asked)
        done = Progress(lines, asked, (*done.held_back, *held), tokens, left)
        yield done


def _batches(index: Index, document_id: str) -> tuple[_Batch, ...]:
    """The sentences of which something is missing, in batches in their order."""
    sheet = tuple(worksheet(index.text(document_id).text, index.english.memory))
    starts = [at for at, line in enumerate(sheet) if not line.continues]
    found: list[_Batch] = []
    chosen: list[tuple[int, int]] = []
    signs = count = 0
    for start, end in zip(starts, [*starts[1:], len(sheet)], strict=True):
        missing = [line.zh for line in sheet[start:end] if not line.en]
        size = sum(map(len, missing))
        if chosen and missing and (signs + size > BATCH_CHARS or count + len(missing) > BATCH_LINES):
            found.append(_batch(sheet, chosen))
            chosen, signs, count = [], 0, 0
        if missing:
            chosen.append((start, end))
            signs, count = signs + size, count + len(missing)
    return (*found, _batch(sheet, chosen)) if chosen else tuple(found)


def _batch(sheet: Sequence[Line], chosen: Sequence[tuple[int, int]]) -> _Batch:
    first, last = chosen[0][0], chosen[-1][1]
    lines = tuple(line for start, end in chosen for line in sheet[start:end])
    before = sheet[first - 1].zh if first else ""
    after = sheet[last].zh if last < len(sheet) else ""
    return _Batch(lines, Around(before, after, tuple(line.zh for line in lines if not line.en)))


def _translated(model: LanguageModel, batch: _Batch) -> tuple[Rendered, ...]:
    """The lines of a batch; those that do not hold are asked once more, with what is wrong."""
    made = ask(model, [AskedLine(zh) for zh in batch.missing], batch.around)
    again = [at for at, one in enumerate(made) if not _holds(one)]
    if not again:
        return made
    asked = [AskedLine(batch.missing[at], made[at].wrong) for at in again]
    better = dict(zip(again, ask(model, asked, batch.around), strict=True))
    return tuple(better.get(at, one) for at, one in enumerate(made))


def _holds(one: Rendered) -> bool:
    return bool(one.en) and not one.wrong


def _rows(batch: _Batch, made: Sequence[Rendered]) -> Iterator[Row]:
    """All lines of a batch as a file would bring them, those that do not hold without English."""
    english = iter(made)
    for number, line in enumerate(batch.lines, start=1):
        one = next(english) if not line.en else None
        en = line.en if one is None else one.en if _holds(one) else ""
        yield Row(number, Line(line.part, line.zh, en, Maker.MACHINE))


def _take(settings: Settings, index: Index, document_id: str, waiting: list[Row], *, last: bool) -> None:
    """Keep the lines that wait; while another writes they wait on, until the last batch."""
    try:
        take(settings, index, document_id, waiting, Maker.MACHINE)
    except IndexBusy:
        if last:
            raise
        return
    waiting.clear()


def _tokens(batch: _Batch) -> int:
    """About so many tokens a batch takes, asked and answered."""
    prompt = prompt_of([AskedLine(zh) for zh in batch.missing], batch.around)
    answer = ENGLISH_SIGNS * sum(map(len, batch.missing))
    return int((len(prompt.system) + len(prompt.text) + answer) / CHARS_A_TOKEN)
