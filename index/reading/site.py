"""What the site a plan was captured from put around and into it: menus, addresses, notices, advertising.

Takes a text, gives the edits that take those out; where something stood inside a sentence a gap stays visible.
"""

from __future__ import annotations

import re

from index.reading.lines import Edit, is_han, lines_of

GAP = "〔…〕"
"""Stands where a foreign string was taken out of a sentence, so that a reader sees that something was there."""

HEAD_SHARE, FOOT_SHARE = 0.12, 0.9
LEAST_EDGE_CHARS = 400
"""Portal furniture is looked for in the first 12% and the last 10% of a text, and in no fewer characters than this at
either end: a plan's own lines fill the rest."""

# Words of portal furniture: a line of nothing else is none of the plan's, not one that merely holds such a word. What stands
# behind one and a colon, to the end of the line, is the site's too: "当前位置:首页>政务公开", "字号:[ ]", "来源:新华网".
_WORDS_OF_SITES = frozenset(
    "长者模式 无障碍 无障碍浏览 无障碍阅读 适老 适老化 适老版 关怀版 返回 返回顶部 返回首页 首页 政府信息公开 政务公开 信息公开 搜索 "
    "搜索位置 匹配度 排序 打印 打印本页 打印本文 关闭 关闭窗口 收藏 网站地图 联系我们 关于我们 大 中 小 Baidu map 位置 当前位置 "
    "您的位置 您当前的位置 您现在的位置 您所在的位置 责任编辑 来源 核心提示 网站标识码 主办 主办单位 承办 承办单位 字号 字体 浏览 "
    "浏览次数 浏览量 点击数 点击量 点击率 网站首页 上一篇 下一篇 上一条 下一条 相关解读 相关链接 相关附件 相关文章 相关阅读".split()
)
_DATED_LABELS = ("时间", "发布时间")
_ASKED = ("分享", "扫一扫", "字号", "字体")
_MOST_ASKED_CHARS = 24
_FOOTER = ("ICP备", "公网安备", "版权所有")
_SEPARATORS = str.maketrans(dict.fromkeys("【】[]|｜·•-/»›>", " "))
# The first line of a reposting site's legal notice; what follows it to the end of the file is not the plan's.
_NOTICES = ("声明", "免责声明", "版权声明", "返回顶部")
_NOTICE_MARKS = ("※", "①凡本网")
_SITE_NAMES = ("信息网", "门户网站", "政府网", "资讯网", "新闻网")
_ADDRESS_ENDS = (".gov", ".com", ".net", ".org", ".cn")
_MOST_NAME_CHARS = 18


def site_lines(text: str) -> list[Edit]:
    """The furniture at both ends of a text, and everything from a legal notice on."""
    edits: list[Edit] = []
    head = max(len(text) * HEAD_SHARE, LEAST_EDGE_CHARS)
    foot = min(len(text) * FOOT_SHARE, len(text) - LEAST_EDGE_CHARS)
    for one in lines_of(text):
        if head < one.start < foot:
            continue
        line = one.text.strip().replace("：", ":").replace(" :", ":")
        bare = "".join(line.split()).rstrip(":")
        if one.start >= foot and (bare in _NOTICES or bare.startswith(_NOTICE_MARKS)):
            return [*edits, Edit(one.start, len(text), "")]
        if _is_furniture(line) or _is_site_name(line):
            edits.append(Edit(one.start, min(one.end + 1, len(text)), ""))
    return edits


def _is_furniture(line: str) -> bool:
    """Whether a line consists of the site's words; a path of pages from 首页 on is one too."""
    pieces = line.translate(_SEPARATORS).split()
    if any(mark in line for mark in _FOOTER) or (">" in line and pieces[:1] == ["首页"]) or _is_menu(pieces):
        return True
    for at, piece in enumerate(pieces):
        label, colon, rest = piece.partition(":")
        if colon and (
            label in _WORDS_OF_SITES or (label in _DATED_LABELS and (rest or "".join(pieces[at + 1 :]))[:4].isdecimal())
        ):
            return True
        if piece.startswith(_ASKED):
            return len(" ".join(pieces[at:])) <= _MOST_ASKED_CHARS
        if piece not in _WORDS_OF_SITES:
            return False
    return True


def _is_menu(pieces: list[str]) -> bool:
    """Whether a line is a row of a site's short headings: "首页 走进云泽 新闻中心 政务公开"."""
    own = sum(piece in _WORDS_OF_SITES for piece in pieces)
    return len(pieces) >= _LEAST_HEADINGS and own >= _LEAST_OWN and all(len(p) <= _MOST_HEADING_CHARS for p in pieces)


_LEAST_HEADINGS, _LEAST_OWN, _MOST_HEADING_CHARS = 4, 2, 6


def _is_site_name(line: str) -> bool:
    """Whether a line is a site's own name or address: "酒业信息网", "昆明市应急管理局 yjj.km.gov.cn"; not "加强安全生产监控网"."""
    named = line.endswith(_SITE_NAMES) and len(line) <= _MOST_NAME_CHARS
    address = line.lower().rstrip("/").split()[-1:]
    return named or (
        bool(address) and address[0].endswith(_ADDRESS_ENDS) and len(line) - len(address[0]) <= _MOST_NAME_CHARS
    )


# Advertising put into a page by intruders: a run without punctuation that holds two words of the betting trade,
# "best 365官网体育投注_365bet娱乐投注". Not "依法打击网络赌博", "体育赛事安全" (one word at most).
_SURE_WORDS = ("投注", "博彩", "百家乐", "棋牌", "365")
_WORDS = (*_SURE_WORDS, "注册送", "bet", "官网", "娱乐", "彩票", "真人", "体育", "澳门", "皇冠", "开户", "代理")
_RUN = re.compile(r"[^\n\s，。、；：,;:()（）《》“”][^\n，。、；：,;:()（）《》“”]*")
_LEAST_TAIL_CHARS = 3


def advertising(text: str) -> list[Edit]:
    """The runs of advertising, each up to where Chinese prose goes on: "…投注_博大365" | "等资源环境承载能力"."""
    edits: list[Edit] = []
    if not any(word in text for word in _SURE_WORDS):
        return edits
    for match in _RUN.finditer(text):
        run = match.group().lower()
        if not any(word in run for word in _SURE_WORDS) or sum(map(run.count, _WORDS)) < 2:
            continue
        last = max(run.rfind(word) + len(word) for word in _WORDS if word in run)
        tail = next((at for at in range(last, len(run)) if run[at] in "等和及与"), len(run))
        is_prose = len(run) - tail >= _LEAST_TAIL_CHARS and all(map(is_han, run[tail:]))
        edits.append(Edit(match.start(), match.start() + (tail if is_prose else len(run)), GAP))
    return edits
