"""The page of saved work, and what saves packs, comparisons, answers and conversations."""
