"""One run at a time: the system lets go of the lock when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.errors import OutputError

PATIENCE: Final = 10.0
"""Seconds to wait for another run; writing takes a fraction of one."""

if sys.platform == "win32":
    import msvcrt

    def take(handle: int) -> None:
        """Lock an open file or raise `OSError` at once."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def take(handle: int) -> None:
        """Lock an open file or raise `OSError` at once."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def only_run(lock: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file while the block runs.

    Raises:
        OutputError: another process still holds it after `patience` seconds.
    """
    deadline = time.monotonic() + patience
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        while True:
            try:
                take(handle)
                break
            except (BlockingIOError, PermissionError):
                if time.monotonic() > deadline:
                    raise OutputError(
                        f"{lock}: another run of the generator is writing this dossier; "
                        "wait until it has ended, or stop it, and run again"
                    ) from None
                time.sleep(0.05)
        yield
    finally:
        os.close(handle)
