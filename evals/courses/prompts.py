"""What a quiz question names, read back out of its prompt: the wordings of the material are public, their parts are not kept."""

from __future__ import annotations

import re
import unicodedata

from assistant import Language
from assistant.courses import wording

_PLAN = {Language.ZH: r"(?:[^，“《]+规划|《.+?》)", Language.EN: r"(?:the [^,:]+? plan(?: for [\d–]+)?|“.+?”|《.+?》)"}
"""How plans are named: "克州2024—2026年规划", "the Kizilsu plan for 2024–2026", laws by title; not "the plan requires"."""
_ROLES = ("lead", "support")
_OPENING, _CLOSING = "(（", ")）"


def parts_of(prompt: str, *keys: str) -> dict[str, str]:
    """The parts that were put into the first wording that gives the prompt, by their names; empty where none does."""
    for key in keys:
        for language in Language:
            for role in _ROLES:
                match = re.fullmatch(_pattern(key, language, role), prompt, re.IGNORECASE)
                if match:
                    return match.groupdict()
    return {}


def _pattern(key: str, language: Language, role: str) -> str:
    """A wording in which any text may stand for each part, but a plan's name for the plan and one role for all."""
    told = {name: wording(language, f"{name}_{role}") for name in ("role", "acts", "acts_together", "done")}
    free = (
        "plan",
        "task",
        "units",
        "drafts",
        "section",
        "measures",
        "field",
        "caption",
        "row",
        "basis",
        "value",
        "number",
        "what",
    )
    pattern = re.escape(wording(language, key, **told, **{name: f"<{name}>" for name in free}))
    for name in free:
        told_there = {"plan": _PLAN[language], "basis": r"(?: ?[(（].+[)）])?"}.get(name, ".+?")
        pattern = pattern.replace(f"<{name}>", f"(?P<{name}>{told_there})")
    return pattern


def flat(text: str) -> str:
    """Text as it is compared: one form of brackets, quotes and digits, no spaces."""
    table = str.maketrans("‘’〔〕", "“”()")
    return "".join(unicodedata.normalize("NFKC", text.translate(table)).split())


def members(text: str) -> frozenset[str]:
    """What a list names: the offices of "市应急局、市住建局"."""
    return frozenset(flat(text).replace(",", "、").split("、"))


def offices(text: str) -> frozenset[str]:
    """The offices of an option, in Chinese; in English the Chinese of each stands at its end."""
    if holds_chinese(text[:1]):
        return members(text)
    listed = text.replace(") and ", "), ").split("), ")
    return frozenset(flat(chinese_of(one if one.endswith(")") else f"{one})")) for one in listed)


def bracketed(text: str) -> list[str]:
    """What stands in round brackets, in order; brackets inside brackets belong to the outer ones."""
    found: list[str] = []
    depth = start = 0
    for at, char in enumerate(text):
        if char in _OPENING:
            start = start if depth else at + 1
            depth += 1
        elif char in _CLOSING and depth:
            depth -= 1
            if not depth:
                found.append(text[start:at])
    return found


def chinese_of(text: str) -> str:
    """The Chinese in the last brackets of an English text; a Chinese text as it is."""
    inner = [told for told in bracketed(text) if holds_chinese(told)]
    outside = text
    for told in inner:
        outside = outside.replace(told, "")
    return inner[-1] if inner and not holds_chinese(outside) else text


def holds_chinese(text: str) -> bool:
    """Whether a Chinese character stands in a text."""
    return any(map(is_chinese, text))


def is_chinese(char: str) -> bool:
    """Whether a character is Chinese; marks are not."""
    return "\u4e00" <= char <= "\u9fff"
