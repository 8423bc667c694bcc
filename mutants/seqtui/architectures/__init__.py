"""The networks, one file each, and the catalogue that names them without importing TensorFlow."""
