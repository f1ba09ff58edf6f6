"""The words of the page of courses. The words of the material itself are in `assistant.courses.pack_phrases`."""

from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = {
    "courses_title": ("培训材料", "Training"),
    "courses_text": (
        "选择规划、主题和对象，生成逐条注明出处的培训材料。",
        "Choose plans, topics and an audience to get training material with a source for every line.",
    ),
    "courses_plans": ("规划", "Plans"),
    "courses_topics": (
        "主题（可选多个，也可自己输入；不选则讲全部）",
        "Topics (choose or type your own; none means all)",
    ),
    "courses_audience": ("对象", "Audience"),
    "courses_hours": ("时长", "Length"),
    "courses_language": ("材料语言", "Language of the material"),
    "courses_hours_0.5": ("半小时", "Half an hour"),
    "courses_hours_1": ("1小时", "1 hour"),
    "courses_hours_2": ("2小时", "2 hours"),
    "courses_hours_4": ("半天（4小时）", "Half a day (4 h)"),
    "courses_hours_8": ("一天（8小时）", "A day (8 h)"),
    "courses_make": ("生成材料", "Make the material"),
    "courses_cancel": ("取消", "Cancel"),
    "courses_cancelled": ("已取消。", "Cancelled."),
    "courses_empty": (
        "材料会显示在这里：教学目标、谁负责什么、要点、应知数据和时限、事故与问题、讨论题、情景演练和测验，并附日程和讲者备注。每一行都可以修改、移动或删除，然后导出。",
        "The material appears here: aims, who answers for what, key points, figures and dates, problems named, questions for "
        "discussion, exercises and a quiz, with an agenda and speaker notes. Every line can be reworded, moved or dropped before "
        "you export.",
    ),
    "courses_no_plan": ("请至少选择一部规划。", "Please choose at least one plan."),
    "courses_nothing": (
        "所选规划没有写到“{topics}”。请换一个主题，或多选几部规划。",
        "The plans chosen say nothing about “{topics}”. Try another topic, or choose more plans.",
    ),
    "courses_untold": (
        "所选规划没有写到“{topics}”，以下材料只讲其余主题。",
        "The plans chosen say nothing about “{topics}”; the material below covers the other topics.",
    ),
    "courses_error": (
        "出错了，材料没有生成。请再试一次。",
        "Something went wrong and nothing was made. Please try again.",
    ),
    "courses_export_error": (
        "出错了，文件没有生成。请再试一次。",
        "Something went wrong and no file was made. Please try again.",
    ),
    "courses_gone": (
        "有一部所选的规划已被移除，请重新选择。",
        "One of the plans chosen has been removed. Please choose again.",
    ),
    "courses_progress": ("生成进度", "Progress"),
    "courses_step_search": ("正在查找有关段落……", "Finding passages…"),
    "courses_step_aims": ("正在摘取规划目标……", "Reading the aims…"),
    "courses_step_points": ("正在挑选要点……", "Choosing key points…"),
    "courses_step_duties": ("正在整理职责分工……", "Reading who answers for what…"),
    "courses_step_figures": ("正在整理数据……", "Reading the figures…"),
    "courses_step_deadlines": ("正在整理时限……", "Reading the deadlines…"),
    "courses_step_cases": ("正在查找事故与问题……", "Looking for accidents and problems…"),
    "courses_step_quiz": ("正在出题……", "Making the quiz…"),
    "courses_step_written": (
        "语言模型正在撰写讲话要点和情景题……",
        "The language model is writing talking points and scenarios…",
    ),
    "courses_lines": (
        "{lines} 行 · {questions} 题 · {sources} 处出处",
        "{lines} lines · {questions} questions · {sources} sources",
    ),
    "courses_edit_hint": (
        "点击文字即可修改；导出的就是您改过的内容。",
        "Click a line to reword it; what you export is what you see.",
    ),
    "courses_export_docx": ("导出 Word", "Word"),
    "courses_export_pptx": ("导出 PPT", "PowerPoint"),
    "courses_export_md": ("导出 Markdown", "Markdown"),
    "courses_line": ("第 {number} 行，可修改", "Line {number}, can be edited"),
    "courses_cell": ("{head}，第 {number} 行，可修改", "{head}, line {number}, can be edited"),
    "courses_note": ("讲者备注", "Speaker note"),
    "courses_source": ("出处", "Source"),
    "courses_up": ("上移", "Move up"),
    "courses_down": ("下移", "Move down"),
    "courses_drop": ("删除", "Drop"),
    "courses_restore": ("恢复", "Restore"),
    "courses_unchecked": ("机器译文，未经人工核对", "Machine translation, unchecked"),
    "courses_gap": ("填写答案", "Your answer"),
    "courses_check": ("交卷", "Check answers"),
    "courses_again": ("重做", "Try again"),
    "courses_score": ("答对 {right} 题，共 {count} 题", "{right} of {count} right"),
    "courses_right": ("正确", "Right"),
    "courses_wrong": ("不对", "Not right"),
    "courses_answer": ("答案：{answer}", "Answer: {answer}"),
    "courses_quiz_hint": ("可以在这里直接作答。", "Answer here to try it out."),
}

words = phrases(TABLE)
