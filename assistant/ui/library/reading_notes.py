"""What a reader of files notes for the person who adds them, in the words of the page.

Notes are kept as the English sentences that the index makes; each is known here again by the words around what it names.
"""

from __future__ import annotations

from string import Formatter

from assistant.types import Language
from assistant.ui.shared.i18n import known

NOTES: tuple[tuple[str, str], ...] = (
    (
        "{name} 有 1 页由机器从图像识别，引用时请核对原件。",
        "1 page of {name} was read by machine from a picture; check what is cited against the original.",
    ),
    (
        "{name} 有 {pages} 页由机器从图像识别，引用时请核对原件。",
        "{pages} pages of {name} were read by machine from a picture; check what is cited against the original.",
    ),
    ("{name} 第 {pages} 页的图像认不出文字。", "Page {pages} of {name}: no text can be read in the picture."),
    ("{name} 第 {pages} 页的图像认不出文字。", "Pages {pages} of {name}: no text can be read in the picture."),
    (
        "{name} 第 {pages} 页的文字层与所见不符，未收录。",
        "Page {pages} of {name}: the text is not what is shown, and is left out.",
    ),
    (
        "{name} 第 {pages} 页的文字层与所见不符，未收录。",
        "Pages {pages} of {name}: the text is not what is shown, and is left out.",
    ),
    (
        "{name} 的表格未能按表格读取，其中文字按正文检索。",
        "The tables of {name} could not be read as tables; their words are searched as text.",
    ),
    (
        "{name} 按 GB18030 编码读取，请检查文字是否正确。",
        "{name} was read as GB18030; check that its characters are right.",
    ),
    ("编号样式 {forms} 以普通数字显示。", "List numbers of the form {forms} are shown in plain digits."),
    ("Word 文件中隐藏或划去的文字未收录。", "Hidden or struck text of the Word file was left out."),
    ("网页中划去的文字未收录。", "Struck text of the page was left out."),
    (
        "这个网页只是文件的一页，请把其余各页也保存并添加。",
        "The page is one of several of its paper; save and add the others too.",
    ),
    (
        "网页中有图片，图片里的文字未读取，请作为单独的文件添加。",
        "The page shows pictures; text in them is not read, add them as files of their own.",
    ),
    ("以下幻灯片只有图片，没有文字：{pages}。", "Slides without text, which show pictures only: {pages}."),
    ("{name} 的以下页没有文字，检索不到：{pages}。", "Pages of {name} without text, which are not searched: {pages}."),
    (
        "{name} 已分为几份文件；第一份之前的内容没有成句的话，未收录：{text}",
        "{name} is cut into its papers; what stands before the first holds no sentence and is left out: {text}",
    ),
    (
        "{name} 的标题在加入时由语言模型从正文选定，请核对。",
        "The title of {name} was chosen by a language model when it was added; check it.",
    ),
    (
        "{name} 的发文机关在加入时由语言模型从正文选定，请核对。",
        "The issuer of {name} was chosen by a language model when it was added; check it.",
    ),
    (
        "{name} 的类型在加入时由语言模型认定，请核对。",
        "The kind of {name} was chosen by a language model when it was added; check it.",
    ),
    (
        "{name} 是英文文件：不从中读取职责、数据和时限，其语句可以检索和引用。",
        "{name} is in English: who does what, figures and deadlines are not read out of it; its sentences are searched "
        "and cited.",
    ),
)
"""Each in Chinese and as the index makes it; of two that fit a sentence the first holds."""


def note_told(note: str, language: str) -> str:
    """A note in the page's language; one that is not known here as it stands."""
    if Language(known(language)) is Language.EN:
        return note
    for chinese, english in NOTES:
        values = _values(english, note)
        if values is not None:
            return chinese.format(**values)
    return note


def _values(template: str, text: str) -> dict[str, str] | None:
    """What stands in the place of each `{name}` of a template that the text is made of; None where it is of another."""
    values: dict[str, str] = {}
    name = ""
    for literal, field, _, _ in Formatter().parse(template):
        value, found, text = text.partition(literal) if literal else ("", "found", text)
        if not found or bool(value) is not bool(name):
            return None
        if name:
            values[name] = value
        name = field or ""
    if name:
        return {**values, name: text} if text else None
    return None if text else values
