"""Files that are made to break a reader, made of a few lines of code from a seed; none is stored."""
