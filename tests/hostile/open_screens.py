"""Open every screen of the app on a folder of damaged runs, headless."""

import asyncio
from pathlib import Path

from seqtui.corpora import Choices
from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens.live import LiveScreen


def open_screens(runs_dir: Path) -> int:
    """Open every screen; an exception of the app is raised."""
    asyncio.run(_open_screens(runs_dir))
    return 0


async def _open_screens(runs_dir: Path) -> None:
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
            app.show_mistakes(run)
            await pilot.pause(0.3)
            await pilot.press("1", "t", "escape", "escape")
        app.diagnose(str(runs_dir), Choices(), None)
        await pilot.pause(0.3)
        await pilot.press("1", "k", "escape", "escape")
        await pilot.press("f4", "f2", "f3")
        await pilot.pause()
    app.summary()
