"""Every word the page uses stands in the translation table, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.ui import i18n

UI = Path(i18n.__file__).parent


def _is_table(path: Path) -> bool:
    return path.name == "i18n.py" or path.parent.name == "wording"


def test_every_key_used_is_in_the_table_and_every_entry_is_used():
    code = "\n".join(path.read_text("utf-8") for path in UI.rglob("*.py") if not _is_table(path))
    named = set(re.findall(r'"([a-z]\w+)"', code)) | set(re.findall(r"'([a-z]\w+)'", code))
    prefixes = re.findall(r'f"(\w+_)\{', code)
    unused = {key for key in i18n.PHRASES.table if key not in named and not key.startswith(tuple(prefixes))}
    assert not unused
    for key in re.findall(r'words\(\w+(?:\.\w+)?, ["\'](\w+)["\']', code):
        assert key in i18n.PHRASES.table


def test_both_languages_take_the_same_values():
    for key, (chinese, english) in i18n.PHRASES.table.items():
        assert set(re.findall(r"\{\w+\}", chinese)) == set(re.findall(r"\{\w+\}", english)), key
        assert chinese
        assert english


def test_no_chinese_words_outside_the_table():
    """Save the seal in the header, the name of the language itself, and what comments show as examples."""
    allowed = {"安", "中文", "、", "。"}
    for path in UI.rglob("*.py"):
        if _is_table(path):
            continue
        code = re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text("utf-8"))
        strings = re.findall(r'"([^"\n]*[\u4e00-\u9fff][^"\n]*)"', code)
        for text in strings:
            assert any(word in text for word in allowed), (path.name, text)


def test_browser_tags_are_understood():
    assert [i18n.known(tag) for tag in ("en-GB", "EN", "zh-CN", "zh-Hant", "fr", "")] == [
        "en",
        "en",
        "zh",
        "zh",
        "zh",
        "zh",
    ]
