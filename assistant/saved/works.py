"""Saved work in the database: each piece with its versions, of which the first and the last ones are kept.

Nothing that was saved is lost by what another saves: who saves over a version that is no longer the newest makes a newer
one all the same, and both can be gone back to. Titles and bodies come from browsers, and are held to limits: where there is
no room, what the page saved by itself and nobody touched gives way, the oldest first.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter, ValidationError

from assistant.errors import WorkError, WorkGone
from assistant.saved.types import Base, Draft, Removed, Version, Work, WorkHead
from index.settings import Settings
from index.storage.records import Kind, Records, Together, records_together

MAX_WORKS = 5_000
"""More than an office makes in years; the next one is refused, for nothing that somebody meant to keep is thrown away."""
MAX_CHARS = 1_000_000_000
"""Of all versions of all saved work: a disk is not to be filled by it."""
MAX_BODY_CHARS = 4_000_000
"""A pack of a whole day over twenty plans takes a tenth of it."""
MAX_TITLE_CHARS, MAX_ABOUT_CHARS, MAX_TEXT_CHARS = 200, 300, 4_000
FIRST_VERSIONS, LAST_VERSIONS = 1, 20
"""Versions that are kept: what was made, and the last ones."""
SAME_SITTING = timedelta(minutes=5)
"""What the page saves by itself within this time of the first is one version."""
MAX_ID_CHARS = 64
_ID_BYTES = 9
"""Twelve characters that nobody guesses."""
_DIGEST_CHARS = 16

_HEAD = TypeAdapter(WorkHead)


class Works:
    """All saved work; may be shared between threads.

    Each method raises:

    WorkGone: There is no such piece of work, or no such version.
    StoreError, IndexBusy: The database cannot be read or written.
    """

    def __init__(self, settings: Settings, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`now` tells the time."""
        self._settings, self._now = settings, now

    def save(self, draft: Draft, base: Base | None = None, *, automatic: bool = False, aside: str = "") -> WorkHead:
        """Keep a draft as the next version of what it goes on from, or as a new piece of work.

        The base's id is taken for a new piece of work, where there is none of it. What is saved `automatic` shortly after
        the like takes its place, if it goes on from it. With `aside`, what goes on from a version that is no longer the
        newest is a piece of its own of that title.

        Raises:
            WorkError: It is too large, or there is no room for another.
        """
        if len(draft.body) > MAX_BODY_CHARS:
            raise WorkError("this is too large to be saved", code="work_large")
        draft = _held_to_limits(draft)
        with self._changing() as together:
            head = _head_of(together, base.id) if base else None
            if head is not None and head.kind is not draft.kind:
                raise WorkError("this is saved work of another kind", code="work_kind")
            if base is None or head is None:
                wished = base.id if base and is_work_id(base.id) else _new_id()
                return self._new(together, draft, wished, unasked=automatic and base is None)
            if head.digest == _digest(draft.body):
                return head
            if aside and base.version != head.version:
                return self._new(together, replace(draft, title=tidy(aside, MAX_TITLE_CHARS)), _new_id())
            return self._continued(together, draft, head, follows=automatic and base.version == head.version)

    def says(self, work_id: str, draft: Draft) -> WorkHead | None:
        """The piece of work, if its newest version is what a draft holds."""
        head = self.find(work_id)
        return head if head and (head.kind, head.digest) == (draft.kind, _digest(draft.body)) else None

    def get(self, work_id: str, version: int = 0) -> Work:
        """A version of a piece of work, the newest without a number."""
        head = self.head(work_id)
        number = version or head.version
        found = self._records(Kind.WORK_VERSIONS).get(_key(head.id, number))
        if found is None:
            raise WorkGone(f"there is no version {number} of {work_id!r}", code="work_version_gone")
        return Work(head.id, head.kind, head.title, head.made, head.changed, number, found.body, head.about)

    def head(self, work_id: str) -> WorkHead:
        """A piece of work without what it holds."""
        head = self.find(work_id)
        if head is None:
            raise _gone(work_id)
        return head

    def find(self, work_id: str) -> WorkHead | None:
        """The same, if there is such a piece of work."""
        record = self._records(Kind.WORKS).get(work_id) if is_work_id(work_id) else None
        return _read(record.body) if record else None

    def heads(self) -> tuple[WorkHead, ...]:
        """All of them, the last changed first; one that is damaged is left out."""
        read = (_read(record.body) for record in self._records(Kind.WORKS).all())
        return tuple(sorted((head for head in read if head), key=lambda head: (head.changed, head.id), reverse=True))

    def versions(self, work_id: str) -> tuple[Version, ...]:
        """Its versions, the newest first."""
        return self.head(work_id).versions[::-1]

    def rename(self, work_id: str, title: str) -> WorkHead:
        """Give it another title; one without a word changes nothing."""
        with self._changing() as together:
            head = _wanted(together, work_id)
            renamed = replace(head, title=tidy(title, MAX_TITLE_CHARS) or head.title, unasked=False)
            _put(together, renamed)
        return renamed

    def copy(self, work_id: str, title: str) -> WorkHead:
        """Another piece of work that begins with the newest version of this."""
        work, head = self.get(work_id), self.head(work_id)
        called = tidy(title, MAX_TITLE_CHARS) or work.title
        draft = Draft(work.kind, called, work.body, work.about, head.versions[-1].lines, head.text)
        with self._changing() as together:
            return self._new(together, draft, _new_id())

    def remove(self, work_id: str) -> Removed:
        """Delete it with all its versions."""
        with self._changing() as together:
            head = _wanted(together, work_id)
            held = ((one.number, together.get(Kind.WORK_VERSIONS, _key(head.id, one.number))) for one in head.versions)
            removed = Removed(head, tuple((number, record.body) for number, record in held if record))
            _remove(together, head.id)
        return removed

    def put_back(self, removed: Removed) -> WorkHead:
        """What was removed as it was; where somebody has made a piece of work of that id meanwhile, that one stays.

        Raises:
            WorkError: There is no room for it any more.
        """
        head = removed.head
        with self._changing() as together:
            if there := _head_of(together, head.id):
                return there
            _make_room(together, sum(len(body) for _, body in removed.bodies), one_more=True)
            for number, body in removed.bodies:
                together.put(Kind.WORK_VERSIONS, _key(head.id, number), body)
            _put(together, head)
        return head

    def go_back(self, work_id: str, version: int) -> WorkHead:
        """Make what an earlier version holds the newest one."""
        work = self.get(work_id, version)
        lines = next((one.lines for one in self.versions(work_id) if one.number == version), 0)
        return self.save(Draft(work.kind, work.title, work.body, work.about, lines), Base(work_id))

    def _new(self, together: Together, draft: Draft, work_id: str, *, unasked: bool = False) -> WorkHead:
        _make_room(together, len(draft.body), one_more=True)
        now = self._time()
        first = Version(1, now, now, draft.lines, chars=len(draft.body))
        about, digest = draft.about, _digest(draft.body)
        head = WorkHead(work_id, draft.kind, draft.title, now, now, 1, about, digest, (first,), unasked, draft.text)
        together.put(Kind.WORK_VERSIONS, _key(work_id, 1), draft.body)
        _put(together, head)
        return head

    def _continued(self, together: Together, draft: Draft, head: WorkHead, *, follows: bool) -> WorkHead:
        """The next version; `follows` tells that it was saved by itself, by one who had the last version before them."""
        _make_room(together, len(draft.body), besides=head.id)
        now, number = self._time(), head.version + 1
        last = head.versions[-1]
        replaces = follows and last.automatic and self._now() - datetime.fromisoformat(last.begun) < SAME_SITTING
        version = Version(number, now, last.begun if replaces else now, draft.lines, follows, len(draft.body))
        earlier = head.versions[:-1] if replaces else head.versions
        kept = _thinned((*earlier, version))
        together.put(Kind.WORK_VERSIONS, _key(head.id, number), draft.body)
        held = {_key(head.id, one.number) for one in kept}
        left = [key for key in together.keys(Kind.WORK_VERSIONS, _key(head.id)) if key not in held]
        together.remove(Kind.WORK_VERSIONS, left)
        digest = _digest(draft.body)
        about, text = draft.about or head.about, draft.text or head.text
        changed = replace(head, changed=now, version=number, about=about, digest=digest, versions=kept, text=text)
        changed = replace(changed, unasked=False)
        _put(together, changed)
        return changed

    def _time(self) -> str:
        return self._now().isoformat(timespec="milliseconds")

    def _changing(self) -> AbstractContextManager[Together]:
        return records_together(self._settings, Kind.WORK_VERSIONS, Kind.WORKS)

    def _records(self, kind: Kind) -> Records:
        return Records(self._settings, kind, MAX_WORKS)


def tidy(text: str, limit_chars: int) -> str:
    """A text on one line, cut; a browser may send halves of characters, which could not be written."""
    return " ".join(text[: 4 * limit_chars].split())[:limit_chars].encode("utf-8", "replace").decode()


def _held_to_limits(draft: Draft) -> Draft:
    title, about = tidy(draft.title, MAX_TITLE_CHARS), tidy(draft.about, MAX_ABOUT_CHARS)
    return replace(draft, title=title, about=about, text=tidy(draft.text, MAX_TEXT_CHARS))


def _make_room(together: Together, chars: int, *, one_more: bool = False, besides: str = "") -> None:
    """Delete what nobody asked to be saved, the oldest first, until there is room.

    Raises:
        WorkError: There is none.
    """
    heads = {head.id: head for head in filter(None, (_read(record.body) for record in together.all(Kind.WORKS)))}
    count = len(together.keys(Kind.WORKS, "")) + one_more
    chars += sum(version.chars for head in heads.values() for version in head.versions)
    spare = sorted(
        (head for head in heads.values() if head.unasked and head.id != besides), key=lambda one: one.changed
    )
    for head in spare:
        if count <= MAX_WORKS and chars <= MAX_CHARS:
            return
        _remove(together, head.id)
        count, chars = count - 1, chars - sum(version.chars for version in head.versions)
    if count > MAX_WORKS:
        raise WorkError(f"{MAX_WORKS} pieces of work are saved already", code="work_many", limit=str(MAX_WORKS))
    if chars > MAX_CHARS:
        raise WorkError("there is no room for more saved work", code="work_full")


def _remove(together: Together, work_id: str) -> None:
    together.remove(Kind.WORKS, [work_id])
    together.remove(Kind.WORK_VERSIONS, together.keys(Kind.WORK_VERSIONS, _key(work_id)))


def _thinned(versions: Sequence[Version]) -> tuple[Version, ...]:
    if len(versions) <= FIRST_VERSIONS + LAST_VERSIONS:
        return tuple(versions)
    return (*versions[:FIRST_VERSIONS], *versions[-LAST_VERSIONS:])


def _head_of(together: Together, work_id: str) -> WorkHead | None:
    record = together.get(Kind.WORKS, work_id) if is_work_id(work_id) else None
    return _read(record.body) if record else None


def _wanted(together: Together, work_id: str) -> WorkHead:
    head = _head_of(together, work_id)
    if head is None:
        raise _gone(work_id)
    return head


def _gone(work_id: str) -> WorkGone:
    return WorkGone(f"there is no saved work {work_id[:MAX_ID_CHARS]!r}")


def _put(together: Together, head: WorkHead) -> None:
    together.put(Kind.WORKS, head.id, _HEAD.dump_json(head).decode())


def _read(body: str) -> WorkHead | None:
    try:
        return _HEAD.validate_json(body)
    except ValidationError:
        return None


def _key(work_id: str, version: int = 0) -> str:
    """What a version is kept under; without a number, what all keys of the work begin with."""
    return f"{work_id}:{version:06d}" if version else f"{work_id}:"


def _new_id() -> str:
    return secrets.token_urlsafe(_ID_BYTES)


def is_work_id(text: str) -> bool:
    """Whether a text may be an id: letters, digits, "-" and "_" alone."""
    return 0 < len(text) <= MAX_ID_CHARS and text.isascii() and text.replace("-", "a").replace("_", "a").isalnum()


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:_DIGEST_CHARS]
