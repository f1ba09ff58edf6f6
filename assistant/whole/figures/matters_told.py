"""Lists of what a plan wants: each matter short, numbered, with its date and who sees to it, all in the room of an answer."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.facts import view_of
from assistant.facts.indicator import aim_en
from assistant.types import Draft, Language, Statement
from assistant.whole.figures.asked_of_plan import as_evidence
from assistant.whole.found import Found
from assistant.wording.english_clauses import within
from assistant.wording.in_english import in_english
from assistant.wording.phrases import joined
from assistant.wording.quoting import cut_at_sign, flat, is_english, unnumbered
from index import Deadline, Fact, Indicator, pair_similarity

MOST_ZH, MOST_EN = 860, 2300
"""How long such an answer may be in all, the name of its document aside."""
MOST_OF_ONE = {Language.ZH: (20, 60), Language.EN: (60, 200)}
"""How little and how much of that one matter may take."""
AROUND_ONE = {Language.ZH: 6, Language.EN: 8}
"""What stands around a matter: its number, its date, its mark."""
MOST_WHO_CHARS = 16
SAME_MATTER = 0.5
"""Two matters of one date that share so many of their pairs of characters are one, told in the text and in a table."""
LAST_MONTH = "12"
"""The end of a year is the end of its last month."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that a plan wants, with the facts that tell it: a deadline, a figure, or the cells of a row of targets."""

    facts: tuple[Fact, ...]
    what: str
    when: str
    date: str
    who: str
    aims: tuple[Indicator, ...] = ()
    """The facts, where they are figures."""


def is_phase(fact: Deadline) -> bool:
    """Whether it is the time of a phase, not a thing to be done."""
    return bool(fact.heading_path) and fact.what in fact.heading_path[-1] and fact.when in fact.heading_path[-1]


def each_once(matters: list[Matter]) -> list[Matter]:
    """The matters without those that another one of the same date tells, too."""
    kept: list[Matter] = []
    for matter in matters:
        if not any(_same(matter, other) for other in kept):
            kept.append(matter)
    return kept


def _same(one: Matter, other: Matter) -> bool:
    first, second = one.facts[0], other.facts[0]
    near = pair_similarity(flat(one.what), flat(other.what)) >= SAME_MATTER
    apart = view_of(first).path != view_of(second).path
    return first.span == second.span or (near and apart and one.date == other.date)


def listed(matters: list[Matter], lead: str, found: Found) -> Draft:
    """A statement for each, numbered, the first led by how many they are."""
    language = found.language
    least, most = MOST_OF_ONE[language]
    whole = MOST_ZH if language is Language.ZH else MOST_EN
    room = min(max(whole // len(matters) - AROUND_ONE[language], least), most)
    statements = []
    for number, matter in enumerate(matters[: whole // (least + AROUND_ONE[language])], start=1):
        before = lead if number == 1 else joined(language, "clauses", ["", ""])
        evidence = tuple(as_evidence(fact, found) for fact in matter.facts)
        statements.append(Statement(f"{before}{number}. {_told(matter, room, found)}", evidence))
    return Draft(tuple(statements), "", joined(language, "colon", ["", ""]))


def _told(matter: Matter, room: int, found: Found) -> str:
    """A matter in short, with its date where that is not the end of the year, and who has to see to it where that is short."""
    bare = _bare(matter)
    in_chinese = found.language is Language.ZH or is_english(matter.what)
    if matter.aims and not in_chinese:
        return aim_en(matter.aims, found.english)
    what = brief(bare, room) if in_chinese else within(bare, room, found.english)
    who = matter.who if len(matter.who) <= MOST_WHO_CHARS and matter.who not in bare else ""
    when = matter.when if len(matter.date) > len("2025") and matter.date[5:] != LAST_MONTH else ""
    beside = [part for part in (when if when not in bare else "", who) if part]
    if in_chinese:
        return f"{what}（{'，'.join(beside)}）" if beside else what
    told = ", ".join(in_english(part, found.english) for part in beside)
    return f"{what} ({told})" if told else what


def _bare(matter: Matter) -> str:
    """What is to be done, without its number and, where it opens with that, without its date."""
    return unnumbered(flat(matter.what)).removeprefix(matter.when).lstrip("，,：: ")


def brief(text: str, most: int) -> str:
    """The clauses of a text that have room; of one clause that ends with a figure its end, for that tells what is reached."""
    if len(text) <= most:
        return text
    whole = max(text.rfind(mark, 0, most + 1) for mark in "，,；;。")
    if whole >= most // 2:
        return text[:whole]
    first = text[: min((at for mark in "，,；;。" if (at := text.find(mark)) > most // 2), default=len(text))]
    if first[-1:].isdigit() or first.endswith(("%", "上", "内", "下")):
        starts = [at + 1 for mark in "、的" if (at := first.find(mark, len(first) - most)) >= 0]
        return f"…{first[min(starts, default=len(first) - most) :]}"
    return cut_at_sign(text, most)
