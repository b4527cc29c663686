"""Signatures written into files in which nothing else changes."""
