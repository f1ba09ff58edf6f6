"""Whether a part of a plan looks back on what was reached or says what is to be done."""

from __future__ import annotations

import re

# "一、“十二五”安全生产工作回顾", "(一)存在问题", "安全生产现状与面临的形势"; not "夯实安全生产基础支撑", "完善形势研判机制".
_REVIEW = re.compile(
    r"回顾|现状|背景|发展基础|工作基础|基本情况|工作成[效绩]|主要成[效绩]|^成[效绩]|进展|完成情况|存在的?(?:突出|主要)?(?:问题|困难|不足)|(?:突出|主要)问题$|"
    r"面临的?(?:主要)?(?:形势|挑战|机遇)|机遇与挑战|形势与挑战|的形势$|^面临形势"
)
_NUMBERING = "第一二三四五六七八九十0123456789章节()（）、.． "


def looks_back(heading_path: tuple[str, ...]) -> bool:
    """Whether a passage below these headings tells what was, so that its dates and figures are no aims."""
    return any(_REVIEW.search(heading.lstrip(_NUMBERING)) for heading in heading_path)
