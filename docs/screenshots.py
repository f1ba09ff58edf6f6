"""Screenshots for the README and the docs: each page once, in one language or the other, with a dark one and a phone.

    python -m docs.screenshots [--out FOLDER] [--address http://127.0.0.1:7860/] [--only NAME ...]

Without an address it starts the program itself, with a data folder of its own. Needs a Chromium and the development
requirements. The pictures are reduced to few colours, so that each stays small.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

from benchmarks.own_page import START_SECONDS, own_page

ROOT = Path(__file__).resolve().parents[1]
MAX_BYTES = 120_000
COLOURS = (224, 128, 64, 32)
SETTLE_MS = 1500
EVALUATION_MS = 300_000
DESKTOP, PHONE = (1280, 800), (390, 844)
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
ASKED = {"zh": "2018年昆明道路运输事故起数和死亡人数", "en": "Who leads gas safety in Kizilsu?"}


def _welcome(_page: Page, _language: str) -> None: ...


def _ask(page: Page, language: str) -> None:
    page.fill("#question-box textarea", ASKED[language])
    page.press("#question-box textarea", "Enter")
    page.wait_for_selector(".turn footer")
    page.click(".turn .cite >> nth=0")
    page.wait_for_selector("#passage")


def _chats(page: Page, language: str) -> None:
    page.fill("#question-box textarea", ASKED[language])
    page.press("#question-box textarea", "Enter")
    page.wait_for_selector(".turn footer")
    page.click("#past")


def _open(name: str) -> Callable[[Page, str], None]:
    def go(page: Page, _language: str) -> None:
        page.click(f"a[data-page={name}]")

    return go


def _library_tab(number: int) -> Callable[[Page, str], None]:
    def go(page: Page, _language: str) -> None:
        page.click("a[data-page=library]")
        page.click(f"#library-tabs [role=tab] >> nth={number}")

    return go


def _adding(page: Page, language: str) -> None:
    """A paper of a title that is on file: the page asks what shall be done."""
    _library_tab(3)(page, language)
    text = "昆明市“十四五”安全生产规划\n\n昆明市安全生产委员会\n2023年3月5日\n\n一、总体要求\n市住建局负责城镇燃气。\n"
    file: FilePayload = {"name": "昆明规划（修订）.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.set_input_files("#upload-files input[type=file]", file)
    page.wait_for_selector(".like")


def _compare(page: Page, _language: str) -> None:
    page.click("a[data-page=compare]")
    page.click("#compare-indicator label >> nth=0")
    page.click("#compare-indicator label >> nth=1")
    page.click("#compare-go")
    page.wait_for_selector(".matrix")
    page.locator(".matrix").scroll_into_view_if_needed()


def _courses(page: Page, language: str) -> None:
    page.click("a[data-page=courses]")
    page.click(f"#courses-plans label:has-text('{'克州' if language == 'zh' else 'Kizilsu'}')")
    for topic in ("燃气", "消防"):
        page.fill("#courses-topics input", topic)
        page.press("#courses-topics input", "Enter")
    page.keyboard.press("Escape")  # closes the list of topics, which would lie over the button
    page.click("#courses-make")
    page.wait_for_selector(".pack")
    page.locator(".pack").scroll_into_view_if_needed()


def _saved(page: Page, language: str) -> None:
    """What was just made and pinned."""
    _compare(page, language)
    page.click("a[data-page=ask]")
    _ask(page, language)
    page.click(".turn [data-pin]")
    page.wait_for_selector(".turn [data-pin][disabled]")
    page.click(".paper [data-close] >> visible=true")
    page.click("a[data-page=saved]")
    page.wait_for_selector("#page-saved li")


def _evaluation(page: Page, _language: str) -> None:
    page.click("a[data-page=evaluation]")
    if not page.locator("#evaluation-figures .tiles").count():
        page.click("#evaluation-run")
    page.wait_for_selector("#evaluation-figures .tiles", timeout=EVALUATION_MS)


VIEWS: dict[str, Callable[[Page, str], None]] = {
    "welcome": _welcome,
    "ask": _ask,
    "chats": _chats,
    "library": _open("library"),
    "facts": _library_tab(2),
    "manage": _adding,
    "compare": _compare,
    "courses": _courses,
    "saved": _saved,
    "evaluation": _evaluation,
}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which view, in which language and theme, on which screen."""

    view: str
    language: str
    dark: bool = False
    phone: bool = False

    @property
    def name(self) -> str:
        """The file's name: ask-zh-dark-phone.png."""
        parts = (self.view, self.language, "dark" if self.dark else "", "phone" if self.phone else "")
        return "-".join(part for part in parts if part) + ".png"


SHOTS = (
    Shot("ask", "zh"),
    Shot("ask", "en"),
    Shot("ask", "en", dark=True),
    Shot("ask", "zh", phone=True),
    Shot("welcome", "zh"),
    Shot("chats", "zh"),
    Shot("library", "zh"),
    Shot("facts", "en"),
    Shot("manage", "en"),
    Shot("compare", "en"),
    Shot("courses", "zh"),
    Shot("saved", "zh"),
    Shot("evaluation", "en"),
)


def take(browser: Browser, address: str, shot: Shot) -> bytes:
    """The picture as PNG with as many colours as its size allows."""
    width, height = PHONE if shot.phone else DESKTOP
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale=LOCALES[shot.language],
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector("body[data-ready]", timeout=START_SECONDS * 1000)
        VIEWS[shot.view](page, shot.language)
        page.wait_for_timeout(SETTLE_MS)  # a stream stays open, so the network never falls idle
        page.mouse.move(1, height - 1)
        return _small(page.screenshot())
    finally:
        context.close()


def _small(png: bytes) -> bytes:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    made = b""
    for colours in COLOURS:
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        made = out.getvalue()
        if len(made) <= MAX_BYTES:
            break
    return made


def main() -> None:
    """Take what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots", help="folder for the pictures")
    parser.add_argument("--address", default="", help="a running page; without it one is started")
    parser.add_argument("--only", nargs="*", default=[], help="views, or names of pictures without .png")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with nullcontext(arguments.address) if arguments.address else own_page() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            if arguments.only and not {shot.view, shot.name.removesuffix(".png")} & set(arguments.only):
                continue
            made = take(browser, address, shot)
            (arguments.out / shot.name).write_bytes(made)
            sys.stdout.write(f"{shot.name}  {len(made) / 1000:.0f} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
