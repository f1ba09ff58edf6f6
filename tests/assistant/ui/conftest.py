"""The real page in a real browser: one server for all tests, a fresh tab for each."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks.own_page import own_page

ROOT = Path(__file__).parents[3]
WAIT_MS = 30_000
FIRST_WAIT_MS = 180_000
"""The first tab waits until every plan is read."""
SETTLED_S = 10
_QUEUE = "/queue/"
_CUT_OFF = ("AbortError: signal is aborted", "Unexpected error Connection errored out")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`python app.py` with a data folder of its own; gives its address as soon as it answers."""
    log = tmp_path_factory.mktemp("page") / "log"
    try:
        with own_page(log) as address:
            yield address
    except SystemExit as exc:
        pytest.fail(f"{exc}: {log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that is installed on this machine."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        pytest.skip(f"needs one of {', '.join(_BROWSERS)}")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield opened
        opened.close()


@dataclass
class Visit:
    """A tab on the page, and what it did that it must not."""

    page: Page
    faults: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    streams: list[Request] = field(default_factory=list)
    """Those over which Gradio still asks for its events and is sent what they give."""
    was_left: bool = False

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.streams.append(request) if _QUEUE in request.url else None)
        for ended in ("requestfinished", "requestfailed"):
            self.page.on(ended, lambda request: self.streams.remove(request) if request in self.streams else None)

    def ask(self, question: str) -> None:
        """Type a question, send it, wait until its answer stands whole."""
        whole = ".turn :is(footer, [role=alert])"
        before = self.page.locator(whole).count()
        self.page.fill("#question-box textarea", question)
        self.page.press("#question-box textarea", "Enter")
        self.page.wait_for_function(
            "([whole, count]) => document.querySelectorAll(whole).length > count", arg=[whole, before]
        )

    def settle(self) -> None:
        """Wait until no stream is open, or only one over which nothing comes: Gradio leaves one open at times."""
        last = time.monotonic() + SETTLED_S
        while self.streams and time.monotonic() < last:
            self.page.evaluate("new Promise(requestAnimationFrame)")

    def reload(self) -> None:
        """Load the page anew."""
        self.leave(self.page.reload)
        self.page.wait_for_selector("body[data-ready]")

    def leave(self, by: Callable[[], object]) -> None:
        """Go from the page by `by`, when it has nothing under way."""
        self.settle()
        self.was_left = True
        by()

    def note(self, error: str) -> None:
        """Count what the browser's console tells; of a stream that leaving cuts off Gradio logs errors that are none."""
        if not (self.was_left and error.startswith(_CUT_OFF)):
            self.faults.append(error)


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Open]:
    """Opens the page: `visit(width=390, locale="en-GB", path="?doc=…")`; at the end no tab may have broken the rules."""
    contexts = []
    visits: list[Visit] = []

    def open_page(
        *, width: int = 1280, height: int = 800, locale: str = "zh-CN", path: str = "", dark: bool = False
    ) -> Visit:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": height}, locale=locale, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        made = Visit(page)
        visits.append(made)
        page.on("console", lambda message: made.note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: made.note(str(error)))
        page.on("request", lambda request: _note_stranger(made, request.url, server))
        page.goto(server + path)
        page.wait_for_selector("body[data-ready]", timeout=FIRST_WAIT_MS)
        return made

    yield open_page
    for context in contexts:
        context.close()
    assert [(v.faults, v.strangers) for v in visits] == [([], [])] * len(visits)


def _note_stranger(visit: Visit, url: str, server: str) -> None:
    if not url.startswith((server, "data:", "blob:")):
        visit.strangers.append(url)
