"""Chooses what is said, so that no line repeats another, and remembers what each line was made from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from assistant.courses.gather import Material
from assistant.courses.pack_lines import DIVIDED, INNER_QUOTES, Scribe
from assistant.courses.pieces import alike, best_piece
from assistant.courses.topics import sectors_in
from assistant.courses.types import Audience, PackLine
from assistant.courses.whole_clauses import CUT, english_clauses
from assistant.facts import view_of
from assistant.types import Evidence, Language
from assistant.wording.quoting import cut_at_word, title_of
from index import Span, years_in

SAME = 0.6
"""Two lines that share this much of the shorter one say the same."""
LEAST_TITLE_CHARS, MOST_TITLE_CHARS = 3, 24
"""A shorter heading is a number, a longer one a sentence: neither names a matter."""
SECTION_DEPTH = 3
"""Headings from the top that tell the fields of a plan apart."""
Made = tuple[Evidence, PackLine]
"""A line and what it was made from."""
Wording = Callable[[Evidence], PackLine | None]


class Chooser:
    """Chooses lines for one pack and remembers what has been said; `day` tells what is past."""

    def __init__(self, material: Material, scribe: Scribe, audience: Audience, day: date) -> None:
        self.material, self.scribe, self.audience, self.day = material, scribe, audience, day
        self.told: list[str] = []
        self.evidence: dict[str, Evidence] = {}
        """What each line was made from, by the line's id."""

    def remembered(self, made: list[Made]) -> tuple[PackLine, ...]:
        """The lines alone; what they were made from is kept. A figure and a date of one passage are told apart by their ids."""
        kept = []
        for evidence, line in made:
            known = self.evidence.get(line.id, evidence)
            own = line if known == evidence else replace(line, id=f"{line.id}-{len(self.evidence)}")
            self.evidence[own.id] = evidence
            kept.append(own)
        return tuple(kept)

    def choose(
        self,
        ranked: Iterable[Evidence],
        limit: int,
        word: Wording,
        by: Callable[[Evidence], Hashable] | None = None,
        told: list[str] | None = None,
    ) -> list[Made]:
        """The best by turns of plan and topic (or of what `by` tells), so that none goes short, without what has been said.

        With `told` only what stands there counts as said: a part that must be whole may repeat another.
        """
        record = self.told if told is None else told
        queues: dict[Hashable, list[Evidence]] = {}
        for evidence in ranked:
            queues.setdefault(by(evidence) if by else self.turn(evidence), []).append(evidence)
        chosen: list[Made] = []
        for turn in zip_longest(*queues.values()):
            for evidence in filter(None, turn):
                if len(chosen) == limit:
                    return chosen
                if self._said(evidence, record):
                    continue
                line = word(evidence)
                # In English the whole sentence is told, of which another line may have told before.
                quoted = evidence if line is None or self.scribe.language is Language.ZH else _quoted(evidence, line)
                if line is not None and not self._said(quoted, record):
                    record.append(quoted.text)
                    if record is not self.told:
                        self.told.append(quoted.text)
                    chosen.append((evidence, line))
        return chosen

    def has_said(self, evidence: Evidence) -> bool:
        """Whether a line of the pack says so already."""
        return self._said(evidence, self.told)

    def _said(self, evidence: Evidence, record: list[str]) -> bool:
        """Whether a line says so already; what an office or a task is for may be said again beside its units."""
        view = view_of(evidence.fact)
        # The cells of a row hold too few letters to be compared as sentences are.
        if view.basis in DIVIDED or view.cell:
            return False
        return any(alike(evidence.text, told) >= SAME for told in record)

    def turn(self, evidence: Evidence) -> tuple[str, str]:
        """The plan and the topic that evidence is of; where no topic is asked for, the section."""
        if not self.material.topics:
            return (evidence.span.document_id, " ".join(evidence.heading_path[:SECTION_DEPTH]))
        heading = evidence.heading_path[-1] if evidence.heading_path else ""
        texts = (evidence.text, heading)
        topic = next((t.named for text in texts for t in self.material.topics if t.told_in(text)), "")
        return (evidence.span.document_id, topic)

    def place(self, evidence: Evidence) -> tuple[int, int]:
        """Where evidence stands: plans in the order of the request, in each its own order."""
        plans = [indexed.document.id for indexed in self.material.documents]
        return (plans.index(evidence.span.document_id), evidence.span.start)

    def text(self, span: Span) -> str:
        """What stands in a place of a plan."""
        return self.material.index.document(span.document_id).clean.text[span.start : span.end]

    def piece(self, evidence: Evidence, needed: tuple[str, ...]) -> Evidence | None:
        """The short piece of a fact's sentence that holds all that is needed, if there is one."""
        text = self.material.index.document(evidence.span.document_id).clean.text

        def worth(piece: str) -> float:
            return 2.0 * sum(part in piece for part in needed) + self.scribe.worth(piece) + 0.5 * bool(years_in(piece))

        span = best_piece(text, evidence.span.start, evidence.span.end, worth)
        if span is None or not all(part in text[span[0] : span[1]] for part in needed):
            return None
        return replace(evidence, span=Span(evidence.span.document_id, *span), text=text[span[0] : span[1]])

    def on_topic(self, line: PackLine) -> bool:
        """Whether a line speaks of the topics; every line does where none was asked for."""
        evidence = self.evidence[line.id]
        heading = evidence.heading_path[-1] if evidence.heading_path else ""
        return self.material.topic_of(f"{evidence.text} {view_of(evidence.fact).matter}", heading) > 0

    def speaks(self, line: PackLine) -> int:
        """How many of the audience's words a line has."""
        return sum(word in self.evidence[line.id].text for word in self.material.needs.words)

    def brief(self, text: str, most: int) -> str:
        """A text as it is named inside another: without its end, quotes inside quotes, in English as many whole clauses as fit."""
        told = text.strip().rstrip("。.").removesuffix(CUT)
        if told.startswith("“") and told.endswith("”"):  # what was not translated stands in quotes as a whole
            told = told[1:-1]
        told = told.translate(INNER_QUOTES)
        return told if self.scribe.language is Language.ZH else self.whole(told, most) or _cut(told, most)

    def whole(self, english: str, most: int) -> str:
        """The clauses that open an English line, or the one on the topic; "" where they are longer or miss the topic."""
        clauses = english_clauses(english, self.scribe.english.memory)
        heads = [english[:end] for _, end in reversed(clauses)]
        told = [*heads, *(english[start:end].removeprefix("and ") for start, end in clauses)]
        missed = not self.names_topic(english)
        return next((one for one in told if len(one) <= most and (missed or self.names_topic(one))), "")

    def names_topic(self, told: str) -> bool:
        """Whether what is told has the topic's word, in English one of those of its name."""
        if self.scribe.language is Language.ZH:
            return self.scribe.worth(told) > 0
        words = " ".join(self.scribe.topic_names().values()).lower().split()
        return any(word in told.lower() for word in words)

    def title(self, evidence: Evidence) -> str:
        """The nearest heading above evidence that names a matter, without its number, in the language of the pack."""
        for heading in reversed(evidence.heading_path):
            bare = title_of(heading).strip()
            # The name of a topic or a trade is a title however short: "消防", "煤矿".
            trade = any(topic.told_in(bare) for topic in self.material.topics) or sectors_in(
                bare, self.scribe.english.glossary
            )
            least = 1 if trade else LEAST_TITLE_CHARS
            if least <= len(bare) <= MOST_TITLE_CHARS and not bare.isdecimal():
                return self.scribe.heading(bare)
        return ""


def _quoted(evidence: Evidence, line: PackLine) -> Evidence:
    """The evidence with all that a line quotes."""
    return replace(evidence, text=line.citations[0].quote)


def _cut(english: str, most: int) -> str:
    """An English line cut behind a member of its list, which reads as an end, or else behind a word."""
    at = english.rfind(", ", most // 2, most)
    return f"{english[:at]}{CUT}" if len(english) > most and at > 0 else cut_at_word(english, most)
