import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seqtui.training.order import epoch_order


@given(st.lists(st.integers(0, 500), min_size=1, max_size=400), st.integers(1, 70), st.integers(1, 5))
def test_every_review_occurs_once_in_batches_of_equal_size(lengths: list[int], size: int, epoch: int) -> None:
    order = epoch_order(np.array(lengths), size, 1, epoch)
    assert sorted(np.concatenate(order).tolist()) == list(range(len(lengths)))
    sizes = {len(batch) for batch in order}
    assert max(sizes) <= size
    assert max(sizes) - min(sizes) <= 1


def test_the_order_is_a_function_of_seed_and_epoch() -> None:
    lengths = np.random.default_rng(0).integers(1, 500, 5000)

    def order(seed: int, epoch: int) -> list[int]:
        return np.concatenate(epoch_order(lengths, 64, seed, epoch)).tolist()

    assert order(1, 1) == order(1, 1)
    assert len({tuple(order(seed, epoch)) for seed in (1, 2) for epoch in (1, 2)}) == 4


def test_batches_have_similar_lengths_and_change_with_the_epoch() -> None:
    lengths = np.random.default_rng(0).integers(1, 500, 16_750)
    order = epoch_order(lengths, 64, 1, 1)
    padded = sum(len(batch) * lengths[batch].max() for batch in order)
    assert padded < 1.05 * lengths.sum()
    means = [lengths[batch].mean() for batch in order]
    assert abs(np.corrcoef(means[:-1], means[1:])[0, 1]) < 0.25  # short and long batches alternate at random
    first = {frozenset(batch.tolist()) for batch in order}
    assert not first & {frozenset(batch.tolist()) for batch in epoch_order(lengths, 64, 1, 2)}
