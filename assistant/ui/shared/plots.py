"""A small bar plot for figures of one kind: rows of a name, a bar and the figure as the plan writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.types import Span

LEAST_BARS = 3
"""Fewer figures are read faster than a plot of them."""
MAX_BARS = 24
LEAST_PERCENT = 0.5
"""Of the width: a bar for nothing can still be seen."""

_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: its name, its value as written, the number in it, and the passage it opens."""

    name: str
    written: str
    number: float
    opens: Span


@dataclass(frozen=True, slots=True)
class Plot:
    """Figures of one kind as horizontal bars from zero.

    Name and value stand as text beside each bar, so nothing is told by the drawing alone.
    """

    caption: str
    bars: tuple[Bar, ...]

    def width(self, bar: Bar) -> float:
        """How long a bar is, in percent of the longest."""
        longest = max(one.number for one in self.bars) or 1.0
        return max(100 * bar.number / longest, LEAST_PERCENT)


def plots(caption: str, bars: Iterable[Bar], least: int = LEAST_BARS) -> tuple[Plot, ...]:
    """The plot of these figures; none where there are fewer than `least` or too many to look at."""
    held = tuple(bars)
    return (Plot(caption, held),) if least <= len(held) <= MAX_BARS else ()


def number_and_frame(written: str) -> tuple[float, str] | None:
    """The one number of a value and what is written around it ("下降15%" -> 15, "下降#%"); None unless there is one.

    Values with the same frame have unit and direction in common, so that their bars may stand side by side.
    """
    found = _NUMBER.findall(written)
    if len(found) != 1:
        return None
    frame = "".join(_NUMBER.sub("#", written).split())
    return float(found[0].replace(",", "").replace("，", "")), frame
