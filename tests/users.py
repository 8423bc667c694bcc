"""Commands as another user, where the tests run as root."""

import os
import shutil

import pytest

needs_users = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="starting a process as another user needs root and setpriv",
)


def as_user(uid: int, group: int) -> list[str]:
    """The beginning of a command that runs as another user, also of a group, with the usual umask.

    The user may read everything, as this Python may lie in root's home, and write only by its permissions.
    """
    read = "-all,+dac_read_search"
    capabilities = [f"--inh-caps={read}", f"--ambient-caps={read}", f"--bounding-set={read}"]
    user = [f"--reuid={uid}", f"--regid={uid}", f"--groups={group}"]
    return ["setpriv", *user, *capabilities, "sh", "-c", 'umask 022; exec "$@"', "sh"]
