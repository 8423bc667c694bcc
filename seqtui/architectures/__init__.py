"""The networks, one file each, and a catalogue that lists them without importing TensorFlow."""
