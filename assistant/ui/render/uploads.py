"""Files on their way into the library: what each is read as, to be corrected, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from assistant.ui.i18n import words
from assistant.ui.render.parts import Plans, plan_title
from index.types import Document


@dataclass(frozen=True, slots=True)
class Proposal:
    """A chosen file: what it is read as, or `fault`, why it cannot be added. Texts are not escaped.

    `same_as` names the plan or file with the same content, `replaces` is the id of the plan of the same title.
    """

    file: str
    document: Document | None = None
    chars: int = 0
    fault: str = ""
    same_as: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """How far one file has come: `state` is "waiting", "working", "good" or "bad", `share` of the work is 0 to 1."""

    name: str
    text: str
    state: str
    share: float = 0.0


def proposals(chosen: Sequence[Proposal], plans: Plans, language: str) -> str:
    """A form for each file with title, place and years as read; "" where none is chosen."""
    entries = "".join(_proposal(place, proposal, plans, language) for place, proposal in enumerate(chosen))
    note = words(language, "proposal_note")
    return f'<div class="proposals"><p class="empty">{note}</p>{entries}</div>' if entries else ""


def _proposal(place: int, proposal: Proposal, plans: Plans, language: str) -> str:
    document = proposal.document
    name = escape(proposal.file)
    if document is None or proposal.same_as:
        reason = proposal.fault or words(language, "proposal_same", title=proposal.same_as)
        return f'<section class="proposal idle"><h3>{name}</h3><p>{escape(reason)}</p></section>'
    first, last = document.period or ("", "")
    key = f"p{place}"
    fields = (
        _field(f"{key}-title", "title", words(language, "proposal_title"), document.title, "wide")
        + _field(f"{key}-place", "place", words(language, "proposal_place"), document.place)
        + _field(f"{key}-first", "first", words(language, "proposal_first"), str(first), "year")
        + _field(f"{key}-last", "last", words(language, "proposal_last"), str(last), "year")
    )
    size = words(language, "proposal_size", chars=f"{proposal.chars:,}")
    return (
        f'<section class="proposal" data-proposal="{place}" aria-label="{name}">'
        f"<h3>{name} <small>{size}</small></h3>"
        f'<div class="fields">{fields}{_ways(key, proposal, plans, language)}</div></section>'
    )


def _field(key: str, name: str, label: str, value: str, kind: str = "") -> str:
    number = ' inputmode="numeric" pattern="(19|20)[0-9]{2}" maxlength="4"' if kind == "year" else ' maxlength="120"'
    read = escape(value)
    return (
        f'<p class="field {kind}"><label for="{key}">{label}</label>'
        f'<input id="{key}" name="{name}" type="text" value="{read}" data-was="{read}"{number}></p>'
    )


def _ways(key: str, proposal: Proposal, plans: Plans, language: str) -> str:
    """As a plan of its own, or in the place of another, which keeps its id."""
    options = f'<option value="">{words(language, "proposal_new")}</option>' + "".join(
        f'<option value="{escape(plan)}"{" selected" if plan == proposal.replaces else ""}>'
        f"{escape(words(language, 'proposal_replaces', title=plan_title(plans, plan, language)))}</option>"
        for plan in plans
    )
    label = words(language, "proposal_way")
    return (
        f'<p class="field wide"><label for="{key}-way">{label}</label>'
        f'<select id="{key}-way" name="replaces">{options}</select></p>'
    )


def progress_lines(lines: Iterable[Line]) -> str:
    """A line for each file with a meter while it is worked on."""
    entries = "".join(_line(line) for line in lines)
    return f'<div role="status"><ul class="notices">{entries}</ul></div>' if entries else ""


def _line(line: Line) -> str:
    percent = round(100 * min(max(line.share, 0.0), 1.0))
    meter = (
        f'<div class="meter" role="progressbar" aria-label="{escape(line.name)}" aria-valuemin="0" '
        f'aria-valuemax="100" aria-valuenow="{percent}"><i style="width:{percent}%"></i></div>'
        if line.state == "working"
        else ""
    )
    return f'<li class="{line.state}"><b>{escape(line.name)}</b><span>{escape(line.text)}</span>{meter}</li>'
