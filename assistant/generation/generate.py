"""A model's answer from the passages found, each sentence held to what it cites before anybody sees it.

What fails is left out. Where that loses a part of what was asked, or the model fails, the answer put together from the
papers' own sentences stands in its place, and a line says so.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

from assistant.generation.answer_prompt import NOT_TOLD, answer_prompt
from assistant.generation.shown_passages import ShownPassage, as_material, shown_passages
from assistant.generation.written import Written, written_sentences
from assistant.grounding.faults import faults
from assistant.part_told import Outcome, Told
from assistant.parts_joined import numbered, together
from assistant.question.said import language_of
from assistant.types import Answer, Citation, Dropped, Language, Mode, Sentence, Trace
from assistant.wording.phrases import joined, said
from index import Index
from index.errors import LanguageModelError
from index.language_model.language_model import LanguageModel
from index.translation.english import English

logger = logging.getLogger(__name__)

MOST_SENTENCES = 24
"""A model that writes more has lost its way. Set by hand."""
SURE_BESIDE_A_MODEL = 0.9
"""Below this an answer gives way to a model that finds it untold: of the recorded answers all six such were wrong."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A sentence that holds, and the passages that prove it."""

    text: str
    passages: tuple[ShownPassage, ...]


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
    held: list[_Held] = []
    dropped: list[Dropped] = []
    note, told = extractive.note, True
    prompt = answer_prompt(outcome.meant.question, as_material(passages), outcome.meant.language)
    try:
        for written in written_sentences(model.stream(prompt)):
            if NOT_TOLD in written.text:
                told = bool(held)
                break
            if len(held) + len(dropped) == MOST_SENTENCES:
                break
            one = _checked(written, passages, outcome.meant.language, dropped)
            if one and not any(one.text == other.text for other in held):
                held.append(one)
                yield _answer(held, extractive, outcome.meant.language)
    except LanguageModelError as exc:
        logger.warning("%s; going on without it", exc)
        note = said(outcome.meant.language, "model_failed")
    if told or _confidence(extractive) >= SURE_BESIDE_A_MODEL:
        answer = _whole(held, outcome, told=told, note=note)
    else:
        answer = replace(refused(outcome), note=said(outcome.meant.language, "model_not_told"))
    taken = round((time.perf_counter() - started) * 1000, 2)
    timings = {**extractive.timings_ms, "generate": taken, "total": extractive.timings_ms["total"] + taken}
    return replace(answer, timings_ms=timings, trace=_traced(extractive.trace, held, dropped))


def _checked(
    written: Written,
    passages: Sequence[ShownPassage],
    language: Language,
    dropped: list[Dropped],
) -> _Held | None:
    """The sentence with the passages that it cites, if it holds; else None, and why is noted."""
    cited = tuple(passages[number - 1] for number in written.numbers if 1 <= number <= len(passages))
    if not cited or len(cited) < len(written.numbers):
        dropped.append(Dropped(written.text, "no passage cited"))
    elif written.text.endswith(("?", "？")):
        dropped.append(Dropped(written.text, "a question"))
    elif language_of(written.text) is not language:
        dropped.append(Dropped(written.text, "another language"))
    elif found := faults(written.text, [one.ground for one in cited]):
        dropped.append(Dropped(written.text, "; ".join(f"{fault.kind}: {fault.detail}" for fault in found)))
    else:
        return _Held(written.text, cited)
    return None


def _whole(held: Sequence[_Held], outcome: Outcome, *, told: bool, note: str) -> Answer:
    """What holds, with the papers' own sentences for parts that it leaves out; the extractive answer where nothing holds."""
    extractive, language = outcome.answer, outcome.meant.language
    if not held:
        if told and not note:
            note = said(language, "model_unproven")
        return replace(extractive, note=note)
    lost = [part for part in outcome.parts if not _covered(part.citations, held)]
    documents = {one.document for one in extractive.citations}
    if not outcome.parts and outcome.meant.by_plan and not all(_speaks_of(document, held) for document in documents):
        return replace(extractive, note=note or said(language, "model_unproven"))
    answer = _answer(held, extractive, language, lost)
    return replace(answer, note=note or (said(language, "model_left_out") if lost else ""))


def _confidence(answer: Answer) -> float:
    return answer.trace.confidence if answer.trace else 0.0


def _covered(citations: Sequence[Citation], held: Sequence[_Held]) -> bool:
    cited = [passage.citation for one in held for passage in one.passages]
    return any(
        one.document == other.document and one.start < other.end and other.start < one.end
        for one in citations
        for other in cited
    )


def _speaks_of(document: str, held: Sequence[_Held]) -> bool:
    return any(passage.citation.document == document for one in held for passage in one.passages)


def _answer(held: Sequence[_Held], extractive: Answer, language: Language, lost: Sequence[Told] = ()) -> Answer:
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
    return replace(
        extractive, answer=text, citations=tuple(made), mode=Mode.GENERATED, by_model=tuple(by_model), refused=False
    )


def _traced(trace: Trace | None, held: Sequence[_Held], dropped: Sequence[Dropped]) -> Trace | None:
    return replace(trace, kept_sentences=len(held), dropped=tuple(dropped)) if trace else None


def last(growing: Generator[Answer, None, Answer]) -> Answer:
    """The whole answer at the end of one that grows."""
    while True:
        try:
            next(growing)
        except StopIteration as end:
            whole: Answer = end.value
            return whole
