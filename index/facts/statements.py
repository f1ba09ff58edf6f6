"""Indicators in running text: what each value of a sentence measures, for when, and compared with what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.facts.aims import looks_back
from index.facts.dates import periods
from index.facts.quantities import BLANK, Quantity, quantities
from index.sentences import split_sentences
from index.types import CleanText, Indicator, Section, Span, Status

# "较2010年的4.2下降48.8%", "与2016年相比", "比“十三五”期末下降15%"; not "同比下降63%", "比例", "较大事故".
BASELINE = re.compile(
    r"(?:与|(?<!同)比(?![例率重不])|较(?![大多小高低长强为])|同(?!比|时))(?P<base>[^,，。;；]{2,14}?)"
    r"(?:(?P<same>同期)?相比|(?:的(?P<value>\d+(?:\.\d+)?%?))?(?=(?:分别)?(?:下降|减少|增加|上升|降低|增长)))"
)
_GLUED = re.compile(r"(?<=[%‰])(?=(?:19|20)\d{2}年)")
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}[是要]|其中|并且?|且|也|同时|另外|此外|特别是|尤其是|力争|确保|到|至|于|在(?=现有)|累计(?=投)|共计?|先后|目前|现有?(?=\d)|[,、\s]|\d{1,2}[.、．](?!\d))+"
)
_TAIL = re.compile(r"(?:的|约|近|共计?|仅|只?有|为|到|至|均|分别|也|已|其|计|各|尚|一般|应当?按?|[,，、;；:：\s]|[(（])+$")
_BARE_RATE = re.compile(r"^[\u4e00-\u9fff]{0,4}率$")
_BARE_DEATHS = re.compile(r"^(?:其中)?(?:死亡|受伤|重伤|失踪)$")
_MONEY = re.compile(r"^(?:累计|总)?(?:投资|投入)(?:资金)?(?:累计)?$")
_OCCURRED = re.compile(r"(?:共?发生|接报)(?:了)?|共$")
_NOUN_ITSELF = ("人次", "人", "小时", "分钟", "秒", "元", "天", "年", "个月", "米", "公里")
_VERBS = re.compile(
    "增设|新增|新建|建设|建成|创建|配置|配备|培训|设置|更新|购置|改造|整治|排查|办理|关闭|取缔|查处|加装|安装|引进|培育|建立|组建|完成|查出|有(?=[^关])"
)
LEAST_NAME_CHARS = 4


@dataclass(slots=True)
class _Told:
    """What a sentence has said so far."""

    topic: str = ""
    period: str = ""
    years: tuple[int, ...] = ()
    baseline: str = ""
    names: list[str] = field(default_factory=list)


def read_statements(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Indicator]:
    """Every figure in a section's own text, in its order."""
    start = section.body_start if section.title else section.span.start
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
            continue
        for value, name in _named(blanked, values):
            full = _full_name(name, told, earlier + sentence[:a], following)
            if len(re.findall(r"[\u4e00-\u9fffA-Za-z]", full)) < LEAST_NAME_CHARS:
                continue
            told.names.append(full)
            told.topic = full
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
    numbers = re.findall(r"(?<=的)\d+(?:\.\d+)?%?", clause[value.start : value.end])
    if value.text[:1] in "从由" and len(ends) == 2 and len(numbers) == 2:
        for date, number in zip(ends, numbers, strict=True):
            written = re.sub(r"^[到至]", "", date.written)
            yield _indicator(name, number, replace_period(told, written), "")
        told.period, told.years = re.sub(r"^[到至]", "", ends[1].written), ends[1].years
        return
    yield _indicator(name, value.text, told, told.baseline)


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence; a comma inside a number, brackets or two parallel conditions parts none."""
    at = 0
    for match in re.finditer(rf"[,，;；。:：]|{_GLUED.pattern}", sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if match.group() in (",", "，") and re.match(r"\d{3}(?!\d)", after) and before[-1:].isdigit():
            continue
        if before.count("(") + before.count("（") > before.count(")") + before.count("）") or before.count("《") > before.count("》"):
            continue
        if re.search(r"\d(?:m2|㎡|平方米|米|人)$", before) and re.match(r"[\u4e00-\u9fff]{2,6}\d+\S{1,3}以[上下]的", after):
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
        if not _between(clause, date.start):
            told.period, told.years = re.sub(r"^[(（]", "", date.written), date.years
        chars[date.start : date.end] = BLANK * (date.end - date.start)
    return "".join(chars)


def _between(clause: str, at: int) -> bool:
    """Whether a date is one end of a change ("从2015年的0.1下降到2020年的0.037")."""
    return bool(re.search(r"(?:从|由|下降|上升|增加|减少|提高)$", clause[:at]))


def _topic(blanked: str) -> str:
    words = _trim(re.split(r"呈|持续|实现了", blanked.replace(BLANK, ""))[0])
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
        before = before.rsplit("、", 1)[-1] if "、" in before else re.split(r"(?<=[\u4e00-\u9fff])[和与及](?=[^和与及]*$)", before)[-1]
    if i + 1 == len(values):
        return before, clause[value.end :]
    after = re.split(r"[(（]", clause[value.end : values[i + 1].start])[0]
    last = clause[values[-1].end :]
    if value.unit.endswith("元") and after and "、" not in after:
        return before, clause[value.end :]
    if "、" in after or re.search(r"[和与及]$", after):
        after = after.rsplit("、", 1)[0] if "、" in after else after[:-1]
        shared = re.search(r"(?:进行|开展|实行|实施|给予|安装|加装).*$" if re.search(r"[对为给]$", before) else r"(?<=级).+$", last)
        if shared and (after.endswith("级") or shared.re.pattern.startswith("(?:进行")):
            after += shared.group()
    return before, after


def _one_name(before: str, value: Quantity, after: str) -> str:
    after = re.split(r"[(（]", after)[0] if not value.is_share else after
    lead = _LEAD.sub("", before.replace(BLANK, "").strip())
    rest = after.replace(BLANK, "").strip(" 的、")
    if value.is_share or not rest or value.verb.startswith(("达到", "控制", "为")):
        return _trim(before) or (_trim(rest) if value.is_share and not value.verb else "")
    if re.search(r"[对向为由在从给]$", lead) and value.unit.endswith(_NOUN_ITSELF) and not rest.startswith("员"):
        return f"{lead}…{rest}"
    return _trim(re.sub(r"(?:至少|约|近|各|仅|只|每|不少于)$", "", lead) + rest)


def _like(first: str, name: str, opening: str) -> str:
    """A later member of a list of counts takes the opening words of the first ("增设测速系统3处、诱导屏6处")."""
    if not name:
        return first
    if 2 <= len(name) < len(first) and first.endswith(name[1:]):
        return first[: -len(name)] + name
    lead = _LEAD.sub("", opening.replace(BLANK, "").strip())
    if re.search(r"[对为给]$", lead):
        return lead + name
    verb = list(_VERBS.finditer(lead))
    if verb and not _VERBS.match(name) and len(name) <= 14 and not re.match(r"死亡|受伤|停产|吊销|责令|打击|率", name):
        return lead[: verb[-1].end()] + name
    return name


def _full_name(name: str, told: _Told, earlier: str, following: str) -> str:
    """A name that says nothing by itself, made whole from what the sentence or its paragraph said before."""
    if _BARE_RATE.match(name):
        longer = re.findall(rf"[\u4e00-\u9fff、“”()（）A-Za-z]{{2,}}{name}", earlier)
        if longer:
            return _trim(longer[-1].rsplit("，", 1)[-1])
        return f"{told.topic},{name}" if told.topic and name != "率" else name
    if _BARE_DEATHS.match(name) or name.startswith("死亡") and len(name) <= 3:
        return _OCCURRED.sub("", told.topic) + name.removeprefix("其中")
    if _MONEY.match(name):
        return f"{_trim(following)}{name}" if following else name
    if not name:
        joint = told.names[-2:] if re.search(r"分别", earlier[-2:]) else told.names[-1:]
        return "、".join(joint) or told.topic
    if len(re.findall(r"[\u4e00-\u9fff]", name)) < LEAST_NAME_CHARS and told.topic and told.topic != name:
        return f"{told.topic},{name}"
    return name


def _says_reached(sentence: str, found: Indicator, path: tuple[str, ...]) -> bool:
    """Outside a review: whether the words tell a result; without headings, whether they set no aim."""
    at = sentence.find(found.value)
    if re.search(r"目前|累计|已经?(?:建|完|查|有)|截至|截止", sentence[: max(at, 0)]):
        return True
    if path:
        return False
    aims = re.match(r"到|力争|20\d\d年底?前", found.period) or re.search(
        r"力争|达到.{0,8}以上|控制在|目标|要求|确保|不少于|不低于|预期|以上。?$|以下。?$|≥", sentence
    )
    return not aims
