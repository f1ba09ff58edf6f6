from __future__ import annotations

import pytest

from index.reading.front.form import form_of, is_form
from index.types import Span


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "发文机关：\t滨湖县人民政府\t成文日期：\t2023年1月5日",
            {"issuer": "滨湖县人民政府", "issued": "2023年1月5日"},
        ),
        ("标 题：滨湖县防汛办法 文 号：滨政〔2023〕1号", {"title": "滨湖县防汛办法", "number": "滨政〔2023〕1号"}),
        ("发文单位 | 滨湖县水利局 |", {"issuer": "滨湖县水利局"}),
        ("发布单位\n滨湖县水利局\n发布日期 2023-01-09", {"issuer": "滨湖县水利局", "published": "2023-01-09"}),
        ("文号：\t\t发布日期：\t2023-01-09", {"published": "2023-01-09"}),
        ("责任单位：滨湖县水利局", {}),
        ("级别\t条件\t发布单位\n一级\t水位超过12米\t县防汛办", {}),
    ],
)
def test_labels_with_what_stands_behind_them(text: str, form: dict[str, str]) -> None:
    assert form_of(text) == form


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("发文机关：\t滨湖县人民政府\t成文日期：\t2023年1月5日\n标 题：\t滨湖县防汛办法", True),
        ("序号\t任务\t牵头单位\t完成时限\n1\t疏浚河道\t县水利局\t2023年5月底前", False),
    ],
)
def test_a_table_is_the_form_by_its_labels(rows: str, told: bool) -> None:
    text = f"{rows}\n滨湖县防汛办法\n一、总则"
    assert is_form(text, Span("a", 0, len(rows))) is told
