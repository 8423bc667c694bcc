"""Files on the disk: atomic writes, locks, compression, and the folders of the environment."""
