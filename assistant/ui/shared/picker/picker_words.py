"""The words by which documents are found and chosen."""

from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = {
    "find_label": ("查找文件", "Find documents"),
    "find_placeholder": ("标题、地区、机关、文号、年份或拼音", "Title, place, issuer, number, year or pinyin"),
    "find_groups": ("地区、类型、年份", "Place, kind, year"),
    "group_place": ("地区：{label}（{count}）", "Place: {label} ({count})"),
    "group_kind": ("类型：{label}（{count}）", "Kind: {label} ({count})"),
    "group_year": ("年份：{label}（{count}）", "Year: {label} ({count})"),
    "pick_open": ("从 {count} 份文件中选……", "Choose from {count} documents…"),
    "pick_close": ("收起", "Close"),
    "pick_more": ("再显示一些", "Show more"),
    "pick_found": ("找到 {found} 份，显示 {shown} 份", "{shown} of {found} found are shown"),
    "pick_none": ("没有符合条件的文件。", "No document matches."),
}

words = phrases(TABLE)
