"""The conversation: questions and their cited answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from assistant.types import Answer, Citation, Trace
from assistant.ui.i18n import EXAMPLES, words
from assistant.ui.render.parts import Plans, clip, icon_button, opens, plan_title, tool_button
from index.types import Span

# A citation mark, "[1]" to "[99]". Not "国发[2021]23号", whose brackets hold a year.
_MARK = re.compile(r"\[([1-9]\d?)\]")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
MAX_SOURCES_SHOWN = 4
"""More sources than these fold away, so that the answer stays in sight."""
MAX_QUOTE_CHARS = 110


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came back: `answer` is None while it is awaited or when `error` says why there is none.

    `shown_chars` is how much of the answer has been streamed; None for all of it.
    """

    question: str
    answer: Answer | None = None
    error: str = ""
    shown_chars: int | None = None


def conversation(turns: Iterable[Turn], plans: Plans, language: str) -> str:
    """The whole conversation; a welcome with examples where nothing has been asked yet."""
    articles = [_turn(place, turn, plans, language) for place, turn in enumerate(turns)]
    if not articles:
        return _welcome(len(plans), language)
    log = "".join(articles)
    title = words(language, "conversation")
    return f'<div class="log" role="log" aria-live="polite" aria-label="{title}"><h1 class="sr">{title}</h1>{log}</div>'


def plain_answer(answer: Answer, plans: Plans, language: str) -> str:
    """An answer with its sources as plain text, for the clipboard."""
    sources = [
        f"[{c.number}] {plan_title(plans, c.document, language, c.title)} {_where(c, language)}\n{c.quote}"
        for c in answer.citations
    ]
    asked = words(language, "copy_question", question=answer.question)
    return "\n\n".join([asked, answer.answer, *sources])


def _welcome(count: int, language: str) -> str:
    other = "en" if language == "zh" else "zh"
    chips = "".join(
        f'<li><button type="button" class="chip" lang="{lang}" data-ask="{escape(text)}">{escape(text)}</button></li>'
        for lang, texts in ((language, EXAMPLES[language]), (other, EXAMPLES[other][:2]))
        for text in texts
    )
    return (
        f'<div class="welcome"><h1>{words(language, "hero_title")}</h1>'
        f"<p>{escape(words(language, 'hero_text', count=count))}</p>"
        f'<h2>{words(language, "hero_examples")}</h2><ul class="chips">{chips}</ul></div>'
    )


def _turn(place: int, turn: Turn, plans: Plans, language: str) -> str:
    question = (
        f'<div class="asked"><span class="sr">{words(language, "you_asked")}</span><h2>{escape(turn.question)}</h2>'
        + icon_button("edit", words(language, "edit"), f'data-edit="{escape(turn.question)}"')
        + "</div>"
    )
    if turn.answer is not None:
        body = _answer(turn.answer, turn.shown_chars, plans, language)
    elif turn.error:
        body = f'<article class="answer error"><p role="alert">{escape(turn.error)}</p></article>'
    else:
        body = (
            f'<article class="answer waiting"><p>{words(language, "thinking")}</p>'
            '<div class="dots" aria-hidden="true"><i></i><i></i><i></i></div></article>'
        )
    return f'<section class="turn" data-turn="{place}">{question}{body}</section>'


def _answer(answer: Answer, shown_chars: int | None, plans: Plans, language: str) -> str:
    cited = {citation.number: citation for citation in answer.citations}
    text = answer.answer if shown_chars is None else answer.answer[:shown_chars]
    said = _blocks(text, cited, plans, language)
    kind = " refused" if answer.refused else ""
    title = f'<p class="verdict">{words(language, "refused")}</p>' if answer.refused else ""
    head = f'<article class="answer{kind}" lang="{answer.language}">{title}<div class="said">{said}</div>'
    if shown_chars is not None:
        return head + "</article>"
    return head + _after(answer, plans, language) + "</article>"


def _after(answer: Answer, plans: Plans, language: str) -> str:
    """Sources, tools and next questions: what stands under a finished answer."""
    copied = escape(plain_answer(answer, plans, language))
    made = f'<span class="made">{words(language, "generated")}</span>' if answer.mode == "generated" else ""
    copy = f'data-copy="{copied}" data-done="{words(language, "copied")}"'
    tools = f'<div class="tools">{tool_button("copy", words(language, "copy"), copy)}{_votes(language)}{made}</div>'
    chips = "".join(
        f'<li><button type="button" class="chip" data-ask="{escape(text)}">{escape(text)}</button></li>'
        for text in answer.suggestions
    )
    label = words(language, "nearest" if answer.refused else "next")
    following = (
        f'<nav class="next" aria-label="{label}"><h3>{label}</h3><ul class="chips">{chips}</ul></nav>' if chips else ""
    )
    why = _why(answer.trace, answer.timings_ms, plans, language) if answer.trace else ""
    return _sources(answer.citations, plans, language) + f"<footer>{tools}{why}</footer>" + following


def _votes(language: str) -> str:
    """Thumbs; a vote opens a line for a comment, which is sent or left."""
    label = words(language, "vote_comment")
    return (
        f'<span class="votes" data-done="{words(language, "vote_thanks")}">'
        + icon_button("right", words(language, "vote_up"), 'data-vote="up"')
        + icon_button("wrong", words(language, "vote_down"), 'data-vote="down"')
        + f'<span class="comment" hidden><input type="text" maxlength="500" aria-label="{label}" placeholder="{label}">'
        f'<button type="button" class="tool" data-vote-send>{words(language, "vote_send")}</button></span></span>'
    )


# --- text of an answer ------------------------------------------------------------------------------------------------


def _blocks(text: str, cited: dict[int, Citation], plans: Plans, language: str) -> str:
    """Paragraphs, lists and tables of an answer; anything else is shown as it was written."""
    html: list[str] = []
    rows: list[str] = []
    items: list[str] = []
    for line in [*text.split("\n"), ""]:
        if rows and "|" not in line:
            html.append(_table(rows, cited, plans, language))
            rows = []
        if items and not _BULLET.match(line):
            html.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
            items = []
        if line.lstrip().startswith("|"):
            rows.append(line)
        elif _BULLET.match(line):
            items.append(_marked(_BULLET.sub("", line), cited, plans, language))
        elif line.strip():
            html.append(f"<p>{_marked(line.strip(), cited, plans, language)}</p>")
    return "".join(html)


def _table(rows: list[str], cited: dict[int, Citation], plans: Plans, language: str) -> str:
    cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows if not _TABLE_RULE.match(row)]
    if not cells:
        return ""
    head = "".join(f'<th scope="col">{_marked(cell, cited, plans, language)}</th>' for cell in cells[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{_marked(cell, cited, plans, language)}</td>" for cell in row) + "</tr>"
        for row in cells[1:]
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="table" tabindex="0" role="region">{table}</div>'


def _marked(text: str, cited: dict[int, Citation], plans: Plans, language: str) -> str:
    """Escaped text with every mark that has a citation turned into a button that opens it."""
    pieces: list[str] = []
    at = 0
    for match in _MARK.finditer(text):
        citation = cited.get(int(match.group(1)))
        if citation is None:
            continue
        said = text[at : match.start()]
        # A mark is held to the character before it, or it might open a line alone.
        held = f'<span class="hold">{escape(said[-1:])}{_cite(citation, plans, language)}</span>'
        pieces += (escape(said[:-1]), held)
        at = match.end()
    pieces.append(escape(text[at:]))
    return "".join(pieces)


def _cite(citation: Citation, plans: Plans, language: str) -> str:
    where = f"{plan_title(plans, citation.document, language, citation.title)} · {_where(citation, language)}".strip(
        " ·"
    )
    label = escape(words(language, "open_source", number=citation.number, where=where))
    attributes = opens(Span(citation.document, citation.start, citation.end), where, citation.quote)
    return f'<button type="button" class="cite" {attributes} aria-label="{label}">{citation.number}</button>'


def _where(citation: Citation, language: str) -> str:
    page = words(language, "page", page=citation.page) if citation.page else ""
    return " · ".join(part for part in (citation.section, page) if part)


def _sources(citations: tuple[Citation, ...], plans: Plans, language: str) -> str:
    if not citations:
        return ""
    entries = [_source(citation, plans, language) for citation in citations]
    shown = "".join(entries[:MAX_SOURCES_SHOWN])
    folded = entries[MAX_SOURCES_SHOWN:]
    label = words(language, "sources")
    html = f'<ol class="sources" aria-label="{label}">{shown}</ol>'
    if folded:
        more = words(language, "more_sources", count=len(folded))
        html += f'<details class="more"><summary>{more}</summary><ol class="sources">{"".join(folded)}</ol></details>'
    return html


def _source(citation: Citation, plans: Plans, language: str) -> str:
    title = escape(plan_title(plans, citation.document, language, citation.title))
    attributes = opens(Span(citation.document, citation.start, citation.end))
    return (
        f'<li><button type="button" class="source" {attributes}>'
        f'<span class="n" aria-hidden="true">{citation.number}</span>'
        f'<span class="sr">{words(language, "source")} {citation.number}</span><span class="of">{title}</span>'
        f'<span class="where" lang="zh">{escape(_where(citation, language))}</span>'
        f'<q lang="zh">{escape(clip(citation.quote, MAX_QUOTE_CHARS))}</q></button></li>'
    )


def _why(trace: Trace, timings_ms: dict[str, float], plans: Plans, language: str) -> str:
    searched = "、".join(plan_title(plans, plan, language) for plan in trace.plans) or words(language, "all_plans")
    total = timings_ms.get("total", sum(timings_ms.values()))
    facts = (
        ("why_asked", _asked(trace.asked, language)),
        ("why_query", trace.query),
        ("why_plans", searched),
        ("why_concepts", " · ".join(trace.concepts)),
        ("why_confidence", f"{trace.confidence:.0%}"),
        ("why_time", words(language, "milliseconds", ms=f"{total:.0f}")),
    )
    rows = "".join(f"<dt>{words(language, key)}</dt><dd>{escape(value)}</dd>" for key, value in facts if value)
    found = "".join(
        f"<li><span>{escape(clip(text, 90))}</span><b>{score:.2f}</b></li>" for text, score in trace.found[:8]
    )
    looked = f"<p>{words(language, 'why_found')}</p><ol>{found}</ol>" if found else ""
    return f'<details class="why"><summary>{words(language, "why")}</summary><dl>{rows}</dl>{looked}</details>'


def _asked(asked: str, language: str) -> str:
    try:
        return words(language, f"asked_{asked}")
    except KeyError:
        return asked
