"""Answers to parts of a question as one: nothing is told twice, every mark stays."""

from __future__ import annotations

from assistant.parts_joined import in_parts, parted, together
from assistant.types import Citation, Language


def cited(number: int, start: int) -> Citation:
    return Citation(number, "plan", "Plan", "", None, start, start + 5, "quote")


def test_a_list_that_another_part_tells_with_more_is_left_out() -> None:
    parts = [
        ("stages", "Stages: first (May): issue the plan [1]; second (June): check. [2]", (cited(1, 0), cited(2, 9))),
        ("when", "Stages: first (May) [1]; second (June). [2]", (cited(1, 0), cited(2, 9))),
    ]
    text, citations = together(parts, Language.EN)
    assert text == parts[0][1] and len(citations) == 2


def test_a_figure_that_only_begins_like_another_is_told() -> None:
    parts = [("a", "Deaths: 30. [1]", (cited(1, 0),)), ("b", "Deaths: 3. [1]", (cited(1, 9),))]
    assert together(parts, Language.EN)[0] == "Deaths: 30. [1] Deaths: 3. [2]"


def test_a_sentence_told_before_is_left_out_and_its_mark_stays() -> None:
    parts = [
        ("what", "Install alarms in shops, and check them. [1]", (cited(1, 0),)),
        ("who", "Lead: the Bureau (住建局). Task 19: Install alarms in shops. [1]", (cited(1, 9),)),
    ]
    text, _ = together(parts, Language.EN)
    assert text == "Install alarms in shops, and check them. [1] Lead: the Bureau (住建局). [2]"


def test_a_sentence_told_before_with_names_in_chinese_is_left_out() -> None:
    first = "The Bureau (住建局) checks. The rest is in Chinese (“建档。报送”). [1]"
    parts = [("who", first, (cited(1, 0),)), ("what", first.replace(" (住建局)", ""), (cited(1, 0),))]
    assert together(parts, Language.EN)[0] == first


def test_what_another_part_tells_with_more_takes_nothing_from_that_part() -> None:
    parts = [
        ("who leads", "Lead: the Bureau. [1]", (cited(1, 0),)),
        ("who answers", "Lead: the Bureau. [1] Lead: the Office. [2]", (cited(1, 0), cited(2, 9))),
    ]
    text, citations = together(parts, Language.EN)
    assert (text, len(citations)) == (parts[1][1], 2)


def test_parts_stand_where_they_are_told_to_in_what_is_shown() -> None:
    parts = [("who", "The Bureau. [1]", (cited(1, 0),)), ("when", "", ()), ("how many", "3. [1]", (cited(1, 9),))]
    text, citations = in_parts(parts, Language.EN)
    whole, marked = parted(f"Kizilsu: {text}")
    assert whole == f"Kizilsu: {together(parts, Language.EN)[0]}" and len(citations) == 2
    assert [(part.asked, whole[part.start : part.end]) for part in marked] == [
        ("who", "The Bureau. [1]"),
        ("when", "Not told: “when”."),
        ("how many", "3. [2]"),
    ]
    assert parted("One thing. [1]") == ("One thing. [1]", ())
