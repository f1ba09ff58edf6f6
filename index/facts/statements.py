"""Indicators in running text: what each value of a sentence measures, for when, and compared with what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.facts.aims import looks_back
from index.facts.dates import periods
from index.facts.quantities import BLANK, NUMBER, UNIT, Quantity, quantities
from index.reading.sentences import split_sentences
from index.reading.structure import prose_start
from index.terms.lexicon import YEAR, alternatives, contains, ends_with
from index.types import CleanText, Indicator, Section, Span, Status

# "较2010年的4.2下降48.8%", "与2016年相比", "比“十三五”期末下降15%"; not "同比下降63%", "比例", "较大事故".
BASELINE = re.compile(
    r"(?:与|(?<!同)比(?![例率重不])|较(?![大多小高低长强为])|同(?!比|时))(?P<base>[^,，。;；]{2,14}?)"
    rf"(?:(?P<same>同期)?相比|(?:的(?P<value>\d+(?:\.\d+)?%?))?(?=(?:分别)?{alternatives('falls', 'rises')}))"
)
_GLUED = re.compile(rf"(?<=[%‰])(?={YEAR}年)")
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}[是要]|其中|并且?|且|也|同时|另外|此外|特别是|尤其是|力争|确保|至今已?|到|至|于|把|累计(?=投)|共计?|先后|目前|现有?(?=\d)|[,、\s]|\d{1,2}[.、．](?!\d))+"
)
_TAIL = re.compile(
    r"(?:的|约|近|[合共]计|共|仅|只?有|(?<![行作])为|到|至|(?<!年)均|分别|也|已|其|各|尚|一般|应当?按?|持续|保持|[,，、;；:：\s]|[(（])+$"
)
_BARE_RATE = re.compile(r"^[\u4e00-\u9fff]{0,3}率$")
_BARE_DEATHS = re.compile(r"^(?:其中|造成)?(?:死亡|受伤|重伤|失踪)$")
_BARE_COUNT = re.compile(r"^(?:事故)?(?:起数|死亡人数|受伤人数|伤亡人数)$")
_OFTEN = re.compile(r"每(?:年|半年|季度?|月|周|天|日|次)|至少|[^\u4e00-\u9fffA-Za-z]")
_MONEY = re.compile(r"^(?:累计|总)?(?:投资|投入)(?:资金)?(?:累计)?(?=$|[(（])")
_OCCURRED = re.compile(r"(?:共?发生|接报)(?:了)?|共$")
_TIMES = ("轮", "次", "批", "元")
_NOUN_ITSELF = ("人次", "人", "小时", "分钟", "秒", "元", "天", "年", "个月", "米", "公里")
# "对…进行…" says something of its object; "对100家企业" alone is no more than the object.
_PREDICATE = re.compile(
    "进行|开展|实[行施现]|给予|予以|[安加]装|发送|评估|迁[至入]|[纳接]入|划[分为]|停航|治理|抽查|改造|挂牌|上线|配备|包保"
)
_VERBS = re.compile(
    "增设|新增|新建|建设|建成|创建|配置|配备|培训|设置|更新|购置|改造|整治|排查|办理|关闭|取缔|查处|加装|安装|引进|培育|建立|组建|完成|查出|配齐|确定|下设|有(?=[^关])"
)
LEAST_NAME_CHARS = 4
MOST_HEAD_CHARS = 20


@dataclass(slots=True)
class _Told:
    """What a sentence has said so far."""

    topic: str = ""
    period: str = ""
    years: tuple[int, ...] = ()
    baseline: str = ""
    head: str = ""
    names: list[str] = field(default_factory=list)


def read_statements(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Indicator]:
    """Every figure in a section's own text, in its order."""
    start = prose_start(clean.text, section)
    end = section.children[0].span.start if section.children else section.span.end
    lists_aims = bool(re.search(r"(?:指标|目标)$", section.title))
    reached = looks_back(path)
    for left, right in split_sentences(clean.text, start, end):
        line = clean.text[clean.text.rfind("\n", 0, left) + 1 : left]
        for found in _in_sentence(clean.text[left:right], line):
            done = reached or (not lists_aims and _says_reached(clean.text[left:right], found, path))
            status = Status.ACHIEVED if done else Status.TARGET
            yield replace(found, span=Span(clean.document_id, left, right), status=status, heading_path=path)


def _in_sentence(sentence: str, earlier: str) -> Iterator[Indicator]:
    told = _Told()
    bounds = list(_clauses(sentence))
    for i, (a, b) in enumerate(bounds):
        clause = sentence[a:b]
        following = sentence[bounds[i + 1][0] : bounds[i + 1][1]] if i + 1 < len(bounds) else ""
        compared = BASELINE.search(clause)
        blanked = _blank(clause, told, compared)
        if compared and compared["value"]:
            yield _indicator(told.topic, compared["value"], replace_period(told, compared["base"]), "")
        values = quantities(blanked)
        if not values:
            told.topic = _topic(blanked) or told.topic
            told.head = told.topic if sentence[b : b + 1] in (":", "：") and b - a <= MOST_HEAD_CHARS else told.head
            continue
        for value, name in _named(blanked, values):
            full = _full_name(name, value, told, (earlier + sentence[:a], following))
            if len(_OFTEN.sub("", full)) < LEAST_NAME_CHARS:
                continue
            told.names.append(full)
            told.topic = full if full == name or not told.topic else told.topic
            yield from _changes(full, value, clause, told)


def replace_period(told: _Told, period: str) -> _Told:
    """The same for another period."""
    found = periods(period)
    return replace(told, period=period, years=found[-1].years if found else (), names=[])


def _indicator(name: str, value: str, told: _Told, baseline: str) -> Indicator:
    return Indicator(Span("", 0, 0), name, value, told.period, told.years, baseline, Status.TARGET, "", "", ())


def _changes(name: str, value: Quantity, clause: str, told: _Told) -> Iterator[Indicator]:
    """A change between two dated values is the two values; anything else is one."""
    ends = periods(clause[value.start : value.end])
    numbers = re.findall(rf"(?<=的){NUMBER}(?:{UNIT})?", clause[value.start : value.end])
    if value.text[:1] in ("从", "由") and len(ends) == len(numbers) == len(("from", "to")):
        for date, number in zip(ends, numbers, strict=True):
            yield _indicator(name, number, replace_period(told, re.sub(r"^[到至]", "", date.written)), "")
        told.period, told.years = re.sub(r"^[到至]", "", ends[1].written), ends[1].years
        return
    yield _indicator(name, value.text, told, told.baseline if contains(value.verb, "falls", "rises") else "")


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence; a comma inside a number, brackets or two parallel conditions parts none."""
    at = 0
    for match in re.finditer(rf"[,，;；。:：]|、(?={YEAR}年\D)|{_GLUED.pattern}", sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if match.group() in (",", "，") and re.match(r"\d{3}(?!\d)", after) and before[-1:].isdigit():
            continue
        if before.count("(") + before.count("（") > before.count(")") + before.count("）") or before.count(
            "《"
        ) > before.count("》"):
            continue
        if re.search(r"\d(?:m2|㎡|平方米|米|人)$", before) and re.match(
            r"[\u4e00-\u9fff]{2,6}\d+\S{1,3}以[上下]的", after
        ):
            continue
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(sentence):
        yield at, len(sentence)


def _blank(clause: str, told: _Told, compared: re.Match[str] | None) -> str:
    """The clause with dates and baseline blanked out; period and baseline are remembered."""
    chars = list(clause)
    if compared:
        told.baseline = compared["base"].strip("的") + (compared["same"] or "")
        chars[compared.start() : compared.end()] = BLANK * (compared.end() - compared.start())
    for date in periods("".join(chars)):
        if "《" in clause[: date.start].rsplit("》", 1)[-1]:
            continue
        if date.years and not _between(clause, date.start):
            told.period, told.years = re.sub(r"^[(（]", "", date.written), date.years
        elif not date.years and not date.written.startswith("每"):
            told.period, told.years = date.written, ()
        chars[date.start : date.end] = BLANK * (date.end - date.start)
    return re.sub(rf"(?:要|应当?|须)?[在于](?={BLANK})", lambda m: BLANK * len(m.group()), "".join(chars))


def _between(clause: str, at: int) -> bool:
    """Whether a date is one end of a change ("从2015年的0.1下降到2020年的0.037")."""
    return clause[:at].endswith(("从", "由")) or ends_with(clause[:at], "falls", "rises")


def _topic(blanked: str) -> str:
    words = _trim(re.split(r"呈|持续|实现了|得到", blanked.replace(BLANK, ""))[0])
    return words if len(words) >= LEAST_NAME_CHARS else ""


def _trim(name: str) -> str:
    return _TAIL.sub("", _LEAD.sub("", name.replace(BLANK, "").strip())).strip(" ,，、;；")


def _named(clause: str, values: list[Quantity]) -> Iterator[tuple[Quantity, str]]:
    """Each value with the words around it that name it."""
    first = ""
    for i, value in enumerate(values):
        before, after = _around(clause, values, i)
        if i and before.count("(") + before.count("（") > before.count(")") + before.count("）"):
            yield value, f"{first}({_trim(re.split(r'[(（]', before)[-1])})" if first else ""
            continue
        name = _one_name(before, value, after)
        if i and first:
            name = _like(first, name, clause[: values[0].start])
        first = first or name
        yield value, name


def _around(clause: str, values: list[Quantity], i: int) -> tuple[str, str]:
    """The words before and after one of the values: those of its own member where the clause lists several."""
    value = values[i]
    before = clause[values[i - 1].end if i else 0 : value.start]
    if i and not re.search(r"[(（][^)）]*$", before):
        before = _before_later(clause, values[i - 1], before, value)
    rest = clause[value.end :]
    if i + 1 == len(values):
        return before, rest
    after = re.sub(r"[(（][^)）]*$", "", clause[value.end : values[i + 1].start])
    if re.match(r"已|其中|均|仍", after):
        return before, ""
    if value.verb == "每" or (value.unit.endswith(_TIMES) and after and "、" not in after):
        return before, rest
    if values[i + 1].is_share and "率" in after:
        return before, after.split("的")[0]
    if "、" in after or re.search(r"[和与及]$", after):
        after = after.rsplit("、", 1)[0] if "、" in after else after[:-1]
        last = clause[values[-1].end :]
        shared = (
            _FRAME.search(last)
            if re.search(r"[对为给]$", before)
            else _SAME_LEVEL.search(last)
            if after.endswith("级")
            else None
        )
        after += shared.group() if shared else ""
    return before, after


_FRAME = re.compile(r"(?:进行|开展|实行|实施|给予|安装|加装).*$")
_SAME_LEVEL = re.compile(r"(?<=级).+$")
MOST_COUNTED_CHARS = 4


def _before_later(clause: str, last: Quantity, before: str, value: Quantity) -> str:
    """What stands before a later value of a clause and is its own."""
    if last.verb == "每":
        return clause[: last.end] + before
    if "、" in before:
        return before.rsplit("、", 1)[-1]
    if (
        before
        and len(before) <= MOST_COUNTED_CHARS
        and not value.verb
        and not re.match(r"已|均|仍|对|[和与及]", before)
    ):
        return clause[: last.start]  # "4个板块17类风险": both count what is told before
    return re.split(r"(?<=[\u4e00-\u9fff])[和与及](?=[^和与及]*$)", before)[-1]


def _one_name(before: str, value: Quantity, after: str) -> str:
    after = re.sub(r"[(（][^()（）]*\d.*$", "", after)
    lead = _LEAD.sub("", before.replace(BLANK, "").strip())
    rest = after.replace(BLANK, "").strip(" 的、")
    by_share = re.search(r"(.*按)照?$", lead)
    if by_share and rest.startswith("比例"):
        return by_share[1] + rest
    if value.is_share or not rest or value.verb.startswith(("达到", "控制")):
        return _trim(before) or (_trim(rest) if value.is_share and not value.verb else "")
    if re.search(r"[对向为由在从给有]$", lead) and value.unit.endswith(_NOUN_ITSELF) and not rest.startswith("员"):
        return f"{lead}…{rest}"
    name = _trim(re.sub(r"(?:至少|约|近|各|仅|只|每|不少于)$", "", lead) + rest)
    return name[1:] if re.match(r"[对将]", name) and not _PREDICATE.search(name) else name


def _like(first: str, name: str, opening: str) -> str:
    """A later member of a list of counts takes the opening words of the first ("增设测速系统3处、诱导屏6处")."""
    if not name:
        return first
    if 2 <= len(name) <= 2 * MOST_COUNTED_CHARS and len(name) < len(first) and first.endswith(name[1:]):
        return first[: -len(name)] + name
    lead = _LEAD.sub("", opening.replace(BLANK, "").strip())
    if re.search(r"[对为给]$", lead):
        return lead + name
    verb = list(_VERBS.finditer(lead))
    if verb and not _VERBS.match(name) and len(name) <= 14 and not re.match(r"死亡|受伤|停产|吊销|责令|打击|率", name):
        return lead[: verb[-1].end()] + name
    return name


def _full_name(name: str, value: Quantity, told: _Told, around: tuple[str, str]) -> str:
    """A name that says nothing by itself, made whole from what the sentence or its paragraph says elsewhere."""
    earlier, following = around
    if _BARE_RATE.match(name):
        longer = re.findall(rf"[\u4e00-\u9fff“”()（）A-Za-z]{{2,}}{name}", earlier)
        return _trim(longer[-1]) if longer else f"{told.topic},{name}" if told.topic else name
    if _BARE_DEATHS.match(name):
        return _OCCURRED.sub("", told.topic) + (f",{name}" if name.startswith("造成") else name.removeprefix("其中"))
    if _MONEY.match(name) and following and not told.head and not following.startswith("其中"):
        return f"{_trim(following)}{_MONEY.match(name)[0]}"  # type: ignore[index]
    if not name:
        joint = told.names[-2:] if value.verb.startswith("分别") else told.names[-1:]
        return "、".join(joint) or told.topic
    if _BARE_COUNT.match(name) and "事故" in told.topic and not told.names:
        return told.topic + name.removeprefix("事故")
    if told.head and len(name) <= 2 * LEAST_NAME_CHARS and not told.head.endswith(name):
        return f"{told.head}:{name}"
    if len(_OFTEN.sub("", name)) < LEAST_NAME_CHARS and told.topic and told.topic != name:
        return f"{told.topic},{name}"
    return name


def _says_reached(sentence: str, found: Indicator, path: tuple[str, ...]) -> bool:
    """Outside a review: whether the words tell a result; without headings, whether they set no aim."""
    at = sentence.find(found.value)
    if re.search(r"目前|累计|已经?(?:建|完|查|有)|截至|截止", sentence[: max(at, 0)]):
        return True
    if path:
        return False
    aims = re.match(rf"到|力争|{YEAR}年底?前", found.period) or re.search(
        r"力争|达到.{0,8}以上|控制在|目标|要求|确保|不少于|不低于|预期|以上。?$|以下。?$|≥", sentence
    )
    return not aims
