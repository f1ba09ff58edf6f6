"""What a figure means in plain words, computed from the figure itself and from what it is compared with; "" where that is unsound."""

from __future__ import annotations

from assistant.courses.pack_phrases import wording
from assistant.courses.values import plain
from assistant.types import Language
from index import contains

WHOLE = 100
MOST_DECIMALS = 4
"""Of a difference of rates: 0.142 and 0.169 differ by 0.027."""
NOTHING = ("零", "0", "0%")
NEARLY = ("左右", "约")
"""What makes a figure no bound."""


def meaning(value: str, base: str, language: Language, *, counts_people: bool, wanted: bool) -> str:
    """A cut as what is left of a hundred, a share as so many of a hundred, a bound as what it forbids.

    `base` is the figure of an earlier year in the same measure, "" where the plan names none; `counts_people` tells that
    victims are counted, of whom no number is a success; `wanted` that the figure is to be reached, and was not yet.
    """
    if any(word in value for word in NEARLY):
        return ""
    written = plain(value)
    if value.strip().startswith(NOTHING) and (not written or float(written.rstrip("%‰")) == 0):
        return wording(language, "means_none") if wanted else ""
    if not written or value.count(written.rstrip("%‰")) > 1:
        return ""
    number = float(written.rstrip("%‰"))
    share = written.endswith("%")
    if contains(value, "falls") and share and 0 < number < WHOLE:
        left = WHOLE - number
        if contains(value, "at_least", "at_least_after"):
            return wording(language, "means_cut_at_most", left=f"{left:g}")
        return wording(language, "means_cut" if left == round(left) else "means_cut_about", left=f"{left:.0f}")
    if contains(value, "rises", "falls") or "‰" in value:
        return ""
    if base and not share:
        return _change(number, base, language)
    if share and wanted and not counts_people and 0 < number <= WHOLE:
        at_most = contains(value, "at_most", "at_most_after")
        # "控制在5%" without a bound is kept down, and not to be reached.
        if not at_most and "控制" in value:
            return ""
        bounded = "at_most" if at_most else "more" if contains(value, "more_than") else ""
        key = "means_all" if number == WHOLE else f"means_{bounded}_share" if bounded else "means_share"
        return wording(language, key, count=f"{number:g}")
    return ""


def _change(number: float, base: str, language: Language) -> str:
    """How much less or more than a figure before."""
    before = plain(base)
    if not before or before.endswith(("%", "‰")) or float(before) == 0:
        return ""
    difference = number - float(before)
    if difference == 0:
        return wording(language, "means_same")
    return wording(
        language,
        "means_less" if difference < 0 else "means_more",
        difference=f"{round(abs(difference), MOST_DECIMALS):g}",
        share=f"{abs(difference) / float(before) * WHOLE:.1f}".rstrip("0").rstrip("."),
    )
