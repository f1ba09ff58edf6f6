"""A web page saved in one file (MHTML): the markup of the page among the parts of the message.

Source: RFC 2557. What belongs to the page, pictures and styles, is not read.
"""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from pathlib import Path

from index.errors import CorruptFile
from index.reading.files.decode import declared_charset, decode


def read_mhtml(path: Path, content: bytes) -> tuple[str, tuple[str, ...]]:
    """The markup of the page, and warnings.

    Raises:
        CorruptFile: There is no page in it.
    """
    try:
        message = message_from_bytes(content)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        page = next((part for part in pages if _is_start(part, message)), pages[0] if pages else None)
        markup = page.get_payload(decode=True) if page is not None else None
    except (MessageError, ValueError, LookupError, RecursionError) as exc:
        raise CorruptFile(f"{path.name}: the saved page is damaged ({exc})") from exc
    if page is None or not isinstance(markup, bytes):
        raise CorruptFile(f"{path.name}: not a saved web page, it holds none")
    return decode(path, markup, (page.get_content_charset() or declared_charset(markup)).lower())


def _is_start(part: Message, whole: Message) -> bool:
    """Whether a part is the page itself, and not one of its frames: the whole names it by id or by address."""
    start = whole.get_param("start")
    location = whole.get("Snapshot-Content-Location")
    return (start is not None and part.get("Content-ID") == start) or (
        location is not None and part.get("Content-Location") == location
    )
