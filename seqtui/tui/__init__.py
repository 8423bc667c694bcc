"""The terminal app. It reads run folders; training runs in separate processes."""
