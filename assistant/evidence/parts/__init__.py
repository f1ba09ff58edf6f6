"""What a question asks for by its place in a paper: an article of a law by its number, an item of a list by its tier."""
