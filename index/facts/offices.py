"""Names of offices as plans write them: which units a list of them holds, and which clauses have none for their subject."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from index.facts.cutting import is_open, opened, without_lead
from index.terms.lexicon import HAN, alternatives, ends_with, is_one_of, starts_with

OFFICE_END = alternatives("office_endings")
# ",市公安局、市教育局|等有关部门按各自职责分工负责", "…|等"; not "责任部门", a unit's own name.
_SHARED_OUT = re.compile(
    r"(?:等(?:有关)?(?:部门|单位)?)?(?:按照?(?:各自)?职责)?(?:分工)?(?:分别)?(?:负责|配合|参与|参加|协同|落实)$|等$"
)
# "各级政府|和有关部门" are two, "各级安委会及其办公室" is one.
_AND = re.compile(
    rf"(?<=[府门会室位队局厅委])(?:以及|及(?!其)|和|与)(?=[{HAN}()（）]{{2,30}}?{OFFICE_END}(?:[、,，]|$))"
)
_MEMBER_MARKS = "、,，;；"


def shared_out(text: str) -> str:
    """A list of units without the words that share a matter out among them."""
    return _SHARED_OUT.sub("", text)


def units_of(text: str) -> tuple[str, ...]:
    """The units in a list: "自治州应急管理局、住建局、消防救援支队" -> three; brackets stay with their unit."""
    parts = [part for member in _members(text) for part in member.split()]
    return tuple(shared_out(part) or part for part in _joined(parts, _is_level))


def subject_units(text: str) -> tuple[str, ...]:
    """The units that a clause has for its subject: "市发展改革、财政等部门" and "勘察、设计单位" are one each."""
    parts = [without_lead(part, ("以及", "及", "和")) for part in _members(_AND.sub("、", text))]
    return _joined(parts, lambda part, following: _is_level(part, following) or not _is_whole(part))


def speaks_to_others(clause: str) -> bool:
    """Whether a clause opens with a verb of its own: "推动企业建立…" is no duty of the enterprises' own statement."""
    return starts_with(clause, "acts", "openings")


def _is_whole(part: str) -> bool:
    return part.startswith("各") or ends_with(_without_brackets(part), "office_endings", "actor_endings")


def _without_brackets(part: str) -> str:
    return part[: max(part.find("("), part.find("（"))] if part.endswith((")", "）")) else part


def _is_level(part: str, following: str) -> bool:
    """Whether a part is a level alone and another follows: "市、县(区)人民政府" is one unit."""
    level = without_lead(_without_brackets(part), ("各", "全")).removesuffix("级")
    return is_one_of(level, "levels") and starts_with(following, "levels")


def _members(text: str) -> list[str]:
    """The members of a list, none cut within brackets."""
    found: list[str] = []
    whole = (text.lstrip("(（[【〔") if is_open(text) else text).strip(" ,，。;；")
    first = depth = 0
    for at, char in enumerate(whole):
        depth += opened(char)
        if char in _MEMBER_MARKS and depth <= 0:
            found.append(whole[first:at])
            first, depth = at + 1, 0
    found.append(whole[first:])
    return [part.strip() for part in found if part.strip()]


def _joined(parts: list[str], goes_on: Callable[[str, str], bool]) -> tuple[str, ...]:
    """The parts of a list, those that go on put together with the next."""
    found: list[str] = []
    open_part = ""
    for part, following in zip_longest(parts, parts[1:], fillvalue=""):
        open_part = f"{open_part}、{part}" if open_part else part
        if not following or not goes_on(part, following):
            found.append(open_part)
            open_part = ""
    return tuple(found)
