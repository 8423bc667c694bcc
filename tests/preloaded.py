"""Modules and reviews that the process loads that trainers are forked from."""

import functools

from seqtui import corpora
from seqtui.storage.environment import isolated_keras

with isolated_keras():
    import seqtui.training.model
import seqtui.training.trainer  # noqa: F401

corpora.read_installed = functools.cache(corpora.read_installed)
corpora.read_installed()
