"""From a click to the first frame in which something of it is to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Page

Figures = dict[str, float]
REPEATED = 5

# Clicks, or types and presses Enter, and looks before every frame whether what is to be seen is there.
_MEASURE = """
([selector, text, seen]) => new Promise((resolve, reject) => {
  const shown = new Function(`return ${seen}`);
  const before = shown();
  const element = document.querySelector(selector);
  const began = performance.now();
  if (text === null) element.click();
  else {
    element.value = text;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    element.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true, cancelable: true }));
  }
  const look = () => {
    if (shown() !== before) resolve(performance.now() - began);
    else if (performance.now() - began > 60000) reject(new Error(`nothing is seen of ${selector}`));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})
"""


@dataclass(frozen=True, slots=True)
class Interaction:
    """What is clicked, what is written there first (None: nothing), and an expression that is another afterwards."""

    name: str
    selector: str
    seen: str
    text: str | None = None


_PAGE = "document.body.dataset.page"
_READER = "document.body.dataset.reader + document.querySelector('#reader')?.textContent.length"
_ASKED = "document.querySelectorAll('#conversation h2').length + (document.body.dataset.asking ?? '')"
_INTERACTIONS = (
    Interaction("to another page", "#header a[data-page=library]", _PAGE),
    Interaction("back", "#header a[data-page=ask]", _PAGE),
    Interaction("open a passage", "#conversation .source", _READER),
    Interaction("close it", "#reader .close", "document.body.dataset.reader"),
    Interaction("ask", "#question-box textarea", _ASKED, "宁夏煤矿百万吨死亡率目标"),
    Interaction(
        "language, the button",
        "[data-language][aria-pressed=false]",
        "document.querySelector('[data-language][aria-pressed=true]')?.dataset.language",
    ),
    Interaction(
        "language, its words",
        "[data-language][aria-pressed=false]",
        "document.querySelector('#header nav')?.textContent",
    ),
    Interaction("theme", "[data-theme-switch]", "document.body.classList.contains('dark')"),
)


def reactions(page: Page) -> Figures:
    """Milliseconds, the median of some tries each."""
    tries: dict[str, list[float]] = {one.name: [] for one in _INTERACTIONS}
    for _ in range(REPEATED):
        for one in _INTERACTIONS:
            page.wait_for_selector(one.selector)
            tries[one.name].append(page.evaluate(_MEASURE, [one.selector, one.text, one.seen]))
            page.wait_for_function("!document.querySelector('#question-box .stop-button')")
            page.wait_for_timeout(600)
    return {f"react: {name}, ms": median(found) for name, found in tries.items()}
