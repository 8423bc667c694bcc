"""The terminal app: a face on the run folder. It never trains and never loads TensorFlow."""
