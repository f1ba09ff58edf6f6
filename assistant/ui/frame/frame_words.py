"""The words of the frame around every page, and of a start that failed."""

from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = {
    "motto": ("有据可查 · 一句一证", "Every statement traced to its source"),
    "nav_label": ("页面", "Pages"),
    "nav_ask": ("问答", "Ask"),
    "nav_library": ("规划库", "Library"),
    "nav_compare": ("比较", "Compare"),
    "nav_courses": ("培训", "Training"),
    "nav_saved": ("成果", "Saved"),
    "nav_evaluation": ("评测", "Evaluation"),
    "language_label": ("语言", "Language"),
    "to_dark": ("切换深色", "Switch to dark"),
    "printed_on": ("{product} · 打印于 {date} · {address}", "{product} · printed on {date} · {address}"),
    "skip": ("跳到提问框", "Skip to the question box"),
    "keys_title": ("键盘快捷键", "Keyboard shortcuts"),
    "keys_close": ("关闭快捷键列表", "Close the shortcuts"),
    "keys_help": ("显示这张列表", "Show this list"),
    "keys_field": ("到提问框，或本页的搜索框", "To the question box, or the page's own field"),
    "keys_new": ("新对话", "New conversation"),
    "keys_source_before": ("上一条出处", "Source before"),
    "keys_source_after": ("下一条出处", "Next source"),
    "keys_escape": ("关闭打开的内容，或离开提问框", "Close what is open, or leave the question box"),
    "keys_page": ("前往“{page}”", "Go to {page}"),
    "keys_on": ("启用单键快捷键", "Single-key shortcuts are on"),
    "keys_note": (
        "在输入框内打字时不起作用。后退、前进按浏览器自己的按键。",
        "They do nothing while you type in a field. Back and Forward are the browser's own keys.",
    ),
    "gone": (
        "与服务器的连接断了，恢复后自动继续。",
        "The server cannot be reached. The page goes on by itself when it is back.",
    ),
    "gone_kept": ("写下的内容已保留。", "What you wrote is kept."),
    "gone_asked": ("问题会在恢复后发出。", "Your question is sent then."),
    "gradio_large": ("文件超过 {limit} MB 的上限：{files}", "Over the limit of {limit} MB: {files}"),
    "gradio_type": (
        "不支持这种文件：{files}。可选的类型：{types}",
        "This type of file cannot be taken: {files}. These can: {types}",
    ),
    "gradio_busy": ("同时使用的人太多，请稍后再试。", "Too many people are using the page; try again in a moment."),
    "gradio_failed": ("出错了，请再试一次。", "Something went wrong. Please try again."),
    "gradio_error": ("未能完成", "Not done"),
    "gradio_warning": ("请注意", "Please note"),
    "gradio_info": ("提示", "Note"),
    "gradio_close": ("关闭", "Close"),
    "gradio_upload": ("选择文件", "Choose files"),
    "failed_title": ("未能启动", "Could not start"),
    "failed_text": ("请处理后重新启动程序。", "Please mend this and start the program again."),
}

words = phrases(TABLE)
