"""The files of today beside those that the index was read from: what is new, what is gone, what cannot be read again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from index.errors import SourcesMissing
from index.settings import Settings
from index.storage.held import HeldDocument
from index.storage.overrides import override_path
from index.storage.sources import Source, file_of, find_sources, is_damaged_copy, source_path
from index.updating.outcomes import Skipped

Entries = Mapping[str, Sequence[HeldDocument]]
"""The documents of the index by the keys of their files, each of which holds one or more."""


@dataclass(frozen=True, slots=True)
class FilesOfToday:
    """All files that the index is to be read from, by key, and what is to be told of those that it cannot be.

    `found` are the keys of files that are there, `lost` those of copies that cannot be read again.
    """

    sources: Mapping[str, Source]
    found: frozenset[str]
    lost: frozenset[str]
    skipped: tuple[Skipped, ...]


def files_as_held(entries: Entries, settings: Settings) -> dict[str, Source]:
    """The files as they were read, none of them looked at."""
    folders = settings.documents_dir, settings.data_dir
    return {
        key: Source(
            key,
            source_path(key, *folders),
            held[0].sha256,
            held[0].size,
            held[0].changed,
            override_path(key, settings.data_dir),
        )
        for key, held in entries.items()
    }


def files_of_today(
    settings: Settings, entries: Entries, catalogued: Collection[str], earlier: Collection[str]
) -> FilesOfToday:
    """All files of today, and those of documents that stay although their copies are gone.

    `catalogued` are the keys of files that the catalogue describes, `earlier` of those that an index before this one held.

    Raises:
        SourcesMissing: The documents folder holds none of the files that were read from it.
    """
    known = {key: (one.size, one.changed, one.sha256) for key, (one, *_) in entries.items()}
    sources = {one.key: one for one in find_sources(settings.documents_dir, settings.data_dir, known)}
    found = frozenset(sources)
    _refuse_a_wrong_folder(settings, sources, entries, earlier)
    skipped = [
        Skipped(key, "stands in the catalogue, but there is no such file") for key in sorted(set(catalogued) - found)
    ]
    lost = {key for key in entries if key.startswith("uploads/") and key not in found}
    lost |= {key for key, source in sources.items() if is_damaged_copy(source)}
    as_held = files_as_held(entries, settings)
    for key in sorted(lost):
        skipped.append(Skipped(key, _told_lost(key, entries, gone=key not in found)))
        sources.pop(key, None)
        if key in as_held:
            sources[key] = as_held[key]
    return FilesOfToday(sources, found, frozenset(lost), tuple(skipped))


def _told_lost(key: str, entries: Entries, *, gone: bool) -> str:
    """What to do about a copy of an added file that is no longer there, or no longer what was added."""
    fault = "the copy is gone" if gone else "the copy is damaged"
    if key not in entries:
        return f"{fault}; add the file again"
    return f"{fault}; the plan stays as it was read, `python -m index remove {entries[key][0].document.id}` ends it"


def _refuse_a_wrong_folder(
    settings: Settings, sources: Mapping[str, Source], entries: Entries, earlier: Collection[str]
) -> None:
    """Stop where every file of the documents folder is gone at once, under its name and under any other."""
    own = [key for key in {*entries, *map(file_of, earlier)} if key.startswith("documents/")]
    contents = {source.sha256 for source in sources.values()}
    if own and not any(key in sources or (key in entries and entries[key][0].sha256 in contents) for key in own):
        folder = settings.documents_dir
        raise SourcesMissing(
            f"{folder}: none of the {len(own)} plans of the index lies there; set PLANS_DOCUMENTS_DIR to their folder, "
            "or PLANS_DATA_DIR to another place for an index of other plans",
            folder=str(folder),
            count=str(len(own)),
        )
