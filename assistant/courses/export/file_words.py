"""The words that only the files of a pack need, in both languages: what is on the page as well stands in `pack_phrases`."""

from __future__ import annotations

from assistant.wording.phrasebook import Phrasebook

_TABLE: dict[str, tuple[str, str]] = {
    "layout_first": ("标题", "Title"),
    "layout_section": ("节标题", "Section"),
    "layout_points": ("要点", "Points"),
    "layout_table": ("表格", "Table"),
    "layout_columns": ("两栏", "Two columns"),
    "layout_quiz": ("测验题", "Quiz question"),
    "layout_picture": ("图示", "Picture"),
    "holder_title": ("标题", "Title"),
    "holder_ctrTitle": ("标题", "Title"),
    "holder_subTitle": ("副标题", "Subtitle"),
    "holder_body": ("文本", "Text"),
    "holder_tbl": ("表格", "Table"),
    "holder_ftr": ("出处", "Source"),
    "holder_sldNum": ("页码", "Slide number"),
    "click": ("单击编辑", "Click to edit"),
    "paged": ("{title}（{number}/{count}）", "{title} ({number}/{count})"),
    "in_group": ("{title}：{group}", "{title}: {group}"),
    "source": ("出处：{places}", "Source: {places}"),
    "more_in_notes": ("等，见备注", "and others, see the notes"),
    "sources_in_notes": ("出处与原文", "Sources with their wording"),
    "speaker": ("讲者备注", "Speaker notes"),
    "time": ("用时：{minutes}", "Time: {minutes}"),
    "part": ("环节", "Part"),
    "minutes": ("时长", "Time"),
    "today": ("今天", "Today"),
    "on_day": ("{day.year}年{day.month}月{day.day}日", "{day.day} {day:%B} {day.year}"),
    "timeline": ("时间轴", "Timeline"),
    "rest_on_paper": (
        "其余{count}题见 Word 材料中的测验，可打印作答。",
        "Further questions, to be answered on paper, stand in the Word file: {count}.",
    ),
    "rest_in_notes": ("解答的其余各条见本页备注。", "The rest of the solution stands in the notes of this slide."),
    "drawn_from": ("所依据的规划", "Drawn from these plans"),
    "numbers_in_notes": (
        "方括号内编号的出处和原文见各页备注，全部出处见 Word 材料。",
        "The notes of each slide give source and wording of the numbers in brackets; the Word file lists them all.",
    ),
    "contents": ("目录", "Contents"),
    "page_of": ("第{page}页，共{pages}页", "Page {page} of {pages}"),
    "table": ("表", "Table "),
    "handout_of": ("学员手册：{subject}", "Handout: {subject}"),
}

file_words = Phrasebook(_TABLE)
"""The words of a key in the language of the pack, with its `{name}` parts filled."""
