"""Annotating: what one article says, who says it, whom it names. Pure: one article in, one annotation out."""
