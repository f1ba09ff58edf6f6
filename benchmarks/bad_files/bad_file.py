"""A file that is made to break a reader."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "西安市安全生产规划\n\n西安市人民政府\n\n一、总体要求\n坚持安全第一。\n\n二、主要任务\n"
"""What a plan begins with, so that what follows is read as one."""


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file to read: its name tells its type, its content may be of another."""

    name: str
    content: bytes
