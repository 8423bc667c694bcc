"""Modules and reviews that the process loads that trainers are forked from."""

import gc

import pytest

from seqtui.corpora import load_corpus
from seqtui.storage.environment import isolated_keras
from seqtui.text.numbering import number_tokens
from tests.forked_trainers import read_once

with isolated_keras():
    import seqtui.training.model
import seqtui.training.trainer  # noqa: F401

read_once(pytest.MonkeyPatch())
load_corpus("imdb-25k")
number_tokens(["a"])  # loads its compiled loops
gc.freeze()
