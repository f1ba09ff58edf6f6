"""A sentence is held to its passages: what they tell in other words holds, what they do not is named."""

from __future__ import annotations

import pytest

from assistant.grounding.faults import faults
from assistant.grounding.ground import Ground

DEATHS = Ground("2018年全市发生事故125起,死亡108人,受伤12人。", ("一、现状",), "青岚市安全生产规划", "青岚市")
TRAINING = Ground("危险化学品企业每年至少组织2次应急演练,一线员工培训不少于24学时,不得无证上岗。", ("二、任务",))


def kinds(claim: str, *grounds: Ground) -> set[str]:
    return {fault.kind for fault in faults(claim, grounds)}


@pytest.mark.parametrize(
    ("claim", "ground"),
    [
        ("青岚市2018年共发生125起事故,108人死亡。", DEATHS),
        ("危险化学品企业的应急演练每年至少2次。", TRAINING),
        ("Hazardous chemicals enterprises must hold at least 2 emergency drills each year.", TRAINING),
    ],
)
def test_a_sentence_in_other_words_holds(claim, ground):
    assert kinds(claim, ground) == set()


@pytest.mark.parametrize(
    ("claim", "ground", "kind"),
    [
        ("青岚市2018年共发生126起事故。", DEATHS, "number"),
        ("青岚市2018年事故死亡12人,受伤108人。", DEATHS, "number of something else"),
        ("危险化学品企业每年至多组织2次应急演练。", TRAINING, "bound"),
        ("一线员工培训不少于24小时。", TRAINING, "unit"),
        ("危险化学品企业可以无证上岗,由市水务局负责应急演练和一线员工培训。", TRAINING, "name"),
        ("Hazardous chemicals enterprises must hold at least 3 emergency drills each year.", TRAINING, "number"),
        ("Hazardous chemicals enterprises must hold at most 2 emergency drills each year.", TRAINING, "bound"),
    ],
)
def test_what_a_passage_does_not_say_is_a_fault(claim, ground, kind):
    assert kind in kinds(claim, ground)


def test_the_number_of_a_document_stands_as_the_passage_has_it():
    ground = Ground("发文字号: 青政办〔2017〕29号")
    assert kinds("规划的文号是青政办〔2017〕29号。", ground) == set()
    assert "name" in kinds("规划的文号是青政办〔2017〕28号。", ground)
