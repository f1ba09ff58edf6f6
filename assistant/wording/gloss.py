"""English for Chinese official text: names, offices, values, dates, and a word-for-word gloss of a clause.

The gloss is no translation and is marked as one where it is shown; the Chinese always stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from index.terms.glossary import Glossary

MAX_GLOSS_CHARS = 420
_MONTHS = "January February March April May June July August September October November December".split()
_PUNCTUATION = str.maketrans(
    {
        "，": ",",
        "。": ".",
        "；": ";",
        "：": ":",
        "、": ",",
        "（": "(",
        "）": ")",
        "“": "“",
        "”": "”",
        "？": "?",
        "！": "!",
    }
)
# Dates and amounts are turned round before the words: "到2025年底" -> "by the end of 2025", "95%以上" -> "95% or more".
_DATE = re.compile(
    r"(?P<by>到|至|于|在)?(?P<y>(?:19|"
    r"20)\d{2})年(?:(?P<m>\d{1,2})月)?(?:(?P<d>\d{1,2})日)?(?P<end>年?底|末)?(?P<before>之?前|以前)?"
)
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _ordinal(day: str) -> str:
    return f"{int(day)}{_ORDINALS.get(int(day), 'th')}"


def _by(before: str | None, date: str, otherwise: str) -> str:
    return f" {'by' if before else otherwise} {date} "


# Dates without a year: "每年12月15日前" -> "by 15 December each year", "每季度最后一个月的20日", "每月25日前", "9月底前".
_YEARLESS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"(?:于|在)?(每年)?(1[0-2]|[1-9])月([12]?\d|3[01])日(之?前|以前)?"),
        lambda m: _by(m[4], f"{int(m[3])} {_MONTHS[int(m[2]) - 1]}{' each year' if m[1] else ''}", "on"),
    ),
    (
        re.compile(r"(?:于|在)?(每年)?(1[0-2]|[1-9])月(?:底|末)(之?前|以前)?"),
        lambda m: _by(m[3], f"the end of {_MONTHS[int(m[2]) - 1]}{' each year' if m[1] else ''}", "at"),
    ),
    (
        re.compile(r"(?:于|在)?每季度(?:最后一个月|末月)的?([12]?\d|3[01])日(之?前|以前)?"),
        lambda m: _by(m[2], f"the {_ordinal(m[1])} of the last month of each quarter", "on"),
    ),
    (
        re.compile(r"(?:于|在)?每月([12]?\d|3[01])日(之?前|以前)?"),
        lambda m: _by(m[2], f"the {_ordinal(m[1])} of each month", "on"),
    ),
    (re.compile(r"(?:于|在)?每月(?:底|末)(之?前|以前)?"), lambda m: _by(m[1], "the end of each month", "at")),
    (re.compile(r"(?<!\d)(1[0-2]|[1-9])月份?"), lambda m: f" {_MONTHS[int(m[1]) - 1]} "),
)
_BOUNDS = (
    (re.compile(r"(?:不少于|不低于|至少)\s*([\d.,]+%?)"), r" at least \1 "),
    (re.compile(r"(?:不超过|不高于|不多于)\s*([\d.,]+%?)"), r" at most \1 "),
    (re.compile(r"控制在\s*([\d.,]+[%‰]?)\s*(?:以下|以内|之内)"), r" held below \1 "),
    (re.compile(r"(?:同比)?下降(?:了|到)?\s*([\d.,]+%?)(?:以上)?"), r" down \1 "),
    (re.compile(r"(?:超过|大于|高于)\s*([\d.,]+%?)"), r" over \1 "),
    (re.compile(r"([\d.,]+[%‰]?)\s*(?:以上|及以上)"), r" \1 or more "),
    (re.compile(r"([\d.,]+[%‰]?)\s*(?:以下|以内|之内)"), r" \1 or less "),
    (re.compile(r"(?<=\d)余(?=万|亿|起|人|处|家|名|元|次)|(?<=\d[万亿])余"), " over "),
    (re.compile(r"([\d.]+)\s*( over )?万( over )?元"), r" \2\3\g<1>0,000 yuan "),
    (re.compile(r"([\d.]+)\s*亿元"), r" \1 hundred million yuan "),
    (re.compile(r"([\d.]+)\s*( over )?万"), r" \2\g<1>0,000 "),
    (re.compile(r"零发生"), " zero occurrences "),
    (re.compile(r"坚决遏制"), " firmly curbed "),
    (
        re.compile(r"“?十([一二三四五六七八])五”?(?:规划)?(?:时期|期间)?"),
        lambda m: f" {10 + '一二三四五六七八'.index(m[1]) + 1}th Five-Year ",
    ),
)
_PLACE_PREFIX = (
    ("自治州", "Prefecture "),
    ("自治区", "Regional "),
    ("州", "Prefecture "),
    ("市", "Municipal "),
    ("县", "County "),
    ("区", "District "),
    ("省", "Provincial "),
)
_MONEY = re.compile(r"(\d+(?:\.\d+)?)0,000 yuan")


def gloss(text: str, glossary: Glossary) -> str:
    """A word-for-word English rendering; Chinese without an entry stays, in brackets."""
    prepared = _DATE.sub(_english_date, text.translate(_PUNCTUATION))
    for pattern, english_date in _YEARLESS:
        prepared = pattern.sub(english_date, prepared)
    for pattern, english in _BOUNDS:
        prepared = pattern.sub(english, prepared)
    prepared = _ten_thousands(prepared)
    words: list[str] = []
    for run in re.findall(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+", prepared):
        if not re.match(r"[\u4e00-\u9fff]", run):
            words.append(run)
            continue
        for piece, entry in glossary.segment(run):
            if entry is None:
                words.append(f" ({piece}) " if len(piece) > 1 else " ")
            elif entry.en != "-":
                words.append(f" {_plain(entry.en)} ")
    return _tidy("".join(words))


def _ten_thousands(text: str) -> str:
    """A number of ten thousands written out: "9000,000 yuan", as made from 900万, -> "9,000,000 yuan"."""
    return re.sub(r"(\d+(?:\.\d+)?)0,000\b", lambda m: f"{round(float(m[1]) * 10_000):,}", text)


def _english_date(match: re.Match[str]) -> str:
    year, month, day = match["y"], match["m"], match["d"]
    date = year
    if month and 1 <= int(month) <= 12:
        date = f"{int(day)} {_MONTHS[int(month) - 1]} {year}" if day else f"{_MONTHS[int(month) - 1]} {year}"
    if match["end"]:
        return f" by the end of {date} "
    if match["before"] or match["by"] in ("到", "至"):
        return f" by {date} "
    return f" in {date} " if match["by"] else f" {date} "


def _plain(english: str) -> str:
    """A rendering without the explanation in brackets that some entries carry."""
    return re.sub(r"\s*\(.*?\)", "", english)


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;:)”%])", r"\1", text)
    text = re.sub(r"([(“])\s+", r"\1", text)
    text = re.sub(r"([,;:])(?=[^\s\d])", r"\1 ", text)
    text = re.sub(r"\b(\w+)( \1\b)+", r"\1", text)
    return text.strip()


def cut_gloss(zh: str, glossary: Glossary) -> str:
    """A gloss of at most `MAX_GLOSS_CHARS`, cut at a word."""
    english = gloss(zh, glossary)
    return english if len(english) <= MAX_GLOSS_CHARS else f"{english[:MAX_GLOSS_CHARS].rsplit(' ', 1)[0]} …"


def glossed(zh: str, glossary: Glossary) -> str:
    """A clause's gloss, marked as one, with the Chinese in brackets."""
    english = cut_gloss(zh, glossary)
    return f"Gloss: {english[:1].upper()}{english[1:].rstrip('.,; ')} ({inner(zh)})."


def bilingual(zh: str, glossary: Glossary) -> str:
    """A name or term as "English (中文)"; the place prefix of an office is put into words."""
    return f"{english_name(zh, glossary)} ({inner(zh)})"


def english_name(zh: str, glossary: Glossary) -> str:
    """English for an office or a term, from the glossary where it has the whole, else word by word."""
    entry = glossary.entry(zh)
    if entry and entry.en != "-":
        return _plain(entry.en)
    for prefix, english in _PLACE_PREFIX:
        rest = zh.removeprefix(prefix)
        entry = glossary.entry(rest)
        if rest != zh and entry and entry.en != "-":
            return f"{english}{_plain(entry.en)}"
    made = gloss(zh, glossary)
    return made[:1].upper() + made[1:]


def inner(zh: str) -> str:
    """Chinese to stand in brackets: its own brackets become 〔〕, so that the outer ones can be told."""
    return re.sub(r"\s+", " ", zh).translate(str.maketrans("()（）[]", "〔〕〔〕〔〕")).strip()


def english_list(parts: list[str]) -> str:
    """Parts joined as English does: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
