from __future__ import annotations

import pytest

from index.reading.front.english_titles import english_title
from index.reading.front.paper_kinds import ending_of

PLACES = ("滨湖县", "滨湖", "Binhu", "Bin Hu", "Binhu County")


@pytest.mark.parametrize(
    ("title", "period", "english"),
    [
        (
            "滨湖县消防安全三年行动方案（2024—2026年）",
            (2024, 2026),
            "Binhu County Fire Safety Three-Year Action Plan 2024-2026",
        ),
        ("滨湖县安全生产“十四五”规划", (2021, 2025), "Binhu County 14th Five-Year Plan for Work Safety"),
        ("滨湖县安全生产条例", None, "Binhu County Work Safety Regulations"),
        ("滨湖县2024年安全生产工作要点", (2024, 2024), "Binhu County Work Safety Work Points 2024"),
        ("滨湖县应急管理局关于加强消防安全的通知", None, "Binhu County Notice on Fire Safety"),
        ("滨湖县的通知", None, "Binhu County Notice"),
        ("关于进一步加强火灾防控工作的紧急通知", None, "Binhu County Notice on Fire Prevention and Control"),
        ("关于转发《云岭市消防安全工作要点》的通知", None, "Binhu County Notice Forwarding: Fire Safety Work Points"),
        (
            "《滨湖县安全生产“十四五”规划》政策解读",
            (2021, 2025),
            "Binhu County 14th Five-Year Plan for Work Safety Explained",
        ),
        (
            "教育系统安全生产治本攻坚三年行动方案",
            (2024, 2026),
            "Binhu County Three-Year Action Plan for Education Work Safety Tackling Root Causes 2024-2026",
        ),
    ],
)
def test_place_topic_kind_and_years(title: str, period: tuple[int, int] | None, english: str) -> None:
    assert english_title(title, ending_of(title), PLACES, period) == english
