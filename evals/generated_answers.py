"""The fixed questions without and with a good model: right answers, and what became of the sentences that it wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from evals.asking import say
from evals.models.chat_server import chat_server
from evals.models.good_model import RECORDED, GoodModel, recorded_answers
from evals.scoring.metrics import score
from evals.systems.asked import given_from_json
from evals.types import EvalQuestion, Row

if TYPE_CHECKING:
    from assistant import Answer
    from index import Settings


@dataclass(frozen=True, slots=True)
class Compared:
    """A question's score without and with the model, and what became of the model's sentences."""

    question: EvalQuestion
    right: bool
    right_with_model: bool
    shown: int
    dropped: tuple[tuple[str, str], ...]
    answer: str


def compared(questions: Sequence[EvalQuestion], settings: Settings) -> tuple[Compared, ...]:
    """Each question that has a recorded answer asked twice, the second time with a good model behind a server of this machine."""
    import os

    from assistant import Assistant, Question

    model = GoodModel()
    # Answers are kept by the model's name, which so changes with what it has to say.
    name = f"good-{sha256(RECORDED.read_bytes()).hexdigest()[:8]}"
    with chat_server(model) as server:
        os.environ |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none"}
        without = Assistant(settings)
        with_model = Assistant(
            settings.model_copy(update={"llm": f"openai:{name}", "llm_uses": "answers", "llm_tokens_a_day": 0})
        )

        def asked(assistant: Assistant, one: EvalQuestion) -> tuple[bool, Answer]:
            answer = assistant.ask(Question(one.question, one.history, id=one.id))
            given = given_from_json(answer.to_json(), 0.0)
            return Row(one, given, score(one, given)).correct, answer

        rows: list[Compared] = []
        answered = [one for one in questions if one.id in recorded_answers()]
        for number, one in enumerate(answered, start=1):
            model.asking = one
            right, _ = asked(without, one)
            right_with_model, answer = asked(with_model, one)
            dropped = tuple((gone.text, gone.why) for gone in answer.trace.dropped) if answer.trace else ()
            rows.append(Compared(one, right, right_with_model, len(answer.by_model), dropped, answer.answer))
            say(f"\rquestions {number}/{len(answered)} ")
        say("\n")
        return tuple(rows)


def table(rows: Sequence[Compared]) -> str:
    """Right answers by language and kind, and the share of sentences that were dropped."""
    lines = [f"{'':<12}{'questions':>10}{'built in':>10}{'model':>10}{'sentences':>11}{'dropped':>9}"]
    groups = ["all", *sorted({one.question.lang for one in rows}), *sorted({one.question.kind for one in rows})]
    for group in groups:
        of_group = [one for one in rows if group in ("all", one.question.lang, one.question.kind)]
        counts = Counter[str]()
        for one in of_group:
            counts += Counter(right=one.right, model=one.right_with_model, shown=one.shown, dropped=len(one.dropped))
        written = counts["shown"] + counts["dropped"]
        size = len(of_group)
        lines.append(
            f"{group:<12}{size:>10}{counts['right'] / size:>10.1%}{counts['model'] / size:>10.1%}{written:>11}"
            f"{counts['dropped'] / max(written, 1):>9.1%}"
        )
    return "\n".join(lines)
