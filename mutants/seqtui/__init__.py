"""Train sequence classifiers in a terminal and ship each one as an ONNX file that scores on a CPU."""

__version__ = "0.1.0"
