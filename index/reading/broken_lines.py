"""Lines that a page or a column broke inside a sentence: which line ends are none of the plan's.

Takes a text, gives the edits that join what was broken; bounds of paragraphs, headings and table cells stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from index.terms.segment import segment


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a text and what stands in its place."""

    start: int
    end: int
    new: str


# A line that opens something of its own: "一、总体要求", "(二)任务", "3.落实", "12旅游安全", "专栏4", "成员:", "——坚持".
# Not "2022年底前,涉及…", "57座以上大客车": a broken sentence may go on with those.
OPENS_SOMETHING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|"
    r"\d{1,3}\s*[.、．:：](?!\d)|"
    r"第[一二三四五六七八九十百零]{1,4}[章节条编]|专栏\s*\d|附件|附表|表\s*\d|——|[①-⑳•]|[^\s，,。]{1,8}[:：])"
)
_CLOSED = tuple("。！？；：!?;:…”」』》】）)")
_OPEN_LINE_CHARS = 18
"""A shorter line without a full stop is taken for a heading, a name or a table cell."""
MOST_BRACKET_CHARS = 200
"""A bracket that stays open for longer is one that the source never closes."""
_BROKEN_SHARE = 0.12
"""A file counts as broken inside sentences when at least this share of its open line ends cuts a word in two."""
_PROSE = re.compile(r"[，,。；;]")
"""A line without any of these is a title or a field of the front matter, not a broken sentence."""
_PAIRS = (("(", ")"), ("（", "）"), ("《", "》"), ("“", "”"))


def broken_lines(text: str) -> list[Edit]:
    """The line ends to take out, in order: inside brackets and lists for sure, others where the whole text is broken so."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    sure: list[Edit] = []
    likely: list[Edit] = []
    cut_words = 0
    wrap = _wrap_width(text)
    opened = ""
    for one, two in pairwise(lines):
        before, after = one.group().rstrip(), two.group().lstrip()
        opened = f"{opened}{before}"[-MOST_BRACKET_CHARS:] if sure and sure[-1].end >= one.start() else before
        if "\t" in before + after or len(before.strip()) < _OPEN_LINE_CHARS:
            continue
        unclosed = any(before.rfind(left) > before.rfind(right) for left, right in _PAIRS) or (
            # Quotation marks get lost too often to look for their ends lines below.
            not before.endswith(_CLOSED) and any(opened.rfind(left) > opened.rfind(right) for left, right in _PAIRS[:2])
        )
        edit = Edit(one.start() + len(before), two.end() - len(after), "")
        indented = two.group()[0] == " " and bool(_PROSE_INDENT.match(two.group()))
        wrapped = wrap and len(before) >= wrap - WRAP_SLACK_CHARS and not indented and not _OPENS_SURELY.match(after)
        if wrapped or unclosed:
            sure.append(edit)
        elif OPENS_SOMETHING.match(after):
            continue
        elif before.endswith(("、", "，", ",")):
            sure.append(edit)
        elif not before.endswith(_CLOSED) and _PROSE.search(before) and not re.match(r"[^，,。]{1,8}[:：]", before):
            likely.append(edit)
            cut_words += _cuts_a_word(before, after)
    if likely and cut_words / len(likely) >= _BROKEN_SHARE:
        sure += likely
    return sorted(sure, key=lambda edit: edit.start)


WRAP_SLACK_CHARS = 4
"""A wrapped line is shorter than the others by up to this where the next word or number did not fit."""
WRAPPED_SHARE = 0.5
_PROSE_INDENT = re.compile(r" {1,8}\S")
# What opens a line of its own even right below a full one.
_OPENS_SURELY = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|"
    r"\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十百]{1,4}[章节条]|专栏\s*\d|附件|\|)"
)


def _wrap_width(text: str) -> int:
    """The line length at which a text was wrapped; 0 where lines are paragraphs.

    Full lines that end with a stop are no sign: a list whose items are equally long has those too.
    """
    lines = [line for line in map(str.strip, text.split("\n")) if len(line) >= _OPEN_LINE_CHARS]
    if len(lines) < 20:
        return 0
    widest = sorted(map(len, lines))[int(len(lines) * 0.95)]
    near = sum(widest - WRAP_SLACK_CHARS <= len(line) <= widest and not line.endswith(_CLOSED) for line in lines)
    return widest if widest <= 60 and near >= WRAPPED_SHARE * len(lines) else 0


def _cuts_a_word(before: str, after: str) -> bool:
    """Whether the line break stands inside a word, by the most likely segmentation of its surroundings."""
    left, right = before[-6:], after[:6]
    at = 0
    for word in segment(left + right):
        if at < len(left) < at + len(word):
            return True
        at += len(word)
    return False
