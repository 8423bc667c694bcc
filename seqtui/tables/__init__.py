"""Files of reviews, row by row: CSV, TSV, JSON lines, Parquet and text lines, also compressed."""
