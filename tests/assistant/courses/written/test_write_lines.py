"""What a language model behind a real server writes for packs of the five plans: nothing stands that the lines do not prove."""

from __future__ import annotations

import logging
import threading

import pytest

from assistant import Language
from assistant.courses import wording
from evals.models.chat_server import Reply


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_good_model_writes_stands_with_the_numbers_of_the_pack(written, good, make, language):
    pack, plain = written(good(language), language=language), make(language=language)
    assert len(pack.written.points) == 4
    assert [len(scenario.solution) for scenario in pack.written.scenarios] == [2, 2]
    assert (pack.written.kept, pack.written.dropped, pack.written.note) == (8, (), "")
    cited = {citation for part in plain.parts for line in part.lines for citation in line.citations}
    proven = [*pack.written.points, *(line for one in pack.written.scenarios for line in one.solution)]
    assert all(line.citations and set(line.citations) <= cited for line in proven)
    assert all(line.by_model for line in pack.written.lines)
    assert pack.citations == plain.citations
    assert len({line.id for line in pack.lines}) == len(pack.lines)


def test_more_than_is_asked_for_is_cut(written):
    def say(lines):
        told = [{"text": text, "lines": [number]} for number, text in lines.items()]
        scenario = {"situation": "某企业没有照办。", "question": "应当怎么办？", "solution": told[:1]}
        return {"points": told * 20, "scenarios": [scenario] * 9}

    found = written(say).written
    assert len(found.points) == 6
    assert len({line.text for line in found.points}) == 6
    assert len(found.scenarios) == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_model_invents_is_dropped_and_the_reader_is_told(written, good, language):
    invented = {
        "zh": ("到2031年全部完成。", "昆明市教育局负责。", "李建国负责整改。", "任何单位不得整改。", "拨打12345即可。"),
        "en": (
            "All is done by 2031.",
            "The Kunming Education Bureau leads.",
            "Li Jianguo puts it right.",
            "Call 12345.",
        ),
    }[language]

    def say(lines):
        points = [{"text": text, "lines": list(lines)[:3]} for text in invented]
        scenarios = [one | {"solution": points} for one in good(language)(lines)["scenarios"]]
        return {"points": points, "scenarios": scenarios}

    found = written(say, language=language).written
    assert (found.points, found.scenarios, found.kept) == ((), (), 0)
    assert {gone.text for gone in found.dropped} == set(invented)
    assert found.note == wording(Language(language), "model_unproven")


def test_what_is_true_stands_beside_what_is_dropped(written, good):
    def say(lines):
        told = good("zh")(lines)
        told["points"][1]["text"] = "企业应当在7日内缴纳罚款。"
        told["scenarios"][0]["solution"][1]["lines"] = [999]
        return told

    found = written(say).written
    assert (len(found.points), len(found.scenarios), found.kept, found.note) == (3, 1, 5, "")
    assert len(found.dropped) == 3  # the point, the sentence without a line, and the other one of its scenario


@pytest.mark.parametrize(
    "reply",
    [
        Reply("I cannot help with that."),
        Reply('{"points": [{"text": "安全", "lines": ["一"]}]}'),
        Reply('{"points": [{"text": "没有写完'),
        Reply(status=500, headers=(("Retry-After", "0"),)),
        Reply(status=401),
        Reply("{}", finish="length"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_model_that_fails_leaves_the_pack_without_and_one_line_says_so(written, make, caplog, reply, language):
    with caplog.at_level(logging.WARNING):
        pack = written(lambda _: reply, language=language)
    assert pack.written.lines == ()
    assert pack.written.note == wording(Language(language), "model_failed")
    assert pack.parts == make(language=language).parts
    assert "going on without it" in caplog.text


def test_a_silent_model_is_waited_for_no_longer_than_is_set(written):
    silent = threading.Event()
    try:
        pack = written(lambda _: Reply("{}", pause=silent.wait), seconds=0.5)
    finally:
        silent.set()
    assert pack.written.note == wording(Language.ZH, "model_failed")


def test_another_language_than_the_packs_is_dropped(written, good):
    found = written(good("en"), language="zh").written
    assert len(found.scenarios) == 0
    written_in_english = written(good("zh"), language="en").written
    assert len(written_in_english.scenarios) == 0


def test_the_model_sees_the_lines_the_audience_and_the_topics_as_material(written):
    seen = []
    pack = written(lambda lines: seen.append(lines) or "{}")
    (first, *_) = seen
    shown = [line for part in pack.parts if part.part != "discussion" for line in part.lines]
    assert len(first) == len(shown)
    assert set(first.values()) == {" ".join(line.text.split()) for line in shown}
