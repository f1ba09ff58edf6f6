"""A pack as a Word document (python-docx): contents, parts with groups and tables, exercises, quiz to print, key, sources."""

from __future__ import annotations

import io
from collections.abc import Sequence

from assistant.courses.agenda import agenda
from assistant.courses.export import outline
from assistant.courses.export.file_words import file_words
from assistant.courses.export.word.word_flow import Flow, contents_in
from assistant.courses.export.word.word_look import CELL_POINTS, TEXT_CM, new_document
from assistant.courses.pack_phrases import wording
from assistant.courses.types import Pack, PackLine, PackPart, QuizQuestion, Scenario
from assistant.office_files import soft, writable
from assistant.types import Language

MOST_TRIES = 6
_NAMES_CM, _MINUTES_CM = 3.2, 11.0
"""First column of the particulars, and of the agenda."""
_TABLE_ROOM = 150.0
"""Points for the caption of a table, its head and its first row, which must not stand on another page than the part's heading."""


def to_docx(pack: Pack) -> bytes:
    """The whole material; quiz and key begin pages of their own, so that either can be handed out alone.

    Written again, with a break before the part above, while the page of a heading is in doubt: the contents must be right.
    """
    broken: frozenset[int] = frozenset()
    for _ in range(MOST_TRIES):
        flow = _written(pack, broken)
        wanted = next((at - 1 for at in flow.doubtful if at - 1 not in flow.broken and at > 1), None)
        if wanted is None:
            break
        broken |= {wanted}
    out = io.BytesIO()
    flow.document.save(out)
    return out.getvalue()


def _written(pack: Pack, broken: frozenset[int]) -> Flow:
    language = pack.request.language
    title = f"{wording(language, 'title')} · {outline.subject(pack)}"
    flow = Flow(new_document(title, language), broken=broken)
    _front(flow, pack)
    flow.text(file_words(language, "contents"), "TOC Heading")
    place = flow.document.add_paragraph(style="toc 1")
    for _ in range(_headings(pack)):
        flow.reckon("", "toc 1")
    timed = agenda(pack)
    row = flow.height(" ", "Table Text") + CELL_POINTS
    flow.heading(wording(language, "agenda"), 1, below=row * (len(timed) + 1))
    heads = (file_words(language, "part"), file_words(language, "minutes"))
    flow.table(heads, timed, (_MINUTES_CM, TEXT_CM - _MINUTES_CM), whole=True)
    if pack.written.points:
        _of_model(flow, wording(language, "talking"), pack.written.points, language)
        _lines(flow, pack.written.points, pack, 2)
    for part in pack.parts:
        _part(flow, part, pack)
    _exercises(flow, pack)
    for heading, scenario in outline.numbered_scenarios(pack):
        _of_model(flow, heading, scenario.lines, language)
        _scenario(flow, scenario, pack)
    if pack.quiz:
        _quiz(flow, pack)
    _sources(flow, pack)
    contents_in(place, flow.entries)
    return flow


def _headings(pack: Pack) -> int:
    """How many lines the contents will have."""
    told = [pack.written.points, pack.exercises, *pack.written.scenarios, pack.quiz, pack.quiz]
    return len(pack.parts) + sum(1 for one in told if one) + 2  # agenda and sources


def _front(flow: Flow, pack: Pack) -> None:
    language = pack.request.language
    flow.text(wording(language, "title"), "Title")
    flow.text(outline.subject(pack), "Subtitle")
    particulars = outline.particulars(pack)
    flow.table((), particulars, (_NAMES_CM, TEXT_CM - _NAMES_CM))
    for note in outline.notes(pack):
        flow.text(note, "Small")


def _part(flow: Flow, part: PackPart, pack: Pack) -> None:
    language = pack.request.language
    title = wording(language, f"part_{part.part}")
    flow.heading(title, 1, below=_TABLE_ROOM if part.columns else 0.0)
    time = flow.text(file_words(language, "time", minutes=wording(language, "minutes", count=part.minutes)), "Small")
    time.paragraph_format.keep_with_next = True
    if not part.columns:
        _lines(flow, part.lines, pack, 2)
        return
    heads = (*part.columns, wording(language, "sources"))
    widths = flow.widths((heads, *(outline.row(line, part, pack) for line in part.lines)))
    for group, lines in outline.grouped(part.lines):
        flow.caption(
            file_words(language, "in_group", title=title, group=group) if group else title,
            file_words(language, "table"),
        )
        flow.table(heads, [outline.row(line, part, pack) for line in lines], widths)
    noted = [(line, text) for line in part.lines for text in (outline.original(line), line.note) if text]
    if noted:
        flow.heading(file_words(language, "speaker"), 3)
    for line, text in noted:
        flow.text(f"{outline.marks(line.citations)} {text}", "Small")


def _lines(flow: Flow, lines: Sequence[PackLine], pack: Pack, level: int) -> None:
    """Lines below the headings of their groups; each group counts from 1."""
    for group, held in outline.grouped(lines):
        if group:
            flow.heading(group, level)
        listed = flow.numbering()
        for line in held:
            flow.numbered(outline.told(line, pack), listed, marks=outline.marks(line.citations))
            for beside in filter(None, (outline.original(line), line.note)):
                flow.text(beside, "List Continue")


def _of_model(flow: Flow, heading: str, lines: Sequence[PackLine], language: Language) -> None:
    """The heading of what a language model wrote, with its mark."""
    flow.heading(heading, 1)
    if mark := outline.mark_of_model(lines, language):
        flow.text(mark, "Small").paragraph_format.keep_with_next = True


def _exercises(flow: Flow, pack: Pack) -> None:
    language = pack.request.language
    if pack.exercises:
        flow.heading(wording(language, "exercises"), 1)
        minutes = wording(language, "minutes", count=pack.exercise_minutes)
        flow.text(file_words(language, "time", minutes=minutes), "Small").paragraph_format.keep_with_next = True
    for number, scenario in enumerate(pack.exercises, start=1):
        flow.heading(wording(language, "exercise", number=number), 2)
        _scenario(flow, scenario, pack)


def _scenario(flow: Flow, scenario: Scenario, pack: Pack) -> None:
    language = pack.request.language
    colon = "：" if language is Language.ZH else ": "
    flow.text(scenario.situation.text, bold=f"{wording(language, 'situation')}{colon}")
    flow.text(scenario.asked.text, bold=f"{wording(language, 'scenario_question')}{colon}")
    flow.heading(wording(language, "solution"), 3)
    _lines(flow, scenario.solution, pack, 3)


def _quiz(flow: Flow, pack: Pack) -> None:
    language = pack.request.language
    flow.on_new_page(wording(language, "quiz"))
    listed = flow.numbering()
    for question in pack.quiz:
        _question(flow, question, listed, language)
    flow.on_new_page(wording(language, "answers"))
    listed = flow.numbering()
    for question in pack.quiz:
        flow.together(flow.height(" ", "List Number") + flow.height(" ", "List Continue"))
        answer = flow.numbered("", listed)
        answer.add_run(writable(outline.short_answer(question))).bold = True
        answer.paragraph_format.keep_with_next = True
        flow.text(question.explanation, "List Continue", marks=outline.marks(outline.cited_by(question)))


def _question(flow: Flow, question: QuizQuestion, listed: int, language: Language) -> None:
    shown = [*outline.options(question)]
    if beside := outline.shown_original(question):
        shown.insert(0, f"{wording(language, 'original')}: {beside}")
    kind = f" ({outline.kind(question, language)})"
    heights = [flow.height(f"{question.prompt}{kind}", "List Number"), *(flow.height(o, "Quiz Option") for o in shown)]
    flow.together(sum(heights))
    asked = flow.numbered(question.prompt, listed)
    soft(asked, kind)
    asked.paragraph_format.keep_with_next = bool(shown)
    for at, option in enumerate(shown):
        choice = flow.text(option, "Quiz Option")
        choice.paragraph_format.keep_with_next = at < len(shown) - 1


def _sources(flow: Flow, pack: Pack) -> None:
    language = pack.request.language
    flow.heading(wording(language, "sources"), 1)
    days = {document.id: document.issued for document in pack.documents}
    for citation in pack.citations:
        dated = " · ".join(part for part in (outline.source(citation, pack), days.get(citation.document, "")) if part)
        place = flow.text(dated, "Source", bold=f"[{citation.number}] ")
        place.paragraph_format.keep_with_next = True
        flow.text(" ".join(citation.quote.split()), "List Continue")
