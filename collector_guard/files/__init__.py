"""Strict YAML that knows its lines, files written whole, and errors; only `document` imports yaml."""
