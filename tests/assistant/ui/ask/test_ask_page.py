"""Conversations in a browser: asked again, reworded, kept, named, gone between, exported, removed, voted on."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.slow

FIRST, SECOND = "克州燃气安全谁牵头?", "宁夏煤矿百万吨死亡率目标"
ANSWERED = "document.querySelectorAll('.turn footer').length === {}"


def test_conversations_are_kept_and_gone_between(visit):
    tab = visit(locale="zh-CN")
    page = tab.page
    tab.ask(FIRST)
    page.click("#fresh")
    page.wait_for_selector(".welcome")
    tab.ask(SECOND)
    page.click("#past")
    assert page.locator(".to-chat span").all_inner_texts() == [SECOND, FIRST]

    page.click(f".to-chat:has-text('{FIRST}')")
    page.wait_for_selector(f".turn h2:has-text('{FIRST}')")
    page.click(f"#chat-list li:has-text('{FIRST}') [data-chat-rename]")
    page.keyboard.type("燃气 <b>")
    page.keyboard.press("Enter")
    tab.reload()
    page.wait_for_selector(f".turn h2:has-text('{FIRST}')")
    assert page.locator(".why").count() == 1
    page.click("#past")
    assert sorted(page.locator(".to-chat span").all_inner_texts()) == sorted([SECOND, "燃气 <b>"])

    with page.expect_download() as markdown:
        page.click("[data-chat-export=md]")
    assert f"## {FIRST}" in markdown.value.path().read_text("utf-8")
    with page.expect_download() as exported:
        page.click("[data-chat-export=json]")
    assert json.loads(exported.value.path().read_text("utf-8"))["answers"][0]["citations"]

    page.click("#chat-list li:has-text('燃气 <b>') [data-chat-delete]")
    page.click("#chat-list li:has-text('燃气 <b>') [data-chat-delete-yes]")
    page.wait_for_selector(".welcome")
    assert page.locator(".to-chat span").all_inner_texts() == [SECOND]
    page.keyboard.press("Escape")
    assert page.locator("#chat-list").is_hidden()
    assert page.evaluate("document.activeElement.id") == "past"


def test_list_of_conversations_fills_a_phone_and_gives_way_to_the_chosen_one(visit):
    tab = visit(width=390, height=844)
    tab.ask(FIRST)
    tab.page.click("#past")
    box = tab.page.locator("#chat-list").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    tab.page.click(".to-chat")
    assert tab.page.locator("#chat-list").is_hidden()
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_more_than_twenty_conversations_push_out_the_oldest(visit):
    tab = visit()
    tab.ask(FIRST)
    tab.page.evaluate(
        """() => {
          const key = "plans-conversations";
          const [one] = JSON.parse(localStorage.getItem(key));
          const many = Array.from({ length: 25 }, (_, n) => ({ ...one, id: `old${n}`, title: `old ${n}`, at: n }));
          localStorage.setItem(key, JSON.stringify([one, ...many]));
        }"""
    )
    tab.ask(SECOND)
    tab.page.click("#past")
    titles = tab.page.locator(".to-chat span").all_inner_texts()
    assert (len(titles), titles[0], titles[-1]) == (20, FIRST, "old 6")


def test_question_is_asked_again_and_reworded_in_place(visit):
    tab = visit()
    page = tab.page
    tab.ask(FIRST)
    tab.ask("昆明呢?")
    page.click(".turn:nth-of-type(1) [data-edit]")
    assert page.evaluate("document.activeElement.value") == FIRST
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.hasAttribute('data-edit')")
    page.click(".turn:nth-of-type(1) [data-edit]")
    page.keyboard.press("Control+A")
    page.keyboard.type(SECOND)
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED.format(1))
    assert page.locator(".turn h2").all_inner_texts() == [SECOND]


def test_asked_again_gives_another_passage_until_there_is_none(visit):
    tab = visit()
    page = tab.page
    tab.ask("比较各规划的煤矿百万吨死亡率目标")
    shown = set()
    for turn in range(2, 12):
        own = page.eval_on_selector_all(
            ".turn:last-child .source", "all => all.map(one => [one.dataset.doc, one.dataset.start].join())"
        )
        assert not shown & set(own)
        shown |= set(own)
        page.click(".turn:last-child [data-further]")
        page.wait_for_function(ANSWERED.format(turn))
        if page.locator(".turn:last-child .refused").count():
            break
        assert "另一处写道" in page.inner_text(".turn:last-child .said")
    assert len(shown) > 4
    assert page.inner_text(".turn:last-child .said") == "没有找到其他相关内容。"
    assert page.inner_text(".turn:last-child h2 .further") == "另一处"
    assert page.locator(".turn:last-child :is([data-further], [data-again])").count() == 0


def test_answer_is_said_once_to_screen_readers(visit):
    tab = visit()
    tab.ask(FIRST)
    assert "住房和城乡建设局" in tab.page.inner_text("#announce")
    assert tab.page.get_attribute(".log", "aria-live") == "off"


def test_stopping_ends_the_answer_and_the_next_question_is_answered(visit):
    tab = visit()
    tab.page.evaluate(
        """() => {
          const press = () => {
            const stop = document.querySelector("#question-box .stop-button");
            if (stop) { waiting.disconnect(); window.stopped = true; stop.click(); }
          };
          const waiting = new MutationObserver(press);
          waiting.observe(document.body, { subtree: true, childList: true });
        }"""
    )
    tab.page.fill("#question-box textarea", SECOND)
    tab.page.press("#question-box textarea", "Enter")
    tab.page.wait_for_function("window.stopped")
    tab.page.wait_for_selector("#question-box .submit-button")
    tab.page.wait_for_selector(".turn :is(footer, [role=alert])")
    tab.ask(FIRST)
    assert tab.page.locator(".turn").count() == 2


def test_vote_counts_at_once_and_its_comment_follows(visit):
    tab = visit()
    tab.ask(FIRST)
    tab.page.click("[data-vote=down]")
    tab.page.fill(".comment input", "应当更短")
    tab.page.click("[data-vote-send]")
    tab.page.wait_for_selector(".votes:has-text('谢谢')")
    tab.ask("昆明呢?")
    assert tab.page.get_attribute(".turn:nth-of-type(1) [data-vote=down]", "aria-pressed") == "true"


def test_one_answer_is_printed_alone(visit):
    tab = visit()
    tab.ask(FIRST)
    tab.ask(SECOND)
    tab.page.evaluate("window.print = () => {}")
    tab.page.click(".turn:nth-of-type(2) [data-print]")
    tab.page.emulate_media(media="print")
    assert tab.page.locator(".turn:nth-of-type(1)").is_hidden()
    assert tab.page.locator(".turn:nth-of-type(2) .sources").first.is_visible()
    assert tab.page.locator("#composer").is_hidden()


def test_figures_are_plotted_with_their_words(visit):
    tab = visit()
    tab.ask("2018年昆明道路运输事故起数和死亡人数")
    assert tab.page.locator(".plot").count() == 2
    assert tab.page.inner_text(".plot >> nth=0").split()[-2:] == ["2020年", "183"]
    tab.page.click(".plot button >> nth=0")
    tab.page.wait_for_selector("#passage")


def test_comparison_fits_a_phone_with_the_name_of_each_column(visit):
    tab = visit(width=390, height=844)
    tab.ask("比较各规划的煤矿百万吨死亡率目标")
    labels = tab.page.eval_on_selector_all(".said tr:first-child td", "cells => cells.map(cell => cell.dataset.label)")
    assert labels[0] == "规划"
    assert tab.page.locator(".said tbody tr").count() >= 3
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_question_without_end_is_told_and_not_kept_whole(visit):
    tab = visit()
    box = tab.page.locator("#question-box textarea")
    box.fill("安全" * 390)
    assert not tab.page.is_visible("#counter")
    box.fill("安全" * 410)
    assert tab.page.inner_text("#counter") == "还可输入 180 字"
    box.fill("安全" * 501)
    assert tab.page.inner_text("#counter") == "超出 2 字，请缩短后再提问"
    assert box.get_attribute("aria-invalid") == "true"
    box.press("Enter")
    tab.page.wait_for_selector("text=1000 字以内")
    assert tab.page.locator(".turn").count() == 0
    assert box.input_value() == "安全" * 501
    box.fill("")
    tab.ask(FIRST)
    assert not tab.page.is_visible("#counter")


def test_rewording_is_counted_too(visit):
    tab = visit(locale="en-GB")
    tab.ask("Who leads gas safety in Kizilsu?")
    tab.page.click("[data-edit]")
    tab.page.fill(".rewording textarea", "a" * 1005)
    assert tab.page.inner_text(".rewording .counter") == "5 characters too many: please shorten it"


@pytest.mark.parametrize(
    ("locale", "question", "plan", "section", "lead"),
    [
        ("zh-CN", FIRST, "克州", "(二)任务分工", "克州：自治州住房和城乡建设局："),
        ("zh-CN", SECOND, "宁夏", "", "下降10%"),
        (
            "en-GB",
            "Who leads gas safety in Kizilsu?",
            "Kizilsu",
            "Division of tasks",
            "The Prefecture Housing and Urban-Rural Development Bureau (自治州住房和城乡建设局)",
        ),
    ],
)
def test_what_is_asked_stands_first_and_largest_with_its_plan(visit, locale, question, plan, section, lead):
    tab = visit(locale=locale)
    page = tab.page
    tab.ask(question)
    assert lead in page.inner_text(".said .lead")
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    others = page.eval_on_selector_all(".sources *, .said > p", f"all => all.map({size})")
    assert page.eval_on_selector(".said .lead", size) > max(others)
    tops = [page.locator(name).first.bounding_box()["y"] for name in (".of-plans", ".lead", ".sources")]
    assert tops == sorted(tops)
    assert plan in page.inner_text(".of-plan") and section in page.inner_text(".of-plan")
    page.click(".of-plan")
    page.wait_for_selector("#passage")


def test_parts_of_a_question_are_told_apart(visit):
    tab = visit()
    tab.ask("2019年昆明煤矿、道路交通、建筑施工死亡人数分别是多少?")
    assert tab.page.locator(".part h3").all_inner_texts() == ["煤矿", "道路交通", "建筑施工"]
    told = tab.page.locator(".part").all_inner_texts()
    assert all(figure in part for figure, part in zip(("0人", "198人", "30人"), told, strict=True))
    assert tab.page.locator(".part .cite").count() == 3


def test_another_wording_is_offered_and_asked_with_a_click(visit):
    tab = visit()
    tab.ask("克州卫建委负责什么")
    tab.page.click(".mean .chip")
    tab.page.wait_for_function(ANSWERED.format(2))
    assert tab.page.inner_text(".turn:last-child h2") == "克州卫健委负责什么"
    assert tab.page.locator(".turn:last-child .mean").count() == 0


def test_another_language_is_asked_back(visit):
    tab = visit()
    tab.ask("Wer ist für die Gassicherheit in Kizilsu verantwortlich?")
    assert tab.page.inner_text(".verdict") == "请换个问法"
    told = tab.page.inner_text(".said")
    assert "请用中文或英文提问。" in told and "Please ask in Chinese or English." in told
    assert tab.page.locator(".next, .sources, [data-again], [data-further]").count() == 0


def test_what_is_offered_next_is_answered(visit):
    tab = visit(locale="en-GB")
    tab.ask("Road accidents and deaths in Kunming in 2018")
    tab.page.wait_for_selector(".next .chip")
    offered = tab.page.locator(".next .chip").all_inner_texts()
    assert all(text.isascii() or "“" in text for text in offered)
    tab.page.click(".next .chip >> nth=0")
    tab.page.wait_for_function(ANSWERED.format(2))
    assert tab.page.inner_text(".turn:last-child h2") == offered[0]
    assert tab.page.locator(".turn:last-child .refused").count() == 0
