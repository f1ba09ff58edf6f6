"""The frame around every page: header, start, look, and the styles and scripts of all pages in one."""
