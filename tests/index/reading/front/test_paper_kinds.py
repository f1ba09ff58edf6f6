from __future__ import annotations

import pytest

from index.reading.front.paper_kinds import ending_of, own_words, without_brackets
from index.types import PaperKind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("滨湖县“十四五”应急规划", PaperKind.PLAN),
        ("消防安全三年行动实施方案（2024—2026年）", PaperKind.ACTION_PLAN),
        ("滨湖县防汛应急预案（试行）", PaperKind.EMERGENCY_PLAN),
        ("关于开展检查的通知", PaperKind.NOTICE),
        ("滨湖县水利局关于转发《防汛预案》的通知", PaperKind.FORWARDING),
        ("关于学习《转发工作办法》的通知", PaperKind.NOTICE),
        ("《滨湖县燃气管理办法》政策解读", PaperKind.INTERPRETATION),
        ("滨湖县燃气管理办法", PaperKind.MEASURES),
        ("云湖市消防条例", PaperKind.REGULATION),
        ("各部门安全生产责任清单", PaperKind.DUTIES),
        ("应急物资清单", PaperKind.OTHER),
        ("检查情况的通报", PaperKind.BRIEFING),
        ("安委会会议纪要", PaperKind.MINUTES),
        ("Regulations of Yunze City on the Emergency Plan", PaperKind.REGULATION),
        ("Binhu County Emergency Plan 2024", PaperKind.EMERGENCY_PLAN),
        ("望湖山", PaperKind.OTHER),
    ],
)
def test_the_kind_of_a_paper_by_its_title(title: str, kind: PaperKind) -> None:
    assert ending_of(title).kind is kind


def test_brackets_behind_a_title_go_and_others_stay() -> None:
    assert without_brackets("滨湖县预案（暂行）（2024年版）") == "滨湖县预案"
    assert without_brackets("关于印发规划的通知(滨安〔2022〕1号)") == "关于印发规划的通知"
    assert without_brackets("县（区）预案") == "县（区）预案"


def test_a_title_in_its_own_words() -> None:
    assert own_words("《云湖市规划》政策解读", PaperKind.INTERPRETATION) == "政策解读"
    assert own_words("滨湖县水利局转发市水利局2023年通知的通知", PaperKind.FORWARDING) == "滨湖县水利局"
