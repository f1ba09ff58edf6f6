"""The library page: plans to be read, searched, listed as facts, added and removed."""
