"""The parts of a pack, a module each: which passages become its lines, in what groups and columns, and what is said of them."""
