"""Templates: what is put into them stays text, and each is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from assistant.ui.shared import templates
from assistant.ui.shared.i18n import phrases
from assistant.ui.shared.templates import renderer

UI = Path(templates.__file__).parents[1]
TEMPLATES = sorted(UI.rglob("*.html"))
render = renderer(phrases())


def test_values_are_escaped_and_line_breaks_between_tags_are_none_of_the_page():
    html = render("shared/markup/heading.html", "zh", title="<b>'\"&", text="a\nb", level=1)
    assert html == '<div class="heading"><h1>&lt;b&gt;&#39;&#34;&amp;</h1><p>a\nb</p></div>'


def test_a_value_that_is_missing_is_a_mistake():
    with pytest.raises(UndefinedError):
        render("shared/markup/hint.html", "zh")


def test_only_our_own_files_and_what_templates_made_are_taken_for_markup():
    trusted = {path.name: re.findall(r"\{\{[^}]*\|\s*safe[^}]*\}\}", path.read_text("utf-8")) for path in TEMPLATES}
    assert {name: found for name, found in trusted.items() if found} == {
        "programs.html": ["{{ css|safe }}"],
        "waiting.html": ["{{ css|safe }}", "{{ part|safe }}", "{{ script|safe }}"],
        "waiting_part.html": ["{{ header|safe }}"],
    }


def test_every_template_is_used():
    said = "".join(path.read_text("utf-8") for path in UI.rglob("*") if path.suffix in (".py", ".html"))
    assert [path for path in TEMPLATES if f'"{path.relative_to(UI).as_posix()}"' not in said] == []


def test_no_markup_is_made_outside_the_templates():
    wrong = {path.name for path in UI.rglob("*.py") if re.search(r"[\"'>]</?\w+[ >]", path.read_text("utf-8"))}
    # The element that holds the page's style sheets; and an example in a comment.
    assert wrong == {"mounted_page.py", "templates.py"}
