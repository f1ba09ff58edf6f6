"""What a plan without a catalogue entry says of itself: title, place, period, issuer, number and date.

Comes in: the cleaned text and what was loaded, whose head may hold the publishing site's form. Goes out: a `Document`
with "" or None where the file does not tell.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.reading.files.types import LoadedText
from index.reading.front import issued_on, issuer_of, number_of, title_of
from index.reading.paper_place import english_place, find_place, level_of, spellings, syllables
from index.storage.overrides import Override
from index.terms.five_years import plan_number, plan_years
from index.terms.lexicon import YEAR
from index.types import CleanText, Document, Level

_AS_READ = Override()
_HEAD_CHARS = 3000  # title, letter and the site's form stand before the plan's first chapter
_MAX_ID_CHARS = 40
_NATION = ("国务院", "国家")
# "“十四五”", "十三五规划", "第十五个五年": not "二十五年".
_FIVE_YEAR = re.compile('[“"]?(十[一二三四五六七])五(?!年)|第(十[一二三四五六七])个五年')
_YEAR = re.compile(rf"{YEAR}\s*(年?)")  # "2024年", the two of "2024-2026年"
_TO = frozenset("-—–~～至到 ")


def describe(clean: CleanText, loaded: LoadedText, edit: Override = _AS_READ) -> Document:
    """Everything a `Document` holds but its id, file and hash, which the builder sets; `edit` goes before the file."""
    head = f"{clean.text[:_HEAD_CHARS]}\n{loaded.text[:_HEAD_CHARS]}"
    stem = " ".join(loaded.path.stem.replace("_", " ").split())
    read = title_of(clean.text[:_HEAD_CHARS]) or title_of(head) or stem
    title = edit.title or read
    issuer = issuer_of(head)
    national = edit.place == "全国" if edit.place else _is_national(read)
    # What was not written over stays as it was read, and so as it was shown, whatever the new title says.
    place = edit.place or (
        "全国" if national else find_place(read) or find_place(issuer) or find_place(stem) or find_place(title)
    )
    place_en = "China" if national else english_place(place)
    period = edit.period or _period(read) or _period(stem) or _period(title)
    return Document(
        id=document_id(place_en, period, loaded.path.stem),
        title=title,
        title_en=_english_title(title, place_en, period),
        file="",
        sha256="",
        place=place,
        place_en=place_en,
        places=("全国", "国家", "China", "national") if national else spellings(place, place_en),
        level=Level.COUNTRY if national else level_of(place),
        period=period,
        issuer=issuer,
        number=number_of(head),
        issued=issued_on(head),
    )


def document_id(place_en: str, period: tuple[int, int] | None, stem: str) -> str:
    """An id from place and period as the shipped ones have it (`xian-14th`), else from the file's name."""
    name = _slug(place_en)
    if not name:
        return _slug("".join(syllables(stem))) or "plan"
    if period is None:
        return name
    plan = plan_number(period)
    return f"{name}-{plan}th" if plan else f"{name}-{period[0]}"


def _slug(text: str) -> str:
    """Xi'an -> xian, Inner Mongolia -> inner-mongolia, "-my_plan-" -> my-plan."""
    words = re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")
    return words[:_MAX_ID_CHARS].strip("-")


def _is_national(title: str) -> bool:
    """Whether a title is of the whole country: "国务院…", "全国…", "“十四五”国家…"."""
    plan = _FIVE_YEAR.match(title)
    return "全国" in title or title[plan.end() if plan else 0 :].lstrip('”"').startswith(_NATION)


def _period(text: str) -> tuple[int, int] | None:
    """The years that a title names: two years, a five-year plan, or one year."""
    years = list(_YEAR.finditer(text))
    for one, two in pairwise(years):
        if one.end() < two.start() and set(text[one.end() : two.start()]) <= _TO:
            first, last = int(one.group()[:4]), int(two.group()[:4])
            return (first, last) if first <= last else None
    if plan := _FIVE_YEAR.search(text):
        return plan_years(plan.group(1) or plan.group(2))
    year = next((int(year.group()[:4]) for year in years if year.group(1)), None)
    return (year, year) if year else None


def _english_title(title: str, place_en: str, period: tuple[int, int] | None) -> str:
    subject = "work safety plan" if "安全生产" in title else "plan"
    years = f"{period[0]}-{period[1]}" if period and period[0] != period[1] else str(period[0]) if period else ""
    return " ".join(part for part in (place_en, subject, years) if part)
