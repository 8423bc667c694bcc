"""The search for a better recipe: trials, each an ordinary run, and what is learned from them."""
