"""The words of the reader beside every page."""

TABLE: dict[str, tuple[str, str]] = {
    "reader": ("原文", "Source document"),
    "close": ("关闭原文", "Close document"),
    "back_to_answer": ("返回", "Back"),
    "copy_link": ("复制链接", "Copy link"),
    "contents": ("目录", "Contents"),
    "path_label": ("所在章节", "Section"),
    "to_passage": ("回到标记处", "Back to the passage"),
    "find": ("在本文中查找", "Find in this plan"),
    "find_next": ("下一处", "Next match"),
    "find_previous": ("上一处", "Previous match"),
    "raw_table": ("按原文文字显示", "Show the source text"),
    "clipped": (
        "文件较长，这里只显示所引段落前后的文字。",
        "This file is long: only the text around the passage is shown.",
    ),
    "view_label": ("显示方式", "View"),
    "view_text": ("文字", "Text"),
    "view_image": ("原页", "Page image"),
    "beside": ("译文", "English"),
    "beside_label": ("原文与英译对照", "Chinese and English side by side"),
    "unofficial": (
        "英译文为本程序所作，非官方译文，以中文原文为准。",
        "Unofficial translation made for this program; the Chinese text counts.",
    ),
    "by_machine": ("〔机器翻译〕", "[machine translation]"),
    "marked_by_machine": (
        "标有“机器翻译”的未经人工核对。",
        "What is marked as machine translation was not checked by a person.",
    ),
    "page_of": ("第 {page} / {count} 页", "Page {page} of {count}"),
    "page_before": ("上一页", "Previous page"),
    "page_after": ("下一页", "Next page"),
    "page_image_alt": (
        "原文件第 {page} 页（共 {count} 页）的图像；文字见“文字”视图。",
        "Image of page {page} of {count} of the file; its words are in the text view.",
    ),
    "page_span": ("所引内容在第 {first}–{last} 页。", "The passage runs over pages {first}–{last}."),
    "page_unmarked": (
        "所引内容在这一页，但无法在图像上标出，请看文字。",
        "The passage is on this page but cannot be marked on the image; see the text.",
    ),
    "page_unreadable": ("这一页无法显示为图像，请看文字。", "This page cannot be shown as an image; see the text."),
    "unknown_passage": (
        "找不到这段原文，链接可能已经失效。",
        "This passage cannot be found; the link may be out of date.",
    ),
}
