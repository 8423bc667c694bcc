"""Read files of reviews row by row: CSV, TSV, JSON, Parquet, fastText and text lines, also compressed."""
