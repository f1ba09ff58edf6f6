"""A file of any type that is read, as its text: PDF, Word, web page, plain text."""
