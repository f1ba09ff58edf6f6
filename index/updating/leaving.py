"""The files that a person took out of the index or put others in the place of, and when they come back.

The copy of an added file goes to the trash once it is out of the index; a file of the documents folder stays where it is,
and so does any of which papers are left in the index.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from index.settings import Settings
from index.storage.held import HeldDocument, TakenOut
from index.storage.sources import Source, file_of, source_path, to_trash, trash_path
from index.updating.outcomes import Skipped
from index.updating.papers import papers_out

_COPIES = "uploads/"


class Leaving:
    """What is to stay out of the index, by key; `change` numbers the change that is under way."""

    def __init__(self, settings: Settings, taken_out: Mapping[str, TakenOut], change: int) -> None:
        self._settings, self._change = settings, change
        self.taken_out = dict(taken_out)

    def take_out(self, held: HeldDocument, replaced_by: str = "", *, undoing: bool = False) -> None:
        """Take a document out, for another file where one is named; what an undoing takes out, the next does not bring back."""
        change = 0 if undoing else self._change
        one = TakenOut(held.source, held.document.id, held.document.title, held.sha256, replaced_by, change)
        self.taken_out[held.source] = one

    def let_in(self, key: str) -> None:
        """Do not keep a file, or a paper in one, out any longer."""
        self.taken_out.pop(key, None)

    def keeps_out(self, file: str, papers: Collection[str]) -> bool:
        """Whether a file stays out: it went itself, or papers of it went and those that the index knows with them."""
        out = papers_out(file, self.taken_out)
        return file in self.taken_out or (bool(out) and set(papers) <= set(out))

    def returning(self, live: Collection[str]) -> list[TakenOut]:
        """What went of the documents folder in whose place nothing stands any longer, of all `live` files; it is let in."""
        back = [
            one
            for key, one in sorted(self.taken_out.items())
            if one.replaced_by and not key.startswith(_COPIES) and self._file(key).is_file()
            if not self._stands_in(one, live)
        ]
        for one in back:
            self.let_in(one.source)
        return back

    def _stands_in(self, one: TakenOut, live: Collection[str]) -> bool:
        """Whether the file that took its place is in the index, or one that took the place of that."""
        seen: set[str] = set()
        while one.replaced_by not in (*live, "", *seen):
            seen.add(one.replaced_by)
            one = self.taken_out.get(one.replaced_by, TakenOut(""))
        return one.replaced_by in live

    def last(self) -> tuple[TakenOut, ...]:
        """What the last change took out whose files are still there."""
        there = [one for _, one in sorted(self.taken_out.items()) if one.change and self._file(one.source).is_file()]
        last = max((one.change for one in there), default=0)
        return tuple(one for one in there if one.change == last)

    def forget_missing(self, found: Collection[str]) -> None:
        """Forget files that are neither among those that were found nor in the trash."""
        for key in list(self.taken_out):
            if file_of(key) not in found and not (key.startswith(_COPIES) and self._file(key).is_file()):
                self.let_in(key)

    def offered(self, today: Mapping[str, Source]) -> Iterator[Skipped]:
        """The files of the documents folder that were taken out and are no longer what they were then."""
        for key, one in sorted(self.taken_out.items()):
            source = today.get(key)  # not for papers: a file of which some are left is read again
            if source and one.sha256 not in ("", source.sha256):
                told = "was taken out and has changed since; `python -m index add"
                yield Skipped(key, f"{told} {source.path}` brings it back")

    def clear_away(self, live: Collection[str]) -> None:
        """Move the copies of what is out of the index to the trash, but for `live` files, which hold papers that are in it."""
        for key in self.taken_out:
            if key.startswith(_COPIES) and file_of(key) not in live:
                to_trash(key, self._settings.data_dir)

    def _file(self, key: str) -> Path:
        path = source_path(key, self._settings.documents_dir, self._settings.data_dir)
        if key.startswith(_COPIES) and not path.is_file():
            return trash_path(key, self._settings.data_dir)
        return path


def without_copies(taken_out: Mapping[str, TakenOut], live: Collection[str]) -> dict[str, TakenOut]:
    """What stays out when the trash is emptied; what was replaced by a copy in it is by what replaced that.

    Of `live` files, which are in the index still, single papers may stay out.
    """
    left: dict[str, TakenOut] = {}
    for key, one in taken_out.items():
        by = one.replaced_by
        while by.startswith(_COPIES) and by in taken_out:
            by = taken_out[by].replaced_by
        if not key.startswith(_COPIES) or file_of(key) in live:
            left[key] = TakenOut(key, one.document_id, one.title, one.sha256, by, one.change)
    return left
