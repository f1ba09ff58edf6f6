"""The words of the page for programs."""

from assistant.ui.shared.i18n import phrases

TABLE: dict[str, tuple[str, str]] = {
    "api_title": ("程序接口", "For programs"),
    "api_text": (
        "页面能查的，程序也能查：同样的问题得到同样的回答，JSON 格式，逐句附出处。",
        "What the page can look up, programs can too: the same question gives the same answer, as JSON with its sources.",
    ),
    "api_back": ("返回页面", "Back to the page"),
    "api_doors": ("三种接入方式", "Three ways in"),
    "api_http": (
        "HTTP：向下列地址 POST 一个 JSON 对象，直接得到结果。接口说明文件：",
        "HTTP: POST a JSON object to the addresses below, the outcome comes back at once. Its description:",
    ),
    "api_gradio": (
        "Python：用 gradio_client 调用同名接口，服务地址：",
        "Python: gradio_client calls the same endpoints by name. The server's address:",
    ),
    "api_mcp": (
        "AI 助手：MCP 服务（streamable HTTP），工具同名，地址：",
        "AI assistants: an MCP server (streamable HTTP) with tools of the same names, at",
    ),
    "api_arguments": ("参数", "Arguments"),
    "api_no_arguments": ("无参数，发送空对象 {}。", "None; send an empty object {}."),
    "api_returns": ("返回", "Gives back"),
    "api_list_of": ("数组，每个元素包含：", "a list of objects with"),
    "api_object_with": ("对象，包含：", "an object with"),
    "api_name": ("名称", "Name"),
    "api_type": ("类型", "Type"),
    "api_sense": ("含义", "Meaning"),
    "api_default": ("默认", "default"),
    "api_required": ("必填", "required"),
    "api_examples": ("示例", "Examples"),
    "api_errors": ("出错时", "When something goes wrong"),
    "api_errors_text": (
        '返回 {"error": "一句话说明"}，状态码如下。',
        'The body is {"error": "one sentence"}, with one of these codes.',
    ),
    "api_400": ("问题无法这样提，原因见说明", "it cannot be asked so; the sentence says why"),
    "api_404": ("没有这个编号的规划", "no plan has this id"),
    "api_422": ("缺少参数，或参数格式不对", "an argument is missing or of a wrong form"),
    "api_503": ("规划未能打开", "the plans could not be opened"),
    "api_ask": (
        "回答一个问题，语言随问题，逐句附出处；规划没有写明时 refused 为 true。",
        "Answers a question in its own language, each statement with its source; refused is true where the plans do not tell.",
    ),
    "api_search": ("找出与查询最接近的原文段落，最近的在前。", "Finds the passages nearest to a query, best first."),
    "api_facts": (
        "列出从规划中读出的某一类事实，按原文顺序。",
        "Lists the facts of one kind that were read out of the plans, in the order of the text.",
    ),
    "api_compare": (
        "比较各规划对同一事项的规定，每格附出处。",
        "Sets side by side what several plans say of a matter, each cell with its source.",
    ),
    "api_documents": ("列出库中的规划及其编号。", "Lists the plans on file with their ids."),
    "api_arg_question": ("想知道什么，中英文均可", "what you want to know, in Chinese or English"),
    "api_arg_history": ("同一对话中先前的问题，从早到晚", "earlier questions of the same conversation, oldest first"),
    "api_arg_plans": ("只查这些规划（编号）；空为全部", "ids of the plans to keep to; empty for all"),
    "api_arg_query": ("一个问题或几个词，中英文均可", "a question or a few words, in Chinese or English"),
    "api_arg_topics": (
        "要比较的主题，1 到 12 个，每个不超过 100 字",
        "what to compare: 1 to 12 topics of at most 100 characters, in Chinese or English",
    ),
    "api_arg_language": ("名称和表述所用的语言", "the language of names, values and statements"),
    "api_arg_k": ("最多给出几段，1 到 100", "how many passages at most, 1 to 100"),
    "api_arg_kind": (
        "duty 职责、person 人员、indicator 指标、deadline 时限、enumeration 列举、row 表格行",
        "duty (who answers for what), person, indicator (figures), deadline, enumeration (lists) or row (of tables)",
    ),
}

words = phrases(TABLE)
