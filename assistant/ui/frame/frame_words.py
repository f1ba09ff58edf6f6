"""The words of the frame around every page, and of the start."""

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
    "skip": ("跳到提问框", "Skip to the question box"),
    "starting_title": ("正在整理规划", "Preparing the plans"),
    "starting_text": (
        "首次启动需要通读所有规划并建立索引，通常不到一分钟。完成后本页自动打开，无需刷新。",
        "The first start reads every plan and builds the index, usually in under a minute. "
        "The page opens by itself; no need to reload.",
    ),
    "starting_progress": ("建立索引的进度", "Indexing progress"),
    "failed_title": ("未能启动", "Could not start"),
    "failed_text": ("请处理后重新启动程序。", "Please mend this and start the program again."),
}

words = phrases(TABLE)
