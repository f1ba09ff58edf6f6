"""Training material from the plans: a cited pack with a quiz, and its files.

    from assistant.courses import Audience, PackRequest, build_pack
    pack = build_pack(assistant, PackRequest(("kizilsu-2024",), ("燃气",), Audience.DEPARTMENT_HEAD, 2, Language.ZH))

Names are imported when they are first used: the writers of files bring heavy libraries.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.courses.changes import LineEdit, PackEdits, edited
    from assistant.courses.export.markdown import to_markdown
    from assistant.courses.export.pack_files import PACK_FORMS, pack_file
    from assistant.courses.export.quiz_csv import to_csv
    from assistant.courses.export.quiz_gift import to_gift
    from assistant.courses.export.quiz_word import quiz_to_docx
    from assistant.courses.export.slides.slide_deck import to_pptx
    from assistant.courses.export.word.word_file import to_docx
    from assistant.courses.export.word.word_handout import to_handout
    from assistant.courses.pack import WRITTEN, Step, build_pack, building
    from assistant.courses.pack_phrases import wording
    from assistant.courses.quiz.edited_questions import QuestionEdit
    from assistant.courses.topics import Suggestion, suggest_topics
    from assistant.courses.types import (
        EASY,
        GAP,
        HARD,
        Audience,
        Matter,
        Pack,
        PackLine,
        PackPart,
        PackRequest,
        Part,
        QuizKind,
        QuizQuestion,
        Scenario,
        Written,
    )

__all__ = [
    "EASY",
    "GAP",
    "HARD",
    "PACK_FORMS",
    "WRITTEN",
    "Audience",
    "LineEdit",
    "Matter",
    "Pack",
    "PackEdits",
    "PackLine",
    "PackPart",
    "PackRequest",
    "Part",
    "QuestionEdit",
    "QuizKind",
    "QuizQuestion",
    "Scenario",
    "Step",
    "Suggestion",
    "Written",
    "build_pack",
    "building",
    "edited",
    "pack_file",
    "quiz_to_docx",
    "suggest_topics",
    "to_csv",
    "to_docx",
    "to_gift",
    "to_handout",
    "to_markdown",
    "to_pptx",
    "wording",
]

_ELSEWHERE = {
    "PACK_FORMS": "export.pack_files",
    "LineEdit": "changes",
    "PackEdits": "changes",
    "QuestionEdit": "quiz.edited_questions",
    "WRITTEN": "pack",
    "Step": "pack",
    "Suggestion": "topics",
    "build_pack": "pack",
    "building": "pack",
    "edited": "changes",
    "pack_file": "export.pack_files",
    "quiz_to_docx": "export.quiz_word",
    "suggest_topics": "topics",
    "to_csv": "export.quiz_csv",
    "to_gift": "export.quiz_gift",
    "to_docx": "export.word.word_file",
    "to_handout": "export.word.word_handout",
    "to_markdown": "export.markdown",
    "to_pptx": "export.slides.slide_deck",
    "wording": "pack_phrases",
}  # every other name is a type and comes from `assistant.courses.types`


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'assistant.courses' has no attribute {name!r}")
    return getattr(import_module(f"assistant.courses.{_ELSEWHERE.get(name, 'types')}"), name)
