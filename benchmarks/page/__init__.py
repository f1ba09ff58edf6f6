"""How soon the page is there and how soon it reacts, in a real browser."""
