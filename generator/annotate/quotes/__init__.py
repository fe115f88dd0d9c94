"""Quotes of one article: what is said, by which cue, and who says it."""
