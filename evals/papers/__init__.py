"""Questions over real public papers, which are not part of the project: whoever measures has them in a folder."""
