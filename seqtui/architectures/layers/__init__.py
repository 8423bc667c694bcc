"""Keras layers whose output does not depend on padding.

Reviews are padded at the end. A Keras mask, true for words and false for padding, is passed with the values.
"""

from seqtui.architectures.layers.convolutions import (
    MaskedConv1D,
    MaskedGlobalMaxPooling1D,
    MaskedMaxPooling1D,
    ParallelConv1D,
)
from seqtui.architectures.layers.head import classification_head
from seqtui.architectures.layers.pooling import (
    AttentionPooling,
    MaskedPooling,
    attention_of,
    lengths_of,
    pool_states,
)
from seqtui.architectures.layers.recurrent import (
    PLAIN,
    BothDirections,
    PooledRecurrent,
    Recurrent,
)

__all__ = [
    "PLAIN", "AttentionPooling", "BothDirections", "MaskedConv1D", "MaskedGlobalMaxPooling1D",
    "MaskedMaxPooling1D", "MaskedPooling", "ParallelConv1D", "PooledRecurrent", "Recurrent", "attention_of",
    "classification_head", "lengths_of", "pool_states",
]  # fmt: skip
