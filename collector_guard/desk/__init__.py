"""The reader at a terminal: streams, prompts, keys and saving while asking; what a plan says is decided below."""
