"""Lines that somebody translated, each held to the paper whose Chinese it puts into English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.translating.worksheet import sentences
from index.translation.checking import Finding, findings
from index.translation.memory import SAID_BEFORE, TERM, Line, Memory, key_of


@dataclass(frozen=True, slots=True)
class Row:
    """A line and where it stands in its file: the number of its line, or of its unit."""

    number: int
    line: Line


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is left out: what its English loses or adds; without `findings` its Chinese is not in the paper."""

    row: Row
    findings: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        told = ", ".join(map(str, self.findings))
        return f"line {self.row.number}: {told or 'not in the document'}: {self.row.line.zh}"


@dataclass(frozen=True, slots=True)
class Held:
    """What is to be kept of some rows, how many of them that are, how many say what is known, and what is left out."""

    lines: tuple[Line, ...]
    taken: int
    known: int
    faults: tuple[Fault, ...]


def held_to(text: str, rows: Sequence[Row], memory: Memory) -> Held:
    """What may be kept of rows; those without English are passed over, as not translated yet."""
    source = _Source(text)
    lines: list[Line] = []
    faults: list[Fault] = []
    taken = known = 0
    for sentence in _sentences(rows):
        is_whole = source.is_sentence(sentence)
        right: list[Row] = []
        for row in filter(lambda row: row.line.en, sentence):
            if not (is_whole or source.holds(row.line)):
                faults.append(Fault(row))
            elif found := findings(row.line.zh, row.line.en):
                faults.append(Fault(row, found))
            else:
                right.append(row)
        kept = [row.line for row in right] if is_whole and right == sentence else [_alone(row.line) for row in right]
        if kept and _are_known(kept, memory):
            known += len(kept)
        else:
            taken += len(kept)
            lines += kept
    return Held(tuple(lines), taken, known, tuple(faults))


class _Source:
    """The pieces of a paper's text, as they are looked up."""

    def __init__(self, text: str) -> None:
        every = tuple(sentences(text))
        self._sentences = frozenset(key_of("".join(clauses)) for clauses in every)
        self._pieces = self._sentences | {key_of(clause) for clauses in every for clause in clauses}
        self._whole = "".join(map(key_of, text.split()))

    def is_sentence(self, rows: Sequence[Row]) -> bool:
        """Whether rows are a sentence, heading or cell of the text from its beginning to its end."""
        return key_of("".join(row.line.zh for row in rows)) in self._sentences

    def holds(self, line: Line) -> bool:
        """Whether a line's Chinese stands in the text: as a sentence or a clause, a term anywhere."""
        return key_of(line.zh) in (self._whole if line.part == TERM else self._pieces)


def _sentences(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each sentence; a row that the one before says is joined to that."""
    sentence: list[Row] = []
    for row in rows:
        if row.line.en == SAID_BEFORE and sentence:
            before = sentence.pop()
            sentence.append(replace(before, line=replace(before.line, zh=before.line.zh + row.line.zh)))
            continue
        if sentence and not row.line.continues:
            yield sentence
            sentence = []
        sentence.append(row)
    if sentence:
        yield sentence


def _alone(line: Line) -> Line:
    """A line that goes on with no other, and with which no other goes on."""
    return replace(line, part=TERM if line.part == TERM else "")


def _are_known(lines: Sequence[Line], memory: Memory) -> bool:
    """Whether the memory says the same already, whoever made it."""
    told = memory.translated("".join(line.zh for line in lines)) or [
        pair for line in lines for pair in memory.translated(line.zh)
    ]
    return [pair.en for pair in told] == [line.en for line in lines]
