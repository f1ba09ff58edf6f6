"""A short English title for a Chinese paper: place, what it is about by the glossary, kind and years.

No translation: of what it is about, the words that the glossary holds are told, the others are left out.
"""

from __future__ import annotations

from index.reading.front.paper_kinds import Ending, without_brackets
from index.reading.front.paper_years import is_five_year_plan, without_years
from index.terms.five_years import plan_number
from index.terms.glossary import load_glossary
from index.terms.lexicon import is_office
from index.types import PaperKind

_MOST_TERMS = 6
_LEFT_OUT = ("verb", "connective", "time")
"""Kinds of glossary entries that say nothing of what a paper is about: "加强", "以及", "三年"."""
_WITHOUT_A_KIND = "{}"
_PAPER = "Paper"
_SMALL = frozenset(("and", "of", "the", "for", "in", "on", "to", "with", "at", "a"))
_ABOUT = "关于"
_BUREAU = " bureau"


def english_title(title: str, ending: Ending, places: tuple[str, ...], period: tuple[int, int] | None) -> str:
    """Of "青岚县消防安全三年行动方案（2024—2026年）" it is "Qinglan County Fire Safety Three-Year Action Plan 2024-2026"."""
    place = _english_place(places)
    topic = _capital(" ".join(_topic(title, ending, places)))
    number = plan_number(period) if period and is_five_year_plan(title) else None
    if number and ending.kind is PaperKind.PLAN:
        return f"{place} {number}th Five-Year Plan{f' for {topic}' if topic else ''}".strip()
    kind = " ".join((ending.english or _WITHOUT_A_KIND).format(topic).split())
    if not topic:
        kind = kind.removesuffix(" on").removesuffix(":") or _PAPER
    years = f"{period[0]}-{period[1]}" if period and period[0] != period[1] else str(period[0]) if period else ""
    return " ".join(part for part in (place, kind, years) if part)


def _english_place(places: tuple[str, ...]) -> str:
    """The English name with its rank where there is one: "Qinglan County", not "Qinglan"."""
    english = [spelling for spelling in places if spelling.isascii() and spelling[:1].isupper()]
    name = next(iter(english), "")
    return next((full for full in english if full.startswith(f"{name} ")), name)


def _topic(title: str, ending: Ending, places: tuple[str, ...]) -> list[str]:
    text = without_years(without_brackets(title)).removesuffix("”").removesuffix(ending.written)
    text = text.partition(_ABOUT)[2] or text
    for place in sorted(places, key=len, reverse=True):
        text = text.replace(place, "")
    terms: list[str] = []
    for piece, entry in load_glossary().segment(text):
        if entry is None or entry.en == "-" or entry.kind in _LEFT_OUT or len(piece) < len("安全"):
            continue
        english = entry.en if is_office(piece) else entry.en.removesuffix(_BUREAU).removesuffix(_BUREAU.title())
        said = set(" ".join(terms).split())
        if not set(english.split()) <= said:
            terms.append(english)
    return terms[:_MOST_TERMS]


def _capital(text: str) -> str:
    words = text.split()
    return " ".join(word if word in _SMALL and at else word[:1].upper() + word[1:] for at, word in enumerate(words))
