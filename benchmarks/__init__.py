"""Benchmarks, each compared with a named peer in the same run. They are too slow and noisy to be tests."""
