"""What differs between the forms of a paper, as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.formats.compare_forms import Form
from evals.formats.forms_told import forms_told

if TYPE_CHECKING:
    from tests.evals.conftest import Builder


def test_each_form_has_a_row_and_each_difference_a_line(make: Builder) -> None:
    right, wrong = make.right("a-1"), make.row(make.question(id="a-2"), make.given("另一个答案。"))
    word = Form("paper", "docx", {"duty": 2}, (), (), (right, right), ())
    scan = Form("paper", "scan", {"duty": 1}, ("duty: 县水利局 | 巡堤",), (), (right, wrong), ("a-2",))
    told = forms_told((word, scan)).splitlines()
    assert [line.split()[:6] for line in told[1:3]] == [
        ["docx", "2", "2", "0", "0", "0"],
        ["scan", "1", "2", "1", "1", "0"],
    ]
    assert told[3:] == ["scan: not told  duty: 县水利局 | 巡堤", "scan: a-2 (wrong, differs)  另一个答案。"]
