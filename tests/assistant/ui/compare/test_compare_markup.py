"""Markup of a comparison: escaped, every mark opens its source, plots of one indicator only."""

from __future__ import annotations

import pytest

from assistant.comparison.matrix import TopicStep
from assistant.comparison.types import AsWritten, CellText, ComparedCell, ComparedTopic, Comparison, Figure
from assistant.facts.magnitudes import Magnitude
from assistant.types import Citation, Language
from assistant.ui.compare.compare_markup import comparing, comparison_failed, comparison_page
from index import Status


def figure(value: str, number: float, mark: int, **changes) -> Figure:
    made = {"name": "机械化程度", "value": value, "period": "到2020年", "baseline": "", "status": Status.TARGET}
    quantity = Magnitude(number, "%", change=False, exact=True)
    values = {**made, "quantity": quantity, "marks": (mark,), **changes}
    return Figure(**values, as_written=AsWritten(values["name"], values["value"], values["baseline"]))


def comparison(*cells: ComparedCell, notes: tuple[str, ...] = ()) -> Comparison:
    citations = tuple(Citation(n, "one", "规划", "一、目标", None, n, n + 4, "<引文>") for n in range(1, 6))
    plans = tuple(cell.plan for cell in cells)
    return Comparison(Language.ZH, plans, (ComparedTopic("<b>", "<b>", cells, notes),), citations)


def test_everything_is_escaped_and_marks_open_their_source() -> None:
    told = ComparedCell("one", (figure("<80%>", 80, 1),), (CellText("<script>", (2,)),))
    html = comparison_page(comparison(told), {}, "zh")
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "<b>" not in html.replace("<b>one</b>", "")
    assert 'data-doc="one" data-start="1" data-end="5"' in html
    assert 'data-doc="one" data-start="2" data-end="6"' in html


def test_what_is_not_stated_blank_or_reached_is_said() -> None:
    blank = figure("", 0, 1, quantity=None)
    reached = figure("90%", 90, 2, status=Status.ACHIEVED)
    html = comparison_page(
        comparison(ComparedCell("one", (blank, reached), ()), ComparedCell("two", (), ()), notes=("期限不同",)),
        {},
        "zh",
    )
    assert all(text in html for text in ("规划未提及", "原表此格空白", "已达到", "不宜直接相比：期限不同。"))


def test_a_plan_that_only_mentions_the_topic_is_not_counted_as_stating_it() -> None:
    told = ComparedCell("one", (), (CellText("加强消防演练。", (1,)),))
    little = ComparedCell("two", (), (CellText("参加消防演练的人员。", (2,)),), little=True)
    html = comparison_page(comparison(told, little), {}, "zh")
    assert "2格中1格写明" in html
    assert html.count("提到但没有写明") == 1 and html.index("提到但没有写明") > html.index("加强消防演练")


@pytest.mark.parametrize(("names", "plotted"), [(("机械化程度",) * 3, 1), (("机械化程度", "投保率", "培训覆盖率"), 0)])
def test_only_figures_of_one_indicator_share_a_plot(names: tuple[str, ...], plotted: int) -> None:
    cells = [
        ComparedCell(f"plan-{n}", (figure(f"{n}0%", n * 10, n, name=name),), ()) for n, name in enumerate(names, 1)
    ]
    assert comparison_page(comparison(*cells), {}, "zh").count("<figure") == plotted


def test_progress_and_failure_are_told_to_screen_readers() -> None:
    step = TopicStep("消防", 2, 4)
    assert 'role="status"' in comparing(step, "", "zh")
    assert "width:25%" in comparing(step, "", "zh")
    assert " · <b>" not in comparing(step, "<b>", "zh") and " · &lt;b&gt;" in comparing(step, "<b>", "zh")
    assert comparison_failed("<no>") == '<p class="failed" role="alert">&lt;no&gt;</p>'
