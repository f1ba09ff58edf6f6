"""A made paper as the web page of an office: its site's navigation before it, and what a site puts after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from evals.reading.made_papers import ABOVE, LEFT, Block, Rows, merges

_HEAD = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}_政务公开</title>
<style>.hide {{ display: none }}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li>
<li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/wj/">政策文件</a></div>
<div class="content">
"""
_FOOT = """</div>
<div class="share"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
<div class="footer"><p><a href="/about/">网站地图</a> | <a href="/contact/">联系我们</a></p></div>
</body></html>
"""


def web_page(blocks: Sequence[Block]) -> str:
    """The paper as HTML: its title as one heading of two lines, sections as bold paragraphs, notes at the end."""
    title = "".join(block["title"] for block in blocks if "title" in block)
    lines = [_HEAD.format(title=escape(title))]
    notes: list[str] = []
    for is_title, members in groupby(blocks, key=lambda block: "title" in block):
        if is_title:
            lines.append(f"<h1>{'<br>'.join(escape(block['title']) for block in members)}</h1>")
        else:
            lines += (_block(block, notes) for block in members)
    lines += (f"<p>[{number}] {escape(note)}</p>" for number, note in enumerate(notes, start=1))
    return "\n".join((*lines, _FOOT))


def _block(block: Block, notes: list[str]) -> str:
    (kind, value), *_ = block.items()
    if kind == "table":
        return (
            f'<p style="text-align:center">{escape(value["caption"])}</p>\n<table border="1">\n{_rows(value)}\n</table>'
        )
    text = escape(value)
    if "note" in block:
        notes.append(block["note"])
        text += f"<sup>[{len(notes)}]</sup>"
    if kind in ("h1", "h2"):
        text = f"<strong>{text}</strong>"
    style = f' style="text-align:{kind}"' if kind in ("center", "right") else ""
    return f"<p{style}>{text}</p>"


def _rows(table: Block) -> str:
    rows: Rows = table["rows"]
    spans = {
        (top, left): f' rowspan="{bottom - top + 1}" colspan="{right - left + 1}"'
        for top, left, bottom, right in merges(rows)
    }
    return "\n".join(
        f"<tr>{''.join(_cells(row, number, 'th' if number < table['head'] else 'td', spans))}</tr>"
        for number, row in enumerate(rows)
    )


def _cells(row: Sequence[str], number: int, tag: str, spans: dict[tuple[int, int], str]) -> Iterator[str]:
    for column, text in enumerate(row):
        if text not in (ABOVE, LEFT):
            yield f"<{tag}{spans.get((number, column), '')}>{escape(text)}</{tag}>"
