"""Names of people in Chinese and in pinyin: how a name is spoken, and whether a text names somebody."""

from __future__ import annotations

import re

from index.terms.lexicon import HAN, listed
from index.terms.pinyin import pinyin

# Family names that are not read as the character usually is.
_FAMILY_PINYIN = dict(
    zip(
        "曾单解仇区查翟朴盖覃尉燕员乐吕",
        "zeng shan xie qiu ou zha zhai piao ge qin yu yan yun yue lyu".split(),
        strict=True,
    )
)


def in_pinyin(name: str) -> str:
    """Han names family name first ("Wang Haijiang"); names with middle dots part by part."""
    parts = name.split("·")
    if len(parts) > 1 or len(name) > 4:
        return " ".join("".join(pinyin(part)).capitalize() for part in parts)
    return " ".join(part.capitalize() for part in family_and_given(name) if part)


def family_and_given(name: str) -> tuple[str, str]:
    """Family name and given name of a Han person in pinyin, lower case ("zeng", "zhiyong")."""
    size = 2 if name[:2] in listed("double_surnames") else 1
    family = _FAMILY_PINYIN.get(name[:size]) or "".join(pinyin(name[:size]))
    return family, "".join(pinyin(name)[size:])


def pinyin_spellings(name: str) -> str:
    """The spellings by which an English question may name a Chinese person, lower case."""
    parts = [pinyin(part) for part in name.split("·")]
    family, given = family_and_given(name.split("·")[0])
    joined = ["".join(part) for part in parts] if len(parts) > 1 else [f"{family}{given}"]
    return " ".join([*joined, family, given, *(s for part in parts for s in part)])


def names(text: str, name: str) -> bool:
    """Whether a text names a person: in Chinese, by the first part of a name with middle dots, or by all of the pinyin."""
    first = name.split("·")[0]
    if len(first) > 1 and first in text:
        return True
    words = set(re.findall(r"[a-z]+", text.lower()))
    return bool(words) and "·" not in name and words.issuperset(family_and_given(name))


def name_terms(name: str) -> tuple[str, ...]:
    """By what a person is looked up: the first part of the name, and family and given name in pinyin; see `names`."""
    if not name:
        return ()
    first = name.split("·")[0]
    chinese = (first,) if len(first) > 1 else ()
    return chinese if "·" in name else (*chinese, " ".join(family_and_given(name)))


def terms_in(text: str) -> frozenset[str]:
    """Everything in a text that could be one of `name_terms`: short runs of characters, words of Latin letters in pairs."""
    terms = {
        run[start : start + size]
        for run in re.findall(rf"[{HAN}]+", text)
        for size in range(2, MAX_NAME_CHARS + 1)
        for start in range(len(run) - size + 1)
    }
    latin = re.findall(r"[a-z]+", text.lower())
    near = ((one, other) for at, one in enumerate(latin) for other in latin[at + 1 : at + 1 + MAX_NAME_GAP])
    return frozenset(terms | {f"{a} {b}" for one, other in near for a, b in ((one, other), (other, one))})


MAX_NAME_CHARS = 8
"""The first part of a name that is written with middle dots may have so many characters: 吾肉孜阿力."""
MAX_NAME_GAP = 3
"""Family and given name in pinyin stand no further apart: "Wang Haijiang", "Haijiang, Mr. Wang"."""
