"""The styles and scripts of all pages, each put together from files that lie beside their page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_UI = Path(__file__).parents[1]
_PALETTE = _UI / "frame" / "palette.css"
# What the frame and the shared pieces say, pages may say otherwise; and the script of the frame is what the others use.
_FIRST = (
    "frame/palette.css",
    "frame/frame.css",
    "shared/shared.css",
    "frame/frame.js",
    "frame/scroll.js",
    "frame/place.js",
)
# Pages of their own: that for programs, and that which is shown while the program starts.
_PROGRAMS, _WAITING = _UI / "programs", _UI / "waiting"
_APART = (_PROGRAMS, _WAITING)


def styles() -> str:
    """All style sheets in one, the frame's first."""
    return _joined(_files("css"))


def scripts() -> str:
    """All scripts in one; `window.plansPage` is there from the first on."""
    return _joined(_files("js"))


def programs_styles() -> str:
    """The style sheets of the page for programs: the frame's colours and type, and its own."""
    return _joined([_PALETTE, *sorted(_PROGRAMS.glob("*.css"))])


def waiting_styles() -> str:
    """The style sheets of the page that is shown while the program starts: those of all pages, and its own."""
    return _joined([*_files("css"), *sorted(_WAITING.glob("*.css"))])


def waiting_script() -> str:
    """The script of that page."""
    return _joined(sorted(_WAITING.glob("*.js")))


def _files(suffix: str) -> list[Path]:
    first = [_UI / name for name in _FIRST if name.endswith(suffix)]
    others = sorted(path for path in _UI.rglob(f"*.{suffix}") if path.parent not in _APART)
    return list(dict.fromkeys([*first, *others]))


def _joined(files: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in files)
