"""The title of a paper: the best of all that may be one, by a score over what speaks for and against each.

Comes in: the first lines, what the site's form and the file set off, and the file's name. Goes out: the title, whole. The
features are named and weighed in `title_weights.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from index.reading.files.types import Prominent, Standing
from index.reading.front.front_lines import LEAST_BROKEN_CHARS, FrontLine, Role, closed_up, joined, without_mark_up
from index.reading.front.paper_kinds import ending_of, outside_quotations, without_brackets
from index.reading.lines import is_han
from index.terms.lexicon import PLACE_LEVELS, is_office
from index.types import PaperKind

_WEIGHTS_FILE = Path(__file__).with_name("title_weights.toml")
_MOST_LINES = 4
"""Over so many lines a title may be broken."""
_PLACE_CHARS = 3  # "云泽市"
_LEAST_CHARS, _MOST_CHARS = 4, 90
_PAIRS = (("《", "》"), ("（(", "）)"), ("“", "”"), ("〔[", "〕]"), ("【", "】"))
_CLAUSE = frozenset("。；;！？!?")
_BEHIND_A_TITLE = (Role.FIELD, Role.NUMBER, Role.SALUTATION, Role.ADOPTION, Role.HEADING, Role.PROSE, Role.NOTE)
_ABOVE_A_TITLE = (Role.LETTERHEAD, Role.NUMBER)
_ISSUES = ("印发", "发布", "公布", "下发")
_LETTERS = (PaperKind.NOTICE, PaperKind.OTHER)
_PARTS_OF_A_PAGE_TITLE = str.maketrans(dict.fromkeys("_|｜", "\t"))


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What tells of a paper's title: its first lines, the form's 标题, what the file sets off, the file's name, its text."""

    lines: tuple[FrontLine, ...]
    labelled: str
    prominent: tuple[Prominent, ...]
    stem: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadTitle:
    """A title as it was read, and whether it is well ahead of all other texts that may be it, or the form names it."""

    text: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    features: dict[str, float]

    @property
    def score(self) -> float:
        return sum(_weights()[name] * value for name, value in self.features.items())


def title_of(seen: Witnesses) -> str:
    """The best title, of the letter where one brings the paper ("关于印发…的通知"); the file's name where nothing is one."""
    return read_title(seen).text


def read_title(seen: Witnesses) -> ReadTitle:
    """As `title_of`, and how sure it is."""
    found = [
        _Candidate(text, features | _own_features(text, seen))
        for text, features in _candidates(seen)
        if any(map(str.isalpha, text))
    ]
    best = max(found, key=lambda candidate: candidate.score, default=None)
    if best is None or best.score < _weights()["least"]:
        return ReadTitle(name_of(seen.stem), is_sure=False)
    lead = best.score - max((one.score for one in found if one.text != best.text), default=0.0)
    is_ahead = best.score >= _weights()["sure"] and lead >= _weights()["sure_lead"]
    return ReadTitle(best.text, is_sure=is_ahead or best.text == closed_up(seen.labelled))


def may_be_title(text: str) -> bool:
    """Whether nothing in a text's own words says that it is no title."""
    own = _own_features(text, Witnesses((), "", (), "", ""))
    return not any(own[sign] for sign in ("broken", "odd_size", "clause", "office"))


def brought_by(title: str) -> str:
    """What a letter issues, where its name tells it: "…关于印发《滨湖县安全生产规划》的通知"; else the title itself."""
    if ending_of(title).kind not in _LETTERS:
        return title
    act = next((act for act in _ISSUES if act in title), "")
    named = without_brackets(title).partition(act)[2] if act else ""
    for end in ("的通知", "通知", "的公告", "的批复", "的函"):
        named = named.removesuffix(end)
    if named.startswith("《") and named.endswith("》"):
        named = named[1:-1]
    own = ending_of(named)
    return named if own.written and own.kind not in _LETTERS and _is_balanced(named) else title


def issues(title: str) -> bool:
    """Whether a letter of this title issues another paper: "关于印发…的通知"."""
    return any(act in outside_quotations(title) for act in _ISSUES)


def name_of(stem: str) -> str:
    """A file's name as a title: without the day behind it, in brackets or not."""
    return closed_up(without_brackets(stem.replace("_", " ")) if stem.endswith((")", "）")) else stem.replace("_", " "))


def _candidates(seen: Witnesses) -> Iterator[tuple[str, dict[str, float]]]:
    """Texts that may be the title, each with what its place tells."""
    if seen.labelled:
        yield closed_up(seen.labelled), {"labelled": 1}
    yield name_of(seen.stem), {"from_stem": 1}
    for one in seen.prominent:
        for piece in one.text.translate(_PARTS_OF_A_PAGE_TITLE).replace(" - ", "\t").split("\t"):
            yield without_mark_up(piece), {}
    is_first, is_later = True, False
    runs = list(_runs(seen.lines))
    for start, end in runs:
        is_later = is_later or any(line.role in (Role.HEADING, Role.PROSE) for line in seen.lines[:start])
        around = {"first": float(is_first), "later": float(is_later)}
        if start and seen.lines[start - 1].role in _ABOVE_A_TITLE:
            around["headed"] = 1
        for first in range(start, end):
            for last in range(first + 1, min(end, first + _MOST_LINES) + 1):
                lines = [line.text for line in seen.lines[first:last]]
                ragged = _is_ragged(lines)
                leads = last == end and end < len(seen.lines) and seen.lines[end].role in _BEHIND_A_TITLE
                whole = {"whole": float((first, last) == (start, end)), "leads": float(leads)}
                yield (
                    joined(lines),
                    around | whole | {"first": around["first"] * (first == start), "ragged": float(ragged)},
                )
        is_first = False


def _is_ragged(lines: list[str]) -> bool:
    """Whether lines one below the other are no one title: a short one stands before others, or two name the same place.

    The name of a place may stand above the rest of a title.
    """
    opening = lines[0][:_PLACE_CHARS]
    short = (line for line in lines[:-1] if len(line) < LEAST_BROKEN_CHARS)
    return any(line[-1] not in PLACE_LEVELS for line in short) or any(line.startswith(opening) for line in lines[1:])


def _runs(lines: tuple[FrontLine, ...]) -> Iterator[tuple[int, int]]:
    """Where lines of words in one script stand one below the other, from and to."""
    at = 0
    for (role, _), run in groupby(lines, key=lambda line: (line.role, line.text.isascii())):
        start, at = at, at + len(list(run))
        if role is Role.WORDS:
            yield start, at


def _own_features(text: str, seen: Witnesses) -> dict[str, float]:
    """What a candidate's own words tell, and those that agree with it."""
    ending = ending_of(text)
    is_letter = "关于" in text and ending.kind in (*_LETTERS, PaperKind.FORWARDING, PaperKind.OPINION)
    alike = [(one.standing, _likeness(text, without_mark_up(one.text))) for one in seen.prominent]
    return {
        "named": float(bool(ending.written)),
        "about": float(is_letter and bool(ending.written)),
        "set_off": max((share for standing, share in alike if standing is Standing.SET_OFF), default=0),
        "just_set_off": float((Standing.SET_OFF, 1.0) in alike),
        "article": max((share for standing, share in alike if standing is Standing.ARTICLE), default=0),
        "page_title": max((share for standing, share in alike if standing is Standing.PAGE_TITLE), default=0),
        "file_name": _likeness(text, name_of(seen.stem)),
        "quoted": float(f"《{text}》" in seen.text),
        "office": float(is_office(text)),
        "broken": float(not _is_balanced(text) or text.startswith(("的", "、", "，", "》", "）"))),
        "odd_size": float(not _LEAST_CHARS <= len(text) <= _MOST_CHARS),
        "clause": float(bool(_CLAUSE & set(text)) or text.endswith(("，", ",", "、", "：", ":"))),
    }


def _is_balanced(text: str) -> bool:
    return all(sum(map(text.count, opens)) == sum(map(text.count, closes)) for opens, closes in _PAIRS)


def _likeness(one: str, other: str) -> float:
    """The share of pairs of characters that two texts have in common (Dice 1945), signs and spaces aside: 0 to 1."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def _pairs(text: str) -> set[str]:
    signs = "".join(sign.lower() for sign in text if sign.isalnum() or is_han(sign))
    return {signs[at : at + 2] for at in range(len(signs) - 1)}


@cache
def _weights() -> dict[str, float]:
    return tomllib.loads(_WEIGHTS_FILE.read_text(encoding="utf-8"))
