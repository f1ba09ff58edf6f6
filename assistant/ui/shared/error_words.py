"""The words of errors: `error_` and the code that an error of `index` or `assistant` carries, its class's name if none.

`{message}` is the error's own English sentence, for faults whose cause only a technician can mend.
"""

TABLE: dict[str, tuple[str, str]] = {
    "error_PlansError": ("出错了（{message}）", "Something went wrong: {message}"),
    "error_FileRejected": ("文件无法收录（{message}）", "The file cannot be added: {message}"),
    "error_MissingFile": ("找不到文件，或无法打开。", "The file is not there or cannot be opened."),
    "error_UnknownFileType": (
        "不支持这种文件，请另存为 PDF、DOCX、XLSX、HTML 或 TXT 再添加。",
        "This type of file cannot be read; save it as PDF, DOCX, XLSX, HTML or TXT.",
    ),
    "error_office_file": (
        "读取 {suffix} 文件需要 LibreOffice，请安装，或另存为 {target} 再添加。",
        "LibreOffice is needed to read {suffix} files; install it, or save the file as {target}.",
    ),
    "error_web_address": (
        "程序不联网，不会下载网址；请在浏览器中打开并保存网页，再添加文件。",
        "A web address is not fetched; open it in a browser, save the page and add the file.",
    ),
    "error_archive_inside": (
        "压缩包里还有压缩包（{name}），请解压后添加其中的文件。",
        "The archive holds another archive, {name}; unpack it and add the files.",
    ),
    "error_folder": ("这是文件夹，请选择其中的文件。", "This is a folder; choose the files in it."),
    "error_no_plan": (
        "这是目录文件，或文件名是译文、隐藏或临时文件的名字，请改名后再添加。",
        "This is the catalogue, or bears the name of a translation, a hidden or a temporary file; rename it first.",
    ),
    "error_EmptyFile": ("文件里没有文字。", "The file holds no text."),
    "error_cleaned_away": (
        "去掉网页杂项后没有剩下正文。",
        "Nothing is left of the file once web-page debris is taken out.",
    ),
    "error_FileTooLarge": ("文件超过 {limit} MB 的上限。", "The file is over the limit of {limit} MB."),
    "error_unpacks": ("文件解压后过大，无法收录。", "The file unpacks to more than a plan can hold."),
    "error_CorruptFile": (
        "文件已损坏，或内容与后缀不符，请重新获取或另存后再添加。",
        "The file is damaged, or its content is not what its suffix says; get it again or save it anew.",
    ),
    "error_wrong_suffix": (
        "内容是 {name} 文件，后缀却是 {suffix}，请改正后缀再添加。",
        "The content is {name} but the suffix is {suffix}; rename the file.",
    ),
    "error_not_text": (
        "无法识别文字编码，请另存为 UTF-8 文本再添加。",
        "The encoding of the text is not known; save it as UTF-8 text.",
    ),
    "error_EncryptedFile": (
        "文件有密码保护，请另存一份不加密的再添加。",
        "The file is protected by a password; save a copy without one.",
    ),
    "error_NoTextLayer": (
        "这个 PDF 没有文字，从页面图像上也认不出文字。",
        "The PDF holds no text, and none can be read in the pictures of its pages.",
    ),
    "error_TooMuchText": (
        "文件的文字超过 {limit} 字，不像一部规划，请拆分后再添加。",
        "The file holds more than {limit} characters, more than any plan; add it in parts.",
    ),
    "error_many_scanned_pages": (
        "扫描页超过 {limit} 页，请拆分后再添加。",
        "The file has more than {limit} scanned pages; add it in parts.",
    ),
    "error_large_picture": (
        "图片超过 {limit} 百万像素，请缩小后再添加。",
        "The picture has more than {limit} million pixels; save it smaller.",
    ),
    "error_PlaceTaken": (
        "它的位置已由《{title}》取代，移除后者即可恢复。",
        "“{title}” took its place; remove that, and this one comes back.",
    ),
    "error_NothingToUndo": (
        "没有可以撤销的替换或移除。",
        "Nothing was replaced or removed that could be brought back.",
    ),
    "error_TakesTooLong": (
        "读取文件超过 {limit} 秒，已停止，请另存或拆分后再添加。",
        "Reading the file took more than {limit} seconds and was stopped; save it anew or add it in parts.",
    ),
    "error_NeedsTooMuchMemory": (
        "读取文件占用内存过多，已停止，请另存为文本或拆分后再添加。",
        "Reading the file took too much memory and was stopped; save it as text or add it in parts.",
    ),
    "error_ReaderDied": (
        "读取文件的进程意外中止，请另存或换一种格式再添加。",
        "The process that read the file ended unexpectedly; save the file anew or in another format.",
    ),
    "error_NothingReadable": ("规划文件全部无法读取：", "Not one of the plan files can be read:"),
    "error_SettingsError": ("设置有误（{message}）", "A setting cannot be used: {message}"),
    "error_CatalogError": (
        "规划目录 catalog.toml 有误（{message}）",
        "The catalogue of plans, catalog.toml, has a fault: {message}",
    ),
    "error_UnknownDocument": (
        "规划库中没有这部规划，可能已被移除。",
        "This plan is not on file; it may have been removed.",
    ),
    "error_IndexMissing": (
        "索引不存在或已损坏，请重新启动程序。",
        "The index is missing or damaged; start the program again.",
    ),
    "error_IndexOutdated": (
        "索引版本不符，请重新启动程序。",
        "The index is of another version; start the program again.",
    ),
    "error_ModelSwitched": (
        "向量模型刚刚更换，请再问一次。",
        "The embedding model has just been changed; ask again.",
    ),
    "error_IndexBusy": (
        "另一个程序正在更新索引，请稍后再试。",
        "Another program is writing the index; try again in a moment.",
    ),
    "error_ModelError": ("向量模型无法加载（{message}）", "The embedding model cannot be loaded: {message}"),
    "error_LanguageModelError": (
        "语言模型没有给出可用的回答（{message}）",
        "The language model gave no usable answer: {message}",
    ),
    "error_ModelUnreachable": ("语言模型连接不上（{message}）", "The language model cannot be reached: {message}"),
    "error_model_key": ("语言模型拒绝了密钥，请重新填写。", "The language model refuses the key; write it anew."),
    "error_model_unknown": (
        "这个地址上没有这个语言模型，请核对名称和地址。",
        "There is no language model of this name at this address; look at both.",
    ),
    "error_ModelTooSlow": ("语言模型没有按时作答。", "The language model did not answer in time."),
    "error_ModelBrokeOff": ("语言模型中途停止作答。", "The language model ended in the midst of its answer."),
    "error_AnswerMalformed": (
        "语言模型没有按要求的格式作答。",
        "The language model did not answer in the form that was asked for.",
    ),
    "error_BudgetSpent": (
        "语言模型今天的用量已到上限，明天恢复。",
        "The language model has used its tokens of today; it goes on tomorrow.",
    ),
    "error_fields": ("问题的格式不对（{message}）", "This is no question: {message}"),
    "error_model_name": (
        "请按“提供方:模型”填写名称，例如 openai:qwen3-32b。",
        "Write the name as provider:model, as openai:qwen3-32b.",
    ),
    "error_model_address": (
        "地址须以 http:// 或 https:// 开头。",
        "The address must begin with http:// or https://.",
    ),
    "error_VectorStoreError": ("向量数据库无法使用（{message}）", "The vector store cannot be used: {message}"),
    "error_StoreError": ("索引无法读写（{message}）", "The index cannot be read or written: {message}"),
    "error_StoreDamaged": (
        "索引已损坏，请重新启动程序，它会从规划文件修复。",
        "The index is damaged; start the program again, and it is repaired from the plans' files.",
    ),
    "error_DocumentDamaged": (
        "这部规划在索引中已损坏，修复前不据此回答。",
        "This plan is damaged in the index; nothing is answered from it until it is repaired.",
    ),
    "error_document_damaged": (
        "这部规划在索引中已损坏，修复前不据此回答。",
        "This plan is damaged in the index; nothing is answered from it until it is repaired.",
    ),
    "error_SourcesMissing": (
        "规划文件夹里没有索引中的任何规划，请检查 PLANS_DOCUMENTS_DIR 的设置。",
        "None of the indexed plans lies in the folder of plans; see that PLANS_DOCUMENTS_DIR is right.",
    ),
    "error_BackupError": ("备份无法使用（{message}）", "The backup cannot be used: {message}"),
    "error_question_empty": ("请输入问题。", "Type a question."),
    "error_QuestionError": ("无法回答（{message}）", "This cannot be answered: {message}"),
    "error_question_long": (
        "问题太长了，请控制在 {limit} 字以内。",
        "The question is too long: please keep it under {limit} characters.",
    ),
    "error_query_empty": ("请输入要查找的内容。", "Type what you look for."),
    "error_query_long": (
        "检索词太长了，请控制在 {limit} 字以内。",
        "The search is too long: please keep it under {limit} characters.",
    ),
    "error_history_many": (
        "前面的问题太多了，请只带最近 {limit} 个。",
        "There are too many earlier questions: give the last {limit}.",
    ),
    "error_history_long": (
        "前面有问题太长了，请控制在 {limit} 字以内。",
        "An earlier question is too long: please keep it under {limit} characters.",
    ),
    "error_plans_many": ("一次最多选择 {limit} 部规划。", "Choose at most {limit} plans at a time."),
    "error_id_long": ("编号太长了，请控制在 {limit} 字以内。", "An id is too long: keep it under {limit} characters."),
    "error_no_text": ("文字里有残缺的字符，请重新输入。", "The text holds half a character; type it anew."),
    "error_TookTooLong": (
        "{limit} 秒内没有完成，请把问题写短一些，或少选几部规划。",
        "This took longer than {limit} seconds: ask in fewer words, or of fewer plans.",
    ),
    "error_AnswerLost": ("回答时程序中断，请再试一次。", "The program broke off while answering; try again."),
    "error_TopicsError": ("主题无法比较（{message}）", "These topics cannot be compared: {message}"),
    "error_GlossaryError": ("术语表有误（{message}）", "The glossary has a fault: {message}"),
    "error_TranslationError": ("译文文件有误（{message}）", "A file of translations has a fault: {message}"),
    "error_topics_none": ("请至少填写或点选一个主题。", "Type or pick at least one topic."),
    "error_topics_many": ("一次最多比较 {limit} 个主题。", "Compare at most {limit} topics at a time."),
    "error_topic_long": (
        "主题太长了，请控制在 {limit} 字以内。",
        "A topic is too long: keep it under {limit} characters.",
    ),
    "error_WorkError": ("无法保存（{message}）", "This cannot be saved: {message}"),
    "error_work_large": ("内容太多，无法保存。", "There is too much in it to be saved."),
    "error_work_many": (
        "已经保存了 {limit} 项，请先在“成果”页删去不用的。",
        "{limit} things are saved already; first remove some on the page Saved.",
    ),
    "error_work_full": (
        "保存成果的空间已满，请先在“成果”页删去不用的。",
        "There is no room for more saved work; first remove some on the page Saved.",
    ),
    "error_work_kind": ("这个编号下保存的是别的内容。", "Something of another kind is saved under this id."),
    "error_WorkGone": (
        "没有找到保存的内容，可能已被删除，或链接不完整。",
        "Nothing is saved here: it may have been removed, or the link is not whole.",
    ),
    "error_work_version_gone": (
        "这个版本已经不在了，只保留最初和最近的版本。",
        "This version is gone: the first and the latest ones are kept.",
    ),
    "error_WorkUnreadable": (
        "这项内容由另一版本的程序保存，现在无法打开；可以重新生成。",
        "Another version of the program saved this, and it cannot be opened now; please make it anew.",
    ),
}
