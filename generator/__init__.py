"""Dossier: turns a folder of news articles about one story into an annotated, cross-linked, searchable site."""

__version__ = "0.1.0"
