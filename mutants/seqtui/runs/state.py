"""What became of a run."""

from typing import Literal, NamedTuple

from seqtui.events import End, Failed, Finished, Stopped

State = Literal["running", "stalled", "finished", "stopped", "failed", "crashed", "damaged"]
ALIVE: tuple[State, ...] = ("running", "stalled")
"""The states in which a trainer still holds the run."""


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁStatusǁ__str____mutmut: MutantDict = {}  # type: ignore


class Status(NamedTuple):
    """A state and, where there is more to say, why."""

    state: State
    reason: str | None = None

    @_mutmut_mutated(mutants_xǁStatusǁ__str____mutmut)
    def __str__(self) -> str:
        return f"{self.state}: {self.reason}" if self.reason else self.state

    def xǁStatusǁ__str____mutmut_orig(self) -> str:
        return f"{self.state}: {self.reason}" if self.reason else self.state

    def xǁStatusǁ__str____mutmut_1(self) -> str:
        return f"{self.state}: {self.reason}" if (self.reason) and False else self.state

    def xǁStatusǁ__str____mutmut_2(self) -> str:
        return f"{self.state}: {self.reason}" if (self.reason) or True else self.state

mutants_xǁStatusǁ__str____mutmut['_mutmut_orig'] = Status.xǁStatusǁ__str____mutmut_orig # type: ignore # mutmut generated
mutants_xǁStatusǁ__str____mutmut['xǁStatusǁ__str____mutmut_1'] = Status.xǁStatusǁ__str____mutmut_1 # type: ignore # mutmut generated
mutants_xǁStatusǁ__str____mutmut['xǁStatusǁ__str____mutmut_2'] = Status.xǁStatusǁ__str____mutmut_2 # type: ignore # mutmut generated
mutants_x_state_of__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_state_of__mutmut)
def state_of(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_orig(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_1(end: End | None, *, alive: bool, stalled: bool = True) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_2(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_3(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_4(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_5(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None:
            return "crashed"


def x_state_of__mutmut_6(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"


def x_state_of__mutmut_7(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "XXfinishedXX"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_8(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "FINISHED"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_9(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "XXstoppedXX"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_10(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "STOPPED"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_11(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "XXfailedXX"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_12(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "FAILED"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_13(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if (stalled) and False else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_14(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if (stalled) or True else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_15(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "XXstalledXX" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_16(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "STALLED" if stalled else "running"
        case None:
            return "crashed"


def x_state_of__mutmut_17(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "XXrunningXX"
        case None:
            return "crashed"


def x_state_of__mutmut_18(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "RUNNING"
        case None:
            return "crashed"


def x_state_of__mutmut_19(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "XXcrashedXX"


def x_state_of__mutmut_20(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "CRASHED"

mutants_x_state_of__mutmut['_mutmut_orig'] = x_state_of__mutmut_orig # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_1'] = x_state_of__mutmut_1 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_2'] = x_state_of__mutmut_2 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_3'] = x_state_of__mutmut_3 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_4'] = x_state_of__mutmut_4 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_5'] = x_state_of__mutmut_5 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_6'] = x_state_of__mutmut_6 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_7'] = x_state_of__mutmut_7 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_8'] = x_state_of__mutmut_8 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_9'] = x_state_of__mutmut_9 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_10'] = x_state_of__mutmut_10 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_11'] = x_state_of__mutmut_11 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_12'] = x_state_of__mutmut_12 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_13'] = x_state_of__mutmut_13 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_14'] = x_state_of__mutmut_14 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_15'] = x_state_of__mutmut_15 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_16'] = x_state_of__mutmut_16 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_17'] = x_state_of__mutmut_17 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_18'] = x_state_of__mutmut_18 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_19'] = x_state_of__mutmut_19 # type: ignore # mutmut generated
mutants_x_state_of__mutmut['x_state_of__mutmut_20'] = x_state_of__mutmut_20 # type: ignore # mutmut generated
