"""What a question wants to be told: the kinds, the numbers and dates that it names, the parts of laws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.terms.numbering import Style


class Want(StrEnum):
    """One thing that a question wants of its answer, whatever kind of thing it asks for."""

    PHONE = "phone"
    ADDRESS = "address"
    EMAIL = "email"
    WEBSITE = "website"
    SHARE = "share"
    FREQUENCY = "frequency"
    COMPANY = "company"
    DOCUMENT_NUMBER = "document number"
    REDUCTION = "reduction"
    DIFFERENCE = "difference"
    SUM = "sum"
    HIGHEST = "highest"
    MORE = "more"
    """Which of several has more of what is counted; likewise the four that follow."""
    LESS = "less"
    STRICTER = "stricter"
    EARLIER = "earlier"
    LATER = "later"
    OFFICE = "office"
    NAME = "name"
    HOLDER = "holder"
    POSTS = "posts"
    FIELD = "field"
    """What somebody answers for, not who does."""
    SEVERAL = "several"
    FRONT_MATTER = "front matter"
    TARGET = "target"
    LEADS = "leads"
    HELPS = "helps"
    """What an office does in a task, where only one of both is asked for."""
    PLACE = "place"
    """Where something is kept or stands."""
    KIND = "kind"
    """To which class, level or kind something belongs."""
    MEMBERS = "members"
    """Who belongs to a body: all of them, or whether somebody does."""
    CHANGE = "change"
    """How a figure changed from one year to another, not what it was in each."""
    SPAN = "span"
    """All the time from one year to another."""
    COUNT = "count"
    """How many things there are that have something in common."""
    PAST = "past"
    """What was or happened, not what is aimed at."""
    DUE = "due"
    """What all has to be done or reached by a date."""
    LEAST = "least"
    MOST = "most"
    CONFIRM = "confirm"
    """Whether something is so: yes or no."""
    PERIOD = "period"
    """From when to when something lasts, or how long."""
    GOALS = "goals"
    """What a plan as a whole aims at, or a part of it."""
    STAGES = "stages"
    """The stages in which something is done."""
    INDICATORS = "indicators"
    """The figures that a plan sets itself, as a whole."""
    OVERVIEW = "overview"
    """What a part of a plan says in sum."""
    MEASURES = "measures"
    """All that is done about a matter, not one thing."""
    PRICE = "price"
    """What somebody is paid or pays, which only a sum of money answers."""
    LAW_TEXT = "law text"
    """What a law says or what penalty it sets, which only the law itself tells."""
    TITLE = "title"
    ISSUER = "issuer"
    ISSUED = "issued"
    IN_FORCE = "in force"
    PLAN_PERIOD = "plan period"
    CHAPTERS = "chapters"
    ANNEXES = "annexes"
    """The last seven: what a paper is called, who issued it and when, since when it holds, for which years, its parts."""


@dataclass(frozen=True, slots=True)
class LawPart:
    """A part of a law that is asked for by its number; 0 stands for none.

    `value` counts chapters or articles, `added` is the 一 of 第五条之一, `paragraph` and `item` are 款 and 项 of an article;
    `law` is the name before it, "" where the question names none.
    """

    style: Style
    value: int
    added: int = 0
    paragraph: int = 0
    item: int = 0
    law: str = ""


@dataclass(frozen=True, slots=True)
class Wants:
    """All that later steps want to know of a question's words."""

    kinds: frozenset[Want] = frozenset()
    units: frozenset[str] = frozenset()
    """Units of which so many are asked for, any of which will do: 公里 or 千米, 元 for a sum of money."""
    counters: frozenset[str] = frozenset()
    """What stands behind 多少 or 几, be it a unit or not: "多少起", "几个"."""
    numbered: tuple[str, ...] = ()
    """The numbers of things that are told apart by one: 任务29, 附表1, Line 4."""
    parts: tuple[LawPart, ...] = ()
    """The parts of laws that are asked for: 第四条, Article 4, 第二章."""
    year_range: tuple[int, int] | None = None
    stage: int = 0
    """The stage that is asked for by its number ("第二阶段"); 0 stands for none, -1 for the last."""
    shares: tuple[str, ...] = ()
    """The shares that it names: "100%", "95%"."""
    dates: tuple[str, ...] = ()
    """The days and months that it names, as YYYY-MM or YYYY-MM-DD, one without a year as written: "6月底前"."""
    values: tuple[str, ...] = ()
    """The figures that it names with their units: "75%", "25座"."""
    said: str = ""
    """The question in small letters, without marks."""
    in_figures: str = ""
    """The question with its numerals in figures: by which the tier of a list is known that it names (Ⅱ级响应, 较大事故)."""

    def __contains__(self, want: Want) -> bool:
        return want in self.kinds
