"""Offices that could be taken for the right one: by what they answer for near to what is asked, and surely another office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.evidence.units import office_key
from index import Index, listed

NEAR = 0.27
"""Cosine; an office that answers for nothing so near to what is asked is struck at a glance."""
GIVEN_AWAY = 0.12
"""Cosine; what is so much nearer to one name than to the others is that office's by common sense: schools are the education bureau's."""
_IN_CHARGE = ("安委", "应急", "安全生产监督")
"""In names of bodies for all of work safety; the office of the one mostly sits in the other, and either could be meant."""


def likeliest(index: Index, asked: str, right: str, fields: Mapping[str, str]) -> tuple[str, ...]:
    """Of offices with what they answer for those of the level of the right one that are near to what is asked, the nearest first."""
    names = [name for name in fields if _has_level(name) is _has_level(right)]
    if not names:
        return ()
    vectors = index.encoder.encode([f"{name}{fields[name]}" for name in names])
    near = vectors @ index.encoder.encode([asked])[0]
    ranked = sorted(zip(near.tolist(), names, strict=True), reverse=True)
    return tuple(name for score, name in ranked if score >= NEAR)


def gives_away(index: Index, asked: str, right: str, others: Sequence[str]) -> bool:
    """Whether what is asked is so much nearer to the name of one office than to all others that nobody need know the plan."""
    if not others:
        return True
    vectors = index.encoder.encode([core(name) for name in (right, *others)])
    near = (vectors @ index.encoder.encode([asked])[0]).tolist()
    return bool(near[0] - max(near[1:]) > GIVEN_AWAY)


def tells_away(unit: str, text: str) -> bool:
    """Whether a text has a word of an office's name, by which it is found without the plan.

    "教育局" is by "教育系统", "人力资源和社会保障局" by "人社".
    """
    name = core(unit)
    shortened = any(f"{name[0]}{later}" in text for later in name[1:])
    return shortened or any(name[at : at + 2] in text for at in range(len(name) - 1))


def core(unit: str) -> str:
    """The name of an office without its level, which tells it from no other."""
    level = max((word for word in listed("levels") if unit.startswith(word)), key=len, default="")
    return unit.removeprefix(level) or unit


def _has_level(unit: str) -> bool:
    return core(unit) != unit


def is_in_charge(unit: str) -> bool:
    """Whether a body is for all of work safety: whoever knows nothing of the plan names it first."""
    return any(word in unit for word in _IN_CHARGE)


def may_be_one(one: str, other: str) -> bool:
    """Whether two names may mean one office, a part of it, or one that sits in it."""
    keys = office_key(one), office_key(other)
    held = keys[0] in keys[1] or keys[1] in keys[0] or _shortens(one, other) or _shortens(other, one)
    return held or all(map(is_in_charge, (one, other)))


def _shortens(short: str, whole: str) -> bool:
    """Whether a name is another with characters left out: "自治州发改委" of "自治州发展和改革委员会"."""
    rest = iter(whole)
    return all(char in rest for char in short)


def apart(names: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some names that mean neither one of the taken nor each other."""
    chosen: list[str] = []
    for name in names:
        if not any(may_be_one(name, one) for one in (*taken, *chosen)):
            chosen.append(name)
    return tuple(chosen)
