"""The steps of a long task, with their durations."""


def step_lines(steps: list[tuple[str, float]], now: float, *, has_ended: bool, ascii_only: bool) -> list[str]:
    """Return a line for each step.

    Args:
        steps: What is done in each step, printable, and when it began, in seconds.
        now: The current time, or when the last step ended.
        has_ended: Whether the last step has ended.
        ascii_only: Use ASCII characters only.
    """
    done, doing = ("+", ">") if ascii_only else ("✓", "▸")
    lines = []
    for index, (step, began) in enumerate(steps):
        last = index == len(steps) - 1
        until = now if last else steps[index + 1][1]
        mark = doing if last and not has_ended else done
        lines.append(f"  {mark} {step}  {until - began:.1f} s")
    return lines or ["  starting"]
