"""One office has many names: short and full, with its place or without, in either language."""

from __future__ import annotations

import pytest

from index.terms.office_names import same_office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县教育局", "教育局"),
        ("县教育局", "临江县教育局"),
        ("Education Bureau", "临江县教育局"),
        ("应急局", "县应急管理局"),
        ("县住建局", "住房和城乡建设局"),
        ("公安", "县公安局"),
        ("交警大队", "县公安局交警大队"),
        ("镇政府", "白马镇人民政府"),
        ("网信办", "县网络信息办公室"),
        ("县供水站", "青石县供水站"),
    ],
)
def test_forms_of_one_office(one: str, other: str) -> None:
    assert same_office(one, other)
    assert same_office(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市教育局", "县教育局"),
        ("临江县教育局", "青石县教育局"),
        ("City Education Bureau", "县教育局"),
        ("交通局", "交警大队"),
        ("公安局", "公安交通管理局"),
        ("消防大队", "森林消防大队"),
        ("青龙镇政府", "白马镇人民政府"),
        ("县文联", "县残联"),
        ("Parks Bureau", "Transport Bureau"),
    ],
)
def test_names_of_two_offices(one: str, other: str) -> None:
    assert not same_office(one, other)
    assert not same_office(other, one)
