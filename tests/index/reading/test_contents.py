"""Tables of contents are no text of a paper, and no section of it."""

from __future__ import annotations

import pytest

from index.reading.contents import contents


def kept(text: str) -> str:
    for edit in reversed(contents(text)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


BODY = "一、总则\n为了防汛，制定本预案。\n（一）编制目的。减轻灾害。\n二、组织\n设指挥部。\n"


@pytest.mark.parametrize(
    "listed",
    [
        "目  录\n一、总则\n（一）编制目的\n二、组织\n",
        "目录\n一、总则\t1\n（一）编制目的\t1\n二、组织\t2\n",
        "目 次\n一、总则 ………… 1\n（一）编制目的 ………… 1\n二、组织 ………… 2\n",
        "目录\n一、总则（1）\n（一）编制目的（1）\n二、组织（2）\n",
        "【目录】\n一、总则\n（一）编制的目的\n二、组织\n",
        "# 目录\n- [一、总则](#one)\n- [（一）编制目的](#two)\n- [二、组织](#three)\n",
        "目录\n一、总则 1\n2\n（一）编制目的 1\n— II —\n二、组织 2\n",
    ],
)
def test_headings_that_are_listed_before_they_stand_are_left_out(listed: str) -> None:
    assert kept(f"青岭县防汛预案\n{listed}{BODY}") == f"青岭县防汛预案\n{BODY}"


def test_contents_at_the_end_are_left_out() -> None:
    assert kept(f"青岭县防汛预案\n{BODY}目录\n一、总则 1\n二、组织 2\n") == f"青岭县防汛预案\n{BODY}"


def test_a_list_of_attachments_before_them_is_left_out() -> None:
    annexes = "附件1 渡口名单\n石桥渡口。\n附件2 渡工名单\n张水生。\n"
    assert kept(f"{BODY}附件目录\n附件1 渡口名单\n附件2 渡工名单\n{annexes}") == f"{BODY}{annexes}"


def test_contents_without_a_title_are_left_out_where_all_stands_again() -> None:
    body = f"{BODY}三、响应\n先报告。\n再处置。\n四、附则\n自发布之日起实施。\n"
    listed = "一、总则\n二、组织\n三、响应\n四、附则\n"
    assert kept(f"青岭县防汛预案\n{listed}{body}") == f"青岭县防汛预案\n{body}"
    assert kept(f"{listed}{BODY}") == f"{listed}{BODY}"  # 三、 and 四、 stand here alone


def test_lines_that_lead_to_a_page_are_left_out_wherever_they_stand() -> None:
    assert kept("一、总则 ........ 3\n二、组织 . . . . . . 12\n" + BODY) == BODY


@pytest.mark.parametrize(
    "text", ["目录\n本目录由县应急局编制。\n" + BODY, "整治了三类问题……\n" + BODY, "共12处......\n"]
)
def test_what_only_looks_like_contents_stays(text: str) -> None:
    assert kept(text) == text
