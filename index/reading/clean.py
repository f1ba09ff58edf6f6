"""Cleaning: the text of a file -> the text readers see.

Takes out what the web page or the conversion put into a plan (tag debris, portal headers and footers, advertising,
tables of contents, mark-up, line breaks inside sentences). Never changes a fact and never restores lost text: where a
foreign string stood inside a sentence the gap stays visible as 〔…〕.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from index.reading.broken_lines import Edit, broken_lines
from index.types import CleanText, LoadedText, Repair

GAP = "〔…〕"
"""Stands where a foreign string was taken out of a sentence, so that a reader sees that something was there."""


def clean(document_id: str, loaded: LoadedText) -> CleanText:
    """The cleaned text of one file, with its page starts carried along and a count of every kind of repair."""
    text, pages = loaded.text, loaded.page_starts
    repairs: list[Repair] = []
    if heads := _running_heads(text, pages):
        text, pages = _apply(text, pages, heads)
        repairs.append(Repair("running heads of pages", len(heads)))
    for fault, find in _PASSES:
        edits = find(text)
        if edits:
            text, pages = _apply(text, pages, edits)
            repairs.append(Repair(fault, len(edits)))
    return CleanText(document_id, text, pages, tuple(repairs))


def _apply(text: str, pages: tuple[int, ...], edits: list[Edit]) -> tuple[str, tuple[int, ...]]:
    """Make all edits (sorted, not overlapping) and move the page starts with the text."""
    pieces: list[str] = []
    moved: list[int] = []
    waiting = list(pages)
    at = out_chars = 0
    for edit in edits:
        while waiting and waiting[0] < edit.end:
            moved.append(out_chars + max(0, min(waiting.pop(0), edit.start) - at))
        pieces += (text[at : edit.start], edit.new)
        out_chars += edit.start - at + len(edit.new)
        at = edit.end
    moved += [out_chars + page - at for page in waiting]
    pieces.append(text[at:])
    return "".join(pieces), tuple(moved)


LEAST_PAGES = 3
EDGE_LINES = 3
"""Running heads and feet are looked for among so many lines at the top and the bottom of each page."""
HEAD_ON_PAGES = 0.6
# "— 3 —", "第3页", and a number parted by space from a running title; not "第3段正文".
_PAGE_NUMBER = re.compile(r"^\W*(?:第\s*)?\d+(?:\s*页)?\W*$|^\W*\d+\W*\s|\s\W*\d+\W*$")


def _running_heads(text: str, pages: tuple[int, ...]) -> list[Edit]:
    """Lines that stand at the edge of most pages, page numbers aside, and the pages' own numbers: the book's, not the plan's."""
    edges: list[list[tuple[int, int, str]]] = []
    for start, end in pairwise((*pages, len(text))):
        lines = [
            (start + m.start(), start + m.end(), m.group().strip()) for m in re.finditer(r"[^\n]+\n?", text[start:end])
        ]
        lines = [line for line in lines if line[2]]
        edges.append(lines[:EDGE_LINES] + lines[max(EDGE_LINES, len(lines) - EDGE_LINES) :])
    met = Counter(key for lines in edges for key in {_PAGE_NUMBER.sub("#", line[2]) for line in lines})
    running = {key for key, count in met.items() if count >= max(LEAST_PAGES, HEAD_ON_PAGES * len(pages))}
    found = {(a, b) for lines in edges for a, b, line in lines if _PAGE_NUMBER.sub("#", line) in running}
    for page, lines in enumerate(edges, 1):
        found |= {(a, b) for a, b, line in (*lines[:1], *lines[-1:]) if line == str(page)}
    return [Edit(a, b, "") for a, b in sorted(found)]


def _every(pattern: str, new: str = "", flags: int = 0) -> Callable[[str], list[Edit]]:
    compiled = re.compile(pattern, flags)

    def find(text: str) -> list[Edit]:
        return [Edit(m.start(), m.end(), m.expand(new)) for m in compiled.finditer(text) if m.group() != m.expand(new)]

    return find


# --- pages of the site a plan was captured from -----------------------------------------------------------------------

# Words of portal furniture that stand alone on a line: "长者模式 无障碍浏览", "字号:[ ]", "返回顶部", "当前位置:首页>政务公开".
# Not a line of a plan that merely holds such a word: the whole line must consist of them.
_FURNITURE = re.compile(
    r"^[【\[]?(?:(?:长者模式|无障碍(?:浏览|阅读)?|适老(?:化|版)|关怀版|返回(?:顶部|首页)?|(?:当前|您(?:现在|"
    r"所在)的?)?位置\s*[:：].*|首页|"
    r"政府信息公开|政务公开|信息公开|搜索位置|匹配度|排序|搜索|打印(?:本页)?|关闭(?:窗口)?|收藏|"
    r"分享(?:到|至)?.{0,12}|扫一扫.{0,20}|"
    r"字[号体]\s*[:：]?.{0,14}|(?:大|中|小)|浏览(?:次数|量)?\s*[:：]?\s*\d*次?|点击(?:数|量|"
    r"率)\s*[:：]?\s*\d*|责任编辑\s*[:：].*|"
    r"(?:发布)?时间\s*[:：]\s*\d{4}\D.*|来源\s*[:：].*|核心提示\s*[:：].*|上一[篇条].*|下一[篇条].*|"
    r"相关(?:解读|链接|附件|文章|阅读)\s*[:：]?|"
    r"网站地图|联系我们|关于我们|Baidu|map|"
    r"首页(?:\s*[>»›/]+\s*[\u4e00-\u9fff]{2,12})+|打印本[页文]|网站标识码\s*[:：].*|(?:主办|承办)(?:单位)?\s*[:：](?=.*(?:承办|技术支持|维护|版权|备案|$)).*|.*(?:ICP备|公网安备|版权所有).*|[|｜·•\-\s【】\[\]]+)\s*)+$",
    re.IGNORECASE,
)
# A site's own name or address as a line: "酒业信息网", "昆明市应急管理局 yjj.km.gov.cn". Not "加强安全生产监控网".
_SITE_NAME = re.compile(
    r"^(?:.{2,14}(?:信息网|门户网站|政府网|资讯网|新闻网)|.{0,30}\b(?:www\.)?[\w-]+\.(?:gov|com|net|"
    r"org)(?:\.cn)?/?)$"
)
# The first line of a reposting site's legal notice; what follows it to the end of the file is not the plan's.
_NOTICE = re.compile(r"^(?:免责|版权)?声明\s*[:：]?$|^返回顶部$|^※|^①\s*凡本网")

HEAD_SHARE, FOOT_SHARE = 0.12, 0.9
LEAST_EDGE_CHARS = 400
"""Portal furniture is looked for in the first 12% and the last 10% of a text, and in no fewer characters than this at
either end: a plan's own lines fill the rest."""


def _site_lines(text: str) -> list[Edit]:
    edits: list[Edit] = []
    head = max(len(text) * HEAD_SHARE, LEAST_EDGE_CHARS)
    foot = min(len(text) * FOOT_SHARE, len(text) - LEAST_EDGE_CHARS)
    for match in re.finditer(r"[^\n]*\n?", text):
        line = match.group().strip()
        if not line or head < match.start() < foot:
            continue
        if match.start() >= foot and _NOTICE.match(line):
            edits.append(Edit(match.start(), len(text), ""))
            break
        if _FURNITURE.match(line) or _SITE_NAME.match(line):
            edits.append(Edit(match.start(), match.end(), ""))
    return edits


# Advertising put into a page by intruders: a run without punctuation that holds two words of the betting trade,
# "best 365官网体育投注_365bet娱乐投注". Not "依法打击网络赌博", "体育赛事安全" (one word at most).
_AD_WORD = re.compile(
    r"官网|投注|娱乐城?|博彩|彩票|棋牌|百家乐|真人|注册送|体育|bet[a-z\d]*|365|澳门|皇冠|开户|代理", re.IGNORECASE
)
_AD_SURE = re.compile(r"投注|博彩|百家乐|注册送|棋牌|bet[a-z\d]*|365", re.IGNORECASE)
_RUN = re.compile(r"[^\n\s，。、；：,;:()（）《》“”][^\n，。、；：,;:()（）《》“”]*")
# The end of a run that is Chinese prose again: "…投注_博大365" | "等资源环境承载能力".
_AD_TAIL = re.compile(r"(?:等|和|及|与)[\u4e00-\u9fff]{2,}$")


def _advertising(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for match in _RUN.finditer(text):
        run = match.group()
        if len(_AD_WORD.findall(run)) < 2 or not _AD_SURE.search(run):
            continue
        tail = _AD_TAIL.search(run, max(m.end() for m in _AD_WORD.finditer(run)))
        edits.append(Edit(match.start(), match.end() - (len(tail.group()) if tail else 0), GAP))
    return edits


def _trim_lines(text: str) -> list[Edit]:
    """White space at line ends; at line starts too, save the tabs of a table row (empty first or last cells)."""
    edits: list[Edit] = []
    is_row = False
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        # Below a row, a line with one filled cell is a row too, unless it is as good as a paragraph indented by a tab.
        is_row = "\t" in line.strip() or (is_row and "\t" in line and line.count("\t") > 1)
        kept = line.rstrip(" ") if is_row else line.rstrip(" \t")
        if len(kept) < len(line):
            edits.append(Edit(match.start() + len(kept), match.end(), ""))
        lead = len(kept) - len(kept.lstrip(" " if is_row else " \t"))
        if lead and kept.strip():
            edits.append(Edit(match.start(), match.start() + lead, ""))
    return sorted(edits, key=lambda edit: edit.start)


_CJK = "\u4e00-\u9fff"
_BEFORE_DIGITS = re.compile(rf"(?<=[{_CJK}，。、（《]) +(?=\d)")
_AFTER_DIGITS = re.compile(rf"[\d.%]+( +)(?=[{_CJK}，。、）》])")


def _spaces_beside_digits(text: str) -> list[Edit]:
    """Spaces between Chinese and digits; the one after a number that opens a line parts the cells of a table row."""
    edits = [Edit(m.start(), m.end(), "") for m in _BEFORE_DIGITS.finditer(text)]
    for match in _AFTER_DIGITS.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].rstrip(" ")
        if before and before[-1] not in "\n\t-/:":
            edits.append(Edit(*match.span(1), ""))
    return sorted(edits, key=lambda edit: edit.start)


def _full_width(text: str) -> list[Edit]:
    """Read "２０２６年１５％" -> "2026年15%": the same digits in the width of a character."""
    return [Edit(m.start(), m.end(), chr(ord(m.group()) - _FULL_WIDTH)) for m in re.finditer("[０-９％]", text)]


_FULL_WIDTH = ord("０") - ord("0")
_PASSES: tuple[tuple[str, Callable[[str], list[Edit]]], ...] = (
    ("unusual white space", _every(r"[\u00a0\u2002-\u200a\u3000\u202f]", " ")),
    ("full-width digits", _full_width),
    ("invisible characters", _every(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")),
    # "<mark id="h4sia">", "</td>"; not "<自治区三年行动方案>", which is a title inside a title.
    ("HTML tags", _every(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\u4e00-\u9fff]*)?/?>")),
    ("HTML list marks without text", _every(r"(?m)^[ \t]*(?:[•·]|\d+\.)[ \t]*\n")),
    # "**二是死亡人数大幅下降。**2015年"
    ("Markdown marks", _every(r"\*{2,}|(?<=[\u4e00-\u9fff。，])\*(?=[\u4e00-\u9fff])")),
    # "共性问题 and 重大隐患": a translated conjunction; the words around it stay, the foreign one goes.
    ("stray English conjunctions", _every(rf"(?<=[{_CJK}])\s+(?:and|or)\s+(?=[{_CJK}])", " ")),
    # "(一)十三五时期工作成效................ 4"; the heading itself stands again in the text.
    ("table of contents", _every(r"(?m)^.*(?:\.{6,}|…{3,}|·{6,})[ \t]*\d{0,3}[ \t]*$\n?")),
    # "— 12 —", "- 3 -", "·4·", "第5页 共9页" alone on a line.
    (
        "page numbers",
        _every(
            r"(?m)^[ \t]*(?:[-—–―]{1,2}[ \t]*\d{1,3}[ \t]*[-—–―]{1,2}|·[ \t]*\d{1,3}[ \t]*·|"
            r"第[ \t]*\d{1,3}[ \t]*页[ \t,，]*(?:[/／]?[ \t]*共[ \t]*\d{1,3}[ \t]*页)?)[ \t]*\n"
        ),
    ),
    ("site furniture", _site_lines),
    ("advertising", _advertising),
    # "到 2020 年末" -> "到2020年末"
    ("spaces beside digits", _spaces_beside_digits),
    ("broken lines", broken_lines),
    ("surrounding white space", _trim_lines),
    ("empty lines", _every(r"\n{5,}", "\n\n")),
    ("empty lines at the ends", _every(r"\A\n+|\n+\Z")),
)
