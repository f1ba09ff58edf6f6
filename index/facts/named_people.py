"""Names of people with their posts, as lists, brackets and tables write them; whoever reads them gives persons of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.fact_types import Person, Position
from index.facts.cutting import cut, without_tail
from index.terms.lexicon import HAN, alternatives, ends_with, is_han_name, is_office, is_one_of, listed
from index.terms.person_names import pinyin_spellings
from index.types import CleanText, Span, Table

_POSTS = alternatives("posts")
NAME = rf"[{HAN}]{{1,14}}(?:[·•・][{HAN}]{{1,14}})+|[{HAN}]\s{{1,3}}[{HAN}]|[{HAN}]{{2,4}}"
# "州住建局|党组书记", "|常务副市长"; not "各县(市)人民政府".
_POST = re.compile(
    rf"^(?P<office>.*?)(?P<post>(?:党组|党委|党工委)?(?:第一)?(?:常务)?副?{_POSTS}(?:[(（][^)）]*[)）])?)$"
)
# "王海江(州住建局党组书记、副局长)"; "各县(市)" too, since whether the brackets hold a post is asked apart.
BRACKETED = re.compile(rf"(?P<name>{NAME})\s*[(（](?P<posts>[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]")
# "县应急管理局局长|李静", "|李静": posts may lack before a name; not "县应急管理局", which is told by its end.
NAMED = re.compile(rf"^(?P<posts>.*{_POSTS})?(?P<name>{NAME})$")


def read_rows(clean: CleanText, table: Table, body: str) -> Iterator[Person]:
    """The rows of a table that names people: a column of names beside one of posts, of roles or of both."""
    heads = [header.replace(" ", "") for header in table.headers]
    name = _names_column(table, heads)
    if name is None:
        return
    roles = _role_columns(table, heads, name)
    posts = [i for i, head in enumerate(heads) if ("职务" in head or "职位" in head) and i not in (name, *roles[:1])]
    if not posts and roles and not any(is_one_of(row[roles[0]].text, "roles") for row in table.rows):
        posts, roles = roles[:1], []
    offices = [i for i, head in enumerate(heads) if head in ("单位", "工作单位", "所在单位")]
    if not (posts or roles):
        return
    role = ""
    for row in table.rows:
        role = row[roles[0]].text or role if roles else ""
        told = [row[i].span for i in (name, *roles[:1], *posts[:1], *offices[:1])]
        spans = [span for span in told if span]
        for one, posts_beside in _named_in(row[name].text) if spans else ():
            held = posts_beside or "".join(row[i].text for i in (*offices[:1], *posts[:1]))
            span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
            yield person_of(span, one, held, role, body or table.caption)


def _names_column(table: Table, heads: list[str]) -> int | None:
    """The column of names: called so, or one most of whose cells name people and nothing else."""
    called = next((i for i, head in enumerate(heads) if "姓名" in head or "名单" in head), None)
    if called is not None:
        return called
    for column in range(len(heads)):
        cells = [row[column].text for row in table.rows if row[column].text]
        if len(cells) > 1 and sum(_names_people(cell) for cell in cells) >= MOSTLY_NAMES * len(cells):
            return column
    return None


MOSTLY_NAMES = 0.7
"""A column with fewer names is one of words that may begin like names."""


def _names_people(cell: str) -> bool:
    """Whether a cell names people, each perhaps with posts in brackets: "田小禾、许明", "陆安平(县长)"."""
    people = list(_named_in(cell))
    return bool(people) and all("·" in name or is_han_name(name) for name, _ in people)


def _named_in(cell: str) -> Iterator[tuple[str, str]]:
    """(name, posts in brackets) of those whom a cell of a column of names tells."""
    for a, b in cut(cell, "、,，;； "):
        part = cell[a:b]
        if bracketed := BRACKETED.fullmatch(part):
            yield tidy_name(bracketed["name"]), bracketed["posts"]
        elif one := named(part):
            yield tidy_name(one["name"]), one["posts"] or ""


def _role_columns(table: Table, heads: list[str], name: int) -> list[int]:
    """The columns of roles: those called so that hold some, else those before the names that do, else those called so."""
    holding = [i for i in range(len(heads)) if any(is_one_of(row[i].text, "roles") for row in table.rows)]
    called = [i for i, head in enumerate(heads) if i != name and _heads_roles(head)]
    return [i for i in called if i in holding] or [i for i in holding if i < name] or called


def _heads_roles(head: str) -> bool:
    """Whether a column holds roles in the body: "专班职务", "角色", "职务" alone; not "工作职务"."""
    in_body = any(word in head for word in ("专班", "小组", "组内", "安委会", "指挥部", "担任")) and "职务" in head
    return in_body or head in ("职务", "职责", "岗位", "组别", "分工") or any(word in head for word in ("角色", "类别"))


def named(who: str) -> re.Match[str] | None:
    """Posts and name in "县应急管理局局长李静"; None where it names an office or a post only."""
    found = NAMED.match(who)
    return None if found and ends_with(found["name"], "posts", "office_endings") else found


def _parts(posts: str) -> list[str]:
    return [posts[a:b] for a, b in cut(posts, "、,，;； \t\n")]


def holds_post(posts: str) -> bool:
    """Whether one of the parts of a text is a post."""
    return any(_POST.match(part) for part in _parts(posts))


def is_post(posts: str) -> bool:
    """Whether a text names posts and nothing else, offices before a shared post too: "县公安局、县水利局主要负责人"."""
    parts = _parts(posts)
    last = _POST.match(parts[-1]) if parts else None
    return last is not None and all(_POST.match(part) or is_office(part) for part in parts)


def tidy_name(name: str) -> str:
    """A name without the spaces that spread it."""
    return "".join(name.split())


def person_of(span: Span, name: str, posts: str, role: str, body: str) -> Person:
    """Somebody with the posts that are written beside the name, or whoever holds them where no name is."""
    return Person(span, name, positions(posts), role, body, posts, pinyin_spellings(name) if name else "")


def positions(posts: str) -> tuple[Position, ...]:
    """Offices with posts: "州住建局党组书记、副局长" -> (州住建局, 党组书记), (州住建局, 副局长).

    A post without an office belongs to the office before it, save heads of government, who have none beside them.
    """
    found: list[Position] = []
    office = ""
    for part in _parts(posts):
        match = _POST.match(part)
        if not match:
            continue
        # "州总工会党组副书记、主席": the chair is that of the federation, not of a region's government.
        alone = _heads_government(match["post"]) and not office.endswith(("工会", "联", "协"))
        told = without_tail(match["office"], listed("which_post"))
        office = told or ("" if alone or match["office"] else office)
        found.append(Position(office, match["post"]))
    return tuple(found)


def _heads_government(post: str) -> bool:
    bare = post.removeprefix("常务").removeprefix("副")
    return bare == "主席" or (bare.endswith("长") and is_one_of(bare[:-1], "levels"))
