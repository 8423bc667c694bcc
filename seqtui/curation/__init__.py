"""Work on the labels of a source, for commands, screens and scripts: mistakes of a run."""
