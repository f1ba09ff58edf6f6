"""A real server that is started, killed and started anew under a page that is open: nothing that was written is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.own_page import ROOT, free_port, listening

WAIT_MS = 180_000
QUESTION, OFFICE = "克州燃气安全谁牵头?", "住房和城乡建设局"
BOX, WHOLE = "#question-box textarea", "#conversation .turn footer"
Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def address() -> str:
    return f"http://127.0.0.1:{free_port()}/"


@pytest.fixture
def start(address, tmp_path):
    """Starts the program at its address, and ends it with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def begin() -> subprocess.Popen[bytes]:
        own = {
            "PLANS_DATA_DIR": str(tmp_path),
            "PLANS_PORT": address[:-1].rpartition(":")[2],
            "PLANS_HOST": "127.0.0.1",
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PLANS_")}
        started.append(subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=kept | own))
        listening(address, started[-1])
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def tab(browser: Browser):
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    yield page
    context.close()


def test_page_is_there_before_the_plans_and_outlives_its_server(start: Start, tab: Page, address: str):
    process = start()
    # The first start: what is being done is told, a question is taken and a draft kept.
    tab.goto(address, wait_until="commit")
    expect(tab.locator(".starting .doing")).to_contain_text("规划")
    tab.click("[data-language=en]")
    expect(tab.locator(".starting h1")).to_have_text("Starting")
    tab.click("[data-language=zh]")
    tab.fill(BOX, QUESTION)
    tab.press(BOX, "Enter")
    expect(tab.locator("#conversation h2")).to_have_text(QUESTION)
    tab.fill(BOX, "一半")
    # The whole page takes its place by itself, asks what was asked, and keeps what was not sent.
    tab.wait_for_selector("body[data-ready]")
    expect(tab.locator(WHOLE)).to_have_count(1, timeout=WAIT_MS)
    expect(tab.locator("#conversation .answer")).to_contain_text(OFFICE)
    expect(tab.locator(BOX)).to_have_value("一半")

    process.send_signal(signal.SIGKILL)
    process.wait()
    tab.fill(BOX, "宁夏煤矿百万吨死亡率目标")
    tab.wait_for_selector("body[data-server=gone]")
    expect(tab.locator("#header .gone")).to_contain_text("与服务器的连接断了")
    box = tab.locator("#question-box").bounding_box()
    assert box["y"] + box["height"] <= tab.viewport_size["height"]
    expect(tab.locator("[data-testid=toast-body]").locator("visible=true")).to_have_count(0)
    tab.press(BOX, "Enter")
    expect(tab.locator("#header .gone")).to_contain_text("问题会在恢复后发出")
    tab.fill(BOX, "另一半")

    start()
    expect(tab.locator(WHOLE)).to_have_count(2, timeout=WAIT_MS)
    expect(tab.locator("#header .gone")).to_be_hidden()
    assert tab.locator("#conversation .asked h2").all_inner_texts() == [QUESTION, "宁夏煤矿百万吨死亡率目标"]
    expect(tab.locator(BOX)).to_have_value("另一半")
