"""Work that is saved: packs, comparisons, pinned answers, notes and shared conversations, each with its versions."""
