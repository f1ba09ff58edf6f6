"""What came of the forms of a paper -> text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.formats.compare_forms import Form

_LINE_CHARS = 200
"""A list can be as long as a page; its beginning tells which it is."""


def forms_told(forms: Sequence[Form]) -> str:
    """A row a form with its figures, then what differs from the Word file, a line a fact and a question."""
    kinds = sorted({kind for form in forms for kind in form.facts})
    head = ("right", "of", "answers differ", "facts missing", "beyond", *kinds)
    lines = [f"{forms[0].paper:<12}" + "".join(f"{title:>15}" for title in head)]
    for form in forms:
        differ = (len(form.answers_differ), len(form.missing), len(form.beyond))
        figures = (form.right, len(form.rows), *differ, *(form.facts.get(kind, 0) for kind in kinds))
        lines.append(f"{form.name:<12}" + "".join(f"{figure:>15}" for figure in figures))
    for form in forms:
        lines += _differences(form)
    return "\n".join(lines)


def _differences(form: Form) -> Iterator[str]:
    for text in form.missing:
        yield f"{form.name}: not told  {text[:_LINE_CHARS]}"
    for text in form.beyond:
        yield f"{form.name}: told only here  {text[:_LINE_CHARS]}"
    for row in form.rows:
        differs = row.question.id in form.answers_differ
        if differs or not row.correct:
            told = ", ".join(("right" if row.correct else "wrong", *(("differs",) if differs else ())))
            yield f"{form.name}: {row.question.id} ({told})  {(row.given.answer or row.given.error)[:_LINE_CHARS]}"
