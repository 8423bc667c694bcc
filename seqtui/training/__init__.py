"""Training: from a recipe to weights. Batches, fused layers, the training loop and the trainer process.

This module imports nothing, so that the command line can start a trainer without loading TensorFlow.
"""
