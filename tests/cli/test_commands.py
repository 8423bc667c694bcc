"""The real command in a subprocess."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exporters.web import RUNTIME
from seqtui import __version__
from seqtui.architectures.catalogue import CATALOGUE
from seqtui.corpora import Corpus
from seqtui.runs import Run
from tests.conftest import seqtui


def test_version_and_help() -> None:
    assert seqtui("--version").stdout == f"seqtui {__version__}\n"
    assert "seqtui export --onnx" in seqtui("--help").stdout
    help_text = seqtui("train", "--help").stdout
    assert all(name in help_text for name in CATALOGUE)


def test_the_closest_command_is_suggested() -> None:
    done = subprocess.run([sys.executable, "-m", "seqtui", "scroe"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "seqtui: No such command 'scroe'. Did you mean 'score'?\n"


def test_a_score_imports_only_what_it_needs(trained: Run) -> None:
    code = """
import sys
from seqtui.cli import main
main(["score", sys.argv[1], "A wonderful film"])
sys.exit(str({"seqtui.runs", "seqtui.cli.train", "seqtui.architectures", "pyarrow", "rich"} & {*sys.modules}))
"""
    command = [sys.executable, "-c", code, str(trained.onnx_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stderr == "set()\n"
    assert done.stdout.startswith("positive")


def test_resume_accepts_only_unfinished_runs_without_other_options(trained: Run) -> None:
    folder = trained.path.parent
    assert "has finished" in seqtui("train", "--resume", trained.name, "--runs-dir", folder, code=2).stderr
    error = seqtui("train", "--resume", trained.name, "--epochs", 9, "--runs-dir", folder, code=2).stderr
    assert "--resume uses the recipe and name of the run" in error


def test_train_with_json_prints_the_documented_events(tmp_path: Path) -> None:
    done = seqtui(
        "train", "--limit", 300, "--epochs", 2, "--max-length", 40, "--seed", 5, "--json", cwd=tmp_path
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert not [line for line in lines if line["event"] == "batch"]
    epochs = [line for line in lines if line["event"] == "epoch"]
    assert [line["epoch"] for line in epochs] == [1, 2]
    expected = {
        "event",
        "epoch",
        "seconds",
        "loss",
        "accuracy",
        "val_loss",
        "val_accuracy",
        "reviews_per_second",
    }
    assert all(expected <= set(line) for line in epochs)
    assert {"event", "run", "test_accuracy", "seconds"} <= set(lines[-1])
    assert lines[-1]["event"] == "finished"
    run = Run(tmp_path / lines[-1]["run"])
    assert (run.recipe.limit, run.recipe.seed) == (300, 5)


def test_without_a_terminal_each_epoch_is_a_line_and_options_override_the_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "mine.toml").write_text('architecture = "lstm"\nlimit = 100\nepochs = 9\nseed = 3\n')
    done = seqtui("train", "mine.toml", "--epochs", 2, "--name", "mine", cwd=tmp_path)
    recipe = Run(tmp_path / "runs" / "mine").recipe
    assert (recipe.architecture, recipe.epochs, recipe.seed) == ("lstm", 2, 3)
    assert len(re.findall(r"^epoch \d/2  .* validation accuracy [\d.]+%", done.stderr, re.M)) == 2
    assert re.search(
        r"runs/mine: finished after \d+ s, test accuracy .*\nnext: seqtui export runs/mine", done.stdout
    )
    assert "\x1b" not in done.stderr + done.stdout


def test_a_network_sets_its_recommended_recipe_unless_overridden(tmp_path: Path) -> None:
    options = ("--limit", 60, "--epochs", 1, "--max-length", 40, "--name", "mine")
    seqtui("train", "--architecture", "nb-ngrams", *options, cwd=tmp_path)
    recipe = Run(tmp_path / "runs" / "mine").recipe
    assert (recipe.vocabulary_size, recipe.max_length) == (30_000, 40)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["train", "--architecture", "lsmt"], "--architecture lsmt: no such network; did you mean 'lstm'?"),
        (["train", "--epochs", "0"], "epochs = 0 is invalid: expected int >= 1"),
        (["train", "--epochs", "few"], "Invalid value for '--epochs': 'few' is not a valid integer."),
        (["train", "--epoch", "3"], "No such option '--epoch'. Did you mean '--epochs'?"),
        (["train", "--data", "nowhere"], "--data nowhere: no such file or folder"),
        (["train", "none.toml"], "none.toml: cannot read the recipe: No such file"),
        (["train", "bad.toml"], "bad.toml: unknown setting 'epoch'; did you mean 'epochs'?"),
        (["train", "misplaced.toml"], "misplaced.toml: write 'epochs' above the line [network]"),
        (["train", "unit.toml"], "unit.toml: network setting 'unit': lstm has no such setting; did you mean"),
        (["train", "--name", "../up"], "--name '../up': use letters"),
        (["export", "none", "--onnx"], "none: no such run in runs"),
        (["export", "none"], "none: no such run in runs"),
        (["export"], "no run with weights in runs; start with: seqtui train"),
        (["watch"], "no run in runs; start with: seqtui train"),
        (["report"], "no exported run in runs; start with: seqtui train"),
        (["score", "good"], "no exported run in runs; start with: seqtui train"),
        (["runs", "show"], "no run in runs; start with: seqtui train"),
        (["runs", "delete", "--yes"], "Missing argument 'RUN'."),
        (["runs", "compare"], "give two runs or more, as in 'seqtui runs compare RUN RUN'; 'seqtui runs'"),
        (["train", "--resume", ""], "not a run folder"),
        (["export", ""], "not a run folder"),
        (["train", "--resume"], "no interrupted run in runs; start with: seqtui train"),
        (["export", "none", "--onnx", "--reviews", "few"], "'few' is neither 'all' nor a whole number"),
        (["score", "none.onnx", "good"], "none.onnx: no such file"),
        (["score", "none.onnx"], "give the reviews either as TEXT or with --input FILE"),
        (["score", "none.onnx", "a", "--text-column", "b"], "--text-column requires --input"),
        (["watch", "none"], "none: no such run in runs"),
        (["watch", "\x1b[2Jnone"], "[2Jnone: no such run"),
        (["watch", "x" * 300], "File name too long"),
        (["completion"], "Missing argument '{bash|zsh|fish}'."),
        (["runs", "delete", "none", "--yes"], "none: no such run in runs"),
        (["fly"], "No such command 'fly'."),
    ],
)
def test_an_invalid_request_prints_one_line_and_exits_with_2(
    tmp_path: Path, arguments: list[str], line: str
) -> None:
    (tmp_path / "bad.toml").write_text("epoch = 3\n")
    (tmp_path / "misplaced.toml").write_text("[network]\nepochs = 3\n")
    (tmp_path / "unit.toml").write_text('architecture = "lstm"\n[network]\nunit = 3\n')
    done = seqtui(*arguments, cwd=tmp_path, code=2)
    assert line in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert not (tmp_path / "runs").exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["train", "reviews.csv"], "reviews, not a recipe; train on them with --data reviews.csv"),
        (["search", "reviews.csv"], "reviews.csv: reviews, not a recipe"),
        (["train", "empty.csv"], "empty.csv: reviews, not a recipe"),
        (["train", "my reviews"], "reviews, not a recipe; train on them with --data 'my reviews'"),
        (["train", "*.jsonl.gz"], "train on them with --data '*.jsonl.gz'"),
        (["train", "imdb"], "imdb: reviews, not a recipe; train on them with --data imdb"),
        (["train", "lines.txt"], "lines.txt: not a TOML file"),
        (["train", "lines.txt"], "; reviews go with --data lines.txt"),
        (["train", "lstm"], "lstm: a network, not a recipe; choose it with --architecture lstm"),
        (["train", "runs/mine"], "runs/mine: a run, not a recipe; its recipe is runs/mine/recipe.toml"),
        (["train", "mine"], "mine: a run, not a recipe; its recipe is runs/mine/recipe.toml; to resume"),
        (["search", "mine"], "to resume the run: seqtui train --resume runs/mine"),
        (["watch", "reviews.csv"], "reviews.csv: a file, not a run; 'seqtui runs' lists the runs"),
        (["export", "runs/mine/recipe.toml"], "a file, not a run; the run is its folder"),
        (["runs", "show", "my reviews"], "my reviews: not a run folder (no recipe.toml in it)"),
        (["runs", "delete", "runs", "--yes"], "runs: not a run folder"),
        (["report", "reviews.csv"], "seqtui report MODEL.onnx --input reviews.csv --label-column C"),
        (["search", "--output", "no/best.toml"], "--output no/best.toml: no such folder no"),
        (["data", "doctor", "--html", "no/page.html"], "--html no/page.html: no such folder no"),
        (["data", "show", "reviews.csv", "--errors", "lines.txt/rows"], "lines.txt/rows"),
    ],
)  # fmt: skip
def test_an_argument_of_the_wrong_kind_is_explained(tmp_path: Path, arguments: list[str], line: str) -> None:
    (tmp_path / "reviews.csv").write_text("text,label\ngood,1\n")
    (tmp_path / "empty.csv").touch()
    (tmp_path / "lines.txt").write_text("A fine film\n")
    (tmp_path / "my reviews").mkdir()
    (tmp_path / "runs" / "mine").mkdir(parents=True)
    (tmp_path / "runs" / "mine" / "recipe.toml").write_text("epochs = 3\n")
    done = seqtui(*arguments, cwd=tmp_path, code=2)
    assert line in done.stderr
    assert (done.stderr.count("\n"), done.stdout) == (1, "")
    assert [path.name for path in (tmp_path / "runs").iterdir()] == ["mine"]


def test_debug_shows_a_traceback(tmp_path: Path) -> None:
    for arguments in (["--debug", "score", "none.onnx", "a"], ["score", "none.onnx", "a", "--debug"]):
        done = subprocess.run(
            [sys.executable, "-m", "seqtui", *arguments], cwd=tmp_path, capture_output=True, text=True
        )
        assert "Traceback" in done.stderr
        assert done.returncode == 2


def test_the_reason_of_a_failed_trainer_is_printed(tmp_path: Path, trained: Run) -> None:
    recipe = trained.recipe.to_toml().replace("limit = 4000", "limit = 400")
    (tmp_path / "other.toml").write_text(recipe)
    done = seqtui("train", "other.toml", cwd=tmp_path, code=2)
    assert "these reviews differ from those of the recipe" in done.stderr.splitlines()[-1]
    assert '"event"' not in done.stdout


@pytest.mark.thorough
def test_the_suggested_next_command_works(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("seqtui")
    environment = {**os.environ, "PATH": "/usr/bin:/bin"}
    train = ("train", "--architecture", "fasttext", "--limit", "60", "--epochs", "1", "--name", "mine")
    command = [str(script), *train]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    next_command = done.stdout.splitlines()[-1].removeprefix("next: ").split()
    assert (
        subprocess.run([*next_command, "--reviews", "all"], cwd=tmp_path, capture_output=True).returncode == 0
    )


def test_a_full_disk_is_reported_in_one_line(trained: Run) -> None:
    script = f"{sys.executable} -m seqtui score {trained.onnx_path} good > /dev/full"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "seqtui: No space left on device\n")


@pytest.mark.thorough
def test_a_source_is_found_from_another_folder(tmp_path: Path, corpus: Corpus) -> None:
    small = corpus.limited(120)
    for part, reviews in (("train", small.train), ("test", small.test)):
        for number, (text, label) in enumerate(zip(reviews.texts, reviews.labels, strict=True)):
            path = (
                tmp_path / "data" / "aclImdb" / part / ("neg", "pos")[label] / f"{number}_{(2, 9)[label]}.txt"
            )
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "mine.toml").write_text('data = "../data"\nepochs = 1\n')
    seqtui("train", "recipes/mine.toml", "--name", "file", cwd=tmp_path)
    seqtui("train", "--data", "data", "--epochs", 1, "--name", "option", cwd=tmp_path)
    for name in ("file", "option"):
        data = Path(Run(tmp_path / "runs" / name).recipe.data)
        assert data.is_absolute()
        assert data.samefile(tmp_path / "data")
    seqtui("export", tmp_path / "runs" / "file", "--onnx", "--reviews", "all", cwd=tmp_path / "recipes")


def test_bars_are_drawn_on_a_terminal(tmp_path: Path) -> None:
    """One bar per epoch is redrawn on its line, and modules in the current folder are not imported."""
    for name in ("random", "numpy", "keras", "msgspec"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported')")
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}
    options = ["--limit", "600", "--epochs", "2", "--max-length", "40", "--name", "mine"]
    script = Path(sys.executable).with_name("seqtui")
    command = [str(script), "train", "--architecture", "fasttext", *options]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=slave, stderr=slave) as process:
        os.close(slave)
        seen = b""
        while True:
            try:
                seen += os.read(master, 65536)
            except OSError:  # the other end is closed
                break
    assert process.returncode == 0, seen
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen.decode())
    assert "validation" in text
    assert "loading TensorFlow" in text
    assert re.search(r"\d+/31", text)
    assert "test accuracy" in text
    assert seen.decode().rstrip().endswith("seqtui export runs/mine --onnx")
    assert b"cuda" not in seen.lower()


def test_runs_are_listed_shown_and_deleted(tmp_path: Path, trained: Run) -> None:
    runs_dir = trained.path.parent
    (listed,) = (
        json.loads(line) for line in seqtui("runs", "--json", "--runs-dir", runs_dir).stdout.splitlines()
    )
    assert (listed["state"], listed["architecture"], listed["exported"]) == ("finished", "cnn-lstm", True)
    assert re.search(
        r"small +finished +\d\d\.\d\d% +\d\d\.\d\d% +cnn-lstm +imdb-25k +yes",
        seqtui("runs", "--runs-dir", runs_dir).stdout,
    )
    shown = seqtui("runs", "show", "small", "--runs-dir", runs_dir).stdout
    assert "Embedding 32 → Conv1D 32 × 3, ReLU" in shown
    assert "epoch 3" in shown
    details = json.loads(seqtui("runs", "show", trained.path, "--json").stdout)
    assert len(details["epochs"]) == 3
    copy = tmp_path / "runs" / "copy"
    copy.mkdir(parents=True)
    (copy / "recipe.toml").write_bytes(trained.recipe_path.read_bytes())
    assert (
        "--yes" in seqtui("runs", "delete", "copy", cwd=tmp_path, code=2).stderr
    )  # without a terminal it cannot ask
    assert copy.exists()
    seqtui("runs", "delete", "copy", "--yes", cwd=tmp_path)
    assert not copy.exists()


@pytest.mark.parametrize("name", [".", "..", "../mine"])
def test_only_runs_in_the_runs_folder_are_deleted(tmp_path: Path, name: str) -> None:
    for folder in (tmp_path, tmp_path / "mine", tmp_path / "runs"):
        folder.mkdir(exist_ok=True)
        (folder / "recipe.toml").write_text("epochs = 3\n")
    seqtui("runs", "delete", name, "--yes", cwd=tmp_path, code=2)
    assert len(list(tmp_path.rglob("recipe.toml"))) == 3


def test_a_damaged_run_is_listed(tmp_path: Path) -> None:
    (tmp_path / "runs" / "odd").mkdir(parents=True)
    (tmp_path / "runs" / "odd" / "recipe.toml").write_text("epochs = [")
    assert "damaged" in seqtui("runs", cwd=tmp_path).stdout


def test_watch_shows_a_finished_run(trained: Run) -> None:
    done = seqtui("watch", trained.path, "--json")
    assert json.loads(done.stdout.splitlines()[-1])["event"] == "finished"
    assert "test accuracy" in seqtui("watch", trained.path).stdout


def test_a_group_without_a_command_shows_its_help(tmp_path: Path) -> None:
    done = seqtui("data", cwd=tmp_path, code=2)
    assert "Usage: seqtui data [OPTIONS] COMMAND [ARGS]..." in done.stderr.splitlines()


def test_export_shows_its_steps_and_the_parity(trained: Run, tmp_path: Path) -> None:
    run, output = Run(tmp_path / "copy"), tmp_path / "shipped.onnx"
    shutil.copytree(trained.path, run.path)
    runtime = tmp_path / "node_modules" / "onnxruntime-web" / "dist"  # of which the files are copied
    runtime.mkdir(parents=True)
    for name in RUNTIME:
        (runtime / name).write_text(name)
    done = seqtui(
        "export", run.path, "--onnx", "--output", output, "--reviews", "all", "--web", "my page", cwd=tmp_path
    )
    assert done.stdout.endswith("my page: try it with python -m http.server --directory 'my page'\n")
    page = tmp_path / "my page"
    assert (page / "model.onnx").read_bytes() == output.read_bytes()
    assert json.loads((page / "model.json").read_text()) == {
        "name": "copy",
        "labels": ["negative", "positive"],
        "unsure": None,
    }
    assert {"index.html", "page.js", "page.css", "worker.js", "csv.js", *RUNTIME} <= {
        path.name for path in page.iterdir()
    }
    assert "verifying with onnxruntime on 1,320 test reviews" in done.stderr
    assert "oneDNN" not in done.stderr
    assert re.search(r"same label +100\.00%", done.stdout)
    assert output.exists()
    parity = json.loads(seqtui("export", run.path, "--onnx", "--reviews", 50, "--json").stdout)
    expected = {"model", "reviews", "max_abs_difference", "label_agreement", "verified"}
    assert expected | {"accuracy_keras", "accuracy_onnx"} <= set(parity)
    assert (parity["verified"], parity["reviews"], parity["model"]) == (True, 50, str(run.onnx_path))


def test_export_into_a_missing_folder_is_refused(trained: Run, tmp_path: Path) -> None:
    done = seqtui("export", trained.path, "--onnx", "--output", tmp_path / "no" / "x.onnx", code=2)
    assert "no such folder" in done.stderr.splitlines()[-1]


def test_score_texts_files_and_standard_input_agree(trained: Run, tmp_path: Path, corpus: Corpus) -> None:
    texts = [text for text in corpus.test.texts if "\n" not in text][:20]
    (tmp_path / "lines.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
    (tmp_path / "rows.csv").write_text(
        "id,review\n"
        + "".join(f'{k},"{text.replace(chr(34), chr(34) * 2)}"\n' for k, text in enumerate(texts)),
        encoding="utf-8",
    )
    model = trained.onnx_path

    def scores(*arguments: object, stdin: str | None = None) -> list[dict[str, object]]:
        command = [sys.executable, "-m", "seqtui", "score", str(model), "--json", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, input=stdin, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    direct = scores("--", *texts)
    assert len(direct) == 20
    assert set(direct[0]) == {"label", "probability", "probabilities"}
    assert scores("--input", tmp_path / "lines.txt") == direct
    assert scores("--input", tmp_path / "rows.csv", "--text-column", "review") == direct
    assert scores("--input", "-", stdin="\n".join(texts) + "\n") == direct


def test_score_prints_control_characters_and_markup_as_text(trained: Run) -> None:
    done = seqtui("score", trained.onnx_path, "good \x1b[2J\n[red]film[/]")
    assert re.fullmatch(r"(positive|negative)\t0\.\d{4}\tgood  \[2J \[red\]film\[/\]\n", done.stdout)


def test_completion_knows_networks_and_runs(tmp_path: Path, trained: Run) -> None:
    assert "_SEQTUI_COMPLETE" in seqtui("completion", "bash").stdout

    def complete(words: str) -> str:
        environment = {
            **os.environ, "_SEQTUI_COMPLETE": "bash_complete", "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split())), "SEQTUI_RUNS_DIR": str(trained.path.parent),
        }  # fmt: skip
        command = [sys.executable, "-m", "seqtui"]
        return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path).stdout

    assert "cnn-lstm-dropout" in complete("seqtui train --architecture")
    assert "small" in complete("seqtui export")
