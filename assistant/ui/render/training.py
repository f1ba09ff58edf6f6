"""A training pack as an editable document, its quiz, and how far its making has come."""

from __future__ import annotations

import json
from html import escape

from assistant.courses import GAP, Pack, PackLine, PackPart, QuizKind, QuizQuestion, wording
from assistant.courses.export.outline import particulars, place, subject
from assistant.types import Citation, Language
from assistant.ui.i18n import words
from assistant.ui.render.parts import icon_button, opens
from index.types import Span

DROP = "close"


def training_progress(step: str, fraction: float, language: str) -> str:
    """What is being made, with a bar."""
    percent = round(100 * min(max(fraction, 0.0), 1.0))
    return (
        f'<div class="making" role="status"><p>{words(language, f"training_step_{step}")}</p>'
        f'<div class="bar" role="progressbar" aria-label="{words(language, "training_progress")}" aria-valuemin="0" '
        f'aria-valuemax="100" aria-valuenow="{percent}"><i style="width:{percent}%"></i></div></div>'
    )


def training_notice(text: str) -> str:
    """A sentence where there is no pack to show."""
    return f'<p class="empty" role="alert">{escape(text)}</p>'


def training_pack(pack: Pack, language: str) -> str:
    """The whole pack; tools are named in the page's language, the rest is in the pack's own."""
    told = words(
        language,
        "training_lines",
        lines=sum(len(part.lines) for part in pack.parts),
        questions=len(pack.quiz),
        sources=len(pack.citations),
    )
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in particulars(pack))
    parts = "".join(_part(part, pack, language) for part in pack.parts)
    return (
        f'<article class="pack" lang="{pack.request.language}" data-restore="{words(language, "training_restore")}" '
        f'data-drop="{words(language, "training_drop")}"><header><h2>{escape(subject(pack))}</h2><dl>{rows}</dl>'
        f'<p class="count" lang="{language}">{escape(told)} · {escape(words(language, "training_edit_hint"))}</p></header>'
        f"{parts}{_quiz(pack, language)}</article>"
    )


def _part(part: PackPart, pack: Pack, language: str) -> str:
    spoken = pack.request.language
    lines = "".join(_line(number, line, pack, language) for number, line in enumerate(part.lines, start=1))
    minutes = wording(spoken, "minutes", count=part.minutes)
    return (
        f'<section class="pack-part"><h3>{wording(spoken, f"part_{part.part}")} <small>{minutes}</small></h3>'
        f'<ol class="lines">{lines}</ol></section>'
    )


def _line(number: int, line: PackLine, pack: Pack, language: str) -> str:
    label = words(language, "training_line", number=number)
    where = place(line, pack)
    chip = f'<span class="kind">{escape(where)}</span>' if where else ""
    gloss = f'<span class="gloss">{words(language, "training_gloss")}</span>' if line.gloss else ""
    beside = f'<q lang="zh">{escape(" ".join(line.citations[0].quote.split()))}</q>' if line.gloss else ""
    return (
        f'<li data-line="{escape(line.id)}"><div class="body"><p>{chip}{gloss}<span class="words" contenteditable="plaintext-only" '
        f'role="textbox" aria-label="{label}" spellcheck="false">{escape(line.text)}</span>'
        f"{''.join(_cite(citation, language) for citation in line.citations)}</p>{beside}</div>{_tools(language)}</li>"
    )


def _tools(language: str) -> str:
    buttons = (
        icon_button("up", words(language, "training_up"), 'data-move="-1"')
        + icon_button("down", words(language, "training_down"), 'data-move="1"')
        + icon_button(DROP, words(language, "training_drop"), 'data-drop-line aria-pressed="false"')
    )
    return f'<div class="line-tools">{buttons}</div>'


def _cite(citation: Citation, language: str) -> str:
    page = words(language, "page", page=citation.page) if citation.page else ""
    where = " · ".join(part for part in (citation.title, citation.section, page) if part)
    label = escape(words(language, "open_source", number=citation.number, where=where))
    attributes = opens(Span(citation.document, citation.start, citation.end), where, citation.quote)
    return f'<button type="button" class="cite" {attributes} aria-label="{label}">{citation.number}</button>'


# --- quiz -------------------------------------------------------------------------------------------------------------


def _quiz(pack: Pack, language: str) -> str:
    if not pack.quiz:
        return ""
    spoken = pack.request.language
    questions = "".join(_question(question, spoken, language) for question in pack.quiz)
    minutes = wording(spoken, "minutes", count=pack.quiz_minutes)
    return (
        f'<section class="pack-part quiz" data-score="{words(language, "training_score")}">'
        f"<h3>{wording(spoken, 'quiz')} <small>{minutes}</small></h3>"
        f'<p class="count" lang="{language}">{words(language, "training_quiz_hint")}</p><ol class="lines">{questions}</ol>'
        f'<div class="marking"><button type="button" class="mark" data-quiz-check>{words(language, "training_check")}</button>'
        f'<button type="button" class="tool" data-quiz-again hidden>{words(language, "training_again")}</button>'
        f'<output aria-live="polite"></output></div></section>'
    )


def _question(question: QuizQuestion, spoken: Language, language: str) -> str:
    kind = wording(spoken, f"kind_{question.kind}")
    original = ""
    if spoken is Language.EN and question.original:
        original = f'<q lang="zh">{_gapped(question.original)}</q>'
    accepted = f"data-accept='{escape(json.dumps(question.accepted, ensure_ascii=False))}'" if question.accepted else ""
    given = question.options[question.answer] if question.options else question.accepted[0]
    right = words(language, "training_answer", answer=given)
    return (
        f'<li data-question="{question.id}" data-answer="{question.answer}" {accepted}><fieldset class="body">'
        f'<legend><span class="kind">{kind}</span> {_gapped(question.prompt)}</legend>{original}{_choices(question, language)}'
        f'<div class="verdict-line" hidden data-right="{words(language, "training_right")}" '
        f'data-wrong="{words(language, "training_wrong")}"><b></b> <span>{escape(right)}</span>'
        f"<p>{escape(question.explanation)} {_cite(question.citation, language)}</p></div></fieldset>{_tools(language)}</li>"
    )


def _choices(question: QuizQuestion, language: str) -> str:
    if question.kind is QuizKind.FILL:
        label = words(language, "training_gap")
        return f'<input class="gap" type="text" maxlength="40" autocomplete="off" aria-label="{label}" placeholder="{label}">'
    return "".join(
        f'<label class="choice"><input type="radio" name="{question.id}" value="{i}"> <span>{escape(option)}</span></label>'
        for i, option in enumerate(question.options)
    )


def _gapped(text: str) -> str:
    """Escaped text with its gap drawn as a line; screen readers read it as one mark."""
    return escape(text).replace(GAP, '<span class="blank" role="img" aria-label="____"></span>')
