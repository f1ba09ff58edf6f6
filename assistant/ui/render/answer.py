"""The conversation: questions and their cited answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from assistant.types import Answer, Citation, Trace
from assistant.ui.i18n import EXAMPLES, words
from assistant.ui.render.figures import figures
from assistant.ui.render.parts import Plans, clip, icon_button, opens, plan_title, tool_button
from assistant.ui.render.said import blocks, where
from index.types import Fact, Span

MAX_SOURCES_SHOWN = 4
"""More sources than these fold away, so that the answer stays in sight."""
MAX_QUOTE_CHARS = 110


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came back: `answer` is None while it is awaited or when `error` says why there is none.

    `shown_chars` is how much of the answer has been streamed; None for all of it. `vote` is "up", "down" or "";
    `facts` are the typed facts that stand in what the answer cites.
    """

    question: str
    answer: Answer | None = None
    error: str = ""
    shown_chars: int | None = None
    vote: str = ""
    facts: tuple[Fact, ...] = ()


def conversation(turns: Iterable[Turn], plans: Plans, language: str) -> str:
    """The whole conversation; a welcome with examples where nothing has been asked yet."""
    articles = [_turn(place, turn, plans, language) for place, turn in enumerate(turns)]
    if not articles:
        return _welcome(len(plans), language)
    log = "".join(articles)
    title = words(language, "conversation")
    # Each frame of a streamed answer puts the whole log anew: the page's script says what was answered, once.
    return f'<div class="log" role="log" aria-live="off" aria-label="{title}"><h1 class="sr">{title}</h1>{log}</div>'


def plain_answer(answer: Answer, plans: Plans, language: str) -> str:
    """An answer with its sources as plain text, for the clipboard."""
    sources = [
        f"[{c.number}] {plan_title(plans, c.document, language, c.title)} {where(c, language)}\n{c.quote}"
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
    if turn.answer is not None:
        body = _answer(turn, turn.answer, plans, language)
    elif turn.error:
        body = (
            f'<article class="answer error"><p role="alert">{escape(turn.error)}</p>{_again(turn, language)}</article>'
        )
    else:
        body = (
            f'<article class="answer waiting"><p>{words(language, "thinking")}</p>'
            '<div class="dots" aria-hidden="true"><i></i><i></i><i></i></div></article>'
        )
    return f'<section class="turn" data-turn="{place}">{_question(turn, language)}{body}</section>'


def _question(turn: Turn, language: str) -> str:
    """The question, and the same as a field, hidden until it is to be edited."""
    asked = escape(turn.question)
    label = words(language, "edit")
    return (
        f'<div class="asked"><span class="sr">{words(language, "you_asked")}</span><h2>{asked}</h2>'
        + icon_button("edit", label, "data-edit")
        + f'</div><form class="rewording" hidden><textarea rows="2" maxlength="1000" aria-label="{label}">{asked}</textarea>'
        f"<p>{words(language, 'edit_note')}</p>"
        f'<button type="submit" class="button">{words(language, "ask")}</button>'
        f'<button type="button" class="tool" data-edit-cancel>{words(language, "cancel")}</button></form>'
    )


def _again(turn: Turn, language: str) -> str:
    return tool_button("again", words(language, "again"), f'data-again="{escape(turn.question)}"')


def _answer(turn: Turn, answer: Answer, plans: Plans, language: str) -> str:
    cited = {citation.number: citation for citation in answer.citations}
    text = answer.answer if turn.shown_chars is None else answer.answer[: turn.shown_chars]
    said = blocks(text, cited, plans, language)
    kind = " refused" if answer.refused else ""
    title = f'<p class="verdict">{words(language, "refused")}</p>' if answer.refused else ""
    head = f'<article class="answer{kind}" lang="{answer.language}">{title}<div class="said">{said}</div>'
    if turn.shown_chars is not None:
        return head + "</article>"
    return f"{head}{_after(turn, answer, plans, language)}</article>"


def _after(turn: Turn, answer: Answer, plans: Plans, language: str) -> str:
    """Figures, sources, tools and next questions: what stands under a finished answer."""
    copied = escape(plain_answer(answer, plans, language))
    made = f'<span class="made">{words(language, "generated")}</span>' if answer.mode == "generated" else ""
    tools = (
        tool_button("copy", words(language, "copy"), f'data-copy="{copied}" data-done="{words(language, "copied")}"')
        + tool_button("print", words(language, "print"), "data-print")
        + _again(turn, language)
        + _votes(turn.vote, language)
        + made
    )
    chips = "".join(
        f'<li><button type="button" class="chip" data-ask="{escape(text)}">{escape(text)}</button></li>'
        for text in answer.suggestions
    )
    label = words(language, "nearest" if answer.refused else "next")
    following = (
        f'<nav class="next" aria-label="{label}"><h3>{label}</h3><ul class="chips">{chips}</ul></nav>' if chips else ""
    )
    why = _why(answer.trace, answer.timings_ms, plans, language) if answer.trace else ""
    shown = "" if answer.refused else figures(turn.facts, plans, language)
    sources = _sources(answer.citations, plans, language)
    return f'{shown}{sources}<footer lang="{language}"><div class="tools">{tools}</div>{why}</footer>{following}'


def _votes(vote: str, language: str) -> str:
    """Thumbs; a vote counts at once and opens a line for a comment, which is sent or left."""
    label = words(language, "vote_comment")
    return (
        f'<span class="votes" data-done="{words(language, "vote_thanks")}">'
        + icon_button("right", words(language, "vote_up"), f'data-vote="up" aria-pressed="{_is(vote == "up")}"')
        + icon_button("wrong", words(language, "vote_down"), f'data-vote="down" aria-pressed="{_is(vote == "down")}"')
        + f'<span class="comment" hidden><input type="text" maxlength="500" aria-label="{label}" placeholder="{label}">'
        f'<button type="button" class="tool" data-vote-send>{words(language, "vote_send")}</button></span></span>'
    )


def _is(pressed: bool) -> str:  # noqa: FBT001 - a truth value to its name
    return str(pressed).lower()


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
        f'<span class="where" lang="zh">{escape(where(citation, language))}</span>'
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
