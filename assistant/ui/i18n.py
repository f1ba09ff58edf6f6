"""Every word the page shows, in Chinese and English: the one translation table.

Text of plans, file names and answers never pass through here. `{name}` parts are filled by `words`.
"""

from __future__ import annotations

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"

_TABLE: dict[str, tuple[str, str]] = {
    # --- frame
    "product": ("安全生产规划问答", "Ask the Safety Plans"),
    "motto": ("有据可查 · 一句一证", "Every statement traced to its source"),
    "nav_label": ("页面", "Pages"),
    "nav_ask": ("问答", "Ask"),
    "nav_library": ("规划库", "Library"),
    "language_label": ("语言", "Language"),
    "to_dark": ("切换深色", "Switch to dark"),
    "skip": ("跳到提问框", "Skip to the question box"),
    # --- start
    "starting_title": ("正在整理规划", "Preparing the plans"),
    "starting_text": (
        "首次启动需要通读所有规划并建立索引，通常不到一分钟。完成后本页自动打开，无需刷新。",
        "The first start reads every plan and builds the index, usually in under a minute. "
        "The page opens by itself; no need to reload.",
    ),
    "starting_progress": ("建立索引的进度", "Indexing progress"),
    "failed_title": ("未能启动", "Could not start"),
    "failed_text": ("请处理后重新启动程序。", "Please mend this and start the program again."),
    # --- ask
    "hero_title": ("向规划提问", "Ask the plans a question"),
    "hero_text": (
        "已收录 {count} 部安全生产规划与方案。每条回答都标明出处，点开编号即可核对原文；规划没有写的，会直接告诉您。",
        "{count} work-safety plans are on file. Every statement carries a numbered source: open it to check the "
        "original wording. Where the plans are silent, you will be told so.",
    ),
    "hero_examples": ("可以这样问", "For example"),
    "question_label": ("问题", "Question"),
    "question_placeholder": ("输入问题，中英文均可", "Ask in English or Chinese"),
    "ask": ("提问", "Ask"),
    "stop": ("停止", "Stop"),
    "new_chat": ("新对话", "New chat"),
    "plans_label": ("限定范围", "Only in"),
    "conversation": ("对话", "Conversation"),
    "you_asked": ("您问", "You asked"),
    "edit": ("修改问题", "Edit question"),
    "thinking": ("正在查阅规划……", "Reading the plans…"),
    "stopped": ("已停止。", "Stopped."),
    "source": ("出处", "Source"),
    "sources": ("出处", "Sources"),
    "more_sources": ("其余 {count} 条出处", "{count} more sources"),
    "open_source": ("打开出处 {number}：{where}", "Open source {number}: {where}"),
    "page": ("第{page}页", "p. {page}"),
    "copy": ("复制", "Copy"),
    "copied": ("已复制", "Copied"),
    "export": ("导出", "Export"),
    "vote_up": ("回答正确", "This answer is right"),
    "vote_down": ("回答有误", "This answer is wrong"),
    "vote_comment": ("哪里不对？应当怎样回答？（可不填）", "What is wrong? What would be right? (optional)"),
    "vote_send": ("发送", "Send"),
    "vote_thanks": ("谢谢，已记录在本机。", "Thank you: noted on this machine."),
    "refused": ("规划中没有写明", "Not stated in the plans"),
    "generated": ("由语言模型成文，逐句核对", "Worded by a language model, checked sentence by sentence"),
    "next": ("接着问", "Ask next"),
    "nearest": ("规划里有的相关内容", "What the plans do hold"),
    "why": ("为什么这样回答", "Why this answer"),
    "why_asked": ("问题类型", "Kind of question"),
    "why_query": ("检索用语", "Searched for"),
    "why_plans": ("查找范围", "Searched in"),
    "why_concepts": ("识别的概念", "Concepts recognised"),
    "why_confidence": ("把握程度", "Confidence"),
    "why_found": ("查看过的段落（按相关度）", "Passages looked at, best first"),
    "why_time": ("用时", "Time taken"),
    "all_plans": ("全部规划", "all plans"),
    "milliseconds": ("{ms} 毫秒", "{ms} ms"),
    "asked_duty": ("职责分工", "who is responsible"),
    "asked_person": ("人员", "people"),
    "asked_figure": ("数据与指标", "figures and targets"),
    "asked_deadline": ("时限", "deadlines"),
    "asked_list": ("列举", "a list"),
    "asked_measure": ("措施与要求", "measures and requirements"),
    "asked_compare": ("比较", "a comparison"),
    "error": (
        "出错了，这个问题没有得到回答。请再试一次。",
        "Something went wrong and this question was not answered. Please try again.",
    ),
    "error_long": (
        "问题太长了，请控制在 {limit} 字以内。",
        "The question is too long: please keep it under {limit} characters.",
    ),
    "copy_question": ("问：{question}", "Question: {question}"),
    # --- reader
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
    "table": ("表格", "Table"),
    "raw_table": ("按原文文字显示", "Show the source text"),
    "clipped": (
        "文件较长，这里只显示所引段落前后的文字。",
        "This file is long: only the text around the passage is shown.",
    ),
    "unknown_passage": (
        "找不到这段原文，链接可能已经失效。",
        "This passage cannot be found; the link may be out of date.",
    ),
    # --- library
    "library_title": ("规划库", "Library"),
    "library_text": ("查阅、检索和管理已收录的规划。", "Read, search and manage the plans on file."),
    "tab_plans": ("规划", "Plans"),
    "tab_search": ("全文检索", "Search"),
    "tab_facts": ("事实表", "Facts"),
    "tab_manage": ("添加与移除", "Add and remove"),
    "period": ("规划期", "Period"),
    "issuer": ("发文机关", "Issued by"),
    "number": ("文号", "Document no."),
    "issued": ("成文日期", "Issued"),
    "length": ("篇幅", "Length"),
    "length_value": (
        "{chars} 字 · {sections} 节 · {facts} 条事实",
        "{chars} characters · {sections} sections · {facts} facts",
    ),
    "read": ("阅读全文", "Read"),
    "level_country": ("国家", "National"),
    "level_region": ("自治区", "Region"),
    "level_city": ("市", "City"),
    "level_prefecture": ("自治州", "Prefecture"),
    "level_county": ("县", "County"),
    "level_other": ("其他", "Other"),
    "search_label": ("检索词", "Search for"),
    "search_placeholder": ("例如：两客一危 视频监控", "For example: gas pipelines"),
    "search": ("检索", "Search"),
    "search_none": ("没有找到相关段落。", "No passage found."),
    "search_hint": (
        "输入检索词，结果按相关度排列，点开即到原文。",
        "Type what to look for; passages come best first and open in the plan.",
    ),
    "open": ("打开原文", "Open in plan"),
    "fact_kind": ("类型", "Type"),
    "fact_plans": ("规划（不选即全部）", "Plans (none chosen: all)"),
    "fact_filter": ("筛选", "Filter"),
    "fact_filter_placeholder": ("单位、事项、数字……", "office, subject, figure…"),
    "fact_count": ("共 {count} 条", "{count} facts"),
    "fact_more": (
        "只显示前 {shown} 条，请筛选或导出查看全部。",
        "Showing the first {shown}; filter or export to see all.",
    ),
    "fact_none": ("没有符合条件的内容。", "Nothing matches."),
    "export_csv": ("导出 CSV", "Export CSV"),
    "export_xlsx": ("导出 XLSX", "Export XLSX"),
    "kind_duty": ("职责分工", "Duties"),
    "kind_person": ("人员", "People"),
    "kind_indicator": ("指标与数据", "Figures"),
    "kind_deadline": ("时限", "Deadlines"),
    "kind_enumeration": ("清单", "Lists"),
    "col_plan": ("规划", "Plan"),
    "col_what": ("事项", "Matter"),
    "col_units": ("牵头单位", "Lead"),
    "col_support": ("配合单位", "Support"),
    "col_drafts": ("负责制定", "Drafts"),
    "col_name": ("姓名", "Name"),
    "col_posts": ("职务", "Posts"),
    "col_role": ("担任", "Role"),
    "col_body": ("机构", "Body"),
    "col_indicator": ("指标", "Indicator"),
    "col_value": ("数值", "Value"),
    "col_period": ("时期", "Period"),
    "col_baseline": ("比较基数", "Baseline"),
    "col_status": ("性质", "Status"),
    "col_when": ("时限", "When"),
    "col_who": ("责任单位", "Who"),
    "col_head": ("主题", "Subject"),
    "col_items": ("内容", "Members"),
    "col_source": ("出处", "Source"),
    "status_target": ("目标", "target"),
    "status_achieved": ("已实现", "achieved"),
    "upload_title": ("添加规划", "Add plans"),
    "upload_label": (
        "可选 PDF、DOCX、HTML、TXT、MD，可多选，也可拖放到框内。",
        "PDF, DOCX, HTML, TXT or MD; choose several or drop them below.",
    ),
    "upload_limit": (
        "单个文件不超过 {limit} MB。文件只保存在本机。",
        "Up to {limit} MB each. Files stay on this machine.",
    ),
    "upload": ("加入规划库", "Add to the library"),
    "upload_working": ("正在处理：{name}", "Working on {name}"),
    "upload_added": ("已加入：《{title}》，编号 {id}", "Added: “{title}”, as {id}"),
    "upload_replaced": ("已替换：《{title}》，编号 {id}", "Replaced: “{title}”, {id}"),
    "upload_present": ("规划库中已有：《{title}》，编号 {id}", "Already on file: “{title}”, as {id}"),
    "upload_refused": ("未加入：{reason}", "Not added: {reason}"),
    "upload_nothing": ("请先选择文件。", "Choose files first."),
    "remove_title": ("移除规划", "Remove a plan"),
    "remove_label": ("要移除的规划", "Plan to remove"),
    "remove": ("移除……", "Remove…"),
    "remove_confirm": (
        "确定从规划库移除《{title}》?索引中的内容会一并删除。",
        "Remove “{title}” from the library? Its indexed text goes too.",
    ),
    "remove_yes": ("确定移除", "Yes, remove"),
    "remove_no": ("保留", "Keep it"),
    "removed": ("已移除《{title}》。", "Removed “{title}”."),
    "state_title": ("索引状态", "Index"),
    "state_text": (
        "{documents} 部规划 · {chunks} 个段落 · {facts} 条事实",
        "{documents} plans · {chunks} passages · {facts} facts",
    ),
    "warnings": ("读取时的提示", "Notes from reading"),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "zh": (
        "克州燃气安全谁牵头？",
        "克州三年行动领导小组组长是谁",
        "宁夏 煤矿百万吨死亡率 目标",
        "2018年昆明道路运输事故起数和死亡人数",
    ),
    "en": (
        "Who leads gas safety in Kizilsu?",
        "What share of Jincheng enterprises must be covered by the hidden-danger system by the end of 2018?",
        "Compare the coal-mine death-rate targets",
        "Road accidents and deaths in Kunming in 2018",
    ),
}


def words(language: str, key: str, **values: object) -> str:
    """The wording of `key` in `language`, with its `{name}` parts filled."""
    wording = _TABLE[key][LANGUAGES.index(known(language))]
    return wording.format(**values) if values else wording


def known(language: str) -> str:
    """`language` if the page speaks it, else Chinese; takes browser tags such as "en-GB"."""
    short = str(language).lower()[:2]
    return short if short in LANGUAGES else DEFAULT_LANGUAGE
