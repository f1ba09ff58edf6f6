"""People named in a plan: who holds which posts and which role in the body that the plan sets up.

Reads member lists ("组长:陈亮(州委常委、常务副州长)", "组  长:张伟 县委副书记、县长") and sentences ("办公室主任由…同志担任").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.reading.structure import walk
from index.terms.lexicon import alternatives, is_han_name, listed
from index.types import CleanText, Person, Position, Section, SectionKind, Span, Table

HAN_NAME = (
    rf"(?:{alternatives('double_surnames')}[\u4e00-\u9fff]{{1,2}}?|{alternatives('surnames')}[\u4e00-\u9fff]{{1,2}}?)"
)
_ROLE_WORDS = alternatives("roles")
_ROLE_LINE = re.compile(
    rf"^\s*(?P<role>{'|'.join(' *'.join(word) for word in sorted(listed('roles'), key=len, reverse=True))})\s*[:：]\s*(?P<rest>.*)$"
)
_NAME = (
    r"[\u4e00-\u9fff]{1,14}(?:[·•・][\u4e00-\u9fff]{1,14})+|[\u4e00-\u9fff]\s{1,3}[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4}"
)
_POST_WORD = alternatives("posts")
_POST = re.compile(
    rf"^(?P<office>.*?)(?P<post>(?:党组|党委|党工委)?(?:第一)?(?:常务)?副?(?:{_POST_WORD})(?:[(（][^)）]*[)）])?)$"
)
# "王海江(州住建局党组书记、副局长)" and "张伟 县委副书记、县长"; not "各县(市)人民政府".
_BRACKETED = re.compile(
    rf"^(?P<name>{_NAME})\s*[(（](?P<posts>[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）][、,，;；。]?$"
)
_SPACED = re.compile(rf"^(?P<name>{_NAME})[\s,，:：]+(?P<posts>[^\s。;；].*?)[、,，;；。]?$")
# "岑   岚  县委常委、县委政法委书记": a short name spread to the width of three characters, alone on its line.
_SPACED_OUT = re.compile(r"^\s*(?P<name>[\u4e00-\u9fff]\s{1,6}[\u4e00-\u9fff])\s+(?P<posts>(?:\S|\s(?!\s\s))+)\s*$")
# "白露镇镇长罗丹、石桥镇镇长唐俊杰": posts before names.
_POST_FIRST = re.compile(
    rf"(?<![\u4e00-\u9fff＆])(?P<posts>[\u4e00-\u9fff＆]{{0,24}}?(?:{_POST_WORD}))"
    rf"(?P<name>[\u4e00-\u9fff] ?[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,8}}(?:·[\u4e00-\u9fff]{{1,10}})+)(?=[、,，。;；\s]|$)"
)
# "由市委常委、常务副市长顾云帆担任召集人,副市长田雨桐、市应急管理局局长贺正阳担任副召集人".
# "裴明同志兼任办公室主任,县应急管理局副局长尹竹任办公室副主任"; not "责任主任", "主任委员".
_APPOINTED_AFTER = re.compile(
    rf"(?:由)?(?P<who>[^,，。;；由]{{2,60}}?)(?:同志)?(?:共同|分别)?(?:兼任|担任|(?<![主责委信兼担])任)(?P<role>(?:办公室)?(?:{_ROLE_WORDS}))"
)
# "裴明同志兼任…", "裴明兼任…": a name alone needs no post before it.
_COMRADE = re.compile(rf"^(?P<name>{_NAME})同志|^(?P<alone>{HAN_NAME})(?=(?:共同|分别)?(?:兼任|担任|任))")
# "由方明（市委副书记、市长）任组长，祁远（副市长）、闻静（副市长）任副组长，…为成员": posts in brackets, the role behind.
_ONE_OF_LIST = rf"(?:{_NAME})(?:\s*[(（][^()（）]{{2,60}}[)）])"
_LISTED_AFTER = re.compile(
    rf"(?:由)?(?P<who>(?:{_ONE_OF_LIST}|{HAN_NAME})(?:、(?:{_ONE_OF_LIST}|{HAN_NAME}))*)(?:同志)?(?:共同|分别)?(?:兼任|担任|任|为)"
    rf"(?P<role>(?:办公室)?(?:{_ROLE_WORDS}))"
)
_LISTED = re.compile(rf"(?P<name>{_NAME})\s*[(（](?P<posts>[^()（）]{{2,60}})[)）]|(?P<alone>{HAN_NAME})(?=、|$)")
# "办公室主任由滕洪涛同志担任", "办公室主任由县应急管理局局长李静同志兼任".
_APPOINTED = re.compile(
    rf"(?P<role>[^,，。、;；由]{{0,16}}?(?:{_ROLE_WORDS}))由(?P<who>[^。;；由]{{2,120}}?)(?:等?同志|等)?(?:共同|分别)?(?P<verb>兼任|担任|兼|组成)"
)
_HEADS_GOVERNMENT = re.compile(r"(?:常务)?副?(?:省长|州长|市长|县长|区长|旗长|盟长|镇长|乡长|主席)")
# "州总工会党组副书记、主席": the chair is that of the federation, not of a region's government.
_HAS_CHAIR = re.compile(r"(?:工会|妇联|文联|残联|科协|侨联|工商联|政协)$")
_BODY = re.compile(rf"([^,，。;；\s]{{2,30}}?{alternatives('bodies')})")


def read_people(clean: CleanText, root: Section, tables: tuple[Table, ...] = ()) -> Iterator[Person]:
    """Every person: those of tables of members, then those of the text in its order."""
    for table in tables:
        yield from _rows(clean, table)
    for section, _ in walk(root):
        if section.kind is SectionKind.TABLE:
            continue
        start = section.body_start
        end = section.children[0].span.start if section.children else section.span.end
        yield from _members(clean, section, start, end)
        yield from _appointed(clean, start, end)
        yield from _appointed_after(clean, start, end)
        yield from _listed_after(clean, start, end)


_NAME_COLUMN = re.compile(r"姓\s*名|名单")
_POSTS_COLUMN = re.compile(r"职务|职位")
_ROLE_COLUMN = re.compile(
    r"(?:专班|小组|组内|安委会|指挥部|担任)\S{0,6}职务|角色|类别|^职务$|^职责$|^岗位$|^组别$|^分工$"
)


def _rows(clean: CleanText, table: Table) -> Iterator[Person]:
    """The rows of a table that names people: a column of names beside one of posts, of roles or of both."""
    heads = [header.replace(" ", "") for header in table.headers]
    name = next((i for i, h in enumerate(heads) if _NAME_COLUMN.search(h)), None)
    roles = [i for i, h in enumerate(heads) if _ROLE_COLUMN.search(h)]
    posts = [i for i, h in enumerate(heads) if _POSTS_COLUMN.search(h) and i not in roles[:1]]
    if not posts and roles and not any(re.fullmatch(_ROLE_WORDS, row[roles[0]].text) for row in table.rows):
        posts, roles = roles[:1], []
    offices = [i for i, h in enumerate(heads) if re.fullmatch(r"(?:工作|所在)?单位", h)]
    if name is None or not (posts or roles):
        return
    role = ""
    for row in table.rows:
        role = row[roles[0]].text or role if roles else ""
        spans = [cell.span for cell in row if cell.span]
        if row[name].text and spans and re.fullmatch(_NAME, row[name].text):
            held = "".join(row[i].text for i in (*offices[:1], *posts[:1]))
            span = Span(clean.document_id, min(s.start for s in spans), max(s.end for s in spans))
            body = _BODY.findall(table.caption)
            yield Person(
                span, _tidy_name(row[name].text), positions(held), role, body[-1] if body else table.caption, held
            )


def _members(clean: CleanText, section: Section, start: int, end: int) -> Iterator[Person]:
    text = clean.text
    role, body = "", ""
    for match in re.finditer(r"[^\n]+", text[start:end]):
        line = match.group()
        at = start + match.start()
        opened = _ROLE_LINE.match(line)
        if opened:
            role = re.sub(r"\s", "", opened["role"])
            body = body or _body_before(text, section, at)
            at += opened.start("rest")
            line = opened["rest"]
        elif not role:
            continue
        elif re.search(r"设在|由.{2,30}(?:担任|兼任)", line):
            role = ""
            continue
        people = list(_people_on(line))
        if line.strip() and not people:
            role = ""
            continue
        for offset, raw, name, posts in people:
            first = at + offset
            yield Person(Span(clean.document_id, first, first + len(raw)), name, positions(posts), role, body, posts)


def _people_on(line: str) -> Iterator[tuple[int, str, str, str]]:
    """(offset, text, name, posts) of the people on one line; a line may name several when each has brackets."""
    stripped = line.strip()
    lead = len(line) - len(line.lstrip())
    several = list(re.finditer(rf"(?:{_NAME})\s*[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]", stripped))
    if several and sum(len(m.group()) for m in several) >= 0.8 * len(stripped):
        for match in several:
            one = _BRACKETED.match(match.group())
            if one and _holds_post(one["posts"]):
                yield lead + match.start(), match.group(), _tidy_name(one["name"]), one["posts"]
        return
    alone = _SPACED_OUT.match(line)
    if alone and _holds_post(alone["posts"]) and not re.search(_NEXT_PERSON, alone["posts"]):
        yield (
            alone.start("name"),
            line[alone.start("name") :].rstrip(),
            _tidy_name(alone["name"]),
            alone["posts"].strip(),
        )
        return
    for match in re.finditer(rf"\S(?:.*?\S)??(?={_NEXT_PERSON}|\s{{3,}}|$)", line):
        one = _SPACED.match(match.group().lstrip("、,，"))
        if one and _holds_post(one["posts"]):
            raw = match.group().lstrip("、,，")
            yield match.end() - len(raw), raw, _tidy_name(one["name"]), one["posts"].strip()
            continue
        for last in _POST_FIRST.finditer(match.group()):
            yield match.start() + last.start(), last.group(), _tidy_name(last["name"]), last["posts"]


# "严 明 县林业局局长、谢 敏 县竹产业园区管委会主任": the next on the line has a name and a space before the post.
_NEXT_PERSON = r"、(?:[\u4e00-\u9fff]\s[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,3})\s+\S+?[长任记理员]"


def _holds_post(posts: str) -> bool:
    return any(_POST.match(part.strip()) for part in re.split(r"[、,，;；\s]", posts) if part.strip())


def _tidy_name(name: str) -> str:
    return re.sub(r"\s", "", name)


def _body_before(text: str, section: Section, at: int) -> str:
    """The body whose members are listed: named in the text before the list, else the section's title."""
    found = _BODY.findall(text[section.body_start : at])
    return _body_name(found[-1]) if found else section.title


def _body_name(name: str) -> str:
    return re.sub(r"^(?:.*(?:决定|研究)(?=成立|设立|组建|建立))?(?:成立|设立|组建|建立|为了?|决定)+", "", name)


def _appointed(clean: CleanText, start: int, end: int) -> Iterator[Person]:
    for match in _APPOINTED.finditer(clean.text, start, end):
        for part in re.split("[,，]", match["who"].removesuffix("同志")):
            named = [_named(one) for one in part.split("、")]
            if not all(named):  # "由市委常委、副市长张三担任" is one person with two posts
                named = [_named(part)]
            for one in named:
                # "成员由专家组成": without a post it names nobody.
                if one and (match["verb"] != "组成" or one["posts"]):
                    yield _appointee(clean, start, match, one)


def _named(who: str) -> re.Match[str] | None:
    """Posts and name in "县应急管理局局长李静"; None where it names an office or a post only."""
    named = re.match(rf"^(?P<posts>.*(?:{_POST_WORD}))?(?P<name>{_NAME})$", who)
    if not named or re.search(rf"(?:{_POST_WORD}|局|委|办|部门?|单位|政府)$", named["name"]):
        return None
    return named


def _appointee(clean: CleanText, start: int, match: re.Match[str], named: re.Match[str]) -> Person:
    body = _body_until(clean, start, match.start() + 1)
    sentence_start = max(clean.text.rfind(mark, start, match.start()) for mark in "。\n,，、;；") + 1
    span = Span(clean.document_id, max(start, sentence_start), match.end())
    role = re.search(rf"(?:办公室)?(?:{_ROLE_WORDS})$", match["role"])[0]  # type: ignore[index]
    if (
        "主任" in role
        and "办公室" not in role
        and "办公室" in clean.text[max(start, match.start() - 60) : match.start()]
    ):
        role = f"办公室{role}"
    posts = named["posts"] or ""
    return Person(span, _tidy_name(named["name"]), positions(posts), role, body, posts)


def _appointed_after(clean: CleanText, start: int, end: int) -> Iterator[Person]:
    """People whose posts and names stand before the role they are given."""
    for match in _APPOINTED_AFTER.finditer(clean.text, start, end):
        comrade = _COMRADE.match(clean.text[match.start("who") : match.end()])
        if comrade and comrade.end() >= len(match["who"]):
            span = Span(clean.document_id, match.start("who"), match.end())
            name = _tidy_name(comrade["name"] or comrade["alone"])
            yield Person(span, name, (), match["role"], _body_until(clean, start, span.start), "")
            continue
        who = re.sub(r"(?<=[长记员任委])、(?=常务|副|第|[县市州省区]长|党组|党委)", "＆", match["who"])
        for last in _POST_FIRST.finditer(who):
            posts = last["posts"].replace("＆", "、")
            span = Span(clean.document_id, match.start("who") + last.start(), match.end())
            body = _body_until(clean, start, match.start("who"))
            yield Person(span, _tidy_name(last["name"]), positions(posts), match["role"], body, posts)


def _listed_after(clean: CleanText, start: int, end: int) -> Iterator[Person]:
    """People listed in running text with their posts in brackets, the role they are given behind them."""
    for match in _LISTED_AFTER.finditer(clean.text, start, end):
        if "(" not in match["who"] and "（" not in match["who"]:
            continue
        for one in _LISTED.finditer(match["who"]):
            name = _tidy_name(one["name"] or one["alone"])
            if "·" not in name and not is_han_name(name):
                continue
            first = match.start("who") + one.start()
            span = Span(clean.document_id, first, first + len(one.group()))
            posts = one["posts"] or ""
            yield Person(span, name, positions(posts), match["role"], _body_until(clean, start, span.start), posts)


def _body_until(clean: CleanText, start: int, at: int) -> str:
    """The body last named before `at`; "" where none is."""
    bodies = _BODY.findall(clean.text[start:at])
    return _body_name(bodies[-1]) if bodies else ""


def positions(posts: str) -> tuple[Position, ...]:
    """Offices with posts: "州住建局党组书记、副局长" -> (州住建局, 党组书记), (州住建局, 副局长).

    A post without an office belongs to the office before it, save heads of government, who have none beside them.
    """
    found: list[Position] = []
    office = ""
    for part in re.split(r"[、,，;；\s]+", posts.strip()):
        match = _POST.match(part)
        if not match:
            continue
        own = match["office"]
        heads_government = not own and _HEADS_GOVERNMENT.fullmatch(match["post"])
        office = own or ("" if heads_government and not _HAS_CHAIR.search(office) else office)
        found.append(Position(office, match["post"]))
    return tuple(found)
