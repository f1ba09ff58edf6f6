"""The quiz: questions from the plans' facts, mixed by matter and kind, the same for the same request."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.courses.audiences import LEAST_QUESTIONS
from assistant.courses.gather import Material
from assistant.courses.pack_lines import Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.quiz.cell_stems import cell_stems
from assistant.courses.quiz.difficulty import difficulty
from assistant.courses.quiz.figure_stems import figure_stems
from assistant.courses.quiz.lead_stems import lead_stems
from assistant.courses.quiz.measure_stems import measure_stems
from assistant.courses.quiz.office_stems import division_stems
from assistant.courses.quiz.statement_stems import statement_stems
from assistant.courses.quiz.stem_fit import Fit, Fitting
from assistant.courses.quiz.stems import Stem
from assistant.courses.quiz.time_stems import deadline_stems, often_stems
from assistant.courses.types import GAP, Audience, Matter, PackRequest, QuizKind, QuizQuestion
from assistant.courses.values import WHOLE
from assistant.types import Citation
from assistant.wording.letter_case import capitalised
from index import Span

OPTIONS = 4
"""As in the examinations that officials know."""
KINDS = (QuizKind.SINGLE, QuizKind.MULTIPLE, QuizKind.TRUE_FALSE, QuizKind.SINGLE, QuizKind.FILL)
"""Of every five questions two are single choice and one each of the other kinds, in an order left to chance."""
MOST_RIGHT = 3
"""Of several right answers so many are put among the options, beside at least one that is wrong."""
NAMED_BY_ID_CHARS = 8
"""Of a hash: enough to tell the questions of a pack apart."""
OTHERS_SHARE = 0.5
"""With what is on the topics but light, or concerns others, a quiz is filled to so much of its size."""
MOST_GENERAL = 3
"""What is on none of the topics makes a quiz no longer than so."""
NEAREST = 4
"""Of so many wrong offices, the likeliest, those of a question are chosen."""
SAME_ANSWER_SHARE = 0.25
"""An office that is the answer more often is guessed."""
MOST_TOGETHER = 2
"""So many questions of a quiz are on four statements each."""
_AND = "、"
"""Between the offices of a group."""


@dataclass(frozen=True, slots=True)
class _Maker:
    """What turns stems into questions, with the chance that the request fixes."""

    scribe: Scribe
    chance: random.Random
    judged: Counter[bool]
    """How many statements are true and how many false, which are to be as many."""

    def question(self, stem: Stem, kind: QuizKind, citation: Citation) -> QuizQuestion | None:
        makers: dict[QuizKind, Callable[[Stem, Citation], QuizQuestion | None]] = {
            QuizKind.SINGLE: self._single,
            QuizKind.MULTIPLE: self._multiple,
            QuizKind.TRUE_FALSE: self._true_false,
            QuizKind.FILL: self._fill,
        }
        return makers[kind](stem, citation)

    def _single(self, stem: Stem, citation: Citation) -> QuizQuestion | None:
        # Beside smaller rates the whole picks itself.
        if len(stem.wrong) < OPTIONS - 1 or stem.right == WHOLE:
            return None
        wrong = self._chosen(stem)
        if len(wrong) < OPTIONS - 1:
            return None
        options = [stem.right, *wrong]
        self.chance.shuffle(options)
        shown = tuple(capitalised(stem.shown(option)) for option in options)
        if len(set(shown)) < len(shown):
            return None
        made = self._made(stem, QuizKind.SINGLE, citation, wrong)
        return replace(made, options=shown, answer=options.index(stem.right))

    def _multiple(self, stem: Stem, citation: Citation) -> QuizQuestion | None:
        """Several right ones among the options; where the stem asks for all that there are, all of them."""
        right = list(stem.several)
        if len(right) < MOST_RIGHT - 1 or not stem.others:
            return None
        most = len(right) if stem.all_of_them else self.chance.randint(MOST_RIGHT - 1, min(MOST_RIGHT, len(right)))
        right = right if len(right) == most else self.chance.sample(right, most)
        wrong = list(stem.others[: max(OPTIONS - len(right), 1)])
        if len(right) + len(wrong) < OPTIONS:
            return None
        options = [*right, *wrong]
        self.chance.shuffle(options)
        shown = tuple(capitalised(stem.shown(option)) for option in options)
        answers = tuple(i for i, option in enumerate(options) if option in right)
        made = self._made(stem, QuizKind.MULTIPLE, citation, wrong)
        return replace(made, options=shown, answers=answers, explanation=stem.claim(stem.joint.join(right)))

    def _chosen(self, stem: Stem) -> list[str]:
        """Wrong options: of offices the likeliest that share none, of values any that lie near."""
        if stem.matter is not Matter.DUTY:
            return self.chance.sample(stem.wrong, OPTIONS - 1)
        apart: list[str] = []
        for other in stem.wrong:
            if not any(_overlap(other, one) for one in (stem.right, *apart)):
                apart.append(other)
        likeliest = apart[:NEAREST]
        return self.chance.sample(likeliest, min(len(likeliest), OPTIONS - 1))

    def _true_false(self, stem: Stem, citation: Citation) -> QuizQuestion | None:
        if not stem.false:
            return None
        more = self.judged[True] - self.judged[False]
        true = more < 0 if more else self.chance.random() < 0.5
        self.judged[true] += 1
        told = stem.right if true else self.chance.choice(stem.false)
        return replace(
            self._made(stem, QuizKind.TRUE_FALSE, citation, () if true else (told,)),
            prompt=stem.claim(told),
            options=tuple(wording(self.scribe.language, key) for key in ("right", "wrong")),
            answer=0 if true else 1,
            original=stem.original.replace(GAP, told),
        )

    def _fill(self, stem: Stem, citation: Citation) -> QuizQuestion | None:
        if not stem.accepted:
            return None
        return replace(self._made(stem, QuizKind.FILL, citation, ()), accepted=stem.accepted)

    def _made(self, stem: Stem, kind: QuizKind, citation: Citation, wrong: Sequence[str]) -> QuizQuestion:
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
            difficulty=difficulty(kind, stem.matter, stem.right, wrong),
        )


def _overlap(one: str, other: str) -> bool:
    """Whether two groups share an office, be it under a longer name."""
    return any(a in b or b in a for a in one.split(_AND) for b in other.split(_AND))


def make_quiz(material: Material, scribe: Scribe, request: PackRequest, size: int) -> tuple[QuizQuestion, ...]:
    """Up to `size` questions: the best fitting first, the matters by turns; rather few than beside the point."""
    chance = random.Random(hashlib.sha256(repr(request).encode()).digest())
    maker = _Maker(scribe, chance, Counter())
    made: list[QuizQuestion] = []
    asked: set[str] = set()
    spans: list[Span] = []
    answers = Counter[str]()
    kinds: list[QuizKind] = []
    for fit, stem in _by_turns(material, scribe, request.audience, chance):
        if len(made) >= _most(fit, size, on_topics=bool(material.topics)):
            continue
        if len(kinds) <= 1:
            kinds = [*chance.sample(KINDS, len(KINDS)), *kinds]
        span = stem.evidence.span
        if stem.asks_for in asked or any(span.overlaps(other) for other in spans):
            continue
        if stem.matter is Matter.DUTY and answers[stem.right] >= max(2, size * SAME_ANSWER_SHARE):
            continue
        citations = scribe.supported(stem.statement, (stem.evidence,))
        if not citations:
            continue
        for kind in dict.fromkeys((*reversed(kinds), *QuizKind)):
            question = maker.question(stem, kind, citations[0])
            if question is not None:
                # Only what is asked takes a number among the sources.
                made.append(replace(question, citation=scribe.cited(citations[0]), common=fit is Fit.IN_GENERAL))
                asked.add(stem.asks_for)
                spans.append(span)
                answers[stem.right] += 1
                # A kind that this stem does not go with waits for the next.
                if kind in kinds:
                    kinds.remove(kind)
                break
    return tuple(made)


def _most(fit: Fit, size: int, *, on_topics: bool) -> float:
    """To how many questions a quiz is filled with stems that fit so well: with what is on no topic only where there are hardly others."""
    if on_topics and fit is not Fit.IN_GENERAL:
        return size
    return {Fit.WHOLLY: size, Fit.IN_PART: max(LEAST_QUESTIONS, size * OTHERS_SHARE)}.get(fit, MOST_GENERAL)


def _by_turns(
    material: Material, scribe: Scribe, audience: Audience, chance: random.Random
) -> Iterator[tuple[Fit, Stem]]:
    """All stems that may be asked: the best fitting first, a matter after the other."""
    every = (
        *division_stems(scribe),
        *lead_stems(scribe),
        *measure_stems(scribe),
        *cell_stems(material, scribe),
        *figure_stems(material, scribe),
        *often_stems(material, scribe),
        *deadline_stems(material, scribe),
    )
    tiers = list(Fitting.of(material, audience, scribe.english.glossary).ranked(every))
    if not material.topics:
        fit_for_all = [stem for fit, tier in tiers if fit is not Fit.IN_GENERAL for stem in tier]
        together = list(statement_stems(scribe, fit_for_all, chance))
        tiers[0][1].extend(chance.sample(together, min(len(together), MOST_TOGETHER)))
    for fit, tier in tiers:
        # What is on several facts comes before what would use up one of them.
        queues = {matter: [s for s in tier if s.matter is matter] for matter in (Matter.STATEMENT, *Matter)}
        for queue in queues.values():
            chance.shuffle(queue)
        while any(queues.values()):
            for queue in queues.values():
                if queue:
                    yield fit, queue.pop()
