"""The memory of translations: what a Chinese sentence, clause, heading, cell or term is in English.

The translations of the shipped plans lie beside them, `documents/translations/<id>.en.tsv`: made by hand for this program and
unofficial. A line is `part`, `zh`, `en`: `part` is "" for a whole sentence, heading or cell, the number of a clause of a long
sentence ("1", "2", …), or "term" for words that facts hold; `en` is "^" where the clause before says it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from index.errors import TranslationError
from index.translation.segments import behind_number
from index.types import TRANSLATION_SUFFIX

SHIPPED = Path(__file__).parents[2] / "documents" / "translations"
HEADER = "part\tzh\ten"
TERM, SAID_BEFORE = "term", "^"
_NO_MATTER = " .。;；,，:：、!！"
"""What ends a clause makes no difference to what it says."""

MOST_LABEL = 20
"""A longer text before a colon is a clause of its own."""
_NO_LABEL = "，,。;；、“”（）()《》"
"""What stands in no label."""


class Maker(StrEnum):
    """Who made a translation: the program's makers by hand, a person who uses it, or a machine."""

    SHIPPED = "shipped"
    PERSON = "person"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file of translations."""

    part: str
    zh: str
    en: str
    maker: Maker = Maker.SHIPPED

    @property
    def continues(self) -> bool:
        """Whether it goes on with the sentence of the line before."""
        return self.part.isdigit() and self.part != "1"


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece of Chinese and what it is in English."""

    zh: str
    en: str
    maker: Maker = Maker.SHIPPED


class Memory:
    """Translations by what they translate; of several of the same text the first counts. Read once, never changed."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._known: dict[str, tuple[Pair, ...]] = {}
        for pairs in _texts(lines):
            self._known.setdefault(key_of("".join(pair.zh for pair in pairs)), pairs)

    def __len__(self) -> int:
        return len(self._known)

    def translated(self, zh: str) -> tuple[Pair, ...]:
        """A text that was translated as it is, clause by clause, whatever number opens it and mark ends it; else empty."""
        return self._known.get(key_of(zh), ())

    def __iter__(self) -> Iterator[tuple[Pair, ...]]:
        """All that is known: every sentence, clause, heading, cell and term once."""
        return iter(self._known.values())


def key_of(zh: str) -> str:
    """A text as it is looked up: in one width, without blanks, the number that opens it and the mark that ends it."""
    flat = "".join(unicodedata.normalize("NFKC", zh).split())
    return flat[behind_number(flat, 0, len(flat)) :].strip(_NO_MATTER)


def _texts(lines: Iterable[Line]) -> Iterator[tuple[Pair, ...]]:
    """Each cell, heading and term, each sentence by its clauses, and each of those clauses."""
    sentence: list[Pair] = []
    for line in lines:
        if line.en == SAID_BEFORE and sentence:
            sentence[-1] = replace(sentence[-1], zh=sentence[-1].zh + line.zh)
            continue
        if not line.continues:
            yield from _of_sentence(sentence)
            sentence = []
        sentence.append(Pair(line.zh, line.en, line.maker))
    yield from _of_sentence(sentence)


def _of_sentence(clauses: Sequence[Pair]) -> Iterator[tuple[Pair, ...]]:
    """A sentence and its clauses, also without the label that opens it, which a list tells as the name of its item."""
    if clauses:
        yield tuple(clauses)
        if bare := _behind_label(clauses[0]):
            yield (bare, *clauses[1:])
            yield (bare,)
    if len(clauses) > 1:
        yield from ((clause,) for clause in clauses)


def _behind_label(clause: Pair) -> Pair | None:
    """What a clause says behind its label, "消防:全面落实…", "Fire protection: fully …"; None for one that has none in both."""
    label, _, zh = clause.zh.replace("：", ":").partition(":")
    label_en, _, en = clause.en.partition(": ")
    is_label = len(label) <= MOST_LABEL and not any(sign in label for sign in _NO_LABEL)
    is_said = bool(zh and en) and not behind_number(zh, 0, len(zh))  # "面临的挑战:一是…" opens a list, and no item
    return replace(clause, zh=zh, en=en) if is_said and is_label and "," not in label_en else None


def read_lines(path: Path, maker: Maker = Maker.SHIPPED) -> tuple[Line, ...]:
    """The lines of a file of translations, which `maker` made.

    Raises:
        TranslationError: A line has not three columns, or the file has another header.
    """
    return lines_of(path.read_text(encoding="utf-8"), path.name, maker)


def lines_of(content: str, name: str, maker: Maker) -> tuple[Line, ...]:
    """The lines that a text of the name `name` holds, as `read_lines` reads them; the first stands in its second line."""
    header, *rows = content.splitlines() or [""]
    if header != HEADER:
        raise TranslationError(f"{name} begins with another header than {HEADER!r}")
    lines: list[Line] = []
    for number, row in enumerate(rows, start=2):
        columns = row.split("\t")
        if len(columns) != HEADER.count("\t") + 1:
            raise TranslationError(f"{name}, line {number}: {len(columns)} columns instead of 3; part them by tabs")
        part, zh, en = columns
        lines.append(Line(part, zh, en, maker))
    return tuple(lines)


def content_of(lines: Iterable[Line]) -> str:
    """Lines as a file holds them."""
    rows = (f"{line.part}\t{line.zh}\t{line.en}" for line in lines)
    return "\n".join((HEADER, *rows)) + "\n"


def lines_in(folder: Path) -> Iterator[Line]:
    """The lines of all shipped files of a folder, in the order of their names.

    Raises:
        TranslationError: A file cannot be read.
    """
    for path in sorted(folder.glob(f"*{TRANSLATION_SUFFIX}")):
        yield from read_lines(path)


@lru_cache(maxsize=4)
def load_memory(folder: Path = SHIPPED) -> Memory:
    """The memory of all translations in a folder.

    Raises:
        TranslationError: A file cannot be read.
    """
    return Memory(lines_in(folder))
