"""Whether a file that is an archive, as those of office programs are, is sound and no larger than it may be."""

from __future__ import annotations

import zipfile
from io import BytesIO

from index.errors import CorruptFile, FileTooLarge

MAX_XML_BYTES = 64_000_000  # a plan of 200,000 characters unpacks to about 5 MB
MAX_UNPACKED_BYTES = 256_000_000  # with pictures


def check_archive(name: str, content: bytes, needed: str) -> None:
    """Refuse by the archive's directory alone; unpacking stops at the sizes that it states.

    `needed` is the part without which it is no file of its kind.

    Raises:
        CorruptFile: It is no archive, or one of another kind.
        FileTooLarge: It unpacks to more than a plan can hold.
    """
    kind = name.rpartition(".")[2].upper()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as exc:
        raise CorruptFile(f"{name}: the {kind} is damaged ({exc})") from exc
    if needed not in sizes:
        raise CorruptFile(f"{name}: not a {kind}, its archive has no {needed}")
    xml_bytes = sum(size for member, size in sizes.items() if member.endswith((".xml", ".rels")))
    if xml_bytes > MAX_XML_BYTES or sum(sizes.values()) > MAX_UNPACKED_BYTES:
        size = sum(sizes.values()) / 1_000_000
        raise FileTooLarge(f"{name}: unpacks to {size:.0f} MB, more than a plan can hold", code="unpacks")
