"""Who has to act where a passage itself names nobody."""
