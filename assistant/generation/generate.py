"""A model's answer from the passages found, each sentence held to what it cites before anybody sees it.

What fails is left out. Where that loses a part of what was asked, or the model fails, the answer put together from the
papers' own sentences stands in its place, and a line says so.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace

from assistant.generation.answer_prompt import NOT_TOLD, answer_prompt
from assistant.generation.held_sentence import Held, checked
from assistant.generation.shown_passages import ShownPassage, as_material, shown_passages
from assistant.generation.told_whole import asks_at_length, tells_asked, tells_kind, untold
from assistant.generation.written import written_sentences
from assistant.part_told import Outcome, Told
from assistant.parts_joined import numbered, together
from assistant.types import Answer, Citation, Dropped, Language, Mode, Sentence, Trace
from assistant.wording.phrases import joined, said
from index import Index, Span
from index.errors import LanguageModelError
from index.language_model.language_model import LanguageModel
from index.translation.english import English

logger = logging.getLogger(__name__)

MOST_SENTENCES = 24
"""A model that writes more has lost its way. Set by hand."""
MOST_SHOWN = {Language.ZH: 300, Language.EN: 900}
"""Characters of an answer; one to a list, a comparison or a summary, and what the papers' own sentences tell, may be longer."""
SURE_BESIDE_A_MODEL = 0.9
"""Below this an answer gives way to a model that finds it untold: of the recorded answers all six such were wrong."""


@dataclass(slots=True)
class _Read:
    """What was read of a model so far: the sentences that hold, the others, whether it found nothing told."""

    held: list[Held] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    not_told: bool = False
    broke_off: bool = False
    first_holds: bool = False

    def take(self, one: Held | Dropped) -> bool:
        """Add a sentence; whether there is more to show."""
        if isinstance(one, Dropped):
            self.dropped.append(one)
            return False
        self.first_holds = self.first_holds or not self.dropped
        if any(one.text == other.text for other in self.held):
            return False
        self.held.append(one)
        return True

    @property
    def lost_some(self) -> bool:
        """Whether the model wrote, or was about to write, more than is shown."""
        return self.broke_off or bool(self.dropped)


def generated(
    outcome: Outcome, refused: Callable[[Outcome], Answer], index: Index, english: English, model: LanguageModel
) -> Generator[Answer, None, Answer]:
    """The answer as it grows, sentence by sentence, and at the end the whole of it.

    What the built-in way refuses is not put to the model, which would find something to say of the passages nearby: a wrong
    answer is worse than none. `refused` gives the refusal of what a model finds untold.
    """
    extractive = outcome.answer
    passages = shown_passages(outcome, index, english)
    if extractive.refused or not passages:
        return extractive
    started = time.perf_counter()
    read = _Read()
    try:
        prompt = answer_prompt(outcome.meant.question, as_material(passages), outcome.meant.language)
        for written in written_sentences(model.stream(prompt)):
            if NOT_TOLD in written.text:
                read.not_told = not read.held
                break
            one = checked(written, passages, outcome.meant)
            if _is_enough(read, one, outcome):
                break
            if read.take(one):
                yield _answer(read.held, extractive, outcome.meant.language)
    except LanguageModelError as exc:
        logger.warning("%s; going on without it", exc)
        read.broke_off = True
    if read.not_told and _confidence(extractive) < SURE_BESIDE_A_MODEL:
        answer = replace(refused(outcome), note=said(outcome.meant.language, "model_not_told"))
    else:
        answer = _whole(read, outcome)
    taken = round((time.perf_counter() - started) * 1000, 2)
    timings = {**extractive.timings_ms, "generate": taken, "total": extractive.timings_ms["total"] + taken}
    return replace(answer, timings_ms=timings, trace=_traced(extractive.trace, read, passages))


def _is_enough(read: _Read, one: Held | Dropped, outcome: Outcome) -> bool:
    """Whether an answer is long enough without one more sentence."""
    if len(read.held) + len(read.dropped) == MOST_SENTENCES:
        return True
    if not read.held or asks_at_length(outcome.meant):
        return False
    shown = sum(len(other.text) for other in read.held)
    return shown + len(one.text) > max(MOST_SHOWN[outcome.meant.language], len(outcome.answer.answer))


def _whole(read: _Read, outcome: Outcome) -> Answer:
    """What holds, with the papers' own sentences for parts that it leaves out; these alone where it tells too little."""
    extractive, language, held = outcome.answer, outcome.meant.language, read.held
    if read.not_told:
        return extractive
    if not held or not _tells_enough(read, outcome):
        return replace(extractive, note=said(language, "model_failed" if read.broke_off else "model_unproven"))
    lost = untold(outcome.parts, held, lost=read.lost_some)
    note = "model_left_out" if lost else "model_broke_off" if read.broke_off else ""
    return replace(_answer(held, extractive, language, lost), note=said(language, note) if note else extractive.note)


def _tells_enough(read: _Read, outcome: Outcome) -> bool:
    """Whether what holds can stand by itself, or with what was told of the parts that it leaves out."""
    if outcome.parts:
        return True
    documents = {one.document for one in outcome.answer.citations}
    if outcome.meant.by_plan and not all(_speaks_of(document, read.held) for document in documents):
        return False
    if not tells_kind(outcome, read.held):
        return False
    return not read.lost_some or tells_asked(outcome, read.held, first=read.first_holds)


def _confidence(answer: Answer) -> float:
    return answer.trace.confidence if answer.trace else 0.0


def _speaks_of(document: str, held: Sequence[Held]) -> bool:
    return any(passage.citation.document == document for one in held for passage in one.passages)


def _answer(held: Sequence[Held], extractive: Answer, language: Language, lost: Sequence[Told] = ()) -> Answer:
    """The sentences with their marks numbered through, then what was told of the parts that they leave out."""
    made: list[Citation] = []
    text, by_model = "", []
    for one in held:
        marks = "".join(f"[{numbered(passage.citation, made)}]" for passage in one.passages)
        sentence = f"{one.text} {marks}" if language is Language.EN else f"{one.text}{marks}"
        text = joined(language, "sentences", [text, sentence]) if text else sentence
        by_model.append(Sentence(len(text) - len(sentence), len(text)))
    if lost:
        parts = [("", text, tuple(made)), *(("", part.text, part.citations) for part in lost)]
        whole, citations = together(parts, language)
        by_model = by_model if whole.startswith(text) else []  # where another part tells as much, its words stand
        text, made = whole, list(citations)
    written = replace(extractive, mode=Mode.GENERATED, by_model=tuple(by_model), refused=False, parts=())
    return replace(written, answer=text, citations=tuple(made))


def _traced(trace: Trace | None, read: _Read, passages: Sequence[ShownPassage]) -> Trace | None:
    given = tuple(Span(one.citation.document, one.citation.start, one.citation.end) for one in passages)
    return replace(trace, kept_sentences=len(read.held), dropped=tuple(read.dropped), given=given) if trace else None


def last(growing: Generator[Answer, None, Answer]) -> Answer:
    """The whole answer at the end of one that grows."""
    while True:
        try:
            next(growing)
        except StopIteration as end:
            whole: Answer = end.value
            return whole
