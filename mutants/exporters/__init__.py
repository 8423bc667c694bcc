"""A trained run as one ONNX file, and the proof that it predicts the same."""
