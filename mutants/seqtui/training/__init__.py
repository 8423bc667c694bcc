"""Turning a recipe into weights: batches, fused layers, the trainer and the process that runs it.

Nothing is imported here, so that the command line can start a trainer without loading TensorFlow.
"""
