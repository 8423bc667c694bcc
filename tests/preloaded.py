"""Modules that the process loads that trainers are forked from."""

from seqtui.storage.environment import isolated_keras

with isolated_keras():
    import seqtui.training.model
import seqtui.training.trainer  # noqa: F401
