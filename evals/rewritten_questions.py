"""Questions read by a scripted good model: right answers without it and with each of the uses that read questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from evals.asking import say
from evals.models.chat_server import chat_server
from evals.models.reading_model import REWRITINGS, Reading, ReadingModel, readings
from evals.scoring.metrics import score
from evals.systems.asked import given_from_json
from evals.types import EvalQuestion, Row

if TYPE_CHECKING:
    from assistant import Answer, Assistant

QUESTIONS, SEARCH_WORDS = "questions", "search_words"
FOLLOW_UPS, PARTS, WORDS = "follow-ups", "several parts", "search words"


@dataclass(frozen=True, slots=True)
class Read:
    """A question's score without and with the model, for what it was read, and as what."""

    id: str
    group: str
    right: bool
    right_with_model: bool
    read_as: tuple[str, ...]
    answer: str
    answer_with_model: str


def read(questions: Sequence[EvalQuestion], assistant: Assistant) -> Iterator[Read]:
    """Each question for which a reading was written, asked without and with the use that it is for."""
    import os

    from assistant import Assistant, Question

    model = ReadingModel()
    # Answers are kept by the model's name: what others were written down is another model.
    name = f"reader-{crc32(REWRITINGS.read_bytes())}"
    with chat_server(model) as server:
        os.environ |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none"}

        def program(uses: str) -> Assistant:
            own = {"llm": f"openai:{name}", "llm_uses": uses, "llm_tokens_a_day": 0}
            return Assistant(assistant.settings.model_copy(update=own), build_first=False)

        programs = {QUESTIONS: program(QUESTIONS), SEARCH_WORDS: program(SEARCH_WORDS)}

        def asked(one: EvalQuestion, with_model: Assistant) -> tuple[bool, Answer]:
            answer = with_model.ask(Question(one.question, one.history, id=one.id))
            given = given_from_json(answer.to_json(), 0.0)
            return Row(one, given, score(one, given)).correct, answer

        for number, one in enumerate(questions, start=1):
            model.asking = one
            for group, use in _groups(one, readings().get(one.id)):
                right, plain = asked(one, assistant)
                better, answer = asked(one, programs[use])
                read_as = answer.trace.read_as if answer.trace else ()
                yield Read(one.id, group, right, better, read_as, plain.answer, answer.answer)
            say(f"\rquestions {number}/{len(questions)} ")
        say("\n")


def _groups(question: EvalQuestion, reading: Reading | None) -> Iterator[tuple[str, str]]:
    if reading and reading.questions is not None:
        yield (FOLLOW_UPS if question.history else PARTS), QUESTIONS
    if reading and reading.words is not None:
        yield WORDS, SEARCH_WORDS


def table(rows: Sequence[Read]) -> str:
    """Right answers by what was read, without and with the model, and how many questions it put otherwise."""
    lines = [f"{'':<16}{'questions':>10}{'built in':>10}{'model':>10}{'put anew':>10}"]
    for group in (FOLLOW_UPS, PARTS, WORDS):
        own = [one for one in rows if one.group == group]
        right, better = sum(one.right for one in own), sum(one.right_with_model for one in own)
        lines.append(f"{group:<16}{len(own):>10}{right:>10}{better:>10}{sum(bool(one.read_as) for one in own):>10}")
    return "\n".join(lines)
