"""Old office formats through LibreOffice, where it is installed: bytes of one format in, bytes of another out.

Each call has a profile folder of its own, so that two at once do not meet, and one that switches macros and links off.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import CorruptFile, TakesTooLong, UnknownFileType

_NAMES = ("soffice", "libreoffice", "soffice.com")
_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_MOST_SECONDS = 90.0
"""A paper takes two seconds, and so does the start; a file on which the program hangs must not hold up the others."""

# What a file may not make the program do: run macros, fetch what it links to (the schema of registrymodifications.xcu).
_OFF = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop>
</item>
</oor:items>
"""


def converted(path: Path, content: bytes, suffix: str, target: str) -> bytes:
    """The content of a file, which is of the type `suffix`, in the format `target` ("docx", "xlsx", "pptx").

    Raises:
        UnknownFileType: LibreOffice is not installed.
        CorruptFile: It cannot open the file.
        TakesTooLong: It does not come to an end.
    """
    office = program()
    if office is None:
        raise UnknownFileType(
            f"{path.name}: LibreOffice is needed to read {suffix} files; install it, or save the file as {target.upper()}",
            code="office_file",
            suffix=suffix,
            target=target.upper(),
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile, source = Path(folder, "profile"), Path(folder, f"paper{suffix}")
        source.write_bytes(content)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_OFF, encoding="utf-8")
        settings = f"-env:UserInstallation={profile.as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--nologo", "--convert-to", target, "--outdir", folder]
        if not _run([office, settings, *options, str(source)]):
            limit = f"{_MOST_SECONDS:g}"
            raise TakesTooLong(f"{path.name}: LibreOffice takes more than {limit} seconds for it", limit=limit)
        try:
            return source.with_suffix(f".{target}").read_bytes()
        except OSError as exc:
            raise CorruptFile(
                f"{path.name}: LibreOffice cannot open it; it is damaged, needs a password or is no {suffix} file"
            ) from exc


def program() -> str | None:
    """The path of LibreOffice: from the search path, else where its installers put it."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    for place in map(Path, _USUAL_PLACES):
        found_there = (
            sorted(Path(place.anchor).glob(place.relative_to(place.anchor).as_posix())) if place.anchor else []
        )
        if found_there:
            return str(found_there[-1])  # of several versions the latest
    return None


def _run(command: list[str]) -> bool:
    """Run the program to its end, whatever that is; False where it had to be stopped."""
    nothing = subprocess.DEVNULL
    with _without_limit_of_memory():
        process = subprocess.Popen(
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )  # a session of its own: the program starts others, which must end with it
    try:
        process.wait(_MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


@contextmanager
def _without_limit_of_memory() -> Iterator[None]:
    """Let a program that is started be under no limit of this process's, which counts what it has mapped and never uses."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
