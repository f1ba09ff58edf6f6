"""What a question costs over the number of passages, drawn as SVG: both axes in powers of ten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any

_WIDTH, _HEIGHT = 760, 430
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 210, 30, 55
_SERIES = (
    ("now", "named_median_ms", "#1b6ca8", "now, median"),
    ("now", "named_p95_ms", "#7fb2d9", "now, p95"),
    ("now", "no_plan_median_ms", "#2e8b57", "now, no plan named"),
    ("before", "named_median_ms", "#b5541c", "before, median"),
    ("before", "named_p95_ms", "#dfa27c", "before, p95"),
    ("plain", "named_median_ms", "#777777", "plain pipeline, median"),
)


@dataclass(frozen=True, slots=True)
class _Line:
    colour: str
    name: str
    points: tuple[tuple[float, float], ...]
    """Powers of ten of passages and milliseconds."""


def plot(report: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    """The drawing, as the text of an SVG file."""
    lines = _lines({**report, "before": before.get("now", {})})
    spans = [_span([point[axis] for line in lines for point in line.points]) for axis in (0, 1)]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12" fill="#1d2b44">',
        "<title>Milliseconds of a question over the number of passages</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *_axes(*spans),
        *(part for number, line in enumerate(lines) for part in _drawn(line, number, spans)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lines(figures: Mapping[str, Any]) -> list[_Line]:
    found = []
    for state, key, colour, name in _SERIES:
        sizes = sorted(figures.get(state, {}).values(), key=lambda size: float(size["passages"]))
        points = tuple((log10(size["passages"]), log10(size[key])) for size in sizes if key in size)
        if points:
            found.append(_Line(colour, name, points))
    return found


def _span(powers: list[float]) -> tuple[int, int]:
    """The whole powers of ten around all values."""
    low, high = floor(min(powers)), ceil(max(powers))
    return low, max(high, low + 1)


def _x(power: float, span: tuple[int, int]) -> float:
    return _LEFT + (power - span[0]) / (span[1] - span[0]) * (_WIDTH - _LEFT - _RIGHT)


def _y(power: float, span: tuple[int, int]) -> float:
    return _HEIGHT - _BOTTOM - (power - span[0]) / (span[1] - span[0]) * (_HEIGHT - _TOP - _BOTTOM)


def _axes(across: tuple[int, int], up: tuple[int, int]) -> Iterator[str]:
    left, right, top, bottom = _LEFT, _WIDTH - _RIGHT, _TOP, _HEIGHT - _BOTTOM
    for power in range(across[0], across[1] + 1):
        x = _x(power, across)
        yield f'<line x1="{x:.0f}" y1="{top}" x2="{x:.0f}" y2="{bottom}" stroke="#dddddd"/>'
        yield f'<text x="{x:.0f}" y="{bottom + 18}" text-anchor="middle">{10**power:,}</text>'
    for power in range(up[0], up[1] + 1):
        y = _y(power, up)
        yield f'<line x1="{left}" y1="{y:.0f}" x2="{right}" y2="{y:.0f}" stroke="#dddddd"/>'
        yield f'<text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g} ms</text>'
    yield f'<text x="{(left + right) / 2:.0f}" y="{_HEIGHT - 12}" text-anchor="middle">passages</text>'


def _drawn(line: _Line, number: int, spans: list[tuple[int, int]]) -> Iterator[str]:
    places = [(_x(across, spans[0]), _y(up, spans[1])) for across, up in line.points]
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield f'<polyline points="{way}" fill="none" stroke="{line.colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{line.colour}"/>' for x, y in places)
    beside = _TOP + 10 + number * 20
    x = _WIDTH - _RIGHT + 15
    yield f'<line x1="{x}" y1="{beside}" x2="{x + 22}" y2="{beside}" stroke="{line.colour}" stroke-width="3"/>'
    yield f'<text x="{x + 30}" y="{beside + 4}">{line.name}</text>'
