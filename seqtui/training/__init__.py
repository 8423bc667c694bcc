"""Train a network from a recipe: batches, fused layers, training loop and trainer process.

This module imports nothing, so that the command line can start a trainer without loading TensorFlow.
"""
