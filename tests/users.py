"""Run commands as another user, if the tests run as root."""

import os
import shutil

import pytest

needs_users = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="starting a process as another user needs root and setpriv",
)


def as_user(uid: int, group: int) -> list[str]:
    """Return a command prefix that runs the rest as another user, in a group, with umask 022.

    The user can read all files, because this Python may be in root's home folder. It can write only where the
    permissions allow it.
    """
    read = "-all,+dac_read_search"
    capabilities = [f"--inh-caps={read}", f"--ambient-caps={read}", f"--bounding-set={read}"]
    user = [f"--reuid={uid}", f"--regid={uid}", f"--groups={group}"]
    return ["setpriv", *user, *capabilities, "sh", "-c", 'umask 022; exec "$@"', "sh"]
