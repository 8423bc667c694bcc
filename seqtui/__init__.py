"""Train sequence classifiers in a terminal and ship each one as an ONNX file that scores on a CPU."""

import os

__version__ = "0.1.0"

# onnxruntime 1.29 and later write a device id to the home folder and report sessions to Microsoft by default.
# Read when onnxruntime is first imported; whoever sets it to 0 keeps that.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
