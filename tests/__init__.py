"""Tests."""

import os

# As in a trainer process. Set before NumPy and SciPy are loaded: threads of their BLAS would wait actively
# for products of small matrices, on the cores that other test processes need.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
