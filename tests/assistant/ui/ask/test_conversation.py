"""What a language model has in an answer: its sentences told from the rest, what was left out and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Answer, Citation, Dropped, Language, Mode, Sentence, Trace
from assistant.ui.ask.conversation import Conversation, Turn, conversation_log, heading_told, plain_answer
from assistant.ui.ask.kept import from_json, to_json, to_markdown
from index import Span

WRITTEN, OWN = "住建局牵头。[1]", "另见原文。[1]"


def make_answer(**changed: object) -> Answer:
    citation = Citation(1, "kizilsu-2024", "三年行动方案", "四、任务 › 11", None, 3, 9, "城镇燃气")
    dropped = (
        Dropped("县长牵头", "name: 县长; number: 7"),
        Dropped("完", "no passage cited"),
        Dropped("新", "odd: <b>"),
    )
    answer = Answer(
        "1",
        "谁牵头?",
        Language.ZH,
        refused=False,
        answer=f"{WRITTEN}\n- {OWN}",
        citations=(citation,),
        suggestions=(),
        mode=Mode.GENERATED,
        trace=Trace("duty", "谁 牵头", (), (), (), 0.9, 1, dropped, (Span("kizilsu-2024", 120, 180),)),
        by_model=(Sentence(0, len(WRITTEN)),),
    )
    return replace(answer, **changed)  # type: ignore[arg-type]


def test_only_a_models_sentences_are_told_from_the_rest() -> None:
    log = conversation_log((Turn("谁牵头?", make_answer()),), {}, "zh")
    assert '<p><span class="by-model">住建局牵头</span>' in log
    assert "<li>另见原文" in log
    assert "由语言模型据所列段落撰写" in log
    assert 'data-start="120" data-end="180"' in log
    assert "第 120–180 字" in log


def test_an_answer_without_a_model_says_nothing_of_one() -> None:
    plain = make_answer(by_model=(), mode=Mode.EXTRACTIVE, trace=Trace("duty", "", (), (), (), 0.9))
    assert "by-model" not in conversation_log((Turn("谁牵头?", plain),), {}, "zh")
    kept = to_json(Conversation("c", (Turn("谁牵头?", plain),)))
    assert not any(name in kept for name in ("by_model", "note", "dropped", "kept_sentences", "given"))


@pytest.mark.parametrize("begin", ["", "- ", "  "])
def test_a_second_sentence_begins_behind_the_blank_between(begin: str) -> None:
    first, second = "One leads. [1]", "Two helps. [1]"
    text = f"{begin}{first} {second}"
    at = len(begin) + len(first) + 1
    answer = make_answer(answer=text, language=Language.EN, by_model=(Sentence(at, at + len(second)),))
    log = conversation_log((Turn("Who leads?", answer),), {}, "en")
    assert log.count('class="by-model">Two helps.') == 1
    assert 'class="by-model">One' not in log


def test_why_tells_what_was_left_out_in_the_language_of_the_page() -> None:
    turns = (Turn("谁牵头?", make_answer()),)
    zh, en = (conversation_log(turns, {}, language) for language in ("zh", "en"))
    assert "写了 4 句，采用 1 句" in zh and "原文没有这个名称：县长；原文没有这个数：7" in zh
    assert "1 of its 4 sentences shown" in en and "cites no passage" in en
    assert "odd: &lt;b&gt;" in zh


def test_why_tells_how_a_model_read_the_question() -> None:
    trace = Trace("duty", "谁 牵头", (), (), (), 0.9, read_as=("克州城镇燃气由谁牵头?", "克州何时完成<b>?"))
    log = conversation_log((Turn("谁牵头?", make_answer(trace=trace)),), {}, "zh")
    assert "语言模型读作" in log and "克州城镇燃气由谁牵头? / 克州何时完成&lt;b&gt;?" in log
    assert "语言模型读作" not in conversation_log((Turn("谁牵头?", make_answer()),), {}, "zh")


def test_a_growing_answer_has_no_foot_yet() -> None:
    growing = conversation_log((Turn("谁牵头?", make_answer(), growing=True),), {}, "zh")
    assert "住建局牵头" in growing and "正在撰写" in growing
    assert "<footer" not in growing


def test_a_fallback_is_told_wherever_the_answer_goes() -> None:
    note = "语言模型没有作答。"
    answer = make_answer(by_model=(), note=note)
    turn = Turn("谁牵头?", answer)
    assert note in conversation_log((turn,), {}, "zh")
    assert note in plain_answer(answer, {}, "zh")
    assert f"*{note}*" in to_markdown(Conversation("", (turn,)), {}, "zh")


def test_a_models_sentences_are_kept_and_exported() -> None:
    held = Conversation("c1", (Turn("谁牵头?", make_answer()),))
    assert from_json(to_json(held)) == held
    assert "*由语言模型据所列段落撰写，逐句核对*" in to_markdown(held, {}, "zh")


@pytest.mark.parametrize(
    ("heading", "language", "told"),
    [
        ("(二)任务分工", "en", ("Division of tasks", "en")),
        ("(二)任务分工", "zh", ("(二)任务分工", "zh")),
        ("甲乙丙丁戊己庚辛", "en", ("甲乙丙丁戊己庚辛", "zh")),
    ],
)
def test_a_heading_is_told_in_the_readers_language_where_it_is_known(heading, language, told) -> None:
    assert heading_told(heading, language) == told
