"""The commands of `cg`: each a signature and a few lines that get, compute and show."""
