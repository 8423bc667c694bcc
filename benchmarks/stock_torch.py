"""The ``lstm`` of benchmarks/stock_keras.py as a stock PyTorch script: nn.LSTM, padded to 500.

Usage: python -m benchmarks.stock_torch EPOCHS

Reads the same reviews with the same word ids as seqtui and prints one JSON object.
"""

import json
import sys
import time

import numpy as np
import torch
from torch import nn

from benchmarks.padding import padded_in_front
from seqtui.recipe import Recipe
from seqtui.training.prepare import prepare


class Network(nn.Module):
    """Embedding, LSTM, one output."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(5000, 32)
        self.lstm = nn.LSTM(32, 100, batch_first=True)
        self.dense = nn.Linear(100, 1)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Return logits of shape (reviews,)."""
        states, _ = self.lstm(self.embedding(ids))
        return self.dense(states[:, -1])[:, 0]


def main(epochs: int) -> None:
    """Train and print seconds per epoch and test accuracy."""
    torch.manual_seed(7)
    data = prepare(Recipe(validation_split=0.0))
    parts = (data.train, data.test.reviews)
    train, test = (torch.from_numpy(padded_in_front(part)) for part in parts)
    labels = torch.from_numpy(data.train_labels.astype(np.float32))
    network, loss_of = Network(), nn.BCEWithLogitsLoss()
    adam = torch.optim.Adam(network.parameters())
    seconds = []
    for _ in range(epochs):
        start = time.perf_counter()
        for indices in torch.randperm(len(train)).split(64):
            adam.zero_grad()
            loss_of(network(train[indices]), labels[indices]).backward()
            adam.step()
        seconds.append(time.perf_counter() - start)
    with torch.no_grad():
        positive = torch.cat([network(part) > 0 for part in test.split(256)]).numpy()
    accuracy = float(np.mean(positive == (data.test.labels == 1)))
    print(json.dumps({"seconds": seconds, "accuracy": accuracy}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
