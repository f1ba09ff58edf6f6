"""The evaluation page: the figures of a report, what went wrong, runs beside the page."""
