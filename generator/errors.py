"""What stops a run: mistakes of the user, told in one line without a traceback.

What concerns one seed and need not stop the rest is a `model.Problem` instead.
"""

from __future__ import annotations

import errno
from typing import Final


class DossierError(Exception):
    """A user's mistake. The message names the file, the line where there is one, the reason and the remedy."""


class SettingsError(DossierError):
    """`mkdocs.yml` cannot be read, or holds a setting that the generator does not know."""


class OutputError(DossierError):
    """A page cannot be written: no permission, no space, or another run at work."""


REMEDIES: Final = {
    **dict.fromkeys((errno.ENOSPC, errno.EFBIG, errno.EDQUOT), "free some space"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "allow writing there"),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR), "move away what stands in its place"),
}


def reason_of(error: OSError) -> str:
    """The system's words for what went wrong, to stand in the middle of a message."""
    return (error.strerror or str(error)).lower()


def unwritable(place: object, error: OSError) -> OutputError:
    """The error for a place on the disk that cannot be written."""
    remedy = REMEDIES.get(error.errno or 0, "free some space or allow writing")
    return OutputError(f"{place}: cannot be written ({reason_of(error)}); {remedy} and run again")
