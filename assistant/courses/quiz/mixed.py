"""The quiz: questions from the plans' facts, mixed by matter and kind, the same for the same request."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.courses.gather import Material
from assistant.courses.pack_lines import Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.quiz.office_stems import duty_stems, person_stems
from assistant.courses.quiz.stems import Stem
from assistant.courses.quiz.value_stems import cell_stems, deadline_stems, figure_stems
from assistant.courses.types import GAP, Matter, PackRequest, QuizKind, QuizQuestion
from assistant.types import Citation
from assistant.wording.letter_case import capitalised

OPTIONS = 4
"""As in the examinations that officials know."""
KINDS = (QuizKind.SINGLE, QuizKind.TRUE_FALSE, QuizKind.SINGLE, QuizKind.FILL)
"""Of every four questions half are single choice and one each of the other kinds, in an order left to chance."""
NAMED_BY_ID_CHARS = 8
"""Of a hash: enough to tell the questions of a pack apart."""


@dataclass(frozen=True, slots=True)
class _Maker:
    """What turns stems into questions, with the chance that the request fixes."""

    scribe: Scribe
    chance: random.Random

    def question(self, stem: Stem, kind: QuizKind, citation: Citation) -> QuizQuestion | None:
        makers: dict[QuizKind, Callable[[Stem, Citation], QuizQuestion | None]] = {
            QuizKind.SINGLE: self._single,
            QuizKind.TRUE_FALSE: self._true_false,
            QuizKind.FILL: self._fill,
        }
        return makers[kind](stem, citation)

    def _single(self, stem: Stem, citation: Citation) -> QuizQuestion | None:
        if len(stem.wrong) < stem.least_wrong:
            return None
        wrong = self.chance.sample(stem.wrong, min(OPTIONS - 1, len(stem.wrong)))
        options = [stem.right, *wrong]
        self.chance.shuffle(options)
        shown = tuple(capitalised(stem.shown(option)) for option in options)
        if len(set(shown)) < len(shown):
            return None
        made = self._made(stem, QuizKind.SINGLE, citation)
        return replace(made, options=shown, answer=options.index(stem.right))

    def _true_false(self, stem: Stem, citation: Citation) -> QuizQuestion | None:
        if not stem.wrong:
            return None
        true = self.chance.random() < 0.5
        told = stem.right if true else self.chance.choice(stem.wrong)
        return replace(
            self._made(stem, QuizKind.TRUE_FALSE, citation),
            prompt=stem.claim(told),
            options=tuple(wording(self.scribe.language, key) for key in ("right", "wrong")),
            answer=0 if true else 1,
            original=stem.original.replace(GAP, told),
        )

    def _fill(self, stem: Stem, citation: Citation) -> QuizQuestion | None:
        if not stem.accepted:
            return None
        return replace(self._made(stem, QuizKind.FILL, citation), accepted=stem.accepted)

    def _made(self, stem: Stem, kind: QuizKind, citation: Citation) -> QuizQuestion:
        """What all kinds share."""
        named = f"{stem.matter}-{citation.document}-{citation.start}-{citation.end}-{stem.right}"
        short = hashlib.sha256(named.encode()).hexdigest()[:NAMED_BY_ID_CHARS]
        return QuizQuestion(
            id=f"quiz-{short}",
            kind=kind,
            matter=stem.matter,
            prompt=stem.prompt,
            options=(),
            answer=-1,
            accepted=(),
            original=stem.original,
            explanation=stem.claim(stem.right),
            citation=citation,
            unchecked=stem.unchecked or self.scribe.told_by_machine(citation),
        )


def make_quiz(material: Material, scribe: Scribe, request: PackRequest, size: int) -> tuple[QuizQuestion, ...]:
    """Up to `size` questions: those on the topics first, the matters by turns, no passage asked about twice."""
    chance = random.Random(hashlib.sha256(repr(request).encode()).digest())
    maker = _Maker(scribe, chance)
    made: list[QuizQuestion] = []
    asked: set[str] = set()
    spans: set[tuple[str, int, int]] = set()
    kinds: list[QuizKind] = []
    for stem in _by_turns(material, scribe, chance):
        if len(made) == size:
            break
        if not kinds:
            kinds = chance.sample(KINDS, len(KINDS))
        span = stem.evidence.span
        key = (span.document_id, span.start, span.end)
        if key in spans or stem.asks_for in asked:
            continue
        citations = scribe.supported(stem.statement, (stem.evidence,))
        if not citations:
            continue
        wanted = kinds[-1]
        for kind in (wanted, *(kind for kind in QuizKind if kind is not wanted)):
            question = maker.question(stem, kind, scribe.cited(citations[0]))
            if question is not None:
                made.append(question)
                asked.add(stem.asks_for)
                spans.add(key)
                kinds.pop()
                break
    return tuple(made)


def _by_turns(material: Material, scribe: Scribe, chance: random.Random) -> Iterator[Stem]:
    """All stems, those on the topics before the rest, a matter after the other, at random within."""
    every = (
        *duty_stems(material, scribe),
        *person_stems(material, scribe),
        *cell_stems(material, scribe),
        *figure_stems(material, scribe),
        *deadline_stems(material, scribe),
    )
    for on_topic in (True, False):
        queues = {matter: [s for s in every if s.matter is matter and s.on_topic is on_topic] for matter in Matter}
        for queue in queues.values():
            chance.shuffle(queue)
        while any(queues.values()):
            for queue in queues.values():
                if queue:
                    yield queue.pop()
