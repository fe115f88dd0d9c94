"""What stops a run: mistakes of the user, told in one line without a traceback.

What concerns one seed and need not stop the rest is a `model.Problem` instead.
"""


class DossierError(Exception):
    """A user's mistake. The message names the file, the line where there is one, the reason and the remedy."""


class SettingsError(DossierError):
    """`mkdocs.yml` cannot be read, or holds a setting that the generator does not know."""


class OutputError(DossierError):
    """A page cannot be written: no permission, no space, or another run at work."""
