"""The files in a zip archive, each under its own name, with no more in it than may be unpacked and nothing outside of it.

Archives that Chinese Windows makes name their members in GBK and do not say so.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from index.errors import CorruptFile, EncryptedFile, FileTooLarge, UnknownFileType, megabytes
from index.storage.sources import belongs_to_page

MOST_MEMBERS = 500
_MOST_BYTES = 500_000_000
"""Of all members together, unpacked."""
_ENCRYPTED, _UTF8 = 0x1, 0x800  # bits of a member's flags (APPNOTE.TXT, 4.4.4)
_ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
_SYSTEM_FOLDER = "__MACOSX"
_SYSTEM_FILES = ("thumbs.db", "desktop.ini")
_NO_NAMES = str.maketrans(dict.fromkeys('<>:"|?*\\/', "_"))
_MOST_NAME_BYTES = 200


def zip_members(path: Path, max_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file in the archive at `path`, as they stand in it.

    Folders, what systems put into archives and what belongs to saved web pages is left out.

    Raises:
        CorruptFile: It is damaged, or no archive.
        EncryptedFile: It needs a password.
        UnknownFileType: There is an archive in it.
        FileTooLarge: It holds too many files, or too large ones.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(path.name, archive)
            for name, member in members:
                with archive.open(member) as file:
                    content = file.read(max_bytes + 1)
                if len(content) > max_bytes:
                    limit = megabytes(max_bytes)
                    raise FileTooLarge(f"{path.name}: {name} in it is larger than the limit of {limit} MB", limit=limit)
                yield name, content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as exc:
        raise CorruptFile(f"{path.name}: the ZIP is damaged ({exc})") from exc


def _members(archive_name: str, archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    """What is to be read, by the archive's directory alone."""
    paths = {PurePosixPath(_name(member)): member for member in archive.infolist() if not member.is_dir()}
    wanted = {path: member for path, member in paths.items() if _is_wanted(path) and not belongs_to_page(path, paths)}
    if any(member.flag_bits & _ENCRYPTED for member in wanted.values()):
        raise EncryptedFile(f"{archive_name}: the ZIP needs a password; unpack it and add the files")
    if inner := next((path.name for path in wanted if path.suffix.lower() in _ARCHIVES), ""):
        raise UnknownFileType(
            f"{archive_name}: holds another archive, {inner}; unpack it and add the files",
            code="archive_inside",
            name=inner,
        )
    if len(wanted) > MOST_MEMBERS or sum(member.file_size for member in wanted.values()) > _MOST_BYTES:
        raise FileTooLarge(
            f"{archive_name}: holds more than {MOST_MEMBERS} files or {megabytes(_MOST_BYTES)} MB; add it in parts",
            code="unpacks",
        )
    return [(_safe(path.name), member) for path, member in wanted.items()]


def _is_wanted(path: PurePosixPath) -> bool:
    named = (part for part in path.parts if part != "..")  # where a name leads does not matter, only its end is used
    hidden = any(part.startswith((".", "~$")) or part == _SYSTEM_FOLDER for part in named)
    return not hidden and path.name.lower() not in _SYSTEM_FILES


def _name(member: zipfile.ZipInfo) -> str:
    """The path of a member; where it is not said to be UTF-8, the library took it for the code page of early PCs."""
    name = member.orig_filename
    if not member.flag_bits & _UTF8:
        try:
            written = name.encode("cp437")
        except UnicodeError:
            return name
        for encoding in ("utf-8", "gb18030"):
            try:
                name = written.decode(encoding)
                break
            except UnicodeError:
                continue
    return name.replace("\\", "/")


def _safe(name: str) -> str:
    """The name of a file that any system can hold."""
    bare = "".join(sign for sign in name if sign.isprintable()).translate(_NO_NAMES)
    stem, suffix = PurePosixPath(bare).stem, PurePosixPath(bare).suffix
    return stem.encode()[:_MOST_NAME_BYTES].decode(errors="ignore") + suffix[:_MOST_SUFFIX_CHARS]


_MOST_SUFFIX_CHARS = 16
