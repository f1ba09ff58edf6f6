"""The web page: asks, shows, opens sources.

Its modules are imported by those who need them: what is there from the first second waits for no library of the page.
"""
