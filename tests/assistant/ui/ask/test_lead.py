"""What stands first of an answer: its first sentence, or the office that is asked for."""

from __future__ import annotations

import pytest

from assistant.types import Answer, AnswerPart, Citation, Language, Mode, Trace
from assistant.ui.ask.conversation import Turn, conversation_log
from assistant.ui.ask.lead import key_end, lead_end, said_parts


def make_answer(text: str, asked: str = "figure", parts: tuple[AnswerPart, ...] = (), **changed: object) -> Answer:
    citation = Citation(1, "kizilsu-2024", "三年行动方案", "四、任务 › 11", None, 3, 9, "城镇燃气")
    trace = Trace(asked, "", (), (), (), 0.9)
    fixed: tuple[object, ...] = ("1", "问", Language.ZH, False, text, (citation,), (), Mode.EXTRACTIVE)
    return Answer(*fixed, trace=trace, parts=parts, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("下降10%。[1][2]其他见附件。[3]", "下降10%。[1][2]"),
        ("Down by 2.5%. [1] See the annex. [2]", "Down by 2.5%. [1]"),
        ("他说“好。不变。”之后再查。[1]完。", "他说“好。不变。”之后再查。[1]"),
        ("五个规划都写明了。\n| 规划 |\n|---|", "五个规划都写明了。"),
        ("- 甲[1]\n- 乙", ""),
        ("没有句号", "没有句号"),
        ("The bureau leads No. 3 task of the plan. [1] See it. [2]", "The bureau leads No. 3 task of the plan. [1]"),
        ("Follow the U.S. style of reports. [1] Then check.", "Follow the U.S. style of reports. [1]"),
        ("Mr. Wang (王海江) leads the group. [1] He reports.", "Mr. Wang (王海江) leads the group. [1]"),
        ("Reported by J. Smith of the office. [1]", "Reported by J. Smith of the office. [1]"),
        ("Deaths are to fall by 10%. [1] 克州 states none. [2]", "Deaths are to fall by 10%. [1]"),
        ("Is it approx. 5 tonnes? Yes.", "Is it approx. 5 tonnes?"),
        ("", ""),
    ],
)
def test_the_first_sentence_leads_with_its_marks(text: str, lead: str) -> None:
    assert text[: lead_end(text)] == lead


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("克州：自治州住房和城乡建设局：重点突出城镇燃气。[1]", "克州：自治州住房和城乡建设局："),
        ("克州：牵头单位：自治州安委会；责任单位：成员单位。[1]", "克州：牵头单位：自治州安委会；"),
        ("Kizilsu plan: The Housing Bureau (住建局) is to check gas. [1]", "Kizilsu plan: The Housing Bureau (住建局)"),
        ("克州：要按照原则分别制定方案。[1]", ""),
    ],
)
def test_an_office_leads_before_what_it_has_to_do(text: str, key: str) -> None:
    assert text[: key_end(text)] == key
    (part,) = said_parts(make_answer(text, "duty"))
    assert (part.size == "key") is bool(key)


def test_parts_stand_below_what_they_were_asked_by() -> None:
    text = "昆明：0人。[1]198人。[1]"
    parts = (AnswerPart("煤矿 <b>", 3, 9), AnswerPart("道路", 9, 17))
    log = conversation_log((Turn("问", make_answer(text, parts=parts)),), {}, "zh")
    assert "<h3>煤矿 &lt;b&gt;</h3>" in log and "<h3>道路</h3>" in log and log.count('class="part"') == 2


def test_parts_that_a_browser_made_up_are_left_out() -> None:
    for parts in (((0, 900), (1, 2)), ((5, 2), (0, 1)), ((-4, 2), (0, 1))):
        made = tuple(AnswerPart("甲", start, end) for start, end in parts)
        (part,) = said_parts(make_answer("下降10%。[1]", parts=made))
        assert part.asked == ""


def test_a_question_asked_again_is_marked_and_what_is_offered_is_escaped() -> None:
    answer = make_answer("下降10%。[1]", did_you_mean=("<i>克州</i>?",))
    log = conversation_log((Turn("问", answer), Turn("问", answer)), {}, "zh")
    assert log.count('class="further"') == 1
    assert 'data-ask="&lt;i&gt;克州&lt;/i&gt;?"' in log
