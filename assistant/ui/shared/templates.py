"""The templates of the page: every piece of its markup is made here, and escaped on its way in.

A template lies beside the Python of its page. It gets values, `language`, and `t`, which gives the words of a key. Text
of plans, questions, file names and errors may come from anywhere: nothing that is put into a template is taken for
markup.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from assistant.ui.shared import labels
from assistant.ui.shared.i18n import OWN_NAMES, Words
from assistant.wording import short_names

_UI = Path(__file__).parents[1]


class _LineBreaks(Extension):
    """Line breaks between tags, with the indentation after them, are for who reads a template, not for the page."""

    # Matches "<li>\n  <b>"; leaves the break within "one\n  two" and within '<p\n  class="x">' to be a space.
    _BETWEEN = re.compile(r"(?<=[>}])\n\s*|\n\s*(?=[<{])")

    def preprocess(self, source: str, _name: str | None, _filename: str | None = None) -> str:
        return self._BETWEEN.sub("", source)


class Render(Protocol):
    """Makes markup of a template, named by its path below `assistant/ui`."""

    def __call__(self, template: str, language: str, /, **values: object) -> str:
        """The markup, in the page's language."""


def renderer(words: Words) -> Render:
    """What renders the templates of a page, in the words of that page."""

    def render(template: str, language: str, /, **values: object) -> str:
        t = partial(words, language)
        return _environment.get_template(template).render(t=t, language=language, **values)

    return render


_environment = Environment(
    loader=FileSystemLoader(_UI), autoescape=True, undefined=StrictUndefined, extensions=[_LineBreaks]
)
_environment.globals |= {
    "OWN_NAMES": OWN_NAMES,
    "citation_place": labels.citation_place,
    "clip": labels.clip,
    "opens": labels.opens,
    "percent": labels.percent,
    "period_label": short_names.period_label,
    "plan_title": labels.plan_title,
    "quoted": labels.quoted,
    "short_name": short_names.short_name,
    "where": labels.where,
}
