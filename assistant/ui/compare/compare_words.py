"""The words of the compare page."""

from assistant.comparison.shown_words import SHOWN
from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = SHOWN | {
    "compare_title": ("规划比较", "Compare"),
    "compare_text": (
        "选择规划和主题，逐项对照各规划怎么写；每一格都可以点开原文。",
        "Choose plans and topics, and see side by side what each plan says; every cell opens its source.",
    ),
    "compare_plans": ("规划（不选即全部）", "Plans (none chosen: all)"),
    "compare_typed": ("主题", "Topics"),
    "compare_typed_hint": (
        "如：道路交通万车死亡率；燃气安全（多个主题用分号隔开）",
        "For example: road deaths per 10,000 vehicles; gas safety (separate several topics by semicolons)",
    ),
    "compare_shared": ("几部规划共有的主题", "Topics that several plans share"),
    "compare_counts": (
        "数字是：{plans}部规划中有几部提到。",
        "The numbers say how many of the {plans} plans speak of it.",
    ),
    "compare_offered": ("{name} {count}/{plans}", "{name} {count}/{plans}"),
    "compare_choose": (
        "选两份以上的文件，这里会列出它们共有的主题。",
        "Choose two documents or more to see the topics that they share.",
    ),
    "compare_shares_none": (
        "所选的文件没有共有的主题；可以自己填写主题。",
        "The documents chosen share no topic; type one of your own.",
    ),
    "compare_indicator": ("指标", "Indicators"),
    "compare_sector": ("行业领域", "Sectors"),
    "compare_heading": ("章节", "Headings"),
    "compare_go": ("比较", "Compare"),
    "compare_cancel": ("取消", "Cancel"),
    "compare_cancelled": ("已取消。", "Cancelled."),
    "compare_plots": ("同类数值图示", "Like figures plotted"),
    "compare_swipe": ("表格较宽，可左右滑动 ↔", "The table is wide: scroll it sideways ↔"),
    "compare_xlsx": ("导出 XLSX", "Export XLSX"),
    "compare_docx": ("导出 DOCX", "Export DOCX"),
    "compare_pptx": ("导出 PPTX", "Export PPTX"),
    "compare_empty": (
        "还没有比较。填写或点选主题，再按“比较”。",
        "Nothing compared yet. Type or pick topics, then press Compare.",
    ),
    "compare_working": ("正在查找：{topic}（{at}/{count}）", "Searching: {topic} ({at} of {count})"),
    "compare_done": (
        "{topics}个主题，{plans}部规划：{cells}格中{stated}格写明。",
        "Topics: {topics}. Plans: {plans}. Stated in {stated} of {cells} cells.",
    ),
    "compare_period": ("期限", "Period"),
    "compare_plot": ("{name}（{status}）", "{name} ({status})"),
    "compare_targets": ("目标", "targets"),
    "compare_results": ("已达到", "reached"),
}

words = phrases(TABLE)
