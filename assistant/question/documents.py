"""Which documents a question means: log-odds for each by what its words tell of title, number, year, issuer and place.

The words are witnesses and no filter, since words of a title are often words of the matter as well. Only what leaves no
doubt names a document: its number, its title in quotes, or its own words where a paper is named, far before all others.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from assistant.question.paper_words import NATIONAL, PaperWords
from assistant.question.said import Said
from assistant.question.titles_held import Marks, Titles, Values
from assistant.types import Concept

LEAD = 2.5
"""So far before all others (12 to 1) lies what a question names."""
FAR_LEAD = 5.0
"""So far before all others (150 to 1) that half of what its title must else have said is enough."""
MOSTLY = 0.6
"""So much of what tells a title from the others is said of a document that is named by its title."""
SPREAD = 3.0
"""What odds are divided by before they weigh: a title's word may be the matter's. Set by hand."""
LEAST_WEIGHT = 0.1
"""No document is impossible as long as none is named."""
NUMBERED, QUOTED, PLACED, SPEAKING, ISSUED, OF_ITS_KIND = 8.0, 5.0, 3.0, 2.0, 1.0, 0.5
OF_THE_YEAR, IN_PERIOD, OUT_OF_PERIOD = 1.5, 0.3, -0.7
"""A yearly paper is named by its year; the years of a long plan are told by others as well."""
OUT_OF_FORCE, EARLIER_ASKED, LATER_ASKED = -1.5, 3.0, -3.0
LEAST_QUOTED_CHARS = 4
_EARLIER = "旧版 老版 修订前 修改前 older previous former earlier_version"
_LATER = "新版 现行 最新 newest latest current in_force"
_ADDED = "添加 上传 加入 导入 加的 added uploaded"
_JUST = "刚 刚才 just last newly"


@dataclass(frozen=True, slots=True)
class Asking:
    """What of a question may tell which document it means; `rest` is its text without names of places and numbers."""

    text: str
    rest: str
    concepts: tuple[Concept, ...]
    years: tuple[int, ...]
    placed: tuple[str, ...]
    """The documents whose place it names."""
    speaking: tuple[str, ...] = ()
    """Those that speak of a place which it names and which lies in theirs."""
    newest: str = ""
    """The document that was added last."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Log-odds by document id, the documents that are named beyond doubt (seldom more than one), and by what words.

    `titled` holds the ids of all whose kind of paper the question says: the words of their titles may be names only.
    """

    odds: Mapping[str, float]
    named: tuple[str, ...]
    titled: frozenset[str]

    def weights(self) -> dict[str, float]:
        """How likely each document is meant beside the likeliest, over 0 to 1; empty where nothing tells them apart."""
        most = max(self.odds.values(), default=0.0)
        if most == min(self.odds.values(), default=0.0):
            return {}
        of_odds = {odds: max(math.exp((odds - most) / SPREAD), LEAST_WEIGHT) for odds in {*self.odds.values()}}
        return {one: of_odds[odds] for one, odds in self.odds.items()}


def meant_by(asking: Asking, titles: Titles) -> Meant:
    """Which documents a question means; of those whose place it names a title's own words need not be many."""
    naming = PaperWords.of(asking.rest, asking.concepts)
    worth, shares = titles.told(naming)
    of_its_kind = titles.of_kind(naming)
    placed, beyond_doubt = titles.marks(asking.placed), titles.numbered(asking.text)
    quoted = _quoted(asking.text, titles)
    told = worth + OF_ITS_KIND * of_its_kind + PLACED * placed
    told += PLACED * titles.is_national * naming.weight_of(*NATIONAL)
    told += NUMBERED * beyond_doubt + QUOTED * quoted + _told_otherwise(asking, titles)
    odds = dict(zip(titles.ids, told.tolist(), strict=True))
    titled = frozenset(titles.ids[at] for at in np.flatnonzero(of_its_kind))
    newest = asking.newest if Said(asking.text).any_of(f"{_JUST} + {_ADDED}") else ""
    if (sure := beyond_doubt | quoted | titles.marks([newest])).any():
        return Meant(odds, tuple(titles.ids[at] for at in np.flatnonzero(sure)), titled)
    best, lead = _first_and_lead(told, titles)
    said = shares[titles.at[best]] if best else 0.0
    told_apart = best in asking.placed or said >= MOSTLY or (lead >= FAR_LEAD and said >= MOSTLY / 2)
    clear = best in titled and lead >= LEAD and told_apart
    return Meant(odds, (best,) if clear else (), titled)


def tells_of_adding(concept: Concept) -> bool:
    """Whether a concept is part of how people speak of the document that they added last."""
    return Said(concept.asked_as).any_of(f"{_JUST} {_ADDED}")


def _first_and_lead(odds: Values, titles: Titles) -> tuple[str, float]:
    """The likeliest document, of equals the first by id, and how far the next one lies behind it."""
    if not len(odds):
        return "", 0.0
    first = min(titles.ids[at] for at in np.flatnonzero(odds == odds.max()))
    second = max(np.delete(odds, titles.at[first]).tolist(), default=0.0)
    return first, float(odds.max()) - second


def _told_otherwise(asking: Asking, titles: Titles) -> Values:
    """What speaks for documents beside title, kind, number and place."""
    told = SPEAKING * titles.marks(asking.speaking) + ISSUED * titles.issuers.marked_in(asking.text, titles.marks())
    said = Said(asking.text)
    of_version = EARLIER_ASKED if said.any_of(_EARLIER) else LATER_ASKED if said.any_of(_LATER) else OUT_OF_FORCE
    # Each year's paper holds for its year: only where a question names none does the latest one go before.
    told += of_version * (titles.is_out_of_force | (titles.is_of_earlier_year & (not asking.years)))
    return told + _of_the_years(asking.years, titles)


def _of_the_years(years: Collection[int], titles: Titles) -> Values:
    """What the years of a question tell: that it is of a paper's period or, where it has none, of its day of issue."""
    first, last, told = titles.first_year, titles.last_year, np.zeros(len(titles.ids))
    if not years:
        return told
    of_them = np.logical_or.reduce([(first <= year) & (year <= last) for year in years])
    told[~of_them & titles.has_period] = OUT_OF_PERIOD
    return np.where(of_them, np.where(first == last, OF_THE_YEAR, IN_PERIOD), told)


def _quoted(text: str, titles: Titles) -> Marks:
    """Which documents' titles a question has in title marks, whole or most of one."""
    quoted = [name for part in text.split("《")[1:] if len(name := part.partition("》")[0]) >= LEAST_QUOTED_CHARS]
    marks = titles.marks()
    for at, document in enumerate(titles.documents if quoted else ()):
        title = document.title
        marks[at] = len(title) >= LEAST_QUOTED_CHARS and any(name in title or title in name for name in quoted)
    return marks
