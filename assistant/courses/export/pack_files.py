"""All files of a pack: what each holds, how it is written and named."""

from __future__ import annotations

from collections.abc import Callable

from assistant.courses.export import outline
from assistant.courses.export.markdown import to_markdown
from assistant.courses.export.quiz_csv import to_csv
from assistant.courses.export.quiz_gift import to_gift
from assistant.courses.export.quiz_word import quiz_to_docx
from assistant.courses.export.slides.slide_deck import to_pptx
from assistant.courses.export.word.word_file import to_docx
from assistant.courses.export.word.word_handout import to_handout
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack
from assistant.file_names import file_name

_WRITERS: dict[str, tuple[Callable[[Pack], bytes], str, str]] = {
    "docx": (to_docx, "title", "docx"),
    "pptx": (to_pptx, "title", "pptx"),
    "handout": (to_handout, "handout", "docx"),
    "md": (to_markdown, "title", "md"),
    "quiz_docx": (quiz_to_docx, "quiz", "docx"),
    "quiz_gift": (to_gift, "quiz", "gift.txt"),
    "quiz_csv": (to_csv, "quiz", "csv"),
}
"""Form -> writer, the phrase that says what the file is, suffix."""
PACK_FORMS = tuple(_WRITERS)


def pack_file(pack: Pack, form: str) -> tuple[str, bytes]:
    """Name and content of a pack in one of `PACK_FORMS`; the name tells what it is, topics and places, and for whom.

    Raises:
        KeyError: There is no such form.
    """
    write, kind, suffix = _WRITERS[form]
    language = pack.request.language
    audience = wording(language, f"audience_{pack.request.audience}")
    return file_name(f"{wording(language, kind)} {outline.subject(pack)} {audience}", suffix), write(pack)
