"""What a model wrote for a pack, held to the lines that it cites: a sentence that does not hold is dropped and why is noted.

A scenario stands or falls as a whole: a solution that lacks a sentence may lack the one that counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.courses.types import PackLine, Scenario
from assistant.courses.written.clause_by_clause import denials_out_of_place, numbers_out_of_place
from assistant.courses.written.made_up import invented
from assistant.courses.written.shown_lines import ShownLine
from assistant.courses.written.training_prompt import CitedText, WrittenScenario
from assistant.generation.written import written_sentences
from assistant.grounding.faults import faults
from assistant.grounding.ground import Ground
from assistant.question.said import language_of
from assistant.types import Dropped, Language
from index.terms.glossary import english_words, stem

MOST_POINT_CHARS = {Language.ZH: 150, Language.EN: 400}
"""More than twice what a model is asked for: no talking point."""
MOST_CITED = 5
"""Lines of one sentence: among many, something is found to prove anything."""
LEAST_WORDS, LEAST_LETTERS = 0.5, 4
"""Share of the words of an English sentence, from so many letters on, that its lines must have. Of 42 recorded sentences all
have 0.6 of those of their own lines; of 87 pairs with another line that would prove them otherwise, 69 have less."""
MOST_SOLUTION = 6
"""Sentences of a solution that are looked at: a model that writes more has lost its way."""


@dataclass(slots=True)
class Holder:
    """Holds what a model wrote to the lines of one pack, and notes what it drops."""

    lines: Sequence[ShownLine]
    language: Language
    dropped: list[Dropped] = field(default_factory=list)

    def point(self, written: CitedText, name: str) -> PackLine | None:
        """A talking point, if it holds."""
        told = _sentences(written)
        if len(written.text) > MOST_POINT_CHARS[self.language] or not told:
            self.dropped.append(Dropped(written.text, "too long or empty"))
            return None
        if wrong := "; ".join(why for text, numbers in told if (why := self._wrong(text, numbers))):
            self.dropped.append(Dropped(written.text, wrong))
            return None
        text = ("" if self.language is Language.ZH else " ").join(text for text, _ in told)
        return self._line(text, [number for _, numbers in told for number in numbers], name)

    def scenario(self, written: WrittenScenario, name: str) -> Scenario | None:
        """A scenario, if all of it holds."""
        told = [one for cited in written.solution for one in _sentences(cited)]
        wrong = [Dropped(text, why) for text, numbers in told if (why := self._wrong(text, numbers))]
        cited = [number for _, numbers in told for number in numbers]
        made_up = (
            (text, invented(text, self._grounds(cited), self.language))
            for text in (written.situation, written.question)
        )
        wrong += [Dropped(text, why) for text, why in made_up if why]
        if not 0 < len(told) <= MOST_SOLUTION:
            wrong.append(Dropped(written.situation, "no solution, or one without end"))
        if wrong:
            gone = {one.text for one in wrong}
            beside = [Dropped(text, "of a scenario that does not hold") for text, _ in told if text not in gone]
            self.dropped += [*wrong, *beside]
            return None
        return Scenario(
            PackLine(f"{name}-situation", _in_a_line(written.situation), (), by_model=True),
            PackLine(f"{name}-question", _in_a_line(written.question), (), by_model=True),
            tuple(self._line(text, numbers, f"{name}-{at}") for at, (text, numbers) in enumerate(told)),
        )

    def _wrong(self, sentence: str, numbers: Sequence[int]) -> str:
        """Why a sentence does not hold; "" where it does."""
        cited = self._cited(numbers)
        if not cited or len(cited) < len(set(numbers)):
            return "no line cited"
        if len(cited) > MOST_CITED:
            return "too many lines cited"
        if sentence.endswith(("?", "？")):
            return "a question"
        if language_of(sentence) is not self.language:
            return "another language"
        found = [f"{fault.kind}: {fault.detail}" for fault in faults(sentence, self._grounds(numbers))]
        found += self._beside(sentence, [one.line.text for one in cited])
        return "; ".join(dict.fromkeys(found))

    def _beside(self, sentence: str, lines: Sequence[str]) -> Iterator[str]:
        """What only lines in the language of the sentence show; in English packs some quote papers that nobody translated."""
        if any(language_of(line) is not self.language for line in lines):
            return
        yield from (f"number: {value}" for value in numbers_out_of_place(sentence, lines))
        yield from (f"negation: {clause}" for clause in denials_out_of_place(sentence, lines))
        if self.language is Language.EN and _share_of_words(sentence, lines) < LEAST_WORDS:
            yield "support: too few of its words"

    def _cited(self, numbers: Sequence[int]) -> list[ShownLine]:
        return [one for one in self.lines if one.number in numbers]

    def _grounds(self, numbers: Sequence[int]) -> list[Ground]:
        return [ground for one in self._cited(numbers) for ground in one.grounds]

    def _line(self, text: str, numbers: Sequence[int], name: str) -> PackLine:
        citations = {citation.number: citation for one in self._cited(numbers) for citation in one.line.citations}
        return PackLine(name, text, tuple(citations[number] for number in sorted(citations)), by_model=True)


def _share_of_words(sentence: str, lines: Sequence[str]) -> float:
    """The share of a sentence's words that stand in English lines; that of the Chinese behind them is loose beside it."""
    words = {stem(word) for word in english_words(sentence) if len(word) >= LEAST_LETTERS}
    held = {stem(word) for line in lines for word in english_words(line)}
    return len(words & held) / max(len(words), 1)


def _sentences(cited: CitedText) -> list[tuple[str, Sequence[int]]]:
    """The sentences of a text with the numbers of the lines they cite: of their own marks, where a model writes some."""
    return [(one.text, one.numbers or cited.lines) for one in written_sentences([cited.text])]


def _in_a_line(text: str) -> str:
    return " ".join(text.split())
