"""A small bar plot for figures of one kind: rows of a name, a bar and the figure as the plan writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

LEAST_BARS = 3
"""Fewer figures are read faster than a plot of them."""
MAX_BARS = 24

_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: its name, its value as written, the number in it, and attributes that make it open its passage."""

    name: str
    written: str
    number: float
    attributes: str = ""


def number_and_frame(written: str) -> tuple[float, str] | None:
    """The one number of a value and what is written around it ("下降15%" -> 15, "下降#%"); None unless there is one.

    Values with the same frame have unit and direction in common, so that their bars may stand side by side.
    """
    found = _NUMBER.findall(written)
    if len(found) != 1:
        return None
    return float(re.sub("[,，]", "", found[0])), re.sub(r"\s", "", _NUMBER.sub("#", written))


def bar_plot(caption: str, bars: Sequence[Bar], language: str = "zh") -> str:
    """The figures as horizontal bars from zero; "" where there are too few or too many to look at.

    Name and value stand as text beside each bar, so nothing is told by the drawing alone. `language` is that of the
    names, for screen readers.
    """
    if not LEAST_BARS <= len(bars) <= MAX_BARS:
        return ""
    longest = max(bar.number for bar in bars) or 1.0
    rows = "".join(_row(bar, 100 * bar.number / longest) for bar in bars)
    return (
        f'<figure class="plot" lang="{language}"><figcaption>{escape(caption)}</figcaption>'
        f"<table><tbody>{rows}</tbody></table></figure>"
    )


def _row(bar: Bar, percent: float) -> str:
    written = escape(bar.written)
    value = f'<button type="button" {bar.attributes}>{written}</button>' if bar.attributes else written
    drawing = (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect width="{max(percent, 0.5):.1f}" height="10"/></svg>'
    )
    return f'<tr><th scope="row">{escape(bar.name)}</th><td class="bar">{drawing}</td><td>{value}</td></tr>'
