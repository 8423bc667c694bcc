"""Output to a terminal: sanitized text, plots, tables, and redirection of stderr."""
