"""Fields that plans label: who answers for a task and until when."""

from __future__ import annotations

import pytest

from index.facts.labelled import Label, label_kind, read_closings


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("牵头单位", Label.LEADING),
        ("责任部门", Label.ANSWERING),
        ("配合单位", Label.HELPING),
        ("完成时限", Label.LIMIT),
        ("责任领导", Label.PERSON),
        ("主办", Label.LEADING),
        ("工作要求", None),
        ("会议时间", None),
    ],
)
def test_a_label_tells_what_its_value_is(label: str, kind: Label | None) -> None:
    assert label_kind(label) is kind


def test_labels_in_brackets_close_a_task():
    text = "开展检查。(牵头单位:县住建局,配合单位:县公安局、县商务局;完成时限:2026年6月底)"
    (closing,) = read_closings(text, 0, len(text))
    assert (closing.lead, closing.support, closing.leads) == (("县住建局",), ("县公安局", "县商务局"), True)
    assert [field.value for field in closing.limits] == ["2026年6月底"]
    assert text[: closing.start] == "开展检查。"


def test_labels_without_brackets_reach_over_the_lines_below():
    text = "开展检查。\n责任领导:李明\n责任单位:县教育局\n完成时限:6月底前\n下一项。"
    (closing,) = read_closings(text, 0, len(text))
    assert (closing.lead, closing.leads) == (("县教育局",), False)
    assert text[closing.end :] == "\n下一项。"


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("开展检查。(省应急厅、省公安厅)", ("省应急厅", "省公安厅"), ()),
        ("开展检查。(省应急厅牵头,省公安厅配合)", ("省应急厅",), ("省公安厅",)),
    ],
)
def test_offices_alone_in_brackets_close_a_task(text: str, lead: tuple[str, ...], support: tuple[str, ...]) -> None:
    (closing,) = read_closings(text, 0, len(text))
    assert (closing.lead, closing.support) == (lead, support)


@pytest.mark.parametrize("text", ["开展检查(见附件)。", "做好以下工作:一是检查。", "城镇燃气(含瓶装液化石油气)"])
def test_other_brackets_and_colons_close_none(text: str) -> None:
    assert read_closings(text, 0, len(text)) == []
