"""What reaches a terminal: sanitized text, plots, tables, and a quiet stderr."""
