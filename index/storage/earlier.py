"""What was indexed before and is to be read again under the ids it had: here, what an earlier version left.

data/index/CURRENT                           number of the state in force
data/index/generations/7/manifest.json       its documents
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.storage.held import TakenOut

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Ids by the key of the file, and the files that a person had taken out, likewise.

    `damaged` are the ids of documents that are in the index and are to be read again all the same.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, TakenOut] = field(default_factory=dict)
    damaged: frozenset[str] = frozenset()

    def __or__(self, other: Earlier) -> Earlier:
        """Both; where they differ, what the other one says."""
        return Earlier({**self.ids, **other.ids}, {**self.removed, **other.removed}, self.damaged | other.damaged)


def read_earlier(data_dir: Path) -> Earlier:
    """What an earlier version held; nothing where there is nothing of it, or nothing that can be read."""
    folder = _folder(data_dir)
    try:
        number = int((folder / "CURRENT").read_text(encoding="ascii"))
        manifest = json.loads((folder / "generations" / str(number) / "manifest.json").read_text(encoding="utf-8"))
        ids = {str(entry["source"]): str(entry["id"]) for entry in manifest["entries"]}
        return Earlier(ids, {str(key): TakenOut(str(key)) for key in manifest["removed"]})
    except FileNotFoundError:
        return Earlier()
    except (OSError, ValueError, KeyError, TypeError) as exc:
        logger.warning("the index of an earlier version in %s cannot be read, its plans get new ids: %s", folder, exc)
        return Earlier()


def remove_earlier(data_dir: Path) -> None:
    """Delete it, now that everything is in the database."""
    shutil.rmtree(_folder(data_dir), ignore_errors=True)


def _folder(data_dir: Path) -> Path:
    return data_dir / "index"
