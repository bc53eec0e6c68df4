"""Collector Guard: what to do when debt collectors are at the door."""

__version__ = "0.1.0"
