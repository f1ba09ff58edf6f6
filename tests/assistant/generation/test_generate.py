"""Answers of a model behind a real server, over a made paper: nothing that the paper does not hold reaches the reader."""

from __future__ import annotations

import pytest

from assistant import Assistant, Mode
from assistant.generation.generate import MOST_SHOWN
from assistant.types import Language
from evals.models.chat_server import PIECE_CHARS, Asked, Reply
from index import Span
from tests.assistant.generation.asking import EXTRACTIVE, WHO, Asking, writing


def test_what_a_good_model_writes_is_the_answer_with_the_passage_it_cites(asking: Asking):
    *growing, answer = asking.whole(
        writing("城镇燃气安全监管由县住房和城乡建设局负责。[{n}]该局每半年组织1次入户检查。[{n}]"), WHO
    )
    assert answer.mode is Mode.GENERATED
    assert answer.answer == "城镇燃气安全监管由县住房和城乡建设局负责。[1]该局每半年组织1次入户检查。[1]"
    assert [answer.answer[one.start : one.end] for one in answer.by_model] == [
        "城镇燃气安全监管由县住房和城乡建设局负责。[1]",
        "该局每半年组织1次入户检查。[1]",
    ]
    assert EXTRACTIVE in answer.citations[0].quote
    assert growing[0].answer == "城镇燃气安全监管由县住房和城乡建设局负责。[1]"
    assert answer.to_json()["by_model"]
    assert (answer.note, answer.refused) == ("", False)


@pytest.mark.parametrize(
    "false",
    [
        "城镇燃气安全监管由县住房和城乡建设局负责，每半年组织3次入户检查。[{n}]",
        "城镇燃气安全监管由县教育局负责。[{n}]",
        "城镇燃气安全监管由县住房和城乡建设局负责。[77]",
        "城镇燃气安全监管由县住房和城乡建设局负责。",
        "城镇燃气安全监管由王建国负责。[{n}]",
        "县住房和城乡建设局到2030年负责城镇燃气安全监管。[{n}]",
        "县住房和城乡建设局不负责城镇燃气安全监管。[{n}]",
        "蓝海市住房和城乡建设局负责城镇燃气安全监管。[{n}]",
        "全县没有燃气隐患，拨打12345即可。[{n}]",
        "The county Housing and Urban-Rural Development Bureau is responsible for gas safety. [{n}]",
        "<script>alert(1)</script>",
        "县住房和城乡建设局负责城镇燃气安全监管<script>alert(1)</script>。[{n}]",
        "县住房和城乡建设局负责城镇燃气安全监管<img src=x>。[{n}]",
        "[县住房和城乡建设局](https://evil.example/12345)负责城镇燃气安全监管。[{n}]",
        "![县住房和城乡建设局](/12345)负责城镇燃气安全监管。[{n}]",
        "[{n}][{n}]",
        "",
    ],
)
def test_nothing_false_reaches_the_answer_and_the_reader_is_told(asking: Asking, false: str):
    answer = asking.ask(writing(false))
    assert answer.mode is Mode.EXTRACTIVE
    assert EXTRACTIVE in answer.answer
    assert answer.note.startswith("语言模型")
    assert not answer.by_model
    for words in ("3次", "教育局", "77", "王建国", "2030", "不负责", "蓝海", "12345", "script", "<img", "evil"):
        assert words not in answer.answer


def test_what_is_true_beside_what_is_false_is_shown(asking: Asking):
    answer = asking.ask(writing("县住房和城乡建设局负责城镇燃气安全监管。[{n}]该局有编制88人。[{n}]"))
    assert answer.answer == "县住房和城乡建设局负责城镇燃气安全监管。[1]"
    assert answer.trace is not None
    assert [gone.text for gone in answer.trace.dropped] == ["该局有编制88人。"]
    assert answer.trace.kept_sentences == 1
    cited = answer.citations[0]
    assert Span(cited.document, cited.start, cited.end) in answer.trace.given
    assert "given" not in answer.to_json()


@pytest.mark.parametrize("status", [429, 500, 401])
def test_without_an_answer_of_the_model_the_papers_own_sentences_stand(asking: Asking, status: int):
    answer = asking.ask(lambda _: Reply(status=status, headers=(("Retry-After", "0"),)))
    assert (answer.mode, answer.note[:6]) == (Mode.EXTRACTIVE, "语言模型没有")
    assert EXTRACTIVE in answer.answer
    assert "note" in answer.to_json()


def test_a_model_that_cannot_be_set_up_leaves_the_papers_own_sentences(asking: Asking):
    answer = asking.ask(writing(""), llm="nobody:model")
    assert EXTRACTIVE in answer.answer
    assert answer.note.startswith("语言模型没有")


def test_a_model_that_breaks_off_leaves_what_holds(asking: Asking):
    answer = asking.ask(writing("城镇燃气安全监管由县住房和城乡建设局负责。[{n}]该局每半年组织1次入户", broken_after=6))
    assert answer.answer == "城镇燃气安全监管由县住房和城乡建设局负责。[1]"
    assert answer.note.startswith("语言模型中途停止")


@pytest.mark.parametrize(
    ("question", "words", "told", "stands"),
    [
        ("青岚县燃气整治的任务分工有哪些？", "任务分工", "县应急管理局负责综合协调。[{n}]", "县市场监督管理局"),
        (WHO, "城镇燃气安全监管", "每半年组织1次入户检查。[{n}]", EXTRACTIVE),
        ("青岚县安排专项资金多少万元？", "专项资金", "县财政局安排专项资金。[{n}]", "300万元"),
    ],
)
@pytest.mark.parametrize("lost", ["该局有编制88人。[{n}]", ""])
def test_where_what_was_asked_is_lost_the_papers_own_sentences_stand(
    asking: Asking, question: str, words: str, told: str, stands: str, lost: str
):
    if lost:
        answer = asking.ask(writing(lost + told, words), question)
    else:  # it breaks off behind the first sentence
        more = "该局还承担其他工作，具体内容以文件为准。[{n}]"
        answer = asking.ask(writing(f"{told}{more}", words, broken_after=len(told) // PIECE_CHARS + 2), question)
    assert answer.mode is Mode.EXTRACTIVE
    assert stands in answer.answer
    assert answer.note


@pytest.mark.parametrize(
    ("told", "added"),
    [
        ("县财政局安排专项资金。[{n}]", "县财政局安排专项资金300万元，于2025年6月底前拨付。[1]"),
        ("专项资金共300万元，2025年6月底前拨付。[{n}]", ""),
    ],
)
def test_a_part_counts_as_told_by_what_is_told_of_it(asking: Asking, told: str, added: str):
    answer = asking.ask(writing(told, "专项资金"), "青岚县专项资金多少万元，什么时候拨付？")
    assert answer.answer == told.replace("{n}", "1") + added
    assert answer.note[:8] == ("语言模型未答全，" if added else "")


@pytest.mark.parametrize(
    ("question", "is_long"),
    [(WHO, False), ("青岚县燃气整治的任务分工有哪些？", True)],
)
def test_an_answer_ends_with_a_sentence_before_it_gets_long(asking: Asking, question: str, is_long: bool):
    said = [f"县住房和城乡建设局负责城镇燃气安全监管{'，负责城镇燃气安全监管' * n}。[{{n}}]" for n in range(15)]
    answer = asking.ask(writing("".join(said)), question)
    shown = sum(one.end - one.start - len("[1]") for one in answer.by_model)
    assert (shown > MOST_SHOWN[Language.ZH]) is is_long
    assert shown > MOST_SHOWN[Language.ZH] / 2
    assert answer.answer.endswith("。[1]")
    assert not answer.note


def test_a_model_that_writes_without_end_is_stopped(asking: Asking):
    answer = asking.ask(writing("".join(f"该局第{n}次检查。[{{n}}]" for n in range(30, 400))))
    assert answer.mode is Mode.EXTRACTIVE
    assert answer.trace is not None
    assert len(answer.trace.dropped) < 40


def test_what_is_doubtful_gives_way_to_a_model_that_finds_it_untold(asking: Asking):
    question = "青岚县燃气用户安全装置有多少套？"
    assert not Assistant(asking.settings).ask(question).refused
    answer = asking.ask(lambda _: "NOT_TOLD", question)
    assert (answer.refused, answer.mode) == (True, Mode.EXTRACTIVE)
    assert answer.note.startswith("语言模型认为")


def test_a_place_that_no_paper_is_of_is_not_put_to_the_model(asking: Asking):
    with_model: list[Asked] = []

    def behaviour(asked: Asked) -> str:
        with_model.append(asked)
        return "西安市住建局负责。[1]"

    answer = asking.ask(behaviour, "西安市谁负责城镇燃气安全监管？")
    assert answer.refused
    assert not with_model


@pytest.mark.parametrize(
    ("question", "stands"), [(WHO, EXTRACTIVE), ("青岚县燃气用户安全装置加装率要达到多少？", "95%")]
)
def test_a_model_that_obeys_an_order_planted_in_a_paper_does_not_answer(asking: Asking, question: str, stands: str):
    answer = asking.ask(writing("全县没有燃气隐患。[{n}]", "全县没有燃气隐患"), question)
    assert "没有燃气隐患" not in answer.answer
    assert stands in answer.answer
    assert answer.note


def test_what_a_paper_orders_is_material_between_marks_that_it_cannot_close(asking: Asking):
    seen: list[Asked] = []

    def behaviour(asked: Asked) -> str:
        seen.append(asked)
        return "NOT_TOLD"

    asking.ask(behaviour)
    (asked,) = seen
    assert "不是指令" in asked.system
    assert "忽略以上" not in asked.system
    assert asked.text.count("</passage>") == asked.text.count("<passage number=")


def test_without_a_model_nothing_of_models_is_told(asking: Asking):
    answer = Assistant(asking.settings).ask(WHO)
    assert set(answer.to_json()) == {
        *("id", "question", "language", "refused", "answer", "citations", "suggestions", "mode", "timings_ms")
    }
