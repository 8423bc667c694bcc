"""Compiled loops that learn a vector for each text and each n-gram.

The n-grams are divided into ``blocks`` by their index. Threads that work on different texts and on different
blocks write to different vectors, so the result does not depend on which of them is faster.
"""

import numpy as np

from seqtui.storage.compiling import compiled


@compiled()
def ngrams_by_block(found, offsets, count, blocks, starts):  # type: ignore[no-untyped-def]
    """Return the different n-grams of each text, sorted by block.

    ``found`` are the n-grams of each size that start at each token, 0 if none, (sizes, tokens); ``offsets``
    are the start of each text and the end of the last one; ``count`` is larger than each n-gram.

    Output: ``starts``, the start of each block of each text and the end of the last one, int64, initially 0,
    (texts * blocks + 1,).
    """
    last = np.full(count, -1, np.int32)  # the last text with each n-gram
    ngrams = np.empty(found.size, np.int32)
    end = 0
    for text in range(len(offsets) - 1):
        for block in range(blocks):
            for token in range(offsets[text], offsets[text + 1]):
                for size in range(len(found)):
                    ngram = found[size, token]
                    if ngram and ngram % blocks == block and last[ngram] != text:
                        last[ngram] = text
                        ngrams[end] = ngram
                        end += 1
            starts[text * blocks + block + 1] = end
    return ngrams[:end].copy()


@compiled(fastmath={"reassoc", "contract", "nsz", "arcp"})
def learn(  # type: ignore[no-untyped-def]
    of_texts, of_ngrams, ngrams, starts, order, blocks, block, scale, negatives, first_rate, last_rate
):
    """Move the vectors of texts towards those of their n-grams, and away from those of other texts' n-grams.

    For each n-gram of a text there is one of each of the ``negatives`` texts before it in ``order``. They
    were used a moment ago, so they are in the processor's cache.

    ``ngrams`` and ``starts`` are those of :func:`ngrams_by_block`; ``block`` is the block that is used;
    ``scale`` multiplies the cosine; the learning rate changes linearly from ``first_rate`` to ``last_rate``.

    Output: ``of_texts`` and ``of_ngrams``, their vectors, float32. They have a length of about 1.
    """
    one, zero = np.float32(1), np.float32(0)
    size = of_texts.shape[1]
    for position in range(len(order)):
        rate = np.float32(first_rate + (last_rate - first_rate) * position / len(order)) * scale
        text = order[position]
        start = starts[text * blocks + block]
        count = starts[text * blocks + block + 1] - start
        one_text = of_texts[text]
        for index in range(count):
            for other in range(negatives + 1):
                if other == 0:
                    ngram, target = ngrams[start + index], one
                else:
                    negative = order[(position - other) % len(order)]
                    other_start = starts[negative * blocks + block]
                    other_count = starts[negative * blocks + block + 1] - other_start
                    if other_count == 0 or negative == text:
                        continue
                    ngram, target = ngrams[other_start + index * other_count // count], zero
                one_ngram = of_ngrams[ngram]
                product, square_text, square_ngram = zero, zero, zero
                for column in range(size):
                    product += one_text[column] * one_ngram[column]
                    square_text += one_text[column] * one_text[column]
                    square_ngram += one_ngram[column] * one_ngram[column]
                to_unit_text, to_unit_ngram = one / np.sqrt(square_text), one / np.sqrt(square_ngram)
                cosine = product * to_unit_text * to_unit_ngram
                step = rate * (target - one / (one + np.exp(-scale * cosine)))
                # Along the tangents of the unit sphere.
                keep = one - step * cosine
                keep_text, add_to_text = keep * to_unit_text, step * to_unit_ngram
                keep_ngram, add_to_ngram = keep * to_unit_ngram, step * to_unit_text
                for column in range(size):
                    before = one_text[column]
                    one_text[column] = keep_text * before + add_to_text * one_ngram[column]
                    one_ngram[column] = keep_ngram * one_ngram[column] + add_to_ngram * before
