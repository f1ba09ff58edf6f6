"""The words of the frame around every page, and of a start that failed."""

from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = {
    "motto": ("有据可查 · 一句一证", "Every statement traced to its source"),
    "nav_label": ("页面", "Pages"),
    "nav_ask": ("问答", "Ask"),
    "nav_library": ("规划库", "Library"),
    "nav_compare": ("比较", "Compare"),
    "nav_courses": ("培训", "Training"),
    "nav_evaluation": ("评测", "Evaluation"),
    "language_label": ("语言", "Language"),
    "to_dark": ("切换深色", "Switch to dark"),
    "skip": ("跳到提问框", "Skip to the question box"),
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
