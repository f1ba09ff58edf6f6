"""What a person wrote into the forms of the library, as a browser sends it; what it makes up is left out."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from index.storage.overrides import Override
from index.terms.lexicon import years_in
from index.types import PaperKind

SKIP = "skip"
"""The answer to what is to become of a file beside those like it: nothing, it is not added."""
REPLACE = "replace:"
"""Stands before the id of the document whose place the file is to take."""


@dataclass(frozen=True, slots=True)
class SentForm:
    """What was written over a description: "" for what was left as it was read. `way` is how the file is to be added."""

    title: str = ""
    place: str = ""
    first: str = ""
    last: str = ""
    kind: str = ""
    way: str = ""


_AS_READ = Override()


@dataclass(frozen=True, slots=True)
class SentFile:
    """What is to become of a chosen file; `replaces` is the id of the document whose place it takes, "" for none."""

    edit: Override = _AS_READ
    replaces: str = ""
    skipped: bool = False


_FORMS = TypeAdapter(dict[int, SentForm])


def sent_files(text: str, count: int) -> list[SentFile]:
    """What the forms sent for each of so many files; to add it as it is, where they sent nothing that can be used."""
    try:
        forms = _FORMS.validate_json(text)
    except ValidationError:
        forms = {}
    return [_sent(forms[place]) if place in forms else SentFile() for place in range(count)]


def override_of(form: SentForm) -> Override:
    """What a form writes over a description; years that are none are left out."""
    kind = PaperKind(form.kind) if form.kind in set(PaperKind) else None
    return Override(" ".join(form.title.split()), " ".join(form.place.split()), period_of(form.first, form.last), kind)


def period_of(first: str, last: str) -> tuple[int, int] | None:
    """First and last year; None where they are no years, or not in this order."""
    named = _is_year(first) and _is_year(last) and first <= last
    return (int(first), int(last)) if named else None


def _sent(form: SentForm) -> SentFile:
    replaces = form.way.removeprefix(REPLACE) if form.way.startswith(REPLACE) else ""
    return SentFile(override_of(form), replaces, skipped=form.way == SKIP)


def _is_year(text: str) -> bool:
    return [str(year) for year in years_in(text)] == [text]
