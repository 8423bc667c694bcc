"""The app on a folder of damaged runs: into every room and back, without a screen."""

import asyncio
from pathlib import Path

from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens.live import LiveScreen


def visit(runs_dir: Path) -> int:
    """Go through the rooms; an error of the app is raised."""
    asyncio.run(_visit(runs_dir))
    return 0


async def _visit(runs_dir: Path) -> None:
    app = SeqtuiApp(runs_dir)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        await app.workers.wait_for_complete()
        await pilot.press("space")
        for run in Run.all(runs_dir):
            app.open_run(run)
            await pilot.pause(0.3)
            if isinstance(app.screen, LiveScreen):
                await pilot.press("l", "v", "g", "escape")
        await pilot.press("f4", "f2", "f3")
        await pilot.pause()
    app.summary()
