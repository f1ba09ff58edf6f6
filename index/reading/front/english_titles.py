"""A short English title for a Chinese paper: place, what it is about by the glossary, kind and years.

No translation: of what it is about, the words that the glossary holds are told, the others are left out.
"""

from __future__ import annotations

from index.reading.front.paper_kinds import Ending, ending_of, without_brackets
from index.reading.front.paper_years import is_five_year_plan, without_years
from index.terms.five_years import plan_number
from index.terms.glossary import Entry, load_glossary, stem
from index.terms.lexicon import is_office, listed
from index.types import PaperKind

_MOST_TOPIC_CHARS = 54
"""Of what a paper is about, so that its title with place, kind and years is read at a glance."""
_LONG_TOPIC_WORDS = 4
"""What is longer stands behind the kind: "Three-Year Action Plan for …"."""
_LEFT_OUT = ("verb", "connective", "time", "place")
"""Kinds of glossary entries that say nothing of what a paper is about: "加强", "以及", "三年"."""
_EVENTS = ("accident", "hazard")
"""Kinds of which English names one before another word: "Earthquake Emergency Plan"."""
_WITHOUT_A_KIND = "{}"
_PAPER = "Paper"
_SMALL = frozenset(("and", "of", "the", "for", "in", "on", "to", "with", "at", "a"))
_ABOUT = "关于"
_BUREAU = " bureau"


def english_title(title: str, ending: Ending, places: tuple[str, ...], period: tuple[int, int] | None) -> str:
    """Of "青岚县消防安全三年行动方案（2024—2026年）" it is "Qinglan County Fire Safety Three-Year Action Plan 2024-2026"."""
    years = f"{period[0]}-{period[1]}" if period and period[0] != period[1] else str(period[0]) if period else ""
    matter = _matter(title, ending, places, period)
    told = plan_number(period) if period and is_five_year_plan(title) else None
    return " ".join(part for part in (_english_place(places), matter, "" if told else years) if part)


def _matter(title: str, ending: Ending, places: tuple[str, ...], period: tuple[int, int] | None) -> str:
    """Kind and topic; of a paper that sends or explains another one, that one's title is the topic."""
    sent = title.partition("《")[2].rpartition("》")[0]
    if sent:
        topic = _matter(sent, ending_of(sent), places, period)
    else:
        topic = _capital(" ".join(_topic(title, ending, places)))
        number = plan_number(period) if period and is_five_year_plan(title) else None
        if number and ending.kind is PaperKind.PLAN:
            return f"{number}th Five-Year Plan{f' for {topic}' if topic else ''}"
    form = ending.english or _WITHOUT_A_KIND
    if not topic:
        return form.format("").strip().removesuffix(" on").removesuffix(":") or _PAPER
    if len(topic.split()) > _LONG_TOPIC_WORDS and ending.kind in _NAMED_FIRST:
        return f"{form.format('').strip()} for {topic}"
    return form.format(topic)


_NAMED_FIRST = (
    PaperKind.PLAN, PaperKind.ACTION_PLAN, PaperKind.EMERGENCY_PLAN, PaperKind.WORK_POINTS, PaperKind.MEASURES,
    PaperKind.REGULATION,
)  # fmt: skip
"""Kinds that English may name before a long topic."""


def _english_place(places: tuple[str, ...]) -> str:
    """The English name with its rank where there is one: "Qinglan County", not "Qinglan"."""
    english = [spelling for spelling in places if spelling.isascii() and spelling[:1].isupper()]
    name = next(iter(english), "")
    return next((full for full in english if full.startswith(f"{name} ")), name)


def _topic(title: str, ending: Ending, places: tuple[str, ...]) -> list[str]:
    """The words for what a title is about, as many as fit; what says little only where nothing else does."""
    text = without_years(without_brackets(title)).removesuffix("”").removesuffix(ending.written)
    text = text.partition(_ABOUT)[2] or text
    for place in sorted(places, key=len, reverse=True):
        text = text.replace(place, "")
    found = [
        (piece, entry)
        for piece, entry in load_glossary().segment(text)
        if entry and entry.en != "-" and entry.kind not in _LEFT_OUT and len(piece) >= len("安全")
    ]
    telling = [(piece, entry) for piece, entry in found if not _says_little(entry)] or found
    words: list[str] = []
    for at, (piece, entry) in enumerate(telling):
        english = entry.en if is_office(piece) else entry.en.removesuffix(_BUREAU).removesuffix(_BUREAU.title())
        before_another = entry.kind in _EVENTS and at < len(telling) - 1
        term = (_singular(english) if before_another else english).split()
        if set(term) <= {*words, *ending.english.lower().split()}:
            continue
        term = term[1:] if words and term[0].lower() == words[-1].lower() else term
        if words and len(" ".join((*words, *term))) > _MOST_TOPIC_CHARS:
            break
        words += term
    return words


def _says_little(entry: Entry) -> bool:
    """Whether a term may be left out beside others: "工作", "报告", and what English says with an adverb ("持续")."""
    return entry.zh in listed("no_topics") or entry.en.endswith("ly")


def _singular(term: str) -> str:
    """A noun as it stands before another one: "earthquakes" -> "earthquake"; "gas" stays."""
    bare = f"{term[:-3]}y" if term.endswith("ies") else term[:-1]
    return bare if term.endswith("s") and " of " not in term and stem(bare) == stem(term) != term else term


def _capital(text: str) -> str:
    words = text.split()
    return " ".join(word if word in _SMALL and at else word[:1].upper() + word[1:] for at, word in enumerate(words))
