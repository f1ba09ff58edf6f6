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
    ],
)
def test_headings_that_are_listed_before_they_stand_are_left_out(listed: str) -> None:
    assert kept(f"青岭县防汛预案\n{listed}{BODY}") == f"青岭县防汛预案\n{BODY}"


def test_lines_that_lead_to_a_page_are_left_out_wherever_they_stand() -> None:
    assert kept("一、总则 ........ 3\n二、组织 . . . . . . 12\n" + BODY) == BODY


@pytest.mark.parametrize(
    "text", ["目录\n本目录由县应急局编制。\n" + BODY, "整治了三类问题……\n" + BODY, "共12处......\n"]
)
def test_what_only_looks_like_contents_stays(text: str) -> None:
    assert kept(text) == text
