"""Lines that a page or a column broke inside a sentence: which line ends are none of the plan's.

Takes a text, gives the edits that join what was broken; bounds of paragraphs, headings and table cells stay.
"""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise

from index.reading.lines import Edit, is_han, label_of, lines_of
from index.terms.numbering import Style, read_number
from index.terms.segment import segment

CONTINUES = (Style.SPOKEN, Style.DECIMAL, Style.DECIMAL_3, Style.SPACED, Style.BARE)
"""A broken sentence may go on with what looks like these: "一是…", "3.5万处…", "57座以上大客车"."""
_MAY_CONTINUE = (Style.BULLET, Style.TABLE, Style.DIGITS_COLON)
"""So may a line right below a full one go on with these."""
CLOSED = tuple("。！？；：!?;:…”」』》】）)")
OPEN_LINE_CHARS = 18
"""A shorter line without a full stop is taken for a heading, a name or a table cell."""
MOST_BRACKET_CHARS = 200
"""A bracket that stays open for longer is one that the source never closes."""
_BROKEN_SHARE = 0.12
"""A file counts as broken inside sentences when at least this share of its open line ends cuts a word in two."""
_PROSE = frozenset("，,。；;")
"""A line without any of these is a title or a field of the front matter, not a broken sentence."""
_PAIRS = (("(", ")"), ("（", "）"), ("《", "》"), ("“", "”"))


def broken_lines(text: str) -> list[Edit]:
    """The line ends to take out, in order: inside brackets and lists for sure, others where the whole text is broken so."""
    sure: list[Edit] = []
    likely: list[Edit] = []
    cut_words = 0
    wrap = _wrap_width(text)
    opened = ""
    for one, two in pairwise(lines_of(text)):
        before, after = one.text.rstrip(), two.text.lstrip()
        opened = f"{opened}{before}"[-MOST_BRACKET_CHARS:] if sure and sure[-1].end >= one.start else before
        if "\t" in before + after or len(before.strip()) < OPEN_LINE_CHARS:
            continue
        if _is_english(before) and _is_english(after):
            if _english_goes_on(before, after, apart=text.count("\n", one.end, two.start) > 1):
                sure.append(Edit(one.start + len(before), two.end - len(after), " "))
            continue
        edit = Edit(one.start + len(before), two.end - len(after), "")
        full = bool(wrap) and len(before) >= wrap - WRAP_SLACK_CHARS
        ended = (
            before.endswith(CLOSED)
            and not after.rstrip().endswith(CLOSED)
            and len(after.rstrip()) < wrap - WRAP_SLACK_CHARS
        )
        opens = _opens_something(after)
        if (full and not ended and _may_go_on(two.text)) or (
            # The source may have lost a bracket: a full stop and the next item's number tell more than that.
            _unclosed(before, opened) and not (opens and before.endswith("。"))
        ):
            sure.append(edit)
        elif opens:
            continue
        elif before.endswith(("、", "，", ",")):
            sure.append(edit)
        elif not before.endswith(CLOSED) and _PROSE & set(before) and not label_of(before):
            likely.append(edit)
            cut_words += _cuts_a_word(before, after)
    if likely and cut_words / len(likely) >= _BROKEN_SHARE:
        sure += likely
    return sorted(sure, key=lambda edit: edit.start)


def _is_english(line: str) -> bool:
    return not any(map(is_han, line)) and any(map(str.isalpha, line))


def _english_goes_on(before: str, after: str, *, apart: bool) -> bool:
    """Whether the next line of an English text is in the same sentence: it opens small, or the one before was full."""
    if apart or before.endswith((*CLOSED, ".")) or _opens_something(after):
        return False
    return after[:1].islower() or len(before) >= _FULL_ENGLISH_LINE_CHARS


_FULL_ENGLISH_LINE_CHARS = 70
"""A shorter line of English without a stop may be a title or a heading."""


def spread_lines(text: str) -> list[Edit]:
    """The spaces by which a line was justified to its width: "重特大 生 产 安 全 事 故 ， 按 照"; not "县 乡 镇"."""
    edits: list[Edit] = []
    for line in lines_of(text):
        words = line.text.split(" ")
        ends = list(accumulate(len(word) + 1 for word in words))  # behind the space that follows each word
        singles = [len(word) == 1 and not word.isascii() for word in words]
        for is_spread, run in groupby(range(len(words)), key=singles.__getitem__):
            at = list(run)
            if is_spread and len(at) >= LEAST_SPREAD_SIGNS:
                gaps = (line.start + ends[i] for i in range(max(at[0] - 1, 0), min(at[-1] + 1, len(words) - 1)))
                edits += (Edit(gap - 1, gap, "") for gap in gaps)
    return edits


LEAST_SPREAD_SIGNS = 5
"""Fewer signs that stand alone in a row may be words or the cells of a table."""


def _unclosed(before: str, opened: str) -> bool:
    """Whether a bracket is open at the end of a line, or of the lines joined with it.

    Quotation marks get lost too often to look for their ends lines below.
    """
    return any(before.rfind(left) > before.rfind(right) for left, right in _PAIRS) or (
        not before.endswith(CLOSED) and any(opened.rfind(left) > opened.rfind(right) for left, right in _PAIRS[:2])
    )


def _opens_something(line: str) -> bool:
    """Whether a line opens something of its own: "一、总体要求", "(二)任务", "3.落实", "专栏4", "成员:", "——坚持"."""
    number = read_number(line)
    return (number is not None and number.style not in CONTINUES) or bool(label_of(line))


def _may_go_on(line: str) -> bool:
    """Whether a line right below a full one may be its continuation: no number, no table row, no indent of a paragraph."""
    number = read_number(line)
    indent = len(line) - len(line.lstrip(" "))
    numbered = number is not None and number.style not in (*CONTINUES, *_MAY_CONTINUE)
    return not numbered and not line.lstrip().startswith("|") and not 0 < indent <= MOST_INDENT_CHARS


MOST_INDENT_CHARS = 8
WRAP_SLACK_CHARS = 4
"""A wrapped line is shorter than the others by up to this where the next word or number did not fit."""
WRAPPED_SHARE = 0.5
MOST_WIDER_LINES = 2
"""In a short paper so many lines, of its foot in small print, may be wider than those that were wrapped."""
LEAST_WRAPPED_LINES = 6
"""A notice of one page has so many long lines; fewer are equally long by chance."""


def _wrap_width(text: str) -> int:
    """The line length at which a text was wrapped; 0 where lines are paragraphs.

    Full lines that end with a stop are no sign: a list whose items are equally long has those too.
    """
    lines = [line for line in map(str.strip, text.split("\n")) if len(line) >= OPEN_LINE_CHARS]
    if len(lines) < LEAST_WRAPPED_LINES:
        return 0
    widest = sorted(map(len, lines))[min(int(len(lines) * 0.95), len(lines) - 1 - MOST_WIDER_LINES)]
    near = sum(widest - WRAP_SLACK_CHARS <= len(line) <= widest and not line.endswith(CLOSED) for line in lines)
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
