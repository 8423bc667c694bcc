"""Modules and reviews that the process loads that trainers are forked from."""

import pytest

import seqtui.training.trainer  # noqa: F401
from seqtui.corpora import load_corpus
from seqtui.training.server import load_libraries
from tests.forked_trainers import read_once

read_once(pytest.MonkeyPatch())
load_corpus("imdb-25k")
load_libraries()
