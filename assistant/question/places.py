"""Places in a question: the plans they name, and places that no plan covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pypinyin import lazy_pinyin
from rapidfuzz.distance import DamerauLevenshtein

from index import Document

_FILE = Path(__file__).with_name("places.txt")
# "海原县", "东川区"; a word before it that is no name ("全市", "各县", "市辖区") is taken out by _NO_NAME.
_NAMED = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗|镇|乡)")
_NO_NAME = re.compile(
    r"^(?:.*[全各该本我两所几哪那某市级]|.*(?:城|园|景|校|厂|矿|社|小|辖|山|牧|农|功能|开发|高新|居民|"
    r"住宅|行政|自治|地|库|林|灾|片|郊|禁|保护|示范|集聚|集中|工业|园林|旅游|新))(?:省|市|县|区|州|旗|"
    r"镇|乡)$"
)
# "晋市政办〔2017〕29号" names an office's paper, not a place.
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[(（]\d{4}[〕\])）]\s*\d+\s*号")


@dataclass(frozen=True, slots=True)
class Places:
    """Document ids that a text names, unknown places as written, and the text without the names of plans."""

    plans: tuple[str, ...]
    unknown: tuple[str, ...]
    rest: str
    named: tuple[str, ...] = ()
    """The spellings that were found, for messages."""


@lru_cache(maxsize=1)
def known_places() -> dict[str, str]:
    """Every place of China's list of prefecture-level divisions -> its English (pinyin) name, lower case."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    names = [name for line in lines if not line.startswith("#") for name in line.split()]
    return {name: "".join(lazy_pinyin(re.sub(r"(?<=..)[市州盟]$|地区$", "", name))) for name in names}


def find_places(text: str, documents: Iterable[Document], plan_texts: Iterable[str]) -> Places:
    """What places a question names.

    A place inside a plan's area that the plan's text speaks of is no unknown place. Where one spelling lies inside
    another (宁夏中卫), the longer or later one wins.
    """
    found: list[tuple[int, int, str, str]] = []
    for document in documents:
        for name in document.places:
            for match in re.finditer(_spelling(name), text, re.IGNORECASE):
                found.append((match.start(), match.end(), document.id, match.group()))
    if not found:
        found = list(_with_slip(text, documents))
    found = _most_specific(found)
    plans = tuple(dict.fromkeys(document_id for _, _, document_id, _ in sorted(found)))
    rest = text
    for start, end, _, _ in sorted(found, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    rest = _DOCUMENT_NUMBER.sub(" ", rest)
    texts = list(plan_texts)
    names = tuple(dict.fromkeys(_unknown(rest, texts)))
    unknown = tuple(name for name in names if not any(name != other and name in other for other in names))
    return Places(plans, unknown, rest, tuple(dict.fromkeys(name for *_, name in sorted(found))))


def _spelling(name: str) -> str:
    escaped = re.escape(name)
    return rf"\b{escaped}(?:['’]s)?\b" if name.isascii() else escaped


def _most_specific(found: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    """Drop spellings inside longer ones, and a region that only says where the next place lies ("宁夏中卫")."""
    kept: list[tuple[int, int, str, str]] = []
    for one in sorted(found, key=lambda f: (f[0], -(f[1] - f[0]))):
        if any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in found):
            continue
        follows = next((o for o in found if o[2] != one[2] and o[0] == one[1]), None)
        if follows is None:
            kept.append(one)
    return kept


def _with_slip(text: str, documents: Iterable[Document]) -> Iterable[tuple[int, int, str, str]]:
    """English spellings with one slip ("Kizisu", "Kunmng"); names shorter than six letters are too easily met."""
    names = {
        name.lower(): d.id
        for d in documents
        for name in d.places
        if name.isascii() and len(name) >= 6 and " " not in name
    }
    for match in re.finditer(r"[A-Za-z]{5,}", text):
        word = match.group().lower()
        near = [name for name in names if _slips(word, name) <= (2 if len(name) > 7 else 1)]
        if near:
            yield match.start(), match.end(), names[near[0]], match.group()


def _slips(word: str, name: str) -> int:
    return DamerauLevenshtein.distance(word, name, score_cutoff=2)


def _unknown(rest: str, texts: list[str]) -> Iterable[str]:
    """Places named that no plan's text speaks of."""
    for name in known_places():
        if name in rest and not any(name in text for text in texts):
            yield name
    for match in _NAMED.finditer(rest):
        name = match.group()
        if not _NO_NAME.match(name) and not any(name in text for text in texts) and _looks_like_place(name):
            yield name
    pinyin: dict[str, list[str]] = {}  # 山西 and 陕西 are both Shanxi
    for name, english in known_places().items():
        pinyin.setdefault(english, []).append(name)
    for match in re.finditer(r"[A-Za-z]+(?:['’][a-z]+)?", rest):
        word = re.sub(r"['’](?:s$)?", "", match.group()).lower()
        names = pinyin.get(word, []) if match.group()[0].isupper() else []
        if names and not any(name in text for name in names for text in texts):
            yield match.group()


def _looks_like_place(name: str) -> bool:
    """A two- or three-character name with a suffix that is no common word ("西安市", "城固县"; not "哪些地区")."""
    stem = re.sub(r"(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗|镇|乡)$", "", name)
    return 2 <= len(stem) <= 4 and not re.search(r"[的是在有和与对要哪些什么多少个各全每年月日底前到为了]", stem)
