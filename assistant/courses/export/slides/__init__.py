"""A pack as slides: `slide_plan` says what stands on which, `slide_master` how they look, `slide_deck` draws them."""
