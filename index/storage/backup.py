"""`index backup` and `index restore`: everything that cannot be made again, in one zip file.

    manifest.json                form of the tables, and SHA-256 of every other member
    plans.db                     a consistent copy of the database, as SQLite whatever it lies in
    uploads/<hash>/plan.pdf      the added files
    edits/<hash>.json            what was written over descriptions
    translations/<id>.en.tsv     translations that were made of plans on file

Chroma is filled from the database again. What was taken out and waits in the trash is no part of a backup.
"""

from __future__ import annotations

import hashlib
import logging
import os
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj, rmtree
from tempfile import TemporaryDirectory

from index.database.copying import copy_rows
from index.database.engine import SQLITE_FILE, Database
from index.database.migrate import form_of, migrate, require_current
from index.database.serialise import read_text, to_text
from index.errors import BackupError, StoreDamaged
from index.search.encoders import fingerprint
from index.settings import Settings
from index.storage.held import State, read_state
from index.storage.overrides import sweep_edits
from index.storage.place import holding, model_place, open_database, writing
from index.storage.repair import set_aside, settle
from index.storage.sources import kept_files, place_uploads, sweep_uploads
from index.translation.added_translations import kept_translations, place_translations, sweep_translations

_MANIFEST, _UNPACKED = "manifest.json", ".restore-"
_FORMAT = 1
_TOLD = 10  # plans that would be lost

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: how many plans, and the SHA-256 of each member by its name."""

    format: int
    documents: int
    members: dict[str, str]


def backup(settings: Settings, target: Path) -> Manifest:
    """Write everything to `target`; one that is there is replaced when the new one is whole.

    Raises:
        IndexMissing, IndexBusy, StoreError: The index cannot be read.
        BackupError: The file cannot be written, or is to lie in the data folder, in the place of what it is a copy of.
    """
    if target.resolve().is_relative_to(settings.data_dir.resolve()):
        raise BackupError(f"{target}: lies in the data folder, of which this is to be a backup; name a file elsewhere")
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with holding(settings), TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            kept = kept_files(settings.data_dir) | kept_translations(settings.data_dir)
            members = {SQLITE_FILE: Path(folder) / SQLITE_FILE, **kept}
            state = _copy(settings, Path(folder))
            hashes = {name: _sha256(path) for name, path in members.items()}
            manifest = Manifest(_FORMAT, len(state.documents), hashes)
            with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(_MANIFEST, to_text(manifest, Manifest))
                for name, path in members.items():
                    archive.write(path, name)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as exc:
        raise BackupError(f"{target}: the backup cannot be written ({exc.strerror or exc})") from exc
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _copy(settings: Settings, folder: Path) -> State:
    """A copy of the database in a file of `folder`.

    Raises:
        StoreDamaged: What is there is damaged, so that a backup of it would be worth nothing.
    """
    with closing(open_database(settings)) as database, closing(Database("", folder)) as copy:
        require_current(database)
        if not database.copied_to(folder / SQLITE_FILE):
            migrate(copy)
            with database.reading() as source, copy.writing() as target:
                copy_rows(source, target)
        with copy.reading() as connection:
            state = read_state(connection)
    if state.damaged:
        raise StoreDamaged(
            f"{', '.join(state.damaged)}: damaged in the index; run `python -m index check --repair` first"
        )
    return state


def restore(settings: Settings, source: Path, *, force: bool = False) -> Manifest:
    """Put a backup in the place of the index, all of it or nothing; who is reading sees it at the next question.

    Plans of the index that the backup does not hold, or holds in another reading, are lost with it: with any such plan
    nothing is done but by `force`. A damaged index is replaced in any case. Votes and reports of evaluations are added
    to those that are there.

    Raises:
        BackupError: The file is no backup, is damaged, or would lose plans; the index stays as it was.
        IndexBusy, StoreError, VectorStoreError: The index cannot be written; it stays as it was.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    for left in settings.data_dir.glob(f"{_UNPACKED}*"):  # by one that was killed
        rmtree(left, ignore_errors=True)
    with _unpacked(source, settings.data_dir) as (manifest, folder), closing(Database("", folder)) as database:
        migrate(database)
        with database.reading() as connection:
            state = read_state(connection)
        if state.damaged or database.fault():
            raise BackupError(f"{source}: the database in the backup is damaged; use another backup")
        _set_aside_if_damaged(settings)
        with writing(settings) as writer:
            if not force:
                _refuse_a_loss(writer.state, state, source)
            held = state.documents.values()
            place_uploads(settings.data_dir, folder)
            place_translations(settings.data_dir, folder)
            writer.take_over(database)
            if writer.state.model != (model := fingerprint(settings.embedding_model)):
                writer.refill(model, model_place(settings))
            sweep_uploads(settings.data_dir, {one.file for one in held})
            sweep_edits(settings.data_dir, {key for one in held for key in (one.source, one.file)})
            sweep_translations(settings.data_dir, state.documents.keys())
            settle(settings.data_dir)
    return manifest


def _set_aside_if_damaged(settings: Settings) -> None:
    with closing(open_database(settings)) as database:
        if not database.exists():
            return
        try:
            damaged = bool(database.fault())
            if not damaged and form_of(database):
                with database.reading() as connection:
                    read_state(connection)
        except StoreDamaged:
            damaged = True
    if damaged:
        with holding(settings):
            set_aside(settings)


def _refuse_a_loss(now: State, then: State, source: Path) -> None:
    held = {(one.document.id, one.sha256) for one in then.documents.values()}
    lost = [name for name, one in now.documents.items() if (name, one.sha256) not in held]
    if lost:
        told = ", ".join(lost[:_TOLD]) + (f" and {len(lost) - _TOLD} more" if len(lost) > _TOLD else "")
        raise BackupError(
            f"{source}: the backup does not hold {told} as the index does now; --force restores it all the same"
        )


@contextmanager
def _unpacked(source: Path, data_dir: Path) -> Iterator[tuple[Manifest, Path]]:
    """The members of a backup in a folder beside where they are to lie, each held to its hash.

    Raises:
        BackupError: It is no backup, or not what was written.
    """
    try:
        with TemporaryDirectory(dir=data_dir, prefix=_UNPACKED) as folder, zipfile.ZipFile(source) as archive:
            manifest = read_text(Manifest, archive.read(_MANIFEST))
            if manifest.format != _FORMAT:
                raise BackupError(f"{source}: the backup was made by a newer version of the program; use that one")
            for name, sha256 in manifest.members.items():
                target = (Path(folder) / name).resolve()
                if not target.is_relative_to(Path(folder).resolve()):
                    raise BackupError(f"{source}: holds a member outside its own folder, {name}")
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as packed, target.open("wb") as file:
                    copyfileobj(packed, file)
                if _sha256(target) != sha256:
                    raise BackupError(f"{source}: {name} is not what was backed up; use another backup")
            yield manifest, Path(folder)
    except FileNotFoundError as exc:
        raise BackupError(f"{source}: there is no such file") from exc
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as exc:
        raise BackupError(f"{source}: is no backup, or a damaged one ({exc}); use another backup") from exc
    except OSError as exc:
        raise BackupError(f"{source}: cannot be restored ({exc.strerror or exc})") from exc


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
