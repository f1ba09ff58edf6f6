"""The words of the page that is shown while the program starts."""

from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = {
    "waiting_title": ("正在启动", "Starting"),
    "waiting_opening": ("正在打开规划……", "Opening the plans…"),
    "waiting_reading": ("正在通读规划、建立索引：{file}", "Reading the plans and building the index: {file}"),
    "waiting_page_of": ("{file}，第 {page} 页，共 {pages} 页", "{file}, page {page} of {pages}"),
    "waiting_index": ("正在写入索引……", "Writing the index…"),
    "waiting_ready": (
        "规划已打开，现在就可以提问。完整页面随后自动出现。",
        "The plans are open: you can ask already. The whole page follows by itself.",
    ),
    "waiting_note": (
        "可以先输入问题，规划一打开就回答；写下的内容不会丢失。",
        "You can write your question now. It is answered as soon as the plans are open, and nothing you write is lost.",
    ),
    "waiting_answer": ("规划打开后马上回答……", "To be answered as soon as the plans are open…"),
    "waiting_question": ("输入问题，中英文均可", "Ask in English or Chinese"),
    "waiting_ask": ("提问", "Ask"),
    "waiting_progress": ("启动进度", "How far the start has come"),
    "waiting_no_script": ("本页需要启用 JavaScript。", "This page needs JavaScript."),
}

words = phrases(TABLE)
