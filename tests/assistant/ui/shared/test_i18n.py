"""Every word that a page uses stands in one of its tables, in both languages."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from assistant.ui.shared import i18n
from assistant.ui.shared.i18n import known

UI = Path(i18n.__file__).parents[1]
SHARED = ("shared.common_words", "shared.error_words", "shared.reader.reader_words")
PAGES = ("frame", "ask", "library", "compare", "courses", "saved", "evaluation", "programs", "waiting")


def table(module: str) -> dict[str, tuple[str, str]]:
    return import_module(f"assistant.ui.{module}").TABLE


def page_table(page: str) -> dict[str, tuple[str, str]]:
    """All tables of a page's folder: those of its panels beside its own."""
    modules = sorted(path.stem for path in (UI / page).glob("*_words.py"))
    return {key: phrase for module in modules for key, phrase in table(f"{page}.{module}").items()}


def sources(folder: Path) -> str:
    """Python and templates of a folder, without its tables."""
    paths = [path for path in folder.rglob("*") if path.suffix in (".py", ".html") and not path.stem.endswith("_words")]
    return "\n".join(path.read_text("utf-8") for path in paths)


SHARED_TABLE = {key: phrase for module in SHARED for key, phrase in table(module).items()}
EVERY_TABLE = [SHARED_TABLE, *map(page_table, PAGES)]


@pytest.mark.parametrize("page", PAGES)
def test_every_key_that_a_page_uses_is_in_its_tables_and_every_entry_is_used(page):
    code = sources(UI / page)
    own = page_table(page)
    named = set(re.findall(r"[\"']([a-z][\w@.]*)[\"']", code))
    prefixes = tuple(re.findall(r'f"(\w+_)\{', code) + re.findall(r'"(\w+_)" ~', code))
    assert {key for key in own if key not in named and not key.startswith(prefixes)} == set()
    asked = re.findall(r'(?:words\(\w+(?:\.\w+)?, |\bt\()"(\w+)"', code)
    assert {key for key in asked if key not in own | SHARED_TABLE and not key.endswith("_")} == set()


def test_every_shared_entry_is_used():
    code = sources(UI)
    named = set(re.findall(r"[\"']([a-z]\w*)[\"']", code))
    prefixes = ("error_", *re.findall(r'f"(\w+_)\{', code), *re.findall(r'"(\w+_)" ~', code))
    assert {key for key in SHARED_TABLE if key not in named and not key.startswith(prefixes)} == set()


def test_both_languages_take_the_same_values():
    for words in EVERY_TABLE:
        for key, (chinese, english) in words.items():
            assert set(re.findall(r"\{\w+\}", chinese)) == set(re.findall(r"\{\w+\}", english)), key
            assert chinese
            assert english


def test_no_chinese_words_outside_the_tables():
    """Save the seal in the header, the name of the language itself, and what comments show as examples."""
    allowed = {"安", "中文", "、", "。", "；"}
    for path in UI.rglob("*"):
        if path.suffix not in (".py", ".html") or path.stem.endswith("_words"):
            continue
        code = re.sub(r'"""[\s\S]*?"""|#.*|\{#[\s\S]*?#\}', "", path.read_text("utf-8"))
        for text in re.findall(r'["\'>]([^"\'<>\n]*[\u4e00-\u9fff][^"\'<>\n]*)["\'<]', code):
            assert any(word in text for word in allowed), (path.name, text)


def test_browser_tags_are_understood():
    tags = ("en-GB", "EN", "zh-CN", "zh-Hant", "fr", "")
    assert [known(tag) for tag in tags] == ["en", "en", "zh", "zh", "zh", "zh"]
