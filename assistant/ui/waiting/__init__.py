"""The page that is there from the first second, before the whole one: what is being done, and a question asked already."""
