"""Rendering: records become Markdown pages and data files, in memory."""
