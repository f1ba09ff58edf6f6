"""Web pages."""

from __future__ import annotations

from random import Random

from benchmarks.bad_files.bad_file import HEAD, BadFile


def nested(random: Random) -> BadFile:
    """Elements in elements, deeper than any page."""
    tag = random.choice(("span", "div", "table", "ul", "b", "font", "table><tr><td", "p", "a", "blockquote", "x"))
    depth = random.choice((300, 10_000, 100_000))
    close = f"</{tag.split('>')[0]}>" * depth if random.random() < 0.5 else ""
    return page(f"<{tag}>" * depth + "安全生产" + close)


def breaks(random: Random) -> BadFile:
    """Breaks, rules and entities without end."""
    unit = random.choice(
        ("<br>", "<br/>\n", "<hr>", "<p>", "</p>", "<!-- -->", "&nbsp;", "&amp;", "&#xD800;", "<", ">", "<a ", "&")
    )
    return page(HEAD + unit * random.choice((10_000, 300_000)))


def spans(random: Random) -> BadFile:
    """Cells over more columns and rows than there are."""
    number = random.choice(("900000000", "9" * 5_000, "-1", "1e9", "100", "٣", ""))
    cell = f'<td colspan="{number}" rowspan="{random.choice((number, "100"))}">安</td>'
    rows = f"<tr>{cell * random.choice((2, 100, 2_000))}</tr>" + "<tr><td>安</td><td>1</td></tr>" * random.choice(
        (1, 500)
    )
    return page(f"<table>{rows}</table>")


def charsets(random: Random) -> BadFile:
    """A page that says it is written in what is no encoding of text."""
    name = random.choice(
        "rot13 hex zip bz2 base64 idna punycode utf-7 undefined unicode_escape big5 no-such uu mbcs".split()
    )
    body = "安全".encode("gb18030") + b"\xff\xfe" + b"a" * 50_000 + "-安".encode("gb18030") * 1_000
    return BadFile("page.html", f'<html><meta charset="{name}"><p>'.encode() + body)


def attributes(random: Random) -> BadFile:
    """An element with more attributes, or a longer one, than any."""
    many = random.choice((1_000, 100_000))
    inside = random.choice((" ".join(f"a{n}=1" for n in range(many)), f'class="{"x " * many}"', "x" * many))
    return page(f"<p {inside}>安全</p>")


def page(body: str) -> BadFile:
    """A page with this body."""
    return BadFile("page.html", f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode())


def escaped(text: str) -> str:
    """A text as mark-up writes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
