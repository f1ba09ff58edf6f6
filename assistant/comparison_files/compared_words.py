"""The words of the files that a comparison is taken away as, in both languages."""

from __future__ import annotations

from assistant.comparison.shown_words import SHOWN
from assistant.wording.phrasebook import Phrasebook

_TABLE: dict[str, tuple[str, str]] = {
    "title": ("规划比较", "Comparison of plans"),
    "stem": ("规划比较", "comparison"),
    "made": ("导出日期：{date}", "Exported on {date}"),
    "plans": ("所比较的规划", "Plans compared"),
    "about": ("说明", "About"),
    "topic": ("主题", "Topic"),
    "says": ("写明的内容", "What it states"),
    "marks": ("标记", "Marks"),
    "paged": ("{title}（{at}/{count}）", "{title} ({at} of {count})"),
    "sources": ("出处", "Sources"),
    "number": ("编号", "No."),
    "document": ("规划名称", "Document"),
    "issuer": ("发布机关", "Issued by"),
    "issued": ("日期", "Date"),
    "section": ("章节", "Section"),
    "page": ("页", "Page"),
    "on_page": ("第{page}页", "page {page}"),
    "quote": ("原文", "Quote"),
    "unofficial": (
        "英文为本程序所作的非正式译文，以中文原文为准。",
        "Unofficial translation made for this program; the Chinese text counts.",
    ),
    "by_machine": ("机器翻译，未经核对", "translated by machine, not checked"),
    "read_by_machine": ("由图片识别，请核对原文", "read from a picture, check the original"),
    "follow": (
        "方括号中的数字是出处的编号；出处列有规划名称、章节、页码和原文。",
        "Numbers in brackets are those of the sources, which list document, section, page and quote.",
    ),
}

words = Phrasebook(_TABLE, SHOWN)
