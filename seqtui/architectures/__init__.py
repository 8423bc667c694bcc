"""The networks, one module each, and a catalogue that lists them without importing TensorFlow."""
