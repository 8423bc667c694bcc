"""Select a default run: the newest one that fits."""

from collections.abc import Callable
from pathlib import Path

from seqtui.errors import SeqtuiError
from seqtui.runs.crash_reason import modified_at
from seqtui.runs.events import Failed, Finished
from seqtui.runs.run import Run


def newest_run(runs_dir: Path, fits: Callable[[Run], bool] = lambda _: True) -> Run | None:
    """Return the newest run that fits.

    Args:
        runs_dir: Folder of the runs.
        fits: Whether a run fits. A damaged run, for which it raises an error, does not. Default: every run.

    Returns:
        The run, or None if none fits.
    """
    for run in Run.all(runs_dir):
        try:
            if fits(run):
                return run
        except SeqtuiError:
            continue
    return None


def newest_trained(runs_dir: Path) -> Run | None:
    """Return the newest run that has weights to export, or None."""
    return newest_run(runs_dir, lambda run: run.model_path.is_file() and run.metrics is not None)


def newest_to_watch(runs_dir: Path) -> Run | None:
    """Return the newest run that is training now, else the newest run, or None."""
    return newest_run(runs_dir, lambda run: run.is_alive) or newest_run(runs_dir)


def newest_interrupted(runs_dir: Path) -> Run | None:
    """Return the newest run that can be resumed, or None. One that failed on a wrong request cannot."""
    return newest_run(runs_dir, _is_interrupted)


def _is_interrupted(run: Run) -> bool:
    match run.end():
        case Finished() | Failed(request=True, resumable=False):
            return False
    return not run.is_alive


def newest_exported(runs_dir: Path, *, int8: bool = False) -> Run | None:
    """Return the run with the newest exported file.

    Args:
        runs_dir: Folder of the runs.
        int8: Whether a run that is exported with 8-bit weights only fits, too. Default False.

    Returns:
        The run, or None if no run is exported.
    """
    exported = [(run, path) for run in Run.all(runs_dir) if (path := run.exported_path)]
    fitting = [(run, path) for run, path in exported if int8 or path == run.onnx_path]
    return max(fitting, key=lambda found: modified_at(found[1]), default=(None, None))[0]
