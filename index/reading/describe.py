"""What a plan without a catalogue entry says of itself: title, place, period, issuer, number and date.

Comes in: the cleaned text and what was loaded, whose head may hold the publishing site's form. Goes out: a `Document`
with "" or None where the file does not tell.
"""

from __future__ import annotations

import re

from pypinyin import Style, lazy_pinyin

from index.storage.overrides import Override
from index.types import CleanText, Document, Level, LoadedText

_AS_READ = Override()
_HEAD_CHARS = 3000  # title, letter and the site's form stand before the plan's first chapter
_MAX_TITLE_CHARS = 60
_MAX_ID_CHARS = 40
_PLAN_WORDS = "规划|方案|计划|意见|纲要|要点|预案"
_OPEN, _CLOSE, _COLON = r"[(\uff08]", r"[)\uff09]", r"[:\uff1a|]"  # half and full width

# 《西安市“十四五”安全生产规划》的通知; not a law that the plan is based on, whose name ends otherwise
_QUOTED_TITLE = re.compile(
    rf"《([^《》]{{4,{_MAX_TITLE_CHARS}}}?(?:{_PLAN_WORDS})(?:{_OPEN}[^《》]{{1,20}}{_CLOSE})?)》"
)
# A line that is a title, also in parts: "…印发西安市“十四五”安全生产规划的通知", "…实施方案(2024-2026年)"
_TITLE_LINE = re.compile(
    rf"(?:.*?印发)?《?(?P<title>[^《》>»。;\uff1b:\uff1a\t|]{{4,{_MAX_TITLE_CHARS}}}?(?:{_PLAN_WORDS})(?:{_OPEN}[^(\uff08。]{{1,20}}{_CLOSE})?)》?"
    r"(?:的?(?:通知|批复|公告))?"
)
# 印发《浔港经济开发区成员单位安全生产工作职责》和…: whatever is issued is the title.
_ISSUED_TITLE = re.compile(rf"(?:印发|发布|公布|下发)《([^《》]{{4,{_MAX_TITLE_CHARS}}})》")
# "关于成立…工作专班的通知": a paper that issues nothing is called by its own title.
_NOTICE_LINE = re.compile(r"(?m)^\s*(\S{0,30}关于\S{4,50}的(?:通知|通报|公告|决定|函))\s*$")
_FORM_LABEL = re.compile(rf"^(?:名\s*称|标\s*题|题\s*名)\s*{_COLON}\s*")
_BASED_ON = re.compile("根据|按照|依据|依照|贯彻|落实")

_SUFFIXES = {
    "特别行政区": Level.REGION, "自治区": Level.REGION, "省": Level.REGION, "自治州": Level.PREFECTURE,
    "自治县": Level.COUNTY, "自治旗": Level.COUNTY, "地区": Level.PREFECTURE, "盟": Level.PREFECTURE,
    "州": Level.PREFECTURE, "市": Level.CITY, "县": Level.COUNTY, "区": Level.COUNTY, "旗": Level.COUNTY,
}  # fmt: skip
_RANKS = {"省": "Province", "市": "City", "州": "Prefecture", "地区": "Prefecture", "区": "District", "县": "County"}
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
_PLACE = re.compile(rf"(?:^[㐀-鿿]|[㐀-鿿]{{2,11}}?)(?:{'|'.join(_SUFFIXES)})")
# What ends like a place and names none: 各市, 全市, 开发区, 安全社区, 示范城市; but 晋城市 is one
_NO_PLACE = re.compile(
    r"^[各全本我该两]|^(?:自治[州区县旗]|直辖市|城市|县级市|地级市|市辖区)$|(?:示范|重点|试点|文明|中心|发展)城市$"
    r"|(?:社|小|辖|城|景|矿|库|灾|保护|试验|功能|重点|聚集|集聚|管|行政)区$"
)
# A zone has a name of its own before these words: 浔港经济开发区, 云岭高新技术产业开发区; 开发区 and 产业园区 alone name none.
_ZONE = re.compile(
    r"(?:国家级?|省级|市级)?(?:经济技术|经济|高新技术产业|高新技术|高新|产业|工业|化工|循环经济|现代|物流|综合|示范|转型)*"
    r"(?:开发|集中|集聚|示范|园|新|保税)区$|(?:经开|高新)区$"
)
_LEAST_ZONE_NAME_CHARS = 2
_ZONE_CALLED = ("开发区", "经开区", "高新区", "园区")
"""What people call a zone whatever its full name says."""
_NATIONAL = re.compile("^国务院|^国家|全国|^“?[一二三四五六七八九十]+五”?国家")

_NAMED_IN_ENGLISH = {
    "内蒙古自治区": "Inner Mongolia", "广西壮族自治区": "Guangxi", "西藏自治区": "Tibet", "宁夏回族自治区": "Ningxia",
    "新疆维吾尔自治区": "Xinjiang", "陕西省": "Shaanxi", "香港特别行政区": "Hong Kong", "澳门特别行政区": "Macao",
    "呼和浩特市": "Hohhot", "乌鲁木齐市": "Urumqi", "拉萨市": "Lhasa", "哈尔滨市": "Harbin", "齐齐哈尔市": "Qiqihar",
    "鄂尔多斯市": "Ordos", "呼伦贝尔市": "Hulunbuir", "喀什地区": "Kashgar", "吐鲁番市": "Turpan",
    "克拉玛依市": "Karamay",
}  # fmt: skip
_NATIONALITIES = re.compile(
    "(?:壮族|回族|维吾尔|藏族|苗族|彝族|土家族|布依族|侗族|哈尼族|傣族|白族|傈僳族|景颇族|朝鲜族|羌族|蒙古族?|哈萨克"
    "|柯尔克孜|满族|瑶族|黎族|畲族|锡伯|各族)+$"
)

_FIVE_YEAR = re.compile('[“"]?十([一二三四五六七])五[”"]?|第十([一二三四五六七])个五年')
_YEARS = re.compile(r"(20\d\d)\s*年?\s*[-—–~\uff5e至到]+\s*(20\d\d)\s*年?")
_ONE_YEAR = re.compile(r"(20\d\d)\s*年(?:度)?")
_TWELVES = {character: number for number, character in enumerate("一二三四五六七", 11)}
_FIRST_YEAR_OF_11TH, _YEARS_A_PLAN = 2006, 5

_ISSUER = re.compile(
    rf"(?:发文单位|发文机关|发文机构|印发机关|发布机构|发布单位|制定机关)\s*{_COLON}\s*([㐀-鿿、]{{4,40}})"
)
_OFFICE_LINE = re.compile(r"^\s*([㐀-鿿]{2,30}(?:政府|办公厅|办公室|委员会|局|厅|部|指挥部))\s*$")
_DATE_LINE = re.compile(r"^\s*(20\d\d)年(\d{1,2})月(\d{1,2})日\s*$")
_NUMBER = re.compile(r"[㐀-鿿]{1,12}[〔\[(【\uff08](?:19|20)\d\d[〕\])】\uff09]\s*\d{1,4}\s*号")
_LABELLED_NUMBER = re.compile(rf"(?:发文字号|发布文号|文\s*号)\s*{_COLON}?\s*([^\n|]{{0,40}})")
_DATE_LABELS = ("成文日期", "发文日期", "印发日期", "生成日期")
_PUBLISHED_LABELS = ("发布日期", "发布时间")  # the day on which a site put it up, often later
_LABELLED_DATE = r"{label}\s*[:\uff1a|]?\s*(20\d\d)[-年./](\d{{1,2}})[-月./](\d{{1,2}})"


def describe(clean: CleanText, loaded: LoadedText, edit: Override = _AS_READ) -> Document:
    """Everything a `Document` holds but its id, file and hash, which the builder sets; `edit` goes before the file."""
    head = f"{clean.text[:_HEAD_CHARS]}\n{loaded.text[:_HEAD_CHARS]}"
    stem = _readable(loaded.path.stem)
    read = _title(clean.text[:_HEAD_CHARS]) or _title(head) or stem
    title = edit.title or read
    issuer = _issuer(head)
    national = edit.place == "全国" if edit.place else bool(_NATIONAL.search(read))
    # What was not written over stays as it was read, and so as it was shown, whatever the new title says.
    place = edit.place or ("全国" if national else _place(read) or _place(issuer) or _place(stem) or _place(title))
    place_en = "China" if national else _english_place(place)
    period = edit.period or _period(read) or _period(stem) or _period(title)
    return Document(
        id=document_id(place_en, period, loaded.path.stem),
        title=title,
        title_en=_english_title(title, place_en, period),
        file="",
        sha256="",
        place=place,
        place_en=place_en,
        places=("全国", "国家", "China", "national") if national else _spellings(place, place_en),
        level=Level.COUNTRY if national else _level(place),
        period=period,
        issuer=issuer,
        number=_number(head),
        issued=_issued(head),
    )


def document_id(place_en: str, period: tuple[int, int] | None, stem: str) -> str:
    """An id from place and period as the shipped ones have it (`xian-14th`), else from the file's name."""
    name = _slug(place_en)
    if not name:
        return _slug("".join(_pinyin(stem))) or "plan"
    if period is None:
        return name
    plan = (period[0] - _FIRST_YEAR_OF_11TH) // _YEARS_A_PLAN + 11
    first = _FIRST_YEAR_OF_11TH + (plan - 11) * _YEARS_A_PLAN
    return f"{name}-{plan}th" if period == (first, first + _YEARS_A_PLAN - 1) else f"{name}-{period[0]}"


def _readable(stem: str) -> str:
    return " ".join(stem.replace("_", " ").split())


def _title(head: str) -> str:
    """The first title in a line of its own or in 《》 of the cover letter; "" where there is none."""
    for line in head.splitlines():
        line = _FORM_LABEL.sub("", line.strip(" #*\u3000"))
        alone = _TITLE_LINE.fullmatch(line)
        if alone and not _BASED_ON.match(line):
            return _joined(alone.group("title").removeprefix("关于"))
        quoted = _QUOTED_TITLE.search(line)
        if quoted and not _BASED_ON.search(line[: quoted.start()]):
            return _joined(quoted.group(1))
    issued = _ISSUED_TITLE.search(head)
    noticed = _NOTICE_LINE.search(head)
    return _joined(issued.group(1)) if issued else _joined(noticed.group(1)) if noticed else ""


def _joined(title: str) -> str:
    """Without the spaces that line breaks left between Chinese characters."""
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", " ".join(title.split()))


def _place(text: str) -> str:
    """The last of the places that `text` begins with (陕西省西安市雁塔区 -> 雁塔区), else the longest one in it."""
    found: list[tuple[int, str]] = []
    for match in _PLACE.finditer(text):
        name = re.sub(r"^.*(?:关于|印发|中共|成立|设立|调整|组建)", "", match.group())
        zone = _ZONE.search(name)
        if len(name) > 1 and not _NO_PLACE.search(name) and (not zone or zone.start() >= _LEAST_ZONE_NAME_CHARS):
            found.append((match.start(), name))
    if not found:
        return ""
    chain, end = "", 0
    for start, name in found:
        if start != end:
            break
        chain, end = name, start + len(name)
    return chain or max((name for _, name in found), key=len)


def _level(place: str) -> Level:
    if place in _MUNICIPALITIES:
        return Level.REGION
    return next((level for suffix, level in _SUFFIXES.items() if place.endswith(suffix)), Level.OTHER)


def _short(place: str) -> str:
    """西安市 -> 西安, 凉山彝族自治州 -> 凉山; 沙县 stays, since nobody calls it 沙."""
    zone = _ZONE.search(place)
    if zone and zone.start() >= _LEAST_ZONE_NAME_CHARS:
        return place[: zone.start()]
    suffix = next((suffix for suffix in _SUFFIXES if place.endswith(suffix)), "")
    name = place.removesuffix(suffix)
    name = _NATIONALITIES.sub("", name) or name
    return name if len(name) > 1 else place


def _pinyin(text: str) -> list[str]:
    """The syllables of Chinese characters; other words between hyphens."""
    return lazy_pinyin(text, style=Style.NORMAL, errors=lambda other: f"-{other}-")


def _slug(text: str) -> str:
    """Xi'an -> xian, Inner Mongolia -> inner-mongolia, "-my_plan-" -> my-plan."""
    words = re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")
    return words[:_MAX_ID_CHARS].strip("-")


def _english_place(place: str) -> str:
    """In pinyin with the apostrophe that its rules ask for: Xi'an; "" without a place."""
    if place in _NAMED_IN_ENGLISH or not place:
        return _NAMED_IN_ENGLISH.get(place, "")
    name = ""
    for syllable in _pinyin(_short(place)):
        name += f"'{syllable}" if name and syllable[:1] in "aoe" else syllable
    return name.capitalize()


def _spellings(place: str, place_en: str) -> tuple[str, ...]:
    if not place:
        return ()
    spaced = " ".join(syllable.capitalize() for syllable in _pinyin(_short(place)))
    ranks = (english for suffix, english in _RANKS.items() if place.endswith(suffix) and "自治区" not in place)
    full_en = f"{place_en} {next(ranks, '')}".strip()
    zone = _ZONE.search(place)
    calls = (
        [f"{_short(place)}{kind}" for kind in _ZONE_CALLED] if zone and zone.start() >= _LEAST_ZONE_NAME_CHARS else []
    )
    spellings = (place, *calls, _short(place), place_en, place_en.replace("'", ""), spaced, full_en)
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling))


def _period(text: str) -> tuple[int, int] | None:
    if years := _YEARS.search(text):
        first, last = int(years.group(1)), int(years.group(2))
        return (first, last) if first <= last else None
    if plan := _FIVE_YEAR.search(text):
        first = _FIRST_YEAR_OF_11TH + _YEARS_A_PLAN * (_TWELVES[plan.group(1) or plan.group(2)] - 11)
        return first, first + _YEARS_A_PLAN - 1
    year = _ONE_YEAR.search(text)
    return (int(year.group(1)), int(year.group(1))) if year else None


def _english_title(title: str, place_en: str, period: tuple[int, int] | None) -> str:
    subject = "work safety plan" if "安全生产" in title else "plan"
    years = f"{period[0]}-{period[1]}" if period and period[0] != period[1] else str(period[0]) if period else ""
    return " ".join(part for part in (place_en, subject, years) if part)


def _issuer(head: str) -> str:
    """As the site's form names it, else from the signature: an office's line right above a date."""
    if form := _ISSUER.search(head):
        return form.group(1)
    office = ""
    for line in (line for line in head.splitlines() if line.strip()):
        if office and _DATE_LINE.match(line):
            return office
        signed = _OFFICE_LINE.match(line)
        office = signed.group(1) if signed else ""
    return ""


def _number(head: str) -> str:
    """As labelled, else from a line of its own; numbers inside sentences are other documents'."""
    for labelled in _LABELLED_NUMBER.finditer(head):
        if number := _NUMBER.search(labelled.group(1)):
            return number.group()
    lines = (line.strip() for line in head.splitlines())
    return next((line for line in lines if _NUMBER.fullmatch(line)), "")


def _issued(head: str) -> str:
    """YYYY-MM-DD of the date labelled as the document's own, else of the signature, else of its publication."""
    lines = (_DATE_LINE.match(line) for line in head.splitlines())
    own, published = (
        (re.search(_LABELLED_DATE.format(label=label), head) for label in labels)
        for labels in (_DATE_LABELS, _PUBLISHED_LABELS)
    )
    return next((_iso(date) for date in (*own, *lines, *published) if date), "")


def _iso(found: re.Match[str]) -> str:
    return f"{int(found.group(1))}-{int(found.group(2)):02d}-{int(found.group(3)):02d}"
