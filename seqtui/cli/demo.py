"""``seqtui demo``."""

from pathlib import Path

import click

from seqtui.cli.export import export_run, print_parity
from seqtui.cli.root import can_redraw, runs_dir_arguments, runs_dir_option, shell_command
from seqtui.recipe import Recipe
from seqtui.terminal.sanitize import printable

_REVIEWS = [
    "A wonderful film: funny, sad and beautifully played. I would see it again tonight.",
    "Two hours that I will never get back. The plot is dull and the acting is worse.",
    "It isn't the disaster that everybody had promised, and the last half hour is rather good.",
]


@click.command("demo", short_help="Train, export and score once.")
@runs_dir_option
def demo_command(runs_dir: Path) -> int:
    """Train a network on 25,000 film reviews, export and verify it, and score three texts."""
    from seqtui.cli.follow import train_and_follow
    from seqtui.scoring import Scorer
    from seqtui.training.supervise import create_run

    recipe = Recipe()
    run = create_run(recipe, runs_dir)
    click.echo(f"1  train {recipe.architecture} on {recipe.data}")
    code = train_and_follow(run, as_json=False, is_terminal=can_redraw())
    if code:
        return code
    click.echo("\n2  export to ONNX and verify")
    print_parity(export_run(run))
    click.echo("\n3  score with onnxruntime")
    for text, score in zip(_REVIEWS, Scorer(run.onnx_path).score(_REVIEWS), strict=True):
        click.echo(f"{printable(score.label)}  {score.probability:.1%}  {text}")
    folder = runs_dir_arguments(runs_dir)
    click.echo(
        f"""
Next:
  {shell_command("score", run.onnx_path)} "What did you think of it?"
  {shell_command("train", "--architecture", "lstm", *folder)}    another network; train --help lists them
  {shell_command("runs", *folder)}                         your runs"""
    )
    return 0
