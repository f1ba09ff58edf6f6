"""Lines broken inside a sentence."""

from __future__ import annotations

from index.reading.broken_lines import broken_lines


def test_a_bracket_broken_over_three_lines_is_joined() -> None:
    text = (
        "确保培训率达到百分之百。(牵头单位:县应急管\n理局;责任单位:县人力资源和社会保障局、各乡镇人民政\n府)\n二、保障"
    )
    (one, two) = broken_lines(text)
    assert [text[edit.start : edit.end] for edit in (one, two)] == ["\n", "\n"]
    assert text[two.end] == "府"


def test_a_quotation_mark_that_the_source_lost_joins_no_paragraphs() -> None:
    text = "推进“平安工地建设,落实各方主体责任,形成齐抓共管的\n工作格局,强化监督。\n加强应急演练,提高处置能力。"
    assert [edit.start for edit in broken_lines(text)] == [text.index("\n")]


def test_a_wrapped_english_line_is_joined_by_a_space_and_paragraphs_stay() -> None:
    text = (
        "The Commerce Bureau inspects all the markets of the county before the\nend of June.\n"
        "2.2 Fire safety. Every town keeps an engine.\nHead: Peter Marlow.\n"
        "Issued by the Fire and Rescue Brigade of the county of Oakfield on 4 May 2025\n\nAll towns inspect their markets."
    )
    (edit,) = broken_lines(text)
    assert (text[edit.start : edit.end], edit.new, text[: edit.start].endswith("before the")) == ("\n", " ", True)
