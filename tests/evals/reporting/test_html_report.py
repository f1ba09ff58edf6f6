"""The HTML report."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from evals.reporting.html_report import html_page
from evals.reporting.report import summarise
from evals.types import Cited

if TYPE_CHECKING:
    from tests.evals.conftest import Builder

HOSTILE = """</dd><script>alert("x")</script><img src=x onerror='y'>"""


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}


def _tags(page: str) -> _Tags:
    tags = _Tags()
    tags.feed(page)
    return tags


def test_page_escapes_hostile_text_everywhere(make: Builder) -> None:
    question = make.question(
        id=HOSTILE,
        question=HOSTILE,
        kind=HOSTILE,
        history=(HOSTILE,),
        nuggets=((HOSTILE,),),
        forbidden=(HOSTILE,),
        evidence=(HOSTILE,),
        tags=(HOSTILE,),
        plans=(HOSTILE,),
    )
    rows = (
        make.row(question, make.given("no", citations=(Cited(HOSTILE, HOSTILE),))),
        make.row(make.question(id="b"), make.given(HOSTILE)),
        make.row(make.question(id="c"), make.given("", error=HOSTILE)),
    )
    summary = summarise(rows, HOSTILE)
    tags = _tags(html_page(summary, rows, (summary,)))
    assert not tags.names & {"script", "img"}
    assert not any(name.startswith("on") for name in tags.attributes)


def test_page_is_self_contained(make: Builder) -> None:
    rows = (make.right("a"), make.wrong("b"))
    page = html_page(summarise(rows, "scripted"), rows)
    assert not _tags(page).attributes & {"src", "href"}
    assert "url(" not in page


def test_page_shows_wrong_answers_beside_their_evidence(make: Builder) -> None:
    rows = (make.right("right-one"), make.wrong("wrong-one"))
    page = html_page(summarise(rows, "scripted"), rows)
    assert "wrong-one" in page
    assert "right-one" not in page
    assert "自治州教育局" in page
    assert "重点突出城镇燃气" in page
