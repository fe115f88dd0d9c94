"""Comparing: what several articles of a dossier have in common, and where they differ."""
