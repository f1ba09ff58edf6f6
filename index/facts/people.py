"""People in a plan: who holds which posts and which role in the body that the plan sets up, by name or by post alone.

Reads member lists ("组长:陈亮(州委常委、常务副州长)", "组  长:张伟 县委副书记、县长") and sentences ("办公室主任由…同志担任",
"总指挥由县长担任").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from index.fact_types import Person
from index.facts.cutting import cut, first_mark, last_mark, open_bracket, without_lead
from index.facts.named_people import BRACKETED, NAME, holds_post, is_post, named, person_of, read_rows, tidy_name
from index.reading.structure import walk_prose
from index.terms.lexicon import HAN, alternatives, ends_with, is_han_name, is_one_of, starts_with
from index.types import CleanText, Section, SectionKind, Span, Table

_POSTS, _ROLES = alternatives("posts"), alternatives("roles")
_ROLE = rf"(?P<role>(?:办公室)?{_ROLES})"
# "张伟 县委副书记、县长", one after "、" or a wide gap; not "白露镇镇长罗丹".
_SPACED = re.compile(rf"^(?P<name>{NAME})[\s,，:：]+(?P<posts>[^\s。;；].*?)[、,，;；。]?$")
# "岑   岚  县委常委、县委政法委书记": a short name spread to the width of three characters, alone on its line; not "岑岚  县委常委".
_SPREAD = re.compile(rf"^\s*(?P<name>[{HAN}]\s{{1,6}}[{HAN}])\s+(?P<posts>(?:\S|\s(?!\s\s))+)\s*$")
# Between two on one line: "严 明 县林业局局长|、谢 敏 县竹产业园区管委会主任", or three spaces; not "局长、书记".
_APART = re.compile(rf"、(?=(?:[{HAN}]\s[{HAN}]|[{HAN}]{{2,3}})\s+\S+?[长任记理员])|\s{{3,}}")
# "白露镇镇长|罗丹", "总经理 |季海", "市委常委、常务副市长|顾云帆": posts before names; not "副市长分管".
_POST_FIRST = re.compile(
    rf"(?<![{HAN}])(?P<posts>(?:[{HAN}]{{0,24}}?{_POSTS}、){{0,9}}[{HAN}]{{0,24}}?{_POSTS})(?P<gap>\s?)"
    rf"(?P<name>[{HAN}] ?[{HAN}]{{1,2}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,10}})+)(?=[、,，。;；\s]|$)"
)
# "由市委常委顾云帆|担任召集人", "方明（市长）|任组长，祁远、闻静|任副组长"; not "责任主任", "主任委员".
_APPOINTED_AFTER = re.compile(
    rf"由?(?P<who>(?:[^,，。;；由\n()（）]|[(（][^()（）]{{2,60}}[)）]){{2,120}}?)(?:同志)?(?:共同|分别)?"
    rf"(?:[兼担]任|(?<![主责委信兼担])任|(?P<for>为)){_ROLE}"
)
# "办公室主任|由滕洪涛同志|担任", "成员由…等同志组成"; not "主任由县政府办公室推荐".
_APPOINTED = re.compile(
    rf"(?P<lead>[^,，。、;；由]{{0,16}}?){_ROLE}由(?P<who>[^。;；由]{{2,120}}?)(?:等?同志|等)?(?:共同|分别)?(?P<verb>兼任?|担任|组成)"
)
_BODY = re.compile(rf"[^,，。;；\s()（）]{{2,30}}?{alternatives('bodies')}")  # "安全生产委员会", "工作专班"; not "小组"
MOST_WHO_CHARS = 200
"""A longer text is no list of posts."""
MOST_MEMBER_CHARS = 40
"""A longer line ends a list of members."""
MOST_LEAD_CHARS = 60
"""How far before 主任 the office is named that it heads."""


def read_people(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Person]:
    """Every person: those of tables of members, then those of the text in its order."""
    for table in tables:
        yield from read_rows(clean, table, _Bodies(table.caption, 0, len(table.caption)).before(len(table.caption)))
    for section, _ in walk_prose(root):
        if section.kind is SectionKind.TABLE:
            continue
        start = section.body_start
        end = section.children[0].span.start if section.children else section.span.end
        bodies = _Bodies(clean.text, start, end)
        yield from _members(clean, section, bodies, end)
        yield from _appointed(clean, bodies, end)
        yield from _appointed_after(clean, bodies, end)


class _Bodies:
    """The bodies that a section names, in its order."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        # "(以下简称领导小组)" is said of the body named before.
        found = [
            m
            for m in _BODY.finditer(text, start, end)
            if open_bracket(text, max(start, m.start() - MOST_LEAD_CHARS), m.start()) < 0
        ]
        self._ends = [match.end() for match in found]
        self._names = [match.group() for match in found]

    def before(self, at: int) -> str:
        """The body last named before `at`; "" where none is."""
        last = bisect_right(self._ends, at)
        return _without_founding(self._names[last - 1]) if last else ""


def _members(clean: CleanText, section: Section, bodies: _Bodies, end: int) -> Iterator[Person]:
    """Lists that open with a role and a colon; the lines below belong to it as long as they name people."""
    text = clean.text
    title = section.title[: first_mark(section.title, "(（", 0, len(section.title))]
    role, body = title if ends_with(title, "roles") else "", ""  # "（一）部门委员"
    for at, stop in _lines(text, bodies.start, end):
        colon = first_mark(text, ":：", at, stop)
        key = "".join(text[at:colon].split())
        if colon < stop and is_one_of(key, "roles"):
            role = key
            body = body or bodies.before(at) or section.title
            at = colon + 1
        elif not role:
            continue
        people = [] if "设在" in text[at:stop] or _APPOINTED.search(text, at, stop) else list(_people_on(text[at:stop]))
        people = people or (list(_names_alone(text[at:stop])) if colon < at else [])
        people = people or list(_posts_alone(text[at:stop]))
        if not people and (len(text[at:stop].strip()) > MOST_MEMBER_CHARS or "。" in text[at:stop]):
            role = ""  # a short line may be a member whose post is not known
        for offset, raw, name, posts in people:
            span = Span(clean.document_id, at + offset, at + offset + len(raw))
            yield person_of(span, name, posts, role, body)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines, those of running text parted before each role with a colon: "…工作专班。|组长：甲；|副组长：乙、丙。|办公室设在…"."""
    for at, stop in cut(text, "\n", start, end):
        parts = list(cut(text, "。;；", at, stop))
        opens = [_opens_with_role(text, a, b) for a, b in parts]
        if not any(opens[1:]):
            yield at, stop
            continue
        starts = [at]
        for (a, _), own in zip(parts[1:], opens[1:], strict=True):
            if own or text[a - 1] == "。":
                starts.append(a)
        yield from zip(starts, [*starts[1:], stop], strict=True)


def _opens_with_role(text: str, start: int, end: int) -> bool:
    """Whether a part of a line begins with a role and a colon."""
    colon = first_mark(text, ":：", start, end)
    return colon < end and is_one_of("".join(text[start:colon].split()), "roles")


def _people_on(line: str) -> Iterator[tuple[int, str, str, str]]:
    """(offset, text, name, posts) of the people on one line; a line may name several when each has brackets."""
    several = list(BRACKETED.finditer(line))
    if several and sum(len(m.group()) for m in several) >= 0.8 * len(line.strip()):
        for match in several:
            if holds_post(match["posts"]):
                yield match.start(), match.group(), tidy_name(match["name"]), match["posts"]
        return
    alone = _SPREAD.match(line)
    if alone and holds_post(alone["posts"]) and not _APART.search(alone["posts"]):
        at = alone.start("name")
        yield at, line[at:].rstrip(), tidy_name(alone["name"]), alone["posts"].strip()
        return
    starts = [0, *(m.end() for m in _APART.finditer(line))]
    stops = [*(m.start() for m in _APART.finditer(line)), len(line)]
    for at, stop in zip(starts, stops, strict=True):
        raw = line[at:stop].strip().lstrip("、,，")
        first = line.find(raw, at)
        one = _SPACED.match(raw)
        if one and (holds_post(one["posts"]) or _is_set_apart(one)):
            yield first, raw, tidy_name(one["name"]), one["posts"].strip()
            continue
        for last in _POST_FIRST.finditer(raw):
            name = tidy_name(last["name"])
            if not last["gap"] or is_han_name(name):  # "局长 会议室" names nobody
                yield first + last.start(), last.group(), name, last["posts"]


def _is_set_apart(one: re.Match[str]) -> bool:
    """Whether a name stands in a column of its own, so that what follows is told of it: "王春  县委办公室党组成员"."""
    gap = one.string[one.end("name") : one.start("posts")]
    return len(gap) > 1 and gap.isspace() and is_han_name(tidy_name(one["name"]))


def _names_alone(line: str) -> Iterator[tuple[int, str, str, str]]:
    """Those whom a line names without posts: "赖斌，电话6005678", "孟川、赖斌"; none unless it opens with nothing but names."""
    end = first_mark(line, ",，。;；(（", 0, len(line))
    names = [(a, b) for a, b in cut(line[:end], "、") if line[a:b].strip()]
    if all(is_han_name(line[a:b].strip()) for a, b in names):
        yield from ((a, line[a:b], line[a:b].strip(), "") for a, b in names)


def _posts_alone(line: str) -> Iterator[tuple[int, str, str, str]]:
    """The posts whose holders have a role, where a line names nobody: "总指挥：|县长", "成员：|县公安局、县水利局主要负责人"."""
    posts = line.strip(" \t　。;；")
    if len(posts) <= MOST_WHO_CHARS and not any(mark in posts for mark in "。:：;；") and is_post(posts):
        yield line.index(posts), posts, "", posts


def _without_founding(name: str) -> str:
    """The name of a body without the words that set it up."""
    for word in ("成立", "设立", "组建", "建立", "决定对", "为了", "为"):
        name = name.rpartition(word)[2]
    bare = without_lead(name, ("对", "由", "在", "现", "调整"))
    return bare if starts_with(bare, "levels") else name  # "对|镇安全生产委员会"; not "对口支援领导小组"


def _appointed(clean: CleanText, bodies: _Bodies, end: int) -> Iterator[Person]:
    """People named behind the role they are given."""
    for match in _APPOINTED.finditer(clean.text, bodies.start, end):
        for a, b in cut(match["who"].removesuffix("同志"), ",，"):
            part = match["who"][a:b]
            found = [named(one) for one in part.split("、")]
            if not all(found):  # "由市委常委、副市长张三担任" is one person with two posts
                found = [named(part)]
            for one in found:
                # "成员由专家组成": without a post it names nobody.
                if one and (match["verb"] != "组成" or one["posts"]):
                    yield _appointee(clean, bodies, match, one["name"], one["posts"] or "")
            if not any(found) and match["verb"] != "组成" and is_post(part):
                yield _appointee(clean, bodies, match, "", part)


def _appointee(clean: CleanText, bodies: _Bodies, match: re.Match[str], name: str, posts: str) -> Person:
    start = max(bodies.start, match.start() - MOST_LEAD_CHARS)
    first = max(start, last_mark(clean.text, "。\n,，、;；", start, match.start()) + 1)
    role = match["role"]
    before = clean.text[start : match.start()] + match["lead"]
    if "主任" in role and "办公室" not in role and "办公室" in before:
        role = f"办公室{role}"
    body = bodies.before(match.start("role"))
    first += len(clean.text[first : match.end()]) - len(clean.text[first : match.end()].lstrip())
    span = Span(clean.document_id, first, match.end())
    return person_of(span, tidy_name(name), posts, role, body)


def _appointed_after(clean: CleanText, bodies: _Bodies, end: int) -> Iterator[Person]:
    """People whose names and posts stand before the role they are given, posts in brackets or before the name."""
    for match in _APPOINTED_AFTER.finditer(clean.text, bodies.start, end):
        at, role = match.start("who"), match["role"]
        body = bodies.before(at)
        bracketed = list(BRACKETED.finditer(match["who"]))
        people = list(_listed(match["who"], bracketed) if bracketed else _posts_first(match["who"]))
        for a, b, name, posts in people:
            if bracketed or not match["for"]:
                last = at + b if bracketed else match.end()
                yield person_of(Span(clean.document_id, at + a, last), name, posts, role, body)
        if not people:
            yield from _holder(clean, match, body)


def _holder(clean: CleanText, match: re.Match[str], body: str) -> Iterator[Person]:
    """Whoever holds a post is given a role: "由县长任组长", "以县长为组长的指挥部"; not "县长为组长", which nobody is told to be."""
    before, led, posts = match["who"].rpartition("以")
    given = led or not match["for"] or match["role"] == "成员"
    if clean.text.startswith("的", match.end()) and (own := _BODY.match(clean.text, match.end() + 1)):
        body = own.group()
    if given and len(posts) <= MOST_WHO_CHARS and is_post(posts.removesuffix("同志")):
        at = match.start("who") + len(before) + len(led)
        yield person_of(Span(clean.document_id, at, match.end()), "", posts.removesuffix("同志"), match["role"], body)


def _listed(who: str, bracketed: list[re.Match[str]]) -> Iterator[tuple[int, int, str, str]]:
    """The names of a list in which posts stand in brackets, those without posts too."""
    for a, b in cut(who, "、"):
        one = next((m for m in bracketed if m.start() < b and a < m.end()), None)
        if one and one.start() >= a:
            if "·" in one["name"] or is_han_name(one["name"]):
                yield one.start(), one.end(), tidy_name(one["name"]), one["posts"]
        elif not one and is_han_name(who[a:b]):
            yield a, b, who[a:b], ""


def _posts_first(who: str) -> Iterator[tuple[int, int, str, str]]:
    alone = who.removesuffix("同志")
    if is_han_name(alone):  # "裴明同志兼任…": a name alone needs no post before it
        yield 0, len(who), alone, ""
    for last in _POST_FIRST.finditer(who):
        yield last.start(), last.end(), tidy_name(last["name"]), last["posts"]
