"""The words that several pages use."""

TABLE: dict[str, tuple[str, str]] = {
    "product": ("安全生产规划问答", "Ask the Safety Plans"),
    "open_source": ("打开出处 {number}：{where}", "Open source {number}: {where}"),
    "page": ("第{page}页", "p. {page}"),
    "copied": ("已复制", "Copied"),
    "cancel": ("取消", "Cancel"),
    "error": (
        "出错了，这个问题没有得到回答。请再试一次。",
        "Something went wrong and this question was not answered. Please try again.",
    ),
    "open": ("打开原文", "Open in plan"),
    "col_plan": ("规划", "Plan"),
    "col_source": ("出处", "Source"),
    "table": ("表格", "Table"),
}
