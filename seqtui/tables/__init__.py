"""Read files of reviews row by row: CSV, TSV, JSON, Parquet, fastText and text lines, also compressed.

Files of word vectors are read in the same way (:mod:`seqtui.tables.vectors`).
"""
