"""The words of the panel in which a language model is set."""

from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = {
    "model_title": ("语言模型（可选）", "Language model (optional)"),
    "model_text": (
        "不设也能照常使用。设置后，问题和检索到的段落会发送到下面的地址；模型写的每句话都与原文核对，核对不上的不采用。",
        "Nothing needs one. Once set, questions and the passages found are sent to the address below; each sentence that the "
        "model writes is held against the passages, and left out where they do not prove it.",
    ),
    "model_none": ("还没有设置语言模型。", "No language model is set."),
    "model_set": ("正在使用 {name}。", "{name} is in use."),
    "model_of_environment": (
        "正在使用 {name}，由环境变量 PLANS_LLM 设置，只能在那里更改。",
        "{name} is in use, set by the environment variable PLANS_LLM, and can be changed only there.",
    ),
    "model_name": ("名称（提供方:模型）", "Name (provider:model)"),
    "model_base_url": ("地址（空为提供方默认）", "Address (empty: the provider's own)"),
    "model_key": ("密钥", "Key"),
    "model_key_unset": ("没有可不填", "Leave empty if it needs none"),
    "model_key_set": ("已设置；不改请留空", "Set; leave empty to keep it"),
    "model_uses": ("用于", "Used for"),
    "use_answers": ("撰写回答", "answers"),
    "use_translations": ("翻译文件", "translations of documents"),
    "use_particulars": ("认定新增文件的标题和类型", "titles and kinds of added documents"),
    "use_questions": ("补全追问、拆分问题", "follow-ups and questions of several parts"),
    "use_search_words": ("为英文提问找中文检索词", "Chinese search words for questions in English"),
    "use_training": ("撰写培训材料中的讲话要点和情景题", "talking points and scenarios of training material"),
    "model_save": ("保存并测试", "Save and test"),
    "model_test": ("测试", "Test"),
    "model_remove": ("移除", "Remove"),
    "model_saved": ("已保存。", "Saved."),
    "model_removed": ("已移除，密钥一并删除。", "Removed, and its key with it."),
    "model_reached": ("连接正常，{seconds} 秒作答。", "Reachable, answered in {seconds} s."),
    "model_not_kept": ("数据文件夹无法写入，没有保存。", "The data folder cannot be written; nothing was saved."),
}

words = phrases(TABLE)
