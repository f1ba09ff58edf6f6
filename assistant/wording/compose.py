"""Composition: chosen evidence -> a draft in the question's language; else a refusal.

Nothing here decides what is true: every statement carries its evidence and is checked afterwards by `verify`.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.facts import view_of
from assistant.types import Draft, Evidence, Language, Understanding
from assistant.wording.gloss import gloss
from assistant.wording.quoting import unnumbered
from assistant.wording.statements import statements
from index import Document, Index
from index.terms.glossary import Glossary


def compose(
    meant: Understanding, chosen: tuple[Evidence, ...], contrary: tuple[Evidence, ...], glossary: Glossary
) -> Draft:
    """The answer to a question about one plan; `contrary` is evidence of the same plan that gives another figure."""
    zh = meant.language is Language.ZH
    opening = "规划另一处的数字不同：" if zh else "Elsewhere the plan gives another figure: "
    told = statements(chosen, meant.concepts, meant.language, glossary)
    against = statements(contrary, meant.concepts, meant.language, glossary)
    return Draft((*told, *(replace(s, text=opening + s.text) for s in against)), separator="" if zh else " ")


_NO_MARKS = str.maketrans("[]", "〔〕")
"""A heading's own square brackets are never taken for marks."""


def refusal(meant: Understanding, near: tuple[Evidence, ...], index: Index, glossary: Glossary) -> str:
    """One sentence that says what is missing, and one that names what the plans hold nearby."""
    zh = meant.language is Language.ZH
    covered = [d.place if zh else d.place_en for d in index.documents]
    if meant.unknown_places and not meant.named_plans:
        places = "、".join(meant.unknown_places) if zh else ", ".join(meant.unknown_places)
        plans = "、".join(covered) if zh else ", ".join(covered)
        text = (
            f"现有规划不含{places}，无法回答；已收录的是{plans}的规划。"
            if zh
            else f"No plan here covers {places}, so this cannot be answered; the plans cover {plans}."
        )
    else:
        named = [index.document(p).document for p in meant.plans]
        names = ("、".join(d.place for d in named) + "的规划") if zh and named else "现有规划"
        subject = (
            f"The {' and '.join(d.place_en for d in named)} plan{'s do' if len(named) > 1 else ' does'}"
            if named
            else "The plans do"
        )
        text = f"{names}没有说明这一点。" if zh else f"{subject} not tell this."
    if cell := view_of(near[0].fact).blank if near else "":
        return (
            f"{text}表中列有“{cell}”，但这一格是空白[1]。"
            if zh
            else f"{text} Its table has a cell for {gloss(cell, glossary)} ({cell}), which is blank [1]."
        )
    if near:
        heading = next((h for h in reversed(near[0].heading_path) if len(unnumbered(h)) >= 2), "").translate(_NO_MARKS)
        if heading:
            text += (
                f"相近的内容见“{heading}”[1]。"
                if zh
                else f" Nearest passage: “{gloss(heading, glossary)}” ({heading}) [1]."
            )
    return text


def suggestions(near: tuple[Evidence, ...], language: Language, index: Index, glossary: Glossary) -> tuple[str, ...]:
    """Up to three questions that the plans can answer, made from the headings of what was found."""
    made: list[str] = []
    for evidence in near:
        document = index.document(evidence.span.document_id).document
        titles = [title for title in (unnumbered(h) for h in reversed(evidence.heading_path)) if 2 <= len(title) <= 24]
        if not titles:
            continue
        if language is Language.ZH:
            made.append(f"{_short(document)}在{titles[0]}方面有哪些要求？")
        else:
            made.append(
                f"What does the {document.place_en} plan require on {gloss(titles[0], glossary)} ({titles[0]})?"
            )
    return tuple(dict.fromkeys(made))[:3]


def _short(document: Document) -> str:
    """The shortest Chinese name people use for a plan's place (克州, 昆明)."""
    names = [name for name in document.places if len(name) >= 2 and not name.isascii()]
    return min(names, key=lambda name: (len(name), name)) if names else document.place
