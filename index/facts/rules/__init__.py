"""What rules lay down: fines, and the time within which something must be done."""

from __future__ import annotations

from index.facts.rules.fines import read_fines, tells_fine
from index.facts.rules.time_limits import time_limits

__all__ = ["read_fines", "tells_fine", "time_limits"]
