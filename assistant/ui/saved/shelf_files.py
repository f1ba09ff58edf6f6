"""Saved work as files: the same as its own page gives, and answers and notes as documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.comparison.types import Comparison
from assistant.courses.export.pack_files import pack_file
from assistant.courses.types import Pack
from assistant.errors import WorkGone
from assistant.file_names import file_name
from assistant.saved.bodies import Note, PinnedAnswer, from_body
from assistant.saved.types import Work, WorkKind
from assistant.ui.compare.compare_page import comparison_file
from assistant.ui.saved.shelf_markup import FORMS, answers_of
from assistant.ui.shared.labels import Plans


def work_file(work: Work, form: str, plans: Plans, language: str) -> tuple[str, bytes]:
    """Name and content of a piece of work in one of the forms of its kind.

    Raises:
        WorkGone: Its kind has no such form.
        WorkUnreadable: It cannot be read any more.
    """
    if form not in FORMS[work.kind]:
        raise WorkGone(f"{work.kind} has no form {form!r}")
    if work.kind is WorkKind.PACK:
        return pack_file(from_body(Pack, work.body), form)
    if work.kind is WorkKind.COMPARISON:
        return comparison_file(from_body(Comparison, work.body), form, plans)
    if work.kind is WorkKind.NOTE:
        return file_name(work.title, form), f"# {work.title}\n\n{from_body(Note, work.body).text.strip()}\n".encode()
    return file_name(work.title, form), answers_file([work], form, plans, language)


def answers_file(works: Sequence[Work], form: str, plans: Plans, language: str) -> bytes:
    """Pinned answers, and those of conversations, in one file.

    Raises:
        WorkGone: There is no such form.
        WorkUnreadable: One cannot be read any more.
    """
    # Not before it is asked for: the library of Word documents takes a while to load.
    from assistant.ui.saved.answer_files import NotedAnswer, answers_docx, answers_markdown

    writers: dict[str, Callable[[Sequence[NotedAnswer], Plans, str], bytes]] = {
        "docx": answers_docx,
        "md": answers_markdown,
    }
    if form not in writers:
        raise WorkGone(f"answers have no form {form!r}")
    answers: list[NotedAnswer] = []
    for work in works:
        pinned = PinnedAnswer(work.body) if work.kind is WorkKind.CONVERSATION else from_body(PinnedAnswer, work.body)
        answers += [NotedAnswer(answer, pinned.note) for answer in answers_of(pinned.kept)]
    return writers[form](answers, plans, language)
