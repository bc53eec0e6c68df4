"""Show plans and provisions: laid out once, then one module for each format."""
