"""Measurements, each beside a named peer in one run. Slow and statistical, so they are no tests."""
