"""Words of a question that may be slips: places that are taken for others, terms that are asked back."""
