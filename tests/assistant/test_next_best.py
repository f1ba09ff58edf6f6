"""Asked again: the next best passage after those that were shown, and in the end that there is none."""

from __future__ import annotations

from assistant import Answer, Assistant, Question
from assistant.types import Language
from index import Span


def spans(answer: Answer) -> tuple[Span, ...]:
    return tuple(Span(one.document, one.start, one.end) for one in answer.citations)


def test_what_was_shown_does_not_come_again_and_it_ends(asking: Assistant) -> None:
    question, shown, answers = "比较各规划的煤矿百万吨死亡率目标", (), []
    for _ in range(12):
        answer = asking.ask(Question(question, without=shown))
        answers.append(answer)
        if answer.refused:
            break
        own = spans(answer)
        assert own and not any(
            one.document_id == other.document_id and one.start < other.end and other.start < one.end
            for one in own
            for other in shown
        )
        shown += own
    assert len(answers) > 2
    assert all(answer.answer.startswith("另一处写道") for answer in answers[1:-1])
    assert (answers[-1].refused, answers[-1].answer, answers[-1].citations) == (True, "没有找到其他相关内容。", ())


def test_another_indicator_is_no_second_answer(asking: Assistant) -> None:
    question = "What is Ningxia's target for the coal mine death rate?"
    first = asking.ask(question)
    again = asking.ask(Question(question, without=spans(first)))
    assert again.language is Language.EN
    assert again.refused or any("煤矿" in one.quote for one in again.citations)
