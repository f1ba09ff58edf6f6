"""Questions as a language model reads them: in full, one by one, with Chinese words; held to what was asked and what is on file."""
