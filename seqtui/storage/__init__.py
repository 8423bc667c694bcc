"""Files on disk: atomic writes, locks, compression, and environment variables for folders."""
